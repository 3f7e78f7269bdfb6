// Structure: the errors of the schema as problems, with our codes and places.

import { groupBy } from "./groups.mjs";
import { canonical, isObject, isText } from "./json.mjs";
import { placed, problem, repeated } from "./problems.mjs";
import { schemaErrors } from "./validator.mjs";

const EXTENSIONS = "/extensions";
const EXTENSIONS_BYTES = 16384;

const hasPattern = ({ parentSchema }) => "pattern" in parentSchema;
const isOfText = ({ data }) => isText(data);
const always = () => true;

// The questions of one value in their order: keywords, when they ask it, and the code if the answer is no.
const QUESTIONS = [
  { keywords: ["type"], asks: always, code: "wrong_type" },
  { keywords: ["enum"], asks: isOfText, code: "unknown_code" },
  { keywords: ["const"], asks: always, code: "wrong_type" },
  { keywords: ["pattern", "maxLength", "not"], asks: hasPattern, code: "bad_format" },
  { keywords: ["inLowestTerms"], asks: always, code: "fraction_not_reduced" },
  { keywords: ["inCalendar"], asks: always, code: "no_such_date" },
  { keywords: ["minLength"], asks: always, code: "too_short" },
  { keywords: ["maxLength"], asks: always, code: "too_long" },
  { keywords: ["not"], asks: always, code: "bad_text" },
  { keywords: ["minimum", "maximum"], asks: always, code: "out_of_range" },
  { keywords: ["minItems"], asks: always, code: "too_few" },
  { keywords: ["maxItems", "maxProperties"], asks: always, code: "too_many" },
  { keywords: ["propertyNames"], asks: always, code: "bad_format" },
];

// `anyOf` only ever allows null as well: the errors of its other branch say what is wrong.
const isOfNullBranch = ({ keyword, schema }) =>
  keyword === "anyOf" || (keyword === "type" && schema === "null");

const isOfName = ({ propertyName }) => propertyName !== undefined;

/** The codes of one value: an object can lack several fields, anything else has one problem at most. */
const codesAt = (errors) => {
  const keywords = errors.map(({ keyword }) => keyword);
  const answered = QUESTIONS.find((question) =>
    errors.some((error) => question.keywords.includes(error.keyword) && question.asks(error)),
  );
  const missing = keywords.filter((keyword) => keyword === "required").map(() => "missing_field");
  const unknown = keywords.includes("additionalProperties") ? ["unknown_field"] : [];
  return [...missing, ...unknown, ...(answered ? [answered.code] : [])];
};

const repeatedItems = ({ instancePath, data, parentSchema }, faulty) => {
  const places = placed(data.slice(0, parentSchema.maxItems)).map(({ item, at }) => ({
    item,
    at: `${instancePath}/${at}`,
  }));
  const sound = places.filter(({ at }) => !faulty.has(at));
  return repeated(sound, canonical).map(({ at }) => ({ code: "not_unique", pointer: at }));
};

/** Whether the place lies in an item beyond the greatest number of its array. */
const liesBeyond = (pointer, { instancePath, params }) => {
  if (!pointer.startsWith(`${instancePath}/`)) return false;
  const [item] = pointer.slice(instancePath.length + 1).split("/");
  return Number(item) >= params.limit;
};

const isTooLarge = (extensions) =>
  Buffer.byteLength(canonical(extensions), "utf8") > EXTENSIONS_BYTES;

const sizeProblems = (document, type, faulty) =>
  type === "audit-record" &&
  isObject(document?.extensions) &&
  !faulty.has(EXTENSIONS) &&
  isTooLarge(document.extensions)
    ? [problem("too_long", "extensions")]
    : [];

export const structureProblems = (document, type) => {
  const errors = schemaErrors(document, type).filter(
    (error) => !isOfNullBranch(error) && !isOfName(error),
  );
  const tooMany = errors.filter(({ keyword }) => keyword === "maxItems");
  const looked = errors.filter(
    ({ instancePath }) => !tooMany.some((error) => liesBeyond(instancePath, error)),
  );
  const places = groupBy(looked, ({ instancePath }) => instancePath);
  const problems = [...places].flatMap(([pointer, at]) =>
    codesAt(at).map((code) => ({ code, pointer })),
  );
  const repeats = looked
    .filter(({ keyword }) => keyword === "uniqueItems")
    .flatMap((error) => repeatedItems(error, places));
  return [...problems, ...repeats, ...sizeProblems(document, type, places)];
};
