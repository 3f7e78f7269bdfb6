"""Strategies that are read off the model: a document class -> values of it.

A new field or constraint is generated without a change here. What relates one field to another
no annotation can say; whoever needs it gives strategies of their own for these fields.
"""

import datetime as dt
import functools
import string
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from positive_practice.errors import Misuse
from positive_practice.model.constraints import (
    Codes,
    Counted,
    Date,
    ExtensionObject,
    Items,
    Pattern,
    Ratio,
    Text,
    Version,
    Whole,
)
from positive_practice.model.counts import Counts
from positive_practice.model.extensions import Extensions
from positive_practice.model.plain import is_document, unstructure
from positive_practice.model.shape import Array, FieldShape, Leaf, Object, Shape, fields_of
from positive_practice.testing.strategies.asked import flag_or_raise

__all__ = [
    "Plain",
    "Strategy",
    "derived",
    "distinct",
    "extensions",
    "plain",
    "texts",
    "weights",
]

T = TypeVar("T")
Strategy: TypeAlias = st.SearchStrategy[Any]

Plain: TypeAlias = dict[str, Any]
"""Plain JSON values, such as a record in its JSON form."""

CHARACTERS = "abc \n\t\"'\\/<&=+@é—ß\u00a0अ🙂"
"""Letters, marks and signs that every text may hold, some of them outside the first plane."""

LONGEST_TEXT = 12
MOST_ITEMS = 2
LARGEST_PART = 9
EXTENSION_NAMES = ("org.example", "org.example.case-system")
EXTENSION_KEYS = ("form_version", "checked", "parts")
EXAMPLES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "^[a-z0-9][a-z0-9_.-]{0,63}$": ("a", "b-2", "0.c_d", "e" * 64),
        "^[a-z]$": string.ascii_lowercase,
    }
)
LAST_DAY = dt.date(2050, 12, 31)


def derived(cls: type[T], **fields: Strategy) -> st.SearchStrategy[T]:
    """Values of a document class that keep every constraint of its annotations.

    Args:
        cls: The document class.
        **fields: Strategies for some of its fields, in place of the derived ones; an optional
            field that is given is always there.

    Returns:
        The strategy; it shrinks to the required fields alone.
    """
    return _filled(cls, fields) if fields else _value(Object(cls))


def plain(strategy: Strategy) -> Strategy:
    """The values of a strategy as plain JSON values, for code that knows none of our classes.

    Args:
        strategy: A strategy for documents, or for parts of them.

    Returns:
        A strategy for the same values as dictionaries and lists, in their JSON form.

    Raises:
        Misuse: If it is given no strategy.

    >>> from positive_practice.testing import records
    >>> strategy = plain(records())
    """
    if not isinstance(strategy, st.SearchStrategy):
        raise Misuse("plain takes a strategy: plain(records())")
    return strategy.map(_plain_value)


def _plain_value(value: Any) -> Any:
    return unstructure(value) if is_document(type(value)) else value


def distinct(items: Strategy, most: int, *, by: str, least: int = 0) -> Strategy:
    """Tuples of parts that differ from one another in a field.

    Args:
        items: A strategy for the parts.
        most: How many there are at most.
        by: The field in which no two are equal.
        least: How many there are at least.

    Returns:
        The strategy; it shrinks to the fewest.
    """
    return st.lists(
        items, min_size=least, max_size=most, unique_by=lambda item: getattr(item, by)
    ).map(tuple)


def texts(most: int = LONGEST_TEXT) -> st.SearchStrategy[str]:
    """Short texts, with signs that a careless reader or writer trips over.

    Args:
        most: How many characters there are at most.

    Returns:
        The strategy; it shrinks to ``a``.
    """
    return st.text(CHARACTERS, min_size=1, max_size=most)


