"""What must hold in a comparison: its numbers and words follow from one another."""

from collections.abc import Iterator

from positive_practice.model.comparison import Comparison, ElementDifference
from positive_practice.rules.subject import Place, repeats
from positive_practice.scoring.comparison import cautions_for, direction_of

__all__ = ["comparison_contradicts", "comparison_counts_contradict"]


def comparison_counts_contradict(comparison: Comparison) -> Iterator[Place]:
    """Every record of a side was selected in one way."""
    for name, side in (("first", comparison.first), ("second", comparison.second)):
        if sum(side.selections.values()) != side.records:
            yield Place(f"/{name}/selections")


def comparison_contradicts(comparison: Comparison) -> Iterator[Place]:
    """Scores compare only under one scoring hash; directions and cautions follow from numbers."""
    first, second = comparison.first, comparison.second
    if first.framework.scoring_hash != second.framework.scoring_hash:
        yield Place("/second/framework/scoring_hash")
    yield from repeats("/elements", [one.element for one in comparison.elements])
    for i, one in enumerate(comparison.elements):
        if not _fits(one):
            yield Place(f"/elements/{i}")
    if comparison.cautions != cautions_for(first.selections, second.selections):
        yield Place("/cautions")


def _fits(one: ElementDifference) -> bool:
    return one.direction == direction_of(one.interval) and _difference_fits(one)


def _difference_fits(one: ElementDifference) -> bool:
    """Law C2, "the difference lies in the interval", which lies between -1 and 1.

    An index has bounds, so there is no difference without an interval. Bounds without an index are
    0 and 1, so where the difference is undefined the interval is at least 1 wide.
    """
    if one.interval is None:
        return one.difference is None
    least, most = one.interval
    if not -1 <= least <= most <= 1:
        return False
    if one.difference is None:
        return most - least >= 1
    return least <= one.difference <= most
