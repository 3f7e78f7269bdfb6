"""Whether one value obeys one constraint: a value and its leaf -> the fault, or none."""

import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from positive_practice.limits import DEFAULT_LIMITS, MAX_INTEGER
from positive_practice.model.constraints import (
    ANY_COUNT,
    BAD_CHARACTERS,
    Codes,
    Counted,
    Date,
    ExtensionObject,
    Pattern,
    Ratio,
    Text,
    Version,
    Whole,
)
from positive_practice.model.counts import Counts
from positive_practice.model.extensions import Extensions
from positive_practice.model.shape import Leaf
from positive_practice.text.fraction import format_fraction
from positive_practice.text.plain import is_array, is_object, is_whole
from positive_practice.text.strict_json import SURROGATE

__all__ = [
    "BAD_TEXT",
    "Fault",
    "compiled",
    "extension_fault",
    "extension_size_fault",
    "leaf_fault",
    "words_for",
]

BITS_OF_A_DIGIT = 4  # a little more than a decimal digit needs
BAD_TEXT = re.compile(f"{BAD_CHARACTERS}|{SURROGATE.pattern}")


@frozen
class Fault:
    """A broken constraint: the problem code, and facts for its message (no value of a record)."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


def leaf_fault(leaf: Leaf, value: Any) -> Fault | None:
    """The fault of a value under its constraint, or None where it obeys.

    Args:
        leaf: The constraint, and the codes where the value is a code.
        value: The value as the model holds it: text, int, bool, Fraction, Counts, Extensions.

    Returns:
        The fault, with the expected form in words and never the value.

    Source:
        record.md, "The record", types.
    """
    if leaf.constraint is None:
        return None if isinstance(value, bool) else _wrong_type(leaf)
    return _CHECKS[type(leaf.constraint)](leaf, value)


@functools.singledispatch
def words_for(_constraint: Any) -> str:
    """What a constraint takes, in words for a person.

    >>> words_for(Text(300))
    'text of 1 to 300 characters'
    """
    return "true or false"


@words_for.register
def _(constraint: Text) -> str:
    return f"text of {constraint.minimum} to {constraint.maximum:,} characters"


@words_for.register
def _(constraint: Pattern) -> str:
    return constraint.words


@words_for.register
def _(_constraint: Date) -> str:
    return "a date as YYYY-MM-DD"


@words_for.register
def _(constraint: Codes) -> str:
    return f"a code of the list {constraint.name}"


@words_for.register
def _(_constraint: Version) -> str:
    return "the schema version as text"


@words_for.register
def _(constraint: Whole) -> str:
    return f"a whole number from {constraint.minimum:,} to {constraint.maximum:,}"


@words_for.register
def _(constraint: Ratio) -> str:
    return f"a fraction as text n/d of at most {constraint.maximum:,} characters"


@words_for.register
def _(_constraint: Counted) -> str:
    return "an object of counts"


@words_for.register
def _(constraint: ExtensionObject) -> str:
    return f"an object with at most {constraint.names} reverse-domain names"


def _wrong_type(leaf: Leaf) -> Fault:
    return Fault("wrong_type", (("expected", words_for(leaf.constraint)),))


def _text(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Text = leaf.constraint  # type: ignore[assignment]  # the table of checks goes by type
    if not isinstance(value, str):
        return _wrong_type(leaf)
    if len(value) < constraint.minimum:
        return Fault("too_short", (("minimum", str(constraint.minimum)),))
    if len(value) > constraint.maximum:
        return Fault("too_long", (("maximum", f"{constraint.maximum:,}"),))
    return Fault("bad_text") if BAD_TEXT.search(value) else None


def _pattern(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Pattern = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, str):
        return _wrong_type(leaf)
    if compiled(constraint.expression).fullmatch(value) is None:
        return Fault("bad_format", (("expected", constraint.words),))
    return None


def _date(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Date = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, str):
        return _wrong_type(leaf)
    if compiled(constraint.expression).fullmatch(value) is None:
        return Fault("bad_format", (("expected", words_for(constraint)),))
    return None if _is_real_date(value) else Fault("no_such_date")


def _code(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Codes = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, str):
        return _wrong_type(leaf)
    return None if value in leaf.codes else Fault("unknown_code", (("list", constraint.name),))


def _version(leaf: Leaf, value: Any) -> Fault | None:
    if not isinstance(value, str):
        return _wrong_type(leaf)
    return None if value in leaf.codes else Fault("unsupported_version")


def _whole(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Whole = leaf.constraint  # type: ignore[assignment]  # as above
    if not is_whole(value):
        return _wrong_type(leaf)
    if constraint.minimum <= value <= constraint.maximum:
        return None
    limits = (("minimum", f"{constraint.minimum:,}"), ("maximum", f"{constraint.maximum:,}"))
    return Fault("out_of_range", limits)


def _ratio(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Ratio = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, Fraction):
        return _wrong_type(leaf)
    fits = (value >= 0 or constraint.signed) and _is_short(value, constraint.maximum)
    return None if fits else Fault("bad_format", (("expected", words_for(constraint)),))


def _is_short(value: Fraction, maximum: int) -> bool:
    """Whether a fraction fits as text; very long integers have no text in Python: bits first."""
    bits = value.numerator.bit_length() + value.denominator.bit_length()
    return bits <= BITS_OF_A_DIGIT * maximum and len(format_fraction(value)) <= maximum


def _counted(leaf: Leaf, value: Any) -> Fault | None:
    constraint: Counted = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, Counts):
        return _wrong_type(leaf)
    if not all(code in constraint.codes for code, _ in value.pairs):
        return Fault("unknown_field")
    count = Leaf(ANY_COUNT)
    faults = (leaf_fault(count, number) for _, number in value.pairs)
    return next((fault for fault in faults if fault is not None), None)


def _extensions(leaf: Leaf, value: Any) -> Fault | None:
    constraint: ExtensionObject = leaf.constraint  # type: ignore[assignment]  # as above
    if not isinstance(value, Extensions):
        return _wrong_type(leaf)
    return extension_fault(constraint, value.plain()) or extension_size_fault(constraint, value)


_CHECKS: Mapping[type, Callable[[Leaf, Any], Fault | None]] = {
    Text: _text,
    Pattern: _pattern,
    Date: _date,
    Codes: _code,
    Version: _version,
    Whole: _whole,
    Ratio: _ratio,
    Counted: _counted,
    ExtensionObject: _extensions,
}


def extension_fault(constraint: ExtensionObject, values: Any) -> Fault | None:
    """The first fault of extensions as plain values, before they are frozen; none of their size."""
    if not is_object(values):
        return Fault("wrong_type", (("expected", words_for(constraint)),))
    if len(values) > constraint.names:
        return Fault("too_many", (("maximum", str(constraint.names)),))
    if not all(_is_extension_name(constraint, name) for name in values):
        return Fault("bad_format", (("expected", "a reverse-domain name such as org.example.app"),))
    return _json_fault(constraint, values)


def extension_size_fault(constraint: ExtensionObject, value: Extensions) -> Fault | None:
    """The fault of extensions whose canonical form is too long."""
    if len(value.canonical_json) > constraint.canonical_bytes:
        return Fault("too_long", (("maximum", f"{constraint.canonical_bytes:,}"),))
    return None


def _is_real_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_extension_name(constraint: ExtensionObject, name: Any) -> bool:
    return (
        isinstance(name, str)
        and len(name) <= constraint.name_maximum
        and compiled(constraint.name_expression).fullmatch(name) is not None
    )


def _json_fault(constraint: ExtensionObject, values: dict[Any, Any]) -> Fault | None:
    """The first fault of plain values; level by level, so that no depth can hurt.

    What a reader would refuse is refused here too, so that what is written can be read back; the
    record around the values is one level of its own. Each value takes at least a byte, so a level
    of more values than bytes is too long: that ends values that hold one another over and over.
    """
    level: list[Any] = [values]
    for _ in range(DEFAULT_LIMITS.depth - 1):
        fault = next(filter(None, map(_plain_fault, level)), None)
        if fault is not None or not level:
            return fault
        inner = (one for value in level for one in _inside(value))
        level = list(itertools.islice(inner, constraint.canonical_bytes + 1))
        if len(level) > constraint.canonical_bytes:
            return Fault("too_long", (("maximum", f"{constraint.canonical_bytes:,}"),))
    if any(is_object(value) or is_array(value) for value in level):
        return Fault("json_depth", (("limit", f"{DEFAULT_LIMITS.depth} levels"),))
    return next(filter(None, map(_plain_fault, level)), None)


def _inside(value: Any) -> Collection[Any]:
    if is_object(value):
        return value.values()
    return value if is_array(value) else ()


def _plain_fault(value: Any) -> Fault | None:
    if isinstance(value, int | float):
        return _number_fault(value)
    texts: list[Any] = list(value) if is_object(value) else []
    texts += [value] if isinstance(value, str) else []
    known = value is None or isinstance(value, str | list | tuple | dict)
    if not known or not all(isinstance(text, str) for text in texts):
        return Fault("wrong_type", (("expected", "JSON values only"),))
    most = DEFAULT_LIMITS.keys if is_object(value) else DEFAULT_LIMITS.items
    if not isinstance(value, str) and len(_inside(value)) > most:
        return Fault("too_many", (("maximum", f"{most:,}"),))
    return Fault("bad_text") if any(SURROGATE.search(text) for text in texts) else None


def _number_fault(value: float) -> Fault | None:
    """Numbers keep to what JSON readers agree on: finite, and integers up to 2^53 - 1."""
    if isinstance(value, float) and value - value != 0:
        return Fault("wrong_type", (("expected", "JSON values only"),))
    integral = isinstance(value, int) or value.is_integer()
    if integral and abs(value) > MAX_INTEGER:
        return Fault(
            "out_of_range", (("minimum", f"-{MAX_INTEGER:,}"), ("maximum", f"{MAX_INTEGER:,}"))
        )
    return None


@functools.cache
def compiled(expression: str) -> re.Pattern[str]:
    """An anchored expression of a constraint, to be matched whole."""
    return re.compile(expression.removeprefix("^").removesuffix("$"), re.ASCII)
