"""What was asked for: an argument as it was given -> the same, or the error that says what to give.

A strategy is run when a test is; whoever asks for what there is not is told before, at the call.
"""

from collections.abc import Sequence
from typing import Any, TypeGuard, TypeVar

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.errors import InvalidValue, Misuse, UnknownName
from positive_practice.model.checks import leaf_fault, words_for
from positive_practice.model.framework import Framework, Position
from positive_practice.model.shape import Leaf, fields_of
from positive_practice.rules.entrance import entrance
from positive_practice.text.plain import is_whole

__all__ = [
    "field_or_raise",
    "flag_or_raise",
    "framework_or_raise",
    "names_or_raise",
    "position_or_raise",
    "positions_or_raise",
    "whole_or_raise",
]

T = TypeVar("T")


@entrance
def framework_or_raise(*, framework: Framework | None) -> Framework:
    """The framework that is asked for: the built-in one where none is.

    Raises:
        Misuse: If it is no framework.
        InvalidDocument: If it breaks a rule of its own.

    >>> framework_or_raise(framework=None).id
    'positive-practice'
    """
    return shipped_framework() if framework is None else framework


def position_or_raise(position: Position, framework: Framework) -> Position:
    """A position of a framework.

    Raises:
        Misuse: If it is no position.
        UnknownName: If the framework has no such position; the error lists those that it has.

    >>> position_or_raise(Position("GA1"), shipped_framework()).id
    'GA1'
    """
    if not isinstance(position, Position):
        raise Misuse('a position is one of a framework: pp.framework().position("GA1")')
    if position not in framework.positions:
        raise UnknownName("position", tuple(one.id for one in framework.positions))
    return position


def positions_or_raise(
    positions: Sequence[Position] | None, framework: Framework
) -> tuple[Position, ...]:
    """Positions of a framework: every one where none are asked for.

    Raises:
        Misuse: If they are no positions.
        UnknownName: If the framework has not one of them; the error lists those that it has.

    >>> len(positions_or_raise(None, shipped_framework()))
    55
    """
    if positions is None:
        return framework.positions
    if not _is_listed(positions):
        raise Misuse("positions takes a list of positions: pp.framework().positions[:3]")
    return tuple(position_or_raise(one, framework) for one in positions)


def names_or_raise(
    argument: str, kind: str, names: Sequence[str], known: Sequence[str]
) -> tuple[str, ...]:
    """One or more of some names.

    Args:
        argument: What holds them, for an error.
        kind: What they name, for an error.
        names: The names that are asked for.
        known: Every name that there is.

    Returns:
        The names that are asked for.

    Raises:
        Misuse: If they are no list, or an empty one.
        UnknownName: If there is no such name; the error lists those that there are.

    >>> names_or_raise("methods", "method", ["agreed"], ["agreed", "lowest"])
    ('agreed',)
    """
    if not _is_listed(names) or not names:
        raise Misuse(f'{argument} takes a list of one or more: {argument}=["{known[0]}"]')
    if not all(isinstance(name, str) and name in known for name in names):
        raise UnknownName(kind, tuple(known))
    return tuple(names)


def _is_listed(values: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether values are listed; a text is a sequence too, of its letters."""
    return isinstance(values, Sequence) and not isinstance(values, str | bytes)


def field_or_raise(cls: type, name: str, value: T) -> T:
    """A value that a field of a document can have, as its constructor would say.

    Raises:
        InvalidValue: If it breaks the constraint of the field.

    >>> from positive_practice.model.record import Submission
    >>> field_or_raise(Submission, "revision", 2)
    2
    """
    leaf = next(field.shape for field in fields_of(cls) if field.name == name)
    if isinstance(leaf, Leaf) and (fault := leaf_fault(leaf, value)) is not None:
        raise InvalidValue(cls.__name__, name, fault.code, words_for(leaf.constraint))
    return value


def whole_or_raise(argument: str, value: int, *, least: int) -> int:
    """A whole number from the least one on.

    Raises:
        Misuse: If it is anything else.

    >>> whole_or_raise("most", 3, least=0)
    3
    """
    if not is_whole(value) or value < least:
        raise Misuse(f"{argument} takes a whole number from {least} on")
    return value


def flag_or_raise(argument: str, value: bool) -> bool:  # noqa: FBT001  # the argument itself
    """True or false.

    Raises:
        Misuse: If it is anything else.

    >>> flag_or_raise("full", True)
    True
    """
    if not isinstance(value, bool):
        raise Misuse(f"{argument} takes True or False")
    return value
