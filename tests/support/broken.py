"""One way to break a record for each code of integrity and quality: seeded, on plain records.

Each function is named as its code and changes an invented record that is free of errors, so that
the code is found in every mode that looks at it; only where nothing counts that depends on more.
"""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from support.frameworks import TAILORING
from support.records import (
    CODES,
    FORBIDDEN,
    HARMLESS,
    LEVELS,
    MAY_NOT_APPLY,
    REASONS,
    STAGED,
    UNSTAGED,
)

__all__ = ["BREAKS", "EVENTS_OF", "FIRST_HAND", "TAILORED_AWAY", "said_in"]

Plain = dict[str, Any]
Break = Callable[[random.Random, Plain], None]

QUOTE = {
    "kind": "quote",
    "text": "She rang when she said she would.",
    "origin": "meeting",
    "speaker_role": "young_person",
    "consent": True,
    "anonymised_by": "audit_lead",
}
FAMILY = ("young_person", "family_or_trusted_person")
FIRST_HAND = ("first_hand", "through_advocate", "recorded_words")
EVENTS_OF = {
    "PE4": ("contact_declined",),
    "MA4": ("service_transition", "life_change", "worker_change"),
    "MA5": ("escalation",),
    "CF2": ("approach_change",),
}
"""The events that contradict `condition_not_met`, typed out from record.md."""

TAILORED_AWAY = ("VY3",)
"""What the tailoring that a broken record names leaves out."""


BREAKS: dict[str, Break] = {}


def _breaks(function: Break) -> Break:
    """Keep a way to break the rule that it is named after."""
    BREAKS[function.__name__] = function
    return function


def said_in(record: Plain) -> Iterator[tuple[list[Plain], Plain]]:
    """Every answer and every decision, each with the list that it stands in."""
    for submission in record["submissions"]:
        yield from ((submission["answers"], one) for one in submission["answers"])
    for review in record.get("reviews", []):
        yield from ((review["decisions"], one) for one in review["decisions"])


def _answer(
    rng: random.Random, record: Plain, is_wanted: Callable[[Plain], bool] = lambda _: True
) -> Plain:
    """One of the answers that are wanted."""
    answers = [one for submission in record["submissions"] for one in submission["answers"]]
    return rng.choice([one for one in answers if is_wanted(one)])


def _has_level(one: Plain) -> bool:
    return one["rating"] in LEVELS


def _level(rng: random.Random, record: Plain, practices: tuple[str, ...]) -> Plain:
    """An answer that gives a level on one of some practices."""
    return _answer(rng, record, lambda one: _has_level(one) and one["practice"] in practices)


def _decision(rng: random.Random, record: Plain) -> Plain:
    """A decision that counts, in a newest review of its own, on what somebody has rated."""
    rated = _answer(rng, record, _has_level)
    place = {name: rated[name] for name in ("practice", "stage") if name in rated}
    decision = {**place, "rating": rng.choice(LEVELS), "rationale": "All had seen it."}
    _add_review(record, [decision])
    return decision


def _add_review(record: Plain, decisions: list[Plain]) -> None:
    reviews = record.setdefault("reviews", [])
    sequence = 1 + max((review["sequence"] for review in reviews), default=0)
    agencies = ["leaving_care", "adult_mental_health"]
    reviews.append({"sequence": sequence, "agencies": agencies, "decisions": decisions})


def _agree(record: Plain, practice: str, stage: str | None, rating: str) -> None:
    """Let everybody say the same about a position, and no review decide it."""
    place = {"practice": practice} if stage is None else {"practice": practice, "stage": stage}
    said = [pair for pair in said_in(record) if _place(pair[1]) == place]
    for holder, one in said:
        holder.remove(one)
    record["submissions"][0]["answers"].append({**place, "rating": rating})


def _place(one: Plain) -> Plain:
    return {name: one[name] for name in ("practice", "stage") if name in one}


def _reply(record: Plain) -> Plain:
    """The first reply of the young person; there is one if there was none."""
    view = record.setdefault("own_view", {"answers": [{"question": "heard", "view": "yes"}]})
    return view["answers"][0]


def _copied(rng: random.Random, items: list[Any]) -> Any:
    """Put a copy of one of some items at their end."""
    items.append(copy.deepcopy(rng.choice(items)))
    return items[-1]


def _say(one: Plain, rating: str, reason: str | None = None) -> None:
    one.pop("reason", None)
    one["rating"] = rating
    if reason is not None:
        one["reason"] = reason


