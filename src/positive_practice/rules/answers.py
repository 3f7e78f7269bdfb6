"""One answer in its record, for forms that check while somebody is writing."""

from collections.abc import Iterable
from typing import Any

from positive_practice.derive.structure import structure
from positive_practice.model.framework import Framework
from positive_practice.model.problem import Problem
from positive_practice.model.record import Answer, AuditRecord
from positive_practice.model.terms import Mode
from positive_practice.rules.broken import Broken, as_problem, broken_integrity, broken_quality
from positive_practice.rules.check import frameworks_for
from positive_practice.rules.policy import Policy
from positive_practice.rules.subject import Focus, Said

__all__ = ["check_one_answer"]

HERE = "/answer"


def check_one_answer(
    answer: Any,
    record: AuditRecord,
    mode: Mode,
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
        checked = structure(answer, Answer)
        if checked.document is None:
            return checked.problems
        answer = checked.document
    base, tailored = frameworks_for(record.framework, framework)
    focus = Focus(record, base, tailored or base, mode, Said(HERE, answer))
    return _here(broken_integrity(focus)) or _here(broken_quality(focus, policy))


def _here(broken: Iterable[Broken]) -> tuple[Problem, ...]:
    """The problems of the answer itself, with pointers from it on."""
    return tuple(as_problem(one, HERE) for one in broken if one.place.pointer.startswith(HERE))
