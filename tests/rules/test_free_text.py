"""The text check of a record: every free text, kinds and places, what lifts a block, no text said."""

import itertools
import json
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.privacy.finding import Finding
from positive_practice.privacy.identifiers import find_identifiers
from positive_practice.rules.free_text import FreeText
from support.canaries import said_by
from support.samples import ABSENT, changed

ROOT = Path(__file__).parents[2]
GOLDEN = json.loads((ROOT / "tests" / "golden" / "1.0" / "audit-record.json").read_text("utf-8"))
RECORD = changed(GOLDEN, "/text_check", ABSENT)
MODES = ("draft", "submitted", "agreed", "publish")
PHONE = "07700 900123"
TEXT_CHECK = ("possible_personal_data", "method_words")

# Typed out from record.md, "The record": every field of the type text, by its object.
FREE_TEXTS = {
    ("AuditContext", "purpose"),
    ("Submission", "note"),
    ("Answer", "note"),
    ("Evidence", "text"),
    ("KeyFeature", "text"),
    ("Decision", "rationale"),
    ("OwnViewReply", "text"),
    ("Event", "note"),
    ("Action", "what"),
    ("Outcome", "note"),
}
PLACES = {
    "/audit/purpose": None,
    "/submissions/0/note": None,
    "/submissions/0/answers/2/note": "MA1.assessment",
    "/submissions/0/answers/0/evidence/0/text": "GA1",
    "/submissions/0/key_features/0/text": None,
    "/reviews/0/decisions/0/rationale": "GA1",
    "/own_view/answers/0/text": None,
    "/events/2/note": None,
    "/actions/0/what": None,
    "/outcomes/0/note": None,
}


def found(plain, mode="submitted", find=find_identifiers):
    """What the text check finds: code, severity and pointer."""
    return [
        (one.code, one.severity, one.pointer)
        for one in pp.check(plain, mode=mode, text_check=find).problems
        if one.code in TEXT_CHECK
    ]


def with_note(text):
    """A record with a text as the note of an event."""
    return changed(RECORD, "/events/2/note", text)


def test_the_places_are_those_of_the_schema():
    """Every text without a pattern is a free text, and there is a place of each in these tests."""
    definitions = json.loads((ROOT / "schemas" / "audit-record.schema.json").read_text("utf-8"))
    texts = {
        (name, field)
        for name, definition in definitions["$defs"].items()
        for field, schema in definition.get("properties", {}).items()
        if "maxLength" in schema and schema.get("pattern", "")[:2] not in {"^[", "^("}
    }

    assert texts == FREE_TEXTS
    assert len(PLACES) == len(FREE_TEXTS)


@pytest.mark.parametrize("pointer", PLACES)
def test_every_free_text_is_looked_at(pointer):
    """privacy.md: the check runs over every free text; the problem has its pointer and position."""
    plain = changed(RECORD, pointer, f"Ring {PHONE}.")

    (problem,) = (
        one
        for one in pp.check(plain, mode="draft", text_check=find_identifiers).problems
        if one.code in TEXT_CHECK
    )

    assert (problem.code, problem.pointer) == ("possible_personal_data", pointer)
    assert problem.position == PLACES[pointer]


def test_a_submission_that_counts_no_longer_is_looked_at():
    """A record travels whole, so what was withdrawn must not give anybody away either."""
    plain = changed(RECORD, "/submissions/1/status", "withdrawn")

    assert found(changed(plain, "/submissions/1/note", PHONE))


@pytest.mark.parametrize(
    "values",
    [
        {"a": PHONE},
        {"a": [{"b": [PHONE]}]},
        {"a": {PHONE: None}},
        {"a": 9990000018},
        [PHONE, True, None, ""],
    ],
)
def test_extensions_are_looked_at_and_named_as_a_whole(values):
    """Texts, numbers and keys at any depth count; record.md: no pointer below /extensions."""
    plain = changed(RECORD, "/extensions", {"org.example.app": values})

    assert found(plain) == [("possible_personal_data", "warning", "/extensions")]


def test_the_name_of_an_extension_is_no_finding():
    """A reverse-domain name looks like an address, and is what the specification asks for."""
    assert found(changed(RECORD, "/extensions", {"org.example.app": {"form_version": 3}})) == []


