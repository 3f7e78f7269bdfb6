"""Where the command starts; without its extra it says what to install."""

import os
import sys
from pathlib import Path

__all__ = ["main"]

FINE = 0
WRONG_USE = 2
NO_FILE = 3


def main() -> int:
    """Run the command with the arguments of the process.

    Returns:
        The exit code: 0 fine; 1 a record refused or an error found; 2 wrong use; 3 not read or
        not written.
    """
    try:
        from positive_practice.cli.app import run
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "positive_practice":
            raise
        sys.stderr.write(
            "The command needs the extra 'cli': in the copy of the repository, "
            "pip install '.[cli]'\n"
        )
        return WRONG_USE
    if sys.stderr is None:  # nobody wants to be told
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # until the end
    if sys.stdout is None:  # closed by whoever started the command
        return _unwritten("it is closed")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read has read enough
        _drop_what_is_left()
        return FINE
    except OSError as error:
        _drop_what_is_left()
        return _unwritten(error.strerror or "it cannot be used")
    return code


def _drop_what_is_left() -> None:
    """What is still to be flushed at exit goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(why: str) -> int:
    sys.stderr.write(f"positive-practice: standard output could not be written: {why}\n")
    return NO_FILE


if __name__ == "__main__":
    sys.exit(main())
