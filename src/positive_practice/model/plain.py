"""A document -> plain JSON values, as its annotations say."""

import functools
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from positive_practice.model.checked import FieldCheck
from positive_practice.model.constraints import Counted, ExtensionObject, Ratio
from positive_practice.model.extensions import Extensions
from positive_practice.model.shape import Array, Object, Shape, fields_of
from positive_practice.text.fraction import format_fraction

__all__ = ["is_document", "unstructure"]

Writer: TypeAlias = Callable[[Any], Any]


def is_document(cls: Any) -> bool:
    """Whether a class is one of the library's documents or a part of one: all fields are checked.

    >>> is_document(int)
    False
    """
    return isinstance(cls, type) and _has_checked_fields(cls)


@functools.lru_cache(maxsize=256)
def _has_checked_fields(cls: type) -> bool:
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    return bool(fields) and all(isinstance(field.validator, FieldCheck) for field in fields)


def unstructure(document: Any) -> Any:
    """Turn a document into plain JSON values.

    Args:
        document: A value of any document class.

    Returns:
        Dictionaries and lists as JSON has them. An optional field at its default is left out;
        one that is always there is null where it is None.

    Source:
        record.md, "The record" and "The other documents".

    >>> from positive_practice.model.record import Period
    >>> unstructure(Period(from_day=0, to_day=9))
    {'from_day': 0, 'to_day': 9}
    """
    return _writer(document.__class__)(document)


@functools.cache
def _writer(cls: Any) -> Writer:
    fields = [(f.name, _value_writer(f.shape), f.required, f.default) for f in fields_of(cls)]

    def write(document: Any) -> Any:
        plain: dict[str, Any] = {}
        for name, write_field, required, default in fields:
            value = getattr(document, name)
            if required or value != default:
                plain[name] = None if value is None else write_field(value)
        return plain

    return write


def _value_writer(shape: Shape) -> Writer:
    if isinstance(shape, Object):
        return _writer(shape.cls)
    if isinstance(shape, Array):
        write_item = _value_writer(shape.item)
        return lambda values: [write_item(value) for value in values]
    if isinstance(shape.constraint, Ratio):
        return format_fraction
    if isinstance(shape.constraint, Counted):
        codes = shape.constraint.codes if shape.constraint.every else ()
        return lambda counts: {**dict.fromkeys(codes, 0), **counts}
    return Extensions.plain if isinstance(shape.constraint, ExtensionObject) else _same


def _same(value: Any) -> Any:
    return value
