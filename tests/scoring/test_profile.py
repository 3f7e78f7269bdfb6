"""Profiles, by hand: what is looked at next, overall numbers, and numbers that are too long."""

from fractions import Fraction

import pytest

import positive_practice as pp
from positive_practice.model.counts import Counts
from positive_practice.scoring.profile import Sums, make_profile, score_of, sums_of
from positive_practice.scoring.tally import make_tally
from support.frameworks import weighted, without
from support.records import as_record, plain_record, said_at, submission

OTHERS = tuple(one.id for one in pp.framework().practices if one.id not in {"GA1", "GA2", "PE1"})
SMALL = without(pp.framework(), practices=OTHERS)
"""Good assessment with two practices, and one practice of the next element."""


def profile(ratings, overall=None, framework=SMALL):
    """The profile of one record in which practices without stages have these ratings."""
    said = [said_at((practice, None), rating) for practice, rating in ratings.items()]
    return make_profile(
        make_tally([as_record(plain_record([submission(said)]))], framework), framework, overall
    )


RATED = {"GA1": "fully", "GA2": "partly", "PE1": "mostly"}


def test_no_overall_number_unless_asked_for():
    """There is one number over everything only where it is asked for by name."""
    assert profile(RATED).overall is None
    assert make_profile(make_tally([], SMALL), SMALL).overall is None
    assert profile(RATED, "pooled").overall.kind == "pooled"
    assert profile(RATED, "mean_of_elements").overall.kind == "mean_of_elements"


def test_pooled_and_mean_of_elements_differ():
    """Pooled is one score over all positions; the mean counts each element once."""
    pooled = profile(RATED, "pooled").overall.score
    mean = profile(RATED, "mean_of_elements").overall.score

    assert pooled.index == pooled.lower == pooled.upper == Fraction(2, 3)
    assert pooled.coverage == 1
    assert mean.index == mean.lower == mean.upper == (Fraction(4, 6) + Fraction(2, 3)) / 2
    lopsided = {**RATED, "PE1": "not_evident"}
    assert profile(lopsided, "pooled").overall.score.index == Fraction(4, 9)
    assert profile(lopsided, "mean_of_elements").overall.score.index == Fraction(1, 3)


def test_the_mean_of_elements_has_index_and_bounds_alone():
    """The other quantities of a mean of elements are undefined."""
    found = profile(RATED, "mean_of_elements").overall.score

    assert found == pp.Score(
        index=Fraction(2, 3),
        index_reason=None,
        coverage=None,
        settled=None,
        lower=Fraction(2, 3),
        upper=Fraction(2, 3),
        not_applicable_share=None,
        index_if_not_applicable_lowest=None,
    )


@pytest.mark.parametrize(
    ("ratings", "reason", "bounds"),
    [
        ({"GA1": "fully"}, "nothing_rated", (Fraction(1, 4), Fraction(1))),
        ({"PE1": "partly"}, "nothing_rated", (Fraction(1, 6), Fraction(2, 3))),
        (
            {"GA1": "not_applicable", "GA2": "not_applicable"},
            "nothing_applicable",
            (Fraction(0), Fraction(1)),
        ),
        (
            {"GA1": "not_applicable", "GA2": "not_applicable", "PE1": "fully"},
            "nothing_applicable",
            (Fraction(1), Fraction(1)),
        ),
    ],
)
def test_a_mean_of_elements_is_none_while_one_of_them_is(ratings, reason, bounds):
    """The reason is that of the first such element; the bounds are of those that have any."""
    found = profile(ratings, "mean_of_elements").overall.score

    assert (found.index, found.index_reason) == (None, reason)
    assert (found.lower, found.upper) == bounds


def test_a_mean_of_elements_of_which_none_has_bounds():
    """Where nothing applies anywhere, a mean of elements has neither index nor bounds."""
    found = profile(dict.fromkeys(RATED, "not_applicable"), "mean_of_elements").overall.score

    assert (found.lower, found.upper, found.index_reason) == (None, None, "nothing_applicable")


def test_there_is_no_such_overall_number():
    """What is no overall number is refused, and the error lists those that there are."""
    with pytest.raises(pp.UnknownName) as caught:
        profile(RATED, "median")

    assert caught.value.kind == "overall number"
    assert caught.value.known == ("pooled", "mean_of_elements")


def test_what_to_look_at_next():
    """Practices of the lowest index are next, all ties, those at every point never."""
    assert profile(RATED).element("GA").look_at_next == ("GA2",)
    assert profile({**RATED, "GA1": "partly"}).element("GA").look_at_next == ("GA1", "GA2")
    assert profile({"GA1": "fully", "GA2": "fully"}).element("GA").look_at_next == ()
    assert profile({"GA1": "fully"}).element("GA").not_yet_known == ("GA2",)
    assert profile({"GA1": "not_applicable"}).element("GA").not_yet_known == ("GA2",)


