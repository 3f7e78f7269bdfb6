"""Tailorings made at random, valid for the built-in framework or not, as plain values."""

import random
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.derive.structure import structure_or_raise
from positive_practice.text.fraction import format_fraction
from support.frameworks import WEIGHTS, random_removal
from support.records import STAGED, UNSTAGED

PRACTICES = (*UNSTAGED, *STAGED)
STAGES = ("assessment", "planning", "delivery", "transition")
NOTHING: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "county",
    "version": "1",
    "framework": {"id": "positive-practice", "version": "1.0"},
    "remove": {"practices": [], "stages": []},
    "weights": [],
    "standards": [],
    "labels": [],
}
"""A tailoring that says nothing."""

DATES = ("2025-11-03", "2026-01-14", "2026-01-15")
BODIES = ("County partnership", "Leaving care service")


def as_tailoring(plain: dict[str, Any]) -> pp.Tailoring:
    """Make the document of a plain tailoring."""
    return structure_or_raise(plain, pp.Tailoring)


def positions_left(remove: dict[str, Any]) -> list[str]:
    """The positions that a removal leaves, in framework order, worked out from the 55 by hand."""
    order = [*UNSTAGED, *STAGED]
    return [
        practice if stage is None else f"{practice}.{stage}"
        for practice in order
        for stage in (STAGES if practice in STAGED else (None,))
        if practice not in remove["practices"] and stage not in remove["stages"]
    ]


def random_tailoring(rng: random.Random) -> dict[str, Any]:
    """A tailoring of the built-in framework without a problem."""
    practices, stages = random_removal(rng)
    stages = STAGES if rng.random() < 0.1 else stages
    remove = {"practices": list(practices), "stages": list(stages)}
    left = positions_left(remove)
    if not left:
        return random_tailoring(rng)
    kept = list(dict.fromkeys(one.split(".")[0] for one in left))
    shown = [one.split(".")[1] for one in left if "." in one]
    words = {*kept, *(one[:2] for one in kept), *shown}
    weighted = rng.sample(kept, rng.randrange(len(kept) + 1) if rng.random() < 0.7 else 0)
    standards = [_standard(rng, kept) for _ in range(rng.choice((0, 0, 1, 4)))]
    return {
        **NOTHING,
        "remove": remove,
        "weights": [
            {"practice": one, "weight": format_fraction(rng.choice(WEIGHTS))} for one in weighted
        ],
        "standards": [one for i, one in enumerate(standards) if one not in standards[:i]],
        "labels": [
            {"id": one, "text": f"Words {rng.randrange(9)}"}
            for one in rng.sample(sorted(words), rng.choice((0, 1, 3)) if len(words) > 2 else 0)
        ],
    }


def _standard(rng: random.Random, kept: list[str]) -> dict[str, Any]:
    return {
        "practice": rng.choice(kept[:2]),
        "text": f"Within {rng.randrange(3)} days.",
        "set_by": rng.choice(BODIES),
        "set_on": rng.choice(DATES),
    }


def shuffled(rng: random.Random, plain: dict[str, Any]) -> dict[str, Any]:
    """The same tailoring with every list in another order."""

    def mixed(items: list[Any]) -> list[Any]:
        return rng.sample(items, len(items))

    removed = {name: mixed(items) for name, items in plain["remove"].items()}
    settings = {name: mixed(plain[name]) for name in ("weights", "standards", "labels")}
    return {**plain, "remove": removed, **settings}


def weights_of(plain: dict[str, Any]) -> dict[str, Fraction]:
    """The weight of each practice under a tailoring: 1 unless it says otherwise."""
    said = {one["practice"]: Fraction(one["weight"]) for one in plain["weights"]}
    return {practice: said.get(practice, Fraction(1)) for practice in PRACTICES}


tailorings = st.integers(0, 10**9).map(lambda seed: random_tailoring(random.Random(seed)))
