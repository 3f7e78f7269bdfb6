"""Where a problem is: the pointer and the position of each one, as record.md, "Problems", has it.

The pointer of a duplicate is its second place, of something that is missing its object, and of a
relation the field to change.
"""

import pytest

import positive_practice as pp
from positive_practice.problems.table import row
from support.examples import example, report_of
from support.records import plain_record, review, said_at, submission
from support.samples import ACTION, changed

ANSWER = "/submissions/0/answers/0"
GA1 = ("GA1", None)
RECORD = plain_record([submission([said_at(GA1, "fully")])])
QUOTE = {"kind": "quote", "text": "They rang me back."}
EXTRACT = {"kind": "record_extract", "text": "A call was returned."}
REPLY = {"question": "heard", "view": "yes", "text": "They rang me back."}

PLACES = [
    ("unknown_practice", f"{ANSWER}/practice", None),
    ("stage_missing", ANSWER, None),
    ("stage_not_allowed", f"{ANSWER}/stage", None),
    ("duplicate_submission", "/submissions/1", None),
    ("duplicate_answer", "/submissions/0/answers/1", "GA1"),
    ("duplicate_review", "/reviews/1", None),
    ("duplicate_decision", "/reviews/0/decisions/1", "MA3.planning"),
    ("duplicate_action", "/actions/1", None),
    ("duplicate_question", "/own_view/answers/1", None),
    ("reason_not_allowed", f"{ANSWER}/reason", "GA1"),
    ("reason_wrong_kind", f"{ANSWER}/reason", "PE4"),
    ("not_applicable_not_allowed", f"{ANSWER}/reason", "GA1"),
    ("role_cannot_respond", "/submissions/0/respondent/role", None),
    ("role_cannot_account", "/actions/0/accountable/role", None),
    ("quote_field_not_allowed", f"{ANSWER}/evidence/0/consent", "GA4"),
    ("period_reversed", "/case/period", None),
    ("forbidden_key", "/extensions", None),
    ("no_current_submission", "/submissions", None),
    ("reason_missing", ANSWER, "PE4"),
    ("undecided", "", "GA1"),
    ("decision_without_rationale", "/reviews/0/decisions/0", "MA3.planning"),
    ("decision_reopens", "/reviews/0/decisions/1/rating", "GA1"),
    ("quote_incomplete", f"{ANSWER}/evidence/0", "PE1"),
    ("quote_without_consent", f"{ANSWER}/evidence/0/consent", "PE1"),
    ("action_without_accountable", "/actions/0", None),
    ("plan_not_evidenced", "/actions", "GA4"),
    ("events_contradict", f"{ANSWER}/reason", "PE4"),
    ("escalation_note_missing", ANSWER, "MA5.delivery"),
    ("other_without_note", "/submissions/0", None),
    ("communication_below_plan", "", "MA1.assessment"),
    ("answered_stage_not_reached", f"{ANSWER}/rating", "MA4.transition"),
    ("reached_stage_denied", f"{ANSWER}/reason", "CF1.planning"),
    ("day_outside_period", "/events/0/day", None),
    ("no_first_hand_view", "/case/young_person_view", "VY1"),
    ("own_practice_only", "/submissions", None),
    ("concern_led", "/audit/selection", None),
    ("tailored_away", "/submissions/0/answers/1", "VY3"),
]


@pytest.mark.parametrize(("code", "pointer", "position"), PLACES)
def test_a_problem_has_its_place_and_its_position(code, pointer, position):
    """The failing example of a rule has its problem once, there and nowhere else."""
    problems = report_of(example(row(code), "failing")).problems

    places = [(one.pointer, one.position) for one in problems if one.code == code]
    assert places == [(pointer, position)]


def places(plain, code, mode="submitted"):
    """Where a record has problems of a code."""
    problems = pp.check(plain, mode=mode).problems
    return [(one.pointer, one.position) for one in problems if one.code == code]


