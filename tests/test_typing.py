"""What type checkers are shown of users' code covers every public name."""

import re
from pathlib import Path

import pytest

from positive_practice import testing

ROOT = Path(__file__).parent
NAMES = (ROOT / "public_names.txt").read_text("utf-8").split()
PAGES = [path for path in (ROOT / "typing").glob("*.py") if path.name != "mistakes.py"]
SHOWN = "\n".join(path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_used_as_users_would(name):
    """Type checkers read ``tests/typing``, strictly: a name without a type shows there."""
    uses = SHOWN.split(f"pp.{name}")

    assert any(not rest[:1].isalnum() for rest in uses[1:])


@pytest.mark.parametrize("name", testing.__all__)
def test_every_name_for_tests_is_used_as_users_would(name):
    """So are the strategies and the laws, which are a package of their own."""
    page = (ROOT / "typing" / "law_suite.py").read_text("utf-8")

    assert len(re.findall(rf"\b{name}\b", page)) > 1
