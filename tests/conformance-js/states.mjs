// The states that a position can settle to, and the range of levels that each of them leaves open.

const RANGES = {
  rated_0: [0, 0],
  rated_1: [1, 1],
  rated_2: [2, 2],
  rated_3: [3, 3],
  spread_0_1: [0, 1],
  spread_0_2: [0, 2],
  spread_0_3: [0, 3],
  spread_1_2: [1, 2],
  spread_1_3: [1, 3],
  spread_2_3: [2, 3],
};

export const isApplicable = (state) => state !== "not_applicable";
export const isAnswered = (state) => state in RANGES;
export const isRated = (state) => state.startsWith("rated_");

/** The lowest and highest level that the state leaves open: all four where it is open or contested. */
export const rangeOf = (state) => RANGES[state] ?? [0, 3];
