"""The laws S1 to S17 of `score(states, weights)` (scoring.md, section 8), one test a law.

They speak of states, which no method of settling has a part in.
"""

from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from oracle import completions as oracle
from support.scores import (
    ANSWERED,
    LEVEL_STATES,
    RANGES,
    SPREADS,
    STATES,
    TO_RESOLVE,
    positive,
    score,
    state_of,
    total,
    weighted_states,
    weights,
)

QUANTITIES = ("index", "coverage", "settled", "lower", "upper")
APPLICABLE = tuple(RANGES)


def quantities(found):
    """The five quantities of a score that S6 names."""
    return {name: getattr(found, name) for name in QUANTITIES}


@given(weighted_states())
def test_s1_the_index_lies_inside_its_bounds(weighted):
    """S1. 0 <= lower <= index <= upper <= 1."""
    found = score(weighted)

    defined = [one for one in (found.lower, found.index, found.upper) if one is not None]
    assert [Fraction(0), *defined, Fraction(1)] == sorted([Fraction(0), *defined, Fraction(1)])


@given(weighted_states(states=[state for state in STATES if state not in SPREADS]))
def test_s2_bounds_without_spreads(weighted):
    """S2. With no spread of positive weight, upper - lower = 1 - coverage and lower = coverage x
    index.
    """
    found = score([*weighted, ("spread_0_3", Fraction(0))])

    if found.coverage is not None:
        assert found.upper - found.lower == 1 - found.coverage
        assert found.lower == found.coverage * (found.index or 0)


@given(weighted_states(states=[*LEVEL_STATES, *LEVEL_STATES, *STATES]))
def test_s3_settled_is_one_where_the_bounds_meet(weighted):
    """S3. settled = 1 iff lower = upper; then both equal the index."""
    found = score(weighted)
    assume(found.settled is not None)

    assert (found.settled == 1) == (found.lower == found.upper)
    if found.settled == 1:
        assert found.lower == found.upper == found.index


@given(weighted_states(), st.randoms(use_true_random=False))
def test_s4_order_never_matters(weighted, rng):
    """S4. Order of positions never matters."""
    shuffled = list(weighted)
    rng.shuffle(shuffled)

    assert score(shuffled) == score(weighted)


@given(weighted_states(), positive)
def test_s5_scaling_all_weights_changes_nothing(weighted, factor):
    """S5. Multiplying all weights by one positive number changes nothing."""
    scaled = [(state, weight * factor) for state, weight in weighted]

    assert score(scaled) == score(weighted)


@given(weighted_states(), st.sampled_from(STATES), positive)
def test_s6_what_does_not_count_changes_nothing(weighted, state, weight):
    """S6. Adding a not-applicable or zero-weight position changes no index, coverage, settled,
    lower or upper.
    """
    before = quantities(score(weighted))

    assert quantities(score([*weighted, ("not_applicable", weight)])) == before
    assert quantities(score([*weighted, (state, Fraction(0))])) == before


@given(weighted_states(), st.sampled_from(ANSWERED), st.sampled_from(["lo", "hi"]), weights)
def test_s7_raising_an_answer_never_lowers(weighted, state, end, weight):
    """S7. Raising one end of a spread or the level of a rated position never lowers index, lower
    or upper, and raises the index if its weight is positive.
    """
    lo, hi = RANGES[state]
    raised = (lo + 1, max(lo + 1, hi)) if end == "lo" or lo == hi else (lo, hi + 1)
    assume(raised[1] <= 3)

    before, after = (
        score([*weighted, (state, weight)]),
        score([*weighted, (state_of(*raised), weight)]),
    )

    for name in ("index", "lower", "upper"):
        old, new = getattr(before, name), getattr(after, name)
        assert new == old if old is None else new >= old
    if weight > 0:
        assert after.index > before.index


@given(weighted_states(max_size=4))
def test_s8_every_completion_lies_inside_the_bounds(weighted):
    """S8. Every completion of the open and contested positions (to any level or to not applicable)
    and spreads (to any level inside) has its index inside [lower, upper], and the two ends are
    reached.
    """
    found = score(weighted)

    indexes = oracle.indexes([state for state, _ in weighted], [weight for _, weight in weighted])

    if total(weighted, APPLICABLE) == 0:
        assert indexes == []
        assert (found.lower, found.upper) == (None, None)
    else:
        assert (min(indexes), max(indexes)) == (found.lower, found.upper)


@given(
    weighted_states(),
    st.sampled_from([*SPREADS, *TO_RESOLVE]).flatmap(
        lambda state: st.tuples(st.just(state), st.sampled_from(oracle.resolutions(state)))
    ),
    positive,
)
def test_s9_resolving_nests_the_bounds(weighted, resolving, weight):
    """S9. Resolving a position nests the bounds."""
    state, resolved = resolving
    before, after = score([*weighted, (state, weight)]), score([*weighted, (resolved, weight)])
    assume(after.lower is not None)

    assert before.lower <= after.lower <= after.upper <= before.upper


@given(st.lists(positive, min_size=1, max_size=6), st.integers(0, 3))
def test_s10_all_at_one_level(weights, level):
    """S10. All rated at level k gives exactly k/3."""
    found = score([(f"rated_{level}", weight) for weight in weights])

    assert found.index == Fraction(level, 3)


