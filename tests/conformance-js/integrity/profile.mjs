// Integrity of a profile: every number of it follows from its own counts and weights.

import { fromText } from "../fractions.mjs";
import { positionId } from "../framework.mjs";
import { isEqual, isObject } from "../json.mjs";
import { placed, problem } from "../problems.mjs";
import { scoresOf } from "../profile.mjs";
import { NO_VERDICTS } from "../tally.mjs";
import { countProblems } from "./counts.mjs";

const elementIdOf = (practice) => practice.slice(0, 2);

const isDistinct = (values) => new Set(values).size === values.length;

const distinctBy = (items, keyOf) => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const areListsFitting = ({ elements, practices, positions }) => {
  const elementIds = elements.map(({ element }) => element);
  const practiceIds = practices.map(({ practice }) => practice);
  return (
    isDistinct(positions.map(({ position }) => position)) &&
    positions.every(({ practice }) => practiceIds.includes(practice)) &&
    positions.every(({ position, practice, stage }) => position === positionId(practice, stage)) &&
    practiceIds.every((practice) => elementIds.includes(elementIdOf(practice)))
  );
};

/** The stages of an element in the order in which they first appear, practice by practice. */
const stagesOf = (element, layout) => {
  const own = layout.practices.filter(({ id }) => elementIdOf(id) === element);
  const positions = own.flatMap(({ id }) => layout.positions.filter((p) => p.practice === id));
  return [...new Set(positions.map(({ stage }) => stage))].filter((stage) => stage !== null);
};

const elementLayout = ({ element, kind, consistency }, layout) => ({
  id: element,
  kind,
  stages: stagesOf(element, layout),
  consistency: consistency ?? NO_VERDICTS,
});

const positionLayout = ({ position, practice, stage, counts }, weights) => ({
  id: position,
  element: elementIdOf(practice),
  practice,
  stage,
  weight: weights.get(practice),
  counts,
});

/** What the profile is to be worked out from anew: its own lists, the practices element by element. */
const layoutOf = (profile) => {
  const elements = distinctBy(profile.elements, ({ element }) => element);
  const listed = distinctBy(profile.practices, ({ practice }) => practice);
  const practices = elements
    .flatMap(({ element }) => listed.filter(({ practice }) => elementIdOf(practice) === element))
    .map(({ practice, weight }) => ({ id: practice, weight: fromText(weight) }));
  const weights = new Map(practices.map(({ id, weight }) => [id, weight]));
  const positions = profile.positions.map((position) => positionLayout(position, weights));
  const layout = { practices, positions };
  return { ...layout, elements: elements.map((element) => elementLayout(element, layout)) };
};

/** The value without counts of 0: on reading, such a count is the same as an absent one. */
const withoutZeros = (value) => {
  if (Array.isArray(value)) return value.map(withoutZeros);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== 0);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutZeros(member)]));
};

const differs = (first, second) => !isEqual(withoutZeros(first), withoutZeros(second));

const contradiction = (...at) => problem("scores_contradict", ...at);

const listProblems = (name, stored, anew) => {
  const unequal = placed(stored, name).filter(
    ({ item }, i) => i < anew.length && differs(item, anew[i]),
  );
  const places = unequal.map(({ at }) => contradiction(...at));
  return stored.length === anew.length ? places : [...places, contradiction(name)];
};

const scoreProblems = (profile) => {
  if (!areListsFitting(profile)) return [contradiction()];
  const anew = scoresOf(layoutOf(profile), profile.overall?.kind ?? null);
  return [
    ...["elements", "practices", "positions"].flatMap((name) =>
      listProblems(name, profile[name], anew[name]),
    ),
    ...(differs(profile.overall, anew.overall) ? [contradiction("overall")] : []),
  ];
};

const threadCountProblems = ({ elements, records }) =>
  placed(elements, "elements")
    .filter(({ item }) => item.consistency !== null)
    .flatMap(({ item, at }) => countProblems(item.consistency, records, ...at, "consistency"));

export const profileProblems = (profile) => [
  ...countProblems(profile.selections, profile.records, "selections"),
  ...placed(profile.positions, "positions").flatMap(({ item, at }) =>
    countProblems(item.counts, profile.records, ...at, "counts"),
  ),
  ...threadCountProblems(profile),
  ...scoreProblems(profile),
];
