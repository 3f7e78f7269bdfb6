"""One answer in its record, for forms that check while somebody is writing."""

from typing import Any

from positive_practice.derive.structure import structure
from positive_practice.model.framework import Framework
from positive_practice.model.problem import Problem
from positive_practice.model.record import Answer, AuditRecord
from positive_practice.model.state import State
from positive_practice.problems.table import problem
from positive_practice.rules.check import frameworks_for
from positive_practice.rules.integrity import INTEGRITY
from positive_practice.rules.policy import Policy, severity_under
from positive_practice.rules.quality import QUALITY
from positive_practice.rules.subject import Said, Subject, focused
from positive_practice.scoring.settle import position_of

__all__ = ["check_one_answer"]

HERE = "/answer"


def check_one_answer(
    answer: Any,
    record: AuditRecord,
    mode: str,
    policy: Policy,
    framework: Framework | None,
) -> tuple[Problem, ...]:
    """The problems of one answer, with pointers from the answer on.

    Args:
        answer: The answer, as plain values or as an ``Answer``.
        record: The record that it is to be part of.
        mode: How strictly quality is looked at.
        policy: The policy of the project.
        framework: A framework beside the built-in one.

    Returns:
        Every problem that the answer alone decides.
    """
    if not isinstance(answer, Answer):
        answer, problems = structure(answer, Answer)
        if answer is None or problems:
            return problems
    base, tailored = frameworks_for(record.framework, framework)
    subject = Subject(record, base, tailored or base, mode)
    position = position_of(answer)
    states = {position: State.UNANSWERED} if position in subject.framework.positions else {}
    focus = focused(subject, Said(HERE, answer, position), states)
    return _integrity(focus) or _quality(focus, policy)


def _integrity(subject: Subject) -> tuple[Problem, ...]:
    return tuple(
        problem(rule.__name__, place.pointer.removeprefix(HERE), position=place.position)
        for rule in INTEGRITY
        for place in rule(subject)
        if place.pointer.startswith(HERE)
    )


def _quality(subject: Subject, policy: Policy) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for rule in QUALITY:
        severity = severity_under(policy, rule.__name__, subject.mode)
        places = rule(subject) if severity is not None else ()
        found += [
            problem(
                rule.__name__,
                place.pointer.removeprefix(HERE),
                severity=str(severity),
                position=place.position,
            )
            for place in places
            if place.pointer.startswith(HERE)
        ]
    return tuple(found)
