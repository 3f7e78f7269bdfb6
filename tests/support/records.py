"""Random audit records as plain dictionaries, odd on purpose and always structurally valid.

`random_record` is for volume: seeded, fast, several answers at the same few positions, so that
most records hold a spread, a contested position, an older revision or a decision. `records` and
its parts are Hypothesis strategies for laws: smaller, and they shrink to the simplest.
"""

import random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from positive_practice.catalogue.shipped import code_list
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.derive.structure import structure_or_raise
from positive_practice.model.record import AuditRecord

Plain = dict[str, Any]

CODES = {
    name: tuple(code.code for code in code_list(name))
    for name in [
        "rating",
        "stage",
        "agency",
        "role",
        "relation",
        "basis",
        "submission_status",
        "reason",
        "evidence_kind",
        "quote_origin",
        "event_kind",
        "action_scope",
        "action_status",
        "outcome_kind",
        "outcome_change",
        "outcome_source",
        "selection",
        "population",
        "age_band",
        "young_person_view",
        "own_view_question",
        "own_view_answer",
        "young_person_part",
        "yes_no_not_known",
    ]
}
LEVELS = ("not_evident", "partly", "mostly", "fully")
WORKERS = tuple(
    role for role in CODES["role"] if role not in {"young_person", "family_or_trusted_person"}
)
REASONS = {
    "not_applicable": ("condition_not_met", "stage_not_reached"),
    "not_known": CODES["reason"][2:],
}
STAGED = ("TI1", "TI2", "MA1", "MA2", "MA3", "MA4", "MA5", "CF1", "CF2", "MO1", "MO2")
UNSTAGED = ("GA1", "GA2", "GA3", "GA4", "PE1", "PE2", "PE3", "PE4", "VY1", "VY2", "VY3")
MAY_NOT_APPLY = ("PE4", "MA4", "MA5", "CF2")
POSITIONS: tuple[tuple[str, str | None], ...] = (
    *((practice, None) for practice in UNSTAGED),
    *((practice, stage) for practice in STAGED for stage in CODES["stage"]),
)
"""Typed out from framework.md, so that a slip in the framework data cannot hide here."""

WATCHED = ("GA4", "MA1", "MA2", "MA3", "MA4", "MA5", "PE4", "CF2", "VY1", "VY2")
"""The practices that quality rules name."""

FORBIDDEN = ("name", "Date-of_Birth", "riskScore", "RAG", "E-Mail", "nhs_number")
HARMLESS = ("form_version", "names", "ranks", "brag", "colour")


class Oddities:
    """Which integrity rules a record may break: none where it is clean, else a few at random."""

    NAMES = [
        "practice",
        "stage",
        "submission",
        "answer",
        "review",
        "decision",
        "action",
        "question",
        "reason",
        "role",
        "accountable",
        "quote",
        "period",
        "key",
    ]

    def __init__(self, rng: random.Random, *, clean: bool) -> None:
        """Choose, for each kind, whether this record may be odd in it."""
        share = rng.choice((0.05, 0.15, 0.5))
        self.rng = rng
        self.allowed = {name: not clean and rng.random() < share for name in self.NAMES}

    def strikes(self, name: str, chance: float = 0.4) -> bool:
        """Whether to be odd here."""
        return self.allowed[name] and self.rng.random() < chance


def random_record(
    rng: random.Random, *, clean: bool = True, tailoring: Plain | None = None
) -> Plain:
    """Make a structurally valid record.

    Args:
        rng: The source of every choice.
        clean: Whether it obeys the integrity rules; otherwise it may break some.
        tailoring: The ``id`` and ``version`` of the tailoring that it names, if any.
    """
    odd = Oddities(rng, clean=clean)
    hot = _hot_positions(rng)
    named: Plain = {"id": "positive-practice", "version": "1.0"}
    record = {
        "schema_version": "1.0",
        "record_id": str(UUID(int=rng.getrandbits(128), version=4)),
        "framework": named if tailoring is None else {**named, "tailoring": tailoring},
        "audit": _some(rng, {"purpose": "Learning."}, id="audit-1", selection=_selection(rng)),
        "case": _case(rng, odd),
        "submissions": _submissions(rng, odd, hot),
    }
    record |= _some(
        rng,
        {
            "reviews": _reviews(rng, odd, hot),
            "own_view": _own_view(rng, odd),
            "events": [_event(rng) for _ in range(rng.randrange(5))],
            "actions": _actions(rng, odd),
            "outcomes": [_outcome(rng) for _ in range(rng.randrange(3))],
            "text_check": {"checked_by": rng.choice(CODES["role"])},
            "extensions": _extensions(rng, odd),
        },
        chance=0.7,
    )
    return record


