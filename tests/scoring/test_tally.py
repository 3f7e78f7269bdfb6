"""Tallies, by hand: what is counted of each record."""

import pytest

import positive_practice as pp
from positive_practice.model.counts import Counts
from positive_practice.scoring.plan import identity_of
from positive_practice.scoring.tally import make_tally
from support.frameworks import without
from support.records import as_record, plain_record, said_at, submission

FRAMEWORK = without(
    pp.framework(),
    practices=tuple(one.id for one in pp.framework().practices if one.id not in {"GA1", "MO1"}),
    stages=("delivery", "transition"),
)
"""One practice without stages, and one in two stages, the only one of its thread."""


def record(ratings, selection="all_cases", **fields):
    """A record in which voice after voice says something at one position."""
    forms = [
        submission([said_at(place, rating)], id=f"s{n}", agency_ref=f"team-{n}")
        for n, (place, rating) in enumerate(ratings)
    ]
    return as_record(plain_record(forms, selection=selection, **fields))


GA1, FIRST, SECOND = ("GA1", None), ("MO1", "assessment"), ("MO1", "planning")
RECORDS = [
    record([(GA1, "fully"), (FIRST, "fully"), (SECOND, "mostly")]),
    record([(GA1, "fully"), (GA1, "partly"), (FIRST, "partly")], "random_sample"),
    record([(FIRST, "fully"), (FIRST, "mostly")], reached=["assessment"]),
    record([(GA1, "no_record"), (FIRST, "partly")], reached=["planning"]),
]


def test_what_is_counted():
    """States are counted by position, consistency by thread, and selections."""
    found = make_tally(iter(RECORDS), FRAMEWORK)

    assert found.framework == identity_of(FRAMEWORK)
    assert (found.method, found.records) == ("agreed", 4)
    assert found.selections == Counts.of({"all_cases": 3, "random_sample": 1})
    assert [(one.position, dict(one.counts)) for one in found.positions] == [
        ("GA1", {"rated_3": 1, "spread_1_3": 1, "unanswered": 1, "no_record": 1}),
        ("MO1.assessment", {"rated_3": 1, "rated_1": 1, "spread_2_3": 1, "contested": 1}),
        ("MO1.planning", {"rated_2": 1, "unanswered": 2, "not_applicable": 1}),
    ]
    assert [(one.element, dict(one.counts)) for one in found.consistency] == [
        ("MO", {"consistent": 2, "inconsistent": 1, "undetermined": 1})
    ]


def test_the_method_is_part_of_the_tally():
    """A tally says by which method its states were settled."""
    found = make_tally(RECORDS, FRAMEWORK, "lowest")

    assert found.method == "lowest"
    assert dict(found.positions[0].counts) == {
        "rated_3": 1,
        "rated_1": 1,
        "unanswered": 1,
        "no_record": 1,
    }


def test_the_tally_of_no_records():
    """No records make the zero: every position and thread, counted 0 times."""
    found = make_tally([], FRAMEWORK, "lower_median")

    assert (found.records, found.method, found.selections) == (0, "lower_median", Counts())
    assert [one.position for one in found.positions] == ["GA1", "MO1.assessment", "MO1.planning"]
    assert {one.counts for one in found.positions} == {Counts()}
    assert [(one.element, one.counts) for one in found.consistency] == [("MO", Counts())]


def test_no_tally_by_a_method_that_there_is_not():
    """Also without records there is no tally by a method that there is not."""
    with pytest.raises(pp.UnknownName):
        make_tally([], FRAMEWORK, "mean")
