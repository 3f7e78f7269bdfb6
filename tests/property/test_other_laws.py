"""The laws M1, H1, P1 and R1 (scoring.md, section 8), and its pinned counter-examples."""

import copy
import json
import random
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import positive_practice as pp
from oracle.scoring import lower_median
from positive_practice.model.plain import unstructure
from positive_practice.model.tailoring import Edition
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import weighted, without
from support.parts import parts_of, value_of, without_repeats
from support.records import (
    as_record,
    plain_record,
    random_record,
    review,
    said_at,
    submission,
)
from support.samples import AGREEMENT, COMPARISON, NOTICE, TAILORING
from support.scores import score

some = settings(max_examples=40)
seeds = st.integers(0, 10**9)


@some
@given(seed=seeds)
def test_m1_combining(seed):
    """M1. Combining is commutative, associative and idempotent, and the parts give the record."""
    rng = random.Random(seed)
    plain = without_repeats(random_record(rng))
    parts = [as_record(part) for part in parts_of(plain, rng)]
    cut = rng.randint(1, len(parts))

    whole = pp.combine(parts)

    assert value_of(unstructure(whole)) == value_of(plain)
    assert pp.combine([*reversed(parts), parts[0]]) == whole
    assert pp.combine([pp.combine(parts[:cut]), *parts[cut:]]) == whole
    assert pp.combine([whole, whole]) == pp.combine([whole]) == whole


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


@some
@given(seed=seeds, method=st.sampled_from(["agreed", "lowest", "lower_median"]))
def test_h1_equal_hash_means_equal_scores(seed, method):
    """H1. Equal scoring hash and method imply equal scores on equal records."""
    record = as_record(random_record(random.Random(seed)))
    first, second = pp.framework(), reworded(pp.framework())
    assert first.scoring_hash == second.scoring_hash

    profiles = [
        make_profile(make_tally([record], one, method), one, "pooled") for one in (first, second)
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
def test_h1_whatever_changes_a_score_changes_the_hash(changed):
    """H1, the other way: each part that section 7 lists is in the scoring hash."""
    assert changed(pp.framework()).scoring_hash != pp.framework().scoring_hash


CANARY = "canary"


def told_otherwise(plain):
    """The record of another case that settles alike: other ids, texts, days, events, own view."""
    told = copy.deepcopy(plain)
    told["record_id"] = "00000000-0000-4000-8000-000000000000"
    told["audit"] |= {"id": CANARY, "purpose": CANARY}
    told["case"] |= {"population": "other", "age_band": "16-17", "concern_raised": "yes"}
    told["own_view"] = {"answers": [{"question": "heard", "view": "no", "text": CANARY}]}
    told["events"] = [{"kind": "crisis", "day": 7, "note": CANARY}]
    told["outcomes"], told["extensions"] = [], {"org.canary": CANARY}
    told.pop("actions", None)
    for one in told["submissions"]:
        one["note"] = CANARY
        one["id"] = f"{CANARY}-{one['id']}"
        for answer in one["answers"]:
            answer["note"] = CANARY
            answer["evidence"] = [{"kind": "quote", "text": CANARY, "day": 3}]
    for one in told.get("reviews", []):
        for decision in one["decisions"]:
            decision["rationale"] = CANARY
    return told


@some
@given(seed=seeds)
def test_p1_results_hold_nothing_of_a_case(seed):
    """P1. A result holds no free text and nothing about a single case."""
    rng = random.Random(seed)
    plains = [random_record(rng) for _ in range(2)]

    tallies = [
        pp.tally([as_record(one) for one in told])
        for told in (plains, [told_otherwise(one) for one in plains])
    ]

    assert pp.dumps(tallies[0]) == pp.dumps(tallies[1])
    profiles = [pp.dumps(pp.score(one, overall="pooled")) for one in tallies]
    assert profiles[0] == profiles[1]
    assert CANARY.encode() not in pp.dumps(tallies[1]) + profiles[1]


@some
@given(seed=seeds, method=st.sampled_from(["agreed", "lowest", "lower_median"]))
def test_r1_records_and_results_come_back(seed, method):
    """R1. `loads(dumps(x)) == x` for records, tallies and profiles."""
    rng = random.Random(seed)
    records = [as_record(random_record(rng)) for _ in range(rng.randrange(3))]
    tally = pp.tally(records, method=method)
    overall = rng.choice([None, "pooled", "mean_of_elements"])

    for one in (*records, tally, pp.score(tally, overall=overall)):
        assert pp.loads(pp.dumps(one), type=type(one)) == one


@pytest.mark.parametrize(
    ("cls", "plain"),
    [
        (pp.Comparison, COMPARISON),
        (pp.Agreement, AGREEMENT),
        (pp.Tailoring, TAILORING),
        (pp.UrgentHelpNotice, NOTICE),
    ],
)
def test_r1_other_documents_come_back(cls, plain):
    """R1, for the documents that are not made from a record."""
    one = pp.loads(json.dumps(plain), type=cls)

    written = pp.dumps(one)

    assert json.loads(written) == plain
    assert pp.loads(written, type=cls) == one
    assert pp.dumps(pp.loads(written, type=cls)) == written


@pytest.mark.parametrize(
    "one",
    [
        pp.framework(),
        without(weighted(pp.framework(), {"GA1": Fraction(5, 7)}), ("VY3",), ("delivery",)),
        pp.notice(),
        pp.check("{"),
        pp.check({}, mode="publish"),
    ],
    ids=["framework", "tailored", "notice", "text problem", "structure problems"],
)
def test_r1_made_documents_come_back(one):
    """R1, for frameworks, the notice and reports."""
    assert pp.loads(pp.dumps(one), type=type(one)) == one


# Pinned counter-examples


def rated(*levels):
    """States rated at these levels, each of weight 1."""
    return [(f"rated_{level}", Fraction(1)) for level in levels]


def test_pinned_a_mean_of_pooled_indexes_is_not_the_pooled_index():
    """A mean of two pooled indexes is not the pooled index of both."""
    first, second = rated(3), rated(0, 0)

    mean = (score(first).index + score(second).index) / 2

    assert mean == Fraction(1, 2)
    assert score([*first, *second]).index == Fraction(1, 3)


def settled(said):
    """The lower-median state of GA1 where voices say these levels, a submission each level."""
    forms = [
        submission([said_at(("GA1", None), rating)], id=f"s{i}", agency=agency)
        for i, (agency, rating) in enumerate(said)
    ]
    profile = pp.score(as_record(plain_record(forms)), method="lower_median")
    (state,) = profile.position("GA1").counts
    return state


def test_pinned_a_median_of_medians_is_not_the_median():
    """A median of medians is not the median: (0, 0, 1) and (1, 1)."""
    first, second = (0, 0, 1), (1, 1)
    said = [("police", ("not_evident", "partly")[level]) for level in first]
    said += [("housing", "partly") for _ in second]

    assert lower_median([*first, *second]) == 1
    assert settled(said) == "rated_0"


def test_pinned_a_review_may_leave_the_bounds():
    """A review may leave the bounds of a spread."""
    said = [
        submission([said_at(("GA1", None), rating)], id=id_)
        for id_, rating in (("s1", "mostly"), ("s2", "fully"))
    ]
    before = pp.score(as_record(plain_record(said))).position("GA1").score
    reviews = [review(1, [said_at(("GA1", None), "not_evident")])]

    after = pp.score(as_record(plain_record(said, reviews=reviews))).position("GA1").score

    assert (before.lower, before.upper) == (Fraction(2, 3), Fraction(1))
    assert after.index == 0
