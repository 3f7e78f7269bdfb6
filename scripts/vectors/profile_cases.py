"""Profiles, by hand: scoring.md, section 4."""

from vectors.parts import Case, Plain, element, framework, joined, practice, under
from vectors.result_parts import ALL_NONE, E1, E2, E3, E4, MIXED, NA, THREAD, THREE, score, scored

__all__ = ["CASES"]

SHOWN = "A result has, in framework order: a score and counts for each position, practice, stage of a thread, and element; for each element the practices to look at next (lowest defined index if below 1, all ties) and those not yet known (index undefined because `nothing_rated`);"
THE_SAME = "for each thread the same for its stages, and its *consistency*, over the positions of positive weight that are not `not_applicable`:"
NONE_LEFT = "`not_applicable` if there are none;"
INCONSISTENT = "`inconsistent` if any has hi < 2;"
CONSISTENT = "`consistent` if all have lo >= 2;"
UNDETERMINED = "else `undetermined` (so an open or contested position never reads as either)."
PLAIN_COUNTS = "Counts per state are plain counts and include zero-weight positions."
ALWAYS = "A profile always counts records per consistency, also for one record."
UNASKED = "There is no overall number unless asked for by name:"
POOLED = "`pooled` (one score over all positions)"
MEAN = "or `mean_of_elements` (index: the mean of the seven indexes, None while one is None, with the reason of the first such element; lower and upper: the means of the elements' bounds over the elements that have any; the other quantities None)."


def _verdict(name: str, count: int = 1) -> Plain:
    counts = {
        **dict.fromkeys(("consistent", "inconsistent", "undetermined", "not_applicable"), 0),
        name: count,
    }
    return {
        "/tally/consistency": [{"element": "BB", "counts": counts}],
        "/profile/elements/1/consistency": counts,
    }


def _mean(**quantities: str | None) -> Plain:
    return {
        "/profile/overall": {
            "kind": "mean_of_elements",
            "score": {**ALL_NONE, "index_reason": None, **quantities},
        }
    }


FOUR = framework(
    element(
        "AA",
        "feature",
        *(practice(f"AA{i}", weight=w) for i, w in enumerate(("1/1", "1/1", "1/1", "0/1"), 1)),
    )
)

