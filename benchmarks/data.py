"""What is measured on: invented records, the same on every machine."""

from collections.abc import Iterator
from pathlib import Path

import attrs

import positive_practice as pp

__all__ = ["form_of_one_agency", "whole_records", "write_lines"]

SEED = 2026
TEMPLATES = 100


def whole_records(number: int) -> list[bytes]:
    """Records as an audit ends with: three to five agencies, a timeline, actions."""
    return [pp.dumps(record) for record in pp.sample(number, seed=SEED)]


def form_of_one_agency(number: int) -> list[bytes]:
    """Records as an audit begins: the form of one agency and nothing else."""
    return [
        pp.dumps(
            attrs.evolve(
                record, submissions=record.submissions[:1], reviews=(), events=(), actions=()
            )
        )
        for record in pp.sample(number, seed=SEED)
    ]


def write_lines(path: Path, number: int) -> int:
    """Write that many different records, one a line; says how many bytes."""
    with path.open("wb") as file:
        for line in _numbered(number):
            file.write(line + b"\n")
    return path.stat().st_size


def _numbered(number: int) -> Iterator[bytes]:
    """The same hundred forms over and over, each time under an id of its own."""
    templates = form_of_one_agency(TEMPLATES)
    ids = [pp.loads(template).record_id.encode() for template in templates]
    for i in range(number):
        template, old = templates[i % TEMPLATES], ids[i % TEMPLATES]
        yield template.replace(old, f"{i:08x}-0000-4000-8000-000000000000".encode())
