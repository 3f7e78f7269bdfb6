"""Compiling: lines of Python and the values that they name -> a function.

The lines are made from the names and constraints of our own classes, never from what is read.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

__all__ = ["compiled_function"]


def compiled_function(lines: Iterable[str], names: Mapping[str, Any]) -> Callable[..., Any]:
    """The function ``take`` that lines of Python define.

    Args:
        lines: The lines.
        names: What they name beside the builtins.

    Returns:
        The function.

    >>> compiled_function(["def take(value):", "    return value + one"], {"one": 1})(2)
    3
    """
    space = dict(names)
    exec("\n".join(lines), space)  # noqa: S102  # the lines are ours: see above
    function: Callable[..., Any] = space["take"]
    return function
