// Integrity of a tailoring: it speaks of what the framework has, and says each thing once.

import { practicesOf } from "../framework.mjs";
import { groupBy } from "../groups.mjs";
import { canonical } from "../json.mjs";
import { placed, problem, repeated } from "../problems.mjs";
import { FRAMEWORK } from "../published.mjs";

const GREATEST_STANDARDS = 20;

const idsOf = (items) => items.map(({ id }) => id);

const idSet = (stages, elements, practices) =>
  new Set([stages, elements, practices].flatMap(idsOf));

const ALL = idSet(FRAMEWORK.stages, FRAMEWORK.elements, practicesOf(FRAMEWORK));
const PRACTICES = new Set(idsOf(practicesOf(FRAMEWORK)));
const STAGES = new Set(idsOf(FRAMEWORK.stages));

/** What is left of the framework: staged practices and stages only together, no element without practices. */
const leftBy = ({ practices, stages }) => {
  const keptStages = FRAMEWORK.stages.filter(({ id }) => !stages.includes(id));
  const keptPractices = practicesOf(FRAMEWORK)
    .filter(({ id }) => !practices.includes(id))
    .filter(({ staged }) => !staged || keptStages.length);
  const leftStages = keptPractices.some(({ staged }) => staged) ? keptStages : [];
  const leftElements = FRAMEWORK.elements.filter((element) =>
    element.practices.some((practice) => keptPractices.includes(practice)),
  );
  return { ids: idSet(leftStages, leftElements, keptPractices), practices: keptPractices };
};

const unknown = (places, known, keyOf, ...field) =>
  places
    .filter(({ item }) => !known.has(keyOf(item)))
    .map(({ at }) => problem("not_in_framework", ...at, ...field));

const removed = (places, left, keyOf, field) =>
  places
    .filter(({ item }) => ALL.has(keyOf(item)) && !left.has(keyOf(item)))
    .map(({ at }) => problem("removed_as_well", ...at, field));

const twice = (places, keyOf) =>
  repeated(places, keyOf).map(({ at }) => problem("set_twice", ...at));

const beyondGreatest = (standards) =>
  [...groupBy(standards, ({ item }) => item.practice).values()]
    .flatMap((ofPractice) => ofPractice.slice(GREATEST_STANDARDS))
    .map(({ at }) => problem("too_many_standards", ...at));

const itself = (item) => item;
const byPractice = ({ practice }) => practice;
const byId = ({ id }) => id;

const settingProblems = (places, known, left, keyOf, field) => [
  ...unknown(places, known, keyOf, field),
  ...removed(places, left, keyOf, field),
];

export const tailoringProblems = ({ remove, weights, standards, labels }) => {
  const left = leftBy(remove);
  const [weighted, standing, labelled] = [
    placed(weights, "weights"),
    placed(standards, "standards"),
    placed(labels, "labels"),
  ];
  return [
    ...unknown(placed(remove.stages, "remove", "stages"), STAGES, itself),
    ...unknown(placed(remove.practices, "remove", "practices"), PRACTICES, itself),
    ...[weighted, standing].flatMap((places) =>
      settingProblems(places, PRACTICES, left.ids, byPractice, "practice"),
    ),
    ...settingProblems(labelled, ALL, left.ids, byId, "id"),
    ...(left.practices.length ? [] : [problem("nothing_left", "remove")]),
    ...[...twice(weighted, byPractice), ...twice(standing, canonical), ...twice(labelled, byId)],
    ...beyondGreatest(standing),
  ];
};
