// Integrity of an audit record: whether it has one meaning.

import { positionId, practicesOf } from "../framework.mjs";
import { placed, problem, repeated } from "../problems.mjs";
import { CODES, FRAMEWORK } from "../published.mjs";
import { extensionProblems } from "./extensions.mjs";

const PRACTICES = new Map(practicesOf(FRAMEWORK).map((practice) => [practice.id, practice]));
const REASONS = new Map(CODES.reason.map((reason) => [reason.code, reason.for]));
const NOT_OF_AN_AGENCY = ["young_person", "family_or_trusted_person"];
const OF_QUOTES = ["origin", "speaker_role", "consent", "anonymised_by"];

const isUnknown = (practice) => !PRACTICES.has(practice);

const problemIf = (holds, code, ...at) => (holds ? [problem(code, ...at)] : []);

const repeats = (places, code, keyOf) =>
  repeated(places, keyOf).map(({ at }) => problem(code, ...at));

/** The position that something is said about; null if the framework has no such position. */
const positionOf = ({ practice, stage }) => {
  const staged = PRACTICES.get(practice)?.staged;
  return staged === (stage !== undefined) ? positionId(practice, stage) : null;
};

const placeProblems = ({ item, at }) => {
  if (isUnknown(item.practice)) return [problem("unknown_practice", ...at, "practice")];
  const { staged } = PRACTICES.get(item.practice);
  return [
    ...problemIf(staged && item.stage === undefined, "stage_missing", ...at),
    ...problemIf(!staged && item.stage !== undefined, "stage_not_allowed", ...at, "stage"),
  ];
};

/** Whether a reason for `not_applicable` can be given for the practice. */
const isDenied = ({ practice, rating, reason }) => {
  if (rating !== "not_applicable" || isUnknown(practice)) return false;
  const { staged, may_not_apply } = PRACTICES.get(practice);
  return (
    (reason === "condition_not_met" && may_not_apply === null) ||
    (reason === "stage_not_reached" && !staged)
  );
};

const HAS_REASON = ["not_applicable", "not_known"];

const reasonProblems = ({ item, at }) => {
  if (item.reason === undefined) return [];
  const hasReason = HAS_REASON.includes(item.rating);
  return [
    ...problemIf(!hasReason, "reason_not_allowed", ...at, "reason"),
    ...problemIf(
      hasReason && REASONS.get(item.reason) !== item.rating,
      "reason_wrong_kind",
      ...at,
      "reason",
    ),
    ...problemIf(isDenied(item), "not_applicable_not_allowed", ...at, "reason"),
  ];
};

/** What holds alike for answers and decisions. */
const saidProblems = (places) =>
  places.flatMap((place) => [...placeProblems(place), ...reasonProblems(place)]);

const evidenceProblems = ({ item, at }) => {
  if (item.kind === "quote") return [];
  const fields = OF_QUOTES.filter((field) => item[field] !== undefined);
  return fields.map((field) => problem("quote_field_not_allowed", ...at, field));
};

const answersProblems = (answers) => [
  ...saidProblems(answers),
  ...repeats(answers, "duplicate_answer", positionOf),
  ...answers
    .flatMap(({ item, at }) => placed(item.evidence, ...at, "evidence"))
    .flatMap(evidenceProblems),
];

const keyFeatureProblems = ({ item, at }) =>
  problemIf(
    item.practice !== undefined && isUnknown(item.practice),
    "unknown_practice",
    ...at,
    "practice",
  );

const submissionProblems = ({ item, at }) => [
  ...problemIf(
    NOT_OF_AN_AGENCY.includes(item.respondent.role),
    "role_cannot_respond",
    ...at,
    "respondent",
    "role",
  ),
  ...answersProblems(placed(item.answers, ...at, "answers")),
  ...placed(item.key_features, ...at, "key_features").flatMap(keyFeatureProblems),
];

const reviewProblems = ({ item, at }) => {
  const decisions = placed(item.decisions, ...at, "decisions");
  return [...saidProblems(decisions), ...repeats(decisions, "duplicate_decision", positionOf)];
};

const actionProblems = ({ item, at }) => [
  ...problemIf(
    NOT_OF_AN_AGENCY.includes(item.accountable?.role),
    "role_cannot_account",
    ...at,
    "accountable",
    "role",
  ),
  ...placed(item.practices, ...at, "practices").flatMap((place) =>
    problemIf(isUnknown(place.item), "unknown_practice", ...place.at),
  ),
];

const isReversed = (period) => period !== undefined && period.to_day < period.from_day;

const revisionKey = ({ id, revision }) => JSON.stringify([id, revision]);

const duplicateProblems = (submissions, reviews, actions, questions) => [
  ...repeats(submissions, "duplicate_submission", revisionKey),
  ...repeats(reviews, "duplicate_review", ({ sequence }) => sequence),
  ...repeats(actions, "duplicate_action", ({ id }) => id),
  ...repeats(questions, "duplicate_question", ({ question }) => question),
];

export const recordProblems = (record) => {
  const submissions = placed(record.submissions, "submissions");
  const reviews = placed(record.reviews, "reviews");
  const actions = placed(record.actions, "actions");
  const questions = placed(record.own_view?.answers, "own_view", "answers");
  return [
    ...duplicateProblems(submissions, reviews, actions, questions),
    ...submissions.flatMap(submissionProblems),
    ...reviews.flatMap(reviewProblems),
    ...actions.flatMap(actionProblems),
    ...problemIf(isReversed(record.case.period), "period_reversed", "case", "period"),
    ...extensionProblems(record.extensions),
  ];
};
