"""Every sentence of an invented record: short, plain, about practice, and about nobody.

No sentence names a person, a place, a date or a method, and none is taken from a real record.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from positive_practice.model.codes import (
    EventKind,
    EvidenceKind,
    OutcomeKind,
    OwnViewAnswer,
    OwnViewQuestion,
)

__all__ = [
    "AGREED_ANYWAY",
    "ANSWER_NOTES",
    "EVENT_NOTES",
    "GENERAL",
    "LEARNING",
    "NEW_THEMES",
    "NOT_NEEDED",
    "OTHER_STEPS",
    "OUTCOME_NOTES",
    "OWN_WORDS",
    "PLAN_STEPS",
    "QUOTES",
    "RATIONALES",
    "SECOND_LOOK",
    "SHARED_STEPS",
    "SUBMISSION_NOTES",
    "WORDS",
    "Step",
    "Words",
]

Shown: TypeAlias = tuple[EvidenceKind, str]


@frozen(kw_only=True)
class Words:
    """Sentences about one practice.

    Args:
        kept: Evidence where it happened, at most points or at every point.
        gaps: Evidence where it happened at some points or not at all.
        features: Why somebody found that it mattered most.
    """

    kept: tuple[Shown, ...]
    gaps: tuple[Shown, ...]
    features: tuple[str, ...]


@frozen(kw_only=True)
class Step:
    """An action in words, and the practices that it serves."""

    what: str
    serves: tuple[str, ...]


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "GA1": Words(
            kept=(
                ("record_extract", "Seen the same day, in a room that they picked."),
                ("record_extract", "The first talk took place on the evening it became known."),
                ("correspondence", "The call was passed on at once and answered within hours."),
            ),
            gaps=(
                ("record_extract", "The first appointment was offered later than the team wished."),
                ("worker_account", "We waited for a form before anybody met them."),
            ),
            features=("Somebody came at once, and came back the day after.",),
        ),
        "GA2": Words(
            kept=(
                (
                    "assessment_document",
                    "Health, home life and what keeps them going, side by side.",
                ),
                ("assessment_document", "All four kinds of history are there, each with its use."),
                ("record_extract", "Earlier notes were read first, so that they need not repeat."),
            ),
            gaps=(
                ("assessment_document", "Mental health in depth; substance use in a single line."),
                ("record_extract", "What protects them was added some weeks later."),
            ),
            features=("The whole story was known, and they had told it only once.",),
        ),
        "GA3": Words(
            kept=(
                ("assessment_document", "A former carer was their choice, and was asked."),
                ("record_extract", "Relatives were left out at their wish; the reason is noted."),
                ("family_account", "We were asked what we see, and told what would happen next."),
            ),
            gaps=(("assessment_document", "The box for trusted people was left empty."),),
            features=("They chose who should know, and that was kept to.",),
        ),
        "GA4": Words(
            kept=(
                ("plan_document", "Each worry in the assessment has a step in the plan."),
                ("plan_document", "Steps, people and days were agreed before the talk ended."),
                ("record_extract", "From talking to a written plan in two days."),
            ),
            gaps=(("plan_document", "Two findings of the assessment have no step in the plan."),),
            features=("What they said on the first day could be found in the plan.",),
        ),
        "PE1": Words(
            kept=(
                ("worker_account", "I asked myself what the quiet weeks were about, then asked."),
                ("supervision_record", "First guesses were written down and looked at again."),
                ("record_extract", "The worker wondered about the good days as well."),
            ),
            gaps=(
                ("record_extract", "A missed visit was noted without asking what lay behind it."),
            ),
            features=("The worker stayed curious and never sounded like a form.",),
        ),
        "PE2": Words(
            kept=(
                ("plan_document", "What helps and what worries were weighed together on one page."),
                ("meeting_note", "Their own pace was kept, with a day agreed to look again."),
                ("worker_account", "We let the trip go ahead and planned the evening after it."),
            ),
            gaps=(("meeting_note", "Worries were listed; what would be gained was not."),),
            features=("They were trusted with choices, and safety was thought of each time.",),
        ),
        "PE3": Words(
            kept=(
                ("record_extract", "Two workers for them, four services behind the two."),
                ("meeting_note", "A new worker was brought in by the one they knew."),
                ("young_person_account", "They said that they knew who would come."),
            ),
            gaps=(("record_extract", "Five people rang in the first week."),),
            features=("One worker stayed throughout, with a team behind.",),
        ),
        "PE4": Words(
            kept=(
                ("record_extract", "After a visit was turned down a friendly message went out."),
                ("worker_account", "Hearing no is part of my work; so is coming back."),
                (
                    "record_extract",
                    "The worker asked what would suit better, and changed the hour.",
                ),
            ),
            gaps=(
                ("record_extract", "After two visits were turned down nobody rang for a while."),
            ),
            features=("Nobody took a no to heart, and the door stayed open.",),
        ),
        "VY1": Words(
            kept=(
                ("young_person_account", "They said that people listened until they had finished."),
                ("record_extract", "Their words come first in the notes of each visit."),
                ("record_extract", "Visits went on when things were calmer."),
            ),
            gaps=(("record_extract", "Visits became rare as soon as things were calmer."),),
            features=("Time, and somebody who listens without looking at a watch.",),
        ),
        "VY2": Words(
            kept=(
                ("plan_document", "Written in their own words, in the form they asked for."),
                ("plan_document", "Their own aims stand above the steps for safety."),
                ("worker_account", "They held the pen and I held the tea."),
            ),
            gaps=(("plan_document", "The plan is in our words; they were shown it afterwards."),),
            features=("The plan was theirs, down to its title.",),
        ),
        "VY3": Words(
            kept=(
                ("record_extract", "A box of small things was begun, a little each month."),
                ("worker_account", "We agreed together to wait with it until the summer."),
            ),
            gaps=(("record_extract", "It was talked of once and not taken up again."),),
            features=("Old photographs, looked at in their own time.",),
        ),
        "TI1": Words(
            kept=(
                ("record_extract", "What had happened was asked once, with care."),
                ("correspondence", "A page they had read first went ahead to the new service."),
                ("young_person_account", "They said that they need not start again each time."),
            ),
            gaps=(("worker_account", "I asked for the whole story again without meaning to."),),
            features=("They were not asked to tell it all over again.",),
        ),
        "TI2": Words(
            kept=(
                ("plan_document", "What they are good at is the first line of the plan."),
                ("worker_account", "They showed the new starters how it is done."),
                ("record_extract", "Cooking was a strength, so visits took place around it."),
            ),
            gaps=(("plan_document", "Strengths are named once and not used."),),
            features=("People saw what they can do.",),
        ),
        "MA1": Words(
            kept=(
                ("correspondence", "A short update went to both partners after each visit."),
                ("meeting_note", "Everyone who had to know knew on the same day."),
                ("record_extract", "The night team was told what helps, with agreement."),
            ),
            gaps=(("correspondence", "One partner heard of the crisis a week afterwards."),),
            features=("The services talked, so they did not have to carry messages.",),
        ),
        "MA2": Words(
            kept=(
                ("meeting_note", "All agreed that sleep and a safe home come first."),
                ("meeting_note", "The contact that already worked was kept in the middle."),
            ),
            gaps=(("meeting_note", "Two services worked towards different aims for a month."),),
            features=("Everybody had the same three things at heart.",),
        ),
        "MA3": Words(
            kept=(
                ("plan_document", "One plan, with who does it and who answers for it."),
                ("plan_document", "All partners signed the same page."),
            ),
            gaps=(("plan_document", "Steps are there; who answers for two of them is not."),),
            features=("One plan for all, on one page.",),
        ),
        "MA4": Words(
            kept=(
                ("record_extract", "Old and new worker met them together, twice."),
                ("plan_document", "The change was planned from the season before."),
                ("meeting_note", "A visit was kept for the week after the move."),
            ),
            gaps=(
                ("record_extract", "The move was known for months and planned in two weeks."),
                ("worker_account", "For some weeks nobody knew who would take over."),
            ),
            features=("The old worker stayed until the new one was known.",),
        ),
        "MA5": Words(
            kept=(
                ("correspondence", "Taken to both heads of service, answered the next day."),
                ("record_extract", "The procedure was used when the usual way took too long."),
            ),
            gaps=(("record_extract", "The gap was named in three meetings and taken no further."),),
            features=("When it was stuck, somebody went higher.",),
        ),
        "CF1": Words(
            kept=(
                ("record_extract", "They asked for outdoors, so it was outdoors."),
                ("meeting_note", "Another way was thought of; the first was kept on purpose."),
                ("worker_account", "We talked while mending a bicycle."),
            ),
            gaps=(("record_extract", "The same room was offered each time."),),
            features=("Somebody asked what else might suit.",),
        ),
        "CF2": Words(
            kept=(
                ("record_extract", "Long visits tired them, so they became short and frequent."),
                ("plan_document", "The first plan was put away and a new one begun with them."),
            ),
            gaps=(("record_extract", "The group did not suit them and was offered again."),),
            features=("When it stopped working, it was changed.",),
        ),
        "MO1": Words(
            kept=(
                ("supervision_record", "Each month, with this support on the sheet."),
                ("supervision_record", "Reflective supervision is on file for each stage."),
            ),
            gaps=(("supervision_record", "One note in half a year."),),
            features=("The worker had somebody to think with.",),
        ),
        "MO2": Words(
            kept=(
                ("supervision_record", "Looks back at what was agreed and on to what is next."),
                ("supervision_record", "After the hard week the manager asked how the worker was."),
            ),
            gaps=(("supervision_record", "Notes a decision; what came of it is not there."),),
            features=("The manager knew the plan and stood behind it.",),
        ),
    }
)

GENERAL = Words(
    kept=(
        ("record_extract", "The notes show it at the points where it mattered."),
        ("worker_account", "It was part of how we worked from the beginning."),
        ("document", "A page in the file shows how it was done."),
    ),
    gaps=(
        ("record_extract", "The notes show it once, and later no more."),
        ("worker_account", "We came to it late."),
    ),
    features=("It made everything else easier.",),
)
"""For a practice that this page does not know."""

QUOTES: tuple[str, ...] = (
    "I put the kettle on and let them begin.",
    "We did not need more services, we needed the same faces.",
    "I told them when I did not know, and that I would find out.",
    "It was the first time that all of us sat at one table.",
    "My manager asked me how I was before anything else.",
)

ANSWER_NOTES: tuple[str, ...] = (
    "The first weeks were thinner than the rest.",
    "I know this from the notes and from a colleague.",
    "We would do it the same way again.",
    "It took some time to get going.",
    "True for our part; the others may have seen more.",
)

NOT_NEEDED: tuple[str, ...] = (
    "Not needed: the duty team answered at once.",
    "Not needed: every partner did what was agreed.",
    "Not needed: the usual way brought what was asked for in time.",
    "Not needed: managers were in touch from the first day.",
)

RATIONALES: tuple[tuple[str, ...], ...] = (
    (
        "It applied, and nobody at the table had seen it happen.",
        "All agreed that it was wanted here and did not take place.",
    ),
    (
        "It happened once or twice. All agreed that this is where to learn.",
        "One part of it was done with care, the other came too late.",
        "Some notes show it, others show that it was missed.",
    ),
    (
        "At most points; the first weeks were thinner than the rest.",
        "Done with care, with one gap that all agencies saw.",
        "Both views are right: it was there, and it was late once.",
    ),
    (
        "Seen by more than one agency, at every point that could be checked.",
        "The partner who was unsure had not seen the later notes.",
        "The notes that were brought to the meeting show it throughout.",
    ),
)
"""Why a review decided so, by level."""

AGREED_ANYWAY: tuple[str, ...] = (
    "On looking again it never came up in the period.",
    "What was rated lay outside the period.",
)
"""Why a review found that something did not apply."""

SECOND_LOOK: tuple[str, ...] = (
    "Notes came to light that the first meeting did not have.",
    "A partner who could not be there the first time brought what they knew.",
)

PLAN_STEPS: tuple[Step, ...] = (
    Step(what="Agree with them whom to ring in the evening, and try it out.", serves=("GA4",)),
    Step(what="Write down what a hard evening looks like and what helps.", serves=("GA4", "VY2")),
    Step(what="Meet twice a week for the first month, where they like it.", serves=("GA4", "VY1")),
    Step(what="Ask about the part of the history that is missing.", serves=("GA4", "GA2")),
)
"""Steps that come straight from the assessment."""

SHARED_STEPS: tuple[Step, ...] = (
    Step(what="Keep one page for all partners, with who does and who answers.", serves=("MA3",)),
    Step(
        what="Tell the others after each visit, in two lines they agreed to.", serves=("MA3", "MA1")
    ),
    Step(what="Keep the course open with a shorter timetable.", serves=("MA3", "CF1")),
    Step(what="Agree the three things that come first for every service.", serves=("MA3", "MA2")),
)
"""Steps that more than one service shares."""

OTHER_STEPS: tuple[Step, ...] = (
    Step(what="Introduce the next worker over a meal.", serves=("MA4",)),
    Step(what="Go along to the first visit in the new home.", serves=("MA4", "PE3")),
    Step(what="Try short meetings outdoors in place of the office.", serves=("CF1", "CF2")),
    Step(what="Find a way for them to use what they are good at.", serves=("TI2",)),
    Step(what="Put this support on the sheet of each supervision.", serves=("MO1", "MO2")),
    Step(what="Begin the box of small things, when they say so.", serves=("VY3",)),
)

LEARNING: tuple[Step, ...] = (
    Step(what="Put all four kinds of history on the sheet for the first day.", serves=("GA2",)),
    Step(what="Write supervision down where the next worker can find it.", serves=("MO1",)),
    Step(what="Name the next worker three months before a move.", serves=("MA4",)),
    Step(what="Share how a no was met with warmth, at a team day.", serves=("PE4",)),
    Step(what="Agree who tells partners on the first morning.", serves=("MA1",)),
    Step(what="Ask each young person which form of plan suits them.", serves=("VY2",)),
)

NEW_THEMES: tuple[str, ...] = (
    "A place that was warm and open in the evening.",
    "Food on the table at every meeting.",
    "Somebody who stayed in touch on days that matter to them.",
)
"""What mattered most and is no practice of the framework."""

SUBMISSION_NOTES: tuple[str, ...] = (
    "Filled in together with a colleague who was there.",
    "I joined late and have left out what I cannot know.",
    "Thank you for asking about what went well.",
    "Two of us read the notes side by side.",
)

EVENT_NOTES: Mapping[EventKind, tuple[str, ...]] = MappingProxyType(
    {
        "disclosure": ("Told somebody they trust.", "Wrote a message to a worker."),
        "crisis": ("Asked for help themselves.", "Somebody close to them rang early."),
        "assessment": ("Two services together.", "In a place they picked."),
        "safety_plan": ("Written by them.", "Kept as a voice message."),
        "contact": ("Outdoors, at their wish.", "By message.", "Over a meal."),
        "contact_declined": ("Preferred a message that day.", "Asked for another week."),
        "joint_visit": ("The one they knew brought the other.",),
        "escalation": ("To both heads of service.", "Answered the next day."),
        "approach_change": ("Shorter and more often.", "From talking to making."),
        "life_change": ("Planned together.",),
        "supervision": ("Looked back and ahead.",),
    }
)

OUTCOME_NOTES: Mapping[OutcomeKind, tuple[str, ...]] = MappingProxyType(
    {
        "asks_for_help": ("Rings before it gets too much.",),
        "communicates_needs": ("Says which days are too full.",),
        "coping_strategies": ("Has a list that works, and uses it.",),
        "distress_at_change": ("Hard weeks at first, calmer later.",),
        "own_goals": ("Back on the course two days a week.",),
        "trust": ("Names two people to turn to.",),
    }
)

OWN_WORDS: Mapping[tuple[OwnViewQuestion, OwnViewAnswer], tuple[str, ...]] = MappingProxyType(
    {
        ("heard", "yes"): ("They let me finish.", "It was easy to talk while we did something."),
        ("heard", "partly"): ("Most of them did. One read from a list.",),
        ("led_plan", "yes"): ("It has my words in it.",),
        ("led_plan", "partly"): ("I chose the second half.",),
        ("led_plan", "no"): ("I saw it when it was ready.",),
        ("told_story_once", "yes"): ("The new one had read my page.",),
        ("told_story_once", "partly"): ("Once more than I wanted.",),
        ("told_story_once", "no"): ("Three times in one week.",),
        ("people_kept_trying", "yes"): ("They came back, and were nice about it.",),
        ("people_kept_trying", "partly"): ("One of them did.",),
        ("knew_who_was_who", "yes"): ("There was a list on the fridge.",),
        ("knew_who_was_who", "partly"): ("I mixed two of them up at first.",),
    }
)
