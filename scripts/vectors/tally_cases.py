"""Tallies, by hand: scoring.md, section 5, and the scoring hash."""

import hashlib

from vectors.parts import (
    Case,
    Plain,
    changed,
    element,
    framework,
    joined,
    practice,
    record,
    under,
)
from vectors.result_parts import (
    AA,
    ALL_NONE,
    BB,
    E1,
    E2,
    E3,
    E4,
    PAIR,
    THREAD,
    UNMET,
    score,
    scored,
)

__all__ = ["CASES"]

COUNTS = "A *tally* counts, for each position, how many records are in each of the 15 states; for each thread, how many records have each consistency; how many records per `audit.selection`; and how many records there are."
CARRIES = "It carries its framework identity, scoring hash and method, and adds only to one equal in these (`NotComparable` otherwise)."
OF_NONE = "The tally of no records is the zero of its framework and method; its indexes are undefined because `nothing_weighted`."
ADDS = (
    "Tallies add, position by position; they never look for duplicates (whoever reads files does)."
)
ONLY = "**Scoring reads only tallies**: one record's profile is the profile of its tally, a cohort's is the profile of the sum, with each position weighted by its counts."
ANY_ORDER = "So a million records on one machine and on a hundred give the same bits in any order and grouping."
HASH = 'The scoring hash is the SHA-256 of the RFC 8785 form of `{"rules": 1, "levels": 4, "stages": [ids], "elements": [{"id", "kind": "feature" | "thread", "practices": [{"id", "staged", "may_not_apply", "weight": "n/d"}]}]}` after tailoring, in framework order: exactly what changes a score, no wording.'

HASHED = b'{"elements":[{"id":"AA","kind":"feature","practices":[{"id":"AA1","may_not_apply":false,"staged":false,"weight":"1/1"}]},{"id":"BB","kind":"thread","practices":[{"id":"BB1","may_not_apply":false,"staged":true,"weight":"1/1"},{"id":"BB2","may_not_apply":false,"staged":true,"weight":"0/1"}]}],"levels":4,"rules":1,"stages":["planning","delivery"]}'
SHA = hashlib.sha256(HASHED).hexdigest()
REWORDED = changed(
    THREAD,
    {
        "/title": "Others",
        "/elements/0/label": "Other words",
        "/elements/1/practices/0/statement": "Others.",
        "/stages/0/label": "P",
        "/id": "other",
        "/tailoring": {"id": "county", "version": "2"},
    },
)
MANY = [
    {"AA1": E4, "BB1.planning": E2},
    {"AA1": E1},
    {"AA1": E4, "BB1.planning": E4, "BB1.delivery": E4},
]
ADDED = {
    "/tally/records": 3,
    "/tally/positions/0/counts": {"rated_0": 1, "rated_3": 2},
    "/tally/positions/1/counts": {"rated_1": 1, "rated_3": 1, "unanswered": 1},
    "/tally/consistency/0/counts": {
        "consistent": 1,
        "inconsistent": 1,
        "undetermined": 1,
        "not_applicable": 0,
    },
    **score(AA, index="2/3", coverage="1/1"),
    **score(BB, index="7/9", coverage="1/2", lower="7/18", upper="8/9"),
}


def _selected(given: Plain, *selections: str) -> Plain:
    changes = {f"/records/{i}/audit/selection": one for i, one in enumerate(selections)}
    return changed(given, changes)


def _mirrored(given: Plain) -> Plain:
    return {**given, "records": given["records"][::-1]}


