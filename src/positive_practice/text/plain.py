"""What plain values are: the objects and arrays that JSON readers hand out."""

from typing import Any, TypeGuard

__all__ = ["is_array", "is_object"]


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
