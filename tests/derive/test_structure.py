"""Strict structuring: every fault has its code and place, and nothing is converted."""

import json
import math

import pytest

from positive_practice.derive.structure import pointer_of, structure, structure_or_raise
from positive_practice.errors import InvalidDocument, UnsupportedVersion
from positive_practice.model.agreement import Agreement
from positive_practice.model.comparison import Comparison
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord, Period
from positive_practice.model.tailoring import Tailoring
from positive_practice.model.tally import Tally
from positive_practice.text.strict_json import parse
from support.samples import (
    ABSENT,
    ACTION,
    AGREEMENT,
    COMPARISON,
    NOTICE,
    RECORD,
    TAILORING,
    TALLY,
    changed,
)

S0 = "/submissions/0"
A0 = "/submissions/0/answers/0"
CANARY = "canary-7f3a"

DOCUMENTS = [
    (RECORD, AuditRecord),
    (TALLY, Tally),
    (COMPARISON, Comparison),
    (AGREEMENT, Agreement),
    (TAILORING, Tailoring),
    (NOTICE, UrgentHelpNotice),
]


def found(value, cls=AuditRecord):
    """Each problem as its code and pointer."""
    return [(one.code, one.pointer) for one in structure(value, cls).problems]


@pytest.mark.parametrize(("plain", "cls"), DOCUMENTS)
def test_a_valid_document_comes_back_as_it_was(plain, cls):
    """R1, plain part: what is structured and unstructured is equal to what came in."""
    checked = structure(plain, cls)

    assert checked.problems == ()
    assert unstructure(checked.document) == plain


