"""States, tallies and profiles: what records settle and add up to."""

from collections.abc import Sequence
from typing import get_args

from hypothesis import strategies as st

from positive_practice.model.framework import Framework
from positive_practice.model.profile import Profile
from positive_practice.model.tally import Tally
from positive_practice.model.terms import METHODS, OVERALL_KINDS, StateCode
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.settle import method_or_raise
from positive_practice.scoring.tally import make_tally
from positive_practice.testing.strategies.asked import (
    framework_or_raise,
    names_or_raise,
    whole_or_raise,
)
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

    Raises:
        Misuse: If there is none to choose from.
        UnknownName: If one is no state.

    Source:
        scoring.md, section 1.

    >>> strategy = states(among=["rated_3", "contested"])
    """
    return st.sampled_from(names_or_raise("among", "state", among, STATES))


def tallies(
    *,
    framework: Framework | None = None,
    method: str | None = None,
    most: int = MOST_RECORDS,
) -> st.SearchStrategy[Tally]:
    """Tallies of a few records, which add if framework and method are given.

    Args:
        framework: The framework; the built-in one unless told otherwise.
        method: How positions are settled; any method unless told otherwise.
        most: How many records there are at most.

    Returns:
        A strategy for tallies; it shrinks to that of no records.

    Raises:
        Misuse: If an argument is not what it takes.
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 5.

    >>> strategy = tallies(method="agreed")
    """
    chosen = framework_or_raise(framework=framework)
    methods = METHODS if method is None else (method_or_raise(method),)
    most = whole_or_raise("most", most, least=0)
    several = st.lists(records(framework=chosen), max_size=most)
    return st.builds(make_tally, several, st.just(chosen), st.sampled_from(methods))


def profiles(
    *,
    framework: Framework | None = None,
    method: str | None = None,
    most: int = MOST_RECORDS,
) -> st.SearchStrategy[Profile]:
    """Profiles of a few records, with and without an overall number.

    Args:
        framework: As in ``tallies``.
        method: As in ``tallies``.
        most: As in ``tallies``.

    Returns:
        A strategy for profiles; it shrinks to that of no records.

    Raises:
        Misuse: If an argument is not what it takes.
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 4.

    >>> strategy = profiles(most=1)
    """
    chosen = framework_or_raise(framework=framework)
    counted = tallies(framework=chosen, method=method, most=most)
    overall = st.sampled_from((None, *OVERALL_KINDS))
    return st.builds(make_profile, counted, st.just(chosen), overall)
