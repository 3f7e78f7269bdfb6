"""The documentation follows the data, and speaks of the project alone."""

import re
from pathlib import Path

import pytest

from positive_practice.cli.app import app
from support.scripts import script

ROOT = Path(__file__).parent.parent
SPECIFICATION = ROOT / "docs" / "reference" / "specification"


def generator():
    """The script that makes the reference pages."""
    return script("generate_docs")


@pytest.mark.parametrize("name", ["practices.md", "code-lists.md", "problem-codes.md", "api.md"])
def test_generated_pages_are_current(name):
    """Run ``python scripts/generate_docs.py`` after a change of the data."""
    assert (ROOT / "docs" / "reference" / name).read_text("utf-8") == generator().pages()[name]


def test_links_between_pages_lead_somewhere():
    """Every relative link of the README and the documentation is a file of the checkout."""
    broken = []
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        if "_build" in page.parts:
            continue
        targets = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
        inside = [target for target in targets if "://" not in target]
        broken += [(page.name, one) for one in inside if not (page.parent / one).exists()]
    assert not broken


def test_readme_commands_are_one_line_each():
    """Two commands on a fresh machine: one for the main job, one for the tests."""
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python3 -m venv .venv && ")]

    assert [line.rsplit(" && ", 1)[1] for line in commands] == [
        ".venv/bin/positive-practice report examples/audit.jsonl",
        ".venv/bin/python -m pytest",
    ]


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_what_people_read_begins_with_where_to_turn(page):
    """The urgent-help notice comes before anything else."""
    text = (ROOT / page).read_text("utf-8").split("\n", 1)[1].strip()

    assert text.lstrip("> *").startswith("If you or someone near you needs help now")


def test_every_command_has_a_transcript():
    """The page of the command line shows each command at work."""
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text("utf-8")
    commands = {name for name in app if not name.startswith("-")}

    assert set(re.findall(r"^\$ positive-practice (\w+)", page, re.MULTILINE)) == commands
