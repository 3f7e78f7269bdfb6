"""What each voice says of an invented case: a story -> submissions."""

from collections.abc import Mapping
from types import MappingProxyType

from positive_practice.model.codes import Reason, Stage, SubmissionStatus
from positive_practice.model.record import (
    Answer,
    Evidence,
    KeyFeature,
    Respondent,
    Submission,
)
from positive_practice.samples.choices import Draws, between, chance, pick, several, weighted
from positive_practice.samples.services import EVERYTHING
from positive_practice.samples.story import Place, Story, on_scale, stream
from positive_practice.samples.texts import (
    ANSWER_NOTES,
    GENERAL,
    NEW_THEMES,
    NOT_NEEDED,
    QUOTES,
    SUBMISSION_NOTES,
    WORDS,
)
from positive_practice.samples.voices import Voice

__all__ = ["submissions"]

STATUSES: tuple[tuple[SubmissionStatus, int], ...] = (
    ("submitted", 95),
    ("draft", 3),
    ("withdrawn", 2),
)
REVISIONS = ((1, 92), (2, 8))
NOISE = ((0, 82), (-1, 10), (1, 8))
"""How far a voice is from what is true: most agree, some see less, a few see more."""

NOTHING_RECORDED: Mapping[str, int] = MappingProxyType(
    {"GA2": 5, "MA3": 5, "VY3": 12, "MO1": 24, "MO2": 22}
)
USUALLY_NOTHING_RECORDED = 3
CANNOT_SAY: Mapping[str, int] = MappingProxyType({"VY3": 58, "MO1": 6, "MO2": 6})
USUALLY_CANNOT_SAY = 3
REASONS: tuple[tuple[Reason, int], ...] = (
    ("cannot_judge", 45),
    ("no_access", 25),
    ("withheld", 15),
    ("outside_period", 10),
    ("other", 5),
)
LIFE_STORY_REASONS: tuple[tuple[Reason, int], ...] = (
    ("outside_period", 45),
    ("outside_role", 35),
    ("cannot_judge", 20),
)
OTHER_REASON_NOTE = "The notes of that time are being moved to another system."
WELL = 2

WHEN: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "assessment": (0, 3),
        "planning": (1, 12),
        "delivery": (5, 95),
        "transition": (55, 100),
        "GA1": (0, 2),
        "GA2": (0, 5),
        "GA3": (0, 5),
        "GA4": (1, 8),
    }
)
"""When there is something to see of a stage or practice, in hundredths of the period."""

ANY_TIME = (0, 100)


def submissions(story: Story) -> tuple[Submission, ...]:
    """One submission of each voice.

    Args:
        story: What is true in the case.

    Returns:
        The submissions; that of the first voice is always submitted.
    """
    return tuple(_submission(story, number, voice) for number, voice in enumerate(story.voices))


def _submission(story: Story, number: int, voice: Voice) -> Submission:
    drawn = stream(story.key, "submission", voice.letter)
    status = weighted(drawn, STATUSES) if number else "submitted"
    return Submission(
        id=f"s{number + 1}",
        revision=weighted(drawn, REVISIONS),
        status=status,
        respondent=Respondent(
            agency=voice.agency,
            agency_ref=voice.agency_ref,
            role=voice.role,
            relation=voice.service.relation,
            basis=voice.basis,
        ),
        answers=_answers(story, voice),
        key_features=_key_features(story, voice, drawn),
        note=pick(drawn, SUBMISSION_NOTES) if chance(drawn, 12) else None,
    )


def _key_features(story: Story, voice: Voice, drawn: Draws) -> tuple[KeyFeature, ...]:
    seen = [practice for practice in story.outline.places if _sees(voice, practice)]
    chosen = several(drawn, [p for p in seen if story.applies(p)], between(drawn, 0, 3))
    features = [
        KeyFeature(
            practice=practice,
            text=pick(drawn, WORDS.get(practice, GENERAL).features),
            worth_sharing=True if chance(drawn, 60) else None,
        )
        for practice in chosen
    ]
    theme = [KeyFeature(text=pick(drawn, NEW_THEMES))] if chance(drawn, 8) else []
    return (*features, *theme)


def _answers(story: Story, voice: Voice) -> tuple[Answer, ...]:
    said: list[Answer | None] = []
    for practice, stages in story.outline.places.items():
        drawn = stream(story.key, "answers", voice.letter, practice)
        said += [_answer(story, voice, practice, stage, drawn) for stage in stages]
    return tuple(answer for answer in said if answer is not None)


