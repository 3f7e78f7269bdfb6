// Integrity of an agreement: alpha, its reason and the shares fit the units and pairs.

import { fromTextOrNull, negate, ONE, order } from "../fractions.mjs";
import { problem } from "../problems.mjs";
import { total } from "./counts.mjs";

const POSITIONS = 500n;
const PAIRS = 4950n;

const isOne = (share) => share !== null && order(share, ONE) === 0;

/** A share of so many pairs: at most 1, and a whole number of the pairs. */
const isShareOf = (share, pairs) => {
  if (share === null || pairs === 0n) return share === null && pairs === 0n;
  return order(share, ONE) <= 0 && pairs % share.denominator === 0n;
};

const isWithinOneRight = (exact, withinOne, pairs) =>
  isShareOf(withinOne, pairs) &&
  (exact === null || withinOne === null || order(withinOne, exact) >= 0);

const isReasonRight = ({ alpha_reason, units, minimum_units }, exact) => {
  if (units === 0) return alpha_reason === "nothing_paired";
  if (alpha_reason === "no_variation" || (isOne(exact) && units === 1)) {
    return alpha_reason === "no_variation" && isOne(exact);
  }
  return alpha_reason === (units < minimum_units ? "too_few" : null);
};

const isAlphaRight = ({ alpha_reason }, alpha, exact) => {
  if (alpha === null || alpha_reason !== null) return alpha === null && alpha_reason !== null;
  return order(alpha, negate(ONE)) > 0 && order(alpha, ONE) <= 0 && isOne(alpha) === isOne(exact);
};

/** What must hold, by the field that is wrong where it does not. */
const rulesOf = (agreement) => {
  const [units, pairs, records] = [agreement.units, agreement.pairs, agreement.records].map(BigInt);
  const exact = fromTextOrNull(agreement.exact_share);
  const withinOne = fromTextOrNull(agreement.within_one_share);
  return {
    units: units <= POSITIONS * records,
    pairs: pairs >= units && pairs <= PAIRS * units,
    exact_share: isShareOf(exact, pairs),
    within_one_share: isWithinOneRight(exact, withinOne, pairs),
    alpha_reason: isReasonRight(agreement, exact),
    alpha: isAlphaRight(agreement, fromTextOrNull(agreement.alpha), exact),
  };
};

export const agreementProblems = (agreement) => {
  const broken = Object.entries(rulesOf(agreement)).filter(([, holds]) => !holds);
  const tooMany = total(agreement.selections) > BigInt(agreement.records);
  return [
    ...(tooMany ? [problem("counts_contradict", "selections")] : []),
    ...broken.map(([field]) => problem("agreement_contradicts", field)),
  ];
};
