"""How the texts begin that people read: where to turn, and what the figures are not for."""

import json
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.catalogue.shipped import notice
from positive_practice.report import sentences
from support.lines import unwrapped

EXAMPLES = Path(__file__).parents[2] / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3

TEXTS = {
    "report": ("report", AUDIT),
    "score": ("score", AUDIT),
    "agreement": ("agreement", AUDIT),
    "compare": ("compare", AUDIT, AUDIT),
    "agenda": ("agenda", AUDIT, "--line", "3"),
    "verify": ("verify", EXAMPLES / "profile.json", AUDIT),
    "explain": ("explain", "MA4", AUDIT),
    "explain of one record": ("explain", "MA4", AUDIT, "--line", "3"),
}
FIRST_FIGURES = ("read 12", "First: ", "Seen differently; what", "MA4 Attention", "The profile is")


@pytest.fixture(params=TEXTS)
def text(request, run, tmp_path, monkeypatch):
    """What a command prints for people."""
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(*TEXTS[request.param])
    assert code == FINE
    return out


def before_any_figure(text):
    """What stands above the first figure, or the first thing that somebody said."""
    shown = unwrapped(text)
    return shown[: min(shown.index(one) for one in FIRST_FIGURES if one in shown)]


def test_a_text_begins_with_where_to_turn(text):
    """The urgent-help notice is first, with its first channel, and says if nobody checked it."""
    assert text.startswith("URGENT HELP. Check these before use")
    assert f"{notice().channels[0].contact};" in text.split("\n\n")[0]


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "report"])
def test_a_text_names_every_channel(run, name):
    """No report is made that could hold the rest; no contact is broken over two lines."""
    first = run(*TEXTS[name])[1].split("\n\n")[0]

    assert "full report" not in first
    for channel in notice().channels:
        assert (channel.contact or channel.label) in first


def test_a_text_says_that_a_concern_is_acted_on_at_once(text):
    """Before any figure, and that it is not for deciding who gets help."""
    assert sentences.NOT_FOR_DECIDING in before_any_figure(text)


def test_a_text_says_that_it_is_about_practice_and_never_about_a_person(text):
    """Before any figure, and once."""
    assert sentences.PRACTICE_NOT_PERSON in before_any_figure(text)
    assert unwrapped(text).count(sentences.PRACTICE_NOT_PERSON) == 1


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "report"])
def test_json_is_the_document_alone(run, name):
    """Machines get no notice: standard output holds one document."""
    _, out, _ = run(*TEXTS[name], "--json")

    assert "URGENT" not in out
    assert json.loads(out)


@pytest.mark.parametrize("name", TEXTS)
def test_a_notice_of_ones_own_stands_there_instead(run, tmp_path, monkeypatch, name):
    """Checked and dated, it needs no warning; a file that is no notice is refused."""
    monkeypatch.chdir(tmp_path)
    own = {
        **json.loads(pp.dumps(notice())),
        "area": "Northtown",
        "checked_on": "2026-01-01",
        "valid_until": "2199-01-01",
    }
    path = tmp_path / "notice.json"
    path.write_text(json.dumps(own))

    assert run(*TEXTS[name], "--notice", path)[1].startswith("URGENT HELP. (Northtown)")
    assert run(*TEXTS[name], "--notice", AUDIT)[:2] == (FOUND, "")


def test_counts_stand_before_the_index_in_an_explanation(run):
    """As in the scores: what was found, the one number with its bounds, then what is behind it."""
    shown = unwrapped(run("explain", "MA4", AUDIT)[1])

    order = ["MA4 Attention at transitions", "4 at every point", "index 65 %", "(between", "Behind"]
    places = [shown.index(one) for one in order]
    assert places == sorted(places)


def test_one_position_of_many_records_has_nothing_more_behind_it(run):
    """Its counts stand there already; of one record those who spoke are behind it."""
    assert "Behind it" not in run("explain", "MA4.planning", AUDIT)[1]
    assert "Behind it" in run("explain", "MA4.planning", AUDIT, "--line", "3")[1]
