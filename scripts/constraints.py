"""Write the lists of exact versions with hashes that a release is built and tested with.

``.ci/constraints.txt`` has what the library and its command need, with the extras ``cli``,
``report`` and ``privacy``, for every system and every Python from 3.11 on: each version with the
hashes of all of its files. ``.ci/build-constraints.txt`` has what builds the package. Neither names
a host, so they hold wherever packages come from. Needs the extra ``release``; run it before a
release: ``python scripts/constraints.py``.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXTRAS = ("cli", "report", "privacy")
HEAD = """\
# {what}
# Written by scripts/constraints.py; install with: pip install --require-hashes -r {name}
"""
WHAT = {
    "constraints.txt": "What a release was tested with, and the hashes of every file of it.",
    "build-constraints.txt": "What a release is built with, and the hashes of every file of it.",
}


def resolved(arguments: list[str], requirements: str = "") -> str:
    """The versions that are chosen for requirements now, one package after another.

    Raises:
        ValueError: If a host is named, which would bind the list to where it was made.
    """
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--upgrade"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", *arguments]
    done = subprocess.run(
        command, input=requirements, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    if "://" in done.stdout:
        raise ValueError("the list names a host")
    return done.stdout


def for_the_library() -> str:
    """What the library and its command need."""
    extras = [argument for extra in EXTRAS for argument in ("--extra", extra)]
    return resolved(["pyproject.toml", *extras])


def for_the_build() -> str:
    """What makes sdist and wheel."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return resolved(["-"], "\n".join([*settings["build-system"]["requires"], "build"]))


def write(name: str, pins: str) -> None:
    """Write one list under its heading."""
    head = HEAD.format(what=WHAT[name], name=f".ci/{name}")
    (ROOT / ".ci" / name).write_text(head + pins, "utf-8", newline="\n")


if __name__ == "__main__":
    write("constraints.txt", for_the_library())
    write("build-constraints.txt", for_the_build())
