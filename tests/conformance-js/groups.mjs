// Groups of values that have one key.

/** The values of `items` by key: Map(key -> [values]). */
export const groupBy = (items, keyOf, valueOf = (item) => item) => {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), valueOf(item)]);
  }
  return groups;
};
