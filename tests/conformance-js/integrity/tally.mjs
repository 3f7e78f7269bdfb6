// Integrity of a tally: every record is counted once at each place.

import { placed } from "../problems.mjs";
import { countProblems } from "./counts.mjs";

export const tallyProblems = ({ records, selections, positions, consistency }) => [
  ...countProblems(selections, records, "selections"),
  ...[...placed(positions, "positions"), ...placed(consistency, "consistency")].flatMap(
    ({ item, at }) => countProblems(item.counts, records, ...at, "counts"),
  ),
];
