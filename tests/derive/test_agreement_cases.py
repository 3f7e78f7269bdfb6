"""Single documents on which validators of other kinds part ways, and the named exceptions."""

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from positive_practice.catalogue.documents import DOCUMENTS, schema
from positive_practice.derive.structure import structure
from positive_practice.problems.table import row
from support.samples import AGREEMENT, COMPARISON, NOTICE, RECORD, TAILORING, TALLY, changed

SAMPLES = {
    "audit-record": RECORD,
    "tally": TALLY,
    "comparison": COMPARISON,
    "agreement": AGREEMENT,
    "tailoring": TAILORING,
    "urgent-help-notice": NOTICE,
}


def verdicts(name, value):
    """Whether the published schema takes a document, and whether the structurer does."""
    problems = structure(value, DOCUMENTS[name]).problems
    structural = [one for one in problems if row(one.code).group != "document"]
    validator = Draft202012Validator(schema(name), registry=Registry())
    return validator.is_valid(value), not structural


ALIKE = [
    # found by the generated documents: `not` beside a type that may be null refused null
    ("urgent-help-notice", "/channels/0/note", None, True),
    ("urgent-help-notice", "/checked_on", None, True),
    ("agreement", "/exact_share", None, True),
    ("comparison", "/elements/0/interval", None, True),
    ("tally", "/framework/tailoring", None, True),
    # integers however they are written; true is no integer
    ("audit-record", "/events/0/day", 5.0, True),
    ("audit-record", "/events/0/day", -0.0, True),
    ("audit-record", "/events/0/day", 5.5, False),
    ("audit-record", "/events/0/day", True, False),
    ("audit-record", "/events/0/day", 1e300, False),
    ("tally", "/records", 2**53 - 1, True),
    ("tally", "/records", 2**53, False),
    ("tally", "/selections", {"all_cases": 2.0}, True),
    ("tally", "/selections", {"all_cases": False}, False),
    # a trailing line break, other scripts' digits
    ("audit-record", "/audit/id", "a\n", False),
    ("audit-record", "/audit/id", "a\r", False),
    ("audit-record", "/submissions/0/answers/0/practice", "GA1\n", False),
    ("audit-record", "/submissions/0/answers/0/practice", "GA٣", False),
    ("audit-record", "/extensions", {"org.example\n": 1}, False),
    ("tailoring", "/weights/0/weight", "1/2\n", False),
    ("tailoring", "/weights/0/weight", "٣/4", False),
    ("tailoring", "/standards/0/set_on", "2026-01-31\n", False),
    # length is counted in code points
    ("audit-record", "/audit/purpose", "🙂" * 500, True),
    ("audit-record", "/audit/purpose", "🙂" * 501, False),
    ("audit-record", "/audit/purpose", "\t\n", True),
    ("audit-record", "/audit/purpose", "\u200f\u2028", True),
    ("audit-record", "/extensions", {"a." + "b" * 251: 1}, True),
    ("audit-record", "/extensions", {"a." + "b" * 252: 1}, False),
    ("tailoring", "/weights/0/weight", "1/" + "3" * 38, True),
    ("tailoring", "/weights/0/weight", "1/" + "3" * 39, False),
    # what relates to a value's meaning is no matter of structure
    ("tailoring", "/weights/0/weight", "2/4", True),
    ("tailoring", "/standards/0/set_on", "2026-02-31", True),
    ("tailoring", "/standards/0/set_on", "0000-01-01", True),
    # inside extensions anything goes that is JSON
    ("audit-record", "/extensions", {"org.example": ["\x00\r\u202e", None, 1.5, {"": {}}]}, True),
]


@pytest.mark.parametrize(("name", "pointer", "new", "expected"), ALIKE)
def test_a_hard_case_is_judged_alike(name, pointer, new, expected):
    """Schema and structurer agree, and agree on what record.md says."""
    value = changed(SAMPLES[name], pointer, new)

    assert verdicts(name, value) == (expected, expected)


def nested(depth):
    """Lists inside one another."""
    value = []
    for _ in range(depth):
        value = [value]
    return value


EXCEPTIONS = [
    ("extensions over 16 KiB", "/extensions", {"org.example": "x" * 16_384}, "too_long"),
    ("a lone surrogate in a text", "/audit/purpose", "\ud83d", "bad_text"),
    ("a lone surrogate in extensions", "/extensions", {"org.example": "\udc00"}, "bad_text"),
    ("a lone surrogate in a key", "/extensions", {"org.example": {"\udc00": 1}}, "bad_text"),
    ("2^53 in extensions", "/extensions", {"org.example": 2**53}, "out_of_range"),
    ("-2^53 in extensions", "/extensions", {"org.example": [-(2**53)]}, "out_of_range"),
    ("2^53 as a float", "/extensions", {"org.example": float(2**53)}, "out_of_range"),
    ("extensions nested too deep", "/extensions", {"org.example": nested(64)}, "json_depth"),
    ("deeper than any stack", "/extensions", {"org.example": nested(100_000)}, "json_depth"),
]


@pytest.mark.parametrize(
    ("pointer", "new", "code"), [row[1:] for row in EXCEPTIONS], ids=[row[0] for row in EXCEPTIONS]
)
def test_a_named_exception_is_refused_by_the_structurer_alone(pointer, new, code):
    """The only exceptions: what the reader's own limits refuse and a schema cannot say."""
    problems = structure(changed(RECORD, pointer, new), DOCUMENTS["audit-record"]).problems

    assert [(one.code, one.pointer) for one in problems] == [(code, pointer)]
    assert Draft202012Validator(schema("audit-record"), registry=Registry()).is_valid(
        changed(RECORD, pointer, new)
    )


@pytest.mark.parametrize("size", [16_384, 16_385])
def test_extensions_may_fill_16_kib_of_canonical_json(size):
    """record.md: 16 KiB in all as canonical JSON, whatever white space they came with."""
    frame = len('{"org.example":""}')
    value = changed(RECORD, "/extensions", {"org.example": "x" * (size - frame)})

    assert verdicts("audit-record", value) == (True, size == 16_384)


def test_the_largest_integers_may_stand_in_extensions():
    """2^53 - 1 and its negative are what every reader keeps exactly."""
    value = changed(RECORD, "/extensions", {"org.example": [2**53 - 1, 1 - 2**53]})

    assert verdicts("audit-record", value) == (True, True)
