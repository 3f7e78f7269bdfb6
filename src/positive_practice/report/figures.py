"""Figures: counts per state -> the segments of a distribution bar, and their widths.

All in whole numbers, so that the same counts draw the same bar everywhere.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from positive_practice.model.counts import Counts

__all__ = ["KIND_STATES", "Segment", "level_of", "segments_of", "widths"]

KIND_STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "level_3": ("rated_3",),
        "level_2": ("rated_2",),
        "level_1": ("rated_1",),
        "level_0": ("rated_0",),
        "spread": (
            "spread_0_1",
            "spread_0_2",
            "spread_0_3",
            "spread_1_2",
            "spread_1_3",
            "spread_2_3",
        ),
        "contested": ("contested",),
        "open": ("unanswered", "not_known", "no_record"),
        "not_applicable": ("not_applicable",),
    }
)
"""The kinds of result that a bar tells apart, in its order, and the states of each."""


@frozen
class Segment:
    """One part of a distribution bar: a kind of result, and how many there are."""

    kind: str
    count: int


def level_of(kind: str) -> int | None:
    """The level of a kind of result, or None if it has not one level.

    >>> level_of("level_3"), level_of("open")
    (3, None)
    """
    return int(kind[-1]) if kind.startswith("level_") else None


def segments_of(counts: Counts) -> tuple[Segment, ...]:
    """The segments of a distribution bar, the highest level first; kinds of none left out.

    Args:
        counts: How many results are in each state.

    >>> segments_of(Counts.of({"rated_3": 4, "no_record": 1, "unanswered": 1}))
    (Segment(kind='level_3', count=4), Segment(kind='open', count=2))
    """
    sums = {kind: sum(counts[state] for state in states) for kind, states in KIND_STATES.items()}
    return tuple(Segment(kind, count) for kind, count in sums.items() if count)


def widths(segments: Sequence[Segment], whole: int) -> tuple[int, ...]:
    """How wide each segment is, so that they fill ``whole`` and none is too small to see.

    Args:
        segments: The segments; each has a count of at least 1.
        whole: The width of the bar, not below the number of segments.

    Returns:
        A width of at least 1 for each segment; they add up to ``whole``.

    >>> widths((Segment("level_3", 999), Segment("open", 1)), 10)
    (9, 1)
    """
    total = sum(segment.count for segment in segments)
    given = [max(1, segment.count * whole // total) for segment in segments]
    for _ in range(sum(given) - whole):
        given[given.index(max(given))] -= 1
    for _ in range(whole - sum(given) if given else 0):
        given[_shortest(segments, given, whole)] += 1
    return tuple(given)


def _shortest(segments: Sequence[Segment], given: Sequence[int], whole: int) -> int:
    """Which segment falls furthest short of its share."""
    total = sum(segment.count for segment in segments)
    shortfalls = [
        segment.count * whole - width * total
        for segment, width in zip(segments, given, strict=True)
    ]
    return shortfalls.index(max(shortfalls))
