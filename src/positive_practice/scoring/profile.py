"""Profiles: a tally -> exact scores beside their counts (scoring.md, sections 3 and 4)."""

import functools
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from positive_practice.errors import UnknownName
from positive_practice.model.counts import Counts, sum_of_counts
from positive_practice.model.fitting import numbers_that_fit
from positive_practice.model.framework import Framework
from positive_practice.model.profile import (
    ElementScore,
    Overall,
    PositionScore,
    PracticeScore,
    Profile,
    Score,
    StageScore,
)
from positive_practice.model.state import LEVELS, State, is_answered, is_rated
from positive_practice.model.tally import Tally
from positive_practice.model.terms import OVERALL_KINDS, IndexReason
from positive_practice.scoring.plan import Plan, PlannedElement, plan_of

__all__ = ["Sums", "make_profile", "profile_by_plan", "score_of", "sums_of"]

HIGHEST = max(hi for _, hi in LEVELS.values())
"""The level of which indexes and bounds are shares."""


@frozen(kw_only=True)
class Sums:
    """The weighted sums that every quantity is made of, as whole numbers; they add over positions.

    Args:
        everything: W(all), the weight of every position.
        applicable: W(A), that of the positions that apply, or may apply.
        answered: W(R), that of the positions with a level or a spread of levels.
        settled: W(S), that of the positions with one level.
        levels: The sum over R of w * (lo + hi), twice the weighted level of each.
        lo: The sum over A of w * lo.
        hi: The sum over A of w * hi.

    Source:
        scoring.md, section 3.
    """

    everything: int = 0
    applicable: int = 0
    answered: int = 0
    settled: int = 0
    levels: int = 0
    lo: int = 0
    hi: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            everything=self.everything + other.everything,
            applicable=self.applicable + other.applicable,
            answered=self.answered + other.answered,
            settled=self.settled + other.settled,
            levels=self.levels + other.levels,
            lo=self.lo + other.lo,
            hi=self.hi + other.hi,
        )


@numbers_that_fit()
def make_profile(tally: Tally, framework: Framework, overall: str | None = None) -> Profile:
    """The profile of a tally.

    Args:
        tally: Counts of states, made under ``framework``.
        framework: The framework, for the weights and the order.
        overall: ``pooled`` or ``mean_of_elements`` for one number over everything, else None.

    Returns:
        The profile.

    Raises:
        UnknownName: If there is no such overall number.
        LimitExceeded: If a number is longer than a document can hold.

    Source:
        scoring.md, sections 3 and 4.
    """
    if overall is not None and overall not in OVERALL_KINDS:
        raise UnknownName("overall number", OVERALL_KINDS)
    verdicts = {one.element: one.counts for one in tally.consistency}
    counts = tuple(one.counts for one in tally.positions)
    parts = profile_by_plan(plan_of(framework), counts, verdicts, overall)
    return Profile(
        framework=tally.framework,
        method=tally.method,
        records=tally.records,
        selections=tally.selections,
        **parts,
    )


@numbers_that_fit()
def profile_by_plan(
    plan: Plan,
    counts: tuple[Counts, ...],
    verdicts: Mapping[str, Counts],
    overall: str | None,
) -> dict[str, Any]:
    """The parts of a profile that follow from counts and weights alone.

    Args:
        plan: The positions, elements and weights.
        counts: The counts of each position, in the plan's order.
        verdicts: The consistency counts of each golden thread.
        overall: Which overall number, or None.

    Returns:
        ``elements``, ``practices``, ``positions`` and ``overall``.

    Raises:
        LimitExceeded: If a number is longer than a document can hold.
    """
    sums = [sums_of(c, weight) for c, weight in zip(counts, plan.scaled, strict=True)]
    elements = tuple(_element(one, counts, sums, verdicts) for one in plan.elements)
    return {
        "elements": elements,
        "practices": _practices(plan, counts, sums),
        "positions": _positions(plan, counts, sums),
        "overall": _overall(overall, elements, sums),
    }


def sums_of(counts: Counts, weight: int) -> Sums:
    """The weighted sums of one position.

    Args:
        counts: How many records are in each state there.
        weight: Its weight, scaled to a whole number.

    Returns:
        The sums.

    >>> sums_of(Counts.of({"rated_3": 2, "spread_0_1": 1}), 5).levels
    65
    """
    return _sum(_state_sums(State[code.upper()], n * weight) for code, n in counts.pairs)


def _state_sums(state: State, weight: int) -> Sums:
    if state is State.NOT_APPLICABLE:
        return Sums(everything=weight)
    lo, hi = LEVELS[state]
    answered = weight if is_answered(state) else 0
    return Sums(
        everything=weight,
        applicable=weight,
        answered=answered,
        settled=weight if is_rated(state) else 0,
        levels=answered * (lo + hi),
        lo=weight * lo,
        hi=weight * hi,
    )


def score_of(sums: Sums) -> Score:
    """The seven quantities of a set of positions.

    Args:
        sums: The weighted sums over the set.

    Returns:
        The score; what is undefined is None, with the reason of the index.

    Source:
        scoring.md, section 3.

    >>> score_of(Sums(everything=1, applicable=1, answered=1, levels=5, lo=2, hi=3)).index
    Fraction(5, 6)
    """
    return _score_of(sums)


