"""Every limit on untrusted input, with its default; a limit can be moved, never taken away."""

from typing import Any

from attrs import field, frozen

from positive_practice.errors import Misuse

__all__ = ["DEFAULT_LIMITS", "MAX_INTEGER", "MAX_PROBLEMS", "MAX_RATIO", "Limits"]

KIB = 1024
MIB = 1024 * KIB

MAX_INTEGER = 2**53 - 1
"""The largest integer that every JSON reader keeps exactly (RFC 8259, section 6)."""

MAX_PROBLEMS = 500
"""The most problems in a validation report: as many items as a reader takes in one array."""

MAX_RATIO = 2000
"""The most characters of an exact fraction as text."""


def _a_limit(_limits: Any, _field: Any, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_INTEGER:
        raise Misuse("a limit is a whole number from 1 to 2**53 - 1; none can be taken away")


def _no_more_than_is_written(_limits: Any, _field: Any, value: int) -> None:
    if value > MAX_PROBLEMS:
        raise Misuse(f"at most {MAX_PROBLEMS} problems of one document are kept")


def _limit(default: int) -> int:
    return field(default=default, validator=_a_limit)


@frozen(kw_only=True)
class Limits:
    """How much untrusted input may hold.

    Args:
        record_bytes: Bytes of one document.
        line_bytes: Bytes of one line of a JSON Lines file.
        file_bytes: Bytes of one JSON file, inflated.
        inflated_bytes: Bytes of a compressed JSON Lines file, inflated.
        depth: Arrays and objects inside one another.
        keys: Keys of one object.
        items: Items of one array, but for the outermost array of a file of records.
        problems: Problems kept for one document, at most 500, as a report can be read again.

    Raises:
        Misuse: If one is no whole number from 1 to 2**53 - 1, or more problems are to be kept.

    >>> Limits(depth=10).depth
    10
    """

    record_bytes: int = _limit(256 * KIB)
    line_bytes: int = _limit(1 * MIB)
    file_bytes: int = _limit(16 * MIB)
    inflated_bytes: int = _limit(1024 * MIB)
    depth: int = _limit(64)
    keys: int = _limit(200)
    items: int = _limit(500)
    problems: int = field(default=100, validator=[_a_limit, _no_more_than_is_written])


DEFAULT_LIMITS = Limits()
