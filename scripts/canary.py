"""Silent messages: no value and no unknown key of a record is ever heard again.

``python scripts/canary.py [INPUTS] [COMMANDS]``: failing inputs in process (100,000 unless told),
and runs of the command (500). Needs what the tests need.
"""

import contextlib
import io
import itertools
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.canaries import CANARY, heard, planted, text_of  # noqa: E402  # found by the line above

COMMANDS = ("report", "check", "score", "combine", "agenda", "explain")


def leaks_in_process(inputs: int, seed: int = 1) -> Iterator[str]:
    """What was heard of a canary, over so many inputs: a document at one way into the library."""
    said = itertools.chain.from_iterable(map(_heard, (f"{seed}/{n}" for n in itertools.count())))
    return (one for one in itertools.islice(said, inputs) if CANARY in one)


def _heard(seed: str) -> Iterator[str]:
    random = Random(seed)
    record = planted(random)
    return heard(record, text_of(random, record))


def leaks_of_commands(runs: int, seed: int = 2) -> Iterator[str]:
    """What the command printed, wrote to refused.jsonl or into the page, with a canary in it."""
    with tempfile.TemporaryDirectory() as directory:
        for number in range(runs):
            said = _command(Random(f"{seed}/{number}"), Path(directory), COMMANDS[number % 6])
            if CANARY in said:
                yield said


def _command(random: Random, directory: Path, name: str) -> str:
    from positive_practice.cli.app import run

    lines = []
    for _ in range(3):
        record = planted(random)
        lines.append(text_of(random, record).replace(b"\n", b" "))
    path = directory / "audit.jsonl"
    path.write_bytes(b"\n".join(lines))
    arguments = [name, *(["MA"] if name == "explain" else []), str(path)]
    if name == "report":
        arguments += ["-o", str(directory)]
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        run(arguments)
    if name == "combine" and '{"' in out.getvalue():
        return ""  # what it prints is the record itself
    files = (directory / "refused.jsonl", directory / "report.html")
    return out.getvalue() + "".join(file.read_text("utf-8") for file in files if file.exists())


def main(inputs: int, commands: int) -> int:
    """Run both and say how many leaked."""
    first = next(leaks_in_process(inputs), None) or next(leaks_of_commands(commands), None)
    if first is not None:
        at = first.index(CANARY)
        sys.stdout.write(f"a canary was heard: ...{first[max(0, at - 300) : at + 100]}\n")
        return 1
    sys.stdout.write(f"{inputs:,} inputs and {commands:,} commands: silent\n")
    return 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [100_000, 500][len(given) :])))
