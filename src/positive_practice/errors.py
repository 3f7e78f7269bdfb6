"""The errors of the library: each is also its nearest builtin, none holds a value of a record.

Every error carries its facts as attributes, passes all of them to ``super().__init__`` (so it
pickles), and builds its text in ``__str__``, unless its one fact is its text.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:  # errors is the lowest floor; a problem is only named here, never made
    from positive_practice.model.problem import Problem

__all__ = [
    "CannotRead",
    "CannotWrite",
    "Conflict",
    "InvalidDocument",
    "InvalidValue",
    "LimitExceeded",
    "MissingExtra",
    "Misuse",
    "NotComparable",
    "PositivePracticeError",
    "UnknownFramework",
    "UnknownName",
    "UnsupportedVersion",
    "front_door",
]

P = ParamSpec("P")
R = TypeVar("R")

SHOWN_PROBLEMS = 10


class PositivePracticeError(Exception):
    """The base of every error that the library raises."""


class InvalidDocument(PositivePracticeError, ValueError):
    """A document that cannot be taken: all its problems are in ``problems``.

    Args:
        problems: Every problem found, errors and others, up to the limit.
        more: How many further problems the limit left out.
    """

    def __init__(self, problems: tuple[Problem, ...], more: int = 0) -> None:
        super().__init__(problems, more)
        self.problems = problems
        self.more = more

    def __str__(self) -> str:
        lines = [f"{p.code} at {_where(p)}: {p.message} {p.hint}" for p in self.problems]
        unseen = max(len(lines) - SHOWN_PROBLEMS, 0) + self.more
        shown = lines[:SHOWN_PROBLEMS] + ([f"... and {unseen} more"] if unseen > 0 else [])
        number = len(lines) + self.more
        noun = "problem" if number == 1 else "problems"
        return "\n".join([f"{number} {noun} in the document", *shown])


def _where(problem: Problem) -> str:
    """The place of a problem: in the text by line and byte, else its pointer."""
    if problem.offset is not None:
        return f"line {problem.line}, byte {problem.offset}"
    return problem.pointer or "(top)"


class InvalidValue(PositivePracticeError, ValueError):
    """A value given to a constructor that breaks a constraint of its field.

    Args:
        owner: The class under construction, such as ``Answer``.
        field: The field whose constraint is broken.
        code: The problem code of the constraint, such as ``too_long``.
        expected: What the field takes, in words.
    """

    def __init__(self, owner: str, field: str, code: str, expected: str) -> None:
        super().__init__(owner, field, code, expected)
        self.owner = owner
        self.field = field
        self.code = code
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.owner}.{self.field}: {self.code}; it takes {self.expected}"


class UnsupportedVersion(PositivePracticeError, ValueError):
    """A document of a schema version that this release does not read; nothing was changed.

    Args:
        supported: The versions that this release reads.
    """

    def __init__(self, supported: tuple[str, ...]) -> None:
        super().__init__(supported)
        self.supported = supported

    def __str__(self) -> str:
        return (
            "the document has a schema version that this release does not read "
            f"(it reads {', '.join(self.supported)}); install a newer positive-practice to read it"
        )


class UnknownFramework(PositivePracticeError, LookupError):
    """A framework or tailoring that is not at hand.

    Args:
        known: The frameworks at hand, each as ``id version``.
    """

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__(known)
        self.known = known

    def __str__(self) -> str:
        return (
            f"the framework or tailoring is not at hand (at hand: {', '.join(self.known)}); "
            "give the right one as framework=, on the command line with --framework or --tailoring"
        )


class UnknownName(PositivePracticeError, LookupError):
    """A name or id that does not exist; ``known`` lists those that do.

    Args:
        kind: What was looked up, such as ``practice``.
        known: Every name that exists, in order.
    """

    def __init__(self, kind: str, known: tuple[str, ...]) -> None:
        super().__init__(kind, known)
        self.kind = kind
        self.known = known

    def __str__(self) -> str:
        return f"no such {self.kind}; there are: {', '.join(self.known)}"


class NotComparable(PositivePracticeError, ValueError):
    """Two results that do not go together; ``differs`` names in what.

    Args:
        differs: The names of what differs, such as ``method`` or ``scoring_hash``.
    """

    def __init__(self, differs: tuple[str, ...]) -> None:
        super().__init__(differs)
        self.differs = differs

    def __str__(self) -> str:
        return f"these do not go together: they differ in {', '.join(self.differs)}"


class Conflict(PositivePracticeError, ValueError):
    """Parts of a record that hold the same thing differently; ``pointers`` names the places.

    Args:
        pointers: JSON Pointers to what differs, in the first part that holds it.
    """

    def __init__(self, pointers: tuple[str, ...]) -> None:
        super().__init__(pointers)
        self.pointers = pointers

    def __str__(self) -> str:
        return (
            f"the parts differ at {', '.join(self.pointers)}; "
            "agree on one of them, change the others to match, and combine again"
        )


class LimitExceeded(PositivePracticeError, ValueError):
    """More than a limit allows; ``limit`` names the limit.

    Args:
        limit: The name of the limit, as in ``Limits``.
        maximum: What the limit allows.
    """

    def __init__(self, limit: str, maximum: int) -> None:
        super().__init__(limit, maximum)
        self.limit = limit
        self.maximum = maximum

    def __str__(self) -> str:
        return f"more than the limit {self.limit} allows ({self.maximum})"


class CannotRead(PositivePracticeError, OSError):
    """A file that could not be read; ``reason`` says why in words.

    Args:
        reason: Why, and what to do.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CannotWrite(PositivePracticeError, OSError):
    """A file that could not be written; what stood there is untouched, unless the reason says so.

    Args:
        reason: Why, and what to do.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MissingExtra(PositivePracticeError, ImportError):
    """A function that needs packages which are not installed.

    Args:
        extra: The extra that brings them.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"this needs the extra '{self.extra}': in the copy of the repository, "
            f"pip install '.[{self.extra}]'"
        )


class Misuse(PositivePracticeError, TypeError):
    """A function called with the wrong kind of thing; ``advice`` names the right call.

    Args:
        advice: What to call instead.
    """

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


def front_door(function: Callable[P, R]) -> Callable[P, R]:
    """Make what leaves a function the library's own error, which drags nothing along.

    An exception that was on the way when ours was raised may hold what was being read, and would
    show in its context; called too deep, a function says `LimitExceeded`.

    Args:
        function: A function of the front door.

    Returns:
        The same function.
    """

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except RecursionError:
            failure: PositivePracticeError = LimitExceeded("call stack", sys.getrecursionlimit())
        except PositivePracticeError as error:
            failure = error
        failure.__context__ = failure.__cause__ = None
        raise failure

    return guarded
