// The validator: Ajv with the published schemas, and two questions more about what a pattern cannot say.

import Ajv from "ajv/dist/2020.js";
import { fromText, toText } from "./fractions.mjs";
import { isObject, isText } from "./json.mjs";
import { readJson } from "./published.mjs";

const FRACTION_ENDING = "/[1-9][0-9]*$";
const DATE_BEGINNING = "^[0-9]{4}-";

const isReduced = (text) => toText(fromText(text)) === text;

const isCalendarDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const hasForm = (text, pattern) => new RegExp(pattern, "u").test(text);

/** A keyword that asks a question of the texts that fit the pattern which is its value. */
const keywordFor = (keyword, holds) => ({
  keyword,
  type: "string",
  validate: (pattern, text) => !hasForm(text, pattern) || holds(text),
});

const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true })
  .addKeyword(keywordFor("inLowestTerms", isReduced))
  .addKeyword(keywordFor("inCalendar", isCalendarDay));

const extraKeywords = ({ pattern }) => {
  if (!isText(pattern)) return {};
  if (pattern.endsWith(FRACTION_ENDING)) return { inLowestTerms: pattern };
  return pattern.startsWith(DATE_BEGINNING) ? { inCalendar: pattern } : {};
};

const withExtraKeywords = (schema) => {
  if (Array.isArray(schema)) return schema.map(withExtraKeywords);
  if (!isObject(schema)) return schema;
  const members = Object.entries(schema).map(([key, value]) => [key, withExtraKeywords(value)]);
  return { ...Object.fromEntries(members), ...extraKeywords(schema) };
};

const compiled = new Map();

const validatorOf = (type) => {
  if (!compiled.has(type))
    compiled.set(type, ajv.compile(withExtraKeywords(readJson(`${type}.schema.json`))));
  return compiled.get(type);
};

/** Every error of the document against the schema of its type. */
export const schemaErrors = (document, type) => {
  const validate = validatorOf(type);
  validate(document);
  return validate.errors ?? [];
};
