"""Freeze golden files and schemas of a released version: ``python scripts/freeze.py 1.0``.

Refuses to touch a version that is frozen already: golden files never change. A schema belongs to
the version that its ``$id`` ends with, so that those of a newer version leave an older one alone.
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
    of_files = {path.name: path.read_bytes() for path in golden}
    of_schemas = {path.name: without_wording(path) for path in schemas_of(version)}
    both = {**of_files, **of_schemas}
    return {name: hashlib.sha256(content).hexdigest() for name, content in both.items()}


def schemas_of(version: str) -> list[Path]:
    """The published schemas of a version, and of no other."""
    schemas = sorted((ROOT / "schemas").glob("*.schema.json"))
    return [path for path in schemas if version_of(path) == version]


def version_of(path: Path) -> str:
    """The version of a schema, as its ``$id`` says it."""
    schema: dict[str, str] = json.loads(path.read_text("utf-8"))
    return schema["$id"].rpartition(":")[2]


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


def _why_not(version: str, target: Path) -> str | None:
    """Why a version cannot be frozen, if it cannot."""
    if target.exists():
        return "this version is frozen; a change is a new version"
    if not target.parent.is_dir():
        return "this version has no golden files yet; write one of each document first"
    return None if schemas_of(version) else "no schema in schemas/ is of this version"


def main(version: str) -> int:
    """Write the sums of a version that has none yet."""
    target = ROOT / "tests" / "golden" / version / "SHA256SUMS"
    refusal = _why_not(version, target)
    if refusal is not None:
        sys.stderr.write(f"{refusal}\n")
        return 1
    lines = [f"{digest}  {name}\n" for name, digest in sums(version).items()]
    target.write_text("".join(lines), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
