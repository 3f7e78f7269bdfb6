// Integrity of counts: every record is counted once, so they add up to the number of records.

import { problem } from "../problems.mjs";

/** Added as BigInt, since sums may pass what a number holds. */
export const total = (counts) =>
  Object.values(counts).reduce((sum, count) => sum + BigInt(count), 0n);

export const countProblems = (counts, records, ...at) =>
  total(counts) === BigInt(records) ? [] : [problem("counts_contradict", ...at)];