SECTION_5 = joined(
    under(
        COUNTS,
        ("tally-of-three", scored(THREAD, *MANY), ADDED),
        (
            "tally-selections",
            _selected(
                scored(PAIR, {}, {}, {}, {}),
                "volunteered",
                "all_cases",
                "volunteered",
                "concern_led",
            ),
            {
                "/tally/selections": {"volunteered": 2, "all_cases": 1, "concern_led": 1},
                "/profile/selections": {"volunteered": 2, "all_cases": 1, "concern_led": 1},
                "/profile/records": 4,
            },
        ),
    ),
    under(
        CARRIES,
        (
            "tally-identity",
            scored(REWORDED, {}),
            {
                "/tally/framework": {
                    "id": "other",
                    "version": "1",
                    "tailoring": {"id": "county", "version": "2"},
                    "scoring_hash": SHA,
                },
                "/profile/framework": {
                    "id": "other",
                    "version": "1",
                    "tailoring": {"id": "county", "version": "2"},
                    "scoring_hash": SHA,
                },
            },
        ),
    ),
    under(
        OF_NONE,
        (
            "tally-of-none",
            scored(THREAD, overall="pooled"),
            {
                "/tally/records": 0,
                "/tally/selections": {},
                "/tally/positions/0/counts": {},
                "/tally/consistency/0/counts/undetermined": 0,
                **score(AA, index_reason="nothing_weighted", **ALL_NONE),
                **score("/overall", index_reason="nothing_weighted", **ALL_NONE),
                "/profile/elements/1/not_yet_known": [],
                "/profile/elements/1/look_at_next": [],
            },
        ),
        (
            "tally-of-none-by-name",
            scored(PAIR, method="lower_median"),
            {"/tally/method": "lower_median", "/profile/positions/1/counts": {}},
        ),
    ),
    under(
        ADDS,
        (
            "a-record-twice-counts-twice",
            changed(
                scored(PAIR, {"AA1": E4}, {"AA1": E4}),
                {"/records/1/record_id": record()["record_id"]},
            ),
            {
                "/tally/records": 2,
                "/tally/positions/0/counts": {"rated_3": 2},
                "/profile/positions/1/counts": {"unanswered": 2},
            },
        ),
    ),
    under(
        ONLY,
        (
            "profile-of-the-sum",
            scored(PAIR, {"AA1": E4, "AA2": E1}, {"AA1": E1}, {"AA2": UNMET}),
            {
                **score(
                    AA,
                    index="1/3",
                    coverage="3/5",
                    settled="3/5",
                    lower="1/5",
                    upper="3/5",
                    not_applicable_share="1/6",
                    index_if_not_applicable_lowest="1/4",
                ),
                "/profile/elements/0/look_at_next": ["AA2"],
            },
        ),
        (
            "pooled-is-no-mean-of-pooled",
            scored(PAIR, {"AA1": E4}, {"AA1": E1, "AA2": E1}, overall="pooled"),
            score("/overall", index="1/3"),
        ),
    ),
    under(ANY_ORDER, ("tally-in-another-order", _mirrored(scored(THREAD, *MANY)), ADDED)),
    under(
        HASH,
        ("hash-of-a-framework", scored(THREAD), {"/tally/framework/scoring_hash": SHA}),
        ("hash-knows-no-wording", scored(REWORDED), {"/tally/framework/scoring_hash": SHA}),
        (
            "hash-knows-conditions",
            scored(
                framework(element("AA", "thread", practice("AA1", condition=True, weight="5/7")))
            ),
            {
                "/profile/framework/scoring_hash": hashlib.sha256(
                    b'{"elements":[{"id":"AA","kind":"thread","practices":[{"id":"AA1","may_not_apply":true,"staged":false,"weight":"5/7"}]}],"levels":4,"rules":1,"stages":[]}'
                ).hexdigest(),
                "/profile/elements/0/stages": [],
                "/profile/elements/0/consistency/consistent": 0,
            },
        ),
    ),
)

BUILT_IN = joined(
    under(
        "The built-in framework: 7 elements, 22 practices, 55 positions.",
        (
            "built-in-two-agencies",
            scored(
                None,
                [
                    {"GA1": E4, "GA2": E3, "VY1": E4, "MA1.planning": E3, "PE4": E2},
                    {"GA1": E4, "GA2": E1, "PE4": UNMET, "MA1.planning": E1},
                ],
                reached=["assessment", "planning"],
                overall="pooled",
            ),
            # GA: 3, spread 0..2, two open: (6 + 2) / 12, W(A) = 4.
            {
                **score(AA, index="2/3", coverage="1/2", settled="1/4", lower="1/4", upper="11/12"),
                "/profile/elements/0/look_at_next": ["GA2"],
                "/profile/elements/0/not_yet_known": ["GA3", "GA4"],
                "/profile/elements/1/counts": {"contested": 1, "unanswered": 3},
                "/profile/elements/4/counts": {
                    "spread_0_2": 1,
                    "not_applicable": 10,
                    "unanswered": 9,
                },
                "/tally/records": 1,
            },
        ),
    ),
)

CASES: list[Case] = [*SECTION_5, *BUILT_IN]
"""Each given a framework, records, a method and an overall number; by hand: values at pointers."""
