"""Results that no document could hold are a limit that is exceeded, never a broken value."""

from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from positive_practice.model.counts import Counts
from positive_practice.scoring.agreement import make_agreement
from positive_practice.scoring.comparison import make_comparison
from positive_practice.scoring.plan import plan_of
from positive_practice.scoring.profile import make_profile, profile_by_plan

MOST = 2**53 - 1
LONG = 10**990
"""A fraction with terms of this size fits into a document, and the difference of two does not."""

FRAMEWORK = pp.framework()


def filled(framework, counts):
    """A tally that has these counts at every position."""
    tally = pp.tally([], framework=framework)
    positions = tuple(attrs.evolve(one, counts=counts) for one in tally.positions)
    return attrs.evolve(tally, positions=positions)


FULL = filled(FRAMEWORK, Counts.of({"rated_3": MOST}))


def far_apart():
    """Two profiles whose indexes fit, and whose difference does not."""
    profile = make_profile(pp.tally([]), FRAMEWORK)
    for denominator in (LONG + 1, LONG + 3):
        score = attrs.evolve(
            profile.elements[0].score, index=Fraction(LONG // 3, denominator), index_reason=None
        )
        element = attrs.evolve(profile.elements[0], score=score)
        yield attrs.evolve(profile, elements=(element, *profile.elements[1:]))


def long_coincidences():
    """Coincidences whose alpha no document holds."""
    found = pp.coincidences([])
    half = Fraction(1, LONG + 1)
    row, other = (half, Fraction(1, LONG + 3), half, half), (half, half, half, half)
    return attrs.evolve(found, units=40, pairs=40, matrix=(row, other, other, other))


@pytest.mark.parametrize(
    ("work_out", "what"),
    [
        (lambda: make_profile(FULL, FRAMEWORK), "a count"),
        (
            lambda: profile_by_plan(
                plan_of(FRAMEWORK), tuple(one.counts for one in FULL.positions), {}, None
            ),
            "a count",
        ),
        (lambda: make_comparison(*far_apart()), "characters of a fraction"),
        (lambda: make_agreement(long_coincidences()), "characters of a fraction"),
    ],
    ids=["profile", "plan", "comparison", "agreement"],
)
def test_a_number_that_is_too_long(work_out, what):
    """The error says which limit it is."""
    with pytest.raises(pp.LimitExceeded, match=what):
        work_out()
