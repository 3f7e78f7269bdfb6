"""The words of the shipped data: complete, distinct, and safe to be read by the young person."""

import json
import re
from importlib.resources import files
from itertools import chain

import pytest

from positive_practice.catalogue.shipped import code_lists, framework, notice

BASE = framework()
PRACTICES = {practice.id: practice for practice in BASE.practices}
LEVELS = ("not_evident", "partly", "mostly", "fully")

UNSAFE = [
    r"\bcommit\w* suicide", r"\bsuicide attempt", r"\battempt", r"\brefus", r"\bpush\w* away",
    r"\bnon-?complian", r"\bcompliant\b", r"\bmanipulat", r"attention.seeking", r"cry for help",
    r"\bfail(s|ed|ing|ure)?\b", r"\b(un)?successful (suicide|death)", r"hard.to.(reach|engage)",
    r"\bdisengag", r"did not attend", r"\bDNA\b", r"\bchaotic", r"\bchallenging", r"\bdifficult young",
    r"\bvictim", r"\bsuffer(s|ed|ing)? from", r"\bkids\b", r"\bservice user",
    r"\bself-?harmer", r"\bthreaten", r"\bdrug (abuse|user)", r"\bsubstance (abuse|misuse)",
]  # fmt: skip
METHODS = [
    r"\boverdos", r"\bhang(ing|ed)\b", r"\bligature", r"\bcutting\b", r"\bself-?poison", r"\bjump",
    r"\bpills?\b", r"\bknife", r"\brailway", r"\bbridge",
]  # fmt: skip
INSPECTION = [
    r"\binspect", r"\bofsted", r"\bcqc\b", r"\binadequate", r"\brequires improvement",
    r"\boutstanding", r"\bRAG\b", r"\bred flag", r"\bKPI", r"\bperformance\b", r"\bnegligen",
]  # fmt: skip

DATA = files("positive_practice.catalogue") / "data"
SHIPPED = {
    name: json.loads((DATA / f"{name}.json").read_text("utf-8"))
    for name in ("framework", "codes", "notice")
}
# A list of keys that nobody may use names what it forbids.
del SHIPPED["codes"]["forbidden_extension_key"]


