"""Every figure of docs/explanation/speed.md, in one run on one core, as Markdown.

``python benchmarks/run.py [quick|full]``: needs the extra ``bench``. ``quick``, unless told,
takes under a minute; ``full`` has more rounds, and files of up to 100,000 records.
"""

import platform
import sys
from collections.abc import Callable

from attrs import frozen

from data import form_of_one_agency, whole_records
from growth import file_costs, import_costs
from timing import medians, on_one_core, subjects

FLOOR = "`orjson.loads`: parse, nothing else"
SCHEMA = "`jsonschema` alone, on parsed values"
HEAD = (
    "| what | microseconds a record | times `orjson.loads` | jsonschema alone takes |\n"
    "|---|---:|---:|---:|"
)


@frozen
class Plan:
    """How much is measured."""

    records: int
    rounds: int
    files: tuple[int, ...]


PLANS = {
    "quick": Plan(20, 5, (100, 1_000)),
    "full": Plan(50, 15, (1_000, 10_000, 100_000)),
}


def speed_table(make: Callable[[int], list[bytes]], plan: Plan) -> str:
    """What reading, checking and scoring one record cost."""
    data = make(plan.records)
    found = medians(subjects(data), plan.rounds)
    size = sum(map(len, data)) / len(data) / 1000
    rows = [
        f"| {name} | {1e6 * seconds / len(data):,.0f} | {seconds / found[FLOOR]:,.1f} "
        f"| {found[SCHEMA] / seconds:,.1f} times as long |"
        for name, seconds in found.items()
    ]
    said = (make.__doc__ or "").splitlines()[0]
    return "\n".join([f"{said} {size:.1f} kB a record.", "", HEAD, *rows])


def file_table(plan: Plan) -> str:
    """What a file costs as it grows."""
    head = "| records | MB | seconds | microseconds a record | peak MiB |"
    rows = [head, "|---:|---:|---:|---:|---:|"]
    for size, (seconds, mib, megabytes) in file_costs(plan.files).items():
        each = 1e6 * seconds / size
        rows.append(f"| {size:,} | {megabytes:,.1f} | {seconds:,.2f} | {each:,.0f} | {mib:,.0f} |")
    return "\n".join(rows)


def import_table(plan: Plan) -> str:
    """What an import costs."""
    rows = [f"| {name} | {cost:,.0f} |" for name, cost in import_costs(plan.rounds).items()]
    return "\n".join(["| import | milliseconds |\n|---|---:|", *rows])


def main(plan: Plan) -> None:
    """Print every table."""
    on_one_core()
    print(f"Python {platform.python_version()}, {platform.system()}, one core.\n", flush=True)
    for make in (form_of_one_agency, whole_records):
        print(speed_table(make, plan), end="\n\n", flush=True)
    print(file_table(plan), end="\n\n", flush=True)
    print(import_table(plan))


if __name__ == "__main__":
    main(PLANS[sys.argv[1] if len(sys.argv) > 1 else "quick"])
