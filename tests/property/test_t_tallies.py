"""The laws T1 to T7 of tallies and profiles (scoring.md, section 8), one test a law."""

import copy
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import positive_practice as pp
from oracle import completions, scoring
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Position
from positive_practice.model.record import FrameworkRef
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.settle import settle
from positive_practice.scoring.tally import make_tally
from support.frameworks import weighted, without
from support.laws import every_method
from support.records import (
    LEVELS,
    as_record,
    plain_ratings,
    plain_record,
    records,
    said_at,
    stages_reached,
    submission,
)

SMALL = without(
    shipped_framework(),
    practices=("GA2", "GA3", "PE1", "PE2", "PE3", "VY1", "TI1", "TI2", "MA4", "MA5", "CF1", "CF2"),
    stages=("delivery", "transition"),
)
"""Two stages and ten practices, five of which the records of these laws speak of."""

NONE, SOME = Fraction(0), Fraction(5, 7)
WEIGHTED = weighted(
    SMALL, {"GA1": NONE, "PE4": SOME, "MA1": Fraction(3), "MA2": NONE, "MA3": NONE, "MO1": NONE}
)
"""What records say of one practice decides the consistency of its thread; another counts less."""

UNCOUNTED = weighted(SMALL, {"GA4": NONE, "PE4": NONE, "MA1": NONE})
frameworks = st.sampled_from([WEIGHTED, SMALL, UNCOUNTED])
cohorts = st.lists(records(), max_size=3)


def tally(plains, framework, method="agreed"):
    """The tally of plain records."""
    return make_tally([as_record(one) for one in plains], framework, method)


def profile(plains, framework, method="agreed"):
    """The profile of plain records, with an overall number."""
    return make_profile(tally(plains, framework, method), framework, "pooled")


@every_method
@given(framework=frameworks, first=cohorts, second=cohorts, third=cohorts)
def test_t1_tallies_form_a_monoid(method, framework, first, second, third):
    """T1. Tallies form a commutative monoid; profile(tally(a) + tally(b)) = profile(tally(a and
    b)).
    """
    a, b, c = (tally(one, framework, method) for one in (first, second, third))
    zero = tally([], framework, method)

    assert a + zero == zero + a == a
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == sum([a, b, c])
    together = make_profile(a + b, framework, "pooled")
    assert together == profile([*first, *second], framework, method)


@every_method
@given(framework=frameworks, plains=cohorts, rng=st.randoms(use_true_random=False))
def test_t2_order_of_records_never_matters(method, framework, plains, rng):
    """T2. Order of records never matters."""
    shuffled = list(plains)
    rng.shuffle(shuffled)

    assert profile(shuffled, framework, method) == profile(plains, framework, method)


@every_method
@given(framework=frameworks, plain=records())
def test_t3_a_record_scores_as_its_states(method, framework, plain):
    """T3. A record's profile is the score of its settled states."""
    settled = settle(as_record(plain), framework, method)
    weights = {one.id: one.weight for one in framework.practices}
    states = {
        position: (state.name.lower(), weights[position.practice])
        for position, state in zip(framework.positions, settled, strict=True)
    }

    found = profile([plain], framework, method)

    assert attrs.asdict(found.overall.score) == scoring.score(list(states.values()))
    for one in found.elements:
        inside = {p: s for p, s in states.items() if p.practice.startswith(one.element)}
        assert attrs.asdict(one.score) == scoring.score(list(inside.values()))
        for stage in one.stages:
            at_stage = [s for p, s in inside.items() if p.stage == stage.stage]
            assert attrs.asdict(stage.score) == scoring.score(at_stage)
    for one in found.practices:
        inside = [s for p, s in states.items() if p.practice == one.practice]
        assert attrs.asdict(one.score) == scoring.score(inside)
    for one in found.positions:
        here = states[Position(one.practice, one.stage)]
        assert attrs.asdict(one.score) == scoring.score([here])


THREAD = [(practice, stage) for practice in ("MO1", "MO2") for stage in ("assessment", "planning")]
two_voices = st.lists(st.one_of(st.just("fully"), plain_ratings), max_size=2)
weights = st.sampled_from([Fraction(1), SOME, NONE])


def saying(said, reached):
    """A record in which up to two voices say something at each position of a thread."""
    forms = [
        submission(
            [said_at(place, by[voice]) for place, by in said.items() if len(by) > voice],
            id=f"s{voice}",
            agency_ref=f"team-{voice}",
        )
        for voice in (0, 1)
    ]
    return plain_record(forms, reached=reached)


