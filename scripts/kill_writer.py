"""Kill a writer again and again, and look at what is left: the old file or the new one, whole.

A process overwrites one file in a loop and is killed at a random moment, as by `kill -9`. What
stands there then must be one of the two contents it writes, and the next write must clear what the
killed one left behind. ``python scripts/kill_writer.py 500``; ends with 1 if a round went wrong.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from positive_practice.errors import CannotWrite
from positive_practice.text.files import write_atomically

CONTENTS = (b"old " * 2**18, b"new file " * 2**17)
LAST = b"written after the kill"
NAME = "target.json"
LONGEST = 0.05


def write_for_ever(target: Path) -> None:
    """Overwrite a file with one content after the other; say when it stands there first."""
    write_atomically(target, CONTENTS[0], private=True)
    print("ready", flush=True)
    while True:
        for content in reversed(CONTENTS):
            write_atomically(target, content, private=True)


def writer(target: Path) -> "subprocess.Popen[bytes]":
    """A process that overwrites a file until it is killed, and has done so once."""
    command = [sys.executable, __file__, "--write", str(target)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # this very script
    assert process.stdout is not None  # noqa: S101  # for the type checker: it is a pipe
    process.stdout.readline()
    return process


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process at once, with no chance to tidy up."""
    process.kill()
    process.communicate()


def faults(target: Path) -> list[str]:
    """What is wrong after a kill: with the file, or after the next write to it."""
    found = [] if target.read_bytes() in CONTENTS else ["the file is neither old nor new"]
    try:
        write_atomically(target, LAST, private=True)
    except CannotWrite as error:
        return [*found, f"the next write failed: {error}"]
    if target.read_bytes() != LAST:
        found.append("the next write did not arrive")
    if len(list(target.parent.iterdir())) > 1:
        found.append("the next write did not clear what was left")
    return found


def rounds(number: int, seed: int) -> tuple[int, list[str]]:
    """Kill a number of writers.

    Args:
        number: How many.
        seed: What decides the moments; how far a writer came by then is up to the machine.

    Returns:
        How often a temporary file was left, and everything that went wrong.
    """
    moments = random.Random(seed)
    left = 0
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / NAME
        for which in range(number):
            process = writer(target)
            time.sleep(moments.uniform(0, LONGEST))
            kill(process)
            left += len(list(target.parent.iterdir())) > 1
            wrong += [f"round {which}: {fault}" for fault in faults(target)]
    return left, wrong


def main(arguments: list[str]) -> int:
    """Read the command line, and say in one line what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("number", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", type=Path, help="be the writer of this file")
    choices = parser.parse_args(arguments)
    if choices.write is not None:
        write_for_ever(choices.write)
    left, wrong = rounds(choices.number, choices.seed)
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    print(
        f"{choices.number} kills, seed {choices.seed}: {len(wrong)} wrong; "
        f"{left} left a temporary file for the next write to clear"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