RECORD_FAULTS = [
    # an object in every wrong guise
    ("", None, "wrong_type", ""),
    ("", [], "wrong_type", ""),
    ("", "abc", "wrong_type", ""),
    ("", 1, "wrong_type", ""),
    ("/case", [], "wrong_type", "/case"),
    ("/case", None, "wrong_type", "/case"),
    ("/own_view", None, "wrong_type", "/own_view"),
    (f"{S0}/respondent", "leaving_care", "wrong_type", f"{S0}/respondent"),
    # a missing or unknown field is told at its object
    ("/record_id", ABSENT, "missing_field", ""),
    ("/schema_version", ABSENT, "missing_field", ""),
    ("/case/population", ABSENT, "missing_field", "/case"),
    (f"{A0}/rating", ABSENT, "missing_field", A0),
    ("/x", 1, "unknown_field", ""),
    ("/", 1, "unknown_field", ""),
    ("/case/period", {"from_day": 0, "to_day": 1, "x": 1}, "unknown_field", "/case/period"),
    # arrays
    ("/submissions", {}, "wrong_type", "/submissions"),
    ("/submissions", "abc", "wrong_type", "/submissions"),
    ("/submissions", None, "wrong_type", "/submissions"),
    ("/reviews", None, "wrong_type", "/reviews"),
    ("/reviews/0/agencies", [], "too_few", "/reviews/0/agencies"),
    ("/own_view", {"answers": []}, "too_few", "/own_view/answers"),
    ("/events/0/workers", list("abcdefghijk"), "too_many", "/events/0/workers"),
    ("/events/0/workers", ["a", "b", "a"], "not_unique", "/events/0/workers/2"),
    ("/actions/0/practices", ["GA1", "GA1"], "not_unique", "/actions/0/practices/1"),
    ("/case/stages_reached", ["planning", "planning"], "not_unique", "/case/stages_reached/1"),
    # whole numbers
    (f"{S0}/revision", "3", "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", 3.7, "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", True, "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", None, "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", math.nan, "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", math.inf, "wrong_type", f"{S0}/revision"),
    (f"{S0}/revision", 0, "out_of_range", f"{S0}/revision"),
    (f"{S0}/revision", 1001, "out_of_range", f"{S0}/revision"),
    (f"{S0}/revision", 1e300, "out_of_range", f"{S0}/revision"),
    ("/events/0/day", -731, "out_of_range", "/events/0/day"),
    ("/events/0/day", 731.0, "out_of_range", "/events/0/day"),
    # texts
    ("/audit/purpose", "", "too_short", "/audit/purpose"),
    ("/audit/purpose", "x" * 501, "too_long", "/audit/purpose"),
    ("/audit/purpose", None, "wrong_type", "/audit/purpose"),
    ("/audit/purpose", ["x"], "wrong_type", "/audit/purpose"),
    ("/audit/purpose", "a\x00", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "a\rb", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "\u202e", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "\u2066", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "\x7f", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "\x85", "bad_text", "/audit/purpose"),
    ("/audit/purpose", "\ud800", "bad_text", "/audit/purpose"),
    (f"{A0}/evidence/0/text", "x" * 4001, "too_long", f"{A0}/evidence/0/text"),
    # patterns: whole, on one line, in ASCII
    ("/audit/id", "a\n", "bad_format", "/audit/id"),
    ("/audit/id", "A", "bad_format", "/audit/id"),
    ("/audit/id", "_a", "bad_format", "/audit/id"),
    ("/audit/id", "a" * 65, "bad_format", "/audit/id"),
    ("/audit/id", "a٣", "bad_format", "/audit/id"),
    ("/audit/id", 3, "wrong_type", "/audit/id"),
    ("/record_id", "7D0E4F5E-1F0B-4C55-9A53-3C6D6D0D3F11", "bad_format", "/record_id"),
    ("/record_id", "7d0e4f5e1f0b4c559a533c6d6d0d3f11", "bad_format", "/record_id"),
    (f"{A0}/practice", "GA01", "bad_format", f"{A0}/practice"),
    (f"{A0}/practice", "GA100", "bad_format", f"{A0}/practice"),
    ("/events/0/workers/0", "ab", "bad_format", "/events/0/workers/0"),
    # closed lists
    (f"{A0}/rating", "Fully", "unknown_code", f"{A0}/rating"),
    (f"{A0}/rating", 3, "wrong_type", f"{A0}/rating"),
    ("/reviews/0/agencies/1", "leaving care", "unknown_code", "/reviews/0/agencies/1"),
    # true and false
    ("/submissions/0/key_features", [{"text": "a", "worth_sharing": "false"}], "wrong_type",
     "/submissions/0/key_features/0/worth_sharing"),
    ("/submissions/0/key_features", [{"text": "a", "worth_sharing": 1}], "wrong_type",
     "/submissions/0/key_features/0/worth_sharing"),
    # versions
    ("/schema_version", 1.0, "wrong_type", "/schema_version"),
    ("/schema_version", "1.1", "unsupported_version", "/schema_version"),
    # extensions: nothing is told below them
    ("/extensions", [], "wrong_type", "/extensions"),
    ("/extensions", None, "wrong_type", "/extensions"),
    ("/extensions/example", 1, "bad_format", "/extensions"),
    ("/extensions/Org.example", 1, "bad_format", "/extensions"),
    ("/extensions/org.example\n", 1, "bad_format", "/extensions"),
    ("/extensions", {f"org.n{i}": 1 for i in range(21)}, "too_many", "/extensions"),
    ("/extensions", {"org." + "x" * 250: 1}, "bad_format", "/extensions"),
    ("/extensions", {3: 1}, "bad_format", "/extensions"),
    ("/extensions", {"org.example": {3: 1}}, "wrong_type", "/extensions"),
    ("/extensions", {"org.example": {1, 2}}, "wrong_type", "/extensions"),
    ("/extensions", {"org.example": b"x"}, "wrong_type", "/extensions"),
    ("/extensions", {"org.example": math.nan}, "wrong_type", "/extensions"),
    ("/extensions", {"org.example": [-math.inf]}, "wrong_type", "/extensions"),
]  # fmt: skip


@pytest.mark.parametrize(("pointer", "new", "code", "at"), RECORD_FAULTS)
def test_a_fault_in_a_record_has_its_code_and_place(pointer, new, code, at):
    """record.md: a missing or unknown field is told at its object, everything else where it is."""
    value = changed(RECORD, pointer, new)

    assert found(value) == [(code, at)]
    assert structure(value, AuditRecord).document is None


