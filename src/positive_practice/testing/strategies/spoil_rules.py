"""Faults of integrity and quality: a plain record -> the same with one rule broken."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.record import ANY_ORDINAL
from positive_practice.rules.integrity import NEVER_RESPONDENTS
from positive_practice.rules.subject import QUOTE_FIELDS
from positive_practice.scoring.settle import LEVEL_OF
from positive_practice.testing.strategies.derived import Plain
from positive_practice.testing.strategies.spoil_shape import Spoil
from positive_practice.testing.strategies.submissions import codes

__all__ = ["spoilers_of_rules"]

STAGES = codes("stage")
UNSTAGED = ("GA1", "GA2", "PE1", "VY1")
STAGED = ("TI1", "MA1", "MA2", "MO1")
"""A few practices of each sort, all of which always apply."""

LEVELS = tuple(LEVEL_OF)
CANNOT_SAY = ("outside_role", "withheld", "cannot_judge")
NOT_HEARD = ("reported", "offered_declined", "not_sought", "not_known")
ANSWERABLE = {"role": "team_manager", "agency": "leaving_care"}
NEVER_ANSWERABLE = tuple(role for role in codes("role") if role in NEVER_RESPONDENTS)
FORBIDDEN = ("name", "riskScore", "RAG", "e-mail", "nhs_number")
QUOTE: Mapping[str, Any] = MappingProxyType(
    {
        "kind": "quote",
        "text": "They kept trying.",
        "origin": "meeting",
        "speaker_role": "advocate",
        "consent": True,
        "anonymised_by": "audit_lead",
    }
)
CONTRADICTING = (
    ("PE4", None, "contact_declined"),
    ("MA4", "planning", "life_change"),
    ("MA5", "delivery", "escalation"),
    ("CF2", "delivery", "approach_change"),
)
"""Positions that may not apply, each with an event that shows that it did."""

HIGHEST_SEQUENCE = ANY_ORDINAL.maximum

OF_RULES: dict[str, Spoil] = {}
"""The ways of this module, each under the code of the rule that it breaks."""


def _spoils(spoil: Spoil) -> Spoil:
    """Keep a way to break the rule that it is named after."""
    OF_RULES[spoil.__name__] = spoil
    return spoil


def _says(record: Plain, *answers: Plain, **respondent: str) -> None:
    """Let one more agency say something; nothing else is changed."""
    role = {"agency": "education_support", "role": "team_manager", "relation": "independent"}
    form: Plain = {"id": "one-more", "revision": 1, "status": "submitted"}
    record["submissions"].append(
        {**form, "respondent": role | respondent, "answers": list(answers)}
    )


def _only_says(record: Plain, *answers: Plain) -> None:
    """Let a record hold nothing about any position but these answers."""
    record["submissions"] = []
    record["case"].pop("stages_reached", None)
    for name in ("reviews", "actions", "events"):
        record.pop(name, None)
    _says(record, *answers)


def _answer(practice: str, rating: str, stage: str | None = None, **more: Any) -> Plain:
    where = {"practice": practice} if stage is None else {"practice": practice, "stage": stage}
    return {**where, "rating": rating, **more}


def _decides(record: Plain, *decisions: Plain) -> None:
    """Let one more review decide, after all others."""
    review = {"sequence": HIGHEST_SEQUENCE, "agencies": ["housing"], "decisions": list(decisions)}
    record.setdefault("reviews", []).append(review)


def _acts(record: Plain, **fields: Any) -> None:
    """Add an action."""
    action: Plain = {
        "id": "one-more",
        "scope": "audit_learning",
        "what": "Agree who to ring at night.",
        "responsible": {"role": "personal_adviser"},
        "accountable": ANSWERABLE,
        "status": "planned",
        "practices": [],
    }
    added = {name: value for name, value in (action | fields).items() if value is not None}
    record.setdefault("actions", []).append(added)


def _shows(record: Plain, evidence: Plain) -> None:
    """Let an answer rest on a piece of evidence."""
    _says(record, _answer("GA1", "mostly", evidence=[evidence]))


def _one(draw: st.DrawFn, choices: Sequence[Any]) -> Any:
    return draw(st.sampled_from(choices))


# Version


@_spoils
def unsupported_version(draw: st.DrawFn, record: Plain) -> None:
    """A schema version that is text but not ours."""
    record["schema_version"] = _one(draw, ("2.0", "1.1", "1"))


@_spoils
def unknown_framework(draw: st.DrawFn, record: Plain) -> None:
    """A framework or version that nobody has."""
    record["framework"][_one(draw, ("id", "version"))] = "no-such"


# Integrity


@_spoils
def unknown_practice(draw: st.DrawFn, record: Plain) -> None:
    """A practice that the framework has not, in an answer or an action."""
    if draw(st.booleans()):
        _acts(record, practices=["ZZ9"])
    else:
        _says(record, _answer("ZZ9", _one(draw, LEVELS)))


@_spoils
def stage_missing(draw: st.DrawFn, record: Plain) -> None:
    """A staged practice without its stage."""
    _says(record, _answer(_one(draw, STAGED), _one(draw, LEVELS)))


@_spoils
def stage_not_allowed(draw: st.DrawFn, record: Plain) -> None:
    """A stage at a practice that is rated once for the case."""
    _says(record, _answer(_one(draw, UNSTAGED), _one(draw, LEVELS), _one(draw, STAGES)))


@_spoils
def duplicate_submission(draw: st.DrawFn, record: Plain) -> None:
    """An id and revision that stand there already."""
    record["submissions"].append(_one(draw, record["submissions"]))


@_spoils
def duplicate_answer(draw: st.DrawFn, record: Plain) -> None:
    """A second answer at a position, in one submission."""
    practice = _one(draw, UNSTAGED)
    _says(record, *(_answer(practice, _one(draw, LEVELS)) for _ in range(2)))


@_spoils
def duplicate_review(_: st.DrawFn, record: Plain) -> None:
    """A second review of one number."""
    _decides(record)
    _decides(record)


@_spoils
def duplicate_decision(draw: st.DrawFn, record: Plain) -> None:
    """A second decision at a position, in one review."""
    practice = _one(draw, UNSTAGED)
    words = {"rationale": "Seen in the notes."}
    _decides(record, *(_answer(practice, _one(draw, LEVELS), **words) for _ in range(2)))


@_spoils
def duplicate_action(_: st.DrawFn, record: Plain) -> None:
    """A second action of one id."""
    _acts(record)
    _acts(record, what="Something else.")


@_spoils
def duplicate_question(draw: st.DrawFn, record: Plain) -> None:
    """A second reply to one question."""
    replies = [{"question": "heard", "view": _one(draw, ("yes", "partly"))} for _ in range(2)]
    record["own_view"] = {"answers": replies}


@_spoils
def reason_not_allowed(draw: st.DrawFn, record: Plain) -> None:
    """A reason at a rating that has none."""
    rating = _one(draw, (*LEVELS, "no_record"))
    _says(record, _answer(_one(draw, UNSTAGED), rating, reason=_one(draw, CANNOT_SAY)))


@_spoils
def reason_wrong_kind(draw: st.DrawFn, record: Plain) -> None:
    """A reason that is one for another rating."""
    if draw(st.booleans()):
        _says(record, _answer("PE4", "not_known", reason="condition_not_met"))
    else:
        _says(record, _answer("PE4", "not_applicable", reason=_one(draw, CANNOT_SAY)))


@_spoils
def not_applicable_not_allowed(draw: st.DrawFn, record: Plain) -> None:
    """A practice that always applies, said not to; or a stage that it does not have."""
    reason = _one(draw, ("condition_not_met", "stage_not_reached"))
    _says(record, _answer(_one(draw, UNSTAGED), "not_applicable", reason=reason))


@_spoils
def role_cannot_respond(draw: st.DrawFn, record: Plain) -> None:
    """A submission of somebody who is asked in another way."""
    _says(record, role=_one(draw, NEVER_ANSWERABLE))


@_spoils
def role_cannot_account(draw: st.DrawFn, record: Plain) -> None:
    """An action for which no service answers."""
    role = _one(draw, NEVER_ANSWERABLE)
    _acts(record, accountable={"role": role, "agency": "leaving_care"})


@_spoils
def quote_field_not_allowed(draw: st.DrawFn, record: Plain) -> None:
    """Details of a quote where there is none."""
    name = _one(draw, QUOTE_FIELDS)
    _shows(record, {"kind": "meeting_note", "text": "Notes of the day.", name: QUOTE[name]})


@_spoils
def period_reversed(draw: st.DrawFn, record: Plain) -> None:
    """A period that ends before it begins."""
    day = draw(st.integers(0, 9))
    record["case"]["period"] = {"from_day": day, "to_day": day - 1}


@_spoils
def forbidden_key(draw: st.DrawFn, record: Plain) -> None:
    """An extension that identifies a person, or scores one."""
    record["extensions"] = {"org.example": [{_one(draw, FORBIDDEN): 1}]}


# Quality


@_spoils
def no_current_submission(_: st.DrawFn, record: Plain) -> None:
    """Nobody has said anything yet."""
    record["submissions"] = []


@_spoils
def reason_missing(draw: st.DrawFn, record: Plain) -> None:
    """What did not apply or cannot be said, without a reason."""
    _says(record, _answer("PE4", _one(draw, ("not_known", "not_applicable"))))


@_spoils
def undecided(draw: st.DrawFn, record: Plain) -> None:
    """Two agencies that see a position differently, and no review."""
    practice, stage = _one(draw, (("GA1", None), ("MA1", "planning")))
    _only_says(record, _answer(practice, "fully", stage))
    _says(record, _answer(practice, _one(draw, LEVELS[:3]), stage))
    record["submissions"][-1]["id"] = "another"


@_spoils
def decision_without_rationale(draw: st.DrawFn, record: Plain) -> None:
    """A decision that does not say why."""
    _decides(record, _answer(_one(draw, UNSTAGED), _one(draw, LEVELS)))


@_spoils
def decision_reopens(draw: st.DrawFn, record: Plain) -> None:
    """A decision that leaves open what an agency has rated."""
    practice = _one(draw, UNSTAGED)
    _says(record, _answer(practice, _one(draw, LEVELS)))
    _decides(record, _answer(practice, "no_record", rationale="Not in the notes."))


@_spoils
def quote_incomplete(draw: st.DrawFn, record: Plain) -> None:
    """A quote without one of its safeguards."""
    left_out = _one(draw, QUOTE_FIELDS)
    _shows(record, {name: value for name, value in QUOTE.items() if name != left_out})


@_spoils
def quote_without_consent(_: st.DrawFn, record: Plain) -> None:
    """A quote whose speaker did not agree."""
    _shows(record, {**QUOTE, "consent": False})


@_spoils
def action_without_accountable(draw: st.DrawFn, record: Plain) -> None:
    """An action for which nobody answers."""
    _acts(record, accountable=None, scope=_one(draw, ("audit_learning", "support_plan")))


@_spoils
def plan_not_evidenced(draw: st.DrawFn, record: Plain) -> None:
    """A plan that is rated as there, and no action of it."""
    practice, stage = _one(draw, (("GA4", None), ("MA3", "delivery")))
    _only_says(record, _answer(practice, _one(draw, LEVELS[2:]), stage))


@_spoils
def events_contradict(draw: st.DrawFn, record: Plain) -> None:
    """Something that never came up, and is on the timeline."""
    practice, stage, kind = _one(draw, CONTRADICTING)
    note = {"note": "Not needed then."}
    _says(record, _answer(practice, "not_applicable", stage, reason="condition_not_met", **note))
    record.setdefault("events", []).append({"kind": kind, "day": 1})


@_spoils
def escalation_note_missing(draw: st.DrawFn, record: Plain) -> None:
    """Escalation that was not needed, without saying why not."""
    stage = _one(draw, STAGES)
    _says(record, _answer("MA5", "not_applicable", stage, reason="condition_not_met"))


@_spoils
def other_without_note(draw: st.DrawFn, record: Plain) -> None:
    """The choice `other`, without saying what is meant."""
    if draw(st.booleans()):
        record.setdefault("events", []).append({"kind": "other", "day": 1})
    else:
        _says(record, agency="other")


@_spoils
def communication_below_plan(draw: st.DrawFn, record: Plain) -> None:
    """A shared plan at every point, and no communication."""
    stage, planned = _one(draw, STAGES), _one(draw, ("MA2", "MA3"))
    _only_says(record, _answer("MA1", "not_evident", stage), _answer(planned, "fully", stage))


@_spoils
def answered_stage_not_reached(draw: st.DrawFn, record: Plain) -> None:
    """An answer at a stage that the case did not reach."""
    record["case"]["stages_reached"] = ["assessment"]
    _says(record, _answer(_one(draw, STAGED), _one(draw, LEVELS), _one(draw, STAGES[1:])))


@_spoils
def reached_stage_denied(draw: st.DrawFn, record: Plain) -> None:
    """A stage that was reached, said not to be."""
    record["case"]["stages_reached"] = ["assessment"]
    answer = _answer(_one(draw, STAGED), "not_applicable", "assessment")
    _says(record, answer | {"reason": "stage_not_reached"})


@_spoils
def day_outside_period(draw: st.DrawFn, record: Plain) -> None:
    """Something that happened after the period."""
    record["case"]["period"] = {"from_day": 0, "to_day": 365}
    day = draw(st.integers(366, 730))
    record.setdefault("events", []).append({"kind": "contact", "day": day})


@_spoils
def no_first_hand_view(draw: st.DrawFn, record: Plain) -> None:
    """The young person's voice, rated without their view."""
    _only_says(record, _answer("VY1", _one(draw, LEVELS)))
    record["case"]["young_person_view"] = _one(draw, NOT_HEARD)


@_spoils
def own_practice_only(_: st.DrawFn, record: Plain) -> None:
    """Nobody who rates the work of others."""
    for submission in record["submissions"]:
        submission["respondent"]["relation"] = "own_practice"


@_spoils
def concern_led(_: st.DrawFn, record: Plain) -> None:
    """A case that was chosen because of a concern."""
    record["audit"]["selection"] = "concern_led"


def spoilers_of_rules() -> Mapping[str, Spoil]:
    """A way to break each rule, by its problem code.

    >>> spoilers_of_rules()["concern_led"].__doc__
    'A case that was chosen because of a concern.'
    """
    return MappingProxyType(OF_RULES)
