// What each kind of case asks: the answers that are expected, and those that this implementation gives.

import { agreementOf } from "./agreement.mjs";
import { problemsOf } from "./check.mjs";
import { comparisonOf, notComparable } from "./comparison.mjs";
import { positionsOf } from "./framework.mjs";
import { profileOf } from "./profile.mjs";
import { FRAMEWORK } from "./published.mjs";
import { settle } from "./settle.mjs";
import { tallyOf } from "./tally.mjs";

const METHODS = ["agreed", "lowest", "lower_median"];

const problems = ({ document, type }) => ({ problems: problemsOf(document, type) });

const states = ({ record }) => {
  const positions = positionsOf(FRAMEWORK);
  const settled = METHODS.map((method) => [
    method,
    Object.fromEntries(settle(record, positions, method)),
  ]);
  return { states: Object.fromEntries(settled) };
};

const results = ({ framework, records, method, overall }) => {
  const used = framework ?? FRAMEWORK;
  const tally = tallyOf(used, records, method);
  return { tally, profile: profileOf(used, tally, overall) };
};

const agreement = ({ records, minimum_units }) => ({
  agreement: agreementOf(FRAMEWORK, records, minimum_units),
});

const comparison = ({ first, second }) => {
  const differing = notComparable(first, second);
  return differing.length
    ? { comparison: null, not_comparable: differing }
    : { comparison: comparisonOf(first, second) };
};

const ANSWERS = { problems, states, results, agreement, comparison };

const ASKED = [
  "problems",
  "states",
  "tally",
  "profile",
  "agreement",
  "comparison",
  "not_comparable",
];

/** What the case expects, by name. */
export const expectedOf = (vector) =>
  Object.fromEntries(Object.entries(vector).filter(([name]) => ASKED.includes(name)));

/** What comes here, by the same names. */
export const answerOf = (kind, vector) => ANSWERS[kind](vector);
