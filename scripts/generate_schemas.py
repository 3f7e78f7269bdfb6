"""Write ``schemas/``: the published copies for readers who use no Python.

The JSON Schemas are derived from the model, for here and for the package; the code lists, the
framework, the problem table and the urgent-help notice are byte for byte what the package ships.
Run after a change of any of them: ``python scripts/generate_schemas.py``.
"""

import json
from pathlib import Path

from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.derive.json_schema import json_schema

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "positive_practice"
TARGET = ROOT / "schemas"
SHIPPED = PACKAGE / "catalogue" / "data" / "schemas"
COPIES = {
    "codes.json": PACKAGE / "catalogue" / "data" / "codes.json",
    "framework.json": PACKAGE / "catalogue" / "data" / "framework.json",
    "problems.json": PACKAGE / "problems" / "table.json",
    "urgent-help-notice.json": PACKAGE / "catalogue" / "data" / "notice.json",
}


def derived() -> dict[str, bytes]:
    """The schema of every document, by the name of its file."""
    return {
        f"{name}.schema.json": pretty(json_schema(cls, name)) for name, cls in DOCUMENTS.items()
    }


def published() -> dict[str, bytes]:
    """The content of every published file that is made here, by its name."""
    return {**derived(), **{name: source.read_bytes() for name, source in COPIES.items()}}


def pretty(value: object) -> bytes:
    """JSON for people to read: indented, letters as they are, a line break at the end."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    SHIPPED.mkdir(exist_ok=True)
    for name, content in derived().items():
        (SHIPPED / name).write_bytes(content)
    for name, content in published().items():
        (TARGET / name).write_bytes(content)
        print(f"schemas/{name}")
