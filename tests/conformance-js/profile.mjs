// The profile: scores and counts for each position, practice, stage and element, and what to look at next.

import { fromText, ONE, order, toText } from "./fractions.mjs";
import { positionsOf, practicesOf } from "./framework.mjs";
import { meanOfElements, scoreDocument, scoreOf } from "./score.mjs";

/** The counts of several positions together. Added as BigInt, since sums may pass what a number holds. */
const addedCounts = (positions) => {
  const added = {};
  for (const [state, count] of positions.flatMap(({ counts }) => Object.entries(counts))) {
    added[state] = (added[state] ?? 0n) + BigInt(count);
  }
  const present = Object.entries(added).filter(([, count]) => count > 0n);
  return Object.fromEntries(present.map(([state, count]) => [state, Number(count)]));
};

const scoreAndCounts = (positions) => ({
  score: scoreDocument(scoreOf(positions)),
  counts: addedCounts(positions),
});

/** The parts of the lowest defined index, all ties, if it is below 1. */
const lookAtNext = (parts) => {
  const known = parts.filter(({ score }) => score.index !== null);
  const indexes = known.map(({ score }) => fromText(score.index));
  const lowest = indexes.reduce((a, b) => (order(b, a) < 0 ? b : a), ONE);
  if (order(lowest, ONE) === 0) return [];
  return known.filter(({ score }) => score.index === toText(lowest));
};

const notYetKnown = (parts) => parts.filter(({ score }) => score.index_reason === "nothing_rated");

const practiceScore = (practice, positions) => ({
  practice: practice.id,
  weight: toText(practice.weight),
  ...scoreAndCounts(positions.filter((position) => position.practice === practice.id)),
});

const positionScore = (position) => ({
  position: position.id,
  practice: position.practice,
  stage: position.stage,
  ...scoreAndCounts([position]),
});

const stageScores = (positions, stages) => {
  const own = stages.filter((stage) => positions.some((position) => position.stage === stage));
  return own.map((stage) => ({
    stage,
    ...scoreAndCounts(positions.filter((p) => p.stage === stage)),
  }));
};

const elementScore = (element, practices, layout) => {
  const positions = layout.positions.filter((position) => position.element === element.id);
  const isThread = element.kind === "thread";
  const stages = isThread ? stageScores(positions, element.stages) : [];
  const own = practices.filter(({ practice }) =>
    positions.some((position) => position.practice === practice),
  );
  return {
    element: element.id,
    kind: element.kind,
    ...scoreAndCounts(positions),
    look_at_next: lookAtNext(own).map(({ practice }) => practice),
    not_yet_known: notYetKnown(own).map(({ practice }) => practice),
    stages,
    stages_look_at_next: lookAtNext(stages).map(({ stage }) => stage),
    stages_not_yet_known: notYetKnown(stages).map(({ stage }) => stage),
    consistency: isThread ? element.consistency : null,
  };
};

const overallOf = (kind, layout) => {
  if (kind === null) return null;
  const scores = layout.elements.map(({ id }) =>
    scoreOf(layout.positions.filter(({ element }) => element === id)),
  );
  const score = kind === "pooled" ? scoreOf(layout.positions) : meanOfElements(scores);
  return { kind, score: scoreDocument(score) };
};

/**
 * All that is worked out in a profile, from a layout in framework order: `elements` [{id, kind, stages,
 * consistency}], `practices` [{id, weight}], `positions` [{id, element, practice, stage, weight, counts}].
 */
export const scoresOf = (layout, overall) => {
  const practices = layout.practices.map((practice) => practiceScore(practice, layout.positions));
  return {
    elements: layout.elements.map((element) => elementScore(element, practices, layout)),
    practices,
    positions: layout.positions.map(positionScore),
    overall: overallOf(overall, layout),
  };
};

const layoutOf = (framework, tally) => {
  const counts = new Map(tally.positions.map(({ position, counts }) => [position, counts]));
  const verdicts = new Map(tally.consistency.map(({ element, counts }) => [element, counts]));
  return {
    elements: framework.elements.map(({ id, kind }) => ({
      id,
      kind,
      stages: framework.stages.map((stage) => stage.id),
      consistency: verdicts.get(id),
    })),
    practices: practicesOf(framework).map(({ id, weight }) => ({ id, weight: fromText(weight) })),
    positions: positionsOf(framework).map((position) => ({
      ...position,
      counts: counts.get(position.id),
    })),
  };
};

/** The profile of a tally; one of a single record is made in no other way. */
export const profileOf = (framework, tally, overall) => ({
  schema_version: "1.0",
  framework: tally.framework,
  method: tally.method,
  records: tally.records,
  selections: tally.selections,
  ...scoresOf(layoutOf(framework, tally), overall),
});
