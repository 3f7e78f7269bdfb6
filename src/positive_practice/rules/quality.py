"""Quality of a record: what a careful audit lead would ask about; how severe, the mode says.

Each rule is named as its code and yields the places where it is broken. Rules read the current
submissions, and of reviews the newest decision at a position. Source: record.md, "Problems".
"""

import functools
from collections.abc import Iterator

from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import Decision, OwnViewReply, Submission
from positive_practice.model.state import LEVELS, State, is_answered, is_rated
from positive_practice.rules.integrity import Rule
from positive_practice.rules.subject import (
    QUOTE_FIELDS,
    WITH_A_REASON,
    Place,
    Subject,
    quote_fields,
)
from positive_practice.scoring.settle import LEVEL_OF, position_of

__all__ = ["QUALITY"]

ANSWERED = frozenset(filter(is_answered, State))
UNDECIDED = {State.CONTESTED, *ANSWERED} - {*filter(is_rated, State)}
MOSTLY_AT_LEAST = frozenset(one for one, (lo, _) in LEVELS.items() if lo >= LEVEL_OF["mostly"])
PLANS = frozenset({"GA4", "MA3"})
COMMUNICATION = frozenset({"MA1"})
JOINT_WORK = frozenset({"MA2", "MA3"})
FIRST_HAND = {"first_hand", "through_advocate", "recorded_words"}
EVENTS_OF: dict[str, frozenset[str]] = {
    "PE4": frozenset({"contact_declined"}),
    "MA4": frozenset({"service_transition", "life_change", "worker_change"}),
    "MA5": frozenset({"escalation"}),
    "CF2": frozenset({"approach_change"}),
}


def no_current_submission(subject: Subject) -> Iterator[Place]:
    """At least one submission counts."""
    if not subject.current:
        yield Place("/submissions")


def reason_missing(subject: Subject) -> Iterator[Place]:
    """What did not apply or cannot be said has a reason."""
    for one in subject.said:
        if one.what.rating in WITH_A_REASON and one.what.reason is None:
            yield one.place()


def undecided(subject: Subject) -> Iterator[Place]:
    """Where agencies differ, a review decides."""
    for position in subject.settled_to(UNDECIDED):
        yield Place("", position.id)


def decision_without_rationale(subject: Subject) -> Iterator[Place]:
    """A review that decides says why."""
    for one in subject.decisions:
        if isinstance(one.what, Decision) and one.what.rationale is None:
            yield one.place()


def decision_reopens(subject: Subject) -> Iterator[Place]:
    """A decision leaves nothing open on which agencies gave levels."""
    reopening = [one for one in subject.decisions if one.what.rating in {"not_known", "no_record"}]
    rated = _rated_positions(subject) if reopening else set[Position]()
    for one in reopening:
        if one.position in rated:
            yield one.place("/rating")


def _rated_positions(subject: Subject) -> set[Position]:
    """The positions at which a current answer gives a level."""
    return {
        position_of(answer)
        for _, submission in subject.current
        for answer in submission.answers
        if answer.rating in LEVEL_OF
    }


def quote_incomplete(subject: Subject) -> Iterator[Place]:
    """Exact words have their safeguards."""
    for place, evidence in subject.quotes:
        if len(quote_fields(evidence)) < len(QUOTE_FIELDS):
            yield place
    for pointer, reply in _own_words(subject):
        if reply.consent is None or reply.anonymised_by is None:
            yield Place(pointer)


def quote_without_consent(subject: Subject) -> Iterator[Place]:
    """Exact words are used only with consent."""
    for place, evidence in subject.quotes:
        if evidence.consent is False:
            yield Place(f"{place.pointer}/consent", place.position)
    for pointer, reply in _own_words(subject):
        if reply.consent is False:
            yield Place(f"{pointer}/consent")


def action_without_accountable(subject: Subject) -> Iterator[Place]:
    """For each action it is clear who answers for it."""
    for i, action in enumerate(subject.record.actions):
        if action.accountable is None:
            yield Place(f"/actions/{i}")


def plan_not_evidenced(subject: Subject) -> Iterator[Place]:
    """A plan that is rated to be there shows in the actions of the support plan."""
    actions = subject.record.actions
    served = {p for action in actions if action.scope == "support_plan" for p in action.practices}
    for position in subject.settled_to(MOSTLY_AT_LEAST, PLANS - served):
        yield Place("/actions" if actions else "", position.id)


def events_contradict(subject: Subject) -> Iterator[Place]:
    """What never came up is not on the timeline."""
    happened = {event.kind for event in subject.record.events}
    for one in subject.said:
        is_unmet = one.what.reason == "condition_not_met"
        if is_unmet and not happened.isdisjoint(EVENTS_OF.get(one.what.practice, ())):
            yield one.place("/reason")


