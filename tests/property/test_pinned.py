"""The counter-examples that scoring.md pins (section 8), one test each."""

from fractions import Fraction

import positive_practice as pp
from oracle.scoring import lower_median
from support.records import as_record, plain_record, review, said_at, submission
from support.scores import score


def rated(*levels):
    """States rated at these levels, each of weight 1."""
    return [(f"rated_{level}", Fraction(1)) for level in levels]


def test_pinned_a_mean_of_pooled_indexes_is_not_the_pooled_index():
    """A mean of two pooled indexes is not the pooled index."""
    first, second = rated(3), rated(0, 0)

    mean = (score(first).index + score(second).index) / 2

    assert mean == Fraction(1, 2)
    assert score([*first, *second]).index == Fraction(1, 3)


def settled(said):
    """The lower-median state of GA1 where voices say these levels, a submission each level."""
    forms = [
        submission([said_at(("GA1", None), rating)], id=f"s{i}", agency=agency)
        for i, (agency, rating) in enumerate(said)
    ]
    profile = pp.score(as_record(plain_record(forms)), method="lower_median")
    (state,) = profile.position("GA1").counts
    return state


def test_pinned_a_median_of_medians_is_not_the_median():
    """A median of medians is not the median, e.g. (0,0,1) and (1,1)."""
    first, second = (0, 0, 1), (1, 1)
    said = [("police", ("not_evident", "partly")[level]) for level in first]
    said += [("housing", "partly") for _ in second]

    assert lower_median([*first, *second]) == 1
    assert settled(said) == "rated_0"


def test_pinned_a_review_may_leave_the_bounds():
    """A review may leave the bounds."""
    said = [
        submission([said_at(("GA1", None), rating)], id=id_)
        for id_, rating in (("s1", "mostly"), ("s2", "fully"))
    ]
    before = pp.score(as_record(plain_record(said))).position("GA1").score
    reviews = [review(1, [said_at(("GA1", None), "not_evident")])]

    after = pp.score(as_record(plain_record(said, reviews=reviews))).position("GA1").score

    assert (before.lower, before.upper) == (Fraction(2, 3), Fraction(1))
    assert after.index == 0
