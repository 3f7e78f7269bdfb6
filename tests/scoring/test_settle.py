"""Settling: which submissions count, what is decided, and which method there is."""

import pytest

from positive_practice.catalogue.shipped import framework
from positive_practice.errors import UnknownName
from positive_practice.model.framework import Position
from positive_practice.model.state import State
from positive_practice.scoring.settle import (
    answers_by_position,
    current_submissions,
    method_or_raise,
    newest_submissions,
    settle,
)
from support.records import as_record, plain_record, review, said_at, submission

GA1 = ("GA1", None)
MA1 = ("MA1", "assessment")


def forms(*id_revision_status):
    """A record of submissions without answers."""
    return as_record(
        plain_record(
            [
                submission([], id=id_, revision=revision, status=status)
                for id_, revision, status in id_revision_status
            ]
        )
    )


def keys(submissions):
    """The id and revision of each submission."""
    return [(one.id, one.revision) for one in submissions]


RECORD = forms(
    ("kept", 2, "submitted"),
    ("kept", 10, "draft"),
    ("withdrawn", 3, "submitted"),
    ("withdrawn", 4, "withdrawn"),
    ("kept", 1, "submitted"),
    ("draft", 1, "draft"),
    ("alone", 1, "submitted"),
)


def test_current_submissions():
    """The highest revision of each id that is no draft counts if it is submitted, in order."""
    assert keys(current_submissions(RECORD)) == [("kept", 2), ("alone", 1)]


def test_newest_submissions():
    """The newest of each id is its highest revision whatever its status, in order."""
    assert keys(newest_submissions(RECORD)) == [
        ("kept", 10),
        ("withdrawn", 4),
        ("draft", 1),
        ("alone", 1),
    ]


def test_a_voice_is_an_agency_with_its_reference():
    """Who said what is listed by position; an absent reference is one like any other."""
    said = [
        submission([said_at(GA1, "fully"), said_at(("MA1", "planning"), "partly")], id="s1"),
        submission([said_at(GA1, "mostly")], id="s2", agency="police", agency_ref="a"),
    ]

    found = answers_by_position(as_record(plain_record(said)).submissions)

    assert found == {
        Position("GA1"): [(("leaving_care", None), "fully"), (("police", "a"), "mostly")],
        Position("MA1", "planning"): [(("leaving_care", None), "partly")],
    }


def test_who_decides():
    """A position is decided by the review of the highest sequence that decides it."""
    reviews = [
        review(9, [said_at(GA1, "mostly")]),
        review(10, [said_at(("GA2", None), "not_known")]),
        review(2, [said_at(GA1, "fully")]),
    ]

    found = settle(as_record(plain_record([], reviews=reviews)), framework())

    assert found[:3] == (State.RATED_2, State.NOT_KNOWN, State.UNANSWERED)


@pytest.mark.parametrize("method", ["mean", "Agreed", "", None])
def test_there_is_no_such_method(method):
    """What is no method is refused, and the error lists those that there are."""
    record = as_record(plain_record([]))

    for refuse in (method_or_raise, lambda name: settle(record, framework(), name)):
        with pytest.raises(UnknownName) as caught:
            refuse(method)
        assert caught.value.kind == "method"
        assert caught.value.known == ("agreed", "lowest", "lower_median")


@pytest.mark.parametrize("method", ["agreed", "lowest", "lower_median"])
def test_a_method_is_its_own_name(method):
    """A method that exists is handed back as it is."""
    assert method_or_raise(method) == method


def forms_of(said, place):
    """A submission for each of some ratings at a position, in the voices that gave them."""
    return [
        submission([said_at(place, rating)], id=f"s{i}", agency=agency, agency_ref=ref)
        for i, ((agency, ref), rating) in enumerate(said)
    ]


ONE, TWO, THREE = (("police", ref) for ref in (None, "a", "b"))


@pytest.mark.parametrize(
    ("said", "agreed", "lowest", "lower_median"),
    [
        ([(ONE, "partly"), (TWO, "fully")], "SPREAD_1_3", "RATED_1", "RATED_1"),
        ([(ONE, "fully"), (TWO, "fully"), (THREE, "partly")], "SPREAD_1_3", "RATED_1", "RATED_3"),
        ([(ONE, "fully"), (ONE, "fully"), (ONE, "partly")], "SPREAD_1_3", "RATED_1", "RATED_3"),
        (
            [(ONE, "partly"), (ONE, "partly"), (ONE, "partly"), (TWO, "mostly"), (THREE, "fully")],
            "SPREAD_1_3",
            "RATED_1",
            "RATED_2",
        ),
        ([(ONE, "not_known"), (TWO, "no_record")], "NO_RECORD", "NO_RECORD", "NO_RECORD"),
        ([(ONE, "fully"), (TWO, "not_applicable")], "CONTESTED", "CONTESTED", "CONTESTED"),
        ([(ONE, "fully"), (TWO, "not_known")], "RATED_3", "RATED_3", "RATED_3"),
    ],
)
def test_methods_differ_in_spreads_alone(said, agreed, lowest, lower_median):
    """The methods say the same of everything but a spread; a voice counts once in a median."""
    record = as_record(plain_record(forms_of(said, GA1)))

    found = [settle(record, framework(), name)[0] for name in ("agreed", "lowest", "lower_median")]

    assert found == [State[agreed], State[lowest], State[lower_median]]
    assert settle(record, framework())[0] == State[agreed]


@pytest.mark.parametrize(
    ("said", "reached", "expected"),
    [
        ([], [], "UNANSWERED"),
        ([], ["planning"], "NOT_APPLICABLE"),
        ([(ONE, "fully")], ["planning"], "CONTESTED"),
        ([(ONE, "fully")], ["planning", "assessment"], "RATED_3"),
    ],
)
@pytest.mark.parametrize("method", ["agreed", "lowest", "lower_median"])
def test_a_stage_not_reached(method, said, reached, expected):
    """Whether a stage was reached is part of what is settled, and it was where nobody says."""
    record = as_record(plain_record(forms_of(said, MA1), reached=reached))

    states = settle(record, framework(), method)

    ids = [position.id for position in framework().positions]
    assert states[ids.index("MA1.assessment")] == State[expected]
