// Where two JSON values differ: the places, each with what was expected and what came.

import { isEqual, isObject } from "./json.mjs";

const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));

const isBranch = (value) => isObject(value) || Array.isArray(value);

const keysOf = (expected, actual) => [
  ...new Set([...Object.keys(expected), ...Object.keys(actual)]),
];

export const differences = (expected, actual, place = "") => {
  if (expected !== undefined && actual !== undefined && isEqual(expected, actual)) return [];
  if (!isBranch(expected) || !isBranch(actual)) {
    return [`${place || "/"}: expected ${show(expected)}, came ${show(actual)}`];
  }
  return keysOf(expected, actual).flatMap((key) =>
    differences(expected[key], actual[key], `${place}/${key}`),
  );
};
