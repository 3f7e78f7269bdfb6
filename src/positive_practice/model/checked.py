"""The decorators of document classes: frozen, keyword-only, checked by their own annotations.

A value that exists is structurally valid: the constructor reads the constraints off the
annotations, and names class, field and code where one is broken, never the value.
"""

from collections.abc import Callable
from typing import Any, TypeGuard, TypeVar, dataclass_transform

import attrs

from positive_practice.errors import InvalidValue
from positive_practice.model.checks import Fault, leaf_fault, words_for
from positive_practice.model.constraints import Pattern, Text
from positive_practice.model.shape import Array, Leaf, Object, Shape, is_optional, shape_of

__all__ = ["document", "private_document"]

C = TypeVar("C", bound=type)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
def document(cls: C) -> C:
    """Make a class of published data: frozen, slotted, keyword-only, checked.

    A framework is looked up by its value all the time, so the hash is worked out once.
    """
    return attrs.frozen(cls, kw_only=True, cache_hash=True, field_transformer=_checked)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(attrs.field,))
def private_document(cls: C) -> C:
    """Make a class of a record: as ``document``, and its repr shows no text and no identifier."""
    return attrs.frozen(cls, kw_only=True, field_transformer=_checked_and_silent)


def _checked(_cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    return [field.evolve(validator=_validator(field.type)) for field in fields]


def _checked_and_silent(
    cls: type, fields: list["attrs.Attribute[Any]"]
) -> list["attrs.Attribute[Any]"]:
    return [field.evolve(repr=_silent(field.type)) for field in _checked(cls, fields)]


def _validator(annotation: Any) -> Callable[[Any, "attrs.Attribute[Any]", Any], None]:
    shape, nullable = shape_of(annotation), is_optional(annotation)

    def validate(instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if value is None and nullable:
            return
        fault = _fault(shape, value)
        if fault is not None:
            owner = type(instance).__name__
            raise InvalidValue(owner, attribute.name, fault.code, _words(shape))

    return validate


def _fault(shape: Shape, value: Any) -> Fault | None:
    if isinstance(shape, Leaf):
        return leaf_fault(shape, value)
    if isinstance(shape, Object):
        return None if isinstance(value, shape.cls) else Fault("wrong_type")
    return _array_fault(shape, value)


def _array_fault(shape: Array, value: Any) -> Fault | None:
    if not _is_tuple(value):
        return Fault("wrong_type")
    if len(value) < shape.bounds.minimum:
        return Fault("too_few")
    if len(value) > shape.bounds.maximum:
        return Fault("too_many")
    fault = next(filter(None, (_fault(shape.item, item) for item in value)), None)
    if fault is None and shape.bounds.unique and len(set(value)) < len(value):
        return Fault("not_unique")
    return fault


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _words(shape: Shape) -> str:
    if isinstance(shape, Leaf):
        return words_for(shape.constraint)
    if isinstance(shape, Object):
        return f"a value of class {shape.cls.__name__}"
    return (
        f"a tuple of {shape.bounds.minimum} to {shape.bounds.maximum:,} items: {_words(shape.item)}"
    )


def _silent(annotation: Any) -> bool | Callable[[Any], str]:
    """How a field shows in the repr of a record: text as its length, identifiers not at all."""
    shape = shape_of(annotation)
    constraint = shape.constraint if isinstance(shape, Leaf) else None
    if isinstance(constraint, Text):
        return _length
    return not (isinstance(constraint, Pattern) and constraint.identifier)


def _length(text: str | None) -> str:
    return "None" if text is None else f"<text of {len(text)} characters>"
