"""Where the command starts; without its extra it says what to install."""

import sys

__all__ = ["main"]

WRONG_USE = 2


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
            "The command needs the extra 'cli': pip install 'positive-practice[cli]'\n"
        )
        return WRONG_USE
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
