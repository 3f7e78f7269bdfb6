"""Frameworks and local tailorings of them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Element, Framework
from positive_practice.model.tailoring import (
    DisplayLabel,
    Edition,
    PracticeWeight,
    Removal,
    Standard,
    Tailoring,
)
from positive_practice.testing.strategies.derived import derived, distinct, weights

__all__ = ["frameworks", "tailorings"]

D = TypeVar("D")

MOST_REMOVED = 8
MOST_ITEMS = 3


@st.composite
def tailorings(draw: st.DrawFn, *, framework: Framework | None = None) -> Tailoring:
    """Local tailorings of a framework: what they name, it has, and something is left of it.

    Args:
        draw: Given by Hypothesis.
        framework: The framework that they tailor; the built-in one unless told otherwise.

    Returns:
        A strategy for tailorings; it shrinks to one that changes nothing.

    Source:
        record.md, "The other documents".

    >>> strategy = tailorings()
    """
    base = framework or shipped_framework()
    practices = [practice.id for practice in base.practices]
    removal = Removal(
        practices=draw(_some_of(practices)),
        stages=draw(_some_of([stage.id for stage in base.stages])),
    )
    kept = [practice for practice in practices if practice not in removal.practices]
    named = [*kept, *(element.id for element in base.elements)]
    return Tailoring(
        id="local-example",
        version="1",
        framework=Edition(id=base.id, version=base.version),
        remove=removal,
        weights=draw(_for_each(PracticeWeight, kept, weight=weights())),
        standards=draw(_for_each(Standard, kept)),
        labels=draw(
            distinct(derived(DisplayLabel, id=st.sampled_from(named)), MOST_ITEMS, by="id")
        ),
    )


def _some_of(ids: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some ids, never all of them."""
    most = min(len(ids) - 1, MOST_REMOVED)
    return st.lists(st.sampled_from(ids), max_size=most, unique=True).map(tuple)


def _for_each(cls: type[Any], practices: Sequence[str], **fields: Any) -> Any:
    """Parts of a class for some practices, one each."""
    parts = derived(cls, practice=st.sampled_from(practices), **fields)
    return distinct(parts, MOST_ITEMS, by="practice")


def frameworks(*, base: Framework | None = None) -> st.SearchStrategy[Framework]:
    """Frameworks: the built-in one, and what local tailorings make of it.

    Args:
        base: The framework that is tailored; the built-in one unless told otherwise.

    Returns:
        A strategy for frameworks; it shrinks to ``base`` itself.

    Source:
        framework.md; record.md, "The other documents".

    >>> strategy = frameworks()
    """
    chosen = base or shipped_framework()
    tailored = tailorings(framework=chosen).map(lambda one: _tailored(chosen, one))
    return st.one_of(st.just(chosen), tailored)


def _tailored(base: Framework, tailoring: Tailoring) -> Framework:
    """What is left of a framework, with the weights of a tailoring."""
    set_weights = {one.practice: one.weight for one in tailoring.weights}
    removed = tailoring.remove.practices
    elements = (_trimmed(element, removed, set_weights) for element in base.elements)
    return _changed(
        base,
        tailoring=Edition(id=tailoring.id, version=tailoring.version),
        stages=tuple(one for one in base.stages if one.id not in tailoring.remove.stages),
        elements=tuple(element for element in elements if element is not None),
    )


def _changed(document: D, **fields: Any) -> D:
    """A document with other values in some fields."""
    return attrs.evolve(document, **fields)  # type: ignore[misc]  # every document is attrs'


def _trimmed(
    element: Element, removed: Sequence[str], set_weights: dict[str, Fraction]
) -> Element | None:
    """What is left of an element, or None if nothing is."""
    practices = tuple(
        _changed(practice, weight=set_weights.get(practice.id, practice.weight))
        for practice in element.practices
        if practice.id not in removed
    )
    return _changed(element, practices=practices) if practices else None