def as_record(plain: Plain) -> AuditRecord:
    """Make the document of a plain record."""
    return structure_or_raise(plain, AuditRecord)


def _some(rng: random.Random, optional: Plain, /, chance: float = 0.5, **required: Any) -> Plain:
    """Required fields with some of the optional ones."""
    return required | {name: value for name, value in optional.items() if rng.random() < chance}


def _hot_positions(rng: random.Random) -> list[tuple[str, str | None]]:
    """The few positions that this record speaks of, so that answers meet."""
    watched = [position for position in POSITIONS if position[0] in WATCHED]
    hot = rng.sample(POSITIONS, rng.randrange(5)) + rng.sample(watched, rng.randrange(1, 5))
    return list(dict.fromkeys(hot))


def _selection(rng: random.Random) -> str:
    return rng.choice(CODES["selection"])


def _case(rng: random.Random, odd: Oddities) -> Plain:
    from_day, to_day = sorted((rng.randint(-60, 60), rng.randint(-60, 60)))
    if odd.strikes("period"):
        from_day, to_day = to_day, from_day
    return _some(
        rng,
        {
            "age_band": rng.choice(CODES["age_band"]),
            "period": {"from_day": from_day, "to_day": to_day},
            "stages_reached": rng.sample(CODES["stage"], rng.randint(0, 4)),
            "concern_raised": rng.choice(CODES["yes_no_not_known"]),
        },
        population=rng.choice(CODES["population"]),
        young_person_view=rng.choice(CODES["young_person_view"]),
    )


def _submissions(
    rng: random.Random, odd: Oddities, hot: list[tuple[str, str | None]]
) -> list[Plain]:
    keys = [(id_, revision) for id_ in ("s1", "s2", "s3", "s4") for revision in (1, 2, 10)]
    count = rng.choice((0, 1, 2, 3, 4, 5, 6, 7))
    chosen = rng.choices(keys, k=count) if odd.strikes("submission") else rng.sample(keys, count)
    own_only = rng.random() < 0.2
    made = [_submission(rng, odd, hot, key, own_only=own_only) for key in chosen]
    return [*made, _lopsided(rng)] if rng.random() < 0.2 else made


def _lopsided(rng: random.Random) -> Plain:
    """A submission with a plan at every point of a stage, and no communication there."""
    stage = rng.choice(CODES["stage"])
    told = {"MA1": "not_evident", "MA2": rng.choice(LEVELS), "MA3": rng.choice(LEVELS)}
    answers = [said_at((practice, stage), rating) for practice, rating in told.items()]
    return submission(answers, id="s9", agency="police")


def _submission(
    rng: random.Random,
    odd: Oddities,
    hot: list[tuple[str, str | None]],
    key: tuple[str, int],
    *,
    own_only: bool,
) -> Plain:
    features = [_feature(rng, odd) for _ in range(rng.randrange(3))]
    return _some(
        rng,
        {"key_features": features, "note": "A note."},
        id=key[0],
        revision=key[1],
        status=rng.choices(CODES["submission_status"], weights=(1, 5, 1))[0],
        respondent=_respondent(rng, odd, own_only=own_only),
        answers=_said(rng, odd, hot, "answer", _answer),
    )


