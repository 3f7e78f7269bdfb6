"""The front door to results: what is scored, counted and explained, and what is refused."""

import random

import attrs
import pytest

import positive_practice as pp
from support.frameworks import TAILORING
from support.front_door import FOREIGN, GIVEN, GOOD, TAILORED, broken, good
from support.records import as_record, random_record


def test_a_tally_adds_up():
    """Tallies add, with `+` and with `sum`, to the tally of all records."""
    rng = random.Random(6)
    records = [as_record(random_record(rng)) for _ in range(6)]
    tallies = [pp.tally([one]) for one in records]

    assert sum(tallies) == pp.tally(records)
    assert sum(tallies, pp.tally([])) == pp.tally(iter(records))
    assert tallies[0] + tallies[1] == pp.tally(records[:2])


def test_the_tally_of_no_records():
    """No records make the zero of the built-in framework, or of the one given."""
    zero = pp.tally([])

    assert zero.records == 0
    assert zero + pp.tally([good()]) == pp.tally([good()])
    assert pp.score(zero).element("GA").score.index_reason == "nothing_weighted"
    assert pp.tally([], framework=GIVEN).framework.tailoring == pp.Edition(**TAILORING)
    assert pp.tally([], method="lowest").method == "lowest"


@pytest.mark.parametrize("other", [1, 0.0, None, "tally", [], False + 1])
def test_a_tally_adds_to_tallies_alone(other):
    """A tally and anything else do not add, and the error says what does."""
    one = pp.tally([good()])

    with pytest.raises(pp.Misuse, match="pp.tally"):
        one + other
    with pytest.raises(pp.Misuse, match="pp.tally"):
        other + one


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (pp.tally([], method="lowest"), ("method",)),
        (pp.tally([], framework=GIVEN), ("framework",)),
        (pp.tally([], framework=GIVEN, method="lowest"), ("framework", "method")),
    ],
)
def test_tallies_that_do_not_go_together(other, differs):
    """Tallies of another framework or method do not add, and the error names what differs."""
    with pytest.raises(pp.NotComparable) as caught:
        pp.tally([good()]) + other

    assert caught.value.differs == differs
    assert all(name in str(caught.value) for name in differs)


def reordered(tally, name):
    """A tally from elsewhere that lists something in another order."""
    return attrs.evolve(tally, **{name: getattr(tally, name)[::-1]})


@pytest.mark.parametrize("name", ["positions", "consistency"])
def test_a_tally_in_another_order_is_not_scored_wrongly(name):
    """A tally from elsewhere whose places are not in framework order is refused, not misread."""
    tally = pp.tally([good()])
    other = pp.loads(pp.dumps(reordered(tally, name)), type=pp.Tally)
    shorter = attrs.evolve(tally, **{name: getattr(tally, name)[1:]})

    for wrong in (other, shorter):
        for refused in (
            lambda wrong=wrong: tally + wrong,
            lambda wrong=wrong: pp.score(wrong),
            lambda wrong=wrong: pp.score(wrong, framework=pp.framework()),
            lambda wrong=wrong: pp.explain(wrong, "GA"),
        ):
            with pytest.raises(pp.NotComparable) as caught:
                refused()
            assert caught.value.differs == ("positions",)


@pytest.mark.parametrize("things", [[good(), "text"], ["text"], [None], [GOOD], [[good()]], GOOD])
def test_tally_takes_records(things):
    """What is no record is misuse that says how to load one."""
    with pytest.raises(pp.Misuse, match="pp.load"):
        pp.tally(things)


@pytest.mark.parametrize(
    "thing", [good(), None, 3, "text", b"", pp.framework(), pp.tally([]), pp.score(good())]
)
def test_tally_of_one_thing_names_the_right_call(thing):
    """One record instead of several is misuse that names the right call."""
    with pytest.raises(pp.Misuse, match=r"pp\.tally\(\[record\]\).*pp\.score\(record\)"):
        pp.tally(thing)


@pytest.mark.parametrize("thing", [[good()], (), None, GOOD, "text", 3, pp.score(good())])
def test_score_of_several_names_the_right_call(thing):
    """Several records instead of one are misuse that names the right call."""
    with pytest.raises(pp.Misuse, match=r"pp\.score\(pp\.tally\(records\)\)"):
        pp.score(thing)


@pytest.mark.parametrize("thing", [[good()], None, GOOD, "text", pp.score(good())])
def test_agenda_and_explain_take_a_record(thing):
    """What is no record is misuse that says how to load one."""
    with pytest.raises(pp.Misuse, match="pp.load"):
        pp.agenda(thing)
    with pytest.raises(pp.Misuse, match="pp.load"):
        pp.explain(thing, "GA")


def test_what_breaks_integrity_is_not_scored():
    """A record that exists but breaks an integrity rule is refused by everything that scores."""
    for refused in (
        pp.score,
        pp.agenda,
        lambda one: pp.explain(one, "GA"),
        lambda one: pp.tally([one]),
        lambda one: pp.tally([good(), one]),
        lambda one: pp.agreement([good(), one]),
    ):
        with pytest.raises(pp.InvalidDocument) as caught:
            refused(broken())
        assert [one.code for one in caught.value.problems] == ["stage_not_allowed"]


