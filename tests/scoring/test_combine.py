"""Combining the parts of a record: what is united, and which conflicts are named."""

import copy

import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from positive_practice.scoring.combine import combine_records
from support.parts import value_of
from support.records import as_record, plain_record, review, said_at, submission

FULL = plain_record(
    [submission([said_at(("GA1", None), "fully")])],
    reviews=[review(2, [said_at(("GA1", None), "mostly")])],
) | {
    "events": [{"kind": "disclosure", "day": 0}],
    "actions": [
        {
            "id": "a1",
            "scope": "support_plan",
            "what": "Ring.",
            "responsible": {"role": "advocate"},
            "status": "done",
            "practices": ["GA4"],
        }
    ],
    "own_view": {"answers": [{"question": "heard", "view": "yes"}]},
    "text_check": {"checked_by": "advocate"},
    "extensions": {"org.example": {"n": 1}},
}


def differing(**changes):
    """The full record with other values at some places of its plain form, by `a__0__b`."""
    plain = copy.deepcopy(FULL)
    for path, value in changes.items():
        *steps, last = (int(step) if step.isdigit() else step for step in path.split("__"))
        holder = plain
        for step in steps:
            holder = holder[step]
        holder[last] = value
    return plain


CONFLICTS = {
    "/record_id": {"record_id": "00000000-0000-4000-8000-000000000000"},
    "/framework/tailoring": {"framework__tailoring": {"id": "a", "version": "1"}},
    "/audit/selection": {"audit__selection": "concern_led"},
    "/audit/purpose": {"audit__purpose": "Another."},
    "/case/population": {"case__population": "student"},
    "/case/stages_reached": {"case__stages_reached": ["delivery"]},
    "/submissions/0": {"submissions__0__status": "withdrawn"},
    "/reviews/0": {"reviews__0__agencies": ["police"]},
    "/actions/0": {"actions__0__what": "Write."},
    "/own_view": {"own_view__answers__0__view": "no"},
    "/text_check/checked_by": {"text_check__checked_by": "audit_lead"},
    "/extensions": {"extensions": {"org.example": {"n": True}}},
}


@pytest.mark.parametrize(("pointer", "changes"), CONFLICTS.items(), ids=CONFLICTS)
def test_what_parts_hold_differently_is_named(pointer, changes):
    """Anything that both hold differently is a conflict, and the pointer says where."""
    parts = [as_record(FULL), as_record(differing(**changes))]

    for order in (parts, parts[::-1]):
        with pytest.raises(pp.Conflict) as caught:
            pp.combine(order)
        assert caught.value.pointers == (pointer,)
        assert pointer in str(caught.value)


def test_every_conflict_is_named_once():
    """All conflicts are named together, each once, however many parts hold it."""
    other = differing(audit__selection="concern_led", actions__0__what="Write.")
    third = differing(audit__selection="concern_led", actions__0__what="Call.")

    with pytest.raises(pp.Conflict) as caught:
        pp.combine([as_record(one) for one in (FULL, other, third)])

    assert caught.value.pointers == ("/audit/selection", "/actions/0")


def test_a_conflict_is_named_where_the_first_part_has_it():
    """The pointer of a conflict leads to the item in the first part that holds it."""
    second = submission([], id="s2")
    first_part = differing(submissions=[second, *FULL["submissions"]])
    other = differing(submissions__0__status="draft")

    with pytest.raises(pp.Conflict) as caught:
        pp.combine([as_record(first_part), as_record(other)])

    assert caught.value.pointers == ("/submissions/1",)


def test_what_only_one_part_holds_is_taken():
    """Submissions, reviews, actions, events, own view and extensions are united."""
    bare = plain_record([submission([], id="s2")])
    bare["text_check"] = FULL["text_check"]
    bare["extensions"] = {"org.other": [1, 2]}
    bare["events"] = [FULL["events"][0], {"kind": "contact", "day": 3}]

    combined = unstructure(pp.combine([as_record(FULL), as_record(bare)]))

    expected = differing(
        submissions=[FULL["submissions"][0], bare["submissions"][0]],
        events=bare["events"],
        extensions={"org.example": {"n": 1}, "org.other": [1, 2]},
    )
    assert value_of(combined) == value_of(expected)


def test_two_revisions_are_no_conflict():
    """Submissions are united by id and revision, so that an older revision stays beside a newer."""
    newer = differing(submissions__0__revision=2, submissions__0__status="withdrawn")

    combined = pp.combine([as_record(FULL), as_record(newer)])

    assert [one.revision for one in combined.submissions] == [1, 2]


def test_order_of_arrays_makes_no_conflict():
    """Arrays carry no meaning by their order, so another order is no difference."""
    first = differing(case__stages_reached=["assessment", "delivery"])
    second = differing(case__stages_reached=["delivery", "assessment"])

    assert pp.combine([as_record(first), as_record(second)]).case.stages_reached == (
        "assessment",
        "delivery",
    )


def test_more_than_a_record_may_hold():
    """Parts that together hold more than a record may hold are refused with the problem."""
    parts = [
        as_record(plain_record([submission([], id=f"s{start + i}") for i in range(60)]))
        for start in (0, 60)
    ]

    with pytest.raises(pp.InvalidDocument) as caught:
        pp.combine(parts)

    assert [(one.code, one.pointer) for one in caught.value.problems] == [
        ("too_many", "/submissions")
    ]


def test_what_every_part_must_hold_alike():
    """What all parts hold alike or none of them, and only one holds, is a conflict as a whole."""
    bare = differing()
    del bare["text_check"]

    for order in ((FULL, bare), (bare, FULL)):
        with pytest.raises(pp.Conflict) as caught:
            pp.combine([as_record(one) for one in order])
        assert caught.value.pointers == ("/text_check",)


def test_a_conflict_between_parts_after_the_first():
    """The pointer leads to the first part that holds the item, not to the first of all parts."""
    none, other = differing(reviews=[]), differing(reviews__0__agencies=["police"])

    with pytest.raises(pp.Conflict) as caught:
        pp.combine([as_record(one) for one in (none, FULL, other)])

    assert caught.value.pointers == ("/reviews/0",)


def test_arrays_inside_extensions_keep_their_order():
    """Nobody knows what an extension means, so nothing inside it is put in order."""
    plain = differing(extensions={"org.example": {"steps": [3, 1, 2]}})

    combined = pp.combine([as_record(plain)])

    assert unstructure(combined)["extensions"] == {"org.example": {"steps": [3, 1, 2]}}


def test_no_part_makes_no_record():
    """Of no part there is no record, and the error says so."""
    with pytest.raises(pp.Misuse, match="^combine takes at least one part of a record$"):
        combine_records(())


@pytest.mark.parametrize("parts", [[], [None], ["text"], [{}]])
def test_only_records_can_be_combined(parts):
    """No part at all, or what is no record, is misuse."""
    with pytest.raises(pp.Misuse):
        pp.combine(parts)