def _respondent(rng: random.Random, odd: Oddities, *, own_only: bool) -> Plain:
    return _some(
        rng,
        {"agency_ref": rng.choice("ab"), "basis": rng.choice(CODES["basis"])},
        agency=rng.choice(("leaving_care", "adult_mental_health", "police", "other")),
        role=rng.choice(CODES["role"] if odd.strikes("role") else WORKERS),
        relation="own_practice" if own_only else rng.choice(CODES["relation"]),
    )


def _said(
    rng: random.Random, odd: Oddities, hot: list[tuple[str, str | None]], kind: str, make: Any
) -> list[Plain]:
    """Answers or decisions at some of the positions, each once unless the record is odd."""
    chosen = [position for position in hot if rng.random() < 0.6]
    if chosen and odd.strikes(kind):
        chosen += rng.choices(chosen, k=2)
    rng.shuffle(chosen)
    return [make(rng, odd, *_misplaced(rng, odd, position)) for position in chosen]


def _misplaced(
    rng: random.Random, odd: Oddities, position: tuple[str, str | None]
) -> tuple[str, str | None]:
    practice, stage = position
    if odd.strikes("practice"):
        practice = rng.choice(("ZZ1", "GA9", "MA10"))
    if odd.strikes("stage"):
        stage = rng.choice((None, *CODES["stage"]))
    return practice, stage


def _rated(rng: random.Random, odd: Oddities, practice: str, stage: str | None) -> Plain:
    """A practice with a rating, and a reason that fits it, or any where the record is odd."""
    weights = (2, 2, 3, 3, 2, 1, 1)
    said: Plain = {"practice": practice, "rating": rng.choices(CODES["rating"], weights=weights)[0]}
    if stage is not None:
        said["stage"] = stage
    fitting = [
        reason
        for reason in REASONS.get(said["rating"], ())
        if (reason != "condition_not_met" or practice in MAY_NOT_APPLY)
        and (reason != "stage_not_reached" or practice in STAGED)
    ]
    if odd.strikes("reason"):
        said["reason"] = rng.choice(CODES["reason"])
    elif fitting and rng.random() < 0.7:
        said["reason"] = rng.choice(fitting)
    return said


def _answer(rng: random.Random, odd: Oddities, practice: str, stage: str | None) -> Plain:
    evidence = [_evidence(rng, odd) for _ in range(rng.choice((0, 0, 0, 1, 2)))]
    said = _rated(rng, odd, practice, stage)
    return _some(rng, {"note": "A note.", "evidence": evidence}, **said)


def _decision(rng: random.Random, odd: Oddities, practice: str, stage: str | None) -> Plain:
    said = _rated(rng, odd, practice, stage)
    dissent = rng.sample(CODES["agency"], rng.randrange(3))
    return _some(rng, {"rationale": "Because.", "dissent": dissent}, **said)


def _evidence(rng: random.Random, odd: Oddities) -> Plain:
    kind = rng.choice(("quote", "quote", *CODES["evidence_kind"]))
    evidence = _some(rng, {"day": rng.randint(-80, 80)}, kind=kind, text="Words.")
    if kind == "quote" or odd.strikes("quote"):
        evidence |= _some(
            rng,
            {
                "origin": rng.choice(CODES["quote_origin"]),
                "speaker_role": rng.choice(CODES["role"]),
                "consent": rng.random() < 0.6,
                "anonymised_by": rng.choice(CODES["role"]),
            },
            chance=0.85,
        )
    return evidence


def _feature(rng: random.Random, odd: Oddities) -> Plain:
    practice = rng.choice(("ZZ9",) if odd.strikes("practice") else UNSTAGED)
    optional = {"practice": practice, "worth_sharing": rng.random() < 0.5}
    return _some(rng, optional, text="What mattered.")


def _reviews(rng: random.Random, odd: Oddities, hot: list[tuple[str, str | None]]) -> list[Plain]:
    count = rng.choice((0, 0, 1, 1, 2, 3))
    sequences = rng.sample((1, 2, 3, 9, 10, 1000), count)
    if odd.strikes("review"):
        sequences += sequences[:1]
    return [
        _some(
            rng,
            {"day": rng.randint(0, 400), "young_person": rng.choice(CODES["young_person_part"])},
            sequence=sequence,
            agencies=rng.sample(CODES["agency"], rng.randint(1, 3)),
            decisions=_said(rng, odd, rng.sample(hot, min(3, len(hot))), "decision", _decision),
        )
        for sequence in sequences
    ]