def test_a_practice_that_is_not_known_is_found_wherever_one_is_named():
    """Answers, key features, actions and decisions name practices."""
    plain = plain_record(
        [submission([said_at(("XX1", None), "fully")])],
        reviews=[review(1, [said_at(("XX2", None), "fully")])],
    )
    features = [{"text": "A.", "practice": "GA1"}, {"text": "B.", "practice": "XX3"}]
    plain = changed(plain, "/submissions/0/key_features", features)
    actions = [ACTION | {"practices": ["GA1", "XX4"]}]

    assert places(plain | {"actions": actions}, "unknown_practice") == [
        ("/submissions/0/answers/0/practice", None),
        ("/reviews/0/decisions/0/practice", None),
        ("/submissions/0/key_features/1/practice", None),
        ("/actions/0/practices/1", None),
    ]


def test_other_is_explained_by_the_respondent_in_the_answer_and_in_the_event():
    """Whoever chose `other` is asked for a note there; whoever wrote one is not."""
    bare = plain_record([submission([said_at(GA1, "not_known") | {"reason": "other"}])])
    bare = changed(bare, "/submissions/0/respondent/role", "other")
    noted = changed(bare, "/submissions/0/note", "A mentor.")
    noted = changed(noted, f"{ANSWER}/note", "The file was elsewhere.")
    event = {"kind": "other", "day": 1}

    assert places(bare | {"events": [event]}, "other_without_note") == [
        ("/submissions/0", None),
        (ANSWER, "GA1"),
        ("/events/0", None),
    ]
    assert places(noted | {"events": [event | {"note": "A move."}]}, "other_without_note") == []


def test_exact_words_are_looked_at_as_evidence_and_in_the_own_view():
    """Both ask for the safeguards of exact words, and for consent."""
    plain = changed(RECORD, f"{ANSWER}/evidence", [QUOTE | {"consent": False}])
    plain |= {"own_view": {"answers": [REPLY | {"consent": False}]}}

    assert places(plain, "quote_incomplete") == [
        (f"{ANSWER}/evidence/0", "GA1"),
        ("/own_view/answers/0", None),
    ]
    assert places(plain, "quote_without_consent") == [
        (f"{ANSWER}/evidence/0/consent", "GA1"),
        ("/own_view/answers/0/consent", None),
    ]


def test_days_are_looked_at_in_events_evidence_and_outcomes():
    """Each day that lies outside the period is found where it stands."""
    plain = changed(RECORD, "/case/period", {"from_day": 0, "to_day": 10})
    plain = changed(plain, f"{ANSWER}/evidence", [EXTRACT | {"day": 12}])
    outcome = {"kind": "trust", "change": "more", "source": "worker", "day": 13}
    plain |= {"events": [{"kind": "contact", "day": 11}], "outcomes": [outcome]}

    assert places(plain, "day_outside_period") == [
        ("/events/0/day", None),
        (f"{ANSWER}/evidence/0/day", "GA1"),
        ("/outcomes/0/day", None),
    ]


def test_a_plan_without_any_action_is_told_at_the_record():
    """Where there is no list of actions, the record itself is the object that lacks it."""
    plain = plain_record([submission([said_at(("GA4", None), "fully")])])

    assert places(plain, "plan_not_evidenced") == [("", "GA4")]


def test_a_reason_at_no_position_has_none():
    """An answer whose stage is missing is at no position of the framework."""
    answer = said_at(("MA1", None), "fully") | {"reason": "no_access"}

    assert places(plain_record([submission([answer])]), "reason_not_allowed") == [
        (f"{ANSWER}/reason", None)
    ]


@pytest.mark.parametrize(
    ("place", "code"), [(("XX1", None), "unknown_practice"), (("MA1", None), "stage_missing")]
)
def test_what_is_at_no_position_repeats_none(place, code):
    """Two answers of an unknown practice, or without their stage, are no duplicates."""
    plain = plain_record([submission([said_at(place, "fully")] * 2)])

    assert [one.code for one in pp.check(plain).problems] == [code, code]


def test_a_fault_of_the_text_has_its_line_and_byte():
    """Lines count from 1 and bytes from 0; what is not there yet has no pointer into it."""
    (fault,) = pp.check('{\n "é": }'.encode(), mode="draft").problems

    assert (fault.code, fault.line, fault.offset) == ("json_syntax", 2, 9)
    assert (fault.pointer, fault.position) == ("", None)
