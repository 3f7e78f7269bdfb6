"""Structure of any document by its JSON Schema alone, as the page for implementers tells it.

An ordinary validator finds the errors; its keywords become problem codes by the table of
`schemas/conformance/README.md`. It imports nothing of the library that it is held against.
"""

import datetime as dt
import functools
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

Problem = tuple[str, str]  # pointer and code, in this order, as they are sorted

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"
LARGEST_EXTENSIONS = 16 * 1024
SIMPLE = {
    "required": "missing_field",  # this validator reports each missing field by itself
    "additionalProperties": "unknown_field",
    "type": "wrong_type",
    "const": "wrong_type",
    "enum": "unknown_code",
    "minLength": "too_short",
    "minimum": "out_of_range",
    "maximum": "out_of_range",
    "minItems": "too_few",
    "maxItems": "too_many",
    "maxProperties": "too_many",
    "propertyNames": "bad_format",
    "pattern": "bad_format",
}
OF_TEXTS = {"maxLength": "too_long", "not": "bad_text"}
ORDER = (
    "wrong_type",
    "too_many",
    "too_short",
    "too_long",
    "unknown_code",
    "bad_format",
    "bad_text",
    "out_of_range",
    "fraction_not_reduced",
    "no_such_date",
)
"""Which code stands where several hold of one value."""


@functools.cache
def schema(name: str) -> dict[str, Any]:
    """Return the published schema of a document type."""
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return found


def problems(name: str, document: Any) -> list[Problem]:
    """Return every problem of version and structure, sorted by pointer and code."""
    alone = _alone(name, document)
    if alone:
        return alone
    found: dict[str, list[str]] = {}
    for pointer, code in _all(schema(name), document):
        found.setdefault(pointer, []).append(code)
    return sorted((pointer, code) for pointer, codes in found.items() for code in _kept(codes))


def _alone(name: str, document: Any) -> list[Problem]:
    """Return what stands alone: a version or a framework that is not at hand."""
    if not isinstance(document, dict):
        return []
    version = document.get("schema_version")
    if isinstance(version, str) and version != "1.0":
        return [("/schema_version", "unsupported_version")]
    framework = document.get("framework")
    if name not in {"audit-record", "tailoring"} or not isinstance(framework, dict):
        return []
    named = (framework.get("id"), framework.get("version"))
    if all(isinstance(one, str) for one in named) and named != ("positive-practice", "1.0"):
        return [("/framework", "unknown_framework")]
    return []


def _kept(codes: list[str]) -> list[str]:
    """Return one code of a value; what an object or array lacks stands beside it."""
    several = [code for code in codes if code in {"missing_field", "not_unique"}]
    once = sorted({"unknown_field", "too_few"} & set(codes))
    rest = sorted({*codes} - {*several, *once}, key=ORDER.index)
    return [*(one for one in several if one != "not_unique" or not rest), *once, *rest[:1]]


def _all(schema: dict[str, Any], document: Any) -> Iterator[Problem]:
    errors = list(_leaves(Draft202012Validator(schema).iter_errors(document)))
    for error in errors:
        if not _is_beyond(error, errors):
            yield from _of_error(error)
    yield from _beside(schema, schema, document, "")


def _leaves(errors: Any) -> Iterator[ValidationError]:
    """Return errors with those of the branch that is not null in place of ``anyOf``."""
    for error in errors:
        if error.validator == "anyOf":
            yield from _leaves(one for one in error.context if one.schema_path[0] == 0)
        else:
            yield error


def _is_beyond(error: ValidationError, errors: list[ValidationError]) -> bool:
    """Return whether an error is about an item beyond the most of its array."""
    most = {tuple(x.absolute_path): _most(x) for x in errors if x.validator == "maxItems"}
    steps = tuple(error.absolute_path)
    return any(
        isinstance(step, int) and step >= most.get(steps[:depth], step + 1)
        for depth, step in enumerate(steps)
    )


def _asked(error: ValidationError) -> dict[str, Any]:
    """Return the schema that a value was held against."""
    asked: Any = error.schema
    return dict(asked)


def _most(error: ValidationError) -> int:
    return int(_asked(error)["maxItems"])


def _of_error(error: ValidationError) -> Iterator[Problem]:
    pointer = "".join(f"/{step}" for step in error.absolute_path)
    keyword = str(error.validator)
    if keyword == "uniqueItems":
        yield from _repeated(pointer, error)
    elif keyword in OF_TEXTS:
        yield pointer, "bad_format" if "pattern" in _asked(error) else OF_TEXTS[keyword]
    else:
        yield pointer, SIMPLE[keyword]


def _repeated(pointer: str, error: ValidationError) -> Iterator[Problem]:
    """Return the places of sound items that stand earlier in the array too."""
    items: Any = error.instance
    # Items are texts by a schema without references to others, so it can be asked by itself.
    sound = Draft202012Validator(_asked(error)["items"]).is_valid
    for place, item in enumerate(items[: _most(error)]):
        if sound(item) and item in items[:place]:
            yield f"{pointer}/{place}", "not_unique"


def _beside(top: dict[str, Any], inner: dict[str, Any], value: Any, at: str) -> Iterator[Problem]:
    """Return what a validator cannot say: fractions, dates, the size of extensions."""
    for branch in inner.get("anyOf", [inner]):
        there = top["$defs"][branch["$ref"].split("/")[-1]] if "$ref" in branch else branch
        if at == "/extensions" and "maxProperties" in there:
            yield from _size(there, value)
        elif isinstance(value, dict):
            for name, field in there.get("properties", {}).items():
                if name in value:
                    yield from _beside(top, field, value[name], f"{at}/{name}")
        elif isinstance(value, list) and "items" in there:
            for place, item in enumerate(value[: there["maxItems"]]):
                yield from _beside(top, there["items"], item, f"{at}/{place}")
        elif isinstance(value, str) and Draft202012Validator(there).is_valid(value):
            yield from _text(there.get("pattern", ""), value, at)


def _size(there: dict[str, Any], value: Any) -> Iterator[Problem]:
    if Draft202012Validator(there).is_valid(value):
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        if len(text.encode("utf-8", "surrogatepass")) > LARGEST_EXTENSIONS:
            yield "/extensions", "too_long"


def _text(pattern: str, value: str, at: str) -> Iterator[Problem]:
    if "/[1-9]" in pattern:
        fraction = Fraction(value)
        if f"{fraction.numerator}/{fraction.denominator}" != value:
            yield at, "fraction_not_reduced"
    elif pattern.startswith("^[0-9]{4}-"):
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            yield at, "no_such_date"
