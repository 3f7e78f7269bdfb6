"""Constructors check every constraint: a value that exists is structurally valid."""

import math
from fractions import Fraction

import attrs
import pytest

from positive_practice.derive.structure import structure_or_raise
from positive_practice.errors import InvalidValue
from positive_practice.model.comparison import ElementDifference
from positive_practice.model.counts import Counts
from positive_practice.model.extensions import Extensions
from positive_practice.model.framework import Locator
from positive_practice.model.record import (
    Answer,
    AuditContext,
    AuditRecord,
    Case,
    Event,
    FrameworkRef,
    KeyFeature,
    OwnView,
    OwnViewReply,
    Period,
    Review,
    Submission,
)
from positive_practice.model.tailoring import Edition, PracticeWeight, Standard
from positive_practice.model.tally import ConsistencyTally, FrameworkIdentity, PositionTally, Tally
from support.samples import RECORD

CANARY = "canary-7f3a"
RECORD_VALUE = structure_or_raise(RECORD, AuditRecord)
ANSWER = Answer(practice="GA1", rating="fully")
CONTEXT = AuditContext(id="a", selection="all_cases")
EVENT = Event(kind="assessment", day=0)
FEATURE = KeyFeature(text="a")
REVIEW = RECORD_VALUE.reviews[0]
REPLY = OwnViewReply(question="heard", view="yes")
VIEW = OwnView(answers=(REPLY,))
STANDARD = Standard(practice="GA1", text="a", set_by="b", set_on="2026-01-31")
IDENTITY = FrameworkIdentity(id="a", version="1", tailoring=None, scoring_hash="0" * 64)
TALLY = Tally(
    framework=IDENTITY,
    method="agreed",
    records=1,
    selections=Counts.of({"all_cases": 1}),
    positions=(PositionTally(position="GA1", counts=Counts.of({"rated_3": 1})),),
    consistency=(),
)
CONSISTENCY = ConsistencyTally(element="TI", counts=Counts.of({"consistent": 1}))
DIFFERENCE = ElementDifference(
    element="GA", difference=None, interval=None, direction="undetermined"
)
WEIGHT = PracticeWeight(practice="GA1", weight=Fraction(1))
LOCATOR = Locator(element="Feature 1", item=None, note=None)