@functools.lru_cache(maxsize=4096)
def _score_of(sums: Sums) -> Score:
    """Each score once: many positions of a record have the same sums."""
    not_applicable = sums.everything - sums.applicable
    return Score(
        index=_ratio(sums.levels, 2 * HIGHEST * sums.answered),
        index_reason=_index_reason(sums),
        coverage=_ratio(sums.answered, sums.applicable),
        settled=_ratio(sums.settled, sums.applicable),
        lower=_ratio(sums.lo, HIGHEST * sums.applicable),
        upper=_ratio(sums.hi, HIGHEST * sums.applicable),
        not_applicable_share=_ratio(not_applicable, sums.everything),
        index_if_not_applicable_lowest=_ratio(
            sums.levels, 2 * HIGHEST * (sums.answered + not_applicable)
        ),
    )


def _ratio(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def _index_reason(sums: Sums) -> IndexReason | None:
    if sums.answered:
        return None
    if not sums.everything:
        return "nothing_weighted"
    return "nothing_rated" if sums.applicable else "nothing_applicable"


def _element(
    planned: PlannedElement,
    counts: tuple[Counts, ...],
    sums: list[Sums],
    verdicts: Mapping[str, Counts],
) -> ElementScore:
    practices = {one.id: score_of(_add(sums, one.places)) for one in planned.practices}
    stages = tuple(
        StageScore(
            stage=stage,  # type: ignore[arg-type]  # stages come from the framework
            score=score_of(_add(sums, places)),
            counts=_add_counts(counts, places),
        )
        for stage, places in planned.stages
    )
    by_stage: dict[str, Score] = {one.stage: one.score for one in stages}
    return ElementScore(
        element=planned.id,
        kind=planned.kind,  # type: ignore[arg-type]  # kinds come from the framework
        score=score_of(_add(sums, planned.places)),
        counts=_add_counts(counts, planned.places),
        look_at_next=_lowest(practices),
        not_yet_known=_not_yet_known(practices),
        stages=stages,
        stages_look_at_next=_lowest(by_stage),  # type: ignore[arg-type]  # as above
        stages_not_yet_known=_not_yet_known(by_stage),  # type: ignore[arg-type]  # as above
        consistency=verdicts[planned.id] if planned.kind == "thread" else None,
    )


def _lowest(scores: Mapping[str, Score]) -> tuple[str, ...]:
    """Those of lowest defined index, all ties, if it is below 1."""
    indexes = {name: score.index for name, score in scores.items() if score.index is not None}
    lowest = min(indexes.values(), default=Fraction(1))
    return tuple(name for name, index in indexes.items() if index == lowest < 1)


def _not_yet_known(scores: Mapping[str, Score]) -> tuple[str, ...]:
    return tuple(name for name, score in scores.items() if score.index_reason == "nothing_rated")


def _practices(
    plan: Plan, counts: tuple[Counts, ...], sums: list[Sums]
) -> tuple[PracticeScore, ...]:
    return tuple(
        PracticeScore(
            practice=practice.id,
            weight=practice.weight,
            score=score_of(_add(sums, practice.places)),
            counts=_add_counts(counts, practice.places),
        )
        for practice in plan.practices
    )


def _positions(
    plan: Plan, counts: tuple[Counts, ...], sums: list[Sums]
) -> tuple[PositionScore, ...]:
    return tuple(
        PositionScore(
            position=position.id,
            practice=position.practice,
            stage=position.stage,  # type: ignore[arg-type]  # stages come from the framework
            score=score_of(sums[place]),
            counts=counts[place],
        )
        for place, position in enumerate(plan.positions)
    )


def _overall(
    kind: str | None, elements: tuple[ElementScore, ...], sums: list[Sums]
) -> Overall | None:
    if kind is None:
        return None
    if kind == "pooled":
        return Overall(kind="pooled", score=score_of(_add(sums, range(len(sums)))))
    return Overall(kind="mean_of_elements", score=_mean_of_elements([e.score for e in elements]))


def _mean_of_elements(scores: list[Score]) -> Score:
    """The mean of the indexes, None while one is None; of the bounds, over those that have any."""
    reasons: list[IndexReason] = [
        score.index_reason for score in scores if score.index_reason is not None
    ]
    indexes = [score.index for score in scores if score.index is not None]
    return Score(
        index=None if reasons else _mean(indexes),
        index_reason=reasons[0] if reasons else None,
        coverage=None,
        settled=None,
        lower=_mean([score.lower for score in scores if score.lower is not None]),
        upper=_mean([score.upper for score in scores if score.upper is not None]),
        not_applicable_share=None,
        index_if_not_applicable_lowest=None,
    )


def _mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _add(sums: list[Sums], places: Iterable[int]) -> Sums:
    return _sum(sums[place] for place in places)


def _sum(several: Iterable[Sums]) -> Sums:
    return sum(several, Sums())


def _add_counts(counts: tuple[Counts, ...], places: Iterable[int]) -> Counts:
    return sum_of_counts(counts[place] for place in places)
