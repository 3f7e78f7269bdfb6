"""Where a problem is: the pointer and the position of each one, as record.md, "Problems", has it.

The pointer of a duplicate is its second place, of something that is missing its object, and of a
relation the field to change.
"""

import pytest

import positive_practice as pp
from positive_practice.problems.table import row
from support.examples import example, report_of

ANSWER = "/submissions/0/answers/0"

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


def test_a_fault_of_the_text_has_its_line_and_byte():
    """Lines count from 1 and bytes from 0; what is not there yet has no pointer into it."""
    (fault,) = pp.check('{\n "é": }'.encode(), mode="draft").problems

    assert (fault.code, fault.line, fault.offset) == ("json_syntax", 2, 9)
    assert (fault.pointer, fault.position) == ("", None)