def _own_view(rng: random.Random, odd: Oddities) -> Plain:
    count = rng.randint(1, 4)
    questions = rng.sample(CODES["own_view_question"], count)
    if odd.strikes("question"):
        questions.append(questions[0])
    return _some(
        rng,
        {"offered_by": rng.choice(CODES["role"]), "day": rng.randint(0, 400)},
        answers=[_reply(rng, question) for question in questions],
    )


def _reply(rng: random.Random, question: str) -> Plain:
    optional = {
        "text": "Own words.",
        "consent": rng.random() < 0.6,
        "anonymised_by": rng.choice(CODES["role"]),
    }
    view = rng.choice(CODES["own_view_answer"])
    return _some(rng, optional, chance=0.6, question=question, view=view)


def _event(rng: random.Random) -> Plain:
    return _some(
        rng,
        {
            "stage": rng.choice(CODES["stage"]),
            "agencies": rng.sample(CODES["agency"], 2),
            "workers": rng.sample("abc", rng.randrange(3)),
            "note": "What happened.",
        },
        kind=rng.choice(CODES["event_kind"]),
        day=rng.randint(-80, 80),
    )


def _actions(rng: random.Random, odd: Oddities) -> list[Plain]:
    ids = rng.sample(("a1", "a2", "a3"), rng.randrange(4))
    if ids and odd.strikes("action"):
        ids.append(ids[0])
    return [_action(rng, odd, id_) for id_ in ids]


def _action(rng: random.Random, odd: Oddities, id_: str) -> Plain:
    practices = rng.sample(("GA4", "MA3", "GA1", "VY2", "MA5"), rng.randrange(4))
    if odd.strikes("practice"):
        practices.append("ZZ2")
    accountable = {
        "role": rng.choice(CODES["role"] if odd.strikes("accountable", 0.9) else WORKERS),
        "agency": rng.choice(CODES["agency"]),
    }
    return _some(
        rng,
        {
            "accountable": accountable,
            "due_day": rng.randint(0, 90),
        },
        chance=0.7,
        id=id_,
        scope=rng.choice(CODES["action_scope"]),
        what="What is to be done.",
        responsible=_some(
            rng, {"agency": rng.choice(CODES["agency"])}, role=rng.choice(CODES["role"])
        ),
        status=rng.choice(CODES["action_status"]),
        practices=practices,
    )


def _outcome(rng: random.Random) -> Plain:
    return _some(
        rng,
        {"day": rng.randint(-80, 80), "note": "What changed."},
        kind=rng.choice(CODES["outcome_kind"]),
        change=rng.choice(CODES["outcome_change"]),
        source=rng.choice(CODES["outcome_source"]),
    )


def _extensions(rng: random.Random, odd: Oddities) -> Plain:
    key = rng.choice(FORBIDDEN if odd.strikes("key") else HARMLESS)
    inner: Any = {key: rng.choice((1, None, True, "text", [1, 2], {"a": []}))}
    nested = rng.choice((inner, [inner], {"deep": [[inner]]}))
    return {"org.example.case-system": nested, "org.example.other": 3}


# Strategies for the laws


levels = st.sampled_from(LEVELS)
plain_ratings = st.sampled_from((*LEVELS, *LEVELS, *CODES["rating"]))
"""Any rating; a level more often than not, so that levels meet."""

PLACES = (("GA1", None), ("GA4", None), ("PE4", None), ("MA1", "assessment"), ("MA1", "planning"))
"""The few positions that laws speak of, so that what is said meets."""


@st.composite
def answer_lists(draw: Any, *, of: Any = plain_ratings) -> list[Plain]:
    """Answers, each position at most once, most of the few positions in most lists."""
    is_said = st.sampled_from((False, True, True))
    return [said_at(place, draw(of)) for place in PLACES if draw(is_said)]


