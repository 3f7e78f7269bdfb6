"""Old names that go on working for a while: a warning that points at the line to change."""

import functools
import warnings
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from positive_practice.errors import Misuse

__all__ = ["renamed_argument", "warn_of_old_name"]

P = ParamSpec("P")
R = TypeVar("R")

CALLER_OF_THE_CALLER = 3
"""Frames up to whoever used the old name: this module's, that of the library, theirs."""


def warn_of_old_name(old: str, new: str, since: str) -> None:
    """Tell whoever called the calling function that they used an old name.

    Args:
        old: The name that was used.
        new: What it is called now.
        since: The version that renamed it.

    Source:
        docs/explanation/compatibility.md, "When something is renamed".

    >>> with warnings.catch_warnings(record=True) as heard:
    ...     warnings.simplefilter("always")
    ...     warn_of_old_name("settle", "score", "0.2.0")
    >>> str(heard[0].message)
    "'settle' is called 'score' since positive-practice 0.2.0; please use that name"
    """
    warnings.warn(
        f"'{old}' is called '{new}' since positive-practice {since}; please use that name",
        DeprecationWarning,
        stacklevel=CALLER_OF_THE_CALLER,
    )


def renamed_argument(old: str, new: str, since: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function go on taking an argument by its old name, with a warning.

    It stands above every other decorator, so that the warning points at the caller. Type checkers
    know the new name only.

    Args:
        old: The old name of the argument.
        new: What it is called now.
        since: The version that renamed it.

    Returns:
        The decorator of the function. The function raises ``Misuse`` if it is given both names.

    Source:
        docs/explanation/compatibility.md, "When something is renamed".

    >>> @renamed_argument("by", new="method", since="0.2.0")
    ... def settle(*, method: str) -> str:
    ...     return method
    >>> settle(method="agreed")
    'agreed'
    """

    def with_old_name(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def renaming(*args: P.args, **kwargs: P.kwargs) -> R:
            if old not in kwargs:
                return function(*args, **kwargs)
            if new in kwargs:
                raise Misuse(f"'{old}' is the old name of '{new}'; give one of them")
            warn_of_old_name(old, new, since)
            kwargs[new] = kwargs.pop(old)
            return function(*args, **kwargs)

        return renaming

    return with_old_name
