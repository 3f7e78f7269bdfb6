"""Every way in which open answers could still be resolved, tried one by one.

Only for small sets of positions: the number of completions grows fivefold with each open one.
Nothing here uses the formulas of `scoring.py`; what they promise is found by looking.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

LEVEL_STATES = ("rated_0", "rated_1", "rated_2", "rated_3")
TO_RESOLVE = ("contested", "unanswered", "not_known", "no_record")


def resolutions(state: str) -> list[str]:
    """Return what one state can be resolved to."""
    if state in TO_RESOLVE:
        return [*LEVEL_STATES, "not_applicable"]
    if state.startswith("spread_"):
        _, lowest, highest = state.split("_")
        return [f"rated_{level}" for level in range(int(lowest), int(highest) + 1)]
    return [state]


def completions(states: list[str]) -> Iterator[list[str]]:
    """Yield every list of levels and not-applicable that these states can be resolved to."""
    for completed in product(*(resolutions(state) for state in states)):
        yield list(completed)


def index_of_completed(states: list[str], weights: list[Fraction]) -> Fraction | None:
    """Return the weighted mean level of the applicable positions as a share of 3, if any."""
    applicable = [
        (int(state.removeprefix("rated_")), weight)
        for state, weight in zip(states, weights, strict=True)
        if state != "not_applicable"
    ]
    total = sum((weight for _, weight in applicable), Fraction(0))
    if total == 0:
        return None
    return sum((weight * level for level, weight in applicable), Fraction(0)) / (3 * total)


def indexes(states: list[str], weights: list[Fraction]) -> list[Fraction]:
    """Return the index of every completion that has one (law S8)."""
    found = (index_of_completed(completed, weights) for completed in completions(states))
    return [index for index in found if index is not None]


def verdict_of_completed(states: list[str], weights: list[Fraction]) -> str | None:
    """Return whether every counted position is at level 2 or 3, or None if none is applicable."""
    counted = [
        state
        for state, weight in zip(states, weights, strict=True)
        if weight > 0 and state != "not_applicable"
    ]
    if not counted:
        return None
    every = all(state in {"rated_2", "rated_3"} for state in counted)
    return "consistent" if every else "inconsistent"


def common_verdict(states: list[str], weights: list[Fraction]) -> str:
    """Return the verdict common to all completions that leave something applicable (law T4)."""
    verdicts = {verdict_of_completed(completed, weights) for completed in completions(states)}
    found = {verdict for verdict in verdicts if verdict is not None}
    if not found:
        return "not_applicable"
    return found.pop() if len(found) == 1 else "undetermined"
