// Settling: all that a record says about a position becomes one state, by one of three methods.

import { positionId } from "./framework.mjs";
import { groupBy } from "./groups.mjs";

const LEVELS = { not_evident: 0, partly: 1, mostly: 2, fully: 3 };

export const isLevel = (rating) => rating in LEVELS;
export const levelOf = (rating) => LEVELS[rating];

/** Of each submission id the highest revision that is no draft, if it is submitted. */
export const currentSubmissions = (record) => {
  const counted = record.submissions.filter((submission) => submission.status !== "draft");
  const newest = [...groupBy(counted, (submission) => submission.id).values()].map(highestRevision);
  return newest.filter((submission) => submission.status === "submitted");
};

const highestRevision = (revisions) =>
  revisions.reduce((a, b) => (b.revision > a.revision ? b : a));

/** A voice is an agency with its reference; an absent reference is a value of its own. */
const voiceOf = ({ agency, agency_ref }) => JSON.stringify([agency, agency_ref ?? null]);

/** Every current answer by position id, each with the voice that gave it. */
export const currentAnswers = (record) => {
  const answers = currentSubmissions(record).flatMap(({ respondent, answers }) =>
    answers.map(({ practice, stage, rating }) => ({
      practice,
      stage,
      rating,
      voice: voiceOf(respondent),
    })),
  );
  return groupBy(answers, ({ practice, stage }) => positionId(practice, stage));
};

/** The lower median: of n sorted values the one at index (n - 1) // 2. */
export const lowerMedian = (values) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** The lower median of each voice's levels; a voice without a level has none. */
export const voiceLevels = (answers) => {
  const withLevel = answers.filter(({ rating }) => isLevel(rating));
  const byVoice = groupBy(
    withLevel,
    ({ voice }) => voice,
    ({ rating }) => levelOf(rating),
  );
  return [...byVoice.values()].map(lowerMedian);
};

const decisionsByPosition = (record) => {
  const inOrder = [...(record.reviews ?? [])].sort((a, b) => a.sequence - b.sequence);
  const decisions = inOrder.flatMap((review) => review.decisions);
  return new Map(
    decisions.map(({ practice, stage, rating }) => [positionId(practice, stage), rating]),
  );
};

const isNotReached = (record, stage) => {
  const reached = record.case.stages_reached ?? [];
  return stage !== null && reached.length > 0 && !reached.includes(stage);
};

const decided = (rating) => (isLevel(rating) ? `rated_${levelOf(rating)}` : rating);

const spreadUnder = {
  agreed: (low, high) => `spread_${low}_${high}`,
  lowest: (low) => `rated_${low}`,
  lower_median: (low, high, answers) => `rated_${lowerMedian(voiceLevels(answers))}`,
};

const levelled = (answers, levels, method) => {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return low === high ? `rated_${low}` : spreadUnder[method](low, high, answers);
};

const answered = (answers, notReached, method) => {
  const ratings = answers.map(({ rating }) => rating);
  const levels = ratings.filter(isLevel).map(levelOf);
  const notApplicable = notReached || ratings.includes("not_applicable");
  if (levels.length && notApplicable) return "contested";
  if (levels.length) return levelled(answers, levels, method);
  if (notApplicable) return "not_applicable";
  return ["no_record", "not_known"].find((rating) => ratings.includes(rating)) ?? "unanswered";
};

/** The state of each of `positions` in the record: Map(position id -> state). */
export const settle = (record, positions, method) => {
  const decisions = decisionsByPosition(record);
  const answers = currentAnswers(record);
  const stateOf = ({ id, stage }) =>
    decisions.has(id)
      ? decided(decisions.get(id))
      : answered(answers.get(id) ?? [], isNotReached(record, stage), method);
  return new Map(positions.map((position) => [position.id, stateOf(position)]));
};
