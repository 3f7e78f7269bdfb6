"""What type checkers are shown of users' code covers every public name."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent
NAMES = (ROOT / "public_names.txt").read_text("utf-8").split()
PAGES = [path for path in (ROOT / "typing").glob("*.py") if path.name != "mistakes.py"]
SHOWN = "\n".join(path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_used_as_users_would(name):
    """Type checkers read ``tests/typing``, strictly: a name without a type shows there."""
    uses = SHOWN.split(f"pp.{name}")

    assert any(not rest[:1].isalnum() for rest in uses[1:])
