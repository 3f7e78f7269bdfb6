"""A small document of every type but the record, and changes of it."""

from collections.abc import Iterator
from typing import Any

from vectors.parts import (
    Case,
    Plain,
    changed,
    element,
    framework,
    practice,
    under,
)

__all__ = [
    "FOUND",
    "IDENTITY",
    "MEAN",
    "NO_UNITS",
    "POOLED",
    "PROFILE",
    "SMALL",
    "STANDARD",
    "VERDICTS",
    "changes_of",
]

Change = dict[str, Any]

SMALL = framework(
    element("AA", "feature", practice("AA1"), practice("AA2", condition=True)),
    element("BB", "thread", practice("BB1", staged=True)),
    stages=("planning", "delivery"),
)
TAILORING: Plain = {
    "schema_version": "1.0",
    "id": "county",
    "version": "1",
    "framework": {"id": "positive-practice", "version": "1.0"},
    "remove": {"practices": [], "stages": []},
    "weights": [],
    "standards": [],
    "labels": [],
}
STANDARD = {"practice": "GA1", "text": "Within a day.", "set_by": "County", "set_on": "2026-01-31"}
IDENTITY = {"id": "small", "version": "1", "tailoring": None, "scoring_hash": "0" * 64}
VERDICTS = {"consistent": 2, "inconsistent": 0, "undetermined": 1, "not_applicable": 0}
TALLY: Plain = {
    "schema_version": "1.0",
    "framework": IDENTITY,
    "method": "agreed",
    "records": 3,
    "selections": {"all_cases": 2, "volunteered": 1},
    "positions": [
        {"position": "AA1", "counts": {"rated_2": 1, "unanswered": 2}},
        {"position": "BB1.planning", "counts": {"spread_1_2": 3}},
    ],
    "consistency": [{"element": "BB", "counts": VERDICTS}],
}
TWO_THIRDS: Plain = {
    "index": "2/3",
    "index_reason": None,
    "coverage": "1/1",
    "settled": "1/1",
    "lower": "2/3",
    "upper": "2/3",
    "not_applicable_share": "0/1",
    "index_if_not_applicable_lowest": "2/3",
}
UNKNOWN: Plain = {
    "index": None,
    "index_reason": "nothing_rated",
    "coverage": "0/1",
    "settled": "0/1",
    "lower": "0/1",
    "upper": "1/1",
    "not_applicable_share": "0/1",
    "index_if_not_applicable_lowest": None,
}
RATED, OPEN = {"rated_2": 1}, {"not_known": 1}
PROFILE: Plain = {
    "schema_version": "1.0",
    "framework": IDENTITY,
    "method": "lowest",
    "records": 1,
    "selections": {"random_sample": 1},
    "elements": [
        {
            "element": "AA",
            "kind": "feature",
            "score": TWO_THIRDS,
            "counts": RATED,
            "look_at_next": ["AA1"],
            "not_yet_known": [],
            "stages": [],
            "stages_look_at_next": [],
            "stages_not_yet_known": [],
            "consistency": None,
        },
        {
            "element": "BB",
            "kind": "thread",
            "score": UNKNOWN,
            "counts": OPEN,
            "look_at_next": [],
            "not_yet_known": ["BB1"],
            "stages": [{"stage": "planning", "score": UNKNOWN, "counts": OPEN}],
            "stages_look_at_next": [],
            "stages_not_yet_known": ["planning"],
            "consistency": {**dict.fromkeys(VERDICTS, 0), "undetermined": 1},
        },
    ],
    "practices": [
        {"practice": "AA1", "weight": "1/1", "score": TWO_THIRDS, "counts": RATED},
        {"practice": "BB1", "weight": "2/1", "score": UNKNOWN, "counts": OPEN},
    ],
    "positions": [
        {"position": "AA1", "practice": "AA1", "stage": None, "score": TWO_THIRDS, "counts": RATED},
        {
            "position": "BB1.planning",
            "practice": "BB1",
            "stage": "planning",
            "score": UNKNOWN,
            "counts": OPEN,
        },
    ],
    "overall": None,
}
POOLED: Plain = {
    "kind": "pooled",
    "score": {
        "index": "2/3",
        "index_reason": None,
        "coverage": "1/3",
        "settled": "1/3",
        "lower": "2/9",
        "upper": "8/9",
        "not_applicable_share": "0/1",
        "index_if_not_applicable_lowest": "2/3",
    },
}
MEAN: Plain = {
    "kind": "mean_of_elements",
    "score": {
        **dict.fromkeys(TWO_THIRDS),
        "index_reason": "nothing_rated",
        "lower": "1/3",
        "upper": "5/6",
    },
}
AGREEMENT: Plain = {
    "schema_version": "1.0",
    "framework": IDENTITY,
    "records": 2,
    "selections": {"all_cases": 1},
    "alpha": "1/2",
    "alpha_reason": None,
    "minimum_units": 3,
    "units": 4,
    "pairs": 6,
    "exact_share": "1/3",
    "within_one_share": "2/3",
}
NO_UNITS: Change = {
    "/units": 0,
    "/pairs": 0,
    "/exact_share": None,
    "/within_one_share": None,
    "/alpha": None,
    "/alpha_reason": "nothing_paired",
}
SIDE: Plain = {"framework": IDENTITY, "records": 2, "selections": {"all_cases": 2}}
COMPARISON: Plain = {
    "schema_version": "1.0",
    "method": "agreed",
    "first": SIDE,
    "second": {**SIDE, "records": 1, "selections": {"random_sample": 1}},
    "elements": [
        {"element": "AA", "difference": "1/3", "interval": ["1/9", "1/2"], "direction": "higher"},
        {
            "element": "BB",
            "difference": None,
            "interval": ["-1/2", "2/3"],
            "direction": "undetermined",
        },
        {"element": "CC", "difference": None, "interval": None, "direction": "undetermined"},
    ],
    "cautions": [],
}
REPORT: Plain = {"schema_version": "1.0", "mode": "draft", "ok": True, "problems": [], "more": 0}
FOUND: Plain = {
    "code": "undecided",
    "severity": "info",
    "pointer": "",
    "position": "GA1",
    "line": None,
    "offset": None,
    "message": "So.",
    "hint": "So.",
}
NOTICE: Plain = {
    "schema_version": "1.0",
    "id": "example",
    "area": "Nowhere",
    "checked_on": "2026-01-31",
    "valid_until": None,
    "channels": [
        {"label": "A line", "contact": None, "kind": "phone", "audience": "All", "note": None}
    ],
    "for_staff": "Stay with the person.",
}
BASES = {
    "framework": SMALL,
    "tailoring": TAILORING,
    "tally": TALLY,
    "profile": PROFILE,
    "agreement": AGREEMENT,
    "comparison": COMPARISON,
    "validation-report": REPORT,
    "urgent-help-notice": NOTICE,
}


def changes_of(
    type_: str, says: str, *cases: tuple[str, Change, list[tuple[str, str]]]
) -> Iterator[Case]:
    """Cases of one document type, each a change of its small document."""
    return under(
        says,
        *(
            (f"{type_}-{id_}", {"type": type_, "document": changed(BASES[type_], changes)}, by_hand)
            for id_, changes, by_hand in cases
        ),
    )
