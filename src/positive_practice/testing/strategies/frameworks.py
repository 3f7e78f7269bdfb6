"""Frameworks and local tailorings of them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.framework import Framework
from positive_practice.model.tailoring import (
    DisplayLabel,
    Edition,
    PracticeWeight,
    Removal,
    Standard,
    Tailoring,
)
from positive_practice.rules.tailor import tailor
from positive_practice.testing.strategies.asked import framework_or_raise
from positive_practice.testing.strategies.derived import derived, distinct, weights

__all__ = ["frameworks", "tailorings"]

MOST_REMOVED = 8
MOST_ITEMS = 3


def tailorings(*, framework: Framework | None = None) -> st.SearchStrategy[Tailoring]:
    """Local tailorings of a framework: what they name, it has, and something is left of it.

    Args:
        framework: The framework that they tailor; the built-in one unless told otherwise.

    Returns:
        A strategy for tailorings; it shrinks to one that changes nothing.

    Raises:
        Misuse: If an argument is not what it takes.

    Source:
        record.md, "The other documents".

    >>> strategy = tailorings()
    """
    return _tailorings(framework_or_raise(framework=framework))


@st.composite
def _tailorings(draw: st.DrawFn, base: Framework) -> Tailoring:
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

    Raises:
        Misuse: If an argument is not what it takes.

    Source:
        framework.md; record.md, "The other documents".

    >>> strategy = frameworks()
    """
    chosen = framework_or_raise(framework=base)
    changed = tailorings(framework=chosen).map(lambda tailoring: tailor(chosen, tailoring))
    return st.one_of(st.just(chosen), changed)
