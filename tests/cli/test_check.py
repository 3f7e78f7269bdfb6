"""The command ``check``: problems in order with what to do, counted in words, texts looked into."""

import json
import sys
from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from positive_practice.cli import texts
from positive_practice.problems.table import problem

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
AUDIT = str(EXAMPLES / "audit.jsonl")
FAULTY = str(EXAMPLES / "faulty.jsonl")
PART = EXAMPLES / "parts" / "college.json"
FINE, FOUND, WRONG_USE = 0, 1, 2


def test_check_lists_problems_with_what_to_do(run):
    """Each problem has its line, code, place and hint; errors set the exit code."""
    code, out, _ = run("check", FAULTY)

    assert code == FOUND
    assert "line 26: error duplicate_answer, " in out
    assert "-> Keep the answer that is meant and take the other one out." in out
    assert "record_conflict at /record_id" in out
    assert "read 44 = 3 accepted + 39 refused + 1 blank + 1 duplicate" in out
    assert max(map(len, out.splitlines())) <= 80


def test_check_prints_at_most_fifty_problems(run, tmp_path):
    """A run says how many more there are instead of flooding the screen."""
    _, out, _ = run("check", AUDIT, "--mode", "agreed")

    assert out.count("  -> ") == 50
    assert "more; --json has up to 100 of each record" in out


def test_check_as_json_has_a_report_an_item(run):
    """`check --json` prints a list of lines with their reports."""
    _, out, _ = run("check", FAULTY, "--json")

    items = json.loads(out)
    assert set(items[0]) == {"line", "report"}
    assert items[0]["report"]["ok"]
    assert [one["line"] for one in items if not one["report"]["ok"]][:2] == [3, 4]


def test_check_of_a_good_file_is_fine(run, tmp_path):
    """No problem, no error code."""
    path = tmp_path / "good.jsonl"
    path.write_bytes(pp.dumps(pp.load(PART)))

    code, out, _ = run("check", path, "--mode", "draft")
    assert code == FINE
    assert "No problem found." in out


@pytest.mark.parametrize(
    ("severities", "more", "said"),
    [
        ([], 0, "No problem found."),
        (["error"], 0, "There is 1 error."),
        (["warning"], 0, "There are no errors and 1 warning."),
        (["error", "warning", "warning"], 0, "There is 1 error and 2 warnings."),
        (
            ["info"] * 1000 + ["error"] * 2 + ["warning"],
            7,
            (
                "There are 2 errors, 1 warning and 1,000 remarks (info); "
                "7 more are beyond the limit of a record."
            ),
        ),
        (["error"], 1, "There is 1 error; 1 more is beyond the limit of a record."),
    ],
)
def test_check_counts_in_words(severities, more, said):
    """The last word of a check is a sentence, right in singular and plural."""
    problems = [
        attrs.evolve(problem("undecided", "/answers"), severity=severity) for severity in severities
    ]

    assert texts.problems_in_short(problems, more) == said


def test_check_names_the_file_where_there_are_several(run):
    """Two files: the number of the file stands before the line."""
    _, out, _ = run("check", AUDIT, FAULTY)

    assert "file 1, line 1: " in out


@pytest.fixture
def named(tmp_path):
    """A file with a record in which somebody is named."""
    plain = json.loads(PART.read_text("utf-8"))
    plain["audit"]["purpose"] = "Learning with Dr Okoro."
    path = tmp_path / "named.json"
    path.write_text(json.dumps(plain))
    return path


def test_check_looks_into_texts_where_it_is_asked_to(run, named):
    """Kind and place are printed, never the text, and that the check is never complete."""
    code, out, err = run("check", named, "--text-check")

    assert code == FINE
    assert "line 1: warning possible_personal_data at /audit/purpose" in out
    assert "Okoro" not in out + err
    assert "never complete" in " ".join(err.split())
    assert max(map(len, [*out.splitlines(), *err.splitlines()])) <= 80
    assert run("check", named)[1:] != (out, err)
    assert "possible_personal_data" not in run("check", named)[1]


def test_check_to_publish_always_looks_into_texts(run, named):
    """Nothing is checked for publishing with its texts unread."""
    code, out, err = run("check", named, "--mode", "publish", "--json")

    (item,) = json.loads(out)
    found = {one["code"]: one["severity"] for one in item["report"]["problems"]}
    assert code == FOUND
    assert found["possible_personal_data"] == "error"
    assert "never complete" in " ".join(err.split())


@pytest.mark.parametrize("options", [["--text-check"], ["--mode", "publish"]])
def test_without_its_extra_the_text_check_is_not_left_out_in_silence(
    run, named, monkeypatch, options
):
    """The command says what to install, and checks nothing."""
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    for name in ("digits", "identifiers"):
        monkeypatch.delitem(sys.modules, f"positive_practice.privacy.{name}", raising=False)

    code, out, err = run("check", named, *options)

    assert (code, out) == (WRONG_USE, "")
    assert "pip install '.[privacy]'" in err
