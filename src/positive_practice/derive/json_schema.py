"""JSON Schemas (draft 2020-12) of the documents, derived from the model's annotations.

Only constructs that every validator reads alike: no conditionals, no prefix items, no pattern
properties; text patterns carry a second, negated pattern against line breaks, since ``$`` lets a
trailing one through in some regular-expression engines.
"""

import functools
import inspect
import re
from typing import Any

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
from positive_practice.model.shape import Array, FieldShape, Leaf, Object, Shape, fields_of

__all__ = ["json_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ARGUMENT = re.compile(r"^    (\w+): (.+(?:\n {8,}.+)*)", re.MULTILINE)
NO_LINE_BREAK = {"type": "string", "pattern": "[\\r\\n]"}


def json_schema(cls: type, name: str, version: str = "1.0") -> dict[str, Any]:
    """The JSON Schema of a document.

    Args:
        cls: The document class.
        name: The document's name, such as ``audit-record``.
        version: The schema version.

    Returns:
        The schema as plain values, flat, with local definitions only.

    Source:
        record.md, "The record" and "The other documents".
    """
    top = _object(cls)
    inner = sorted(_classes_in(cls) - {cls}, key=lambda one: one.__name__)
    return {
        "$schema": DIALECT,
        "$id": f"urn:positive-practice:schema:{name}:{version}",
        "title": _title(cls),
        **{key: top[key] for key in top if key != "title"},
        "$defs": {one.__name__: _object(one) for one in inner},
    }


def _classes_in(cls: type) -> set[type]:
    """A document class and all that its fields hold."""
    inner = {cls}
    for field in fields_of(cls):
        shape = field.shape.item if isinstance(field.shape, Array) else field.shape
        if isinstance(shape, Object):
            inner |= _classes_in(shape.cls)
    return inner


def _object(cls: type) -> dict[str, Any]:
    fields, told = fields_of(cls), _field_words(cls)
    return {
        "title": _title(cls),
        "description": _first_paragraph(cls),
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.required],
        "properties": {
            field.name: {"description": told[field.name], **_field(field)} for field in fields
        },
    }


def _field(field: FieldShape) -> dict[str, Any]:
    schema = _value(field.shape)
    if not field.nullable:
        return schema
    if set(schema) >= {"type"} and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _value(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Object):
        return {"$ref": f"#/$defs/{shape.cls.__name__}"}
    if isinstance(shape, Leaf):
        return _leaf(shape.constraint, shape.codes)
    schema: dict[str, Any] = {"type": "array", "items": _value(shape.item)}
    if shape.bounds.minimum:
        schema["minItems"] = shape.bounds.minimum
    schema["maxItems"] = shape.bounds.maximum
    return {**schema, "uniqueItems": True} if shape.bounds.unique else schema


@functools.singledispatch
def _leaf(_constraint: Any, _codes: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "boolean"}


@_leaf.register
def _(constraint: Text, _codes: tuple[str, ...]) -> dict[str, Any]:
    bounds = {"minLength": constraint.minimum} if constraint.minimum else {}
    return {
        "type": "string",
        **bounds,
        "maxLength": constraint.maximum,
        "not": {"type": "string", "pattern": BAD_CHARACTERS},
    }


@_leaf.register
def _(constraint: Pattern, _codes: tuple[str, ...]) -> dict[str, Any]:
    return _one_line(constraint.expression, constraint.maximum)


@_leaf.register
def _(constraint: Date, _codes: tuple[str, ...]) -> dict[str, Any]:
    return _one_line(constraint.expression, constraint.maximum)


@_leaf.register
def _(_constraint: Codes, codes: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}


@_leaf.register
def _(_constraint: Version, codes: tuple[str, ...]) -> dict[str, Any]:
    return {"const": codes[0]}


@_leaf.register
def _(constraint: Whole, _codes: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "integer", "minimum": constraint.minimum, "maximum": constraint.maximum}


@_leaf.register
def _(constraint: Ratio, _codes: tuple[str, ...]) -> dict[str, Any]:
    return _one_line(constraint.expression, constraint.maximum)


@_leaf.register
def _(constraint: Counted, _codes: tuple[str, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(constraint.codes) if constraint.every else [],
        "properties": dict.fromkeys(constraint.codes, _leaf(ANY_COUNT, ())),
    }


@_leaf.register
def _(constraint: ExtensionObject, _codes: tuple[str, ...]) -> dict[str, Any]:
    names = _one_line(constraint.name_expression, constraint.name_maximum)
    return {"type": "object", "maxProperties": constraint.names, "propertyNames": names}


def _one_line(expression: str, maximum: int) -> dict[str, Any]:
    return {
        "type": "string",
        "maxLength": maximum,
        "pattern": expression,
        "not": dict(NO_LINE_BREAK),
    }


def _title(cls: type) -> str:
    """The class name in words: ``AuditRecord`` is ``Audit record``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).capitalize()


def _first_paragraph(cls: type) -> str:
    return " ".join(inspect.getdoc(cls).split("\n\n")[0].split())  # type: ignore[union-attr]  # every document class has a docstring, as a test says


def _field_words(cls: type) -> dict[str, str]:
    """The description of each field, from the docstring's section of arguments."""
    text = inspect.getdoc(cls) or ""
    section = text.partition("Args:\n")[2].partition("\n\n")[0]
    return {name: " ".join(words.split()) for name, words in ARGUMENT.findall(section)}