# A valid value, a field of it, what the field also takes, and what it refuses with which code.
CHECKS = [
    # text
    (CONTEXT, "purpose", ["x", "x" * 500, "🙂" * 500, "\t\n", None],
     [("", "too_short"), ("x" * 501, "too_long"), (3, "wrong_type"), (b"x", "wrong_type"),
      ("\x00", "bad_text"), ("\r", "bad_text"), ("\x7f", "bad_text"), ("\x9f", "bad_text"),
      ("\u202a", "bad_text"), ("\u2069", "bad_text"), ("\ud800", "bad_text")]),
    # pattern
    (CONTEXT, "id", ["a", "0", "a" * 64, "a_b-c.d"],
     [("", "bad_format"), ("A", "bad_format"), ("-a", "bad_format"), ("a" * 65, "bad_format"),
      ("a\n", "bad_format"), ("é", "bad_format"), ("a٣", "bad_format"), (None, "wrong_type"),
      (3, "wrong_type")]),
    (RECORD_VALUE, "record_id", ["00000000-0000-0000-0000-000000000000"],
     [("00000000-0000-0000-0000-00000000000G", "bad_format"), ("", "bad_format")]),
    (ANSWER, "practice", ["GA9", "ZZ99"],
     [("GA0", "bad_format"), ("GA100", "bad_format"), ("ga1", "bad_format")]),
    # codes
    (ANSWER, "rating", ["not_evident", "no_record"],
     [("Fully", "unknown_code"), ("", "unknown_code"), (3, "wrong_type"), (None, "wrong_type")]),
    (ANSWER, "stage", ["transition", None], [("move", "unknown_code"), (0, "wrong_type")]),
    # version
    (RECORD_VALUE, "schema_version", ["1.0"],
     [("1.1", "unsupported_version"), (1.0, "wrong_type"), (None, "wrong_type")]),
    # whole numbers
    (EVENT, "day", [-730, 0, 730],
     [(-731, "out_of_range"), (731, "out_of_range"), (True, "wrong_type"), (1.0, "wrong_type"),
      ("1", "wrong_type"), (None, "wrong_type"), (math.nan, "wrong_type")]),
    (LOCATOR, "item", [1, 100, None], [(0, "out_of_range"), (101, "out_of_range")]),
    # true and false
    (FEATURE, "worth_sharing", [True, False, None],
     [(1, "wrong_type"), ("true", "wrong_type"), (0.0, "wrong_type")]),
    # fractions
    (DIFFERENCE, "difference", [Fraction(-1, 3), Fraction(0), None],
     [(0.5, "wrong_type"), (1, "wrong_type"), ("1/2", "wrong_type"),
      (Fraction(1, 10**1998), "bad_format"), (Fraction(1, 10**5000), "bad_format")]),
    (WEIGHT, "weight", [Fraction(0), Fraction(40), Fraction(1, 3**79)],
     [(Fraction(-1), "bad_format"), (Fraction(1, 10**38), "bad_format"),
      (Fraction(10**5000), "bad_format"), (None, "wrong_type"), (True, "wrong_type")]),
    # counts
    (TALLY, "selections", [Counts(), Counts.of({"all_cases": 2**53 - 1})],
     [(Counts.of({"some": 1}), "unknown_field"), (Counts.of({"all_cases": -1}), "out_of_range"),
      (Counts.of({"all_cases": 2**53}), "out_of_range"),
      ({"all_cases": 1}, "wrong_type")]),
    (CONSISTENCY, "counts", [Counts()], [(Counts.of({"rated_3": 1}), "unknown_field")]),
    # dates
    (STANDARD, "set_on", ["2024-02-29"],
     [("2026-02-29", "no_such_date"), ("0000-01-01", "no_such_date"), ("2026-1-1", "bad_format"),
      ("2026-01-01\n", "bad_format"), ("٢026-01-01", "bad_format"), (20260101, "wrong_type")]),
    # arrays
    (REVIEW, "agencies", [("police",), ("police", "other")],
     [((), "too_few"), (["police"], "wrong_type"), ("police", "wrong_type"),
      (("police", "police"), "not_unique"), (("polis",), "unknown_code"),
      (("police",) * 25, "too_many"), (None, "wrong_type")]),
    (EVENT, "workers", [(), ("a", "z")],
     [(tuple("abcdefghijk"), "too_many"), (("ab",), "bad_format"), ((1,), "wrong_type")]),
    (VIEW, "answers", [(REPLY,) * 5], [((), "too_few"), ((REPLY,) * 6, "too_many")]),
    (DIFFERENCE, "interval", [(Fraction(0), Fraction(1)), None],
     [((Fraction(0),), "too_few"), ((Fraction(0),) * 3, "too_many")]),
    (RECORD_VALUE, "submissions", [()],
     [((ANSWER,), "wrong_type"), ((None,), "wrong_type"), ([], "wrong_type")]),
    # objects
    (RECORD_VALUE, "audit", [CONTEXT], [(None, "wrong_type"), ({"id": "a"}, "wrong_type")]),
    (RECORD_VALUE, "own_view", [None, VIEW], [(REPLY, "wrong_type")]),
    (FrameworkRef(id="a", version="1"), "tailoring", [None, Edition(id="b", version="2")],
     [("b", "wrong_type")]),
    # extensions
    (RECORD_VALUE, "extensions",
     [Extensions(), Extensions.of({"a.b": {"x": [1.5, None]}}),
      Extensions.of({"a." + "b" * 251: 1}), Extensions.of({f"a.n{i}": i for i in range(20)}),
      Extensions.of({"a.b": "x" * (16_384 - 10)})],
     [({}, "wrong_type"), (None, "wrong_type"), (Extensions.of({"a": 1}), "bad_format"),
      (Extensions.of({"a." + "b" * 252: 1}), "bad_format"),
      (Extensions.of({f"a.n{i}": i for i in range(21)}), "too_many"),
      (Extensions.of({"a.b": "x" * (16_384 - 9)}), "too_long")]),
]  # fmt: skip

