"""Frameworks made from the built-in one: weighted, or tailored by taking practices and stages out."""

import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Element, Framework
from positive_practice.model.tailoring import Edition

TAILORING = {"id": "local-example", "version": "1"}

WEIGHTS = tuple(
    Fraction(n, d) for n, d in ((0, 1), (0, 1), (1, 1), (2, 1), (1, 3), (5, 7), (40, 1))
)


def weighted(framework: Framework, weights: Mapping[str, Fraction]) -> Framework:
    """The framework with other weights for some practices."""
    elements = tuple(
        attrs.evolve(
            element,
            practices=tuple(
                attrs.evolve(one, weight=weights.get(one.id, one.weight))
                for one in element.practices
            ),
        )
        for element in framework.elements
    )
    return attrs.evolve(framework, elements=elements)


def restaged(framework: Framework, practices: tuple[str, ...]) -> Framework:
    """The framework with some practices rated by stage that were not, or the other way round."""
    elements = tuple(
        attrs.evolve(
            element,
            practices=tuple(
                attrs.evolve(one, staged=one.staged != (one.id in practices))
                for one in element.practices
            ),
        )
        for element in framework.elements
    )
    return attrs.evolve(framework, elements=elements)


def without(
    framework: Framework, practices: tuple[str, ...] = (), stages: tuple[str, ...] = ()
) -> Framework:
    """The framework without some practices and stages, under the name of a local tailoring.

    What loses all its stages loses its staged practices; an element without practices vanishes.
    """
    kept = tuple(stage for stage in framework.stages if stage.id not in stages)
    trimmed = (
        _trimmed(element, practices, has_stages=bool(kept)) for element in framework.elements
    )
    return attrs.evolve(
        framework,
        tailoring=Edition(**TAILORING),
        stages=kept,
        elements=tuple(element for element in trimmed if element is not None),
    )


def _trimmed(element: Element, practices: tuple[str, ...], *, has_stages: bool) -> Element | None:
    left = tuple(
        one
        for one in element.practices
        if one.id not in practices and (has_stages or not one.staged)
    )
    return attrs.evolve(element, practices=left) if left else None


def tailored_by(tailoring: Mapping[str, Any]) -> Framework:
    """The built-in framework after the removals of a tailoring document."""
    removal = tailoring["remove"]
    return attrs.evolve(
        without(shipped_framework(), tuple(removal["practices"]), tuple(removal["stages"])),
        tailoring=Edition(id=tailoring["id"], version=tailoring["version"]),
    )


def random_removal(rng: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Some practices and stages to take out, sometimes every practice of an element."""
    framework = shipped_framework()
    practices = [one.id for one in framework.practices]
    removed = rng.sample(practices, rng.choice((0, 1, 3, 8)))
    if rng.random() < 0.4:
        element = rng.choice(framework.elements)
        removed += [one.id for one in element.practices]
    stages = rng.sample([stage.id for stage in framework.stages], rng.choice((0, 1, 2, 3)))
    return tuple(dict.fromkeys(removed)), tuple(stages)


def random_weights(rng: random.Random) -> dict[str, Fraction]:
    """A weight for each practice, several of them 0."""
    return {one.id: rng.choice(WEIGHTS) for one in shipped_framework().practices}
