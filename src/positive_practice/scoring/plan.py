"""The plan of scoring: what of a framework matters for a score, read once for each framework."""

import functools
import math
from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from positive_practice.model.framework import Framework, Position
from positive_practice.model.tally import FrameworkIdentity

__all__ = ["Plan", "PlannedElement", "PlannedPractice", "identity_of", "make_plan", "plan_of"]


@frozen(kw_only=True)
class PlannedPractice:
    """A practice: its weight, and where its positions stand in the order of all positions."""

    id: str
    weight: Fraction
    places: tuple[int, ...]


@frozen(kw_only=True)
class PlannedElement:
    """An element: its practices, and for a golden thread the places of each stage."""

    id: str
    kind: str
    practices: tuple[PlannedPractice, ...]
    stages: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def places(self) -> tuple[int, ...]:
        """The places of all its positions."""
        return tuple(place for practice in self.practices for place in practice.places)


@frozen(kw_only=True)
class Plan:
    """The positions in order, the elements over them, and a whole-number weight of each position.

    Scores do not change when all weights are multiplied by one number (law S5), so ``scaled`` has
    the weights times the least common multiple of their denominators: sums stay whole numbers.
    """

    positions: tuple[Position, ...]
    elements: tuple[PlannedElement, ...]
    scaled: tuple[int, ...]

    @property
    def threads(self) -> tuple[PlannedElement, ...]:
        """The golden threads."""
        return tuple(element for element in self.elements if element.kind == "thread")

    @property
    def practices(self) -> tuple[PlannedPractice, ...]:
        """Every practice, in order."""
        return tuple(practice for element in self.elements for practice in element.practices)


@functools.lru_cache(maxsize=32)
def plan_of(framework: Framework) -> Plan:
    """The plan of a framework.

    Args:
        framework: The framework, tailored or not.

    Returns:
        Its plan.

    Source:
        scoring.md, sections 1 and 3.
    """
    weights = {practice.id: practice.weight for practice in framework.practices}
    kinds = {element.id: element.kind for element in framework.elements}
    practices = {e.id: tuple(p.id for p in e.practices) for e in framework.elements}
    return make_plan(framework.positions, practices, kinds, weights)


def make_plan(
    positions: tuple[Position, ...],
    practices: Mapping[str, tuple[str, ...]],
    kinds: Mapping[str, str],
    weights: Mapping[str, Fraction],
) -> Plan:
    """A plan from its parts.

    Args:
        positions: Every position, in order.
        practices: The practices of each element, in order.
        kinds: ``feature`` or ``thread`` for each element.
        weights: The weight of each practice.

    Returns:
        The plan.
    """
    scale = math.lcm(*(weight.denominator for weight in weights.values()))
    elements = tuple(
        _element(id_, kinds[id_], inner, positions, weights) for id_, inner in practices.items()
    )
    scaled = tuple(int(weights[position.practice] * scale) for position in positions)
    return Plan(positions=positions, elements=elements, scaled=scaled)


def _element(
    id_: str,
    kind: str,
    practices: tuple[str, ...],
    positions: tuple[Position, ...],
    weights: Mapping[str, Fraction],
) -> PlannedElement:
    places = {
        practice: tuple(i for i, position in enumerate(positions) if position.practice == practice)
        for practice in practices
    }
    planned = tuple(
        PlannedPractice(id=practice, weight=weights[practice], places=places[practice])
        for practice in practices
    )
    inside = [place for inner in places.values() for place in inner]
    stages = _stages(inside, positions) if kind == "thread" else ()
    return PlannedElement(id=id_, kind=kind, practices=planned, stages=stages)


def _stages(
    places: list[int], positions: tuple[Position, ...]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    by_stage: dict[str, list[int]] = {}
    for place in places:
        stage = positions[place].stage
        if stage is not None:
            by_stage.setdefault(stage, []).append(place)
    return tuple((stage, tuple(inner)) for stage, inner in by_stage.items())


@functools.lru_cache(maxsize=32)
def identity_of(framework: Framework) -> FrameworkIdentity:
    """The identity of a framework that its results carry."""
    return FrameworkIdentity(
        id=framework.id,
        version=framework.version,
        tailoring=framework.tailoring,
        scoring_hash=framework.scoring_hash,
    )
