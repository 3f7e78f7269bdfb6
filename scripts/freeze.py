"""Freeze golden files and schemas of a released version: ``python scripts/freeze.py 1.0``.

Refuses to touch a version that is frozen already: golden files never change.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WORDING = {"title", "description"}


def sums(version: str) -> dict[str, str]:
    """The SHA-256 of each golden file, and of each schema apart from its wording."""
    golden = sorted((ROOT / "tests" / "golden" / version).glob("*.json"))
    schemas = sorted((ROOT / "schemas").glob("*.schema.json"))
    of_files = {path.name: path.read_bytes() for path in golden}
    of_schemas = {path.name: without_wording(path) for path in schemas}
    both = {**of_files, **of_schemas}
    return {name: hashlib.sha256(content).hexdigest() for name, content in both.items()}


def without_wording(path: Path) -> bytes:
    """A schema as canonical bytes without the titles and descriptions that may still improve."""
    return json.dumps(_bare(json.loads(path.read_text("utf-8"))), sort_keys=True).encode()


def _bare(schema: Any, *, names: bool = False) -> Any:
    """A schema without its wording; under ``names`` the keys are names of fields, not keywords."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: inner for key, inner in schema.items() if names or key not in WORDING}
    return {key: _bare(inner, names=key in {"properties", "$defs"}) for key, inner in kept.items()}


def main(version: str) -> int:
    """Write the sums of a version that has none yet."""
    target = ROOT / "tests" / "golden" / version / "SHA256SUMS"
    if target.exists():
        sys.stderr.write("this version is frozen; a change is a new version\n")
        return 1
    lines = [f"{digest}  {name}\n" for name, digest in sums(version).items()]
    target.write_text("".join(lines), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
