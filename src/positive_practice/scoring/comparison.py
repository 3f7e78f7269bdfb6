"""Comparison: two profiles -> what differs in each element, and must it (scoring.md, section 7)."""

from fractions import Fraction
from typing import TypeAlias

from positive_practice.errors import NotComparable
from positive_practice.model.comparison import Compared, Comparison, ElementDifference
from positive_practice.model.counts import Counts
from positive_practice.model.fitting import numbers_that_fit
from positive_practice.model.profile import ElementScore, Profile, Score
from positive_practice.model.terms import Caution, Direction

__all__ = ["cautions_for", "direction_of", "make_comparison"]

Interval: TypeAlias = tuple[Fraction, ...]

REPRESENTATIVE = {"all_cases", "random_sample"}
"""The selections whose records can speak for the group that they come from."""


@numbers_that_fit()
def make_comparison(first: Profile, second: Profile) -> Comparison:
    """Set the second of two profiles against the first, element by element.

    Args:
        first: The profile that the comparison starts from.
        second: The profile that is compared with it.

    Returns:
        The comparison.

    Raises:
        LimitExceeded: If a fraction is longer than a document can hold.
        NotComparable: If scoring hash, method or elements differ; it names which.

    Source:
        scoring.md, section 7.
    """
    differs = _what_differs(first, second)
    if differs:
        raise NotComparable(differs)
    return Comparison(
        method=first.method,
        first=_side(first),
        second=_side(second),
        elements=tuple(
            _difference(one, other)
            for one, other in zip(first.elements, second.elements, strict=True)
        ),
        cautions=cautions_for(first.selections, second.selections),
    )


def _what_differs(first: Profile, second: Profile) -> tuple[str, ...]:
    """What keeps two profiles apart; elements only where the rest says that they are the same."""
    is_equal = {
        "scoring_hash": first.framework.scoring_hash == second.framework.scoring_hash,
        "method": first.method == second.method,
    }
    differs = tuple(name for name, equal in is_equal.items() if not equal)
    return differs or (() if _elements(first) == _elements(second) else ("elements",))


def _elements(profile: Profile) -> list[str]:
    """A profile that came from elsewhere may list its elements in another order."""
    return [one.element for one in profile.elements]


def _side(profile: Profile) -> Compared:
    return Compared(
        framework=profile.framework, records=profile.records, selections=profile.selections
    )


def _difference(first: ElementScore, second: ElementScore) -> ElementDifference:
    interval = _interval(first.score, second.score)
    return ElementDifference(
        element=first.element,
        difference=_less(second.score.index, first.score.index),
        interval=interval,
        direction=direction_of(interval),
    )


def _interval(first: Score, second: Score) -> Interval | None:
    """The least and the most that the difference could become by resolving."""
    least, most = _less(second.lower, first.upper), _less(second.upper, first.lower)
    return None if least is None or most is None else (least, most)


def _less(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


def direction_of(interval: Interval | None) -> Direction:
    """Which way a whole interval points.

    Args:
        interval: Its lower and upper end, or None.

    Returns:
        ``same``, ``higher`` or ``lower``, or else ``undetermined``.

    Source:
        scoring.md, section 7.

    >>> direction_of((Fraction(1, 9), Fraction(1, 3))), direction_of(None)
    ('higher', 'undetermined')
    """
    if interval is None:
        return "undetermined"
    least, most = interval
    if least == most == 0:
        return "same"
    if least > 0:
        return "higher"
    return "lower" if most < 0 else "undetermined"


def cautions_for(first: Counts, second: Counts) -> tuple[Caution, ...]:
    """What to be careful about, from how the records of both sides were selected.

    Args:
        first: How many records of one side were selected in each way.
        second: The same for the other side.

    Returns:
        The cautions; none if all records are all cases or a random sample.

    Source:
        scoring.md, section 7.

    >>> cautions_for(Counts.of({"all_cases": 3}), Counts.of({"volunteered": 1}))
    ('selection_not_representative',)
    """
    selected = {*first, *second}
    return () if selected <= REPRESENTATIVE else ("selection_not_representative",)
