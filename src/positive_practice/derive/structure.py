"""Strict structuring: plain values -> a document, or every problem with its path.

The hooks convert nothing: the only leniency is that a number without a fraction is an integer
however it is written. They are whole-class hooks that never ask the converter for a primitive,
so every cattrs converter that is taught them is equally strict, whatever its own hooks do.
"""

import functools
from typing import Any, Generic, TypeVar, get_args

import cattrs
from attrs import frozen

from positive_practice.derive.leaves import Findings, Path, Reader, leaf_reader
from positive_practice.derive.plainly import plainly
from positive_practice.errors import InvalidDocument, Misuse, UnsupportedVersion
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.constraints import SchemaVersion
from positive_practice.model.plain import is_document, unstructure
from positive_practice.model.problem import Problem
from positive_practice.model.shape import Array, Object, Shape, fields_of
from positive_practice.problems.table import problem
from positive_practice.text.plain import is_array, is_object

__all__ = [
    "SUPPORTED_VERSIONS",
    "Checked",
    "configure_converter",
    "is_of_another_version",
    "structure",
    "structure_or_raise",
]

D = TypeVar("D")
C = TypeVar("C", bound=cattrs.BaseConverter)

SUPPORTED_VERSIONS: tuple[str, ...] = get_args(get_args(SchemaVersion)[0])
"""The schema versions that a document can have, which are those that this release reads."""


@frozen(kw_only=True)
class Checked(Generic[D]):
    """What came of a check: the document where it can be taken, and its problems.

    Args:
        document: The document; None if it cannot be taken.
        problems: Its problems, up to the limit.
        more: How many further problems the limit left out.
        refused: The document if it has its structure and cannot be taken for its integrity.
    """

    document: D | None
    problems: tuple[Problem, ...]
    more: int = 0
    refused: D | None = None


def structure(value: Any, cls: type[D], most: int = DEFAULT_LIMITS.problems) -> Checked[D]:
    """Turn plain values into a document.

    Args:
        value: Plain values, as from ``json.loads`` or any cattrs converter.
        cls: The document class.
        most: How many problems are kept.

    Returns:
        The document, or None where there are problems, and the problems.

    Source:
        record.md, "The record" and "Problems", structure.
    """
    taken = plainly(value, cls)
    return (
        Checked(document=taken, problems=())
        if taken is not None
        else structure_carefully(value, cls, most)
    )


def structure_carefully(value: Any, cls: type[D], most: int) -> Checked[D]:
    """Turn plain values of any kind into a document, or find every problem, as ``structure``."""
    found = Findings(most)
    document = _reader(Object(cls))(value, (), found)
    problems = tuple(problem(one.code, pointer_of(one.path), facts=one.facts) for one in found.kept)
    return Checked(
        document=None if found.count else document,
        problems=problems,
        more=found.count - len(problems),
    )


def configure_converter(converter: C) -> C:
    """Teach a cattrs converter the documents of this library, strictly.

    Args:
        converter: Any cattrs converter, such as a preconfigured one for msgpack or YAML.

    Returns:
        The same converter. Structuring raises ``InvalidDocument`` with every problem of a
        document, or ``UnsupportedVersion``.

    >>> from positive_practice.model.record import Period
    >>> configure_converter(cattrs.Converter()).structure({"from_day": 0, "to_day": 9}, Period)
    Period(from_day=0, to_day=9)
    """
    if not isinstance(converter, cattrs.BaseConverter):
        raise Misuse("this takes a cattrs converter: cattrs.Converter()")
    converter.register_structure_hook_func(is_document, structure_or_raise)
    converter.register_unstructure_hook_func(is_document, unstructure)
    return converter


def structure_or_raise(value: Any, cls: type[D]) -> D:
    """Turn plain values into a document, or raise with every problem.

    Raises:
        InvalidDocument: If there are problems.
        UnsupportedVersion: If the schema version is one that this release does not read.
    """
    if is_of_another_version(value):
        raise UnsupportedVersion(SUPPORTED_VERSIONS)
    checked = structure(value, cls)
    if checked.document is None:
        raise InvalidDocument(checked.problems, checked.more)
    return checked.document


def is_of_another_version(value: Any) -> bool:
    """Whether plain values name, as text, a schema version that this release does not read.

    >>> is_of_another_version({"schema_version": "9.9"}), is_of_another_version([])
    (True, False)
    """
    version = value.get("schema_version") if is_object(value) else None
    return isinstance(version, str) and version not in SUPPORTED_VERSIONS


def pointer_of(path: Path) -> str:
    """The JSON Pointer of a path of known field names and index numbers.

    >>> pointer_of(("submissions", 0, "id"))
    '/submissions/0/id'
    """
    return "".join(f"/{step}" for step in path)


@functools.cache
def _reader(shape: Shape) -> Reader:
    if isinstance(shape, Object):
        return _object_reader(shape.cls)
    if isinstance(shape, Array):
        return _array_reader(shape)
    return leaf_reader(shape)


def _object_reader(cls: type) -> Reader:
    fields = [(f.name, _reader(f.shape), f.required, f.nullable) for f in fields_of(cls)]

    def read(value: Any, path: Path, found: Findings) -> Any:
        if not is_object(value):
            return found.add("wrong_type", path, (("expected", "an object"),))
        before = found.count
        arguments: dict[str, Any] = {}
        for name, read_field, required, nullable in fields:
            if name in value:
                item = value[name]
                is_null = item is None and nullable
                arguments[name] = None if is_null else read_field(item, (*path, name), found)
            elif required:
                found.add("missing_field", path, (("field", name),))
        if any(key not in arguments for key in value):
            found.add("unknown_field", path)
        return cls(**arguments) if found.count == before else None

    return read


def _array_reader(shape: Array) -> Reader:
    read_item, bounds = _reader(shape.item), shape.bounds

    def read(value: Any, path: Path, found: Findings) -> Any:
        if not is_array(value):
            return found.add("wrong_type", path, (("expected", "a list"),))
        if len(value) < bounds.minimum:
            found.add("too_few", path, (("minimum", str(bounds.minimum)),))
        if len(value) > bounds.maximum:
            found.add("too_many", path, (("maximum", f"{bounds.maximum:,}"),))
        within = value[: bounds.maximum]
        items = tuple(read_item(item, (*path, i), found) for i, item in enumerate(within))
        if bounds.unique:
            for i in _repeats(items):
                found.add("not_unique", (*path, i))
        return items

    return read


def _repeats(items: tuple[Any, ...]) -> list[int]:
    """The places of items that stand earlier too; None, an item with a problem, is passed over."""
    seen: set[Any] = set()
    places: list[int] = []
    for place, item in enumerate(items):
        if item is not None and item in seen:
            places.append(place)
        seen.add(item)
    return places