@every_method
@given(
    said=st.fixed_dictionaries(dict.fromkeys(THREAD, two_voices)),
    reached=stages_reached,
    of=st.fixed_dictionaries({"MO1": weights, "MO2": weights}),
)
def test_t4_consistency_is_the_common_verdict(method, said, reached, of):
    """T4. A thread's consistency is the verdict common to all completions that leave something
    applicable, `undetermined` where they differ.
    """
    framework, record = weighted(SMALL, of), saying(said, reached)
    settled = zip(framework.positions, settle(as_record(record), framework, method), strict=True)
    states = [state.name.lower() for one, state in settled if one.practice in of]
    of_each = [of[practice] for practice, _ in THREAD]

    found = profile([record], framework, method).element("MO").consistency

    expected = completions.common_verdict(states, of_each)
    assert {verdict: n for verdict, n in found.items() if n} == {expected: 1}


def scores(found):
    """Every score of a profile, in order."""
    parts = [found.overall, *found.elements, *found.practices, *found.positions]
    stages = [stage for element in found.elements for stage in element.stages]
    return [one.score for one in (*parts, *stages)]


@every_method
@given(framework=frameworks, plain=records(), which=st.integers(0, 50), by=st.integers(1, 3))
def test_t5_raising_an_answer_never_lowers(method, framework, plain, which, by):
    """T5. Raising the level of one answer never lowers any index or bound."""
    raised = copy.deepcopy(plain)
    said = [answer for one in raised["submissions"] for answer in one["answers"]]
    levels = [answer for answer in said if answer["rating"] in LEVELS[:3]]
    assume(levels)
    answer = levels[which % len(levels)]
    answer["rating"] = LEVELS[min(LEVELS.index(answer["rating"]) + by, 3)]

    before, after = profile([plain], framework, method), profile([raised], framework, method)

    for old, new in zip(scores(before), scores(after), strict=True):
        for name in ("index", "lower", "upper"):
            if getattr(old, name) is None:
                assert getattr(new, name) is None
            else:
                assert getattr(new, name) >= getattr(old, name)


@every_method
@given(framework=frameworks, plains=cohorts)
def test_t6_counts_add_up(method, framework, plains):
    """T6. Counts per state add up to records x positions at every level of the profile;
    consistency counts and selections add up to records.
    """
    found = profile(plains, framework, method)
    many = len(plains)

    assert sum(found.selections.values()) == found.records == many
    for one in found.positions:
        assert sum(one.counts.values()) == many
    for one in found.practices:
        inside = [p for p in framework.positions if p.practice == one.practice]
        assert sum(one.counts.values()) == many * len(inside)
    for one in found.elements:
        inside = [p for p in framework.positions if p.practice.startswith(one.element)]
        assert sum(one.counts.values()) == many * len(inside)
        for stage in one.stages:
            at_stage = [p for p in inside if p.stage == stage.stage]
            assert sum(stage.counts.values()) == many * len(at_stage)
        if one.kind == "thread":
            assert sum(one.consistency.values()) == many
        else:
            assert one.consistency is None


@every_method
@given(framework=frameworks, plains=cohorts)
def test_t7_what_to_look_at_next(method, framework, plains):
    """T7. Practices and stages to look at next are all and only those of lowest defined index
    below 1; not yet known, those with `nothing_rated`.
    """
    found = profile(plains, framework, method)

    for one in found.elements:
        practices = {p.practice: p.score for p in found.practices if p.practice[:2] == one.element}
        stages = {stage.stage: stage.score for stage in one.stages}
        assert one.look_at_next == lowest_below_one(practices)
        assert one.stages_look_at_next == lowest_below_one(stages)
        assert one.not_yet_known == not_rated(practices)
        assert one.stages_not_yet_known == not_rated(stages)


def lowest_below_one(scores):
    """Those than which none is lower, and which are below 1."""
    indexes = {name: one.index for name, one in scores.items() if one.index is not None}
    return tuple(
        name
        for name, index in indexes.items()
        if index < 1 and all(index <= other for other in indexes.values())
    )


def not_rated(scores):
    """Those without an index because nothing is rated."""
    return tuple(name for name, one in scores.items() if one.index_reason == "nothing_rated")


@given(framework=frameworks, first=cohorts, second=cohorts)
def test_tallies_add_at_the_front_door(framework, first, second):
    """With a framework given, tallies of any records add, of none too, or none is made."""
    named = [naming(one, framework) for one in (*first, *second)]
    a, b = named[: len(first)], named[len(first) :]

    assert pp.tally(a, framework=framework) + pp.tally(b, framework=framework) == pp.tally(
        named, framework=framework
    )


def test_a_record_of_another_framework_is_in_no_tally_of_the_one_given():
    """Else a tally of no records could not be added to it."""
    record = next(iter(pp.sample(1)))

    with pytest.raises(pp.NotComparable):
        pp.tally([record], framework=naming_itself(WEIGHTED))


def naming_itself(framework):
    """A framework under an id of its own."""
    return attrs.evolve(framework, id="a-local-one")


def naming(plain, framework):
    """A record that names a framework."""
    reference = FrameworkRef(
        id=framework.id, version=framework.version, tailoring=framework.tailoring
    )
    return attrs.evolve(as_record(plain), framework=reference)
