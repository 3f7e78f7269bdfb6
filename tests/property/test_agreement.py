"""The laws A1 and A2 of agreement (scoring.md, section 8), and what R1 and P1 say of it."""

import random
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.scoring.agreement import alpha_of, coincidence_matrix
from support.records import (
    POSITIONS,
    as_record,
    levels,
    plain_record,
    random_record,
    said_at,
    submission,
    submission_lists,
)
from support.records import records as plain_records

some = settings(max_examples=40)
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


@given(patterns)
def test_a1_alpha_is_at_most_1(units):
    """A1. alpha <= 1, and 1 only where all agree; and it is above -1, since it is a correlation."""
    matrix = matrix_of(units)
    assume(is_varied(matrix))

    alpha = alpha_of(matrix)

    assert -1 < alpha <= 1
    assert (alpha == 1) == all(max(unit) == sum(unit) for unit in units)


@given(st.lists(levels, min_size=2, max_size=30), st.integers(2, 4))
def test_a1_identical_varied_ratings(said, voices):
    """A1. alpha is 1 for identical varied ratings."""
    assume(len(set(said)) > 1)
    answers = [said_at(place, one) for place, one in zip(POSITIONS, said, strict=False)]
    forms = [submission(answers, id=f"s{n}", agency_ref=f"team-{n}") for n in range(voices)]

    found = agreement([plain_record(forms)])

    assert found.alpha == 1
    assert found.exact_share == found.within_one_share == 1


@given(patterns)
def test_a1_reversal_changes_nothing(units):
    """Ordinal alpha knows the order of the levels, not its direction."""
    assume(is_varied(matrix_of(units)))

    upside_down = [unit[::-1] for unit in units]

    assert alpha_of(matrix_of(upside_down)) == alpha_of(matrix_of(units))


@some
@given(plains=cohorts, rng=st.randoms(use_true_random=False))
def test_a2_permuting_changes_nothing(plains, rng):
    """A2. It does not change when raters, units or records are permuted."""
    shuffled = [
        {
            **one,
            "submissions": [
                {**form, "answers": rng.sample(form["answers"], len(form["answers"]))}
                for form in rng.sample(one["submissions"], len(one["submissions"]))
            ],
        }
        for one in rng.sample(plains, len(plains))
    ]

    assert agreement(shuffled) == agreement(plains)


@some
@given(first=cohorts, second=cohorts, third=cohorts)
def test_a2_cutting_into_batches_changes_nothing(first, second, third):
    """A2. It does not change when records are cut into batches: coincidences add, exactly."""
    a, b, c = (
        pp.coincidences([as_record(one) for one in plains]) for plains in (first, second, third)
    )
    zero = pp.coincidences([])

    assert a + zero == zero + a == a
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == sum([a, b, c])
    assert pp.agreement(a + b + c, minimum_units=0) == agreement([*first, *second, *third])


@some
@given(plains=cohorts)
def test_a2_raters_by_other_names(plains):
    """A2. It does not change when the voices of a record change places."""
    swap = {"leaving_care": "police", "police": "leaving_care"}
    renamed = [
        {
            **one,
            "submissions": [
                {
                    **form,
                    "respondent": {
                        **form["respondent"],
                        "agency": swap[form["respondent"]["agency"]],
                    },
                }
                for form in one["submissions"]
            ],
        }
        for one in plains
    ]

    assert agreement(renamed) == agreement(plains)


@some
@given(seed=st.integers(0, 10**9), minimum=st.sampled_from((0, 5, 20)))
def test_r1_agreements_come_back(seed, minimum):
    """R1. `loads(dumps(x)) == x` for the agreement of any records."""
    rng = random.Random(seed)
    records = [as_record(random_record(rng)) for _ in range(rng.choice((0, 1, 3, 12)))]

    found = pp.agreement(records, minimum_units=minimum)

    assert pp.loads(pp.dumps(found), type=pp.Agreement) == found


@some
@given(seed=st.integers(0, 10**9))
def test_p1_agreements_hold_no_text(seed):
    """P1. A result holds no free text and nothing about a single case."""
    rng = random.Random(seed)
    plains = [random_record(rng) for _ in range(2)]
    told = [
        {
            **one,
            "record_id": "00000000-0000-4000-8000-000000000000",
            "audit": {**one["audit"], "id": "canary"},
            "submissions": [{**form, "note": "canary"} for form in one["submissions"]],
            "extensions": {"org.canary": "canary"},
        }
        for one in plains
    ]

    assert pp.dumps(agreement(told)) == pp.dumps(agreement(plains))


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
