"""Every block of every page is run: Python by Sybil, JavaScript by a gate, everything else here."""

import codeop
import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.cli.app import run
from support.pages import blocks, commands_of, first_unshown, pages
from support.scripts import ROOT

SET_UP = re.compile(
    r"python3 -m venv \.venv && \.venv/bin/pip install (?:-e )?(?:\.|'\.\[([a-z,]+)\]')"
)
RUN_ELSEWHERE = {
    ".venv/bin/python": "the prompt of Python",
    ".venv/bin/python -m pytest": "these tests",
    ".venv/bin/python -W error::DeprecationWarning -m pytest": "tests of the reader's own",
    "npm install ajv": "the gate of scripts/pages_js.py",
    ".venv/bin/pip install fastapi uvicorn": "the gate .ci/web",
    ".venv/bin/pip install django": "the gate .ci/web",
    ".venv/bin/uvicorn --app-dir examples/web fastapi_app:app": "the gate .ci/web",
    ".venv/bin/python examples/web/django_app.py runserver --noreload": "the gate .ci/web",
}
NOT_RUN = {
    ("testing.md", "console"): "mutation testing takes an hour",
    ("release.md", "console"): "a gate rehearses a release",
    ("speed.md", "console"): "the figures are made by hand, on a quiet machine",
}
SKIPPED = {
    "law-suite.md": "the project of the reader is that of tests/downstream, in a gate",
    "validate-from-another-language.md": "where jsonschema-rs is not installed; a gate has it",
}
OF_SPHINX = {"{toctree}", "{eval-rst}", "{literalinclude} ../../examples/web/fastapi_app.py",
             "{literalinclude} ../../examples/web/django_app.py"}  # fmt: skip
GENERATED = "problem-codes.md"
"""Its examples are those of the table of problems, and each is a test of its own there."""


def named(page):
    """A page by its place in the checkout."""
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", pages(), ids=named)
def test_every_block_is_of_a_kind_that_is_run(page):
    """A block of another kind would be one that nothing looks at."""
    kinds = {block.kind for block in blocks(page) if (page.name, block.kind) not in NOT_RUN}

    assert kinds <= {"python", "sh", "powershell", "text", "json", "js"} | OF_SPHINX


@pytest.mark.parametrize("page", pages(), ids=named)
def test_python_can_be_typed_as_it_stands(page):
    """An interpreter takes each example: a bare ``...`` is the empty line that ends what is indented."""
    for block in blocks(page):
        for example in typed_in(block) if block.kind == "python" else []:
            lines = [line[4:] for line in example]
            waits = [
                codeop.compile_command("\n".join(lines[:end])) is None
                for end in range(1, len(lines) + 1)
            ]
            assert waits == [True] * (len(lines) - 1) + [False], example[-1]


def typed_in(block):
    """What stands behind each ``>>>`` of a block, line by line as it is typed."""
    return [
        one[0].splitlines() for one in re.finditer(r"^>>>.*(\n\.\.\..*)*", block.text, re.MULTILINE)
    ]


@pytest.mark.parametrize("page", pages(), ids=named)
def test_commands_do_what_the_page_shows(page, tmp_path, monkeypatch, capsys):
    """In their order, in one folder; what stands between two ``[...]`` is printed so, in turn."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)

    for block in blocks(page):
        if block.told.startswith("save as "):
            Path(block.told.removeprefix("save as ")).write_text(block.text, "utf-8")
        for command in commands_of(block):
            code = run([part for word in command.arguments for part in spread(word)])
            printed = capsys.readouterr().out
            assert code in {0, 1}, command
            if command.into is not None:
                Path(command.into).write_text(printed, "utf-8")
            elif command.shown is not None:
                assert first_unshown(command.shown, printed) is None


def spread(word):
    """A word of a command as a shell gives it on: the files that a pattern names."""
    return sorted(str(path) for path in Path().glob(word)) if "*" in word else [word]


@pytest.mark.parametrize("page", pages(), ids=named)
def test_lines_for_a_shell_are_known(page):
    """Set-up has one form with extras that exist; all else is our command, or is run elsewhere."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]

    for block in blocks(page):
        for line in block.text.splitlines() if block.kind == "sh" else []:
            set_up = SET_UP.match(line)
            rest = line if set_up is None else line[set_up.end() :].removeprefix(" && ")
            assert set_up is None or {*(set_up[1] or "cli").split(",")} <= set(extras)
            is_ours = rest.startswith(("positive-practice ", ".venv/bin/positive-practice "))
            assert is_ours or not rest or rest in RUN_ELSEWHERE, line


def test_lines_for_windows_are_those_for_other_systems():
    """The same commands, as PowerShell writes them."""
    here = {block.kind: [] for block in blocks(ROOT / "README.md")}
    for block in blocks(ROOT / "README.md"):
        here[block.kind] += block.text.splitlines()
    replaced = [("python3", "py"), (" &&", ";"), ("/bin/", "\\Scripts\\"), ("/", "\\")]

    for old, new in replaced:
        here["sh"] = [line.replace(old, new) for line in here["sh"]]

    assert here["powershell"] == here["sh"]


@pytest.mark.parametrize("page", [page for page in pages() if page.name != GENERATED], ids=named)
def test_json_is_what_it_says(page):
    """A whole document has no error; a part of a record fits into a good one."""
    for block in blocks(page):
        if block.kind != "json" or '"..."' in block.text:
            continue
        plain = json.loads(block.text)
        if "schema_version" in plain:
            reports = [pp.check(plain, type=cls, mode="draft") for cls in DOCUMENTS.values()]
            assert any(report.ok for report in reports), block.text
        else:
            assert pp.check({**a_good_record(), **plain}).ok, block.text


def a_good_record():
    """A record without an error, as plain values."""
    return json.loads((ROOT / "examples" / "parts" / "leaving-care.json").read_bytes())


@pytest.mark.parametrize("page", pages(), ids=named)
def test_what_is_skipped_is_run_elsewhere(page):
    """An example that Sybil passes over has its reason here."""
    skipped = [block for block in blocks(page) if block.told.startswith("skip")]

    assert len(skipped) == (page.name in SKIPPED)