@given(st.lists(weighted_states(), min_size=1, max_size=3))
def test_s11_a_whole_is_the_mean_of_its_parts(parts):
    """S11. A whole's index is the W(R)-weighted mean of its parts' indexes, its bounds and
    coverage the W(A)-weighted means of theirs.
    """
    whole = score([one for part in parts for one in part])

    for name, states in (
        ("index", ANSWERED),
        ("lower", APPLICABLE),
        ("upper", APPLICABLE),
        ("coverage", APPLICABLE),
    ):
        sizes = [total(part, states) for part in parts]
        given_parts = [
            (size, getattr(score(part), name))
            for size, part in zip(sizes, parts, strict=True)
            if size
        ]
        weighed = sum((size * value for size, value in given_parts), Fraction(0))
        expected = weighed / sum(sizes) if sum(sizes) else None
        assert getattr(whole, name) == expected


@given(weighted_states())
def test_s12_reversal(weighted):
    """S12. Reversal: replacing each level k by 3 - k gives index 1 - index, lower 1 - upper, upper
    1 - lower and the same coverage.
    """
    reversed_ = [(reversal(state), weight) for state, weight in weighted]
    found, mirrored = score(weighted), score(reversed_)

    assert mirrored.index == (None if found.index is None else 1 - found.index)
    assert mirrored.lower == (None if found.upper is None else 1 - found.upper)
    assert mirrored.upper == (None if found.lower is None else 1 - found.lower)
    assert mirrored.coverage == found.coverage


def reversal(state):
    """The state with each level k replaced by 3 - k."""
    if state not in ANSWERED:
        return state
    lo, hi = RANGES[state]
    return state_of(3 - hi, 3 - lo)


@given(weighted_states(), st.sampled_from(SPREADS), positive)
def test_s13_a_spread_counts_as_two_halves(weighted, spread, weight):
    """S13. Splitting: a spread lo..hi of weight w counts in the index as two positions of weight
    w/2 rated lo and hi.
    """
    lo, hi = RANGES[spread]
    halves = [(f"rated_{level}", weight / 2) for level in (lo, hi)]

    assert score([*weighted, (spread, weight)]).index == score([*weighted, *halves]).index


@given(
    weighted_states(), st.sampled_from([*SPREADS, *TO_RESOLVE]), st.sampled_from(range(4)), positive
)
def test_s14_resolving_to_a_level_raises_what_is_known(weighted, state, level, weight):
    """S14. Resolving an open or contested position of weight w to a level raises coverage and
    settled by w / W(A); resolving a spread to a level raises settled alone by that.
    """
    lo, hi = RANGES[state]
    resolved = f"rated_{min(max(level, lo), hi)}"
    step = weight / (total(weighted, APPLICABLE) + weight)

    before, after = score([*weighted, (state, weight)]), score([*weighted, (resolved, weight)])

    assert after.settled - before.settled == step
    assert after.coverage - before.coverage == (0 if state in SPREADS else step)


@given(weighted_states(max_size=4))
def test_s15_undefined_exactly_where_the_page_says(weighted):
    """S15. Undefined exactly where section 3 says, with its reason; a number never stands for it."""
    everything = total(weighted)
    applicable, answered = total(weighted, APPLICABLE), total(weighted, ANSWERED)

    found = score(weighted)

    quantities_found = attrs.asdict(found)
    assert quantities_found.pop("index_reason") == reason(everything, applicable, answered)
    assert {type(one) for one in quantities_found.values()} <= {Fraction, type(None)}
    undefined = {name for name, value in quantities_found.items() if value is None}
    expected = set() if answered else {"index"}
    expected |= set() if applicable else {"coverage", "settled", "lower", "upper"}
    expected |= set() if everything else {"not_applicable_share"}
    lowest = answered + everything - applicable
    expected |= set() if lowest else {"index_if_not_applicable_lowest"}
    assert undefined == expected


def reason(everything, applicable, answered):
    """Why the index is undefined, in the order of section 3."""
    for size, name in (
        (everything, "nothing_weighted"),
        (applicable, "nothing_applicable"),
        (answered, "nothing_rated"),
    ):
        if size == 0:
            return name
    return None


@given(weighted_states())
def test_s16_not_applicable_at_its_lowest(weighted):
    """S16. index_if_not_applicable_lowest is the index after every not-applicable position is
    rated 0 (and is at most the index); not_applicable_share + W(A) / W(all) = 1.
    """
    lowest = [("rated_0" if s == "not_applicable" else s, w) for s, w in weighted]
    found = score(weighted)

    assert found.index_if_not_applicable_lowest == score(lowest).index
    if found.index is not None:
        assert found.index_if_not_applicable_lowest <= found.index
    if found.not_applicable_share is not None:
        applicable = total(weighted, APPLICABLE) / total(weighted)
        assert found.not_applicable_share + applicable == 1


@given(weighted_states(), st.integers(2, 1000))
def test_s17_copies_change_nothing(weighted, copies):
    """S17. n copies of everything change nothing."""
    assert score(weighted, copies) == score(weighted)
    assert score(weighted * 3) == score(weighted)