# Integrity


@_breaks
def unknown_practice(rng: random.Random, record: Plain) -> None:
    """Something is said of a practice that there is not."""
    feature = {"text": "One worker stayed.", "practice": "ZZ1"}
    if rng.random() < 0.3:
        record["submissions"][0]["key_features"] = [feature]
    elif rng.random() < 0.5:
        rng.choice(record["actions"])["practices"].append("ZZ1")
    else:
        _answer(rng, record, _has_level)["practice"] = "ZZ1"


@_breaks
def stage_missing(rng: random.Random, record: Plain) -> None:
    """An answer lost its stage."""
    del _level(rng, record, STAGED)["stage"]


@_breaks
def stage_not_allowed(rng: random.Random, record: Plain) -> None:
    """An answer about the whole case is given a stage."""
    _level(rng, record, UNSTAGED)["stage"] = rng.choice(CODES["stage"])


@_breaks
def duplicate_submission(rng: random.Random, record: Plain) -> None:
    """A form was handed in twice."""
    _copied(rng, record["submissions"])["status"] = rng.choice(CODES["submission_status"])


@_breaks
def duplicate_answer(rng: random.Random, record: Plain) -> None:
    """One or several answers are there twice."""
    answers = rng.choice(record["submissions"])["answers"]
    for _ in range(rng.randint(1, 3)):
        _copied(rng, answers)["rating"] = "no_record"
        answers[-1].pop("reason", None)


@_breaks
def duplicate_review(rng: random.Random, record: Plain) -> None:
    """Two reviews have one number."""
    _decision(rng, record)
    _copied(rng, record["reviews"])


@_breaks
def duplicate_decision(rng: random.Random, record: Plain) -> None:
    """A review decides one thing twice."""
    _decision(rng, record)
    _copied(rng, record["reviews"][-1]["decisions"])["rating"] = rng.choice(LEVELS)


@_breaks
def duplicate_action(rng: random.Random, record: Plain) -> None:
    """Two actions have one id."""
    _copied(rng, record["actions"])


@_breaks
def duplicate_question(rng: random.Random, record: Plain) -> None:
    """The young person is made to answer one question twice."""
    _reply(record)
    view = record["own_view"]
    view["answers"] = view["answers"][:4]
    _copied(rng, view["answers"])["view"] = rng.choice(CODES["own_view_answer"])


@_breaks
def reason_not_allowed(rng: random.Random, record: Plain) -> None:
    """A reason stands beside a level, or beside having found nothing."""
    one = _decision(rng, record) if rng.random() < 0.3 else _answer(rng, record, _has_level)
    one["reason"] = rng.choice(CODES["reason"])
    if rng.random() < 0.3:
        one["rating"] = "no_record"


@_breaks
def reason_wrong_kind(rng: random.Random, record: Plain) -> None:
    """The reason is one for the other rating."""
    unknown, inapplicable = REASONS["not_known"], REASONS["not_applicable"]
    one = _answer(rng, record)
    if one["rating"] == "not_applicable":
        one["reason"] = rng.choice(unknown)
    else:
        _say(one, "not_known", rng.choice(inapplicable))


@_breaks
def not_applicable_not_allowed(rng: random.Random, record: Plain) -> None:
    """What always applies is said not to have applied."""
    always = tuple(one for one in STAGED + UNSTAGED if one not in MAY_NOT_APPLY)
    one = _level(rng, record, always)
    unstaged = one["practice"] in UNSTAGED
    reasons = REASONS["not_applicable"] if unstaged else ("condition_not_met",)
    _say(one, "not_applicable", rng.choice(reasons))


@_breaks
def role_cannot_respond(rng: random.Random, record: Plain) -> None:
    """A form is said to come from the young person or their family."""
    rng.choice(record["submissions"])["respondent"]["role"] = rng.choice(FAMILY)


@_breaks
def role_cannot_account(rng: random.Random, record: Plain) -> None:
    """The young person or their family is to answer for an action."""
    accountable = {"role": rng.choice(FAMILY), "agency": "leaving_care"}
    rng.choice(record["actions"])["accountable"] = accountable


@_breaks
def quote_field_not_allowed(rng: random.Random, record: Plain) -> None:
    """What belongs to exact words stands beside other evidence."""
    evidence = {**QUOTE, "kind": "record_extract"}
    for name in rng.sample(("origin", "speaker_role", "consent", "anonymised_by"), 2):
        del evidence[name]
    _answer(rng, record)["evidence"] = [evidence]


