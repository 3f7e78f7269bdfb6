"""Scoring agrees with a second implementation of scoring.md on random records."""

import random
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from oracle import scoring as oracle
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import (
    random_removal,
    random_weights,
    restaged,
    weighted,
    without,
)
from support.records import as_record, random_record

pytestmark = pytest.mark.volume

METHODS = ("agreed", "lowest", "lower_median")
OVERALLS = (None, "pooled", "mean_of_elements")
SEEDS = range(10)
RECORDS_A_SEED = 300
SIZES = (1, 1, 2, 3, 5, 8)


@cache
def made_frameworks() -> tuple[Framework, ...]:
    """The built-in framework, weighted and tailored ones, both, and one staged otherwise."""
    rng = random.Random(7)
    plain = shipped_framework()
    tailored = [without(plain, *random_removal(rng)) for _ in range(6)]
    return (
        plain,
        weighted(plain, dict.fromkeys((one.id for one in plain.practices), Fraction(0))),
        *(weighted(plain, random_weights(rng)) for _ in range(5)),
        restaged(plain, ("GA1", "MA1", "TI2")),
        *tailored,
        *(weighted(one, random_weights(rng)) for one in tailored),
    )


@cache
def plain_of(framework: Framework) -> dict[str, Any]:
    """The document of a framework, as the oracle reads it."""
    return unstructure(framework)


def expected(
    records: list[dict[str, Any]], framework: Framework, method: str, overall: str | None
) -> tuple[Any, Any]:
    """The tally and profile documents that the oracle makes."""
    tally = oracle.tally(records, plain_of(framework), method)
    return tally, oracle.profile(tally, plain_of(framework), overall)


def made(
    records: list[dict[str, Any]], framework: Framework, method: str, overall: str | None
) -> tuple[Any, Any]:
    """The tally and profile documents that the library makes."""
    tally = make_tally([as_record(one) for one in records], framework, method)
    return unstructure(tally), unstructure(make_profile(tally, framework, overall))


@pytest.fixture(autouse=True)
def remembered_weights(monkeypatch):
    """Let the oracle read the weights of each framework once; it asks for them at every score."""
    remembered = {id(plain_of(one)): oracle.weights(plain_of(one)) for one in made_frameworks()}
    monkeypatch.setattr(oracle, "weights", lambda plain: remembered[id(plain)])


@pytest.mark.parametrize("seed", SEEDS)
def test_records_and_cohorts(seed):
    """The tallies and profiles of many random records, alone and together, are the oracle's."""
    rng = random.Random(seed)
    left = RECORDS_A_SEED
    while left > 0:
        records = [random_record(rng) for _ in range(rng.choice(SIZES))]
        chosen = (rng.choice(made_frameworks()), rng.choice(METHODS), rng.choice(OVERALLS))
        left -= len(records)

        assert made(records, *chosen) == expected(records, *chosen)


@pytest.mark.parametrize("framework", range(4))
def test_no_records(framework):
    """The tally and profile of no records are those of the oracle."""
    chosen = (made_frameworks()[framework], "agreed", "mean_of_elements")

    assert made([], *chosen) == expected([], *chosen)


@pytest.mark.parametrize("overall", OVERALLS)
@pytest.mark.parametrize("method", METHODS)
def test_every_method_and_overall(method, overall):
    """Every method with every overall number agrees, on the same cohort."""
    rng = random.Random(5)
    records = [random_record(rng) for _ in range(6)]

    for framework in made_frameworks()[1:4]:
        chosen = (framework, method, overall)
        assert made(records, *chosen) == expected(records, *chosen)


def test_records_are_odd_enough():
    """The random records meet every state, so that agreement says something."""
    rng = random.Random(3)
    framework = shipped_framework()
    tally = make_tally([as_record(random_record(rng)) for _ in range(300)], framework)

    met = {state for one in tally.positions for state in one.counts}

    assert met == set(oracle.STATES)
