"""Scoring agrees with a second implementation of scoring.md on random records."""

import random
from functools import cache
from typing import Any

import pytest
from oracle import scoring as oracle
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import random_removal, random_weights, weighted, without
from support.records import as_record, random_record

METHODS = ("agreed", "lowest", "lower_median")
OVERALLS = (None, "pooled", "mean_of_elements")
SEEDS = range(10)
RECORDS_A_SEED = 300
COHORTS_A_SEED = 12


@cache
def made_frameworks() -> tuple[Framework, ...]:
    """The built-in framework, weighted ones, tailored ones, and ones that are both."""
    rng = random.Random(7)
    plain = shipped_framework()
    tailored = [without(plain, *random_removal(rng)) for _ in range(6)]
    return (
        plain,
        weighted(plain, dict.fromkeys((one.id for one in plain.practices), 0)),
        *(weighted(plain, random_weights(rng)) for _ in range(5)),
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


@pytest.mark.parametrize("seed", SEEDS)
def test_single_records(seed):
    """The tally and profile of each of many random records are those of the oracle."""
    rng = random.Random(seed)
    for _ in range(RECORDS_A_SEED):
        record = random_record(rng)
        chosen = (rng.choice(made_frameworks()), rng.choice(METHODS), rng.choice(OVERALLS))

        assert made([record], *chosen) == expected([record], *chosen)


@pytest.mark.parametrize("seed", SEEDS)
def test_cohorts(seed):
    """The tally and profile of a cohort are those of the oracle, also of no records."""
    rng = random.Random(1000 + seed)
    for size in range(COHORTS_A_SEED):
        records = [random_record(rng) for _ in range(size)]
        chosen = (rng.choice(made_frameworks()), rng.choice(METHODS), rng.choice(OVERALLS))

        assert made(records, *chosen) == expected(records, *chosen)


@pytest.mark.parametrize("overall", OVERALLS)
@pytest.mark.parametrize("method", METHODS)
def test_every_method_and_overall(method, overall):
    """Every method with every overall number agrees, on the same cohort."""
    rng = random.Random(5)
    records = [random_record(rng) for _ in range(20)]

    for framework in made_frameworks()[:8]:
        chosen = (framework, method, overall)
        assert made(records, *chosen) == expected(records, *chosen)


def test_records_are_odd_enough():
    """The random records meet every state, so that agreement says something."""
    rng = random.Random(3)
    framework = shipped_framework()
    tally = make_tally([as_record(random_record(rng)) for _ in range(300)], framework)

    met = {state for one in tally.positions for state in one.counts}

    assert met == set(oracle.STATES)