SECTION_4 = joined(
    under(
        SHOWN,
        (
            "order-of-a-thread",
            scored(MIXED, {}),
            {
                "/profile/positions": "AA1.delivery AA1.assessment BB1 BB2.delivery BB2.assessment",
                "/profile/elements/0/stages": [],
                "/profile/elements/1/stages": "delivery assessment",
            },
        ),
        (
            "look-at-the-lowest",
            scored(FOUR, {"AA1": E3, "AA2": E2, "AA3": E4}),
            {"/profile/elements/0/look_at_next": ["AA2"], "/profile/elements/0/not_yet_known": []},
        ),
        (
            "look-at-all-ties",
            scored(FOUR, {"AA1": E2, "AA2": E3, "AA3": E2}),
            {"/profile/elements/0/look_at_next": ["AA1", "AA3"]},
        ),
        (
            "look-at-ties-of-spread-and-level",
            scored(FOUR, [{"AA1": E2, "AA2": E3}, {"AA1": E4}]),
            {
                "/profile/elements/0/look_at_next": ["AA1", "AA2"],
                "/profile/elements/0/not_yet_known": ["AA3"],
            },
        ),
        (
            "look-at-none-where-all-is-full",
            scored(FOUR, {"AA1": E4, "AA2": E4}),
            {"/profile/elements/0/look_at_next": [], "/profile/elements/0/not_yet_known": ["AA3"]},
        ),
        (
            "look-at-none-of-weight-zero",
            scored(FOUR, {"AA1": E3, "AA4": E1}),
            {
                "/profile/elements/0/look_at_next": ["AA1"],
                "/profile/elements/0/not_yet_known": ["AA2", "AA3"],
            },
        ),
        (
            "not-applicable-is-not-unknown",
            scored(FOUR, {"AA1": NA, "AA2": "not_known", "AA3": E4}),
            {"/profile/elements/0/look_at_next": [], "/profile/elements/0/not_yet_known": ["AA2"]},
        ),
        (
            "nothing-known",
            scored(FOUR, {}),
            {
                "/profile/elements/0/look_at_next": [],
                "/profile/elements/0/not_yet_known": ["AA1", "AA2", "AA3"],
            },
        ),
    ),
    under(
        THE_SAME,
        (
            "stages-to-look-at",
            scored(THREAD, {"BB1.planning": E3, "BB1.delivery": E2}),
            {
                "/profile/elements/1/stages_look_at_next": ["delivery"],
                "/profile/elements/1/stages_not_yet_known": [],
                **score("/elements/1/stages/0", index="2/3"),
                **score("/elements/1/stages/1", index="1/3"),
            },
        ),
        (
            "stages-tied",
            scored(THREAD, {"BB1.planning": E3, "BB1.delivery": E3}),
            {"/profile/elements/1/stages_look_at_next": ["planning", "delivery"]},
        ),
        (
            "stages-not-yet-known",
            scored(THREAD, {"BB1.planning": E4}),
            {
                "/profile/elements/1/stages_look_at_next": [],
                "/profile/elements/1/stages_not_yet_known": ["delivery"],
            },
        ),
        (
            "stage-of-weight-zero-alone-is-known",
            scored(THREAD, {"BB1.planning": NA, "BB2.planning": E1, "BB1.delivery": E4}),
            {
                "/profile/elements/1/stages_look_at_next": [],
                "/profile/elements/1/stages_not_yet_known": [],
                **score("/elements/1/stages/0", index=None, index_reason="nothing_applicable"),
                **_verdict("consistent"),
            },
        ),
        (
            "a-feature-has-none",
            scored(THREAD, {"AA1": E1}),
            {
                "/profile/elements/0/consistency": None,
                "/profile/elements/0/stages": [],
                "/profile/elements/0/stages_look_at_next": [],
            },
        ),
        (
            "an-unstaged-practice-counts-in-its-thread",
            scored(MIXED, {"BB1": E2, "BB2.delivery": E4, "BB2.assessment": E4}),
            {**_verdict("inconsistent"), **score("/elements/1", index="7/9")},
        ),
    ),
    under(
        NONE_LEFT,
        (
            "consistency-nothing-applied",
            scored(THREAD, {"BB1.planning": NA, "BB1.delivery": NA, "BB2.planning": E1}),
            _verdict("not_applicable"),
        ),
        (
            "consistency-no-stage-reached",
            scored(THREAD, {}, reached=["assessment"]),
            _verdict("not_applicable"),
        ),
    ),
    under(
        INCONSISTENT,
        (
            "inconsistent-one-level",
            scored(THREAD, {"BB1.planning": E4, "BB1.delivery": E2}),
            _verdict("inconsistent"),
        ),
        (
            "inconsistent-a-low-spread",
            scored(THREAD, [{"BB1.planning": E1}, {"BB1.planning": E2}]),
            _verdict("inconsistent"),
        ),
        (
            "inconsistent-beside-open",
            scored(THREAD, {"BB1.planning": E1}),
            _verdict("inconsistent"),
        ),
    ),
    under(
        CONSISTENT,
        (
            "consistent-levels",
            scored(THREAD, {"BB1.planning": E3, "BB1.delivery": E4}),
            _verdict("consistent"),
        ),
        (
            "consistent-a-high-spread",
            scored(THREAD, [{"BB1.planning": E3, "BB1.delivery": E4}, {"BB1.planning": E4}]),
            _verdict("consistent"),
        ),
        (
            "consistent-where-weight-zero-is-low",
            scored(THREAD, {"BB1.planning": E3, "BB1.delivery": E3, "BB2.planning": E1}),
            _verdict("consistent"),
        ),
        (
            "consistent-where-the-rest-did-not-apply",
            scored(THREAD, {"BB1.planning": E3}, reached=["planning"]),
            _verdict("consistent"),
        ),
    ),
    under(
        UNDETERMINED,
        ("undetermined-open", scored(THREAD, {"BB1.planning": E4}), _verdict("undetermined")),
        (
            "undetermined-contested",
            scored(THREAD, [{"BB1.planning": E4, "BB1.delivery": E4}, {"BB1.delivery": NA}]),
            _verdict("undetermined"),
        ),
        (
            "undetermined-spread-across",
            scored(THREAD, [{"BB1.planning": E2, "BB1.delivery": E4}, {"BB1.planning": E3}]),
            _verdict("undetermined"),
        ),
        ("undetermined-of-silence", scored(THREAD, {}), _verdict("undetermined")),
    ),
    under(
        PLAIN_COUNTS,
        (
            "counts-with-weight-zero",
            scored(FOUR, {"AA1": E4, "AA4": E4}),
            {"/profile/elements/0/counts": {"rated_3": 2, "unanswered": 2}},
        ),
    ),
    under(
        ALWAYS,
        (
            "consistency-of-several-records",
            scored(
                THREAD,
                {"BB1.planning": E4, "BB1.delivery": E3},
                {"BB1.planning": E1},
                {"BB1.planning": E3, "BB1.delivery": E3},
            ),
            {
                "/profile/elements/1/consistency": {
                    "consistent": 2,
                    "inconsistent": 1,
                    "undetermined": 0,
                    "not_applicable": 0,
                }
            },
        ),
    ),
    under(UNASKED, ("overall-unasked", scored(THREE, {"AA1": E4}), {"/profile/overall": None})),
    under(
        POOLED,
        # AA1 3, AA2 open, BB1 of weight 3 at 1, CC1 open: W(A) = 6, W(R) = W(S) = 4, (6 + 3 * 2) / 24.
        (
            "overall-pooled",
            scored(THREE, {"AA1": E4, "BB1": E2}, overall="pooled"),
            {
                "/profile/overall": {
                    "kind": "pooled",
                    "score": {
                        "index": "1/2",
                        "index_reason": None,
                        "coverage": "2/3",
                        "settled": "2/3",
                        "lower": "1/3",
                        "upper": "2/3",
                        "not_applicable_share": "0/1",
                        "index_if_not_applicable_lowest": "1/2",
                    },
                }
            },
        ),
        (
            "overall-pooled-of-silence",
            scored(THREE, {}, overall="pooled"),
            {
                "/profile/overall/kind": "pooled",
                **score(
                    "/overall", index=None, index_reason="nothing_rated", lower="0/1", upper="1/1"
                ),
            },
        ),
    ),
    under(
        MEAN,
        (
            "mean-of-three",
            scored(
                THREE,
                {"AA1": E4, "AA2": E1, "BB1": E2, "CC1.assessment": E4},
                overall="mean_of_elements",
            ),
            _mean(index="11/18", lower="11/18", upper="11/18"),
        ),
        (
            "mean-while-one-is-unknown",
            scored(THREE, {"AA1": E4, "BB1": E3}, overall="mean_of_elements"),
            _mean(index_reason="nothing_rated", lower="7/18", upper="8/9"),
        ),
        (
            "mean-with-the-first-reason",
            scored(
                THREE,
                {"AA1": NA, "AA2": NA, "BB1": "not_known", "CC1.assessment": E4},
                overall="mean_of_elements",
            ),
            _mean(index_reason="nothing_applicable", lower="1/2", upper="1/1"),
        ),
        (
            "mean-where-nothing-applied",
            scored(
                THREE,
                {"AA1": NA, "AA2": NA, "BB1": NA, "CC1.assessment": NA},
                overall="mean_of_elements",
            ),
            _mean(index_reason="nothing_applicable"),
        ),
        (
            "mean-of-no-records",
            scored(THREE, overall="mean_of_elements"),
            _mean(index_reason="nothing_weighted"),
        ),
        (
            "mean-with-spreads",
            scored(
                THREE,
                [
                    {"AA1": E4, "AA2": E1, "BB1": E2, "CC1.assessment": E4},
                    {"AA2": E3, "BB1": E2, "CC1.assessment": E2},
                ],
                overall="mean_of_elements",
            ),
            _mean(index="5/9", lower="7/18", upper="13/18"),
        ),
    ),
)

CASES: list[Case] = [*SECTION_4]
"""Each given a framework, records, a method and an overall number; by hand: values at pointers."""
