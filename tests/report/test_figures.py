"""Bars: every result is in one segment, and the segments fill the bar."""

from hypothesis import given
from hypothesis import strategies as st

from positive_practice.model.counts import Counts
from positive_practice.model.state import State
from positive_practice.report.figures import KIND_STATES, Segment, level_of, segments_of, widths

STATES = [state.name.lower() for state in State]
some_counts = st.dictionaries(st.sampled_from(STATES), st.integers(0, 10**6)).map(Counts.of)


def test_every_state_is_in_exactly_one_kind():
    """A bar tells eight kinds apart, and no state falls between them."""
    placed = [state for states in KIND_STATES.values() for state in states]

    assert sorted(placed) == sorted(STATES)


def test_only_levels_have_a_level():
    """Spreads, contested, open and not applicable have not one level."""
    levels = {kind: level_of(kind) for kind in KIND_STATES}

    assert [level for level in levels.values() if level is not None] == [3, 2, 1, 0]


@given(some_counts)
def test_segments_hold_every_result_once(counts):
    """The counts of the segments add up to the counts of the states."""
    assert sum(segment.count for segment in segments_of(counts)) == sum(counts.values())


@given(some_counts, st.integers(len(KIND_STATES), 1000))
def test_bars_are_full_and_no_segment_is_lost(counts, whole):
    """Lengths add up to the bar, and a single result among a million still shows."""
    segments = segments_of(counts)

    lengths = widths(segments, whole)

    assert sum(lengths) == (whole if segments else 0)
    assert all(length >= 1 for length in lengths)


def test_a_bar_that_divides_evenly_is_in_proportion():
    """Where counts divide the bar evenly each segment has exactly its share."""
    segments = (Segment("level_3", 6), Segment("level_0", 3), Segment("open", 1))

    assert widths(segments, 20) == (12, 6, 2)
