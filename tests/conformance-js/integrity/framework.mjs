// Integrity of a framework: each id stands for one thing, and everybody rates on the same scale.

import { practicesOf } from "../framework.mjs";
import { placed, problem, repeated } from "../problems.mjs";

const LEVELS = {
  not_evident: 0,
  partly: 1,
  mostly: 2,
  fully: 3,
  not_applicable: null,
  not_known: null,
  no_record: null,
};

const duplicates = (places) =>
  repeated(places, ({ id }) => id).map(({ at }) => problem("duplicate_id", ...at));

const isScaleAltered = (scale) =>
  new Set(scale.map(({ code }) => code)).size !== Object.keys(LEVELS).length ||
  scale.some(({ code, level }) => LEVELS[code] !== level);

const outsideProblems = ({ item, at }) =>
  placed(item.practices, ...at, "practices")
    .filter((practice) => !practice.item.id.startsWith(item.id))
    .map((practice) => problem("practice_outside_element", ...practice.at, "id"));

const lacksStages = (framework) =>
  !framework.stages.length && practicesOf(framework).some(({ staged }) => staged);

export const frameworkProblems = (framework) => {
  const elements = placed(framework.elements, "elements");
  const practices = elements.flatMap(({ item, at }) => placed(item.practices, ...at, "practices"));
  return [
    ...[placed(framework.stages, "stages"), elements, practices].flatMap(duplicates),
    ...elements.flatMap(outsideProblems),
    ...(isScaleAltered(framework.scale) ? [problem("scale_altered", "scale")] : []),
    ...(lacksStages(framework) ? [problem("staged_without_stages", "stages")] : []),
  ];
};