TAKEN = [(value, field, good) for value, field, goods, _ in CHECKS for good in goods]
REFUSED = [(value, field, bad, code) for value, field, _, bads in CHECKS for bad, code in bads]


def case_name(value):
    """A short name for a case: pytest would otherwise spell out every value."""
    return value if isinstance(value, str) and value.isidentifier() else type(value).__name__


@pytest.mark.parametrize(("value", "field", "good"), TAKEN, ids=case_name)
def test_a_value_that_obeys_is_taken(value, field, good):
    """The constructor takes what the field's constraint allows, up to its limits."""
    made = attrs.evolve(value, **{field: good})

    assert getattr(made, field) == good


@pytest.mark.parametrize(("value", "field", "bad", "code"), REFUSED, ids=case_name)
def test_a_value_that_breaks_its_constraint_is_refused(value, field, bad, code):
    """`InvalidValue` names the class, the field and the problem code, and says what it takes."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(value, **{field: bad})

    error = caught.value
    assert (error.owner, error.field, error.code) == (type(value).__name__, field, code)
    assert error.expected in str(error)


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (AuditContext, {"id": CANARY.upper(), "selection": "all_cases"}),
        (AuditContext, {"id": "a", "selection": CANARY}),
        (AuditContext, {"id": "a", "selection": "all_cases", "purpose": CANARY + "\x00"}),
        (Answer, {"practice": "GA1", "rating": "fully", "note": CANARY * 200}),
        (Answer, {"practice": "GA1", "rating": "fully", "evidence": (CANARY,)}),
        (Period, {"from_day": CANARY, "to_day": 0}),
        (Case, {"population": CANARY, "young_person_view": "first_hand"}),
        (Submission, {"id": "a", "revision": 1, "status": CANARY, "respondent": None,
                      "answers": ()}),
        (Review, {"sequence": 1, "agencies": (CANARY,), "decisions": ()}),
        (PracticeWeight, {"practice": "GA1", "weight": CANARY}),
    ],
)  # fmt: skip
def test_no_value_stands_in_the_error(cls, given):
    """What a person wrote never shows in an error: not in its text, its repr or its arguments."""
    with pytest.raises(InvalidValue) as caught:
        cls(**given)

    for words in (str(caught.value), repr(caught.value), repr(caught.value.args)):
        assert CANARY not in words.lower()


WORDS = [
    (CONTEXT, "purpose", "", "text of 1 to 500 characters"),
    (CONTEXT, "id", "", "1 to 64 of a-z, 0-9, _ . and -, starting with a letter or digit"),
    (ANSWER, "rating", "", "a code of the list rating"),
    (EVENT, "day", 999, "a whole number from -730 to 730"),
    (FEATURE, "worth_sharing", 1, "true or false"),
    (WEIGHT, "weight", 1, "a fraction as text n/d of at most 40 characters"),
    (STANDARD, "set_on", "", "a date as YYYY-MM-DD"),
    (TALLY, "selections", {}, "an object of counts"),
    (RECORD_VALUE, "schema_version", "", "the schema version as text"),
    (RECORD_VALUE, "extensions", {}, "an object with at most 20 reverse-domain names"),
    (RECORD_VALUE, "case", None, "a value of class Case"),
    (EVENT, "workers", [], "a tuple of 0 to 10 items: one letter from a to z"),
]


@pytest.mark.parametrize(("value", "field", "bad", "words"), WORDS, ids=case_name)
def test_the_error_says_what_the_field_takes(value, field, bad, words):
    """What is expected stands in the error in plain words."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(value, **{field: bad})

    assert caught.value.expected == words
    assert str(caught.value).endswith(f"it takes {words}")


def test_fields_are_given_by_name():
    """No document takes positional arguments: two texts are never swapped unseen."""
    with pytest.raises(TypeError):
        Period(0, 9)


def test_the_schema_version_has_a_default():
    """Whoever makes a record in Python need not know the version that this release writes."""
    assert attrs.evolve(RECORD_VALUE).schema_version == "1.0"
    assert attrs.fields(AuditRecord).schema_version.default == "1.0"
