// All problems of a document, in four steps; the first step that finds anything is the last.

import { integrityProblems } from "./integrity.mjs";
import { sorted } from "./problems.mjs";
import { structureProblems } from "./structure.mjs";
import { frameworkProblems, versionProblems } from "./versions.mjs";

const STEPS = [versionProblems, frameworkProblems, structureProblems, integrityProblems];

export const problemsOf = (document, type) => {
  for (const step of STEPS) {
    const found = step(document, type);
    if (found.length) return sorted(found);
  }
  return [];
};