BLOCK, WARN, METHOD = f"Ring {PHONE}.", "It began in March 2021.", "There was an injury."


@pytest.mark.parametrize(
    ("text", "code", "severities"),
    [
        (BLOCK, "possible_personal_data", "warning warning warning error"),
        (WARN, "possible_personal_data", "warning warning warning warning"),
        (METHOD, "method_words", "warning warning warning error"),
    ],
)
def test_how_severe_a_finding_is(text, code, severities):
    """record.md, "Problems": an error to publish; privacy.md: what is vague is a warning."""
    for mode, severity in zip(MODES, severities.split(), strict=True):
        assert found(with_note(text), mode) == [(code, severity, "/events/2/note")]


def test_what_blocks_comes_before_what_warns():
    """The limit on problems leaves warnings out first, and ok still says that there is an error."""
    plain = changed(with_note(BLOCK), "/audit/purpose", WARN)

    severities = [severity for _, severity, _ in found(plain, "publish")]
    cut = pp.check(plain, mode="publish", text_check=find_identifiers, limits=pp.Limits(problems=1))

    assert severities == ["error", "warning"]
    assert not cut.ok
    assert cut.more > 0


@pytest.mark.parametrize("text", [BLOCK, WARN, METHOD])
def test_doing_what_a_hint_says_helps(text):
    """Taken out or said in general words, nothing is found any more, in any mode."""
    for mode in MODES:
        assert found(with_note(text), mode)
        assert found(with_note("The worker stayed with them."), mode) == []


@pytest.mark.parametrize("text", [BLOCK, WARN, METHOD])
def test_a_block_is_lifted_by_the_role_that_read_every_text(text):
    """privacy.md: lifted by naming the role that checked it; it stays a warning to be seen."""
    plain = with_note(text) | {"text_check": {"checked_by": "audit_lead"}}

    assert [severity for _, severity, _ in found(plain, "publish")] == ["warning"]


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/submissions/1/answers/3/evidence/0", "text"),
        ("/own_view/answers/1", "text"),
    ],
)
def test_a_block_in_exact_words_is_lifted_by_the_role_that_made_them_anonymous(pointer, name):
    """Both a worker's quote and the young person's own words have such a role of their own."""
    plain = changed(RECORD, f"{pointer}/{name}", BLOCK)
    unchecked = changed(plain, f"{pointer}/anonymised_by", ABSENT)
    other = changed(plain, "/events/2/note", BLOCK)

    assert [severity for _, severity, _ in found(plain, "publish")] == ["warning"]
    assert [severity for _, severity, _ in found(unchecked, "publish")] == ["error"]
    assert ("possible_personal_data", "error", "/events/2/note") in found(other, "publish")


def test_a_problem_says_kind_and_place_and_never_the_text():
    """privacy.md: report kind and span; people count characters from 1."""
    report = pp.check(with_note(f"Ring {PHONE}."), text_check=find_identifiers)

    (problem,) = (one for one in report.problems if one.code in TEXT_CHECK)
    assert "phone number, characters 6 to 17 of this text" in problem.message
    assert "please check" in problem.message


def test_nothing_that_is_said_holds_the_text():
    """Reports, errors and what hangs on them are silent, whatever the check does."""
    plain = with_note(PHONE)

    def failing(text):
        raise ValueError(text)

    for find in (find_identifiers, failing, lambda text: [text]):
        for act in (pp.check, pp.validate):
            said = said_by(lambda act=act, find=find: act(plain, mode="publish", text_check=find))
            assert PHONE not in said
    assert PHONE not in repr(FreeText(PHONE, pp.Place("/audit/purpose")))


def test_validate_refuses_what_blocks():
    """The raising form raises for it, with the problem."""
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.validate(with_note(BLOCK), mode="publish", text_check=find_identifiers)

    assert "possible_personal_data" in [one.code for one in caught.value.problems]
    assert pp.validate(with_note(BLOCK), mode="draft", text_check=find_identifiers)


