"""Plainly valid values -> a document at once; of anything else it says nothing.

Nearly every document that is read is valid, and made of exactly what JSON readers hand out. Such a
one is taken here: each constraint is looked at once, and the object is filled without a second
look by its constructor. Where there is any doubt, ``structure`` reads the values again: it finds
every problem, and takes what is valid in another form, such as ``5.0`` for 5. What is taken here is
what would have been taken there; tests hold the two against each other.

Each class gets one function, written as Python from its annotations and compiled when it is first
needed, as attrs does for constructors. For an answer it begins so::

    def take(value, colons):
        if type(value) is not dict:
            raise Doubt
        document = Open()
        known = 2
        v = value["practice"]
        if type(v) is not str:
            raise Doubt
        v = known0[v]
        document.practice = v
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from positive_practice.derive.compiling import compiled_function
from positive_practice.derive.leaves import Findings, leaf_reader
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.checks import BAD_TEXT, compiled
from positive_practice.model.constraints import Codes, Pattern, Text, Version, Whole
from positive_practice.model.shape import FieldShape, Leaf, Object, Shape, fields_of
from positive_practice.text.plain import every_value, is_object
from positive_practice.text.strict_json import parse_at_a_glance

__all__ = ["plainly", "read_plainly"]

D = TypeVar("D")
Taker: TypeAlias = Callable[[Any, list[int]], Any]

KEPT = ("depth", "keys", "items")
"""The limits of a reader that a document cannot go beyond."""

FEW = 4
"""Patterns of at most so many characters have few matches, which are remembered."""


class Doubt(LookupError):
    """Values that are not plainly valid, as are those without a field or of an unknown code."""


@frozen
class _Taking:
    """How ``v`` is taken, as Python: when it is in doubt, and the lines that make it what is taken.

    ``names`` are what both name beside ``v`` and ``colons``.
    """

    doubt: str
    lines: tuple[str, ...] = ()
    names: Mapping[str, Any] = field(factory=dict[str, Any])


def plainly(value: Any, cls: type[D]) -> D | None:
    """Turn plain values into a document if they are plainly valid.

    Args:
        value: Plain values.
        cls: The document class.

    Returns:
        The document; None where there is any doubt.
    """
    return _taken(value, cls, [])


def read_plainly(data: bytes | str, cls: type[D], limits: Limits = DEFAULT_LIMITS) -> D | None:
    """Read the text of a document if it is plainly valid.

    A document keeps the default limits by its constraints, so those need no look of their own.

    Args:
        data: The JSON text.
        cls: The document class.
        limits: What the text may hold.

    Returns:
        The document; None where there is any doubt.

    Raises:
        JsonFault: If the text is too large or no UTF-8.
    """
    if not all(getattr(limits, name) >= getattr(DEFAULT_LIMITS, name) for name in KEPT):
        return None
    value, written = parse_at_a_glance(data, limits=limits)
    colons: list[int] = []
    document = _taken(value, cls, colons)
    return document if sum(colons) == written else None


def _taken(value: Any, cls: type[D], colons: list[int]) -> D | None:
    try:
        document: D = _taker(cls)(value, colons)  # type: ignore[arg-type]  # classes are hashable
    except LookupError:
        return None
    return document


@functools.cache
def _taker(cls: type) -> Taker:
    """The function that takes plain values of a class, and notes the colons of keys and strings."""
    fields, names = fields_of(cls), {"Doubt": Doubt, "Open": _open(cls), "cls": cls}
    lines = [
        "def take(value, colons):",
        *_doubt("type(value) is not dict", "    "),
        "    document = Open()",
        f"    known = {sum(one.required for one in fields)}",
    ]
    for number, one in enumerate(fields):
        taking = _taking(one.shape, number)
        names |= {**taking.names, f"default{number}": one.default}
        lines += _field_lines(one, number, taking)
    lines += [*_doubt("known != len(value)", "    "), "    colons.append(known)", *_end(cls, names)]
    return compiled_function(lines, names)


def _doubt(condition: str, indent: str) -> list[str]:
    return [f"{indent}if {condition}:", f"{indent}    raise Doubt"]


def _field_lines(one: FieldShape, number: int, taking: _Taking) -> list[str]:
    """What takes a field, or its default where it is absent."""
    if one.required:
        return _present_lines(one, taking, "    ")
    return [
        f"    if {one.name!r} in value:",
        *_present_lines(one, taking, "        "),
        "        known += 1",
        "    else:",
        f"        document.{one.name} = default{number}",
    ]


def _present_lines(one: FieldShape, taking: _Taking, indent: str) -> list[str]:
    first, last = f"{indent}v = value[{one.name!r}]", f"{indent}document.{one.name} = v"
    if not one.nullable:
        return [first, *_taking_lines(taking, indent), last]
    return [first, f"{indent}if v is not None:", *_taking_lines(taking, f"{indent}    "), last]


def _taking_lines(taking: _Taking, indent: str) -> list[str]:
    """The lines that doubt ``v`` or make it what is taken."""
    doubt = _doubt(taking.doubt, indent) if taking.doubt else []
    return [*doubt, *(indent + line for line in taking.lines)]


def _end(cls: Any, names: dict[str, Any]) -> list[str]:
    """The end: the open object becomes one of its class.

    A class that keeps more than its fields, such as its hash, has to make its objects itself.
    """
    own = [field.name for field in fields_of(cls)]
    if {*own} == {*cls.__slots__} - {"__weakref__"}:
        return ["    document.__class__ = cls", "    return document"]

    def made(filled: Any) -> Any:
        return cls(**{name: getattr(filled, name) for name in own})

    names["made"] = made
    return ["    return made(document)"]


def _open(cls: type) -> type:
    """A class of objects that can be filled before they become frozen ones of a document class."""
    methods = ("__new__", "__init__", "__setattr__", "__delattr__")
    own = {name: getattr(object, name) for name in methods}
    return type(f"Open{cls.__name__}", (cls,), {"__slots__": (), **own})


def _taking(shape: Shape, number: int) -> _Taking:
    if isinstance(shape, Leaf):
        return _leaf_taking(shape, number)
    take = f"take{number}"
    if isinstance(shape, Object):
        return _Taking("", (f"v = {take}(v, colons)",), {take: _taker(shape.cls)})
    bounds = shape.bounds
    lines = [f"v = tuple([{take}(item, colons) for item in v])"]
    if bounds.unique:
        lines += _doubt("len(set(v)) < len(v)", "")
    doubt = f"type(v) is not list or not {bounds.minimum} <= len(v) <= {bounds.maximum}"
    return _Taking(doubt, tuple(lines), {take: _item_taker(shape.item)})


def _item_taker(item: Leaf | Object) -> Taker:
    if isinstance(item, Object):
        return _taker(item.cls)
    taking = _leaf_taking(item, 0)
    lines = ["def take(v, colons):", *_taking_lines(taking, "    "), "    return v"]
    return compiled_function(lines, {"Doubt": Doubt, **taking.names})


def _leaf_taking(leaf: Leaf, number: int) -> _Taking:
    constraint = leaf.constraint
    if constraint is None:
        return _Taking("v is not True and v is not False")
    if isinstance(constraint, Codes | Version):
        return _known_taking({code: code for code in leaf.codes}, number)
    if isinstance(constraint, Pattern):
        return _pattern_taking(constraint, number)
    if isinstance(constraint, Text):
        return _text_taking(constraint)
    if isinstance(constraint, Whole):
        limits = f"{constraint.minimum} <= v <= {constraint.maximum}"
        return _Taking(f"type(v) is not int or not {limits}")
    take = f"take{number}"
    return _Taking("", (f"v = {take}(v, colons)",), {take: _careful_taker(leaf)})


def _known_taking(known: Mapping[str, str], number: int) -> _Taking:
    """One of the texts that are known; all documents share it."""
    return _Taking("type(v) is not str", (f"v = known{number}[v]",), {f"known{number}": known})


def _pattern_taking(pattern: Pattern, number: int) -> _Taking:
    matches = compiled(pattern.expression).fullmatch
    if pattern.maximum <= FEW:
        return _known_taking(_Matches(matches), number)
    doubt = f"type(v) is not str or matches{number}(v) is None"
    return _Taking(doubt, (), {f"matches{number}": matches})


class _Matches(dict[str, str]):
    """The texts that matched a pattern, for patterns that have few."""

    def __init__(self, matches: Callable[[str], Any]) -> None:
        super().__init__()
        self._matches = matches

    def __missing__(self, text: str) -> str:
        if self._matches(text) is None:
            raise Doubt
        self[text] = text
        return text


def _text_taking(text: Text) -> _Taking:
    """What is printable has none of the bad characters: most texts need no closer look."""
    length = f"type(v) is not str or not {text.minimum} <= len(v) <= {text.maximum}"
    note_colons = ("if ':' in v:", "    colons.append(v.count(':'))")
    return _Taking(
        f"{length} or not v.isprintable() and bad(v)", note_colons, {"bad": BAD_TEXT.search}
    )


def _careful_taker(leaf: Leaf) -> Taker:
    """Leaves that are rare or hard, read as ``structure`` reads them."""
    read = leaf_reader(leaf)

    def take(value: Any, colons: list[int]) -> Any:
        found = Findings(0)
        taken = read(value, (), found)
        if found.count:
            raise Doubt
        colons.extend(map(_colons, every_value([value])))
        return taken

    return take


def _colons(value: Any) -> int:
    """The colons of a string, or of an object's keys: one behind each, and those in them."""
    if is_object(value):
        return len(value) + sum(map(_colons, value))
    return value.count(":") if isinstance(value, str) else 0
