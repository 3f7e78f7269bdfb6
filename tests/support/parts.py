"""Records in parts: as several agencies hold them, and the value of a record whatever its order."""

import json
import random
from typing import Any

Plain = dict[str, Any]

SHARED = ("schema_version", "record_id", "framework", "audit", "case", "text_check")
LISTS = ("reviews", "events", "actions", "outcomes")


def value_of(record: Plain) -> Plain:
    """A record whatever the order of its arrays, with empty ones left out (record.md)."""
    found = {name: _in_order(inner) for name, inner in record.items() if name != "extensions"}
    found = {name: inner for name, inner in found.items() if inner not in ([], {})}
    extensions = record.get("extensions") or {}
    return {**found, "extensions": extensions} if extensions else found


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        ordered = {name: _in_order(inner) for name, inner in value.items()}
        return {name: inner for name, inner in ordered.items() if inner != []}
    if isinstance(value, list):
        return sorted((_in_order(inner) for inner in value), key=_text)
    return value


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def without_repeats(record: Plain) -> Plain:
    """The record with equal events and equal outcomes once."""
    once = {
        name: [json.loads(text) for text in dict.fromkeys(map(_text, record[name]))]
        for name in ("events", "outcomes")
        if name in record
    }
    return {**record, **once}


def parts_of(record: Plain, rng: random.Random) -> list[Plain]:
    """Parts of a record: a submission each, and everything else in one part or several."""
    count = max(1, len(record["submissions"]))
    parts: list[Plain] = [
        {name: record[name] for name in SHARED if name in record}
        | {"submissions": record["submissions"][i : i + 1]}
        for i in range(count)
    ]
    for name in LISTS:
        for item in record.get(name, []):
            for part in _some(parts, rng):
                part.setdefault(name, []).append(item)
    for name, value in record.get("extensions", {}).items():
        for part in _some(parts, rng):
            part.setdefault("extensions", {})[name] = value
    for part in _some(parts, rng) if "own_view" in record else []:
        part["own_view"] = record["own_view"]
    rng.shuffle(parts)
    return parts


def _some(parts: list[Plain], rng: random.Random) -> list[Plain]:
    return rng.sample(parts, rng.randint(1, len(parts)))
