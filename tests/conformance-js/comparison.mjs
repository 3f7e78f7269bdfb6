// Comparison: two profiles side by side, with the interval in which each difference must lie.

import {
  fromTextOrNull,
  isPositive,
  isZero,
  negate,
  subtract,
  toText,
  toTextOrNull,
} from "./fractions.mjs";

/** What keeps two profiles from being compared; empty if nothing does. */
export const notComparable = (first, second) => {
  const differing = [];
  if (first.framework.scoring_hash !== second.framework.scoring_hash)
    differing.push("scoring_hash");
  if (first.method !== second.method) differing.push("method");
  return differing;
};

const subtractOrNull = (a, b) => (a === null || b === null ? null : subtract(a, b));

/** Which way a whole interval points. */
export const directionOf = (interval) => {
  if (interval === null) return "undetermined";
  const [lowest, highest] = interval;
  if (isZero(lowest) && isZero(highest)) return "same";
  if (isPositive(lowest)) return "higher";
  return isPositive(negate(highest)) ? "lower" : "undetermined";
};

const fractionsOf = ({ index, lower, upper }) => ({
  index: fromTextOrNull(index),
  lower: fromTextOrNull(lower),
  upper: fromTextOrNull(upper),
});

const elementDifference = (first, second) => {
  const [a, b] = [first, second].map(({ score }) => fractionsOf(score));
  const ends = [subtractOrNull(b.lower, a.upper), subtractOrNull(b.upper, a.lower)];
  const interval = ends.includes(null) ? null : ends;
  return {
    element: first.element,
    difference: toTextOrNull(subtractOrNull(b.index, a.index)),
    interval: interval && interval.map(toText),
    direction: directionOf(interval),
  };
};

const REPRESENTATIVE = ["all_cases", "random_sample"];

const isSelective = ({ selections }) =>
  Object.entries(selections).some(([way, count]) => count > 0 && !REPRESENTATIVE.includes(way));

export const cautionsOf = (sides) =>
  sides.some(isSelective) ? ["selection_not_representative"] : [];

const sideOf = ({ framework, records, selections }) => ({ framework, records, selections });

export const comparisonOf = (first, second) => ({
  schema_version: "1.0",
  method: first.method,
  first: sideOf(first),
  second: sideOf(second),
  elements: first.elements.map((element, i) => elementDifference(element, second.elements[i])),
  cautions: cautionsOf([first, second]),
});
