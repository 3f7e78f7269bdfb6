"""The plan, the difference it made and the young person's own view in an invented case."""

from collections.abc import Sequence

from positive_practice.model.codes import (
    ActionScope,
    ActionStatus,
    OutcomeChange,
    OutcomeKind,
    OutcomeSource,
    OwnViewAnswer,
    OwnViewQuestion,
    Role,
)
from positive_practice.model.record import (
    Accountable,
    Action,
    Outcome,
    OwnView,
    OwnViewReply,
    Responsible,
)
from positive_practice.samples.choices import Draws, between, chance, pick, several, weighted
from positive_practice.samples.story import Story, stream
from positive_practice.samples.texts import (
    LEARNING,
    OTHER_STEPS,
    OUTCOME_NOTES,
    OWN_WORDS,
    PLAN_STEPS,
    SHARED_STEPS,
    Step,
)

__all__ = ["actions", "outcomes", "own_view"]

STATUSES: tuple[tuple[ActionStatus, int], ...] = (
    ("done", 62),
    ("in_progress", 12),
    ("partly_done", 10),
    ("replaced", 5),
    ("young_person_chose_otherwise", 4),
    ("no_longer_needed", 3),
    ("not_done", 3),
    ("not_known", 1),
)
LEARNING_STATUSES: tuple[tuple[ActionStatus, int], ...] = (
    ("planned", 60),
    ("in_progress", 30),
    ("done", 10),
)
ANSWERABLE: tuple[tuple[Role, int], ...] = (("team_manager", 75), ("senior_manager", 25))
OWNERS: tuple[tuple[Role, int], ...] = (("young_person", 70), ("family_or_trusted_person", 30))

OUTCOMES: tuple[tuple[OutcomeKind, OutcomeChange], ...] = (
    ("asks_for_help", "more"),
    ("communicates_needs", "more"),
    ("resilience", "more"),
    ("coping_strategies", "more"),
    ("keeps_self_safe", "more"),
    ("distress_at_change", "less"),
    ("engagement", "more"),
    ("trust", "more"),
    ("feels_heard", "more"),
    ("own_goals", "more"),
    ("understands_experiences", "more"),
)
"""Differences that may be seen, and the change that is hoped for."""

OTHER_CHANGES: tuple[tuple[OutcomeChange, int], ...] = (
    ("mixed", 45),
    ("same", 40),
    ("not_known", 15),
)
SOURCES: tuple[tuple[OutcomeSource, int], ...] = (
    ("worker", 40),
    ("record", 25),
    ("review", 15),
    ("family_or_trusted_person", 10),
)
TOLD = ("first_hand", "through_advocate")

QUESTIONS: tuple[tuple[OwnViewQuestion, str], ...] = (
    ("heard", "VY1"),
    ("led_plan", "VY2"),
    ("told_story_once", "TI1"),
    ("people_kept_trying", "PE4"),
    ("knew_who_was_who", "PE3"),
)
"""The questions, each with the practice that it asks about."""

REPLIES: tuple[tuple[tuple[OwnViewAnswer, int], ...], ...] = (
    (("no", 75), ("partly", 25)),
    (("no", 30), ("partly", 60), ("rather_not_say", 10)),
    (("yes", 45), ("partly", 45), ("rather_not_say", 10)),
    (("yes", 82), ("partly", 13), ("rather_not_say", 5)),
)
"""How the young person sees it, by the level that is true: near to it, not bound by it."""

USUAL_LEVEL = 2
OFFERED_BY: tuple[tuple[Role, int], ...] = (
    ("advocate", 40),
    ("personal_adviser", 35),
    ("support_worker", 20),
    ("family_or_trusted_person", 5),
)


