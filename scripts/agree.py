"""One verdict everywhere: jsonschema, jsonschema-rs, ajv and our structurer judge alike.

``python scripts/agree.py [DOCUMENTS]``: 200,000 generated documents unless told. Needs what the
tests need, the extra ``agree``, and ``npm install`` in ``scripts/agree-node``.
"""

import concurrent.futures
import functools
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import jsonschema_rs  # noqa: E402  # all that is tested lies below the line above

import positive_practice as pp  # noqa: E402
from positive_practice.catalogue.documents import DOCUMENTS  # noqa: E402
from positive_practice.derive.structure import structure  # noqa: E402
from support.documents import cases  # noqa: E402

STRUCTURAL = {"text", "version", "structure"}
CHUNK = 2_500
JUDGES = ("structurer", "jsonschema", "jsonschema-rs", "ajv")


def structurer(name: str) -> Callable[[Any], bool]:
    """Our own verdict: no problem of structure."""

    def judge(value: Any) -> bool:
        problems = structure(value, DOCUMENTS[name]).problems
        return all(pp.row(one.code).group not in STRUCTURAL for one in problems)

    return judge


@functools.cache
def judges(name: str) -> tuple[Callable[[Any], bool], ...]:
    """The judges that run in this process."""
    schema = pp.schema(name)
    independent = pp.schema_validator(name).is_valid
    return structurer(name), independent, jsonschema_rs.validator_for(schema).is_valid


def chunk(name: str, seed: int, count: int) -> tuple[Counter[str], list[str]]:
    """What the judges say of one chunk: counts, and where they differ."""
    documents = list(cases(seed, DOCUMENTS[name], count))
    here = [[judge(one.value) for judge in judges(name)] for one in documents]
    verdicts = list(zip(here, _ajv(name, [one.value for one in documents]), strict=True))
    counted = Counter[str]()
    for one, (said, _) in zip(documents, verdicts, strict=True):
        counted["valid" if said[0] else "not valid"] += 1
        counted["near"] += one.near
    differ = [
        f"{name}, seed {seed}, number {number}: {dict(zip(JUDGES, [*said, ajv], strict=True))}"
        for number, (said, ajv) in enumerate(verdicts)
        if len({*said, ajv}) > 1
    ]
    return counted, differ


def _ajv(name: str, documents: list[Any]) -> list[bool]:
    """What ajv says, in a process of its own."""
    lines = "".join(f"{json.dumps({'name': name, 'document': one})}\n" for one in documents)
    command = ["node", "agree.mjs"]
    place = ROOT / "scripts" / "agree-node"
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=True, cwd=place
    )
    return [line == "1" for line in done.stdout.split()]


def chunks(total: int) -> Iterator[tuple[str, int, int]]:
    """Half of the documents are records; the large frameworks are few."""
    shares = dict.fromkeys(DOCUMENTS, 0.065) | {"audit-record": 0.5, "framework": 0.045}
    for name, share in shares.items():
        left, seed = round(total * share), 1_000
        while left > 0:
            yield name, seed, min(CHUNK, left)
            left, seed = left - CHUNK, seed + 1


def main(total: int) -> int:
    """Run all chunks on two processes and say what came of it."""
    counted, differ = Counter[str](), []
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for counts, differing in pool.map(chunk, *zip(*chunks(total), strict=True)):
            counted += counts
            differ += differing
    documents = counted["valid"] + counted["not valid"]
    shares = {name: 100 * counted[name] // documents for name in ("valid", "not valid", "near")}
    print(*differ[:20], sep="\n", end="\n" if differ else "")
    print(f"{documents:,} documents, {len(differ)} disagreements; per cent: {shares}")
    return bool(differ) or shares["valid"] < 20 or shares["not valid"] < 20 or shares["near"] < 33


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000))
