"""Doing what a hint says removes its problem and adds no error.

Invented records without an error are broken in one way; then the hint of each problem that is
found is done, as a person would do it. Each function here is named as its code, and its docstring
is the hint that it does, so that a hint with other words is looked at anew.
"""

import copy
import random
from collections import Counter
from functools import cache

import pytest

from positive_practice.api import check
from positive_practice.catalogue.shipped import code_list
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.plain import unstructure
from positive_practice.problems.table import row, rows
from positive_practice.samples import sample
from support.broken import BREAKS, EVENTS_OF, FIRST_HAND, TAILORED_AWAY, said_in
from support.frameworks import without
from support.records import (
    CODES,
    LEVELS,
    MAY_NOT_APPLY,
    REASONS,
    STAGED,
    UNSTAGED,
    WORKERS,
)

MODES = ("draft", "submitted", "agreed", "publish")
FEW, MANY = 4, 16
FRAMEWORK = without(shipped_framework(), TAILORED_AWAY)
"""A tailored framework at hand; it matters only to a record that names the tailoring."""


DONE = []
"""What each hint asks for, done; no hint of the two groups is left out but those of texts."""


def does(function):
    """Keep what a hint asks for, done."""
    DONE.append(function)
    return function


def at(record, pointer):
    """What stands at a JSON Pointer."""
    value = record
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def parent(pointer, above=1):
    """The pointer of what holds a place."""
    return pointer.rsplit("/", above)[0]


def take_out(record, pointer):
    """Take out what stands at a place."""
    holder, last = at(record, parent(pointer)), pointer.rpartition("/")[2]
    del holder[int(last) if isinstance(holder, list) else last]


def place_of(one):
    """The practice and stage that something is said about."""
    return one["practice"], one.get("stage")


def rate(rng, one):
    """Rate a practice on the scale."""
    one.pop("reason", None)
    one["rating"] = rng.choice(LEVELS)


def at_stage(record, stage):
    """All that is said about a stage."""
    return [one for _, one in said_in(record) if one.get("stage") == stage]


def is_reached(record, stage):
    """Whether support got to a stage, as far as the case says; the whole case is no stage."""
    return stage is None or stage in (record["case"]["stages_reached"] or CODES["stage"])


def answered_anew(rng, record, one):
    """Say that a stage was not reached, or now and then rate; whether either was done."""
    if not is_reached(record, one.get("stage")):
        one.update(rating="not_applicable", reason="stage_not_reached")
    elif rng.random() < 0.5:
        rate(rng, one)
    else:
        return False
    return True


def reasons_that_fit(record, one):
    """The reasons for a rating that neither the practice nor the rest of the record denies."""
    if one["rating"] == "not_known":
        return REASONS["not_known"]
    practice, stage = place_of(one)
    happened = {event["kind"] for event in record["events"]} & set(EVENTS_OF.get(practice, ()))
    explained = practice != "MA5" or "note" in one
    never_came_up = practice in MAY_NOT_APPLY and not happened and explained
    unreached = not is_reached(record, stage)
    fitting = {"condition_not_met": never_came_up, "stage_not_reached": unreached}
    return [reason for reason in REASONS["not_applicable"] if fitting[reason]]


def choose_reason(rng, record, one):
    """Give a rating a reason that fits it, or a level where none does."""
    fitting = reasons_that_fit(record, one)
    if fitting:
        one["reason"] = rng.choice(fitting)
    else:
        rate(rng, one)


@does
def unknown_practice(rng, record, found):
    """Write the id of a practice of the framework, such as GA1 or MA3."""
    holder, last = at(record, parent(found.pointer)), found.pointer.rpartition("/")[2]
    if isinstance(holder, list):
        holder[int(last)] = rng.choice([one for one in STAGED + UNSTAGED if one not in holder])
    elif "rating" not in holder:
        holder["practice"] = rng.choice(STAGED + UNSTAGED)
    else:
        answered = [place_of(one) for one in at(record, parent(found.pointer, 2))]
        stage = holder.get("stage")
        practices = UNSTAGED if stage is None else STAGED
        holder["practice"] = rng.choice([p for p in practices if (p, stage) not in answered])


@does
def stage_missing(rng, record, found):
    """Add the stage that this is about: assessment, planning, delivery or transition."""
    one, others = at(record, found.pointer), at(record, parent(found.pointer))
    answered = [place_of(other) for other in others]
    one["stage"] = rng.choice(
        [
            stage
            for stage in CODES["stage"]
            if is_reached(record, stage) and (one["practice"], stage) not in answered
        ]
    )


