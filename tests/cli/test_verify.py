"""The command ``verify``: a stored profile against the files that it is said to be of."""

import json
from pathlib import Path

import pytest

import positive_practice as pp
from support.lines import unwrapped

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
LOCAL = EXAMPLES / "tailored.jsonl"
COLLEGE = ("--tailoring", EXAMPLES / "tailorings" / "college.json")
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3


@pytest.fixture
def profile(run, tmp_path):
    """The file of the profile of the example audit."""
    path = tmp_path / "profile.json"
    path.write_text(run("score", AUDIT, "--overall", "pooled", "--json")[1])
    return path


@pytest.fixture
def fewer(tmp_path):
    """The example audit without its last record."""
    path = tmp_path / "fewer.jsonl"
    path.write_text("".join(AUDIT.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    return path


def test_a_profile_of_its_records_is_fine(run, profile):
    """One sentence, and exit code 0."""
    code, out, err = run("verify", profile, AUDIT)

    assert (code, err) == (FINE, "")
    assert out.endswith("\n\nThe profile is exactly what these records give (12 records).\n")
    assert json.loads(run("verify", profile, AUDIT, "--json")[1]) == {"ok": True, "differs": []}


def test_the_example_profile_is_that_of_the_example_audit(run):
    """The profile that the examples bring is what their records give."""
    assert run("verify", EXAMPLES / "profile.json", AUDIT)[0] == FINE


def test_other_records_are_told_element_by_element(run, profile, fewer):
    """Whole profile first, then each element with what is stored and what is there."""
    code, out, _ = run("verify", profile, fewer)

    assert code == FOUND
    assert "Whole profile\n  records: stored 12, here 11\n" in out
    assert "\nGA\n  element GA index: stored 119/144, here " in out
    assert "more; --json has them all" in out
    assert max(map(len, out.splitlines())) <= 80


def test_every_difference_is_there_as_json(run, profile, fewer):
    """Exact fractions as text, whole numbers as numbers, lists as lists."""
    code, out, _ = run("verify", profile, fewer, "--json")

    printed = json.loads(out)
    assert (code, printed["ok"]) == (FOUND, False)
    with pp.read_records(fewer) as reader:
        found = pp.verify(pp.load(profile, type=pp.Profile), reader)
    assert len(printed["differs"]) == len(found.differs) > 50
    by_field = {(one["part"], one["id"], one["field"]): one for one in printed["differs"]}
    assert by_field["profile", None, "records"]["stored"] == 12
    assert by_field["element", "GA", "index"]["stored"] == "119/144"
    assert printed["differs"][-1]["part"] == "overall"


def test_few_differences_are_all_printed(run, profile, tmp_path):
    """What is undefined and what is an empty list is said in words."""
    plain = json.loads(profile.read_text())
    plain["framework"]["scoring_hash"] = "0" * 64
    plain["framework"]["tailoring"] = {"id": "county", "version": "1"}
    path = tmp_path / "altered.json"
    path.write_text(json.dumps(plain))

    code, out, _ = run("verify", path, AUDIT)

    assert code == FOUND
    assert "it differs in 2 figures." in out
    assert "  tailoring: stored county 1, here none" in out
    assert "more" not in out


def test_lists_and_the_overall_number_have_words(run, profile, tmp_path):
    """A profile of nothing against records: lists that are empty, and an overall number."""
    (tmp_path / "none.jsonl").write_text("")
    nothing = tmp_path / "nothing.json"
    nothing.write_text(run("score", tmp_path / "none.jsonl", "--overall", "pooled", "--json")[1])
    one = tmp_path / "one.jsonl"
    one.write_text(AUDIT.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")

    _, plain, _ = run("verify", nothing, one, "--json")
    printed = {(d["part"], d["id"], d["field"]): d for d in json.loads(plain)["differs"]}

    assert printed["element", "GA", "look_at_next"]["stored"] == []
    assert printed["element", "GA", "look_at_next"]["recomputed"] != []
    assert printed["overall", None, "index"]["stored"] is None


def test_a_profile_under_a_tailoring_needs_it(run, tmp_path):
    """With the tailoring it is verified; without, the records are not scored."""
    path = tmp_path / "profile.json"
    path.write_text(run("score", LOCAL, *COLLEGE, "--json")[1])

    assert run("verify", path, LOCAL, *COLLEGE)[0] == FINE
    assert run("verify", path, LOCAL)[0] == WRONG_USE


def test_a_tailoring_beside_the_published_framework_changes_nothing(run, profile):
    """The profile says under which of the two its records are recomputed."""
    assert run("verify", profile, AUDIT, *COLLEGE)[:2] == run("verify", profile, AUDIT)[:2]


def test_a_profile_under_a_tailoring_against_records_of_the_published_framework(run, tmp_path):
    """The records say what they are read under: what differs is listed, as from Python."""
    path = tmp_path / "profile.json"
    path.write_text(run("score", LOCAL, *COLLEGE, "--json")[1])

    code, out, err = run("verify", path, AUDIT, *COLLEGE)

    assert code == FOUND
    assert "Whole profile\n" in out
    assert "  tailoring: stored college-first-look 1, here none" in out
    assert "12 of 12 records do not name the tailoring" in unwrapped(err)
    with pp.read_records(AUDIT) as reader:
        found = pp.verify(pp.load(path, type=pp.Profile), reader)
    printed = json.loads(run("verify", path, AUDIT, *COLLEGE, "--json")[1])
    assert len(printed["differs"]) == len(found.differs)


@pytest.mark.parametrize("options", [(), COLLEGE])
def test_no_records_are_of_the_framework_of_the_profile(run, tmp_path, options):
    """A profile of none is exactly what none give, whatever else is given."""
    none, path = tmp_path / "none.jsonl", tmp_path / "profile.json"
    none.write_text("")
    path.write_text(run("score", none, *options, "--json")[1])

    assert run("verify", path, none, *COLLEGE)[0] == FINE


def test_refused_records_set_the_exit_code(run, profile, tmp_path):
    """A profile may be right over what could be read; that something was refused is said."""
    path = tmp_path / "more.jsonl"
    path.write_text(AUDIT.read_text("utf-8") + "{\n", "utf-8")

    code, out, err = run("verify", profile, path)

    assert code == FOUND
    assert "exactly what these records give" in out
    assert "1 refused" in err


def test_a_profile_that_contradicts_itself_is_not_taken(run, profile, tmp_path):
    """Its own counts refuse it before any record is read; a missing file is said too."""
    plain = json.loads(profile.read_text())
    plain["elements"][0]["score"]["index"] = "1/7"
    path = tmp_path / "altered.json"
    path.write_text(json.dumps(plain))

    code, _, err = run("verify", path, AUDIT)

    assert code == FOUND
    assert "scores_contradict at /elements/0" in err
    assert run("verify", tmp_path / "absent.json", AUDIT)[0] == NO_FILE


def test_records_of_another_framework_are_told_as_a_difference(run, profile):
    """Where the tailoring of the records is given, nobody is told that it is not at hand."""
    code, out, err = run("verify", profile, LOCAL, *COLLEGE)

    assert code == FOUND, err
    assert "Whole profile\n  tailoring: stored none, here college-first-look 1\n" in out
