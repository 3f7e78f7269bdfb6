"""Running the rules: a subject -> every broken rule with its place and severity."""

import functools
from typing import NamedTuple

from positive_practice.model.problem import Problem
from positive_practice.model.terms import Severity
from positive_practice.problems.table import problem, row
from positive_practice.rules.integrity import INTEGRITY, Rule
from positive_practice.rules.policy import Policy
from positive_practice.rules.quality import QUALITY
from positive_practice.rules.subject import Place, Subject

__all__ = ["Broken", "as_problem", "broken_integrity", "broken_quality"]


class Broken(NamedTuple):
    """A broken rule: its code, how severe that is, and where it is broken."""

    code: str
    severity: Severity
    place: Place


def broken_integrity(subject: Subject) -> list[Broken]:
    """Every broken rule of integrity, which is an error in every mode."""
    return [Broken(rule.__name__, "error", place) for rule in INTEGRITY for place in rule(subject)]


def broken_quality(subject: Subject, policy: Policy) -> list[Broken]:
    """Every broken rule of quality that the subject's mode and the policy look at."""
    return [
        Broken(rule.__name__, severity, place)
        for rule, severity in _graded(subject.mode, policy.off, tuple(policy.severity.items()))
        for place in rule(subject)
    ]


@functools.lru_cache(maxsize=64)
def _graded(
    mode: str, off: frozenset[str], severity: tuple[tuple[str, Severity], ...]
) -> tuple[tuple[Rule, Severity], ...]:
    """The rules of quality that a mode looks at, each with its severity there."""
    local, graded = dict(severity), list[tuple[Rule, Severity]]()
    for rule in QUALITY:
        shipped = row(rule.__name__).severity[mode]
        if shipped is not None and rule.__name__ not in off:
            graded.append((rule, local.get(rule.__name__, shipped)))
    return tuple(graded)


def as_problem(broken: Broken, above: str = "") -> Problem:
    """The problem that a broken rule is, with its pointer from below ``above`` on."""
    return problem(
        broken.code,
        broken.place.pointer.removeprefix(above),
        severity=broken.severity,
        position=broken.place.position,
    )
