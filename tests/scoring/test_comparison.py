"""Comparison, by a second implementation, and what does not go together."""

import random
from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from oracle import comparison as oracle
from positive_practice.model.plain import unstructure
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import random_removal, random_weights, weighted, without
from support.records import as_record, plain_record, random_record, said_at, submission

METHODS = ("agreed", "lowest", "lower_median")


def profile_of(plains, framework, method="agreed"):
    """The profile of plain records under a framework."""
    return profile_of_records([as_record(one) for one in plains], framework, method)


def profile_of_records(records, framework, method):
    """The profile of records under a framework."""
    return make_profile(make_tally(records, framework, method), framework)


def some_records(rng):
    """No records, odd ones of which most is open, or believable ones of which most is known."""
    odd = [as_record(random_record(rng)) for _ in range(rng.randrange(3))]
    return rng.choice((odd, pp.sample(rng.randint(1, 2), seed=rng.randrange(100))))


@pytest.mark.parametrize("seed", range(3))
def test_random_profiles_against_the_oracle(seed):
    """The comparison of the profiles of many random records is the oracle's."""
    rng = random.Random(seed)
    directions = set()
    for _ in range(60):
        framework = without(pp.framework(), *random_removal(rng))
        framework = weighted(framework, random_weights(rng))
        method = rng.choice(METHODS)
        sides = [profile_of_records(some_records(rng), framework, method) for _ in range(2)]

        found = unstructure(pp.compare(*sides))

        assert found == oracle.compare(*map(unstructure, sides))
        directions |= {one["direction"] for one in found["elements"]}
    assert {"undetermined", "higher", "lower"} <= directions


def rated(rating, selection="all_cases"):
    """A record with one answer."""
    form = submission([said_at(("GA1", None), rating)])
    return plain_record([form], selection=selection)


ONLY_GA1 = without(
    pp.framework(),
    practices=tuple(one.id for one in pp.framework().practices if one.id != "GA1"),
)


@pytest.mark.parametrize(
    ("first", "second", "difference", "direction"),
    [
        ("partly", "mostly", Fraction(1, 3), "higher"),
        ("fully", "not_evident", Fraction(-1), "lower"),
        ("mostly", "mostly", Fraction(0), "same"),
        ("mostly", "not_known", None, "undetermined"),
        ("mostly", "not_applicable", None, "undetermined"),
    ],
)
def test_differences(first, second, difference, direction):
    """The second index less the first; nothing is made up where there is none."""
    sides = [profile_of([rated(one)], ONLY_GA1) for one in (first, second)]

    (found,) = pp.compare(*sides).elements

    assert (found.difference, found.direction) == (difference, direction)
    if difference is not None:
        assert found.interval == (difference, difference)


def test_an_interval_without_a_difference():
    """Where one side has only bounds there is an interval; where nothing applied there is none."""
    known, open_one, nothing = (
        profile_of([rated(one)], ONLY_GA1) for one in ("mostly", "not_known", "not_applicable")
    )

    (found,) = pp.compare(known, open_one).elements
    assert found.interval == (Fraction(-2, 3), Fraction(1, 3))
    (found,) = pp.compare(known, nothing).elements
    assert found.interval is None


@pytest.mark.parametrize(
    ("first", "second", "cautions"),
    [
        ("all_cases", "random_sample", ()),
        ("all_cases", "all_cases", ()),
        ("positive_examples", "all_cases", ("selection_not_representative",)),
        ("random_sample", "not_known", ("selection_not_representative",)),
        ("concern_led", "volunteered", ("selection_not_representative",)),
    ],
)
def test_cautions(first, second, cautions):
    """A selection that is not representative, on either side, is a caution."""
    sides = [profile_of([rated("mostly", one)], pp.framework()) for one in (first, second)]

    assert pp.compare(*sides).cautions == cautions


def test_one_record_among_many_is_a_caution():
    """One record that was selected otherwise is enough; no records are no caution."""
    mixed = profile_of([rated("mostly"), rated("mostly", "volunteered")], pp.framework())
    none = profile_of([], pp.framework())

    assert pp.compare(mixed, none).cautions == ("selection_not_representative",)
    assert pp.compare(none, none).cautions == ()


PROFILE = profile_of([rated("mostly")], pp.framework())
OTHER_WEIGHTS = profile_of([rated("mostly")], weighted(pp.framework(), {"GA1": Fraction(2)}))
REORDERED = attrs.evolve(
    PROFILE,
    elements=PROFILE.elements[::-1],
    practices=tuple(
        one
        for element in PROFILE.elements[::-1]
        for one in PROFILE.practices
        if one.practice.startswith(element.element)
    ),
)
OTHER_METHOD = profile_of([rated("mostly")], pp.framework(), "lowest")


@pytest.mark.parametrize(
    ("second", "differs"),
    [
        (OTHER_WEIGHTS, ("scoring_hash",)),
        (OTHER_METHOD, ("method",)),
        (attrs.evolve(OTHER_WEIGHTS, method="lowest"), ("scoring_hash", "method")),
        (REORDERED, ("elements",)),
    ],
)
def test_what_does_not_go_together(second, differs):
    """Profiles of another scoring or method, or of other elements, are refused by name."""
    with pytest.raises(pp.NotComparable) as caught:
        pp.compare(PROFILE, second)

    assert caught.value.differs == differs
    if differs != ("elements",):
        assert oracle.differs(unstructure(PROFILE), unstructure(second)) == differs


def test_other_words_go_together():
    """A framework of another name and wording, with one scoring, compares."""
    renamed = attrs.evolve(pp.framework(), id="other", version="2.0", title="Other words")

    found = pp.compare(PROFILE, profile_of([rated("mostly")], renamed))

    assert found.second.framework.id == "other"
    assert found.element("GA").difference == 0
    with pytest.raises(pp.UnknownName):
        found.element("ZZ")


@pytest.mark.parametrize("thing", [None, 3, "profile.json", pp.tally([]), rated("mostly"), []])
def test_only_profiles_are_compared(thing):
    """What is no profile is misuse that says how to make one."""
    for pair in ((PROFILE, thing), (thing, PROFILE)):
        with pytest.raises(pp.Misuse, match=r"pp\.score\(pp\.tally\(records\)\)"):
            pp.compare(*pair)


def test_a_profile_that_contradicts_itself_is_not_compared():
    """A profile whose numbers do not follow from its counts has no one meaning."""
    spoilt = attrs.evolve(PROFILE, records=2)

    for pair in ((PROFILE, spoilt), (spoilt, PROFILE)):
        with pytest.raises(pp.InvalidDocument) as caught:
            pp.compare(*pair)
        assert {one.code for one in caught.value.problems} == {"counts_contradict"}
