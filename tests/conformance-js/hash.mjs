// The scoring hash: the SHA-256 of exactly what changes a score, and of no wording.

import { createHash } from "node:crypto";
import { canonical } from "./json.mjs";

const practiceOf = ({ id, staged, may_not_apply, weight }) => ({
  id,
  staged,
  may_not_apply: may_not_apply !== null,
  weight,
});

const elementOf = ({ id, kind, practices }) => ({ id, kind, practices: practices.map(practiceOf) });

export const scoringHash = (framework) => {
  const scored = {
    rules: 1,
    levels: 4,
    stages: framework.stages.map((stage) => stage.id),
    elements: framework.elements.map(elementOf),
  };
  return createHash("sha256").update(canonical(scored), "utf8").digest("hex");
};
