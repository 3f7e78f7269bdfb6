"""The hazard log: each hazard says all that it has to, and its tests are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOG = (ROOT / "docs" / "safety" / "hazard-log.md").read_text("utf-8")
PARTS = ("What could go wrong", "For whom", "Cause", "Control", "Shown by", "Left to you")
TEST = re.compile(r"^  - `(tests/[\w/]+\.py)::(test_\w+)`$", re.MULTILINE)


def hazards():
    """Each hazard of the log: its title, and what is written under it."""
    _, *sections = re.split(r"^## ", LOG, flags=re.MULTILINE)
    return dict(section.split("\n", 1) for section in sections)


HAZARDS = hazards()


def functions_of(path):
    """The tests that a file has, also if it was renamed away."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_hazards_are_numbered_in_order():
    """No number is used twice and none is left out: a hazard that is gone says so in its place."""
    numbers = [int(re.match(r"H(\d+) \S", title)[1]) for title in HAZARDS]

    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("title", HAZARDS)
def test_a_hazard_says_what_for_whom_why_and_what_is_done(title):
    """Each part stands once, in order, and says something."""
    found = re.findall(r"^- ([A-Z][\w ]+):(.*)$", HAZARDS[title], re.MULTILINE)

    assert tuple(name for name, _ in found) == PARTS
    assert all(text.strip() for name, text in found if name != "Shown by")


@pytest.mark.parametrize("title", HAZARDS)
def test_the_control_of_a_hazard_is_shown_by_tests_that_are_there(title):
    """A control that no test shows is a hope; a test that was renamed has to be named anew."""
    shown = HAZARDS[title].split("- Shown by:\n")[1].split("- Left to you:")[0]
    named = TEST.findall(shown)

    assert len(named) == len(shown.splitlines())
    assert named
    assert not [(path, name) for path, name in named if name not in functions_of(path)]


@pytest.mark.parametrize(
    "word",
    [
        "notice", "risk of a person", "missing", "small numbers", "log", "left out",
        "different frameworks", "altered", "draft", "hurts", "hostile", "consent", "shaken",
    ],
)  # fmt: skip
def test_what_must_not_be_forgotten_has_a_hazard_of_its_own(word):
    """The hazards that the rules on privacy, hostile input and scoring are written against."""
    assert [title for title in HAZARDS if word in title.lower()]
