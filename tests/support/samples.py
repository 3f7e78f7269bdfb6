"""Small valid documents as plain values, written by hand, and how to change a copy of one."""

import copy
from typing import Any

__all__ = [
    "ABSENT",
    "ACTION",
    "AGREEMENT",
    "COMPARISON",
    "NOTICE",
    "RECORD",
    "SCORE",
    "TAILORING",
    "TALLY",
    "changed",
]

IDENTITY: dict[str, Any] = {
    "id": "positive-practice",
    "version": "1.0",
    "tailoring": None,
    "scoring_hash": "0" * 64,
}

RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "record_id": "7d0e4f5e-1f0b-4c55-9a53-3c6d6d0d3f11",
    "framework": {"id": "positive-practice", "version": "1.0"},
    "audit": {"id": "care-leavers-2026", "selection": "positive_examples"},
    "case": {"population": "care_leaver", "young_person_view": "first_hand"},
    "submissions": [
        {
            "id": "s1",
            "revision": 1,
            "status": "submitted",
            "respondent": {
                "agency": "leaving_care",
                "role": "personal_adviser",
                "relation": "own_practice",
            },
            "answers": [
                {
                    "practice": "GA1",
                    "rating": "fully",
                    "evidence": [
                        {"kind": "record_extract", "text": "Assessed the same day.", "day": 0}
                    ],
                },
                {"practice": "MA1", "stage": "assessment", "rating": "mostly"},
            ],
        }
    ],
    "reviews": [
        {
            "sequence": 1,
            "agencies": ["leaving_care", "adult_mental_health"],
            "decisions": [{"practice": "GA1", "rating": "mostly", "dissent": ["leaving_care"]}],
        }
    ],
    "events": [{"kind": "assessment", "day": 0, "workers": ["a", "b"]}],
    "actions": [
        {
            "id": "act-1",
            "scope": "support_plan",
            "what": "Agree who to ring at night.",
            "responsible": {"role": "personal_adviser"},
            "status": "done",
            "practices": ["GA4", "MA3"],
        }
    ],
    "extensions": {"org.example.case-system": {"form_version": 3}},
}

SCORE: dict[str, Any] = {
    "index": None,
    "index_reason": "nothing_rated",
    "coverage": "0/1",
    "settled": "0/1",
    "lower": "0/1",
    "upper": "1/1",
    "not_applicable_share": "0/1",
    "index_if_not_applicable_lowest": None,
}

TALLY: dict[str, Any] = {
    "schema_version": "1.0",
    "framework": IDENTITY,
    "method": "agreed",
    "records": 1,
    "selections": {"positive_examples": 1},
    "positions": [{"position": "GA1", "counts": {"rated_3": 1}}],
    "consistency": [
        {
            "element": "TI",
            "counts": {"consistent": 1, "inconsistent": 0, "undetermined": 0, "not_applicable": 0},
        }
    ],
}

COMPARISON: dict[str, Any] = {
    "schema_version": "1.0",
    "method": "agreed",
    "first": {"framework": IDENTITY, "records": 1, "selections": {"all_cases": 1}},
    "second": {"framework": IDENTITY, "records": 2, "selections": {"all_cases": 2}},
    "elements": [
        {
            "element": "GA",
            "difference": "-1/3",
            "interval": ["-1/3", "1/3"],
            "direction": "undetermined",
        }
    ],
    "cautions": [],
}

AGREEMENT: dict[str, Any] = {
    "schema_version": "1.0",
    "framework": IDENTITY,
    "records": 1,
    "selections": {},
    "alpha": None,
    "alpha_reason": "nothing_paired",
    "minimum_units": 20,
    "units": 0,
    "pairs": 0,
    "exact_share": None,
    "within_one_share": None,
}

TAILORING: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "county",
    "version": "1",
    "framework": {"id": "positive-practice", "version": "1.0"},
    "remove": {"practices": ["VY3"], "stages": []},
    "weights": [{"practice": "GA1", "weight": "2/1"}],
    "standards": [
        {"practice": "GA1", "text": "Within two days.", "set_by": "County", "set_on": "2026-01-31"}
    ],
    "labels": [],
}

NOTICE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "county",
    "area": "County",
    "checked_on": None,
    "valid_until": "2026-12-31",
    "channels": [
        {
            "label": "A person you trust",
            "contact": None,
            "kind": "person",
            "audience": "anyone",
            "note": None,
        }
    ],
    "for_staff": "Talk to somebody about what you have read.",
}

ABSENT = object()
"""What `changed` takes to leave a key or an item out."""


def changed(value: Any, pointer: str, new: Any) -> Any:
    """A copy of plain values that holds something else at a JSON Pointer; ``-`` appends."""
    box = {"": copy.deepcopy(value)}
    *steps, last = ["", *pointer.split("/")[1:]]
    holder: Any = box
    for step in steps:
        holder = holder[_key(holder, step)]
    if last == "-":
        holder.append(new)
    elif new is ABSENT:
        del holder[_key(holder, last)]
    else:
        holder[_key(holder, last)] = new
    return box[""]


def _key(holder: Any, step: str) -> str | int:
    return int(step) if isinstance(holder, list) else step


ACTION = {
    "id": "a1",
    "scope": "support_plan",
    "what": "Agree who rings back.",
    "responsible": {"role": "personal_adviser"},
    "status": "planned",
}
