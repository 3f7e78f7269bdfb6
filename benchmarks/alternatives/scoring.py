"""Settling and scoring as one would write them at first: dictionaries, loops and fractions.

Works for the classes of either alternative. It scores elements alone, without practices,
positions, counts, consistency or what to look at next, so it does less than ``pp.score``.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeAlias

import positive_practice as pp

State: TypeAlias = "tuple[str, int, int]"
"""``rated``, ``open`` or ``not_applicable``, with the lowest and highest level."""

LEVELS = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}
POSITIONS = {
    element.id: [
        (practice.id, stage)
        for practice in element.practices
        for stage in ([one.id for one in pp.framework().stages] if practice.staged else [None])
    ]
    for element in pp.framework().elements
}


def element_scores(records: Iterable[Any]) -> dict[str, Any]:
    """Index, coverage and bounds of each element over all records."""
    states: dict[str, list[State]] = {element: [] for element in POSITIONS}
    for record in records:
        said, decided = said_in(record), decided_in(record)
        reached = record.case.stages_reached
        for element, positions in POSITIONS.items():
            for position in positions:
                is_reached = position[1] is None or not reached or position[1] in reached
                ratings = said.get(position, set())
                states[element].append(
                    settled({decided[position]}, reached=True)
                    if position in decided
                    else settled(ratings, reached=is_reached)
                )
    return {element: score_of(states[element]) for element in POSITIONS}


def said_in(record: Any) -> dict[tuple[str, str | None], set[str]]:
    """The current ratings at each position."""
    newest: dict[str, Any] = {}
    for one in record.submissions:
        is_newer = one.id not in newest or one.revision > newest[one.id].revision
        if one.status != "draft" and is_newer:
            newest[one.id] = one
    said: dict[tuple[str, str | None], set[str]] = {}
    for one in newest.values():
        if one.status == "submitted":
            for answer in one.answers:
                said.setdefault((answer.practice, answer.stage), set()).add(answer.rating)
    return said


def decided_in(record: Any) -> dict[tuple[str, str | None], str]:
    """The newest decision at each position."""
    return {
        (one.practice, one.stage): one.rating
        for review in sorted(record.reviews, key=lambda review: review.sequence)
        for one in review.decisions
    }


def settled(ratings: set[str], *, reached: bool) -> State:
    """What a position settles to."""
    levels = [LEVELS[rating] for rating in ratings if rating in LEVELS]
    outside = "not_applicable" in ratings or not reached
    if levels and not outside:
        return "rated", min(levels), max(levels)
    return ("not_applicable", 0, 0) if outside and not levels else ("open", 0, 3)


def score_of(states: list[State]) -> dict[str, Fraction | None]:
    """The numbers of some positions."""
    applying = [state for state in states if state[0] != "not_applicable"]
    rated = [state for state in states if state[0] == "rated"]
    middle = sum((Fraction(lo + hi, 6) for _, lo, hi in rated), Fraction(0))
    lower = sum((Fraction(lo, 3) for _, lo, _ in applying), Fraction(0))
    upper = sum((Fraction(hi, 3) for _, _, hi in applying), Fraction(0))
    whole = len(applying)
    return {
        "index": middle / len(rated) if rated else None,
        "coverage": Fraction(len(rated), whole) if whole else None,
        "lower": lower / whole if whole else None,
        "upper": upper / whole if whole else None,
    }
