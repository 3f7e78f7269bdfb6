"""The option ``--output`` of ``combine``: records in a file that nobody else reads."""

import sys
from pathlib import Path

import pytest

import positive_practice as pp

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
PARTS = sorted((EXAMPLES / "parts").glob("*.json"))
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_the_file_holds_what_would_be_printed(run, tmp_path, option):
    """One record a line, of several records too; then only where it is gets printed."""
    path = tmp_path / "joined.jsonl"
    for files, records in ((PARTS, "1 record"), ([AUDIT], "12 records")):
        printed = run("combine", *files)[1]

        code, out, _ = run("combine", *files, option, path)

        assert code == FINE
        assert out == f"{records}: {path}\n"
        assert path.read_text("utf-8") == printed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_reads_what_was_joined(run, tmp_path):
    """Also where the file that stood there before was open to others."""
    path = tmp_path / "joined.jsonl"
    path.write_text("")
    path.chmod(0o644)

    run("combine", *PARTS, "-o", path)

    assert path.stat().st_mode & 0o077 == 0


def test_a_part_can_be_joined_to_the_file_itself(run, tmp_path):
    """All is read before anything is written."""
    path = tmp_path / "joined.jsonl"
    run("combine", *PARTS[:2], "-o", path)

    code, _, _ = run("combine", path, PARTS[2], "-o", path)

    assert code == FINE
    assert pp.loads(path.read_bytes()) == pp.combine([pp.load(part) for part in PARTS])


def test_nothing_is_written_where_parts_differ_or_there_is_no_place(run, tmp_path):
    """What was there is still there."""
    path, other = tmp_path / "joined.jsonl", tmp_path / "other.json"
    path.write_text("as it was")
    other.write_text(PARTS[0].read_text("utf-8").replace("positive_examples", "random_sample"))

    assert run("combine", *PARTS, other, "-o", path)[:2] == (FOUND, "")
    assert path.read_text() == "as it was"
    assert run("combine", *PARTS, "-o", tmp_path)[:2] == (NO_FILE, "")
    assert run("combine", *PARTS, "-o", tmp_path / "none" / "joined.jsonl")[:2] == (NO_FILE, "")