def weights(*, positive: bool = False) -> st.SearchStrategy[Fraction]:
    """Weights of practices, as exact fractions.

    Args:
        positive: Whether to leave out 0.

    Returns:
        The strategy; it shrinks to 1.

    Raises:
        Misuse: If ``positive`` is neither True nor False.

    Source:
        scoring.md, section 3.

    >>> weights(positive=True).filter(lambda weight: weight > 0).validate()
    """
    others = st.builds(Fraction, st.integers(1, LARGEST_PART), st.integers(1, LARGEST_PART))
    plainest = [Fraction(1)] if flag_or_raise("positive", positive) else [Fraction(1), Fraction(0)]
    return st.one_of(st.sampled_from(plainest), others)


def _filled(cls: Any, given: Mapping[str, Strategy]) -> Strategy:
    """Values of a class as its annotations say, but for the fields that are given."""
    left = [shape for shape in fields_of(cls) if shape.name not in given]
    required = {shape.name: _field(shape) for shape in left if shape.required}
    optional = {shape.name: _field(shape) for shape in left if not shape.required}
    arguments = st.fixed_dictionaries({**required, **given}, optional=optional)
    return arguments.map(lambda values: cls(**values))


def _field(field: FieldShape) -> Strategy:
    strategy = _value(field.shape)
    return st.none() | strategy if field.nullable else strategy


@functools.cache
def _value(shape: Shape) -> Strategy:
    """Values of a shape, whose strategy is made once: that takes longer than to draw from it."""
    if isinstance(shape, Object):
        return _filled(shape.cls, {})
    if isinstance(shape, Array):
        return _items(shape.item, shape.bounds)
    return _leaf(shape)


def _items(item: Leaf | Object, bounds: Items) -> Strategy:
    most = min(bounds.maximum, bounds.minimum + MOST_ITEMS)
    lists: Strategy = st.lists(
        _value(item), min_size=bounds.minimum, max_size=most, unique=bounds.unique
    )
    return lists.map(tuple)


def _leaf(leaf: Leaf) -> Strategy:
    if isinstance(leaf.constraint, Codes | Version):
        return st.sampled_from(leaf.codes)
    return _constrained(leaf.constraint)


@functools.singledispatch
def _constrained(_constraint: Any) -> Strategy:
    return st.booleans()


@_constrained.register
def _(text: Text) -> Strategy:
    return texts(min(text.maximum, LONGEST_TEXT))


@_constrained.register
def _(_date: Date) -> Strategy:
    return st.dates(dt.date(2020, 1, 1), LAST_DAY).map(dt.date.isoformat)


@_constrained.register
def _(whole: Whole) -> Strategy:
    return st.integers(whole.minimum, whole.maximum)


@_constrained.register
def _(pattern: Pattern) -> Strategy:
    """Texts of a shape; of those that every record holds, a few examples are the quickest."""
    if pattern.expression in EXAMPLES:
        return st.sampled_from(EXAMPLES[pattern.expression])
    short = st.from_regex(pattern.expression, fullmatch=True)
    return short.filter(lambda text: len(text) <= pattern.maximum)


@_constrained.register
def _(ratio: Ratio) -> Strategy:
    return weights() | weights().map(lambda one: -one) if ratio.signed else weights()


@_constrained.register
def _(counted: Counted) -> Strategy:
    counts = st.dictionaries(st.sampled_from(counted.codes), st.integers(1, LARGEST_PART))
    return counts.map(Counts.of)


@_constrained.register
def _(_extensions: ExtensionObject) -> Strategy:
    return extensions()


@functools.cache
def extensions() -> st.SearchStrategy[Extensions]:
    """What case systems add: small JSON values under names that say whose they are."""
    simple: Strategy = st.none() | st.booleans() | st.integers(0, LARGEST_PART) | texts()
    keys: Strategy = st.sampled_from(EXTENSION_KEYS)
    inner = st.lists(simple, max_size=MOST_ITEMS) | st.dictionaries(keys, simple, max_size=1)
    names: Strategy = st.sampled_from(EXTENSION_NAMES)
    return st.dictionaries(names, simple | inner, max_size=MOST_ITEMS).map(Extensions.of)
