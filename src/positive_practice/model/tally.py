"""The tally: how many records are in each state at each position. Tallies add."""

from typing import Annotated

from attrs import frozen

from positive_practice.errors import Misuse, NotComparable, front_door
from positive_practice.model.checked import checked
from positive_practice.model.constraints import (
    Count,
    Digest,
    ElementId,
    Items,
    PositionId,
    SchemaVersion,
    Token,
)
from positive_practice.model.fitting import numbers_that_fit
from positive_practice.model.tailoring import Edition
from positive_practice.model.terms import ConsistencyCounts, Method, SelectionCounts, StateCounts

__all__ = ["ConsistencyTally", "FrameworkIdentity", "PositionTally", "Tally", "add_tallies"]


@frozen(kw_only=True, field_transformer=checked)
class FrameworkIdentity:
    """Which framework a result was made under, and the hash of exactly what changes a score.

    Args:
        id: The framework's id.
        version: The framework's version.
        tailoring: The local tailoring that the framework went through; null if none.
        scoring_hash: The SHA-256 of exactly what changes a score; results compare only where it is
            equal.
    """

    id: Token
    version: Token
    tailoring: Edition | None
    scoring_hash: Digest


@frozen(kw_only=True, field_transformer=checked)
class PositionTally:
    """How many records are in each state at one position.

    Args:
        position: The position: a practice, with its stage where it is staged.
        counts: How many records are in each state there; a state that is absent is there 0 times.
    """

    position: PositionId
    counts: StateCounts


@frozen(kw_only=True, field_transformer=checked)
class ConsistencyTally:
    """How many records have each consistency in one golden thread.

    Args:
        element: The golden thread's id.
        counts: How many records have each consistency, zeros written too.
    """

    element: ElementId
    counts: ConsistencyCounts


@frozen(kw_only=True, field_transformer=checked)
class Tally:
    """Counts of states over records; all scores are functions of it.

    Args:
        framework: The framework that the records were tallied under, with its scoring hash.
        method: How differing answers at a position were settled.
        records: How many records were counted.
        selections: How many of the records were selected in each way; a way that is absent is there
            0 times.
        positions: The states at each position, in framework order.
        consistency: The consistency of each golden thread, in framework order.
        schema_version: The version of this document's schema.

    Source:
        scoring.md, section 5.
    """

    framework: FrameworkIdentity
    method: Method
    records: Count
    selections: SelectionCounts
    positions: Annotated[tuple[PositionTally, ...], Items(0, 500)]
    consistency: Annotated[tuple[ConsistencyTally, ...], Items(0, 50)]
    schema_version: SchemaVersion = "1.0"

    @front_door
    def __add__(self, other: "Tally") -> "Tally":
        """The tally of both; `NotComparable` names what differs."""
        if not isinstance(other, Tally):
            raise Misuse("a tally adds to a tally; make one with pp.tally(records)")
        return add_tallies(self, other)

    @front_door
    def __radd__(self, other: int) -> "Tally":
        """So that ``sum(tallies)`` works, which starts with 0."""
        if other == 0 and isinstance(other, int):
            return self
        raise Misuse("a tally adds to a tally; make one with pp.tally(records)")


@numbers_that_fit()
def add_tallies(first: Tally, second: Tally) -> Tally:
    """The tally of the records of both.

    Raises:
        NotComparable: If they differ in framework or method, or in the order of their positions.
        LimitExceeded: If a sum is longer than a document can hold.

    Source:
        scoring.md, section 5.
    """
    differs = _differences(first, second)
    if differs:
        raise NotComparable(differs)
    return Tally(
        framework=first.framework,
        method=first.method,
        records=first.records + second.records,
        selections=first.selections + second.selections,
        positions=tuple(
            PositionTally(position=one.position, counts=one.counts + other.counts)
            for one, other in zip(first.positions, second.positions, strict=True)
        ),
        consistency=tuple(
            ConsistencyTally(element=one.element, counts=one.counts + other.counts)
            for one, other in zip(first.consistency, second.consistency, strict=True)
        ),
    )


def _differences(first: Tally, second: Tally) -> tuple[str, ...]:
    differs = tuple(
        name for name in ("framework", "method") if getattr(first, name) != getattr(second, name)
    )
    return differs or (() if _places(first) == _places(second) else ("positions",))


def _places(tally: Tally) -> list[str]:
    """What is counted where: a tally that came from elsewhere may list it in another order."""
    return [*(one.position for one in tally.positions), *(one.element for one in tally.consistency)]