def test_an_unknown_framework_is_not_scored():
    """A record of a framework that is not at hand is refused by everything that scores."""
    foreign = as_record(FOREIGN)

    for refused in (
        pp.score,
        pp.agenda,
        lambda one: pp.explain(one, "GA"),
        lambda one: pp.tally([one]),
        lambda one: pp.agreement([one]),
    ):
        with pytest.raises(pp.UnknownFramework):
            refused(foreign)


@pytest.mark.parametrize("second", [FOREIGN, TAILORED])
def test_records_of_two_frameworks(second):
    """Records of different frameworks in one tally or agreement do not go together."""
    for count in (pp.tally, pp.agreement, pp.coincidences):
        with pytest.raises(pp.NotComparable) as caught:
            count([good(), as_record(second)])

        assert caught.value.differs == ("framework",)


@pytest.mark.parametrize("thing", [good(), None, 3, "text", b"", pp.framework(), pp.tally([])])
def test_agreement_of_one_thing_names_the_right_call(thing):
    """One record instead of several is misuse that names the right call."""
    for count in (pp.agreement, pp.coincidences):
        with pytest.raises(pp.Misuse, match=r"pp\.agreement\(\[record\]\)"):
            count(thing)


@pytest.mark.parametrize("minimum", [-1, True, None, "20", 20.0, 2**53, 10**20])
def test_a_minimum_of_units_is_a_whole_number(minimum):
    """What is no whole number that a document can hold is misuse, which says how far it goes."""
    with pytest.raises(pp.Misuse, match="a whole number from 0 to 9,007,199,254,740,991"):
        pp.agreement([], minimum_units=minimum)


def test_an_agreement_that_no_document_can_hold():
    """Coincidences add without end; an agreement of too many is a limit, and not torn numbers."""
    many = pp.coincidences(pp.sample(2))
    for _ in range(50):
        many = many + many

    with pytest.raises(pp.LimitExceeded):
        pp.agreement(many)


def test_coincidences_keep_their_framework():
    """Those of a tailored framework are read under it, and do not add to those of another."""
    own = pp.coincidences([as_record(TAILORED)], framework=GIVEN)

    assert pp.agreement(own) == pp.agreement([as_record(TAILORED)], framework=GIVEN)
    assert pp.agreement([], framework=GIVEN).framework == own.framework
    with pytest.raises(pp.NotComparable):
        pp.agreement([good()], framework=GIVEN)
    with pytest.raises(pp.NotComparable) as caught:
        own + pp.coincidences([good()])
    assert caught.value.differs == ("framework",)


@pytest.mark.parametrize("method", ["", "mean", None, [], "Agreed"])
def test_an_unknown_method(method):
    """A method that does not exist is refused, with those that do, also for no records."""
    for refused in (
        lambda: pp.score(good(), method=method),
        lambda: pp.tally([good()], method=method),
        lambda: pp.tally([], method=method),
        lambda: pp.explain(good(), "GA", method=method),
        lambda: pp.score(pp.tally([good()]), method=method),
        lambda: pp.explain(pp.tally([good()]), "GA", method=method),
    ):
        with pytest.raises(pp.UnknownName) as caught:
            refused()
        assert caught.value.known == ("agreed", "lowest", "lower_median")


def test_a_method_that_a_tally_was_not_counted_by():
    """A tally says how it was counted; another method is refused and not passed over."""
    agreed, lowest = pp.tally([good()]), pp.tally([good()], method="lowest")

    for refused in (
        lambda: pp.score(agreed, method="lowest"),
        lambda: pp.score(lowest, method="lower_median"),
        lambda: pp.explain(agreed, "GA", method="lower_median"),
    ):
        with pytest.raises(pp.NotComparable) as caught:
            refused()
        assert caught.value.differs == ("method",)
    assert pp.score(lowest, method="lowest") == pp.score(lowest)
    assert pp.explain(lowest, "GA", method="lowest") == pp.explain(lowest, "GA")


@pytest.mark.parametrize("overall", ["", "mean", 3, [], "Pooled"])
def test_an_unknown_overall(overall):
    """An overall number that does not exist is refused, with those that do."""
    with pytest.raises(pp.UnknownName) as caught:
        pp.score(good(), overall=overall)

    assert caught.value.known == ("pooled", "mean_of_elements")


def test_there_is_no_overall_number_unless_asked_for():
    """An overall number is there only where it was asked for by name."""
    assert pp.score(good()).overall is None
    assert pp.score(good(), overall="pooled").overall.score.index == 1


def test_a_tally_keeps_its_method_and_framework():
    """A tally that is scored keeps its own method and framework, whatever is asked."""
    tally = pp.tally([as_record(TAILORED)], framework=GIVEN, method="lowest")

    profile = pp.score(tally, framework=GIVEN, method="agreed")

    assert (profile.method, profile.framework) == ("lowest", tally.framework)
    assert profile == pp.score(as_record(TAILORED), framework=GIVEN, method="lowest")
    with pytest.raises(pp.NotComparable):
        pp.score(tally, framework=pp.framework())
    with pytest.raises(pp.UnknownFramework):
        pp.score(tally)
    with pytest.raises(pp.UnknownFramework):
        pp.explain(tally, "GA")
    built_in = pp.tally([good()])
    assert pp.score(built_in, framework=GIVEN) == pp.score(built_in)
