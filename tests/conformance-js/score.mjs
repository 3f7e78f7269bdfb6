// The score of a set of positions: index, coverage, settled, bounds, and what did not apply, all exact.

import { add, divide, isZero, mean, multiply, sum, toTextOrNull, whole } from "./fractions.mjs";
import { isAnswered, isApplicable, isRated, rangeOf } from "./states.mjs";

/** Each state of a position with its weight: that of the practice times how often the state occurs. */
const weightedStates = ({ weight, counts }) =>
  Object.entries(counts).map(([state, count]) => ({
    state,
    weight: multiply(weight, whole(count)),
  }));

const weightOf = (items) => sum(items.map(({ weight }) => weight));

const weightedSum = (items, valueOf) =>
  sum(items.map(({ state, weight }) => multiply(weight, whole(valueOf(rangeOf(state))))));

const low = ([lo]) => lo;
const high = ([, hi]) => hi;
const both = ([lo, hi]) => lo + hi;

const divideOrNull = (numerator, denominator) =>
  isZero(denominator) ? null : divide(numerator, denominator);

const times = (factor, a) => multiply(whole(factor), a);

const reasonOf = (all, applicable, answered) => {
  if (isZero(all)) return "nothing_weighted";
  if (isZero(applicable)) return "nothing_applicable";
  return isZero(answered) ? "nothing_rated" : null;
};

/** The score, with fractions, over `positions`: [{weight, counts}]. */
export const scoreOf = (positions) => {
  const items = positions.flatMap(weightedStates);
  const applicable = items.filter(({ state }) => isApplicable(state));
  const answered = items.filter(({ state }) => isAnswered(state));
  const [all, a, r] = [items, applicable, answered].map(weightOf);
  const s = weightOf(items.filter(({ state }) => isRated(state)));
  const notApplicable = weightOf(items.filter(({ state }) => !isApplicable(state)));
  const levels = weightedSum(answered, both);
  return {
    index: divideOrNull(levels, times(6, r)),
    index_reason: reasonOf(all, a, r),
    coverage: divideOrNull(r, a),
    settled: divideOrNull(s, a),
    lower: divideOrNull(weightedSum(applicable, low), times(3, a)),
    upper: divideOrNull(weightedSum(applicable, high), times(3, a)),
    not_applicable_share: divideOrNull(notApplicable, all),
    index_if_not_applicable_lowest: divideOrNull(levels, times(6, add(r, notApplicable))),
  };
};

const meanOrNull = (values) => (values.length ? mean(values) : null);

const defined = (value) => value !== null;

/** One number from the scores of the elements: each counts alike, whatever it holds. */
export const meanOfElements = (scores) => {
  const undefinedOne = scores.find(({ index }) => index === null);
  return {
    index: undefinedOne ? null : meanOrNull(scores.map(({ index }) => index)),
    index_reason: undefinedOne?.index_reason ?? null,
    coverage: null,
    settled: null,
    lower: meanOrNull(scores.map(({ lower }) => lower).filter(defined)),
    upper: meanOrNull(scores.map(({ upper }) => upper).filter(defined)),
    not_applicable_share: null,
    index_if_not_applicable_lowest: null,
  };
};

/** The score as it stands in a document: fractions as text, the reason as it is. */
export const scoreDocument = ({ index_reason, ...quantities }) => {
  const texts = Object.entries(quantities).map(([name, value]) => [name, toTextOrNull(value)]);
  return { ...Object.fromEntries(texts), index_reason };
};