RESULT_FAULTS = [
    (TALLY, Tally, "/records", -1, "out_of_range", "/records"),
    (TALLY, Tally, "/records", 2**53, "out_of_range", "/records"),
    (TALLY, Tally, "/selections", [], "wrong_type", "/selections"),
    (TALLY, Tally, "/selections/some", 1, "unknown_field", "/selections"),
    (TALLY, Tally, "/selections/all_cases", True, "wrong_type", "/selections/all_cases"),
    (TALLY, Tally, "/positions/0/counts/rated_3", "1", "wrong_type", "/positions/0/counts/rated_3"),
    (TALLY, Tally, "/positions/0/position", "MA1.", "bad_format", "/positions/0/position"),
    (TALLY, Tally, "/consistency/0/counts/consistent", ABSENT, "missing_field",
     "/consistency/0/counts"),
    (TALLY, Tally, "/framework/scoring_hash", "0" * 63, "bad_format", "/framework/scoring_hash"),
    (TALLY, Tally, "/framework/tailoring", ABSENT, "missing_field", "/framework"),
    (COMPARISON, Comparison, "/elements/0/difference", 0.5, "wrong_type", "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "1", "bad_format", "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "1/0", "bad_format",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "-0/1", "bad_format",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "1/2\n", "bad_format",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "2/4", "fraction_not_reduced",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "0/2", "fraction_not_reduced",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/difference", "1/" + "3" * 1999, "bad_format",
     "/elements/0/difference"),
    (COMPARISON, Comparison, "/elements/0/interval", ["0/1"], "too_few", "/elements/0/interval"),
    (AGREEMENT, Agreement, "/exact_share", "-1/3", "bad_format", "/exact_share"),
    (TAILORING, Tailoring, "/weights/0/weight", "1/" + "3" * 39, "bad_format",
     "/weights/0/weight"),
    (TAILORING, Tailoring, "/standards/0/set_on", "2026-02-30", "no_such_date",
     "/standards/0/set_on"),
    (TAILORING, Tailoring, "/standards/0/set_on", "2026-2-3", "bad_format", "/standards/0/set_on"),
    (TAILORING, Tailoring, "/standards/0/set_on", 20260131, "wrong_type", "/standards/0/set_on"),
    (NOTICE, UrgentHelpNotice, "/channels/0/contact", "", "too_short", "/channels/0/contact"),
    (NOTICE, UrgentHelpNotice, "/channels/0/contact", ABSENT, "missing_field", "/channels/0"),
    (NOTICE, UrgentHelpNotice, "/for_staff", None, "wrong_type", "/for_staff"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "cls", "pointer", "new", "code", "at"), RESULT_FAULTS)
def test_a_fault_in_a_result_has_its_code_and_place(plain, cls, pointer, new, code, at):
    """Results write every key, null where undefined, and fractions in lowest terms."""
    assert found(changed(plain, pointer, new), cls) == [(code, at)]


def bomb():
    """Lists that hold one list many times over, as an alias bomb of YAML makes them."""
    value = ["x"]
    for _ in range(9):
        value = [value] * 9
    return value


def endless(times):
    """A list that holds itself so many times."""
    value = []
    value += [value] * times
    return value


@pytest.mark.parametrize(
    ("make", "code"),
    [(bomb, "too_long"), (lambda: endless(2), "too_long"), (lambda: endless(1), "json_depth")],
    ids=["bomb", "endless twice", "endless once"],
)
def test_values_that_would_never_end_are_refused(make, code):
    """hostile-input.md: alias bombs load fast and never finish walking; here they are refused."""
    value = changed(RECORD, "/extensions", {"org.example": make()})

    assert found(value) == [(code, "/extensions")]


@pytest.mark.parametrize("written", ["5", "5.0", "5e0", "50e-1"])
@pytest.mark.parametrize("read", [parse, json.loads])
def test_a_number_without_a_fraction_is_an_integer_however_it_is_written(read, written):
    """record.md: `5`, `5.0` and `5e0` are 5, in every path."""
    period = structure(read(f'{{"from_day": {written}, "to_day": -0.0}}'), Period).document

    assert period is not None
    assert (period.from_day, period.to_day) == (5, 0)
    assert type(period.from_day) is type(period.to_day) is int


def test_every_problem_is_told_not_the_first_alone():
    """All problems of a record are reported, in the order of the schema's fields."""
    value = changed(RECORD, "/record_id", "x")
    value = changed(value, f"{A0}/rating", "x")
    value = changed(value, "/events/0/workers", ["a", "ab", "ab", "a"])

    assert found(value) == [
        ("bad_format", "/record_id"),
        ("unknown_code", f"{A0}/rating"),
        ("bad_format", "/events/0/workers/1"),
        ("bad_format", "/events/0/workers/2"),
        ("not_unique", "/events/0/workers/3"),
    ]


