// Whether a document follows a version of the schema, and a framework, that are at hand.

import { isObject, isText } from "./json.mjs";
import { problem } from "./problems.mjs";
import { FRAMEWORK } from "./published.mjs";

export const versionProblems = (document) => {
  const version = isObject(document) ? document.schema_version : undefined;
  return isText(version) && version !== "1.0"
    ? [problem("unsupported_version", "schema_version")]
    : [];
};

const NAMES_A_FRAMEWORK = ["audit-record", "tailoring"];

const isElsewhere = (named) =>
  isObject(named) &&
  isText(named.id) &&
  isText(named.version) &&
  (named.id !== FRAMEWORK.id || named.version !== FRAMEWORK.version);

export const frameworkProblems = (document, type) =>
  NAMES_A_FRAMEWORK.includes(type) && isObject(document) && isElsewhere(document.framework)
    ? [problem("unknown_framework", "framework")]
    : [];
