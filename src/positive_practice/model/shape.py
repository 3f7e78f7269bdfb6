"""Shapes: the annotations of a document class, read once into a small tree of data."""

import functools
import types
import typing
from typing import Annotated, Any, Literal, TypeAlias

import attrs
from attrs import frozen

from positive_practice.model.constraints import Constraint, Items, Version

__all__ = [
    "Array",
    "FieldShape",
    "Leaf",
    "Object",
    "Shape",
    "fields_of",
    "is_optional",
    "is_version",
    "shape_of",
]


@frozen
class Leaf:
    """A single value: its constraint (None: true or false), and its codes where it is a code."""

    constraint: Constraint | None
    codes: tuple[str, ...] = ()


@frozen
class Array:
    """A list of items of one shape."""

    item: "Leaf | Object"
    bounds: Items


@frozen
class Object:
    """A document class."""

    cls: type


Shape: TypeAlias = Leaf | Array | Object


@frozen
class FieldShape:
    """A field of a document class.

    A field with a default may be absent, and is written only where it differs from its default;
    a field without one is always there, and null where it is ``nullable``.
    """

    name: str
    shape: Shape
    required: bool
    nullable: bool
    default: Any = None


def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation describes, with a union with None taken off.

    >>> shape_of(bool)
    Leaf(constraint=None, codes=())
    """
    bare = _without_none(annotation)
    if typing.get_origin(bare) is Annotated:
        base, constraint = typing.get_args(bare)[:2]
        if isinstance(constraint, Items):
            return Array(_item_shape(typing.get_args(base)[0]), constraint)
        codes = typing.get_args(base) if typing.get_origin(base) is Literal else ()
        return Leaf(constraint, codes)
    return Leaf(None) if bare is bool else Object(bare)


@functools.cache
def fields_of(cls: type) -> tuple[FieldShape, ...]:
    """The fields of a document class, in order."""
    return tuple(_field_shape(field) for field in attrs.fields(cls))


def _field_shape(field: "attrs.Attribute[Any]") -> FieldShape:
    shape = shape_of(field.type)
    optional = field.default is not attrs.NOTHING and not is_version(shape)
    nullable = not optional and is_optional(field.type)
    return FieldShape(field.name, shape, not optional, nullable, field.default)


def is_version(shape: Shape) -> bool:
    """Whether a shape is that of a schema version, which is always written."""
    return isinstance(shape, Leaf) and isinstance(shape.constraint, Version)


def _item_shape(annotation: Any) -> Leaf | Object:
    shape = shape_of(annotation)
    if isinstance(shape, Array):
        raise TypeError("no document has lists inside lists")
    return shape


def is_optional(annotation: Any) -> bool:
    """Whether an annotation is a union with None."""
    return typing.get_origin(annotation) in {typing.Union, types.UnionType}


def _without_none(annotation: Any) -> Any:
    if not is_optional(annotation):
        return annotation
    (bare,) = (part for part in typing.get_args(annotation) if part is not type(None))
    return bare
