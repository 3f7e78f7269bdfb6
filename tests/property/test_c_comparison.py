"""The laws C1 and C2 of comparison (scoring.md, section 8), one test a law, and what they rest on."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from oracle.completions import indexes
from support.laws import every_method
from support.records import as_record, plain_record, said_at, submission
from support.records import records as plain_records

cohorts = st.lists(plain_records(), max_size=3)

OPPOSITE = {
    "higher": "lower",
    "lower": "higher",
    "same": "same",
    "undetermined": "undetermined",
}


def profile(plains, method="agreed"):
    """The profile of plain records."""
    return pp.score(pp.tally([as_record(one) for one in plains], method=method))


def negated(value):
    """The negation of a difference or of an interval; of nothing it is nothing."""
    if value is None:
        return None
    return tuple(-end for end in reversed(value)) if isinstance(value, tuple) else -value


@every_method
@given(first=cohorts, second=cohorts)
def test_c1_the_other_way_round_is_the_negation(method, first, second):
    """C1. compare(a, b) is the negation of compare(b, a)."""
    a, b = profile(first, method), profile(second, method)

    there, back = pp.compare(a, b), pp.compare(b, a)

    assert (there.first, there.second) == (back.second, back.first)
    assert there.cautions == back.cautions
    for one, other in zip(there.elements, back.elements, strict=True):
        assert one.element == other.element
        assert one.difference == negated(other.difference)
        assert one.interval == negated(other.interval)
        assert one.direction == OPPOSITE[other.direction]


@every_method
@given(first=cohorts, second=cohorts)
def test_c2_the_difference_lies_in_the_interval(method, first, second):
    """C2. The difference lies in the interval."""
    found = pp.compare(profile(first, method), profile(second, method))

    for one in found.elements:
        if one.difference is not None:
            least, most = one.interval
            assert -1 <= least <= one.difference <= most <= 1
        if one.interval is None:
            assert one.direction == "undetermined"


@every_method
@given(plains=cohorts)
def test_a_profile_compared_with_itself(method, plains):
    """A profile does not differ from itself, and is the same where nothing is open."""
    one = profile(plains, method)

    found = pp.compare(one, one)

    for score, element in zip(one.elements, found.elements, strict=True):
        assert element.difference == (None if score.score.index is None else 0)
        assert (element.direction == "same") == (score.score.settled == 1)


SAID = {
    "rated_0": ("not_evident", "not_evident"),
    "rated_2": ("mostly", "mostly"),
    "rated_3": ("fully", "fully"),
    "spread_0_2": ("mostly", "not_evident"),
    "spread_2_3": ("fully", "mostly"),
    "contested": ("fully", "not_applicable"),
    "not_known": ("not_known", "not_known"),
    "not_applicable": ("not_applicable", "not_applicable"),
}
"""What two voices say for each state."""

four_states = st.lists(st.sampled_from(sorted(SAID)), min_size=4, max_size=4)


def settled_to(states):
    """The plain record whose four positions of good assessment settle to these states."""
    forms = [
        submission(
            [said_at((f"GA{n}", None), SAID[state][voice]) for n, state in enumerate(states, 1)],
            id=f"s{voice}",
        )
        for voice in (0, 1)
    ]
    return plain_record(forms)


@given(four_states, four_states)
def test_the_interval_is_what_resolving_can_reach(first, second):
    """The ends of the interval are the least and the most difference of all completions."""
    reached = [set(indexes(states, [Fraction(1)] * 4)) for states in (first, second)]

    found = pp.compare(profile([settled_to(first)]), profile([settled_to(second)])).element("GA")

    if all(reached):
        before, after = reached
        assert found.interval == (min(after) - max(before), max(after) - min(before))
        always = {difference_of(one, other) for one in before for other in after}
        verdict = always.pop() if len(always) == 1 else "undetermined"
        assert found.direction == verdict
    else:
        assert found.interval is None


def difference_of(before, after):
    """Which way one completion of each side points."""
    if before == after:
        return "same"
    return "higher" if after > before else "lower"