@pytest.mark.parametrize("mode", MODES)
def test_it_is_looked_for_only_where_it_is_asked_for(mode):
    """record.md: only if a text check is asked for by argument."""
    assert found(with_note(BLOCK), mode, None) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        changed(with_note(BLOCK), "/case/population", ABSENT),
        json.dumps(with_note(BLOCK))[:-1],
    ],
)
def test_a_record_without_its_structure_is_not_looked_at(spoilt):
    """Where its texts stand nobody can say, and it has errors enough."""
    report = pp.check(spoilt, text_check=find_identifiers)

    assert not report.ok
    assert not {one.code for one in report.problems} & set(TEXT_CHECK)


def test_a_record_that_breaks_a_rule_of_integrity_is_looked_at():
    """A phone number in a note is one whatever the answers beside it say."""
    spoilt = changed(with_note(BLOCK), "/submissions/0/answers/0/practice", "GA9")

    codes = {one.code for one in pp.check(spoilt, text_check=find_identifiers).problems}
    assert {"unknown_practice", "possible_personal_data"} <= codes


def test_a_check_that_puts_the_text_into_its_error_tells_nobody():
    """Also where it raises an error of ours, with the text as its words."""

    def telling(text):
        raise pp.Misuse(text)

    with pytest.raises(pp.Misuse) as caught:
        pp.check(with_note(BLOCK), text_check=telling)
    assert str(caught.value).startswith("text_check takes")


def test_other_documents_have_no_texts_about_anybody():
    """A framework is published words."""
    report = pp.check(pp.framework(), text_check=find_identifiers)

    assert report.ok
    assert report.problems == ()


def test_a_record_a_text_and_plain_values_are_alike():
    """Whichever form is given, the same is found."""
    plain = with_note(BLOCK)

    assert found(plain) == found(json.dumps(plain)) == found(pp.loads(json.dumps(plain))) != []


def test_a_check_of_ones_own():
    """Any function from a text to findings will do, with severities of its own."""

    def find(text):
        return [Finding("month_year", "block", 0, 1)] if text == "a" else ()

    assert found(with_note("a"), "publish", find) == [
        ("possible_personal_data", "error", "/events/2/note")
    ]


def answering(answer):
    """A check that says the same of any text."""
    return lambda _text: answer


@pytest.mark.parametrize(
    "find",
    [
        True,
        "find_identifiers",
        answering(None),
        answering([(0, 1)]),
        answering([Finding(PHONE, "block", 0, 1)]),
        answering([Finding(["phone"], "block", 0, 1)]),
        answering([Finding("phone", PHONE, 0, 1)]),
        answering([Finding("phone", "block", 0, 100_000)]),
        answering([Finding("phone", "block", 1, 1)]),
        answering([Finding("phone", "block", -1, 1)]),
        answering([Finding("phone", "block", "a", 1)]),
        answering(itertools.repeat(Finding("phone", "block", 0, 999))),
    ],
)
def test_a_check_that_is_none_is_a_misuse(find):
    """It says what to give instead, and nothing of what it was given."""
    with pytest.raises(pp.Misuse, match="text_check takes a function") as caught:
        pp.check(RECORD, text_check=find)

    assert PHONE not in str(caught.value)


def test_a_misuse_is_said_even_of_a_document_that_cannot_be_taken():
    """A mistake in the call does not hide behind one in the data."""
    with pytest.raises(pp.Misuse, match="text_check"):
        pp.check("{", text_check=True)


def test_a_model_of_names_that_fails_says_so():
    """Its own error may hold the text, so it is told in our words."""
    with pytest.raises(pp.Misuse, match="text_check takes"):
        pp.check(RECORD, text_check=lambda text: find_identifiers(text, names=lambda _: [None]))


@pytest.mark.parametrize("code", TEXT_CHECK)
def test_a_policy_does_not_lift_a_block(code):
    """privacy.md: a block is lifted only by naming the role that checked the text."""
    with pytest.raises(pp.Misuse, match="role"):
        pp.Policy(off=[code])
    with pytest.raises(pp.Misuse, match="role"):
        pp.Policy(severity={code: "info"})


def test_the_shipped_examples_have_nothing_that_blocks():
    """Invented records can be published as far as their words go."""
    with pp.read_records(ROOT / "examples" / "audit.jsonl") as reader:
        problems = [
            one
            for record in reader
            for one in pp.check(record, mode="publish", text_check=find_identifiers).problems
        ]

    assert [one for one in problems if one.code in TEXT_CHECK] == []
