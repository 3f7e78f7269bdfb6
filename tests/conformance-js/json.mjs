// JSON values: their canonical form (RFC 8785), equality, and what kind of value they are.

export const isText = (value) => typeof value === "string";

export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// RFC 8785 takes numbers and strings as JSON.stringify writes them, and sorts keys by UTF-16 units, as sort() does.
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
};

export const isEqual = (first, second) => canonical(first) === canonical(second);
