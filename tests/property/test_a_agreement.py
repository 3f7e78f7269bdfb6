"""The laws A1 and A2 of agreement (scoring.md, section 8), one test a law, and what leads to them.

Agreement reads levels, so no method of settling has a part in it.
"""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.scoring.agreement import alpha_of, coincidence_matrix
from support.records import (
    POSITIONS,
    as_record,
    levels,
    plain_record,
    said_at,
    submission,
    submission_lists,
)
from support.records import records as plain_records

LEVELS = 4

patterns = st.lists(
    st.lists(st.integers(0, 4), min_size=LEVELS, max_size=LEVELS).filter(lambda one: sum(one) > 1),
    min_size=1,
    max_size=8,
)
"""Units, each as the number of voices that gave each level."""

cohorts = st.lists(plain_records(submissions=submission_lists(of=levels)), max_size=4)


def matrix_of(units):
    """The coincidence matrix of units."""
    return coincidence_matrix(Counter(map(tuple, units)), LEVELS)


def is_varied(matrix):
    """Whether at least two levels occur."""
    return sum(1 for row in matrix if any(row)) > 1


def agreement(plains):
    """The agreement of plain records, however few there are to compare."""
    return pp.agreement([as_record(one) for one in plains], minimum_units=0)


def coincidences(plains):
    """The coincidences of plain records."""
    return pp.coincidences([as_record(one) for one in plains])


@given(patterns)
def test_a1_alpha_is_at_most_1(units):
    """A1. alpha <= 1, is 1 for identical varied ratings.

    It is above -1 as well, since it is a correlation, and 1 only where all agree.
    """
    alike = [
        [sum(unit) if level == unit.index(max(unit)) else 0 for level in range(4)] for unit in units
    ]
    for given_levels in (units, alike):
        matrix = matrix_of(given_levels)
        if is_varied(matrix):
            alpha = alpha_of(matrix)
            assert -1 < alpha <= 1
            assert (alpha == 1) == all(max(unit) == sum(unit) for unit in given_levels)


@given(st.lists(levels, min_size=2, max_size=30), st.integers(2, 4))
def test_voices_that_say_the_same_agree_wholly(said, voices):
    """Of records in which all voices give the same varied levels, alpha and both shares are 1."""
    assume(len(set(said)) > 1)
    answers = [said_at(place, one) for place, one in zip(POSITIONS, said, strict=False)]
    forms = [submission(answers, id=f"s{n}", agency_ref=f"team-{n}") for n in range(voices)]

    found = agreement([plain_record(forms)])

    assert found.alpha == 1
    assert found.exact_share == found.within_one_share == 1


@given(patterns)
def test_reversal_changes_no_alpha(units):
    """Ordinal alpha knows the order of the levels, not its direction."""
    assume(is_varied(matrix_of(units)))

    upside_down = [unit[::-1] for unit in units]

    assert alpha_of(matrix_of(upside_down)) == alpha_of(matrix_of(units))


def mixed(plains, rng, agencies):
    """The same records and what is in them in another order, by agencies of other names."""
    return [
        one
        | {
            "submissions": [
                form
                | {
                    "respondent": form["respondent"]
                    | {"agency": agencies[form["respondent"]["agency"]]},
                    "answers": rng.sample(form["answers"], len(form["answers"])),
                }
                for form in rng.sample(one["submissions"], len(one["submissions"]))
            ]
        }
        for one in rng.sample(plains, len(plains))
    ]


names = st.permutations(("leaving_care", "police")).map(
    lambda names: dict(zip(("leaving_care", "police"), names, strict=True))
)


@given(plains=cohorts, agencies=names, cut=st.integers(0, 4), rng=st.randoms(use_true_random=False))
def test_a2_permuting_and_cutting_change_nothing(plains, agencies, cut, rng):
    """A2. It does not change when raters, units or records are permuted or cut into batches."""
    found = agreement(plains)

    again = mixed(plains, rng, agencies)

    assert agreement(again) == found
    batches = [coincidences(batch) for batch in (again[:cut], again[cut:])]
    assert pp.agreement(sum(batches), minimum_units=0) == found


@given(first=cohorts, second=cohorts, third=cohorts)
def test_coincidences_form_a_commutative_monoid(first, second, third):
    """Coincidences add in any order and grouping, and those of no records are their zero."""
    a, b, c = (coincidences(plains) for plains in (first, second, third))
    zero = coincidences([])

    assert a + zero == zero + a == a
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == sum([a, b, c])


@pytest.mark.parametrize("other", [1, 0.0, None, "coincidences", [], False + 1])
def test_coincidences_add_to_coincidences_alone(other):
    """Coincidences and anything else do not add, and the error says what does."""
    one = pp.coincidences([])

    with pytest.raises(pp.Misuse, match="pp.coincidences"):
        one + other
    with pytest.raises(pp.Misuse, match="pp.coincidences"):
        other + one


def test_exact_fractions():
    """Three voices of whom two agree: the matrix has halves, and stays exact."""
    assert matrix_of([(2, 1, 0, 0)])[0][:2] == (Fraction(1), Fraction(1))
    assert matrix_of([(3, 1, 0, 0)])[0][0] == 2
    assert matrix_of([(1, 1, 1, 1)])[0] == (0, *[Fraction(1, 3)] * 3)
