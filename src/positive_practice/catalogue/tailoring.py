"""Tailoring: a framework and a local tailoring of it -> the framework that a local body uses.

What goes in has passed the rules of tailorings (``rules/tailorings.py``). Source: record.md, "The
other documents".
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs
from attrs import frozen

from positive_practice.model.framework import Element, Framework, Practice, PracticeStandard
from positive_practice.model.tailoring import Edition, Standard, Tailoring

__all__ = ["Kept", "kept_by", "sorted_standards", "tailored"]


@frozen
class Kept:
    """The ids of what a tailoring leaves in: stages, elements and practices."""

    stages: frozenset[str]
    elements: frozenset[str]
    practices: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """All of them."""
        return self.stages | self.elements | self.practices


def kept_by(framework: Framework, tailoring: Tailoring) -> Kept:
    """What a tailoring leaves in.

    Args:
        framework: The framework that is tailored.
        tailoring: The tailoring.

    Returns:
        The ids of what is left. A practice that is rated by stage goes with the last stage, a stage
        with the last practice that is rated by it, an element with its last practice.

    >>> from positive_practice.catalogue.shipped import framework
    >>> from positive_practice.model.tailoring import Removal
    >>> removal = Removal(practices=("TI1", "TI2"), stages=("transition",))
    >>> county = Tailoring(
    ...     id="county", version="1", framework=Edition(id="positive-practice", version="1.0"),
    ...     remove=removal, weights=(), standards=(), labels=())
    >>> sorted(kept_by(framework(), county).elements)
    ['CF', 'GA', 'MA', 'MO', 'PE', 'VY']
    """
    removed = tailoring.remove
    left = (stage.id for stage in framework.stages if stage.id not in removed.stages)
    stages: frozenset[str] = frozenset(left)
    practices = [
        practice
        for practice in framework.practices
        if practice.id not in removed.practices and (stages or not practice.staged)
    ]
    if _any_staged(framework.practices) and not _any_staged(practices):
        stages = frozenset()
    ids = frozenset(practice.id for practice in practices)
    elements = (e.id for e in framework.elements if any(p.id in ids for p in e.practices))
    return Kept(stages=stages, elements=frozenset(elements), practices=ids)


def _any_staged(practices: Iterable[Practice]) -> bool:
    return any(practice.staged for practice in practices)


def tailored(framework: Framework, tailoring: Tailoring) -> Framework:
    """The framework that a tailoring makes of another; the order of its lists never matters.

    Args:
        framework: The framework as it was published.
        tailoring: A tailoring of it without a problem.

    Returns:
        What is left, with the local weights, standards and display words, under the same id and
        version and with the tailoring's own. Nothing else differs: no statement, anchor or scale.
    """
    kept = kept_by(framework, tailoring)
    labels = {one.id: one.text for one in tailoring.labels}
    return attrs.evolve(
        framework,
        tailoring=Edition(id=tailoring.id, version=tailoring.version),
        stages=tuple(
            attrs.evolve(stage, label=labels.get(stage.id, stage.label))
            for stage in framework.stages
            if stage.id in kept.stages
        ),
        elements=tuple(
            _element(element, kept, tailoring, labels)
            for element in framework.elements
            if element.id in kept.elements
        ),
    )


def _element(
    element: Element, kept: Kept, tailoring: Tailoring, labels: Mapping[str, str]
) -> Element:
    weights = {one.practice: one.weight for one in tailoring.weights}
    return attrs.evolve(
        element,
        label=labels.get(element.id, element.label),
        practices=tuple(
            _practice(practice, tailoring, weights, labels)
            for practice in element.practices
            if practice.id in kept.practices
        ),
    )


def _practice(
    practice: Practice,
    tailoring: Tailoring,
    weights: Mapping[str, Fraction],
    labels: Mapping[str, str],
) -> Practice:
    added = (one for one in sorted_standards(tailoring) if one.practice == practice.id)
    return attrs.evolve(
        practice,
        label=labels.get(practice.id, practice.label),
        weight=weights.get(practice.id, practice.weight),
        standards=(
            *practice.standards,
            *(PracticeStandard(text=o.text, set_by=o.set_by, set_on=o.set_on) for o in added),
        ),
    )


def sorted_standards(tailoring: Tailoring) -> list[Standard]:
    """The standards of a tailoring in the one order that they are added in: the oldest first."""
    return sorted(tailoring.standards, key=lambda one: (one.set_on, one.set_by, one.text))
