"""Explanations and agendas: what stands behind a number, and what a review should talk about."""

from typing import Annotated

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.codes import Agency, Rating, Reason, Role
from positive_practice.model.constraints import Items, PositionId, Text, Weight
from positive_practice.model.profile import Score
from positive_practice.model.terms import StateCode, StateCounts

__all__ = ["Agenda", "AgendaItem", "Explained", "Explanation", "Statement"]


@frozen(kw_only=True, field_transformer=checked)
class Statement:
    """What one agency, or a review meeting, said at a position.

    Args:
        by: ``submission`` or ``review``.
        agencies: The agency that answered, or those at the meeting.
        role: The role that answered; null for a meeting.
        rating: What was said.
        reason: Why it did not apply or cannot be said.
    """

    by: Annotated[str, Text(20)]
    agencies: Annotated[tuple[Agency, ...], Items(1, 24)]
    role: Role | None
    rating: Rating
    reason: Reason | None


@frozen(kw_only=True, field_transformer=checked)
class Explained:
    """One position behind a number.

    Args:
        position: The position.
        weight: The weight of its practice.
        counts: How many records are in each state there.
        said: Who said what; empty for a tally.
    """

    position: PositionId
    weight: Weight
    counts: StateCounts
    said: Annotated[tuple[Statement, ...], Items(0, 10_000)]


@frozen(kw_only=True, field_transformer=checked)
class Explanation:
    """Where a number comes from.

    Args:
        id: The element, practice or position.
        score: Its score.
        positions: The positions behind it.
    """

    id: Annotated[str, Text(100)]
    score: Score
    positions: Annotated[tuple[Explained, ...], Items(0, 500)]


@frozen(kw_only=True, field_transformer=checked)
class AgendaItem:
    """A position that a review should talk about.

    Args:
        position: The position.
        state: What it settled to.
        said: Who said what.
    """

    position: PositionId
    state: StateCode
    said: Annotated[tuple[Statement, ...], Items(0, 10_000)]


@frozen(kw_only=True, field_transformer=checked)
class Agenda:
    """What a review meeting should talk about, first where agencies differ, then what is open.

    Args:
        items: The positions, contested ones first, then spreads, then open ones.
    """

    items: Annotated[tuple[AgendaItem, ...], Items(0, 500)]
