"""The fifteen states that a position can settle to (scoring.md, section 1)."""

import enum
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["LEVELS", "State", "is_answered", "is_open", "is_rated", "span"]


class State(enum.Enum):
    """What a record says about a position, settled; the value is the code of scoring.md."""

    RATED_0 = 0
    RATED_1 = 1
    RATED_2 = 2
    RATED_3 = 3
    SPREAD_0_1 = 4
    SPREAD_0_2 = 5
    SPREAD_0_3 = 6
    SPREAD_1_2 = 7
    SPREAD_1_3 = 8
    SPREAD_2_3 = 9
    CONTESTED = 10
    UNANSWERED = 11
    NOT_KNOWN = 12
    NO_RECORD = 13
    NOT_APPLICABLE = 14

    __hash__ = object.__hash__
    """Each member is one object, so its identity will do; that of ``Enum`` is many times slower."""


LEVELS: Mapping[State, tuple[int, int]] = MappingProxyType(
    {
        State.RATED_0: (0, 0),
        State.RATED_1: (1, 1),
        State.RATED_2: (2, 2),
        State.RATED_3: (3, 3),
        State.SPREAD_0_1: (0, 1),
        State.SPREAD_0_2: (0, 2),
        State.SPREAD_0_3: (0, 3),
        State.SPREAD_1_2: (1, 2),
        State.SPREAD_1_3: (1, 3),
        State.SPREAD_2_3: (2, 3),
        State.CONTESTED: (0, 3),
        State.UNANSWERED: (0, 3),
        State.NOT_KNOWN: (0, 3),
        State.NO_RECORD: (0, 3),
    }
)
"""The lowest and highest level of every state that applies, or may apply."""

_SPANS = {LEVELS[state]: state for state in tuple(State)[: State.CONTESTED.value]}


def span(lo: int, hi: int) -> State:
    """The answered state whose levels go from ``lo`` to ``hi``.

    >>> span(2, 3)
    <State.SPREAD_2_3: 9>
    """
    return _SPANS[lo, hi]


_RATED = frozenset(state for (lo, hi), state in _SPANS.items() if lo == hi)
_ANSWERED = frozenset(_SPANS.values())


def is_rated(state: State) -> bool:
    """Whether there is one level."""
    return state in _RATED


def is_answered(state: State) -> bool:
    """Whether there is a level or a spread of levels."""
    return state in _ANSWERED


def is_open(state: State) -> bool:
    """Whether nobody said a level or that it did not apply."""
    return state in {State.UNANSWERED, State.NOT_KNOWN, State.NO_RECORD}
