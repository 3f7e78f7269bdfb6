"""What happened in an invented case, and when: a story -> events."""

from typing import Literal, TypeAlias

from attrs import frozen

from positive_practice.model.codes import EventKind, Stage
from positive_practice.model.record import Event
from positive_practice.samples.choices import Draws, between, chance, pick, several
from positive_practice.samples.story import Story, stream
from positive_practice.samples.texts import EVENT_NOTES
from positive_practice.samples.voices import Voice

__all__ = ["events"]

Who: TypeAlias = Literal["lead", "one", "two", "all"]


@frozen(kw_only=True)
class Happening:
    """Something that may happen.

    Args:
        kind: What it is.
        stage: The stage that it belongs to, if to any.
        often: In how many of a hundred cases where it is possible.
        earliest: The share of the period, in hundredths, after which it happens.
        latest: The share of the period, in hundredths, before which it happens.
        who: How many services take part.
        of: The practice whose condition it is; it happens in exactly the cases where that arose.
    """

    kind: EventKind
    stage: Stage | None = None
    often: int = 100
    earliest: int
    latest: int
    who: Who = "one"
    of: str | None = None


def _in(stage: Stage, kind: EventKind, often: int, days: tuple[int, int], who: Who) -> Happening:
    return Happening(kind=kind, stage=stage, often=often, earliest=days[0], latest=days[1], who=who)


def _if(of: str, kind: EventKind, days: tuple[int, int], who: Who, often: int = 100) -> Happening:
    return Happening(kind=kind, of=of, often=often, earliest=days[0], latest=days[1], who=who)


HAPPENINGS: tuple[Happening, ...] = (
    Happening(kind="disclosure", earliest=0, latest=0),
    _in("assessment", "assessment", 96, (0, 2), "two"),
    _in("assessment", "hospital_attendance", 16, (0, 1), "one"),
    _in("assessment", "strategy_discussion", 12, (1, 2), "all"),
    _in("planning", "safety_plan", 75, (1, 5), "lead"),
    _in("planning", "multi_agency_meeting", 65, (2, 6), "all"),
    _in("planning", "plan_agreed", 88, (3, 8), "all"),
    _in("planning", "supervision", 30, (3, 9), "lead"),
    _in("delivery", "contact", 95, (6, 25), "lead"),
    _in("delivery", "contact", 80, (20, 60), "one"),
    _in("delivery", "contact", 70, (50, 95), "lead"),
    _in("delivery", "joint_visit", 60, (8, 70), "two"),
    _in("delivery", "contact_not_made", 14, (10, 80), "one"),
    _in("delivery", "referral", 30, (6, 40), "lead"),
    _in("delivery", "crisis", 42, (15, 75), "one"),
    _in("delivery", "plan_review", 60, (25, 80), "all"),
    _in("delivery", "supervision", 65, (20, 80), "lead"),
    _in("delivery", "management_direction", 24, (20, 80), "lead"),
    _in("transition", "joint_handover", 62, (60, 90), "two"),
    _in("transition", "support_ended", 18, (85, 100), "one"),
    _if("PE4", "contact_declined", (5, 40), "lead"),
    _if("PE4", "contact_declined", (30, 80), "one", often=45),
    _if("MA4", "life_change", (40, 80), "lead"),
    _if("MA4", "service_transition", (60, 90), "two", often=55),
    _if("MA4", "worker_change", (30, 90), "lead", often=35),
    _if("MA5", "escalation", (1, 70), "two"),
    _if("CF2", "approach_change", (10, 70), "lead"),
)


def events(story: Story) -> tuple[Event, ...]:
    """The timeline of a case, in the order of its days.

    Args:
        story: What is true in the case.

    Returns:
        The events, all inside the period.
    """
    drawn = stream(story.key, "timeline")
    happened = [one for one in HAPPENINGS if _happens(story, one, drawn)]
    made = [_event(story, one, drawn) for one in happened]
    return tuple(sorted(made, key=lambda event: event.day))


def _happens(story: Story, one: Happening, drawn: Draws) -> bool:
    possible = one.stage is None or one.stage in story.reached
    arose = one.of is None or story.came_up[one.of]
    return possible and arose and chance(drawn, one.often)


def _event(story: Story, one: Happening, drawn: Draws) -> Event:
    there = _who(story, one, drawn)
    notes = EVENT_NOTES.get(one.kind, ())
    return Event(
        kind=one.kind,
        day=story.last_day * between(drawn, one.earliest, one.latest) // 100,
        stage=one.stage if one.stage in story.outline.stages else None,
        agencies=tuple(voice.agency for voice in there),
        workers=tuple(voice.letter for voice in there) if one.who != "all" else (),
        note=pick(drawn, notes) if notes and chance(drawn, 30) else None,
    )


def _who(story: Story, one: Happening, drawn: Draws) -> tuple[Voice, ...]:
    """The workers at an event, of those who are there at its stage; the lead always is."""
    lead, *rest = story.workers
    others = [voice for voice in rest if one.stage is None or one.stage in voice.service.stages]
    if one.who == "lead":
        return (lead,)
    if one.who == "one":
        return (pick(drawn, [lead, *others]),)
    return (lead, *several(drawn, others, 1 if one.who == "two" else len(others)))
