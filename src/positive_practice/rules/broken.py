"""Running the rules: a subject -> every broken rule with its place and severity."""

from collections.abc import Iterator

from attrs import frozen

from positive_practice.model.problem import Problem
from positive_practice.model.terms import Severity
from positive_practice.problems.table import problem
from positive_practice.rules.integrity import INTEGRITY
from positive_practice.rules.policy import Policy, severity_under
from positive_practice.rules.quality import QUALITY
from positive_practice.rules.subject import Place, Subject

__all__ = ["Broken", "as_problem", "broken_integrity", "broken_quality"]


@frozen
class Broken:
    """A broken rule: its code, how severe that is, and where it is broken."""

    code: str
    severity: Severity
    place: Place


def broken_integrity(subject: Subject) -> Iterator[Broken]:
    """Every broken rule of integrity, which is an error in every mode."""
    for rule in INTEGRITY:
        for place in rule(subject):
            yield Broken(rule.__name__, "error", place)


def broken_quality(subject: Subject, policy: Policy) -> Iterator[Broken]:
    """Every broken rule of quality that the subject's mode and the policy look at."""
    for rule in QUALITY:
        severity = severity_under(policy, rule.__name__, subject.mode)
        if severity is None:
            continue
        for place in rule(subject):
            yield Broken(rule.__name__, severity, place)


def as_problem(broken: Broken, above: str = "") -> Problem:
    """The problem that a broken rule is, with its pointer from below ``above`` on."""
    return problem(
        broken.code,
        broken.place.pointer.removeprefix(above),
        severity=broken.severity,
        position=broken.place.position,
    )
