"""What may be counted and scored: sound records of one framework that is at hand, and tallies."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import known_frameworks
from positive_practice.derive.structure import SUPPORTED_VERSIONS, Checked
from positive_practice.errors import (
    InvalidDocument,
    Misuse,
    NotComparable,
    UnknownFramework,
    UnsupportedVersion,
)
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.framework import Framework
from positive_practice.model.record import AuditRecord, FrameworkRef
from positive_practice.model.tally import Tally
from positive_practice.rules.check import check_document, frameworks_for, within
from positive_practice.scoring.plan import identity_of, plan_of
from positive_practice.scoring.settle import method_or_raise

__all__ = [
    "document_or_raise",
    "framework_of",
    "framework_to_score",
    "must_be_its_method",
    "must_be_record",
    "with_framework",
    "with_integrity",
]

D = TypeVar("D")

NOTHING: Any = object()
"""What an iterator gives where it has nothing to give; a None among records is a mistake."""


def document_or_raise(checked: Checked[D], limits: Limits) -> D:
    """The document that was checked, or the error that its problems make."""
    codes = {problem.code for problem in checked.problems}
    if "unsupported_version" in codes:
        raise UnsupportedVersion(SUPPORTED_VERSIONS)
    if "unknown_framework" in codes:
        raise UnknownFramework(known_frameworks())
    if checked.document is None:
        kept = within(checked, limits.problems)
        raise InvalidDocument(kept.problems, kept.more)
    return checked.document


def with_framework(
    records: Iterable[AuditRecord], framework: Framework | None
) -> tuple[Iterator[AuditRecord], Framework]:
    """Records that are looked at as they are read, and the one framework that they all name."""
    iterator = iter(records)
    first = next(iterator, NOTHING)
    if first is NOTHING:
        return iter(()), framework or shipped_framework()
    must_be_record(first)
    chosen = framework_to_score(first.framework, framework)
    if framework not in {None, chosen}:
        raise NotComparable(("framework",))
    return _of_one_framework(first, iterator, framework), chosen


def _of_one_framework(
    first: AuditRecord, others: Iterator[AuditRecord], framework: Framework | None
) -> Iterator[AuditRecord]:
    yield with_integrity(first, framework)
    for record in others:
        must_be_record(record)
        if record.framework != first.framework:
            raise NotComparable(("framework",))
        yield with_integrity(record, framework)


def must_be_record(record: Any) -> None:
    """Say what to do to anybody who gives something else."""
    if not isinstance(record, AuditRecord):
        raise Misuse("this takes records: load them with pp.load or pp.read_records first")


def with_integrity(record: AuditRecord, framework: Framework | None) -> AuditRecord:
    """The record, if it obeys the integrity rules."""
    return document_or_raise(check_document(record, framework=framework), DEFAULT_LIMITS)


def framework_to_score(named: FrameworkRef, framework: Framework | None) -> Framework:
    """The framework to score a record under, given or built in."""
    _, chosen = frameworks_for(named, framework)
    if chosen is None:
        raise UnknownFramework(known_frameworks())
    return chosen


def framework_of(scored: Tally, framework: Framework | None) -> Framework:
    """The framework that a sound tally was made under, given or built in."""
    document_or_raise(check_document(scored), DEFAULT_LIMITS)
    if framework is not None and identity_of(framework) == scored.framework:
        return _in_its_order(scored, framework)
    named = f"{scored.framework.id} {scored.framework.version}"
    shipped = shipped_framework(scored.framework.version) if named in known_frameworks() else None
    if shipped is not None and identity_of(shipped) == scored.framework:
        return _in_its_order(scored, shipped)
    if framework is not None:
        raise NotComparable(("framework",))
    raise UnknownFramework(known_frameworks())


def must_be_its_method(tally: Tally, method: str) -> None:
    """Say so if a tally is to be scored by another method than it was counted by.

    Raises:
        UnknownName: If there is no such method.
        NotComparable: If it is neither the usual method nor that of the tally.
    """
    if method_or_raise(method) not in {"agreed", tally.method}:
        raise NotComparable(("method",))


def _in_its_order(scored: Tally, framework: Framework) -> Framework:
    """The framework, if a tally that came from elsewhere has its positions and threads in order."""
    plan = plan_of(framework)
    positions = [one.position for one in scored.positions]
    threads = [one.element for one in scored.consistency]
    if positions != [one.id for one in plan.positions] or threads != [t.id for t in plan.threads]:
        raise NotComparable(("positions",))
    return framework