def texts_of(value):
    """Every text inside plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        yield from chain.from_iterable(map(texts_of, inner))


@pytest.mark.parametrize("word", [*UNSAFE, *METHODS, *INSPECTION])
@pytest.mark.parametrize("name", SHIPPED)
def test_no_unsafe_blaming_or_inspecting_word_is_shipped(name, word):
    """framework.md: safe language throughout, no method, no blame, no inspection words."""
    found = [text for text in texts_of(SHIPPED[name]) if re.search(word, text, re.IGNORECASE)]

    assert found == []


@pytest.mark.parametrize("practice_id", PRACTICES)
def test_a_practice_looks_like_two_to_four_things(practice_id):
    """framework.md: 2 to 4 observable things an auditor could find, each its own sentence."""
    things = PRACTICES[practice_id].looks_like

    assert 2 <= len(things) <= 4
    assert len(set(things)) == len(things)
    assert [thing for thing in things if not re.fullmatch(r"[A-Z“].+[.]", thing)] == []


@pytest.mark.parametrize("practice_id", PRACTICES)
def test_a_practice_has_four_different_anchors(practice_id):
    """framework.md: one sentence for each of the four levels, specific to this practice."""
    anchors = [getattr(PRACTICES[practice_id].anchors, level) for level in LEVELS]

    assert len(set(anchors)) == 4
    assert [anchor for anchor in anchors if not re.fullmatch(r"[A-Z].+[.]", anchor)] == []


def test_no_anchor_serves_two_practices():
    """framework.md: two auditors with the same record should land on the same level."""
    anchors = [getattr(practice.anchors, level) for practice in BASE.practices for level in LEVELS]

    assert len(anchors) == len(set(anchors)) == 88


@pytest.mark.parametrize("practice_id", PRACTICES)
def test_a_statement_is_one_sentence(practice_id):
    """framework.md: a statement is one sentence, ours."""
    statement = PRACTICES[practice_id].statement

    assert re.fullmatch(r"[A-Z][^.!?]+[.]", statement)


def test_statements_and_labels_are_distinct():
    """No two practices or elements say the same."""
    everything = [*BASE.practices, *BASE.elements]

    assert len({one.statement for one in everything}) == len(everything)
    assert len({one.label for one in everything}) == len(everything)


@pytest.mark.parametrize("practice_id", ["PE4", "MA4", "MA5", "CF2"])
def test_a_practice_that_may_not_apply_says_when_it_applies(practice_id):
    """framework.md: `applies_when` is a sentence."""
    assert re.fullmatch(r"[A-Z].+[.]", PRACTICES[practice_id].may_not_apply.applies_when)


def test_every_practice_carries_a_locator_into_the_report():
    """framework.md: element and item say where a practice stands; items count from 1."""
    for element in BASE.elements:
        assert [one.source.item for one in element.practices] == list(
            range(1, len(element.practices) + 1)
        )
        assert {one.source.element for one in element.practices} == {element.source.element}


def test_what_must_be_said_of_the_source_is_said():
    """framework.md: licence, the audit tool, the empty bullet, the quotes, the inferred stage."""
    note = BASE.source.note
    told = [
        "no licence",
        "audit tool",
        "empty bullet",
        "35 quotes",
        "inferred",
        "this project's own",
    ]

    assert [words for words in told if words not in note] == []
    assert "Inferred" in BASE.stage("transition").source


def test_texts_are_tidy():
    """No text has space at its ends, two spaces in a row, or a straight quote left open."""
    untidy = [
        text
        for text in texts_of(SHIPPED)
        if text != text.strip() or "  " in text or text.count('"') % 2
    ]

    assert untidy == []


# framework.md: 25 lists with code, label and meaning; their names, typed out.
LISTS = {
    "rating", "stage", "agency", "role", "relation", "basis", "submission_status", "reason",
    "evidence_kind", "quote_origin", "event_kind", "action_scope", "action_status",
    "outcome_kind", "outcome_change", "outcome_source", "selection", "population", "age_band",
    "young_person_view", "own_view_question", "own_view_answer", "young_person_part",
    "yes_no_not_known", "forbidden_extension_key",
}  # fmt: skip


def test_there_are_twenty_five_code_lists():
    """framework.md: all code lists, 25 of them."""
    assert set(code_lists()) == LISTS
    assert len(LISTS) == 25


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_code_has_a_label_and_a_meaning(name):
    """Each code is a plain word with a label of its own and a meaning."""
    codes = code_lists()[name]

    assert len({one.code for one in codes}) == len({one.label for one in codes}) == len(codes)
    for one in codes:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_+-]*", one.code)
        assert one.label.strip()
        assert one.meaning.strip()


def test_the_scale_is_told_in_one_way():
    """The scale of the framework and the code list of ratings use the same words."""
    listed = [
        (one.code, one.more.get("level"), one.label, one.meaning) for one in code_lists()["rating"]
    ]

    assert [(one.code, one.level, one.label, one.meaning) for one in BASE.scale] == listed


def test_the_stages_are_told_in_one_way():
    """The stages of the framework and the code list of stages use the same words."""
    listed = [(one.code, one.label, one.meaning) for one in code_lists()["stage"]]

    assert [(one.id, one.label, one.meaning) for one in BASE.stages] == listed


def test_the_notice_names_a_person_you_trust_and_thinks_of_staff():
    """framework.md: channels with their audience, "a person you trust", a line for staff."""
    labels = [channel.label for channel in notice().channels]

    assert "A person you trust" in labels
    assert all(channel.audience for channel in notice().channels)
    assert notice().for_staff
    assert notice().checked_on is None
