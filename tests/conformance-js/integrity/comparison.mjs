// Integrity of a comparison: differences, directions and cautions follow from the two sides.

import { cautionsOf, directionOf } from "../comparison.mjs";
import { fromText, fromTextOrNull, negate, ONE, order, subtract } from "../fractions.mjs";
import { isEqual } from "../json.mjs";
import { placed, problem, repeated } from "../problems.mjs";
import { countProblems } from "./counts.mjs";

const isAscending = (fractions) =>
  fractions.slice(1).every((next, i) => order(fractions[i], next) <= 0);

const isIntervalRight = (difference, [lowest, highest]) => {
  if (!isAscending([negate(ONE), lowest, highest, ONE])) return false;
  if (difference !== null) return isAscending([lowest, difference, highest]);
  return order(subtract(highest, lowest), ONE) >= 0;
};

const isElementRight = ({ difference, interval, direction }) => {
  const ends = interval && interval.map(fromText);
  if (direction !== directionOf(ends)) return false;
  return ends === null ? difference === null : isIntervalRight(fromTextOrNull(difference), ends);
};

const contradiction = (...at) => problem("comparison_contradicts", ...at);

const elementProblems = (elements) => {
  const again = repeated(elements, ({ element }) => element);
  const wrong = elements.filter((place) => again.includes(place) || !isElementRight(place.item));
  return wrong.map(({ at }) => contradiction(...at));
};

const problemUnless = (holds, ...at) => (holds ? [] : [contradiction(...at)]);

export const comparisonProblems = ({ first, second, elements, cautions }) => {
  const sameHash = first.framework.scoring_hash === second.framework.scoring_hash;
  return [
    ...countProblems(first.selections, first.records, "first", "selections"),
    ...countProblems(second.selections, second.records, "second", "selections"),
    ...problemUnless(sameHash, "second", "framework", "scoring_hash"),
    ...elementProblems(placed(elements, "elements")),
    ...problemUnless(isEqual(cautions, cautionsOf([first, second])), "cautions"),
  ];
};
