"""How one asks for a record, a practice or a position, and what is said where that is not there."""

import json
from pathlib import Path

import pytest

from support.lines import unwrapped

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
COLLEGE = EXAMPLES / "parts" / "college.json"
COUNTY = EXAMPLES / "tailorings" / "county.json"
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--line", "99"), "no record begins on line 99; there are 12"),
        (("--item", "99"), "no item has the number 99; they go from 1 to 12"),
        (("--item", "1", "--line", "2"), "item 1 does not begin on line 2"),
    ],
)
def test_a_record_that_is_not_there(run, options, said):
    """What was asked for is named, and how many there are."""
    for command in (("agenda", AUDIT), ("explain", "GA1", AUDIT)):
        code, _, err = run(*command, *options)

        assert code == WRONG_USE
        assert said in unwrapped(err)


def test_a_file_of_one_record_or_of_none(run, tmp_path):
    """One is spoken of in the singular; none needs no line to be named."""
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")

    assert "no record begins on line 9; there is 1\n" in run("agenda", COLLEGE, "--line", "9")[2]
    assert "there is no record in the file\n" in run("agenda", empty)[2]


def test_blank_items_have_numbers_too(run, tmp_path):
    """Whoever is told of item 4 may ask for it, and a number that is too high is told as that."""
    lines = AUDIT.read_text("utf-8").splitlines()
    spaced = tmp_path / "spaced.jsonl"
    spaced.write_text(f"{lines[0]}\n\n{lines[1]}\n{lines[2]}\n", "utf-8")

    assert run("agenda", spaced, "--item", "4")[0] == FINE
    for item, said in (("2", "item 2 is blank"), ("5", "they go from 1 to 4"), ("0", "1 to 4")):
        code, _, err = run("agenda", spaced, "--item", item)

        assert code == WRONG_USE
        assert said in unwrapped(err)
    assert "the only item is 1" in run("agenda", COLLEGE, "--item", "2")[2]


def test_several_records_on_one_line(run, tmp_path):
    """They are told apart by their numbers."""
    first, second = AUDIT.read_text("utf-8").splitlines()[:2]
    array = tmp_path / "array.json"
    array.write_text(f"[{first}, {second}]", "utf-8")

    code, _, err = run("agenda", array, "--line", "1")

    assert code == WRONG_USE
    assert "there are 2 records that begin on line 1; name one with" in unwrapped(err)


def test_the_file_before_the_id(run, tmp_path, monkeypatch):
    """Nobody has to look for a file called GA1."""
    monkeypatch.chdir(tmp_path)

    for given, meant in (("GA1", "GA1"), ("ma4.Planning", "MA4.planning"), ("about him", "ID")):
        code, _, err = run("explain", AUDIT, given)

        assert code == WRONG_USE
        assert f"the id comes first: explain {meant} FILE" in err
        assert "him" not in err


@pytest.mark.parametrize("wanted", ["x" * 300, "X" * 5000, "a\0b"])
def test_an_id_that_no_file_could_be_called(run, wanted):
    """However long it is, or whatever is in it, it is an id that there is not."""
    code, _, err = run("explain", wanted, AUDIT)

    assert code == WRONG_USE
    assert "no such" in unwrapped(err)
    assert wanted not in err


def test_a_file_that_is_missing_is_still_told_as_missing(run, tmp_path, monkeypatch):
    """Also where a file or folder happens to be called like an id."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "GA1").mkdir()

    assert run("explain", "GA1", "none.jsonl")[0] == NO_FILE
    assert run("explain", "XX", "none.jsonl")[0] == NO_FILE


def test_framework_takes_a_position(run):
    """It shows the practice, under the name of the position, in local words if there are any."""
    code, out, _ = run("framework", "ma4.planning")

    heading, rest = out.split("\n", 1)
    assert code == FINE
    assert heading == "MA4 Attention at transitions, at stage planning"
    assert rest == run("framework", "MA4")[1].split("\n", 1)[1]
    local = run("framework", "MA4.delivery", "--tailoring", COUNTY)[1]
    assert local.startswith("MA4 Attention at transitions, at stage day-to-day support\n")
    assert json.loads(run("framework", "MA4.planning", "--json")[1])["id"] == "MA4"


def test_framework_names_the_positions_where_one_is_not_known(run):
    """A stage that there is not, or a practice that is rated once."""
    for wanted in ("MA4.never", "GA1.planning"):
        code, _, err = run("framework", wanted)

        assert code == WRONG_USE
        assert "no such position; there are: GA1" in unwrapped(err)
