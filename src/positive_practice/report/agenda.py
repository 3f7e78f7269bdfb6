"""The agenda of a review in words: its parts in order, and what was said by which roles."""

import functools
from collections.abc import Mapping

from attrs import frozen

from positive_practice.catalogue.shipped import code_list
from positive_practice.model.explanation import Agenda, AgendaItem, Statement
from positive_practice.model.framework import Framework, Practice
from positive_practice.model.state import LEVELS, State
from positive_practice.report.figures import KIND_STATES, level_of
from positive_practice.report.sentences import KINDS
from positive_practice.report.words import kind_in_words, lower_first, practice_in_words

__all__ = [
    "BOTH_VIEWS_STAND",
    "HOW_IT_IS_ORDERED",
    "NOBODY_ANSWERED",
    "NOTHING_TO_SETTLE",
    "NO_NAMES",
    "TITLE",
    "AgendaPart",
    "agenda_parts",
    "decisions",
    "heading_of",
    "levels_between",
    "practices_of",
    "said_in_words",
]

TITLE = "Agenda of a review meeting"
CANNOT_BE_SAID = "Cannot be said yet"
HOW_IT_IS_ORDERED = (
    "First where it is not agreed whether something applied, then where levels differ, then what "
    "is not known yet."
)
BOTH_VIEWS_STAND = (
    "A difference is worth talking about; nobody has to give way. Where it stays, write down who "
    "sees it otherwise. What is decided is added to the record as a review and replaces nothing "
    "that was said."
)
NO_NAMES = "Write agencies and roles, never a name, and nothing that could tell who somebody is."
NOTHING_TO_SETTLE = "Nothing to settle: every position that applied has one level."
NOBODY_ANSWERED = "Nobody has answered yet."

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Did it apply? Some rate it, others say that it did not apply:", ("contested",)),
    ("Seen differently; what would one level be?", ("spread",)),
    ("Not yet known; who could say?", ("unanswered", "not_known", "no_record")),
)


@frozen
class AgendaPart:
    """A part of an agenda: what it asks, the number of its first point, and its points."""

    title: str
    first: int
    points: tuple[AgendaItem, ...]


def agenda_parts(agenda: Agenda) -> tuple[AgendaPart, ...]:
    """The parts of an agenda that have a point, in its own order.

    Args:
        agenda: The agenda of one record.

    Returns:
        At most three parts, whose points are numbered through.
    """
    parts: list[AgendaPart] = []
    first = 1
    for title, states in _PARTS:
        points = tuple(item for item in agenda.items if item.state.startswith(states))
        if points:
            parts.append(AgendaPart(title, first, points))
        first += len(points)
    return tuple(parts)


def heading_of(position: str, framework: Framework) -> str:
    """A position by its practice, and by its stage if it has one.

    Args:
        position: The id of a position, such as ``MA1.planning``.
        framework: The framework, for its labels.

    >>> from positive_practice.catalogue.shipped import framework
    >>> heading_of("MA1.planning", framework())
    'MA1 Ongoing communication, at stage planning'
    """
    practice, _, stage = position.partition(".")
    label = practice_in_words(practice, framework)
    return f"{label}, at stage {lower_first(framework.stage(stage).label)}" if stage else label


def practices_of(agenda: Agenda, framework: Framework) -> tuple[Practice, ...]:
    """The practices that an agenda is about, each once, in its own order.

    Args:
        agenda: The agenda of one record.
        framework: The framework of the record.
    """
    ids = dict.fromkeys(item.position.partition(".")[0] for item in agenda.items)
    return tuple(map(framework.practice, ids))


def decisions(framework: Framework) -> tuple[str, ...]:
    """What a meeting can decide on a point, in words.

    Args:
        framework: The framework, for the labels of its scale.
    """
    kinds = (kind for kind in KIND_STATES if level_of(kind) is not None)
    levels = (kind_in_words(kind, framework) for kind in kinds)
    return (*levels, KINDS["not_applicable"], CANNOT_BE_SAID)


def levels_between(item: AgendaItem, framework: Framework) -> tuple[tuple[str, str], ...]:
    """The levels that a point seen differently lies between, each with what it means there.

    Args:
        item: A point of an agenda.
        framework: The framework, for its anchors.

    Returns:
        Labels and anchors, the lowest level first; none where levels do not differ.
    """
    if not item.state.startswith("spread"):
        return ()
    anchors = framework.practice(item.position.partition(".")[0]).anchors
    lowest, highest = LEVELS[State[item.state.upper()]]
    return tuple(
        (code.label, getattr(anchors, code.code))
        for code in framework.scale
        if code.level is not None and lowest <= code.level <= highest
    )


def said_in_words(one: Statement) -> str:
    """What one agency or one meeting said, by role and never by name.

    Args:
        one: What was said.

    Returns:
        Such as ``Leaving care service (Personal adviser): At every point``.
    """
    who = ", ".join(_labels("agency")[agency] for agency in one.agencies)
    role = f" ({_labels('role')[one.role]})" if one.role is not None else ""
    why = f" - {_labels('reason')[one.reason]}" if one.reason is not None else ""
    voice = f"Review with {who}" if one.by == "review" else f"{who}{role}"
    return f"{voice}: {_labels('rating')[one.rating]}{why}"


@functools.cache
def _labels(name: str) -> Mapping[str, str]:
    return {code.code: code.label for code in code_list(name)}
