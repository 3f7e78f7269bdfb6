"""What plain values are: the objects and arrays that JSON readers hand out."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

__all__ = ["every_value", "is_array", "is_object", "is_whole"]


def is_object(value: Any) -> TypeGuard[dict[Any, Any]]:
    """Whether a plain value is a JSON object.

    >>> is_object({}), is_object([])
    (True, False)
    """
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether a plain value is a JSON array; some readers hand out tuples.

    >>> is_array(()), is_array("")
    (True, False)
    """
    return isinstance(value, list | tuple)


def is_whole(value: Any) -> TypeGuard[int]:
    """Whether a value is an integer; Python counts true and false among them, JSON does not.

    >>> is_whole(3), is_whole(True)
    (True, False)
    """
    return isinstance(value, int) and not isinstance(value, bool)


def every_value(values: Iterable[Any]) -> Iterator[Any]:
    """The values and all that is in them, at any depth.

    >>> list(every_value([{"a": [1]}]))
    [{'a': [1]}, [1], 1]
    """
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        yield value
        if is_object(value):
            waiting.extend(value.values())
        elif is_array(value):
            waiting.extend(value)