STAGED = without(pp.framework(), practices=tuple(p for p in OTHERS if p not in {"MO1", "MO2"}))


def thread(ratings, weights=None):
    """The thread of multi-agency working where one voice gives these ratings at its positions."""
    framework = weighted(STAGED, weights or {})
    said = [said_at(tuple(place.split(".")), rating) for place, rating in ratings.items()]
    tally = make_tally([as_record(plain_record([submission(said)]))], framework)
    return make_profile(tally, framework).element("MO")


def test_stages_of_a_thread_are_looked_at_likewise():
    """A thread has for its stages what every element has for its practices."""
    found = thread(
        {
            "MO1.assessment": "fully",
            "MO2.assessment": "fully",
            "MO1.planning": "partly",
            "MO2.delivery": "partly",
        }
    )

    assert found.stages_look_at_next == ("planning", "delivery")
    assert found.stages_not_yet_known == ("transition",)
    assert [one.stage for one in found.stages] == [
        "assessment",
        "planning",
        "delivery",
        "transition",
    ]
    assert found.stages[0].counts == Counts.of({"rated_3": 2})
    assert found.stages[1].counts == Counts.of({"rated_1": 1, "unanswered": 1})
    assert found.stages[1].score.index == Fraction(1, 3)


def test_an_element_that_is_no_thread_has_no_stages():
    """A feature has neither stages nor consistency."""
    found = profile(RATED).element("GA")

    assert (found.kind, found.stages, found.consistency) == ("feature", (), None)
    assert (found.stages_look_at_next, found.stages_not_yet_known) == ((), ())


ALL = [f"{p}.{s.id}" for p in ("MO1", "MO2") for s in STAGED.stages]


@pytest.mark.parametrize(
    ("ratings", "weights", "verdict"),
    [
        (dict.fromkeys(ALL, "mostly"), None, "consistent"),
        (dict.fromkeys(ALL, "fully") | {"MO2.delivery": "partly"}, None, "inconsistent"),
        (dict.fromkeys(ALL, "fully") | {"MO2.delivery": "partly"}, {"MO2": 0}, "consistent"),
        ({"MO2.delivery": "partly"}, None, "inconsistent"),
        ({"MO2.delivery": "fully"}, None, "undetermined"),
        (dict.fromkeys(ALL, "fully") | {"MO2.delivery": "not_applicable"}, None, "consistent"),
        (dict.fromkeys(ALL, "not_applicable"), None, "not_applicable"),
        (dict.fromkeys(ALL, "fully"), {"MO1": 0, "MO2": 0}, "not_applicable"),
    ],
)
def test_consistency(ratings, weights, verdict):
    """A thread is consistent at most points or more at every stage that counts and applies."""
    weights = {practice: Fraction(weight) for practice, weight in (weights or {}).items()}

    assert thread(ratings, weights).consistency == Counts.of({verdict: 1})


def test_a_position_of_weight_0_is_shown_and_not_counted():
    """Weight 0 counts in the counts of states alone."""
    found = profile(RATED, framework=weighted(SMALL, {"GA2": Fraction(0)}))

    assert found.element("GA").score.index == 1
    assert found.element("GA").counts == Counts.of({"rated_3": 1, "rated_1": 1})
    assert found.practice("GA2").weight == 0
    assert found.practice("GA2").score.index_reason == "nothing_weighted"
    assert found.element("GA").look_at_next == ()


def test_sums_of_a_position():
    """Counts weigh as often as they occur, and each state in the sums that it belongs to."""
    counts = Counts.of(
        {"rated_2": 3, "spread_1_3": 1, "contested": 2, "not_known": 1, "not_applicable": 4}
    )

    assert sums_of(counts, 10) == Sums(
        everything=110, applicable=70, answered=40, settled=30, levels=160, lo=70, hi=180
    )


def test_sums_add_each_by_itself():
    """Each of the sums is added to its own."""
    names = ("everything", "applicable", "answered", "settled", "levels", "lo", "hi")
    one = Sums(**{name: 10**i for i, name in enumerate(names)})

    assert one + one + Sums() == Sums(**{name: 2 * 10**i for i, name in enumerate(names)})


def test_a_score_from_its_sums():
    """The quantities of section 3, each from the sums that it is made of."""
    sums = Sums(everything=10, applicable=8, answered=5, settled=3, levels=20, lo=9, hi=21)

    assert score_of(sums) == pp.Score(
        index=Fraction(20, 30),
        index_reason=None,
        coverage=Fraction(5, 8),
        settled=Fraction(3, 8),
        lower=Fraction(9, 24),
        upper=Fraction(21, 24),
        not_applicable_share=Fraction(2, 10),
        index_if_not_applicable_lowest=Fraction(20, 42),
    )
