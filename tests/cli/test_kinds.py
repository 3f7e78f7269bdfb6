"""A file that is another kind of document than is needed: one line says so."""

import json
import os
import threading
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.batch.items import Item
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.cli.kinds import IN_WORDS, looks_like
from support.lines import unwrapped

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
PROFILE = EXAMPLES / "profile.json"
TAILORING = EXAMPLES / "tailorings" / "college.json"
COLLEGE = EXAMPLES / "parts" / "college.json"
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3
SAID = "This looks like a profile, not a record."


@pytest.mark.parametrize("wanted", DOCUMENTS)
@pytest.mark.parametrize("given", DOCUMENTS)
def test_every_kind_is_told_from_every_other(given, wanted):
    """By the fields that its schema requires alone."""
    plain = dict.fromkeys(pp.schema(given)["required"])

    assert looks_like(Item(line=1, value=plain), wanted) == (None if given == wanted else given)


def test_every_kind_has_words():
    """A new document is called something here too."""
    assert set(IN_WORDS) == set(DOCUMENTS)


@pytest.mark.parametrize("value", [None, [], "profile", 1, {}, {"schema_version": "1.0"}])
def test_what_is_like_nothing_is_not_guessed_at(value):
    """Too few fields of ours, or none."""
    assert looks_like(Item(line=1, value=value), "audit-record") is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", PROFILE),
        ("score", PROFILE),
        ("report", PROFILE),
        ("agreement", PROFILE),
        ("combine", PROFILE),
        ("agenda", PROFILE),
        ("explain", "GA1", PROFILE),
        ("explain", "GA1", PROFILE, "--line", "1"),
        ("verify", PROFILE, PROFILE),
    ],
    ids=str,
)
def test_a_profile_in_the_place_of_records(run, tmp_path, monkeypatch, arguments):
    """Every command over records says it once."""
    monkeypatch.chdir(tmp_path)

    _, _, err = run(*arguments)

    assert unwrapped(err).count(SAID) == 1


def test_a_tailoring_in_the_place_of_what_is_compared(run):
    """A profile is right there; another document is not."""
    _, _, err = run("compare", PROFILE, TAILORING)

    assert "This looks like a tailoring, not a record." in err


def test_of_several_files_it_is_said_which(run):
    """By its number, as always; nothing is said of those that are right."""
    assert "file 2: this looks like a profile, not a record." in run("check", AUDIT, PROFILE)[2]
    assert "looks like" not in run("check", EXAMPLES / "faulty.jsonl", AUDIT)[2]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--notice", "This looks like a profile, not an urgent-help notice."),
        ("--tailoring", "This looks like a profile, not a tailoring."),
        ("--framework", "This looks like a profile, not a framework."),
    ],
)
def test_a_profile_in_the_place_of_an_options_file(run, option, said):
    """Before the fields that are missing, and with the option named there."""
    code, out, err = run("score", AUDIT, option, PROFILE)

    assert (code, out) == (FOUND, "")
    assert err.startswith(said)
    assert f"positive-practice: {option}: " in err


@pytest.mark.parametrize("records", [AUDIT, COLLEGE])
def test_a_profile_and_its_records_the_other_way_round(run, records):
    """One record or many: what has to be first is said."""
    _, _, err = run("verify", records, PROFILE)

    told = "This looks like a record, not a profile: the first file has to be the profile."
    assert unwrapped(err).startswith(told)


def test_no_value_and_no_key_of_a_file_is_said(run, tmp_path):
    """What it looks like is told by keys of ours; its own are not repeated."""
    path = tmp_path / "made.json"
    path.write_text(json.dumps({**json.loads(PROFILE.read_bytes()), "a name": "a secret"}))

    _, out, err = run("check", path)

    assert SAID in err
    assert "a name" not in out + err
    assert "secret" not in out + err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_read_twice(run, tmp_path):
    """What came through it is gone; its problems are told all the same."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(PROFILE.read_bytes()))
    writer.start()

    code, _, err = run("framework", "--tailoring", pipe)
    writer.join()

    assert code == FOUND
    assert "looks like" not in err
    assert "--tailoring: " in err
