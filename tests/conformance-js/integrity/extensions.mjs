// Integrity of extensions: no key in them identifies, scores or ranks a person.

import { isObject } from "../json.mjs";
import { problem } from "../problems.mjs";
import { CODES } from "../published.mjs";

const plain = (key) => key.toLowerCase().replace(/[-_]/g, "");

const FORBIDDEN = new Set(CODES.forbidden_extension_key.map(({ code }) => plain(code)));

const holdsForbiddenKey = (value) => {
  if (Array.isArray(value)) return value.some(holdsForbiddenKey);
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([key, inner]) => FORBIDDEN.has(plain(key)) || holdsForbiddenKey(inner),
  );
};

export const extensionProblems = (extensions) =>
  Object.values(extensions ?? {}).some(holdsForbiddenKey)
    ? [problem("forbidden_key", "extensions")]
    : [];
