"""Tallying: records -> counts of states, all that scores read (scoring.md, section 5)."""

from collections import Counter
from collections.abc import Iterable

from positive_practice.model.counts import Counts
from positive_practice.model.framework import Framework
from positive_practice.model.record import AuditRecord
from positive_practice.model.state import LEVELS, State
from positive_practice.model.tally import ConsistencyTally, PositionTally, Tally
from positive_practice.scoring.plan import Plan, PlannedElement, identity_of, plan_of
from positive_practice.scoring.settle import method_or_raise, settle

__all__ = ["consistency", "make_tally"]

AT_MOST_POINTS = 2
"""The level from which a position counts as there: at most points."""


def make_tally(
    records: Iterable[AuditRecord], framework: Framework, method: str = "agreed"
) -> Tally:
    """Count the states of records.

    Args:
        records: Any number of records that obey the integrity rules; read once.
        framework: The framework that they were made under.
        method: How positions are settled.

    Returns:
        The tally; of no records, the zero of the framework and method.

    Raises:
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 5.
    """
    method_or_raise(method)
    plan = plan_of(framework)
    states = [Counter[State]() for _ in plan.positions]
    verdicts = {thread.id: Counter[str]() for thread in plan.threads}
    selections = Counter[str]()
    for record in records:
        settled = settle(record, framework, method)
        for counter, state in zip(states, settled, strict=True):
            counter[state] += 1
        for thread in plan.threads:
            verdicts[thread.id][consistency(thread, plan, settled)] += 1
        selections[record.audit.selection] += 1
    return Tally(
        framework=identity_of(framework),
        method=method,  # type: ignore[arg-type]  # `method_or_raise` has refused any other
        records=selections.total(),
        selections=Counts.of(selections),
        positions=_position_tallies(plan, states),
        consistency=tuple(
            ConsistencyTally(element=id_, counts=Counts.of(counter))
            for id_, counter in verdicts.items()
        ),
    )


def _position_tallies(plan: Plan, states: list[Counter[State]]) -> tuple[PositionTally, ...]:
    return tuple(
        PositionTally(
            position=position.id,
            counts=Counts.of({state.name.lower(): n for state, n in counter.items()}),
        )
        for position, counter in zip(plan.positions, states, strict=True)
    )


def consistency(thread: PlannedElement, plan: Plan, states: tuple[State, ...]) -> str:
    """Whether a golden thread ran through every stage, in one record.

    Args:
        thread: The golden thread.
        plan: The plan that it is part of.
        states: The state of each position of the plan.

    Returns:
        ``consistent``, ``inconsistent``, ``undetermined`` or ``not_applicable``.

    Source:
        scoring.md, section 4.
    """
    counting = (states[place] for place in thread.places if plan.scaled[place])
    ranges = [LEVELS[state] for state in counting if state is not State.NOT_APPLICABLE]
    if not ranges:
        return "not_applicable"
    if any(hi < AT_MOST_POINTS for _, hi in ranges):
        return "inconsistent"
    return "consistent" if all(lo >= AT_MOST_POINTS for lo, _ in ranges) else "undetermined"