@pytest.mark.parametrize(
    ("pointer", "new"),
    [
        (f"/{CANARY}", 1),
        ("/record_id", CANARY.upper()),
        ("/audit/purpose", CANARY + "\x00"),
        (f"{A0}/rating", CANARY),
        (f"/extensions/{CANARY}", 1),
        ("/schema_version", CANARY),
        ("/events/0/day", CANARY),
    ],
)
def test_no_problem_tells_a_value_or_an_unknown_key(pointer, new):
    """No value and no unknown key stands in any problem, nor in the error made of them."""
    value = changed(RECORD, pointer, new)

    problems = structure(value, AuditRecord).problems
    with pytest.raises((InvalidDocument, UnsupportedVersion)) as caught:
        structure_or_raise(value, AuditRecord)

    assert problems
    for words in (repr(problems), str(caught.value), repr(caught.value)):
        assert CANARY not in words.lower()


def test_an_empty_optional_array_is_the_same_as_an_absent_one():
    """record.md: an empty optional array is written absent, and so are empty extensions."""
    value = changed(changed(RECORD, "/reviews", []), "/extensions", {})

    document = structure_or_raise(value, AuditRecord)

    assert document == structure_or_raise(
        changed(changed(RECORD, "/reviews", ABSENT), "/extensions", ABSENT), AuditRecord
    )
    assert "reviews" not in unstructure(document)
    assert "extensions" not in unstructure(document)


def test_subclasses_of_the_plain_types_become_plain():
    """Readers such as tomlkit hand out subclasses of dict, str and int; the model holds none."""

    class Words(str):
        """A reader's own kind of text."""

        __slots__ = ()

    class Number(int):
        """A reader's own kind of number."""

    class Table(dict):
        """A reader's own kind of object."""

    value = Table(RECORD, record_id=Words(RECORD["record_id"]))
    value["events"] = [Table(kind=Words("assessment"), day=Number(4))]

    document = structure_or_raise(value, AuditRecord)

    assert type(document.record_id) is str
    assert type(document.events[0].kind) is str
    assert type(document.events[0].day) is int


def test_an_unsupported_version_raises_its_own_error():
    """A document of a newer schema version is refused as such, whatever else is wrong with it."""
    value = changed(changed(RECORD, "/schema_version", "2.0"), "/record_id", "x")

    with pytest.raises(UnsupportedVersion) as caught:
        structure_or_raise(value, AuditRecord)

    assert caught.value.supported == ("1.0",)


def test_a_pointer_to_the_whole_document_is_empty():
    """RFC 6901: the empty pointer is the whole document."""
    assert pointer_of(()) == ""
    assert pointer_of(("submissions", 0)) == "/submissions/0"


FRACTION = "a fraction as text n/d of at most 2,000 characters"


@pytest.mark.parametrize(
    ("plain", "cls", "pointer", "value", "message"),
    [
        (RECORD, AuditRecord, "/case", 3, "Here an object is needed."),
        (RECORD, AuditRecord, "/submissions", 3, "Here a list is needed."),
        (TALLY, Tally, "/selections", 3, "Here an object is needed."),
        (COMPARISON, Comparison, "/elements/0/difference", 3, f"Here {FRACTION} is needed."),
        (
            COMPARISON,
            Comparison,
            "/elements/0/difference",
            "0.5",
            f"This is not written in the form that is asked for: {FRACTION}.",
        ),
        (
            RECORD,
            AuditRecord,
            "/own_view",
            {"answers": []},
            "This list has fewer items than the smallest number, which is 1.",
        ),
        (
            RECORD,
            AuditRecord,
            "/actions",
            [ACTION | {"practices": ["GA1"] * 23}],
            "This list has more items than the greatest number, which is 22.",
        ),
        (RECORD, AuditRecord, "/record_id", ABSENT, "The field record_id is missing here."),
        (
            TALLY,
            Tally,
            "/consistency/0/counts/inconsistent",
            ABSENT,
            "The field inconsistent is missing here.",
        ),
    ],
)
def test_a_problem_says_what_is_needed(plain, cls, pointer, value, message):
    """The first problem says in words what belongs there, so that nobody has to read a schema."""
    first, *_ = structure(changed(plain, pointer, value), cls).problems

    assert first.message == message
