"""Generated files of records whose truth the generator knows."""

import gzip
import json
from pathlib import Path
from random import Random
from typing import Any

from attrs import asdict, frozen

import positive_practice as pp
from support.records import plain_record, said_at, submission

__all__ = ["Batch", "batch", "mistakes"]

TORN = ('{"a": 1', '{"a": 1, "a": 2}', "NaN", "[1,", '"\\ud800"', "nul", "{} {}")
WRONG = ("{}", "3", "[]", '{"schema_version": "2.0"}', '{"schema_version": "1.0", "record_id": 5}')
PLACES = (("GA1", None), ("PE1", None), ("MA1", "assessment"))


@frozen(kw_only=True)
class Batch:
    """A file and what is true of it."""

    content: bytes
    accounting: dict[str, int]
    refused: list[int]
    accepted: set[str]


def batch(random: Random) -> Batch:
    """A file that mixes good, torn, wrong, blank, duplicate and conflicting lines, in any order."""
    lines: list[tuple[str, str | None, int]] = []
    for _ in range(random.randrange(6)):
        lines += _record_lines(random)
    lines += [(random.choice(TORN + WRONG), None, 1) for _ in range(random.randrange(3))]
    lines += [(random.choice(("", " ", "\t\r")), None, 0) for _ in range(random.randrange(3))]
    random.shuffle(lines)
    return _with_truth(random, lines)


def _record_lines(random: Random) -> list[tuple[str, str | None, int]]:
    """One to three lines with one record id: a record, copies of it, and other versions of it."""
    ratings = random.sample(("partly", "mostly", "fully"), 2 if random.random() < 0.3 else 1)
    identifier = f"{random.getrandbits(32):08x}-0000-4000-8000-{random.getrandbits(48):012x}"
    versions = [_record(identifier, rating) for rating in ratings]
    shown = versions + random.choices(versions, k=random.randrange(2))
    return [(_as_text(random, one), identifier, versions.index(one)) for one in shown]


def _record(identifier: str, rating: str) -> dict[str, Any]:
    answers = [said_at(place, rating) for place in PLACES]
    return {**plain_record([submission(answers)]), "record_id": identifier}


def _as_text(random: Random, record: dict[str, Any]) -> str:
    """A record as text; its keys and arrays stand in any order, which changes nothing."""
    turned = dict(random.sample(list(record.items()), len(record)))
    (only,) = turned["submissions"]
    answers = random.sample(only["answers"], len(only["answers"]))
    return json.dumps({**turned, "submissions": [{**only, "answers": answers}]})


def _with_truth(random: Random, lines: list[tuple[str, str | None, int]]) -> Batch:
    versions: dict[str, set[int]] = {}
    for _, identifier, version in lines:
        if identifier is not None:
            versions.setdefault(identifier, set()).add(version)
    seen: set[tuple[str, int]] = set()
    counts = {"read": len(lines), "accepted": 0, "refused": 0, "blank": 0, "duplicate": 0}
    refused = []
    for number, (_, identifier, version) in enumerate(lines, 1):
        fate = _fate(identifier, version, versions, seen)
        counts[fate] += 1
        refused += [number] if fate == "refused" else []
    content = "\n".join(text for text, _, _ in lines).encode()
    needs_end = bool(lines) and (not lines[-1][0] or random.random() < 0.5)
    return Batch(
        content=_packed(random, content + (b"\n" if needs_end else b"")),
        accounting=counts,
        refused=refused,
        accepted={one for one, contents in versions.items() if len(contents) == 1},
    )


def _fate(
    identifier: str | None, version: int, versions: dict[str, set[int]], seen: set[tuple[str, int]]
) -> str:
    """What must become of a line, given the lines before it."""
    if identifier is None:
        return "refused" if version else "blank"
    if (identifier, version) in seen:
        return "duplicate"
    seen.add((identifier, version))
    return "accepted" if len(versions[identifier]) == 1 else "refused"


def _packed(random: Random, content: bytes) -> bytes:
    return gzip.compress(content, 1) if random.random() < 0.1 else content


def mistakes(one: Batch, path: Path) -> list[str]:
    """Where what is read from a file at a path differs from what is true."""
    path.write_bytes(one.content)
    with pp.read_records(path) as reader:
        records = [record.record_id for record in reader]
        found = {
            "accounting": asdict(reader.accounting) == one.accounting,
            "lines": [item.line for item in reader.refused] == one.refused,
            "records": len(records) == len(set(records)) and set(records) == one.accepted,
        }
    return [name for name, right in found.items() if not right]
