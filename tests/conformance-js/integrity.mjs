// Integrity: what relates one field of a document to another, by the kind of document.

import { agreementProblems } from "./integrity/agreement.mjs";
import { comparisonProblems } from "./integrity/comparison.mjs";
import { frameworkProblems } from "./integrity/framework.mjs";
import { profileProblems } from "./integrity/profile.mjs";
import { recordProblems } from "./integrity/record.mjs";
import { tailoringProblems } from "./integrity/tailoring.mjs";
import { tallyProblems } from "./integrity/tally.mjs";

const CHECKS = {
  "audit-record": recordProblems,
  agreement: agreementProblems,
  comparison: comparisonProblems,
  framework: frameworkProblems,
  profile: profileProblems,
  tailoring: tailoringProblems,
  tally: tallyProblems,
};

export const integrityProblems = (document, type) => CHECKS[type]?.(document) ?? [];
