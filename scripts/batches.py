"""Batches: generated files whose truth is known are read as they are.

``python scripts/batches.py [FILES]``: 10,000 files unless told. Needs what the tests need.
"""

import sys
import tempfile
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.batches import batch, mistakes  # noqa: E402  # found by the line above


def first_mistake(files: int, seed: int = 1) -> str | None:
    """The first file that is read wrongly, by its number, and in what."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "audit.jsonl"
        for number in range(files):
            wrong = mistakes(batch(Random(f"{seed}/{number}")), path)
            if wrong:
                return f"file {number}: {', '.join(wrong)}"
    return None


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    mistake = first_mistake(many)
    print(mistake or f"{many:,} files: every item accounted for, whatever the order")
    sys.exit(mistake is not None)