@does
def stage_not_allowed(rng, record, found):
    """Take the stage out."""
    take_out(record, found.pointer)


@does
def duplicate_submission(rng, record, found):
    """Give one of the two a revision of its own; the highest revision is the one that counts."""
    number = at(record, found.pointer)["revision"]
    same = [one for one in record["submissions"] if one["id"] == at(record, found.pointer)["id"]]
    twice = [one for one in same if one["revision"] == number]
    counting = [one for one in twice if one["status"] == "submitted"] or twice
    rng.choice(counting)["revision"] = rng.randint(1, 3) + max(one["revision"] for one in same)


@does
def duplicate_answer(rng, record, found):
    """Keep the answer that is meant and take the other one out."""
    take_out(record, found.pointer)


@does
def duplicate_review(rng, record, found):
    """Number the reviews in the order in which they were held, each number once."""
    for number, review in enumerate(record["reviews"], 1):
        review["sequence"] = number


@does
def duplicate_decision(rng, record, found):
    """Keep the decision that was agreed and take the other one out."""
    take_out(record, found.pointer)


@does
def duplicate_action(rng, record, found):
    """Give this action an id of its own."""
    at(record, found.pointer)["id"] = f"action-of-its-own-{rng.randrange(10**9)}"


@does
def duplicate_question(rng, record, found):
    """Keep the answer that the young person gave and take the other one out."""
    take_out(record, found.pointer)


@does
def reason_not_allowed(rng, record, found):
    """Take the reason out."""
    take_out(record, found.pointer)


@does
def reason_wrong_kind(rng, record, found):
    """Choose a reason from the list for this rating."""
    one = at(record, parent(found.pointer))
    one["reason"] = rng.choice(reasons_that_fit(record, one))


@does
def not_applicable_not_allowed(rng, record, found):
    """Rate the practice on the scale, or choose not_known with the reason why you cannot say; if
    support did not get to its stage, choose the reason stage_not_reached.
    """
    one = at(record, parent(found.pointer))
    if not answered_anew(rng, record, one):
        one.update(rating="not_known", reason=rng.choice(REASONS["not_known"]))


@does
def role_cannot_respond(rng, record, found):
    """Name the role of the worker who gave these answers; what the young person says goes under
    own_view.
    """
    at(record, parent(found.pointer))["role"] = rng.choice(WORKERS)


@does
def role_cannot_account(rng, record, found):
    """Name the role of the worker who answers for this action; who does it stays under
    responsible.
    """
    at(record, parent(found.pointer))["role"] = rng.choice(WORKERS)


@does
def quote_field_not_allowed(rng, record, found):
    """Take this field out."""
    take_out(record, found.pointer)


@does
def period_reversed(rng, record, found):
    """Swap the two days, so that from_day is the earlier one."""
    period = at(record, found.pointer)
    period["from_day"], period["to_day"] = period["to_day"], period["from_day"]


@does
def forbidden_key(rng, record, found):
    """Take every such key out of the extensions, together with its value."""
    record["extensions"] = {
        name: without_forbidden(value) for name, value in record["extensions"].items()
    }


