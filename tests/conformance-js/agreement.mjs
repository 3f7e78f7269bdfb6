// Agreement between agencies: Krippendorff's alpha for ordinal data, and the shares of pairs that agree.

import {
  add,
  divide,
  fraction,
  multiply,
  ONE,
  subtract,
  sum,
  toTextOrNull,
  whole,
} from "./fractions.mjs";
import { identityOf, positionsOf } from "./framework.mjs";
import { currentAnswers, voiceLevels } from "./settle.mjs";
import { selectionsOf } from "./tally.mjs";

const LEVELS = [0, 1, 2, 3];
const LEVEL_PAIRS = LEVELS.flatMap((c) => LEVELS.filter((k) => k > c).map((k) => [c, k]));

/** One value a voice, at each position of a record where two voices or more gave a level. */
const unitsOf = (record, positions) => {
  const answers = currentAnswers(record);
  const units = positions.map(({ id }) => voiceLevels(answers.get(id) ?? []));
  return units.filter((values) => values.length > 1);
};

/** The unordered pairs of values of different voices. */
const pairsOf = (values) => values.flatMap((a, i) => values.slice(i + 1).map((b) => [a, b]));

const shareOf = (pairs, holds) =>
  pairs.length ? divide(whole(pairs.filter(holds).length), whole(pairs.length)) : null;

const emptyMatrix = () => LEVELS.map(() => LEVELS.map(() => whole(0)));

/** The coincidence matrix: each ordered pair of a unit of m values adds 1 / (m - 1). */
const coincidences = (units) => {
  const matrix = emptyMatrix();
  for (const values of units) {
    const each = fraction(1n, BigInt(values.length - 1));
    for (const [a, b] of pairsOf(values)) {
      matrix[a][b] = add(matrix[a][b], each);
      matrix[b][a] = add(matrix[b][a], each);
    }
  }
  return matrix;
};

const HALF = fraction(1n, 2n);

/** The ordinal distance of levels c < k: what lies between them, and half of both ends, squared. */
const distance = (totals, c, k) => {
  const ends = multiply(HALF, add(totals[c], totals[k]));
  const between = subtract(sum(totals.slice(c, k + 1)), ends);
  return multiply(between, between);
};

const alphaOf = (units) => {
  const matrix = coincidences(units);
  const totals = matrix.map(sum);
  const over = (weight) =>
    sum(LEVEL_PAIRS.map(([c, k]) => multiply(weight(c, k), distance(totals, c, k))));
  const observed = over((c, k) => matrix[c][k]);
  const expected = over((c, k) => multiply(totals[c], totals[k]));
  return subtract(ONE, divide(multiply(subtract(sum(totals), ONE), observed), expected));
};

const reasonOf = (units, minimumUnits) => {
  if (!units.length) return "nothing_paired";
  if (new Set(units.flat()).size === 1) return "no_variation";
  return units.length < minimumUnits ? "too_few" : null;
};

export const agreementOf = (framework, records, minimumUnits) => {
  const positions = positionsOf(framework);
  const units = records.flatMap((record) => unitsOf(record, positions));
  const pairs = units.flatMap(pairsOf);
  const reason = reasonOf(units, minimumUnits);
  return {
    schema_version: "1.0",
    framework: identityOf(framework),
    records: records.length,
    selections: selectionsOf(records),
    alpha: toTextOrNull(reason === null ? alphaOf(units) : null),
    alpha_reason: reason,
    minimum_units: minimumUnits,
    units: units.length,
    pairs: pairs.length,
    exact_share: toTextOrNull(shareOf(pairs, ([a, b]) => a === b)),
    within_one_share: toTextOrNull(shareOf(pairs, ([a, b]) => Math.abs(a - b) <= 1)),
  };
};
