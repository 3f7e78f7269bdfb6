"""The law H1 of scoring hashes (scoring.md, section 8), and its other direction."""

import random
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.model.tailoring import Edition
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import random_removal, random_weights, weighted, without
from support.laws import every_method
from support.records import as_record, random_record


def reworded(framework):
    """The framework in other words, with local standards, under another name."""
    elements = tuple(
        attrs.evolve(
            element,
            label="Other words",
            practices=tuple(
                attrs.evolve(one, label="Other", statement="Other words.")
                for one in element.practices
            ),
        )
        for element in framework.elements
    )
    stages = tuple(attrs.evolve(stage, label="Other") for stage in framework.stages)
    name = {"id": "other", "version": "2.0", "tailoring": Edition(id="local", version="3")}
    return attrs.evolve(framework, elements=elements, stages=stages, title="Other", **name)


def first_practice(framework, **changes):
    """The framework with its first practice changed."""
    first, *others = framework.elements
    practice = attrs.evolve(first.practices[0], **changes)
    element = attrs.evolve(first, practices=(practice, *first.practices[1:]))
    return attrs.evolve(framework, elements=(element, *others))


@every_method
@given(seed=st.integers(0, 10**9))
def test_h1_equal_hash_means_equal_scores(method, seed):
    """H1. Equal scoring hash and method imply equal scores on equal records."""
    rng = random.Random(seed)
    first = weighted(without(pp.framework(), *random_removal(rng)), random_weights(rng))
    second = reworded(first)
    assert first.scoring_hash == second.scoring_hash
    records = [as_record(random_record(rng)) for _ in range(2)]

    profiles = [
        make_profile(make_tally(records, one, method), one, "pooled") for one in (first, second)
    ]

    names = ("method", "records", "selections", "elements", "practices", "positions", "overall")
    assert all(getattr(profiles[0], name) == getattr(profiles[1], name) for name in names)


@pytest.mark.parametrize(
    "changed",
    [
        lambda framework: weighted(framework, {"GA1": Fraction(2)}),
        lambda framework: weighted(framework, {"GA1": Fraction(0)}),
        lambda framework: without(framework, practices=("GA1",)),
        lambda framework: without(framework, stages=("delivery",)),
        lambda framework: first_practice(framework, id="GA9"),
        lambda framework: first_practice(framework, staged=True),
        lambda framework: first_practice(
            framework, may_not_apply=framework.practice("PE4").may_not_apply
        ),
        lambda framework: attrs.evolve(
            framework,
            elements=(attrs.evolve(framework.elements[0], kind="thread"), *framework.elements[1:]),
        ),
        lambda framework: attrs.evolve(framework, elements=framework.elements[::-1]),
        lambda framework: attrs.evolve(framework, stages=framework.stages[::-1]),
    ],
)
def test_whatever_changes_a_score_changes_the_hash(changed):
    """The other way round, each part that section 7 lists is in the scoring hash."""
    assert changed(pp.framework()).scoring_hash != pp.framework().scoring_hash
