"""Look-ups by id that say what exists."""

from collections.abc import Mapping
from typing import TypeVar

from positive_practice.errors import UnknownName

__all__ = ["find"]

T = TypeVar("T")


def find(kind: str, known: Mapping[str, T], wanted: str) -> T:
    """The value of a name.

    Args:
        kind: What is looked up, for the error.
        known: Every value by its name, in the order in which an error lists them.
        wanted: The name.

    Returns:
        The value.

    Raises:
        UnknownName: If there is none; the error lists those that exist, not the name wanted.

    >>> find("letter", {"a": 1}, "a")
    1
    """
    if not isinstance(wanted, str) or wanted not in known:
        raise UnknownName(kind, tuple(known))
    return known[wanted]
