"""Which file an error comes from: told by its number or option, since a name may tell more."""

import contextlib
from collections.abc import Generator, Iterator, Mapping
from types import MappingProxyType

from attrs import define, field

from positive_practice.batch.items import Input
from positive_practice.errors import (
    CannotRead,
    InvalidDocument,
    LimitExceeded,
    NotComparable,
    PositivePracticeError,
    UnknownFramework,
    UnsupportedVersion,
)

__all__ = ["Turns", "naming", "naming_turns", "said"]

OF_A_FILE = (
    CannotRead,
    InvalidDocument,
    LimitExceeded,
    NotComparable,
    UnknownFramework,
    UnsupportedVersion,
)
"""The errors that what stands in a file can be the cause of; others come from how one calls."""


DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "framework": "framework or tailoring",
        "scoring_hash": "what their frameworks select and weight (scoring_hash)",
    }
)
"""What keeps results apart, in words where its name says too little."""


@define
class Turns:
    """Several inputs, and the number of the one whose turn it is, from 1."""

    inputs: list[Input] = field(factory=list[Input])
    current: int | None = None

    def __iter__(self) -> Iterator[Input]:
        """The inputs, each in its turn; afterwards it is nobody's."""
        for number, one in enumerate(self.inputs, 1):
            self.current = number
            yield one
        self.current = None


@contextlib.contextmanager
def naming(file: str) -> Generator[None]:
    """Note of an error which file it comes from.

    Args:
        file: What to call the file, such as ``--tailoring``.
    """
    try:
        yield
    except OF_A_FILE as error:
        error.add_note(file)
        raise


@contextlib.contextmanager
def naming_turns(turns: Turns) -> Generator[None]:
    """Note of an error which of several inputs it comes from, if it is the turn of one.

    Args:
        turns: The inputs.
    """
    try:
        yield
    except OF_A_FILE as error:
        if turns.current is not None:
            error.add_note(f"file {turns.current}")
        raise


def said(error: PositivePracticeError) -> str:
    """The words of an error, after the file that it comes from.

    Args:
        error: The error.

    >>> try:
    ...     with naming("file 2"):
    ...         raise CannotRead("there is no such file")
    ... except CannotRead as error:
    ...     said(error)
    'file 2: there is no such file'
    """
    return ": ".join([*getattr(error, "__notes__", ()), _in_words(error)])


def _in_words(error: PositivePracticeError) -> str:
    if isinstance(error, NotComparable):
        return str(NotComparable(tuple(DIFFERENCES.get(one, one) for one in error.differs)))
    return str(error)
