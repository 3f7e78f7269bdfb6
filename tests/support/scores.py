"""`score(states, weights)`, as the laws of scoring.md speak of it, over the library's own way."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.counts import Counts
from positive_practice.model.framework import Position
from positive_practice.model.profile import Score
from positive_practice.scoring.plan import make_plan
from positive_practice.scoring.profile import profile_by_plan

LEVEL_STATES = ("rated_0", "rated_1", "rated_2", "rated_3")
RANGES = {
    **{f"rated_{level}": (level, level) for level in range(4)},
    **{f"spread_{lo}_{hi}": (lo, hi) for lo in range(4) for hi in range(lo + 1, 4)},
    **dict.fromkeys(("contested", "unanswered", "not_known", "no_record"), (0, 3)),
}
"""The range of every state but `not_applicable`, typed from scoring.md, section 1."""

SPREADS = tuple(state for state in RANGES if state.startswith("spread"))
ANSWERED = (*LEVEL_STATES, *SPREADS)
TO_RESOLVE = ("contested", "unanswered", "not_known", "no_record")
STATES = (*RANGES, "not_applicable")

Weighted = list[tuple[str, Fraction]]


def score(weighted: Sequence[tuple[str, Fraction]], copies: int = 1) -> Score:
    """The score of some states, each with its weight, each counted in a number of records."""
    practices = tuple(f"AA{number}" for number in range(1, len(weighted) + 1))
    positions = tuple(Position(practice) for practice in practices)
    weights = {practice: weight for practice, (_, weight) in zip(practices, weighted, strict=True)}
    plan = make_plan(positions, {"AA": practices}, {"AA": "feature"}, weights)
    counts = tuple(Counts.of({state: copies}) for state, _ in weighted)
    score: Score = profile_by_plan(plan, counts, {}, "pooled")["overall"].score
    return score


def state_of(lo: int, hi: int) -> str:
    """The answered state of a range."""
    return f"rated_{lo}" if lo == hi else f"spread_{lo}_{hi}"


def total(weighted: Weighted, states: Any = STATES) -> Fraction:
    """The sum of the weights over some states."""
    return sum((weight for state, weight in weighted if state in states), Fraction(0))


positive = st.builds(Fraction, st.integers(1, 6), st.integers(1, 4))
nothing = st.just(Fraction(0))
weights = st.one_of(st.just(Fraction(1)), st.builds(Fraction, st.integers(0, 6), st.integers(1, 4)))
kinds_of_weight = st.sampled_from([weights] * 5 + [positive] * 4 + [nothing])

MIXED = (*STATES, *TO_RESOLVE, *["not_applicable"] * 3)
groups = st.sampled_from(
    [MIXED] * 10 + [ANSWERED] * 2 + [LEVEL_STATES, TO_RESOLVE, ("not_applicable",)]
)
"""Most lists are of any states; some of few, so that bounds meet or the index is undefined."""


@st.composite
def weighted_states(
    draw: Any, *, states: Any = STATES, min_size: int = 0, max_size: int = 6
) -> Weighted:
    """Lists of states, each with a weight."""
    group = [one for one in draw(groups) if one in states]
    pairs = st.tuples(st.sampled_from(group or states), draw(kinds_of_weight))
    size = draw(st.integers(min_size, max_size))
    return draw(st.lists(pairs, min_size=size, max_size=size))