@_breaks
def period_reversed(rng: random.Random, record: Plain) -> None:
    """The period ends before it begins."""
    period = record["case"]["period"]
    period["from_day"], period["to_day"] = period["to_day"], period["from_day"]


@_breaks
def forbidden_key(rng: random.Random, record: Plain) -> None:
    """The case system sends along what a record does not hold."""
    inner = {rng.choice(FORBIDDEN): 1, rng.choice(HARMLESS): {rng.choice(FORBIDDEN): {"a": []}}}
    system = rng.choice((inner, [inner], {"deep": [[inner]], "form_version": 3}))
    record["extensions"] = {"org.example.case-system": system, "org.example.name": 3}


# Quality


@_breaks
def no_current_submission(rng: random.Random, record: Plain) -> None:
    """Nothing is finished, or nothing is there."""
    if rng.random() < 0.4:
        record["submissions"] = []
    for submission in record["submissions"]:
        submission["status"] = rng.choice(("draft", "withdrawn"))


@_breaks
def reason_missing(rng: random.Random, record: Plain) -> None:
    """No reason is given."""
    without_level = [one for _, one in said_in(record) if "reason" in one]
    if without_level and rng.random() < 0.5:
        del rng.choice(without_level)["reason"]
    else:
        _say(_answer(rng, record, _has_level), rng.choice(("not_known", "not_applicable")))


@_breaks
def undecided(rng: random.Random, record: Plain) -> None:
    """Two agencies give different levels, or one of them none."""
    one = _answer(rng, record, _has_level)
    practice, stage = one["practice"], one.get("stage")
    _agree(record, practice, stage, "not_evident")
    other = {**_place(one), "rating": rng.choice(LEVELS[1:])}
    if practice in MAY_NOT_APPLY and rng.random() < 0.5:
        _say(other, "not_applicable", "condition_not_met")
    record["submissions"][1]["answers"].append(other)


@_breaks
def decision_without_rationale(rng: random.Random, record: Plain) -> None:
    """A review does not say why."""
    del _decision(rng, record)["rationale"]


@_breaks
def decision_reopens(rng: random.Random, record: Plain) -> None:
    """A review cannot say what others could."""
    decision = _decision(rng, record)
    if rng.random() < 0.5:
        _say(decision, "no_record")
    else:
        _say(decision, "not_known", rng.choice(REASONS["not_known"]))


@_breaks
def quote_incomplete(rng: random.Random, record: Plain) -> None:
    """Exact words lack some of their safeguards."""
    if rng.random() < 0.5:
        fields = ("origin", "speaker_role", "consent", "anonymised_by")
        lost = rng.sample(fields, rng.randint(1, 4))
        quote = {name: value for name, value in QUOTE.items() if name not in lost}
        _answer(rng, record)["evidence"] = [quote]
    else:
        reply = _reply(record)
        reply.update(text="They listened.", consent=True, anonymised_by="audit_lead")
        for name in rng.sample(("consent", "anonymised_by"), rng.randint(1, 2)):
            del reply[name]


@_breaks
def quote_without_consent(rng: random.Random, record: Plain) -> None:
    """Somebody has not agreed that their words are used."""
    words = {**QUOTE, "consent": False}
    if rng.random() < 0.5:
        _answer(rng, record)["evidence"] = [words] * rng.randint(1, 2)
    else:
        _reply(record).update(text="They listened.", consent=False, anonymised_by="audit_lead")


@_breaks
def action_without_accountable(rng: random.Random, record: Plain) -> None:
    """Nobody is named who answers for an action."""
    rng.choice(record["actions"]).pop("accountable", None)


@_breaks
def plan_not_evidenced(rng: random.Random, record: Plain) -> None:
    """A plan is rated, and no action of the plan serves it."""
    one = _level(rng, record, ("GA4", "MA3"))
    _agree(record, one["practice"], one.get("stage"), rng.choice(("mostly", "fully")))
    for action in record["actions"]:
        if action["scope"] == "support_plan":
            action["practices"] = [p for p in action["practices"] if p != one["practice"]]