def escalation_note_missing(subject: Subject) -> Iterator[Place]:
    """Where escalation was not needed, it says why not."""
    for one in subject.said:
        words = one.what.rationale if isinstance(one.what, Decision) else one.what.note
        unneeded = one.what.practice == "MA5" and one.what.reason == "condition_not_met"
        if unneeded and words is None:
            yield one.place()


def other_without_note(subject: Subject) -> Iterator[Place]:
    """Whoever chooses `other` says what is meant."""
    for pointer, submission in subject.current:
        if "other" in _respondent_codes(submission) and submission.note is None:
            yield Place(pointer)
    for one in subject.answers:
        if one.what.reason == "other" and getattr(one.what, "note", None) is None:
            yield one.place()
    for i, event in enumerate(subject.record.events):
        if event.kind == "other" and event.note is None:
            yield Place(f"/events/{i}")


def communication_below_plan(subject: Subject) -> Iterator[Place]:
    """Shared priorities or a joint plan at every point go with some communication."""
    below = subject.settled_to({State.RATED_0}, COMMUNICATION)
    planned = subject.settled_to({State.RATED_3}, JOINT_WORK) if below else ()
    stages = {one.stage for one in planned}
    for position in below:
        if position.stage in stages:
            yield Place("", position.id)


def answered_stage_not_reached(subject: Subject) -> Iterator[Place]:
    """What is said of a stage fits the stages that were reached."""
    reached = subject.record.case.stages_reached
    for one in subject.said:
        unreached = one.what.stage is not None and one.what.stage not in reached
        if reached and unreached and one.what.rating != "not_applicable":
            yield one.place("/rating")


def reached_stage_denied(subject: Subject) -> Iterator[Place]:
    """A stage that was reached is not called unreached."""
    for one in subject.said:
        denied = one.what.reason == "stage_not_reached"
        if denied and one.what.stage in subject.record.case.stages_reached:
            yield one.place("/reason")


def day_outside_period(subject: Subject) -> Iterator[Place]:
    """What happened, happened in the period."""
    period = subject.record.case.period
    if period is None:
        return
    days = range(period.from_day, period.to_day + 1)
    for i, event in enumerate(subject.record.events):
        if event.day not in days:
            yield Place(f"/events/{i}/day")
    for pointer, answer in subject.with_evidence:
        for i, evidence in enumerate(answer.evidence):
            if evidence.day is not None and evidence.day not in days:
                yield Place(f"{pointer}/evidence/{i}/day", position_of(answer).id)
    for i, outcome in enumerate(subject.record.outcomes):
        if outcome.day is not None and outcome.day not in days:
            yield Place(f"/outcomes/{i}/day")


def no_first_hand_view(subject: Subject) -> Iterator[Place]:
    """The young person's voice is rated best with their own view at hand."""
    if subject.record.case.young_person_view in FIRST_HAND:
        return
    for position in subject.settled_to(ANSWERED, _voice(subject.framework)):
        yield Place("/case/young_person_view", position.id)


@functools.lru_cache(maxsize=32)
def _voice(framework: Framework) -> frozenset[str]:
    """The practices of the young person's voice."""
    ids = (practice.id for practice in framework.practices)
    return frozenset(id_ for id_ in ids if id_.startswith("VY"))


def own_practice_only(subject: Subject) -> Iterator[Place]:
    """Not everybody rates only their own work."""
    relations = {submission.respondent.relation for _, submission in subject.current}
    if relations == {"own_practice"}:
        yield Place("/submissions")


def concern_led(subject: Subject) -> Iterator[Place]:
    """The framework was built from what worked, not from concerns."""
    if subject.record.audit.selection == "concern_led":
        yield Place("/audit/selection")


def tailored_away(subject: Subject) -> Iterator[Place]:
    """What the tailoring leaves out is not scored."""
    if subject.framework is subject.base:
        return
    left_out = subject.known.difference(subject.framework.positions)
    for one in subject.said:
        if one.position in left_out:
            yield one.place()


def _own_words(subject: Subject) -> Iterator[tuple[str, OwnViewReply]]:
    own_view = subject.record.own_view
    for i, reply in enumerate(own_view.answers if own_view is not None else ()):
        if reply.text is not None:
            yield f"/own_view/answers/{i}", reply


def _respondent_codes(submission: Submission) -> set[str]:
    return {submission.respondent.agency, submission.respondent.role}


QUALITY: tuple[Rule, ...] = (
    no_current_submission,
    reason_missing,
    undecided,
    decision_without_rationale,
    decision_reopens,
    quote_incomplete,
    quote_without_consent,
    action_without_accountable,
    plan_not_evidenced,
    events_contradict,
    escalation_note_missing,
    other_without_note,
    communication_below_plan,
    answered_stage_not_reached,
    reached_stage_denied,
    day_outside_period,
    no_first_hand_view,
    own_practice_only,
    concern_led,
    tailored_away,
)
