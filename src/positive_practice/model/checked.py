"""What makes an attrs class a document: its constructor checks the fields by their annotations.

A value that exists is structurally valid: the constructor reads the constraints off the
annotations, and names class, field and code where one is broken, never the value. Documents are
plain ``attrs.frozen`` classes with one of these as ``field_transformer``, so that whatever knows
attrs knows them, such as ``attrs.evolve`` and type checkers.
"""

import functools
from collections.abc import Callable
from typing import Any, TypeAlias, TypeGuard

import attrs
from attrs import frozen

from positive_practice.errors import InvalidValue
from positive_practice.model.checks import Fault, leaf_fault, words_for
from positive_practice.model.constraints import Pattern, Text
from positive_practice.model.shape import Array, Leaf, Object, Shape, is_optional, shape_of

__all__ = ["FieldCheck", "checked", "checked_and_silent"]

Fields: TypeAlias = "list[attrs.Attribute[Any]]"


@frozen
class FieldCheck:
    """The validator of a field, as its annotation describes it."""

    shape: Shape
    nullable: bool

    def __call__(self, instance: Any, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        """Raise `InvalidValue` if a value breaks the constraint."""
        if value is None and self.nullable:
            return
        fault = _fault(self.shape, value)
        if fault is not None:
            owner = type(instance).__name__
            raise InvalidValue(owner, attribute.name, fault.code, _words(self.shape))


def checked(_cls: type, fields: Fields) -> Fields:
    """Make a class of published data check its fields.

    Args:
        fields: The fields of the class.

    Returns:
        The same fields, each with the validator that its annotation describes.
    """
    return [field.evolve(validator=_check_of(field.type)) for field in fields]


def _check_of(annotation: Any) -> FieldCheck:
    return FieldCheck(shape_of(annotation), is_optional(annotation))


def checked_and_silent(cls: type, fields: Fields) -> Fields:
    """Make a class of a record: as ``checked``, and its repr shows no text and no identifier.

    Args:
        cls: The class.
        fields: Its fields.

    Returns:
        The same fields as ``checked`` makes them, each with what it shows.
    """
    return [field.evolve(repr=_silent(field.type)) for field in checked(cls, fields)]


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
    faults = map(functools.partial(_fault, shape.item), value)
    fault = next(filter(None, faults), None)
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
    return _shown(shape_of(annotation))


def _shown(shape: Shape) -> bool | Callable[[Any], str]:
    if isinstance(shape, Array):
        return True if _shown(shape.item) is True else _how_many
    if isinstance(shape, Object):
        return True if _is_silent(shape.cls) else _class_alone
    if isinstance(shape.constraint, Text):
        return _length
    return not (isinstance(shape.constraint, Pattern) and shape.constraint.identifier)


def _is_silent(cls: type) -> bool:
    """Whether the repr of a class shows no more than that of a record may."""
    return all(field.repr == _silent(field.type) for field in attrs.fields(cls))


def _class_alone(part: Any) -> str:
    """A part that results have too, and show: here its class will do."""
    return "None" if part is None else f"<{type(part).__name__}>"


def _how_many(items: tuple[Any, ...]) -> str:
    return f"<{len(items)} items>"


def _length(text: str | None) -> str:
    return "None" if text is None else f"<text of {len(text)} characters>"
