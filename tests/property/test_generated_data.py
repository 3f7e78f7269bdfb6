"""The data that laws are tried on is worth the name: what a law speaks of occurs, and often."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, seed, settings

from oracle import scoring as oracle
from positive_practice.catalogue.shipped import framework
from positive_practice.model.plain import unstructure
from support.laws import METHODS
from support.records import records
from support.scores import ANSWERED, LEVEL_STATES, RANGES, SPREADS, total, weighted_states

PLAIN = unstructure(framework())
BEGINNINGS, EACH = 20, 40
"""Seeds, and examples of each: one seed alone would repeat what it began with."""


def shares(cases, traits):
    """In which share of some generated cases each trait is there."""
    found = Counter()
    for number in range(BEGINNINGS):
        note_traits(cases, traits, number, found)
    return Counter({trait: n / BEGINNINGS / EACH for trait, n in found.items()})


def note_traits(cases, traits, number, found):
    """Count the traits of the examples of one seed."""

    @seed(number)
    @settings(max_examples=EACH)
    @given(cases)
    def note(case):
        found.update(traits(case))

    note()


def traits_of_record(plain):
    """What of a record the laws of settling and tallying speak of."""
    forms, reviews = plain["submissions"], plain["reviews"]
    settled = {method: oracle.settle(plain, PLAIN, method) for method in METHODS}
    places = [
        (decision["practice"], decision.get("stage"))
        for one in reviews
        for decision in one["decisions"]
    ]
    yield from {f"status {one['status']}" for one in forms}
    yield from {state.partition("_")[0] for state in settled["agreed"].values()}
    yield from {f"is {state}" for state in settled["agreed"].values()}
    yield from {f"{a} is not {b}" for a, b in combinations(METHODS, 2) if settled[a] != settled[b]}
    if len({one["id"] for one in forms}) < len(forms):
        yield "several revisions"
    if len(set(places)) < len(places):
        yield "several decisions"
    if places:
        yield "decided"
    if plain["case"]["stages_reached"]:
        yield "stages reached"


@pytest.mark.parametrize(
    ("trait", "least"),
    [
        ("status draft", 0.25),
        ("status withdrawn", 0.25),
        ("several revisions", 0.25),
        ("rated", 0.5),
        ("spread", 0.3),
        ("contested", 0.15),
        ("is not_known", 0.05),
        ("is no_record", 0.05),
        ("is not_applicable", 0.2),
        ("agreed is not lowest", 0.3),
        ("agreed is not lower_median", 0.3),
        ("lowest is not lower_median", 0.05),
        ("decided", 0.3),
        ("several decisions", 0.1),
        ("stages reached", 0.3),
    ],
)
def test_records_are_worth_the_name(record_shares, trait, least):
    """What the laws of settling and tallying speak of is in a good share of the records."""
    assert record_shares[trait] >= least


@pytest.fixture(scope="module")
def record_shares():
    """The traits of generated records, looked at once."""
    return shares(records(), traits_of_record)


def traits_of_states(weighted):
    """What of weighted states the laws of scores speak of."""
    counting = {state for state, weight in weighted if weight > 0}
    applicable, answered = total(weighted, RANGES), total(weighted, ANSWERED)
    found = {
        "spread": counting & {*SPREADS},
        "contested": "contested" in counting,
        "not applicable": "not_applicable" in counting,
        "weight 0": any(weight == 0 for _, weight in weighted),
        "fraction": any(weight.denominator > 1 for _, weight in weighted),
        "several": len(counting) > 2,
        "wholly settled": answered and total(weighted, LEVEL_STATES) == applicable,
        "has an index": answered,
        "nothing rated": applicable and not answered,
        "nothing applicable": total(weighted) and not applicable,
        "nothing weighted": not total(weighted),
    }
    return [trait for trait, is_there in found.items() if is_there]


@pytest.mark.parametrize(
    ("trait", "least"),
    [
        ("spread", 0.3),
        ("contested", 0.1),
        ("not applicable", 0.1),
        ("weight 0", 0.1),
        ("fraction", 0.3),
        ("several", 0.3),
        ("wholly settled", 0.05),
        ("has an index", 0.5),
        ("nothing rated", 0.05),
        ("nothing applicable", 0.01),
        ("nothing weighted", 0.05),
    ],
)
def test_states_are_worth_the_name(state_shares, trait, least):
    """What the laws of scores speak of is in a good share of the lists of states."""
    assert state_shares[trait] >= least


@pytest.fixture(scope="module")
def state_shares():
    """The traits of generated lists of states, looked at once."""
    return shares(weighted_states(), traits_of_states)
