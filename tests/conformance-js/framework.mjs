// What a framework document says: its practices and positions in framework order, and its identity in results.

import { fromText } from "./fractions.mjs";
import { scoringHash } from "./hash.mjs";

export const positionId = (practice, stage) => (stage == null ? practice : `${practice}.${stage}`);

export const practicesOf = (framework) =>
  framework.elements.flatMap((element) => element.practices);

const positionsOfPractice = (framework, element, practice) => {
  const stages = practice.staged ? framework.stages.map((stage) => stage.id) : [null];
  return stages.map((stage) => ({
    id: positionId(practice.id, stage),
    element: element.id,
    practice: practice.id,
    stage,
    weight: fromText(practice.weight),
  }));
};

/** Every position in framework order: elements, within them practices, within them stages. */
export const positionsOf = (framework) =>
  framework.elements.flatMap((element) =>
    element.practices.flatMap((practice) => positionsOfPractice(framework, element, practice)),
  );

export const threadsOf = (framework) =>
  framework.elements.filter((element) => element.kind === "thread");

export const identityOf = (framework) => ({
  id: framework.id,
  version: framework.version,
  tailoring: framework.tailoring,
  scoring_hash: scoringHash(framework),
});
