"""Agreement is Krippendorff's alpha: by his own example, and by a second implementation."""

import random
from collections import Counter
from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from oracle import agreement as oracle
from positive_practice.model.counts import Counts
from positive_practice.model.plain import unstructure
from positive_practice.scoring.agreement import alpha_of, coincidence_matrix, make_agreement
from support.frameworks import random_removal, random_weights, weighted, without
from support.records import (
    POSITIONS,
    as_record,
    plain_record,
    random_record,
    review,
    said_at,
    submission,
)

PUBLISHED = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Four observers, twelve units, five values, as published (Krippendorff, "Computing Krippendorff's
Alpha-Reliability", section D): nominal 0.743, ordinal 0.815, interval 0.849, ratio 0.797."""


def units_of(rows):
    """The values of each unit, from a row for each observer."""
    columns = zip(*(row.split() for row in rows), strict=True)
    return [[int(value) - 1 for value in column if value != "."] for column in columns]


def patterns_of(units, levels):
    """How many of the units that pair have each pattern."""
    return Counter(
        tuple(unit.count(level) for level in range(levels)) for unit in units if len(unit) > 1
    )


def test_the_published_example():
    """The published example of four observers and five values is 0.815, ordinal."""
    found = alpha_of(coincidence_matrix(patterns_of(units_of(PUBLISHED), 5), 5))

    assert abs(found - Fraction(815, 1000)) < Fraction(5, 10_000)
    assert found == oracle.alpha(units_of(PUBLISHED))


def test_the_published_coincidences():
    """The coincidence matrix of the published example is the one that is printed there."""
    matrix = coincidence_matrix(patterns_of(units_of(PUBLISHED), 5), 5)

    third = Fraction(1, 3)
    assert matrix == (
        (7, 4 * third, third, third, 0),
        (4 * third, 10, 4 * third, third, 0),
        (third, 4 * third, 8, third, 0),
        (third, third, third, 4, 0),
        (0, 0, 0, 0, 3),
    )
    assert [sum(row) for row in matrix] == [9, 13, 10, 5, 3]


AGREEING = ("mostly", "mostly")
DIFFERING = ("mostly", "fully")


def record_of(ratings, **fields):
    """A record in which voices a, b, ... each give a rating at each of some positions."""
    voices = zip(*ratings, strict=True)
    forms = [
        submission(
            [said_at(place, one) for place, one in zip(POSITIONS, said, strict=False)],
            id=f"s{number}",
            agency_ref=chr(ord("a") + number),
        )
        for number, said in enumerate(voices)
    ]
    return as_record(plain_record(forms, **fields))


@pytest.mark.parametrize(
    ("ratings", "minimum", "reason"),
    [
        ([("mostly",)] * 30, 20, "nothing_paired"),
        ([("mostly",)] * 30, 0, "nothing_paired"),
        ([("mostly", "not_known"), ("no_record", "not_applicable")], 0, "nothing_paired"),
        ([AGREEING] * 30, 20, "no_variation"),
        ([AGREEING] * 3, 20, "no_variation"),
        ([*[AGREEING] * 18, DIFFERING], 20, "too_few"),
        ([*[AGREEING] * 18, DIFFERING], 19, None),
        ([*[AGREEING] * 19, DIFFERING], 20, None),
        ([DIFFERING], 1, None),
    ],
)
def test_why_there_is_no_alpha(ratings, minimum, reason):
    """Alpha is withheld for one of three reasons, tried in this order, and else is a number."""
    found = pp.agreement([record_of(ratings)], minimum_units=minimum)

    assert found.alpha_reason == reason
    assert (found.alpha is None) == (reason is not None)
    assert found.minimum_units == minimum


def test_alpha_takes_20_units_unless_told_otherwise():
    """With fewer than 20 units that pair alpha is withheld, with 20 it is there."""
    nineteen, twenty = (
        pp.coincidences([record_of([*[AGREEING] * n, DIFFERING])]) for n in (18, 19)
    )

    for agreement in (pp.agreement, make_agreement):
        assert agreement(nineteen).alpha_reason == "too_few"
        assert agreement(twenty).alpha_reason is None
        assert agreement(twenty).minimum_units == 20


def test_shares_are_there_where_alpha_is_withheld():
    """The shares of pairs that agree need no minimum; without a pair they are undefined."""
    three = ("not_evident", "partly", "fully")

    found = pp.agreement([record_of([three, (*AGREEING, "mostly")])])

    assert (found.units, found.pairs, found.alpha_reason) == (2, 6, "too_few")
    assert (found.exact_share, found.within_one_share) == (Fraction(1, 2), Fraction(2, 3))
    nothing = pp.agreement([])
    assert (nothing.units, nothing.pairs, nothing.records) == (0, 0, 0)
    assert nothing.exact_share is None
    assert nothing.within_one_share is None


def test_coincidences_of_no_records_are_exact_too():
    """The zero is made of fractions, like every other matrix."""
    (row, *_) = pp.coincidences([]).matrix

    assert {type(one) for one in row} == {Fraction}


def test_a_voice_says_one_thing_a_unit():
    """A voice that answers a position several times counts once, with its lower median."""
    said = [("a", "not_evident"), ("a", "fully"), ("a", "partly"), ("b", "partly")]
    forms = [
        submission([said_at(("GA1", None), rating)], id=f"s{number}", agency_ref=voice)
        for number, (voice, rating) in enumerate(said)
    ]

    found = pp.agreement([as_record(plain_record(forms))])

    assert (found.units, found.pairs, found.exact_share) == (1, 1, 1)


def test_records_are_counted_by_their_selection():
    """Agreement says of how many records it is, and how these were selected."""
    records = [
        record_of([AGREEING], selection=one) for one in ("all_cases", "all_cases", "volunteered")
    ]

    found = pp.agreement(records)

    assert found.records == 3
    assert found.selections == Counts.of({"all_cases": 2, "volunteered": 1})


def test_records_are_units_of_their_own():
    """What two records say at one position is never paired."""
    records = [record_of([("mostly",)]), record_of([("fully",)])]

    assert pp.agreement(records).units == 0


def test_reviews_and_stages_play_no_part():
    """A review that decides, and a stage that was not reached, change nothing."""
    ratings = [DIFFERING] * 20
    decided = [review(1, [said_at(place, "not_evident") for place in POSITIONS])]

    plain = pp.agreement([record_of(ratings)])

    assert pp.agreement([record_of(ratings, reviews=decided)]) == plain
    assert pp.agreement([record_of(ratings, reached=["delivery"])]) == plain


def test_weights_play_no_part_and_removed_practices_are_no_units():
    """A weight changes nothing; a practice that a tailoring removed is not looked at."""
    records = [record_of([DIFFERING] * 30)]
    heavy = weighted(pp.framework(), dict.fromkeys(("GA1", "GA2"), Fraction(0)))
    fewer = without(pp.framework(), practices=("GA1", "GA2"))
    tailored = [
        attrs.evolve(one, framework=attrs.evolve(one.framework, tailoring=fewer.tailoring))
        for one in records
    ]

    plain = pp.agreement(records)

    found = pp.agreement(tailored, framework=fewer)
    assert (plain.units, found.units) == (30, 28)
    named = attrs.evolve(heavy, id="heavy")
    renamed = [
        attrs.evolve(one, framework=attrs.evolve(one.framework, id="heavy")) for one in records
    ]
    weighty = pp.agreement(renamed, framework=named)
    assert attrs.evolve(weighty, framework=plain.framework) == plain


def test_any_units_against_the_definition():
    """Alpha of thousands of random data sets is that of the definition, to the last digit."""
    rng = random.Random(17)
    for _ in range(2000):
        units = [
            rng.choices(range(rng.randint(1, 4)), k=rng.choice((0, 1, 2, 2, 3, 7)))
            for _ in range(rng.randint(1, 12))
        ]
        if oracle.reason(units, 0) is None:
            matrix = coincidence_matrix(patterns_of(units, 4), 4)
            assert alpha_of(matrix) == oracle.alpha(units)


@pytest.mark.parametrize("seed", range(4))
def test_random_records_against_the_oracle(seed):
    """The agreement of many random records, alone and together, is the oracle's."""
    rng = random.Random(seed)
    reasons = set()
    for _ in range(60):
        tailored = without(pp.framework(), *random_removal(rng))
        framework = weighted(tailored, random_weights(rng))
        plains = [
            random_record(rng, tailoring=unstructure(framework.tailoring))
            for _ in range(rng.choice((0, 1, 2, 5, 25)))
        ]
        minimum = rng.choice((0, 5, 20))
        records = [as_record(one) for one in plains]

        found = pp.agreement(records, framework=framework, minimum_units=minimum)

        written = unstructure(found)
        identity = written.pop("framework")
        assert written == oracle.agreement(plains, unstructure(framework), minimum)
        assert identity["scoring_hash"] == framework.scoring_hash
        reasons.add(found.alpha_reason)
    assert {"nothing_paired", "too_few", None} <= reasons
