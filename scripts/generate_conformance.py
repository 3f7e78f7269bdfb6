"""Write ``schemas/conformance/``: ``python scripts/generate_conformance.py``.

Cases are written by hand or made from seeds; what is expected of them is what the library and a
second implementation both say, and where it was worked out by hand too, what that says. A file
that was written once is frozen: it is never made again, and new cases go to a new file, which
``vectors/files.py`` names. To ask for a frozen file by its name is refused.
"""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from vectors import files  # noqa: E402  # it lies below the line above

TARGET = ROOT / "schemas" / "conformance"
FROZEN = ROOT / "tests" / "conformance" / "SHA256SUMS"


def frozen() -> dict[str, str]:
    """The SHA-256 of every file that is frozen, by its name."""
    text = FROZEN.read_text("utf-8") if FROZEN.exists() else ""
    pairs = (line.split("  ") for line in text.splitlines())
    return {name: digest for digest, name in pairs}


def digest(content: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def index() -> bytes:
    """The index of the files that are there: kind, number of cases and SHA-256 of each."""
    rows = [_row(path) for path in sorted(TARGET.glob("*/*.json"))]
    inner = ",\n".join(f"    {json.dumps(row)}" for row in rows)
    return f'{{\n  "schema_version": "1.0",\n  "files": [\n{inner}\n  ]\n}}\n'.encode()


def _row(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    held = json.loads(content)
    return {
        "file": path.relative_to(TARGET).as_posix(),
        "kind": held["kind"],
        "cases": len(held["cases"]),
        "sha256": digest(content),
    }


def main(names: Sequence[str] = ()) -> int:
    """Write the files of some names, or all that are not there yet; never one that is frozen."""
    sums = frozen()
    if any(name in sums for name in names):
        sys.stderr.write("such a file is frozen; new cases go to a new file\n")
        return 1
    new = [name for name in names or files.BUILT if name not in sums]
    made = {name: files.content(name) for name in new}
    for name, content in made.items():
        _write(TARGET / name, content)
    _write(TARGET / "index.json", index())
    _write(FROZEN, _sums({**sums, **{name: digest(content) for name, content in made.items()}}))
    return 0


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _sums(rows: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(rows.items())).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
