"""Cost grows linearly: doubling an input costs at most 2.6 times, along every axis.

``python scripts/growth.py`` prints the ratio of each axis, and what some large inputs cost.
Needs only the library with its extra ``privacy``.
"""

import copy
import functools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import positive_practice as pp
from positive_practice.privacy.identifiers import find_identifiers

ROOT = Path(__file__).parent.parent
RECORD = json.loads((ROOT / "examples" / "parts" / "college.json").read_text("utf-8"))
LARGE = pp.Limits(
    record_bytes=2**28, line_bytes=2**28, file_bytes=2**28, depth=10**6, keys=10**6, items=10**6
)
MOST = 2.6
ROUNDS = 7
ATTEMPTS = 3
REPEATED = json.loads((ROOT / "tests" / "privacy" / "hostile.json").read_text("utf-8"))
"""What a text can be made of by repeating it, to make the identifier check slow."""
REPEATED_CHARACTERS = 3_000
MOST_OF_EIGHT = 16
"""What eight times such a text may cost: what grows with the square shows in long texts only."""
LONGEST_TEXT = "They met the worker on day 14 and talked about housing and Tamsin. " * 60
LONGEST_TEXT_SECONDS = 0.05


def record_with(**changes: Any) -> dict[str, Any]:
    """The example with some fields changed."""
    return {**copy.deepcopy(RECORD), **changes}


def text_with(value: str, times: int) -> str:
    """A record whose purpose is a long text."""
    audit = {**RECORD["audit"], "purpose": value * times}
    return json.dumps(record_with(audit=audit))


def records_file(size: int) -> None:
    """Read a file of many records."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        for number in range(size):
            identifier = f"{number:08x}-0000-4000-8000-000000000000"
            file.write(json.dumps(record_with(record_id=identifier)).encode() + b"\n")
        file.flush()
        with pp.read_records(file.name) as reader:
            pp.score(pp.tally(reader))


def check(text: str) -> None:
    """Check a text under limits that let it through."""
    pp.check(text, limits=LARGE)


AXES: dict[str, tuple[int, Callable[[int], str]]] = {
    "length of a text": (400_000, lambda n: text_with("x", n)),
    "escapes in a text": (100_000, lambda n: text_with("é\n", n)),
    "white space": (300_000, lambda n: json.dumps(RECORD) + " " * n),
    "digits of a number": (500_000, lambda n: '{"a": 1.' + "1" * n + "}"),
    "items of a list": (
        20_000,
        lambda n: json.dumps(record_with(events=[RECORD["events"][0]] * n)),
    ),
    "nesting": (60_000, lambda n: "[" * n + "]" * n),
    "keys of an object": (60_000, lambda n: json.dumps({f"k{i}": i for i in range(n)})),
    "problems": (10_000, lambda n: json.dumps(record_with(outcomes=[{}] * n))),
    "extensions": (30_000, lambda n: json.dumps(record_with(extensions={"org.example": [1] * n}))),
}


def cost(act: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """The processor time of an act, the least of several: what else the machine does adds to it."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        act()
        times.append(time.process_time() - started)
    return min(times)


def settled(measure: Callable[[], float], most: float) -> float:
    """The least of a few measurements, no more of them than it takes to stay within a limit.

    What else the machine does makes one too large now and then; what truly grows is so each time.
    """
    least = float("inf")
    for _ in range(ATTEMPTS):
        least = min(least, measure())
        if least <= most:
            break
    return least


def doubled(small: Callable[[], Any], large: Callable[[], Any]) -> float:
    """What doubling costs."""
    return settled(lambda: cost(large) / cost(small), MOST)


def ratios() -> dict[str, float]:
    """What doubling costs along each axis."""
    found = {}
    for name, (size, make) in AXES.items():
        small, large = make(size), make(2 * size)
        found[name] = doubled(functools.partial(check, small), functools.partial(check, large))
    return {
        **found,
        "records of a file": doubled(lambda: records_file(40), lambda: records_file(80)),
    }


def growth_of_identifier_check(unit: str) -> float:
    """What eight times the text costs; measured until it is told apart from noise."""
    times = REPEATED_CHARACTERS // len(unit)
    short, long = unit * times, unit * times * 8
    once = eightfold = float("inf")
    for _ in range(ROUNDS):
        once = min(once, cost(lambda: find_identifiers(short), 2))
        eightfold = min(eightfold, cost(lambda: find_identifiers(long), 1))
        if eightfold <= MOST_OF_EIGHT * once:
            break
    return eightfold / once


LARGE_INPUTS = {
    "a number of 1,000,000 digits": "b'[' + b'1' * 10**6 + b']'",
    "nesting of 100,000": "b'[' * 10**5",
    "one line of 16 MiB": "b'\"' + b'x' * (2**24 - 2) + b'\"'",
}
PROBE = """
import time, tracemalloc
import positive_practice as pp
pp.check(b"{}")
data = %s
limits = pp.Limits(record_bytes=2**24)
started = time.process_time()
report = pp.check(data, limits=limits)
spent = time.process_time() - started
tracemalloc.start()
pp.check(data, limits=limits)
print(report.problems[0].code, spent, tracemalloc.get_traced_memory()[1] / 2**20)
"""


def large_input(expression: str) -> tuple[str, float, float]:
    """The code that a large input ends in, its seconds and its MiB, in a process of its own."""
    command = [sys.executable, "-c", PROBE % expression]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    code, seconds, mib = done.stdout.split()
    return code, float(seconds), float(mib)


def main() -> int:
    """Print everything; the exit code says whether something grows too fast."""
    failed = 0
    for name, ratio in ratios().items():
        failed += ratio > MOST
        print(f"{name:<32}{ratio:6.2f}{'  too fast' if ratio > MOST else ''}")
    ratio = max(map(growth_of_identifier_check, REPEATED))
    too_fast = ratio > MOST_OF_EIGHT
    failed += too_fast
    print(f"{'identifier check, of 8':<32}{ratio:6.2f}{'  too fast' if too_fast else ''}")
    longest = functools.partial(find_identifiers, LONGEST_TEXT[:4_000])
    seconds = settled(lambda: cost(longest), LONGEST_TEXT_SECONDS)
    failed += seconds > LONGEST_TEXT_SECONDS
    print(f"{'identifier check, 4,000 letters':<32}{seconds:6.3f} s")
    for name, expression in LARGE_INPUTS.items():
        code, seconds, mib = large_input(expression)
        too_much = seconds >= 1 or mib >= 64
        failed += too_much
        print(
            f"{name:<32}{seconds:6.2f} s {mib:6.1f} MiB  {code}{'  too much' if too_much else ''}"
        )
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