@_breaks
def events_contradict(rng: random.Random, record: Plain) -> None:
    """The timeline shows what is said never to have come up."""
    one = _answer(rng, record, lambda one: one["practice"] in EVENTS_OF)
    _say(one, "not_applicable", "condition_not_met")
    one["note"] = "Why it was not needed."
    kinds = EVENTS_OF[one["practice"]]
    events = [{"kind": rng.choice(kinds), "day": 0} for _ in range(rng.randint(1, 2))]
    record["events"].extend(events)


@_breaks
def escalation_note_missing(rng: random.Random, record: Plain) -> None:
    """Nobody says why escalation was not needed."""
    record["events"] = [one for one in record["events"] if one["kind"] != "escalation"]
    one = _answer(rng, record, lambda one: one["practice"] == "MA5")
    if rng.random() < 0.3:
        decision = _place(one)
        _add_review(record, [decision])
        one = decision
    _say(one, "not_applicable", "condition_not_met")
    one.pop("note", None)


@_breaks
def other_without_note(rng: random.Random, record: Plain) -> None:
    """Other is chosen, and nobody says what that is."""
    submission = rng.choice(record["submissions"])
    submission.pop("note", None)
    which = rng.choice(("agency", "role", "reason", "event"))
    if which in submission["respondent"]:
        submission["respondent"][which] = "other"
    elif which == "event":
        record["events"].append({"kind": "other", "day": 0})
    else:
        one = rng.choice(submission["answers"])
        _say(one, "not_known", "other")
        one.pop("note", None)


@_breaks
def communication_below_plan(rng: random.Random, record: Plain) -> None:
    """A joint plan is there at every point, and the agencies do not talk."""
    stage = rng.choice(record["case"]["stages_reached"])
    _agree(record, "MA1", stage, "not_evident")
    for practice in rng.sample(("MA2", "MA3"), rng.randint(1, 2)):
        _agree(record, practice, stage, "fully")


@_breaks
def answered_stage_not_reached(rng: random.Random, record: Plain) -> None:
    """Something is rated at a stage that was not reached."""
    reached = record["case"]["stages_reached"]
    unreached = [one for _, one in said_in(record) if one.get("reason") == "stage_not_reached"]
    if unreached:
        _say(rng.choice(unreached), rng.choice(LEVELS))
    else:
        reached.remove(rng.choice([one for one in reached if _is_rated(record, one)]))


def _is_rated(record: Plain, stage: str) -> bool:
    return any(one.get("stage") == stage for _, one in said_in(record))


@_breaks
def reached_stage_denied(rng: random.Random, record: Plain) -> None:
    """One answer, or everybody, says that a stage was not reached that was."""
    reached = record["case"]["stages_reached"]
    one = _answer(rng, record, lambda one: one.get("stage") in reached)
    everybody = rng.random() < 0.2
    for _, other in list(said_in(record)):
        if other is one or (everybody and other.get("stage") == one["stage"]):
            _say(other, "not_applicable", "stage_not_reached")


@_breaks
def day_outside_period(rng: random.Random, record: Plain) -> None:
    """Something happened before the period began, or after it ended."""
    period = record["case"]["period"]
    day = rng.choice((period["from_day"] - 1, -730, min(730, period["to_day"] + 1)))
    outcome = {"kind": "trust", "change": "more", "source": "record", "day": day}
    which = rng.randrange(3)
    if which == 0:
        record["events"].append({"kind": "contact", "day": day})
    elif which == 1:
        record["outcomes"] = [outcome]
    else:
        _answer(rng, record)["evidence"] = [{"kind": "record_extract", "text": "A.", "day": day}]


@_breaks
def no_first_hand_view(rng: random.Random, record: Plain) -> None:
    """Nobody heard from the young person how they saw it."""
    others = [code for code in CODES["young_person_view"] if code not in FIRST_HAND]
    record["case"]["young_person_view"] = rng.choice(others)


@_breaks
def own_practice_only(rng: random.Random, record: Plain) -> None:
    """Everybody rates their own work."""
    for submission in record["submissions"]:
        submission["respondent"]["relation"] = "own_practice"


@_breaks
def concern_led(rng: random.Random, record: Plain) -> None:
    """The case was chosen because of a concern."""
    record["audit"]["selection"] = "concern_led"


@_breaks
def tailored_away(rng: random.Random, record: Plain) -> None:
    """The record names a tailoring that leaves out what is answered."""
    record["framework"]["tailoring"] = dict(TAILORING)
    _agree(record, TAILORED_AWAY[0], None, rng.choice(LEVELS))