def without_forbidden(value):
    """A value of an extension without the keys of the list, however they are written."""
    forbidden = {one.code.replace("_", "") for one in code_list("forbidden_extension_key")}
    if isinstance(value, list):
        return [without_forbidden(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    bare = {key: key.lower().replace("_", "").replace("-", "") for key in value}
    kept = {key: inner for key, inner in value.items() if bare[key] not in forbidden}
    return {key: without_forbidden(inner) for key, inner in kept.items()}


@does
def no_current_submission(rng, record, found):
    """Finish one submission and set its status to submitted."""
    submissions = record["submissions"]
    if not submissions:
        respondent = {"agency": "police", "role": "social_worker", "relation": "partner_agency"}
        form = {"id": "s1", "revision": 1, "status": "draft"}
        submissions.append({**form, "respondent": respondent, "answers": []})
    rng.choice(submissions)["status"] = "submitted"


@does
def reason_missing(rng, record, found):
    """Choose the reason from the list for this rating; if none of them fits, rate the practice on
    the scale.
    """
    choose_reason(rng, record, at(record, found.pointer))


@does
def undecided(rng, record, found):
    """Talk it through at a review meeting and record its decision with the rationale."""
    practice, _, stage = found.position.partition(".")
    decision = {"practice": practice, "rating": "mostly", "rationale": "All had seen a part."}
    if stage:
        decision["stage"] = stage
    if stage and not is_reached(record, stage):
        decision.update(rating="not_applicable", reason="stage_not_reached")
    reviews = record.setdefault("reviews", [])
    if not reviews:
        reviews.append({"sequence": 1, "agencies": ["leaving_care", "police"], "decisions": []})
    max(reviews, key=lambda review: review["sequence"])["decisions"].append(decision)


@does
def decision_without_rationale(rng, record, found):
    """Add a rationale: one or two sentences on what the meeting relied on."""
    at(record, found.pointer)["rationale"] = "The minutes of both meetings show it."


@does
def decision_reopens(rng, record, found):
    """Record the level that the review agreed on, or take the decision out so that the answers
    stand.
    """
    decision = parent(found.pointer)
    if rng.random() < 0.5:
        rate(rng, at(record, decision))
    else:
        take_out(record, decision)


@does
def quote_incomplete(rng, record, found):
    """Add what is missing of consent and anonymised_by, and for a quote of origin and
    speaker_role.
    """
    words = at(record, found.pointer)
    needed = {"consent": True, "anonymised_by": rng.choice(WORKERS)}
    if words.get("kind") == "quote":
        needed |= {"origin": "meeting", "speaker_role": rng.choice(CODES["role"])}
    words |= {name: value for name, value in needed.items() if name not in words}


@does
def quote_without_consent(rng, record, found):
    """Take these words out of the record that is to be published."""
    words = parent(found.pointer)
    take_out(record, words if "/evidence/" in words else f"{words}/text")


@does
def action_without_accountable(rng, record, found):
    """Add accountable: the agency and the role of the worker who answers for this action."""
    accountable = {"agency": rng.choice(CODES["agency"]), "role": rng.choice(WORKERS)}
    at(record, found.pointer)["accountable"] = accountable


@does
def plan_not_evidenced(rng, record, found):
    """Add the id of this practice to the support-plan action that serves it, or add that action."""
    practice = found.position.partition(".")[0]
    plan = [one for one in record["actions"] if one["scope"] == "support_plan"]
    if plan and rng.random() < 0.5:
        rng.choice(plan)["practices"].append(practice)
        return
    one = copy.deepcopy(record["actions"][0])
    accountable = {"agency": "leaving_care", "role": "team_manager"}
    one.update(
        id=f"for-{practice.lower()}",
        scope="support_plan",
        practices=[practice],
        accountable=accountable,
    )
    record["actions"].append(one)


@does
def events_contradict(rng, record, found):
    """Rate the practice, or take the event out if it is wrong; if support did not get to its stage,
    choose the reason stage_not_reached.
    """
    one = at(record, parent(found.pointer))
    if not answered_anew(rng, record, one):
        wrong = EVENTS_OF[one["practice"]]
        record["events"] = [event for event in record["events"] if event["kind"] not in wrong]


@does
def escalation_note_missing(rng, record, found):
    """Add a note (in a decision: a rationale) that says why escalation was not needed at this
    stage.
    """
    words = "rationale" if "/decisions/" in found.pointer else "note"
    at(record, found.pointer)[words] = "All agencies agreed at once."


@does
def other_without_note(rng, record, found):
    """Add a note that says what is meant, never who."""
    at(record, found.pointer)["note"] = "A charity."


@does
def communication_below_plan(rng, record, found):
    """Read the ratings of MA1, MA2 and MA3 at this stage side by side and correct the one that does
    not fit what happened.
    """
    stage = found.position.partition(".")[2]
    wrong, right = rng.choice(((("MA1",), "mostly"), (("MA2", "MA3"), "partly")))
    for one in at_stage(record, stage):
        if one["practice"] in wrong and one["rating"] in LEVELS:
            one["rating"] = right


@does
def answered_stage_not_reached(rng, record, found):
    """Add the stage to stages_reached if support got there, or change the rating to not_applicable
    with the reason stage_not_reached.
    """
    one = at(record, parent(found.pointer))
    denied = any(
        said.get("reason") == "stage_not_reached" for said in at_stage(record, one["stage"])
    )
    if denied:
        one.update(rating="not_applicable", reason="stage_not_reached")
    else:
        record["case"]["stages_reached"].append(one["stage"])


@does
def reached_stage_denied(rng, record, found):
    """Rate the practice at this stage, or take the stage out of stages_reached if support did not
    get there.
    """
    one = at(record, parent(found.pointer))
    said = {other.get("reason") for other in at_stage(record, one["stage"])}
    reached = record["case"]["stages_reached"]
    if said == {"stage_not_reached"} and len(reached) > 1:
        reached.remove(one["stage"])
    else:
        rate(rng, one)


@does
def day_outside_period(rng, record, found):
    """Correct the day, or change the period so that the day lies inside it."""
    one, period = at(record, parent(found.pointer)), record["case"]["period"]
    if rng.random() < 0.5:
        one["day"] = rng.randint(period["from_day"], period["to_day"])
    else:
        period["from_day"] = min(period["from_day"], one["day"])
        period["to_day"] = max(period["to_day"], one["day"])


@does
def no_first_hand_view(rng, record, found):
    """Record that their view was given first hand, through somebody they chose or in their recorded
    words, once one of these is there; never press for it.
    """
    record["case"]["young_person_view"] = rng.choice(FIRST_HAND)


@does
def own_practice_only(rng, record, found):
    """Ask a partner agency, or somebody who had no part in the work, for a submission too."""
    asked = copy.deepcopy(record["submissions"][0])
    asked.update(id="asked", answers=[])
    asked["respondent"]["relation"] = rng.choice(("partner_agency", "independent"))
    record["submissions"].append(asked)


@does
def concern_led(rng, record, found):
    """Correct the selection if the case was chosen in another way; otherwise leave it, and let a
    statutory review come first where one is due.
    """
    others = [code for code in CODES["selection"] if code != "concern_led"]
    record["audit"]["selection"] = rng.choice(others)


@does
def tailored_away(rng, record, found):
    """Take it out, or name a tailoring that keeps this practice and stage."""
    take_out(record, found.pointer)


OF_TEXTS = ("possible_personal_data", "method_words")
"""Found by the text check alone, where it is asked for: tests/rules/test_free_text.py does them."""


@cache
def bases():
    """Invented records without an error, even to be published, as plain values."""
    made = [unstructure(record) for record in sample(2 * MANY, seed=11)]
    return [one for one in made if check(one, mode="publish").ok]


def problems_of(record, mode):
    """What is found in a record."""
    return check(record, mode=mode, framework=FRAMEWORK).problems


def errors(problems):
    """The errors by code and position; their places move when something is taken out."""
    return Counter((one.code, one.position) for one in problems if one.severity == "error")


def places(problems):
    """Where which codes are found."""
    return {(one.code, one.pointer, one.position) for one in problems}


def check_the_fixes(fix, rng, record, mode):
    """Do the hint at each place where the code is found, the last one first; how many there were."""
    code, before, done = fix.__name__, problems_of(record, mode), 0
    while found := [one for one in before if one.code == code]:
        assert done < 200, "doing what the hint says does not come to an end"
        fix(rng, record, found[-1])
        after = problems_of(record, mode)
        assert places(found[-1:]).isdisjoint(places(after))
        assert errors(after) <= errors(before)
        before, done = after, done + 1
    return done


def modes_with(code):
    """The modes that look at a code."""
    return [mode for mode in MODES if row(code).severity[mode] is not None]


def check_a_hint(fix, count):
    """Break some records and do what the hint says; in which modes there was something to do."""
    code, tried = fix.__name__, set()
    modes = modes_with(code)
    for number in range(count):
        rng, mode = random.Random(f"{code} {number}"), modes[number % len(modes)]
        record = copy.deepcopy(rng.choice(bases()))
        BREAKS[code](rng, record)
        if check_the_fixes(fix, rng, record, mode):
            tried.add(mode)
    return tried


def test_every_hint_is_done():
    """Each code of integrity and of quality is broken and mended, by what its own hint says."""
    hints = {one.code: one.hint for one in rows().values() if one.group in {"integrity", "quality"}}
    for code in OF_TEXTS:
        del hints[code]

    assert {fix.__name__: " ".join(fix.__doc__.split()) for fix in DONE} == hints
    assert set(BREAKS) == set(hints)


@pytest.mark.parametrize("fix", DONE)
def test_doing_what_a_hint_says_helps(fix):
    """The code is gone where the hint was done, at last everywhere, and no error is new."""
    assert check_a_hint(fix, FEW)


@pytest.mark.volume
@pytest.mark.parametrize("fix", DONE)
def test_doing_what_a_hint_says_helps_in_every_mode(fix):
    """The same for more records, some of them in each mode that looks at the code."""
    assert check_a_hint(fix, MANY) == set(modes_with(fix.__name__))
