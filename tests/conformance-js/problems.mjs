// Problems: a code and a place each, and the order in which they stand.

export const problem = (code, ...steps) => ({
  code,
  pointer: steps.map((step) => `/${step}`).join(""),
});

const byText = (a, b) => (a < b ? -1 : Number(a > b));

export const sorted = (problems) =>
  [...problems].sort((a, b) => byText(a.pointer, b.pointer) || byText(a.code, b.code));

/** The items of an array with their pointer, from the pointer steps of the array. */
export const placed = (items, ...steps) =>
  (items ?? []).map((item, i) => ({ item, at: [...steps, i] }));

/** The placed items whose key stands in an earlier one; a key of null repeats nothing. */
export const repeated = (places, keyOf) => {
  const seen = new Set();
  return places.filter(({ item }) => {
    const key = keyOf(item);
    if (key === null) return false;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
};
