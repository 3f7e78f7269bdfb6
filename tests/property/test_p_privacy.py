"""The law P1 of results (scoring.md, section 8)."""

import copy
import random

from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from support.laws import every_method
from support.records import as_record, random_record

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


def results_of(plains, method):
    """Every result that is made of many records, as bytes."""
    records = [as_record(one) for one in plains]
    tally = pp.tally(records, method=method)
    profile = pp.score(tally, overall="pooled")
    agreement = pp.agreement(records, minimum_units=0)
    return [
        pp.dumps(one)
        for one in (
            tally,
            profile,
            agreement,
            pp.compare(profile, profile),
            pp.explain(tally, "MA"),
        )
    ]


@every_method
@given(seed=st.integers(0, 10**9))
def test_p1_results_hold_nothing_of_a_case(method, seed):
    """P1. A result holds no free text and nothing about a single case unless it is a single case's
    result.

    So the results of cases that settle alike are the same to the last byte, whatever is told.
    """
    rng = random.Random(seed)
    plains = [random_record(rng) for _ in range(2)]

    told = results_of([told_otherwise(one) for one in plains], method)

    assert told == results_of(plains, method)
    assert CANARY.encode() not in b"".join(told)
