"""Combining: the parts that agencies hold of one record -> one record, or a conflict.

Arrays carry no meaning by their order, so the result has every array sorted by the canonical
form of its items: that makes combining commutative, associative and idempotent (law M1).
"""

from collections.abc import Iterable
from typing import Any, TypeAlias

from positive_practice.derive.structure import structure_or_raise
from positive_practice.errors import Conflict, Misuse
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord
from positive_practice.text.canonical import canonical
from positive_practice.text.strict_json import Json

__all__ = ["combine_records", "value_of"]

Plain: TypeAlias = dict[str, Any]

SAME_IN_ALL = ("schema_version", "record_id", "framework", "audit", "case", "text_check")
KEYED: dict[str, tuple[str, ...]] = {
    "submissions": ("id", "revision"),
    "reviews": ("sequence",),
    "actions": ("id",),
}
UNITED = ("events", "outcomes")


def combine_records(parts: tuple[AuditRecord, ...]) -> AuditRecord:
    """One record from its parts.

    Args:
        parts: The parts, in any order.

    Returns:
        The record with every array in canonical order.

    Raises:
        Conflict: If two parts hold the same thing differently.
        InvalidDocument: If the parts together hold more than a record may.
        Misuse: If there is no part.

    Source:
        record.md, "The record".
    """
    if not parts:
        raise Misuse("combine takes at least one part of a record")
    plains = [value_of(part) for part in parts]
    combined: Plain = {}
    conflicts: list[str] = []
    for name in SAME_IN_ALL:
        _same(name, plains, combined, conflicts)
    for name, keys in KEYED.items():
        _keyed(name, keys, plains, combined, conflicts)
    for name in UNITED:
        combined[name] = _united(item for plain in plains for item in plain.get(name, []))
    _either("own_view", plains, combined, conflicts)
    _extensions(plains, combined, conflicts)
    if conflicts:
        raise Conflict(tuple(dict.fromkeys(conflicts)))
    return structure_or_raise(combined, AuditRecord)


def value_of(record: AuditRecord) -> Plain:
    """A record's value apart from the order of its arrays: equal for records equal as values.

    Source:
        record.md, "Decisions on edges".
    """
    plain: Plain = unstructure(record)
    extensions = plain.pop("extensions", None)
    in_order: Plain = _in_order(plain)  # type: ignore[assignment]  # an object stays an object
    return in_order if extensions is None else {**in_order, "extensions": extensions}


def _in_order(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _in_order(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_in_order(inner) for inner in value), key=canonical)
    return value


def _same(name: str, plains: list[Plain], combined: Plain, conflicts: list[str]) -> None:
    """What every part must hold alike, also by not holding it."""
    first = plains[0].get(name)
    for plain in plains[1:]:
        conflicts.extend(f"/{name}{inner}" for inner in _differences(first, plain.get(name)))
    if first is not None:
        combined[name] = first


def _differences(first: Json, second: Json) -> Iterable[str]:
    """Where two values differ: the fields of two objects, else the whole."""
    if not (isinstance(first, dict) and isinstance(second, dict)):
        return [] if first == second else [""]
    names = sorted({*first, *second})
    return [f"/{name}" for name in names if first.get(name) != second.get(name)]


def _keyed(
    name: str, keys: tuple[str, ...], plains: list[Plain], combined: Plain, conflicts: list[str]
) -> None:
    """The union of items by their key; one key with two contents is a conflict."""
    found: dict[tuple[Any, ...], Plain] = {}
    for plain in plains:
        for item in plain.get(name, []):
            key = tuple(item[part] for part in keys)
            if found.setdefault(key, item) != item:
                conflicts.append(f"/{name}/{_place(plains, name, found[key])}")
    combined[name] = [found[key] for key in sorted(found)]


def _place(plains: list[Plain], name: str, item: Plain) -> int:
    """Where the first part that holds an item has it."""
    places = (plain[name].index(item) for plain in plains if item in plain.get(name, []))
    return int(next(places))


def _united(items: Iterable[Plain]) -> list[Plain]:
    by_value = {canonical(item): item for item in items}
    return [by_value[key] for key in sorted(by_value)]


def _either(name: str, plains: list[Plain], combined: Plain, conflicts: list[str]) -> None:
    """What one part may hold; those that hold it must hold it alike."""
    held = [plain[name] for plain in plains if name in plain]
    if any(one != held[0] for one in held):
        conflicts.append(f"/{name}")
    if held:
        combined[name] = held[0]


def _extensions(plains: list[Plain], combined: Plain, conflicts: list[str]) -> None:
    """The union of extensions by name; one name with two values is a conflict."""
    united: Plain = {}
    for plain in plains:
        for name, value in plain.get("extensions", {}).items():
            if name in united and canonical(united[name]) != canonical(value):
                conflicts.append("/extensions")
            united.setdefault(name, value)
    if united:
        combined["extensions"] = united