def said_at(place: tuple[str, str | None], rating: str) -> Plain:
    """An answer or decision at a position."""
    practice, stage = place
    said = {"practice": practice, "rating": rating}
    return said if stage is None else {**said, "stage": stage}


statuses = st.sampled_from(("submitted", "submitted", "submitted", "draft", "withdrawn"))


@st.composite
def submission_lists(draw: Any, *, of: Any = plain_ratings) -> list[Plain]:
    """Submissions of a few voices, some drafts, some withdrawn, some in several revisions."""
    all_keys = [(id_, revision) for revision in (1, 2) for id_ in ("s1", "s2", "s3", "s4")]
    count = draw(st.sampled_from((0, 2, 4, 5, 6, 7, 8, 8)))
    keys = draw(st.permutations(all_keys))[:count]
    return [
        submission(
            draw(answer_lists(of=of)),
            id=id_,
            revision=revision,
            status=draw(statuses),
            agency=draw(st.sampled_from(("leaving_care", "police"))),
            agency_ref=draw(st.sampled_from((None, "a"))),
        )
        for id_, revision in keys
    ]


def submission(  # each field of a form can matter to a law
    answers: list[Plain],
    *,
    id: str = "s1",  # noqa: A002  # the documents' own word
    revision: int = 1,
    status: str = "submitted",
    agency: str = "leaving_care",
    agency_ref: str | None = None,
) -> Plain:
    """A submission with these answers."""
    respondent = {"agency": agency, "role": "personal_adviser", "relation": "own_practice"}
    if agency_ref is not None:
        respondent["agency_ref"] = agency_ref
    form = {"id": id, "revision": revision, "status": status}
    return {**form, "respondent": respondent, "answers": answers}


@st.composite
def review_lists(draw: Any) -> list[Plain]:
    """Reviews, each with a sequence of its own; often none, since they decide over answers."""
    sequences = st.lists(st.integers(1, 1000), unique=True, min_size=1, max_size=3)
    none_or_some = st.one_of(st.just([]), sequences)
    return [review(sequence, draw(answer_lists())[-2:]) for sequence in draw(none_or_some)]


def review(sequence: int, decisions: list[Plain]) -> Plain:
    """A review with these decisions."""
    return {"sequence": sequence, "agencies": ["leaving_care"], "decisions": decisions}


stages_reached = st.one_of(
    st.just([]), st.lists(st.sampled_from(CODES["stage"]), unique=True, min_size=1)
)


@st.composite
def records(  # each part of a record can be set by a law
    draw: Any,
    *,
    submissions: Any = None,
    reviews: Any = None,
    reached: Any = stages_reached,
    of: Any = plain_ratings,
    record_ids: Any = None,
) -> Plain:
    """Small records that obey the integrity rules, for laws of settling and scoring."""
    chosen = draw(submission_lists(of=of) if submissions is None else submissions)
    return plain_record(
        chosen,
        reviews=draw(review_lists() if reviews is None else reviews),
        reached=draw(reached),
        selection=draw(st.sampled_from(("all_cases", "positive_examples"))),
        record_id=str(draw(st.uuids(version=4) if record_ids is None else record_ids)),
    )


def plain_record(
    submissions: list[Plain],
    *,
    reviews: list[Plain] | None = None,
    reached: list[str] | None = None,
    selection: str = "all_cases",
    record_id: str = "3b241101-e2bb-4255-8caf-4136c566a962",
) -> Plain:
    """The smallest record around these submissions and reviews."""
    assert len(shipped_framework().positions) == len(POSITIONS)
    return {
        "schema_version": "1.0",
        "record_id": record_id,
        "framework": {"id": "positive-practice", "version": "1.0"},
        "audit": {"id": "audit-1", "selection": selection},
        "case": {
            "population": "care_leaver",
            "young_person_view": "first_hand",
            "stages_reached": reached or [],
        },
        "submissions": submissions,
        "reviews": reviews or [],
    }
