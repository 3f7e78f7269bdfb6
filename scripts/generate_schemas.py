"""Write ``schemas/``: the published copies for readers who use no Python.

The JSON Schemas are derived from the model; the code lists, the framework, the problem table and
the urgent-help notice are byte for byte what the package ships.
Run after a change of any of them: ``python scripts/generate_schemas.py``.
"""

import json
from pathlib import Path

from positive_practice.catalogue.documents import DOCUMENTS, schema

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "positive_practice"
TARGET = ROOT / "schemas"
COPIES = {
    "codes.json": PACKAGE / "catalogue" / "data" / "codes.json",
    "framework.json": PACKAGE / "catalogue" / "data" / "framework.json",
    "problems.json": PACKAGE / "problems" / "table.json",
    "urgent-help-notice.json": PACKAGE / "catalogue" / "data" / "notice.json",
}


def published() -> dict[str, bytes]:
    """The content of every published file that is made here, by its name."""
    schemas = {f"{name}.schema.json": pretty(schema(name)) for name in DOCUMENTS}
    return {**schemas, **{name: source.read_bytes() for name, source in COPIES.items()}}


def pretty(value: object) -> bytes:
    """JSON for people to read: indented, letters as they are, a line break at the end."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name, content in published().items():
        (TARGET / name).write_bytes(content)
        print(f"schemas/{name}")
