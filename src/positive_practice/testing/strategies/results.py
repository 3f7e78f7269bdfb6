"""States, tallies and profiles: what records settle and add up to."""

from collections.abc import Sequence
from typing import get_args

from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Framework
from positive_practice.model.profile import Profile
from positive_practice.model.tally import Tally
from positive_practice.model.terms import METHODS, OVERALL_KINDS, StateCode
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from positive_practice.testing.strategies.records import records

__all__ = ["STATES", "profiles", "states", "tallies"]

STATES: tuple[str, ...] = get_args(get_args(StateCode)[0])
"""The codes of the fifteen states, in the order of scoring.md."""

MOST_RECORDS = 3


def states(*, among: Sequence[str] = STATES) -> st.SearchStrategy[str]:
    """States of positions, as the counts of a tally name them.

    Args:
        among: The states to choose from, the simplest first.

    Returns:
        The strategy; it shrinks to the first of ``among``.

    Source:
        scoring.md, section 1.

    >>> strategy = states(among=["rated_3", "contested"])
    """
    return st.sampled_from(among)


@st.composite
def tallies(
    draw: st.DrawFn,
    *,
    framework: Framework | None = None,
    method: str | None = None,
    most: int = MOST_RECORDS,
) -> Tally:
    """Tallies of a few records, which add if framework and method are given.

    Args:
        draw: Given by Hypothesis.
        framework: The framework; the built-in one unless told otherwise.
        method: How positions are settled; any method unless told otherwise.
        most: How many records there are at most.

    Returns:
        A strategy for tallies; it shrinks to that of no records.

    Source:
        scoring.md, section 5.

    >>> strategy = tallies(method="agreed")
    """
    chosen = framework or shipped_framework()
    settled_by = draw(st.sampled_from(METHODS)) if method is None else method
    counted = draw(st.lists(records(framework=chosen), max_size=most))
    return make_tally(counted, chosen, settled_by)


@st.composite
def profiles(
    draw: st.DrawFn,
    *,
    framework: Framework | None = None,
    method: str | None = None,
    most: int = MOST_RECORDS,
) -> Profile:
    """Profiles of a few records, with and without an overall number.

    Args:
        draw: Given by Hypothesis.
        framework: As in ``tallies``.
        method: As in ``tallies``.
        most: As in ``tallies``.

    Returns:
        A strategy for profiles; it shrinks to that of no records.

    Source:
        scoring.md, section 4.

    >>> strategy = profiles(most=1)
    """
    chosen = framework or shipped_framework()
    tally = draw(tallies(framework=chosen, method=method, most=most))
    return make_profile(tally, chosen, draw(st.sampled_from((None, *OVERALL_KINDS))))
