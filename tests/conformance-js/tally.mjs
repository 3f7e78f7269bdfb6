// The tally: how many records are in each state at each position, and the consistency of each thread.

import { isPositive } from "./fractions.mjs";
import { identityOf, positionsOf, threadsOf } from "./framework.mjs";
import { settle } from "./settle.mjs";
import { isApplicable, rangeOf } from "./states.mjs";

/** How often each value occurs; a value that does not occur is left out. */
export const countsOf = (values) => {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** The verdict on one thread in one record, over what applies and has weight. */
const consistencyOf = (positions, states) => {
  const weighted = positions
    .filter(({ weight }) => isPositive(weight))
    .map(({ id }) => states.get(id));
  const ranges = weighted.filter(isApplicable).map(rangeOf);
  if (!ranges.length) return "not_applicable";
  if (ranges.some(([, high]) => high < 2)) return "inconsistent";
  return ranges.every(([low]) => low >= 2) ? "consistent" : "undetermined";
};

export const NO_VERDICTS = { consistent: 0, inconsistent: 0, undetermined: 0, not_applicable: 0 };

const threadTally = (thread, positions, settled) => {
  const own = positions.filter(({ element }) => element === thread.id);
  const verdicts = settled.map((states) => consistencyOf(own, states));
  return { element: thread.id, counts: { ...NO_VERDICTS, ...countsOf(verdicts) } };
};

export const selectionsOf = (records) => countsOf(records.map((record) => record.audit.selection));

export const tallyOf = (framework, records, method) => {
  const positions = positionsOf(framework);
  const settled = records.map((record) => settle(record, positions, method));
  return {
    schema_version: "1.0",
    framework: identityOf(framework),
    method,
    records: records.length,
    selections: selectionsOf(records),
    positions: positions.map(({ id }) => ({
      position: id,
      counts: countsOf(settled.map((s) => s.get(id))),
    })),
    consistency: threadsOf(framework).map((thread) => threadTally(thread, positions, settled)),
  };
};
