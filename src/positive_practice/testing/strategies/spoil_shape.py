"""Faults of structure: a plain record -> the same with one value that breaks one constraint."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from positive_practice.model.constraints import Codes, Pattern, Text, Whole
from positive_practice.model.record import AuditRecord
from positive_practice.model.shape import Array, Leaf, Object, Shape, fields_of
from positive_practice.testing.strategies.derived import Plain

__all__ = ["Spoil", "spoilers_of_shape"]

Spoil: TypeAlias = Callable[[st.DrawFn, Plain], None]

FRAMEWORK_DEPTH = 2
LARGEST_ARRAY = 50
FAR = 10**6


@frozen
class Spot:
    """A value of a record: what holds it, its key there, its shape, and the path to it."""

    holder: Any
    key: str | int
    shape: Shape
    path: tuple[str | int, ...]

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        """Let something else stand there."""
        self.holder[self.key] = value


def spoilers_of_shape() -> Mapping[str, Spoil]:
    """A way to make each structural fault, by its problem code.

    >>> sorted(spoilers_of_shape())[:3]
    ['bad_format', 'bad_text', 'missing_field']
    """
    return MappingProxyType(
        {
            "wrong_type": _at(lambda _: True, _of_another_type),
            "missing_field": _missing_field,
            "unknown_field": _unknown_field,
            "unknown_code": _at(_is_code, lambda _: "no_such_code"),
            "bad_format": _at(_is_pattern, lambda _: "Not so!"),
            "out_of_range": _at(_is_whole, lambda _: FAR),
            "too_short": _at(_is_text, lambda _: ""),
            "too_long": _at(_is_text, _too_long),
            "bad_text": _at(_is_text, lambda _: "a\x07"),
            "too_many": _at(_can_overflow, _too_many),
            "too_few": _at(_must_hold_some, lambda _: []),
            "not_unique": _at(_holds_each_once, lambda spot: [*spot.value, spot.value[0]]),
        }
    )


def _at(fits: Callable[[Spot], bool], faulty: Callable[[Spot], Any]) -> Spoil:
    """A way to spoil one of the values that fit."""

    def spoil(draw: st.DrawFn, record: Plain) -> None:
        spot = draw(st.sampled_from([one for one in _spots(record) if fits(one)]))
        spot.put(faulty(spot))

    return spoil


def _spots(record: Plain) -> list[Spot]:
    """Every value of a record, after a few are put in that some faults need."""
    _furnish(record)
    return list(_inside(record, AuditRecord, ()))


def _furnish(record: Plain) -> None:
    """See that there are a text, a number, a list with a fewest and one that holds each once."""
    record["audit"].setdefault("purpose", "Learning.")
    if not record.get("reviews"):
        record["reviews"] = [{"sequence": 1, "agencies": ["housing"], "decisions": []}]


def _inside(values: Plain, cls: type, path: tuple[str | int, ...]) -> Iterator[Spot]:
    for field in fields_of(cls):
        if field.name in values:
            yield from _from(Spot(values, field.name, field.shape, (*path, field.name)))


def _from(spot: Spot) -> Iterator[Spot]:
    yield spot
    if isinstance(spot.shape, Object):
        yield from _inside(spot.value, spot.shape.cls, spot.path)
    if isinstance(spot.shape, Array):
        for i in range(len(spot.value)):
            yield from _from(Spot(spot.value, i, spot.shape.item, (*spot.path, i)))


def _of_another_type(spot: Spot) -> Any:
    return {} if isinstance(spot.shape, Array) else []


def _constraint(spot: Spot) -> Any:
    return spot.shape.constraint if isinstance(spot.shape, Leaf) else None


def _is_code(spot: Spot) -> bool:
    return isinstance(_constraint(spot), Codes)


def _is_pattern(spot: Spot) -> bool:
    # A framework of another id is unknown, whatever its form, and that problem stands alone.
    names_framework = spot.path[0] == "framework" and len(spot.path) == FRAMEWORK_DEPTH
    return isinstance(_constraint(spot), Pattern) and not names_framework


def _is_whole(spot: Spot) -> bool:
    return isinstance(_constraint(spot), Whole)


def _is_text(spot: Spot) -> bool:
    return isinstance(_constraint(spot), Text)


def _too_long(spot: Spot) -> str:
    text: Text = _constraint(spot)
    return "a" * (text.maximum + 1)


def _can_overflow(spot: Spot) -> bool:
    if not (isinstance(spot.shape, Array) and spot.value):
        return False
    return not spot.shape.bounds.unique and spot.shape.bounds.maximum <= LARGEST_ARRAY


def _too_many(spot: Spot) -> Any:
    most = spot.shape.bounds.maximum if isinstance(spot.shape, Array) else 0
    return [spot.value[0]] * (most + 1)


def _must_hold_some(spot: Spot) -> bool:
    return isinstance(spot.shape, Array) and spot.shape.bounds.minimum > 0


def _holds_each_once(spot: Spot) -> bool:
    if not (isinstance(spot.shape, Array) and spot.value):
        return False
    return spot.shape.bounds.unique and len(spot.value) < spot.shape.bounds.maximum


def _missing_field(draw: st.DrawFn, record: Plain) -> None:
    held = [
        (values, field.name)
        for values, cls in _objects(record)
        for field in fields_of(cls)
        if field.required
    ]
    values, name = draw(st.sampled_from(held))
    del values[name]


def _unknown_field(draw: st.DrawFn, record: Plain) -> None:
    values, _ = draw(st.sampled_from(_objects(record)))
    values["surprise"] = 1


def _objects(record: Plain) -> list[tuple[Plain, type]]:
    """Every object of a record, with its class."""
    inner = [
        (spot.value, spot.shape.cls) for spot in _spots(record) if isinstance(spot.shape, Object)
    ]
    return [(record, AuditRecord), *inner]
