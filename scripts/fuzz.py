"""No undocumented exception escapes: mutated inputs go in, and only errors of ours come out.

``python scripts/fuzz.py [INPUTS]``: 1,000,000 mutated inputs unless told, from the records under
``tests/corpus`` and the documents under ``tests/golden``. Needs only the library.
"""

import concurrent.futures
import contextlib
import copy
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import attrs

import positive_practice as pp
from positive_practice.privacy.identifiers import find_identifiers

TESTS = Path(__file__).parent.parent / "tests"
OTHERS: dict[str, type[Any]] = {
    "agreement": pp.Agreement,
    "comparison": pp.Comparison,
    "framework": pp.Framework,
    "profile": pp.Profile,
    "tailoring": pp.Tailoring,
    "tally": pp.Tally,
    "urgent-help-notice": pp.UrgentHelpNotice,
    "validation-report": pp.ValidationReport,
}
OTHER = 0.2
"""How often an input is made from a document that is no record."""

KEPT = ("GA1", "GA2", "VY1")
LARGEST = 2**53 - 1
HUGE = 0.1
WORDS = r'''{ } [ ] , : " \ null true 1e5 -0 1.0 NaN "GA1" "fully" "stage" "not_applicable"
    "reason" [] {} "" 99999999999999999999 "\ud800" "\u0000"'''
BYTES = (b"\xff", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\x00", b" ", b"\n")
TOKENS = (*WORDS.encode().split(), *BYTES)
CHUNK = 5_000
LIKE = 0.9
"""How often a value gives way to one of its own name, so that many inputs stay valid."""

Pool: TypeAlias = dict[str, list[Any]]
TEXTS = 0.6
"""The share of inputs that are changed as text, and mostly are no JSON any more."""


def mutated(random: Random, seeds: list[bytes]) -> bytes:
    """A seed with one to four changes: tokens put in, parts changed, cut, copied or spliced."""
    data = bytearray(random.choice(seeds))
    for _ in range(random.randrange(1, 5)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randrange(1, 24))
        change = random.randrange(5)
        if change == 0:
            data[start:start] = random.choice(TOKENS)
        elif change == 1:
            data[start:end] = random.choice(TOKENS)
        elif change == 2:
            del data[start:end]
        elif change == 3:
            data[start:start] = data[start:end]
        else:
            other = random.choice(seeds)
            data[start:end] = other[random.randrange(len(other) + 1) :][: random.randrange(60)]
    return bytes(data)


def rearranged(random: Random, pool: Pool, seeds: list[bytes]) -> bytes:
    """A seed that stays JSON: one to three values give way to others, mostly of the same name.

    Now and then every whole number in it is as large as it may be.
    """
    plain = json.loads(random.choice(seeds))
    if random.random() < HUGE:
        for holder, key in places(plain):
            holder[key] = LARGEST if type(holder[key]) is int else holder[key]
    for _ in range(random.randrange(1, 4)):
        holder, key = random.choice(list(places(plain)))
        name = key if random.random() < LIKE else random.choice(sorted(pool))
        holder[key] = copy.deepcopy(random.choice(pool.get(name, [0, LARGEST])))
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")


def pool_of(seeds: list[bytes]) -> Pool:
    """Every value of the seeds by its name; beside each number the largest one."""
    pool: Pool = {}
    for seed in seeds:
        for holder, key in places(json.loads(seed)):
            if isinstance(key, str):
                values = pool.setdefault(key, [])
                values.append(holder[key])
                values.extend([LARGEST] if type(holder[key]) is int else [])
    return pool


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Where values stand: each object and list with each key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def is_object(data: bytes) -> bool:
    """Whether a seed is a JSON object."""
    try:
        return bool(json.loads(data)) and data.lstrip().startswith(b"{")
    except (ValueError, RecursionError):
        return False


def judged(random: Random, data: bytes, kind: type[Any]) -> str:
    """What came of one input: refused, or read, written and read back; anything else is a fault."""
    report = pp.check(
        data, type=kind, mode=random.choice(("draft", "submitted", "agreed", "publish"))
    )
    try:
        value = pp.loads(data, type=kind)
    except pp.PositivePracticeError:
        return "refused" if report.problems else "FAULT: refused, and no problem found"
    if pp.loads(pp.dumps(value), type=kind) != value:
        return "FAULT: not read back"
    with contextlib.suppress(pp.PositivePracticeError):
        if isinstance(value, pp.Tally):
            pp.score(value + value, overall="mean_of_elements")
        if isinstance(value, pp.AuditRecord):
            pp.score(value)
            pp.check(value, mode="publish", text_check=find_identifiers)
    return "read"


def other_seeds() -> dict[str, bytes]:
    """A document of every other class; of the large ones small ones, so that many are tried."""
    seeds = {name: (TESTS / "golden/1.0" / f"{name}.json").read_bytes() for name in OTHERS}
    tailoring = pp.loads(seeds["tailoring"], type=pp.Tailoring)
    left_out = tuple(one.id for one in pp.framework().practices if one.id not in KEPT)
    removal = pp.Removal(practices=left_out, stages=())
    tailoring = attrs.evolve(tailoring, remove=removal, weights=(), standards=(), labels=())
    framework = pp.tailor(pp.framework(), tailoring)
    profile = pp.score(pp.tally([], framework=framework), framework=framework)
    return {**seeds, "framework": pp.dumps(framework), "profile": pp.dumps(profile)}


def inputs(random: Random, size: int) -> Iterator[tuple[bytes, type[Any]]]:
    """So many inputs, each with the class of document that it was made from."""
    records = [path.read_bytes() for path in sorted((TESTS / "corpus").glob("*.json"))]
    objects = [seed for seed in records if is_object(seed)]
    record_pool = pool_of(objects)
    others = other_seeds()
    pools = {name: pool_of([seed]) for name, seed in others.items()}
    for _ in range(size):
        is_text = random.random() < TEXTS
        if random.random() < OTHER:
            name = random.choice(sorted(OTHERS))
            seeds, pool, kind = [others[name]], pools[name], OTHERS[name]
        else:
            seeds, pool, kind = records if is_text else objects, record_pool, pp.AuditRecord
        yield mutated(random, seeds) if is_text else rearranged(random, pool, seeds), kind


def chunk(number: int, size: int) -> Counter[str]:
    """So many inputs of one seed."""
    random, found = Random(number), Counter[str]()
    for data, kind in inputs(random, size):
        try:
            found[judged(random, data, kind)] += 1
        except Exception as error:  # noqa: BLE001  # whatever it is, it should not have escaped
            found[f"FAULT: {type(error).__name__} escaped from {data!r}"] += 1
    return found


def sizes(total: int) -> Iterator[int]:
    """The sizes of the chunks."""
    for start in range(0, total, CHUNK):
        yield min(CHUNK, total - start)


def main(total: int) -> int:
    """Run everything on two processes and say what came of it."""
    started, found = time.monotonic(), Counter[str]()
    chunked = list(sizes(total))
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for counted in pool.map(chunk, range(len(chunked)), chunked):
            found += counted
    faults = [what for what in found if what.startswith("FAULT")]
    print(*faults[:10], sep="\n", end="\n" if faults else "")
    seconds = time.monotonic() - started
    print(
        f"{total:,} inputs in {seconds:.0f} s: {found['read']:,} read, {found['refused']:,} refused"
    )
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
