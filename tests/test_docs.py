"""The documentation follows the data, and speaks of the project alone."""

import gzip
import inspect
import re
from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from positive_practice.cli.app import app
from support.scripts import script

ROOT = Path(__file__).parent.parent
NAMES = (ROOT / "tests" / "public_names.txt").read_text("utf-8").split()
COMMANDS = [name for name in app if not name.startswith("-")]
KEYWORD = inspect.Parameter.KEYWORD_ONLY
SPECIFICATION = ROOT / "docs" / "reference" / "specification"


def generator():
    """The script that makes the reference pages."""
    return script("generate_docs")


@pytest.mark.parametrize("name", list(generator().pages()))
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


@pytest.mark.parametrize("page", ["README.md", "docs/explanation/what-it-is.md"])
def test_the_report_is_named_where_people_look(page):
    """By the title and the authors that the framework has."""
    text = " ".join((ROOT / page).read_text("utf-8").split()).casefold()
    source = pp.framework().source
    authors = source.authors.partition(" (")[0].casefold()

    assert f"*{source.title.casefold()}*" in text
    assert authors in text


def test_every_command_has_a_transcript():
    """The page of the command line shows each command at work."""
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text("utf-8")
    commands = {name for name in app if not name.startswith("-")}

    assert set(re.findall(r"^\$ positive-practice (\w+)", page, re.MULTILINE)) == commands


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_on_the_page_of_the_api(name):
    """What may be used is described there, in an entry of its own."""
    page = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")

    assert re.search(rf"^\.\. auto\w+:: positive_practice\.{name}$", page, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_on_the_page_of_the_command_line(name):
    """Each option of a command is in its section, or in that about what they share."""
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (.+)\n([^#]*(?:#(?!# )[^#]*)*)", page, re.MULTILINE))
    said = sections[name] + sections["Files"]
    arguments = app[name].assemble_argument_collection(parse_docstring=False)
    options = [one.names for one in arguments if one.field_info.kind is KEYWORD]

    assert [names for names in options if not any(f"{one}" in said for one in names)] == []


@pytest.mark.parametrize("limit", [field.name for field in attrs.fields(pp.Limits)])
def test_what_is_over_a_limit_is_what_the_page_says(limit, tmp_path):
    """The last column of the table: the code or the error, or that the others are counted."""
    page = (ROOT / "docs" / "reference" / "limits.md").read_text("utf-8")
    told = re.search(rf"^\| `{limit}` \|.*\| ([^|]+) \|$", page, re.MULTILINE)[1]
    lines = tmp_path / "two.jsonl.gz"
    lines.write_bytes(gzip.compress(b'{"a": []}\n{"b": [{}, {}], "c": 1}\n'))
    array = tmp_path / "two.json"
    array.write_bytes(b'[{"a": []}, {"b": [{}, {}], "c": 1}]')

    outcome = what_comes_of([lines, array], pp.Limits(**{limit: 1}))

    assert set(re.findall(r"`(\w+)`", told)) & outcome


def what_comes_of(files, limits):
    """The codes and errors that reading gives, and ``more`` where problems were left out."""
    found = set()
    for file in files:
        try:
            with pp.read_records(file, limits=limits) as reader:
                refused = reader.refused
        except pp.LimitExceeded:
            found.add("LimitExceeded")
        else:
            found |= {problem.code for one in refused for problem in one.problems}
            found |= {"more" for one in refused if one.more}
    return found
