"""The agenda of a review meeting: a record -> what agencies see differently, and what is open."""

from positive_practice.model.explanation import Agenda, AgendaItem
from positive_practice.model.framework import Framework
from positive_practice.model.record import AuditRecord
from positive_practice.model.state import State, is_open, is_rated
from positive_practice.scoring.settle import settle
from positive_practice.scoring.statements import statements

__all__ = ["make_agenda"]


def make_agenda(record: AuditRecord, framework: Framework) -> Agenda:
    """What a review meeting should talk about.

    Args:
        record: A record that obeys the integrity rules.
        framework: The framework that it is scored under.

    Returns:
        Contested positions, then spreads, then open positions, each group in framework order.
    """
    said = statements(record)
    settled = zip(framework.positions, settle(record, framework), strict=True)
    unsettled = [(position, state) for position, state in settled if _needs_talk(state)]
    return Agenda(
        items=tuple(
            AgendaItem(
                position=position.id,
                state=state.name.lower(),  # type: ignore[arg-type]  # the names of states are those of the type
                said=said.get(position, ()),
            )
            for position, state in sorted(unsettled, key=lambda pair: _group(pair[1]))
        )
    )


def _needs_talk(state: State) -> bool:
    return state is not State.NOT_APPLICABLE and not is_rated(state)


def _group(state: State) -> int:
    """Where agencies differ comes before what nobody could say."""
    if state is State.CONTESTED:
        return 0
    return 2 if is_open(state) else 1
