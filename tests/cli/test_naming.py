"""Errors of commands that are given several files say which file they come from, never its name."""

import gzip
from pathlib import Path

import pytest

from positive_practice.cli.naming import Turns, naming_turns, said
from positive_practice.errors import LimitExceeded
from support.lines import unwrapped

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
LOCAL = EXAMPLES / "tailored.jsonl"
COLLEGE = EXAMPLES / "tailorings" / "college.json"
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3
ONE_PASS = ("score", "agreement", "report", "check", "combine")


@pytest.fixture
def broken(tmp_path):
    """A compressed file of records that breaks off in its middle."""
    path = tmp_path / "about-somebody.jsonl.gz"
    whole = gzip.compress(AUDIT.read_bytes())
    path.write_bytes(whole[: len(whole) // 2])
    return path


@pytest.fixture
def away(run, tmp_path, monkeypatch):
    """Run a command in a directory of its own."""
    monkeypatch.chdir(tmp_path)
    return run


@pytest.mark.parametrize("command", ONE_PASS)
def test_a_missing_file_is_named_by_its_number(away, tmp_path, command):
    """Whatever the command does with its files."""
    code, _, err = away(command, LOCAL, AUDIT, tmp_path / "about-somebody.jsonl")

    assert code == NO_FILE
    assert "positive-practice: file 3: there is no such file" in err
    assert "somebody" not in err


@pytest.mark.parametrize("command", ONE_PASS)
def test_a_file_that_breaks_in_its_middle_is_named(away, broken, command):
    """The files before it were fine."""
    code, _, err = away(command, AUDIT, broken)

    assert code == NO_FILE
    assert "positive-practice: file 2: " in err
    assert "somebody" not in err


@pytest.mark.parametrize("command", ["score", "agreement", "report"])
def test_the_first_file_of_another_framework_is_named(away, command):
    """Two frameworks are never put together; the file is named in which the second begins."""
    code, _, err = away(command, AUDIT, AUDIT, LOCAL, "--tailoring", COLLEGE)

    assert code == FOUND
    assert "positive-practice: file 3: these do not go together" in err


def test_the_file_of_a_framework_that_is_not_at_hand_is_named(run):
    """The first record decides which framework it is."""
    assert "file 1: the framework or tailoring is not at hand" in run("score", LOCAL, AUDIT)[2]


def test_of_a_comparison_the_side_is_named(run, broken):
    """`compare` reads one file after the other."""
    assert "file 1: " in run("compare", broken, AUDIT)[2]
    assert "file 2: " in run("compare", AUDIT, broken)[2]
    assert "file 1: the framework" in run("compare", LOCAL, AUDIT)[2]


def test_a_single_file_needs_no_number(run, broken):
    """There is no doubt which one it is."""
    for arguments in (("score", broken), ("agenda", broken), ("explain", "GA", broken)):
        assert "file 1" not in run(*arguments)[2]


def test_what_no_file_is_to_blame_for_names_none(run):
    """A call that asks for what there is not is about the call."""
    code, _, err = run("agreement", AUDIT, AUDIT, "--minimum-units", "-1")

    assert code == WRONG_USE
    assert "file" not in err


def test_files_of_options_are_named_by_the_option(run, tmp_path):
    """Beside files of records, that of an option may be the one that is missing."""
    missing = tmp_path / "missing.json"
    for option in ("--framework", "--tailoring", "--notice"):
        _, _, err = run("report", AUDIT, option, missing, "-o", tmp_path / "out")

        assert f"positive-practice: {option}: there is no such file" in err
    assert "the profile: there is no such file" in run("verify", missing, AUDIT)[2]
    assert "--tailoring: " in run("framework", "--tailoring", missing)[2]


def test_an_error_that_comes_when_it_is_nobodys_turn_names_no_file():
    """What is worked out from all the files comes from none of them."""
    with pytest.raises(LimitExceeded) as caught, naming_turns(Turns()):
        raise LimitExceeded("digits", 1)

    assert said(caught.value) == "more than the limit digits allows (1)"


def test_what_keeps_results_apart_is_said_in_words(run):
    """A hash tells nobody what to look at."""
    _, _, err = run("compare", AUDIT, LOCAL, "--tailoring", COLLEGE)

    assert "they differ in what their frameworks select and weight (scoring_hash)" in unwrapped(err)
    _, _, err = run("score", AUDIT, LOCAL, "--tailoring", COLLEGE)

    assert "they differ in framework or tailoring" in unwrapped(err)


def test_errors_stay_within_the_columns(run, tmp_path):
    """Lists of ids, problems with their hints, and what became of items are broken over lines."""
    notice = tmp_path / "notice.json"
    notice.write_text("{}")
    for arguments in (
        ("framework", "XX"),
        ("explain", "XX", AUDIT),
        ("score", LOCAL),
        ("score", AUDIT, "--tailoring", COLLEGE),
        ("agenda", AUDIT),
        ("report", AUDIT, "-o", tmp_path, "--notice", notice),
    ):
        _, out, err = run(*arguments)

        assert out == ""
        assert max(map(len, err.splitlines())) <= 80, arguments


def test_problems_in_an_error_are_told_apart(run, tmp_path):
    """Each begins at the left; what does not fit on its line stands further in."""
    notice = tmp_path / "notice.json"
    notice.write_text('{"unknown": 1}')

    _, _, err = run("score", AUDIT, "--notice", notice)

    first, *lines = err.splitlines()
    assert first == "positive-practice: --notice: 8 problems in the document"
    assert any(line.startswith("  ") for line in lines)
    assert all(line.startswith(("  ", "missing_field at", "unknown_field at")) for line in lines)