def actions(story: Story) -> tuple[Action, ...]:
    """The steps of the support plan, and in some cases what the audit learned.

    Args:
        story: What is true in the case.

    Returns:
        The actions. Those that an assessment and a joint plan lead to are nearly always there.
    """
    drawn = stream(story.key, "actions")
    plan = [
        *several(drawn, PLAN_STEPS, between(drawn, 1, 2) if chance(drawn, 97) else 0),
        *several(drawn, SHARED_STEPS, between(drawn, 1, 2) if chance(drawn, 97) else 0),
        *several(drawn, OTHER_STEPS, between(drawn, 0, 2)),
    ]
    learning = several(drawn, LEARNING, between(drawn, 0, 2))
    steps: list[tuple[ActionScope, Step]] = [
        *(("support_plan", step) for step in plan),
        *(("audit_learning", step) for step in learning),
    ]
    return tuple(_action(story, i, scope, step, drawn) for i, (scope, step) in enumerate(steps, 1))


def _action(story: Story, number: int, scope: ActionScope, step: Step, drawn: Draws) -> Action:
    worker = pick(drawn, story.workers)
    responsible = Responsible(role=worker.role, agency=worker.agency)
    planned = scope == "support_plan"
    if planned and chance(drawn, 12):
        responsible = Responsible(role=weighted(drawn, OWNERS))
    accountable = Accountable(role=weighted(drawn, ANSWERABLE), agency=worker.agency)
    return Action(
        id=f"act-{number}",
        scope=scope,
        what=step.what,
        responsible=responsible,
        accountable=accountable if chance(drawn, 96) else None,
        due_day=between(drawn, 3, 60) if planned else story.last_day + between(drawn, 30, 120),
        status=weighted(drawn, STATUSES if planned else LEARNING_STATUSES),
        practices=tuple(one for one in step.serves if one in story.outline.places),
    )


def outcomes(story: Story) -> tuple[Outcome, ...]:
    """The differences that were seen; most are the change that was hoped for.

    Args:
        story: What is true in the case.

    Returns:
        None to four outcomes, all inside the period.
    """
    drawn = stream(story.key, "outcomes")
    seen = several(drawn, OUTCOMES, between(drawn, 0, 4))
    return tuple(_outcome(story, kind, hoped, drawn) for kind, hoped in seen)


def _outcome(story: Story, kind: OutcomeKind, hoped: OutcomeChange, drawn: Draws) -> Outcome:
    change = hoped if chance(drawn, 70) else weighted(drawn, OTHER_CHANGES)
    notes = OUTCOME_NOTES.get(kind, ())
    told = story.view in TOLD and chance(drawn, 60)
    return Outcome(
        kind=kind,
        change=change,
        source="young_person" if told else weighted(drawn, SOURCES),
        day=between(drawn, story.last_day // 2, story.last_day),
        note=pick(drawn, notes) if notes and change == hoped and chance(drawn, 40) else None,
    )


def own_view(story: Story) -> OwnView | None:
    """The young person's own view, in most cases where they gave one; else None.

    Args:
        story: What is true in the case.

    Returns:
        Two to five replies, or None.
    """
    drawn = stream(story.key, "own view")
    if story.view not in TOLD or not chance(drawn, 80):
        return None
    asked = [pair for pair in QUESTIONS if pair[1] != "PE4" or story.came_up["PE4"]]
    chosen = several(drawn, asked, between(drawn, 2, len(asked)))
    return OwnView(
        answers=_replies(story, chosen, drawn),
        offered_by=weighted(drawn, OFFERED_BY),
        day=between(drawn, story.last_day // 2, story.last_day),
    )


def _replies(
    story: Story, asked: Sequence[tuple[OwnViewQuestion, str]], drawn: Draws
) -> tuple[OwnViewReply, ...]:
    return tuple(_reply(question, _level(story, practice), drawn) for question, practice in asked)


def _level(story: Story, practice: str) -> int:
    """The level of a practice where it was first rated."""
    found = (level for (one, _), level in story.levels.items() if one == practice)
    return next(found, USUAL_LEVEL)


def _reply(question: OwnViewQuestion, level: int, drawn: Draws) -> OwnViewReply:
    view = weighted(drawn, REPLIES[level])
    words = OWN_WORDS.get((question, view), ())
    if not words or not chance(drawn, 35):
        return OwnViewReply(question=question, view=view)
    return OwnViewReply(
        question=question,
        view=view,
        text=pick(drawn, words),
        consent=True,
        anonymised_by="audit_lead",
    )