def _answer(
    story: Story, voice: Voice, practice: str, stage: Stage | None, drawn: Draws
) -> Answer | None:
    """What a voice says at one place; None where it says nothing."""
    if stage is not None and stage not in story.reached:
        return _of_unreached(voice, practice, stage)
    outside = _outside(voice, practice, stage)
    if outside is not None:
        return _left_open(voice, practice, stage, outside, drawn)
    if not story.applies(practice) and chance(drawn, 97):
        return _of_inapplicable(practice, stage, drawn)
    return _of_seen(story, voice, practice, stage, drawn)


def _of_unreached(voice: Voice, practice: str, stage: Stage) -> Answer | None:
    if not (voice.marks_unreached and _sees(voice, practice)):
        return None
    return Answer(
        practice=practice, stage=stage, rating="not_applicable", reason="stage_not_reached"
    )


def _outside(voice: Voice, practice: str, stage: Stage | None) -> Reason | None:
    """Why a voice could not know of a place, or None if it could."""
    if not _sees(voice, practice):
        return "outside_role"
    if stage is None or stage in voice.service.stages:
        return None
    # Who is there at the start has left later; everybody else was not there yet.
    return "after_involvement" if "assessment" in voice.service.stages else "before_involvement"


def _sees(voice: Voice, practice: str) -> bool:
    """Whether a voice would know of a practice; of one of another framework everybody does."""
    return practice in voice.service.sees or practice not in EVERYTHING


def _left_open(
    voice: Voice, practice: str, stage: Stage | None, reason: Reason, drawn: Draws
) -> Answer | None:
    if not chance(drawn, 75 if voice.thorough else 8):
        return None
    return Answer(practice=practice, stage=stage, rating="not_known", reason=reason)


def _of_inapplicable(practice: str, stage: Stage | None, drawn: Draws) -> Answer:
    return Answer(
        practice=practice,
        stage=stage,
        rating="not_applicable",
        reason="condition_not_met",
        note=pick(drawn, NOT_NEEDED) if practice == "MA5" else None,
    )


def _of_seen(
    story: Story, voice: Voice, practice: str, stage: Stage | None, drawn: Draws
) -> Answer:
    if chance(drawn, CANNOT_SAY.get(practice, USUALLY_CANNOT_SAY)):
        return _unsaid(practice, stage, drawn)
    if chance(drawn, NOTHING_RECORDED.get(practice, USUALLY_NOTHING_RECORDED)):
        return Answer(practice=practice, stage=stage, rating="no_record")
    level = on_scale(story.levels[practice, stage] + weighted(drawn, NOISE))
    return Answer(
        practice=practice,
        stage=stage,
        rating=story.outline.ratings[level],
        note=pick(drawn, ANSWER_NOTES) if chance(drawn, 5) else None,
        evidence=_evidence(story, voice, (practice, stage), level, drawn),
    )


def _unsaid(practice: str, stage: Stage | None, drawn: Draws) -> Answer:
    reason = weighted(drawn, LIFE_STORY_REASONS if practice == "VY3" else REASONS)
    return Answer(
        practice=practice,
        stage=stage,
        rating="not_known",
        reason=reason,
        note=OTHER_REASON_NOTE if reason == "other" else None,
    )


def _evidence(
    story: Story, voice: Voice, place: Place, level: int, drawn: Draws
) -> tuple[Evidence, ...]:
    if not chance(drawn, 32):
        return ()
    words = WORDS.get(place[0], GENERAL)
    kind, text = pick(drawn, words.kept if level >= WELL else words.gaps)
    day = _day(story, place, drawn) if chance(drawn, 70) else None
    shown = Evidence(kind=kind, text=text, day=day)
    quoted = level >= WELL and chance(drawn, 6)
    return (shown, _quote(voice, drawn)) if quoted else (shown,)


def _day(story: Story, place: Place, drawn: Draws) -> int:
    practice, stage = place
    earliest, latest = WHEN.get(stage or practice, ANY_TIME)
    return story.last_day * between(drawn, earliest, latest) // 100


def _quote(voice: Voice, drawn: Draws) -> Evidence:
    """A worker's exact words, cleared for use in most cases."""
    return Evidence(
        kind="quote",
        text=pick(drawn, QUOTES),
        origin="written_submission",
        speaker_role=voice.role,
        consent=chance(drawn, 92),
        anonymised_by="audit_lead",
    )
