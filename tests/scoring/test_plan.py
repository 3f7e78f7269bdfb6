"""Plans: where the positions of a framework stand, and what each of them weighs."""

from fractions import Fraction

import pytest

import positive_practice as pp
from positive_practice.model.framework import Position
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.scoring.plan import identity_of, make_plan, plan_of
from support.frameworks import weighted, without

POSITIONS = tuple(
    Position(*parts)
    for parts in (("AA1",), ("BB1", "planning"), ("BB2", "planning"), ("BB1", "delivery"), ("BB9",))
)
PLAN = make_plan(
    POSITIONS,
    {"AA": ("AA1",), "BB": ("BB1", "BB2", "BB9")},
    {"AA": "feature", "BB": "thread"},
    {"AA1": Fraction(1, 2), "BB1": Fraction(2, 3), "BB2": Fraction(0), "BB9": Fraction(5)},
)


def test_places_of_practices_and_elements():
    """Practices and elements know where their positions stand, practice by practice."""
    first, second = PLAN.elements

    assert (first.id, first.kind, first.places) == ("AA", "feature", (0,))
    assert (second.id, second.kind, second.places) == ("BB", "thread", (1, 3, 2, 4))
    assert [(one.id, one.places) for one in PLAN.practices] == [
        ("AA1", (0,)),
        ("BB1", (1, 3)),
        ("BB2", (2,)),
        ("BB9", (4,)),
    ]
    assert PLAN.threads == (second,)
    assert PLAN.positions == POSITIONS


def test_stages_of_a_thread():
    """A thread has the places of each of its stages; without a stage there is none to have."""
    assert PLAN.elements[0].stages == ()
    assert PLAN.elements[1].stages == (("planning", (1, 2)), ("delivery", (3,)))


def test_a_feature_has_no_stages_whatever_its_positions():
    """Only threads are looked at by stage."""
    (element,) = make_plan(
        POSITIONS[1:2], {"BB": ("BB1",)}, {"BB": "feature"}, {"BB1": Fraction(1)}
    ).elements

    assert element.stages == ()


def test_weights_are_whole_numbers_in_the_same_proportion():
    """Weights are multiplied by the least number that makes all of them whole."""
    assert PLAN.scaled == (3, 4, 0, 4, 30)
    assert [one.weight for one in PLAN.practices] == [Fraction(1, 2), Fraction(2, 3), 0, 5]


def test_a_plan_without_positions():
    """A plan of nothing has nothing."""
    plan = make_plan((), {}, {}, {})

    assert (plan.positions, plan.elements, plan.scaled) == ((), (), ())


@pytest.mark.parametrize("practices", [(), ("GA1",), ("TI1", "TI2")])
def test_the_plan_of_a_framework(practices):
    """The plan of a framework has its positions, elements, practices and weights in its order."""
    framework = weighted(without(pp.framework(), practices), {"MA1": Fraction(3, 4)})

    plan = plan_of(framework)

    assert plan.positions == framework.positions
    assert [one.id for one in plan.elements] == [one.id for one in framework.elements]
    assert [one.kind for one in plan.elements] == [one.kind for one in framework.elements]
    assert [(one.id, one.weight) for one in plan.practices] == [
        (one.id, one.weight) for one in framework.practices
    ]
    for practice in plan.practices:
        assert {plan.positions[place].practice for place in practice.places} == {practice.id}
    for position, weight in zip(plan.positions, plan.scaled, strict=True):
        assert weight == (3 if position.practice == "MA1" else 4)


def test_the_identity_of_a_framework():
    """Results name their framework, its tailoring and what of it changes a score."""
    framework = without(pp.framework(), ("GA1",))

    assert identity_of(framework) == FrameworkIdentity(
        id="positive-practice",
        version="1.0",
        tailoring=framework.tailoring,
        scoring_hash=framework.scoring_hash,
    )
    assert identity_of(pp.framework()).tailoring is None
