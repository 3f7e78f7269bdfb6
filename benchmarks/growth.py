"""What a file of records costs as it grows, and an import: each in a process of its own."""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from data import write_lines

__all__ = ["file_costs", "import_costs"]

READ = """
import resource, sys, time
import positive_practice as pp
started = time.process_time()
with pp.read_records(sys.argv[1]) as reader:
    profile = pp.score(pp.tally(reader))
assert profile.records == int(sys.argv[2])
print(time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
IMPORTS = {
    "nothing, the start of Python": "pass",
    "`import positive_practice`": "import positive_practice",
    "`positive_practice.loads`, named": "import positive_practice; positive_practice.loads",
    "`import jsonschema`": "import jsonschema",
    "`import pydantic`, named `BaseModel`": "from pydantic import BaseModel",
}
TIMED = """
import time
started = time.perf_counter()
{}
print(time.perf_counter() - started)
"""


def _printed(*command: str) -> list[float]:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)
    return [float(number) for number in done.stdout.split()]


def file_costs(sizes: tuple[int, ...]) -> dict[int, tuple[float, float, float]]:
    """By number of records: seconds to read and score a file, peak MiB, and MB of the file."""
    found = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "audit.jsonl"
            length = write_lines(path, size)
            seconds, kib = _printed("-c", READ, str(path), str(size))
        found[size] = (seconds, kib / 1024, length / 1e6)
    return found


def import_costs(rounds: int) -> dict[str, float]:
    """The median milliseconds of each import."""
    times: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(rounds):
        for name, statement in IMPORTS.items():
            times[name] += _printed("-c", TIMED.format(statement))
    return {name: 1000 * statistics.median(measured) for name, measured in times.items()}
