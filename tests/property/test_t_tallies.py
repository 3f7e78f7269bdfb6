"""The laws T1 to T7 of tallies and profiles (scoring.md, section 8), one test a law."""

import copy
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import positive_practice as pp
from oracle import completions as oracle
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Position
from positive_practice.model.record import FrameworkRef
from positive_practice.model.state import State
from positive_practice.scoring.plan import make_plan
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.settle import settle
from positive_practice.scoring.tally import consistency, make_tally
from support.frameworks import weighted, without
from support.records import LEVELS, as_record, records
from support.scores import score, weighted_states

METHODS = ("agreed", "lowest", "lower_median")
every_method = pytest.mark.parametrize("method", METHODS)
some = settings(max_examples=25)

SMALL = without(
    shipped_framework(),
    practices=("GA2", "GA3", "PE1", "PE2", "PE3", "VY1", "TI1", "TI2", "MA4", "MA5", "CF1", "CF2"),
    stages=("delivery", "transition"),
)
"""Two stages and ten practices, five of which the records of these laws speak of."""

WEIGHTED = weighted(
    SMALL, {"GA1": Fraction(0), "PE4": Fraction(5, 7), "MA1": Fraction(3), "MO1": Fraction(0)}
)
frameworks = st.sampled_from([SMALL, WEIGHTED])
cohorts = st.lists(records(), max_size=3)


def tally(plains, framework, method="agreed"):
    """The tally of plain records."""
    return make_tally([as_record(one) for one in plains], framework, method)


def profile(plains, framework, method="agreed"):
    """The profile of plain records, with an overall number."""
    return make_profile(tally(plains, framework, method), framework, "pooled")


@every_method
@some
@given(framework=frameworks, first=cohorts, second=cohorts, third=cohorts)
def test_t1_tallies_form_a_monoid(method, framework, first, second, third):
    """T1. Tallies form a commutative monoid; the profile of a sum is that of all records."""
    a, b, c = (tally(one, framework, method) for one in (first, second, third))
    zero = tally([], framework, method)

    assert a + zero == zero + a == a
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == sum([a, b, c])
    together = make_profile(a + b, framework, "pooled")
    assert together == profile([*first, *second], framework, method)


@every_method
@some
@given(framework=frameworks, plains=cohorts, rng=st.randoms(use_true_random=False))
def test_t2_order_of_records_never_matters(method, framework, plains, rng):
    """T2. Order of records never matters."""
    shuffled = list(plains)
    rng.shuffle(shuffled)

    assert profile(shuffled, framework, method) == profile(plains, framework, method)


@every_method
@some
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

    assert found.overall.score == score(list(states.values()))
    for one in found.elements:
        inside = {p: s for p, s in states.items() if p.practice.startswith(one.element)}
        assert one.score == score(list(inside.values()))
        for stage in one.stages:
            at_stage = [s for p, s in inside.items() if p.stage == stage.stage]
            assert stage.score == score(at_stage)
    for one in found.practices:
        inside = [s for p, s in states.items() if p.practice == one.practice]
        assert one.score == score(inside)
    for one in found.positions:
        assert one.score == score([states[Position(one.practice, one.stage)]])


@given(weighted_states(min_size=1, max_size=4))
def test_t4_consistency_is_the_common_verdict(weighted):
    """T4. Consistency is the verdict common to all completions that leave something applicable."""
    states, weights = [state for state, _ in weighted], [weight for _, weight in weighted]
    practices = tuple(f"AA{number}" for number in range(1, len(states) + 1))
    plan = make_plan(
        tuple(Position(practice, "assessment") for practice in practices),
        {"AA": practices},
        {"AA": "thread"},
        dict(zip(practices, weights, strict=True)),
    )

    settled = tuple(State[state.upper()] for state in states)

    expected = oracle.common_verdict(states, weights)
    assert consistency(plan.elements[0], plan, settled) == expected


def scores(found):
    """Every score of a profile, in order."""
    parts = [found.overall, *found.elements, *found.practices, *found.positions]
    stages = [stage for element in found.elements for stage in element.stages]
    return [one.score for one in (*parts, *stages)]


@every_method
@some
@given(framework=frameworks, plain=records(of=st.sampled_from(LEVELS)), which=st.integers(0, 9))
def test_t5_raising_an_answer_never_lowers(method, framework, plain, which):
    """T5. Raising the level of one answer never lowers any index or bound."""
    raised = copy.deepcopy(plain)
    said = [answer for one in raised["submissions"] for answer in one["answers"]]
    for answer in said[which : which + 1]:
        answer["rating"] = LEVELS[min(LEVELS.index(answer["rating"]) + 1, 3)]

    before, after = profile([plain], framework, method), profile([raised], framework, method)

    for old, new in zip(scores(before), scores(after), strict=True):
        for name in ("index", "lower", "upper"):
            if getattr(old, name) is not None:
                assert getattr(new, name) >= getattr(old, name)


@every_method
@some
@given(framework=frameworks, plains=cohorts)
def test_t6_counts_add_up(method, framework, plains):
    """T6. Counts per state add up to records x positions; consistency and selections to records."""
    found = profile(plains, framework, method)
    size = {one.element: 0 for one in found.elements} | {one.practice: 0 for one in found.practices}
    for position in framework.positions:
        size[position.practice] += len(plains)
        size[position.practice[:2]] += len(plains)

    assert sum(found.selections.values()) == found.records == len(plains)
    for one in found.positions:
        assert sum(one.counts.values()) == len(plains)
    for one in found.practices:
        assert sum(one.counts.values()) == size[one.practice]
    for one in found.elements:
        assert sum(one.counts.values()) == size[one.element]
        if one.kind == "thread":
            assert sum(one.consistency.values()) == len(plains)
            assert sum(sum(s.counts.values()) for s in one.stages) == size[one.element]
        else:
            assert one.consistency is None


@every_method
@some
@given(framework=frameworks, plains=cohorts)
def test_t7_what_to_look_at_next(method, framework, plains):
    """T7. To look at next: all and only those of lowest index below 1; not yet known: not rated."""
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


@some
@given(framework=frameworks, first=cohorts, second=cohorts)
def test_t1_holds_at_the_front_door(framework, first, second):
    """T1. With a framework given, tallies of any records add, of none too, or none is made."""
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
