// Exact fractions: pairs of BigInt in lowest terms, the sign above the line. No float anywhere.

export const fraction = (numerator, denominator = 1n) => {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return Object.freeze({ numerator: numerator / divisor, denominator: denominator / divisor });
};

const magnitude = (number) => (number < 0n ? -number : number);

const greatestCommonDivisor = (a, b) => {
  let [larger, smaller] = [magnitude(a), magnitude(b)];
  while (smaller) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

export const whole = (number) => fraction(BigInt(number));

export const add = (a, b) =>
  fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

export const negate = (a) => fraction(-a.numerator, a.denominator);

export const subtract = (a, b) => add(a, negate(b));

export const multiply = (a, b) =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a, b) => fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const sum = (fractions) => fractions.reduce(add, ZERO);

export const mean = (fractions) => divide(sum(fractions), whole(fractions.length));

export const isZero = (a) => a.numerator === 0n;

export const isPositive = (a) => a.numerator > 0n;

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export const order = (a, b) => {
  const { numerator } = subtract(a, b);
  return numerator < 0n ? -1 : Number(numerator > 0n);
};

export const toText = (a) => `${a.numerator}/${a.denominator}`;

/** The fraction that a text such as "-7/9" stands for, whether or not it is in lowest terms. */
export const fromText = (text) => fraction(...text.split("/").map(BigInt));

/** As the two above, where what is undefined is null. */
export const toTextOrNull = (a) => (a === null ? null : toText(a));
export const fromTextOrNull = (text) => (text === null ? null : fromText(text));
