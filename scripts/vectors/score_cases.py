"""Scores, by hand: the last lines of section 2 of scoring.md, and section 3."""

from vectors.parts import Case, changed, element, framework, joined, practice, review, under
from vectors.result_parts import (
    AA,
    ALL_NONE,
    E1,
    E2,
    E3,
    E4,
    NA,
    NOTHING,
    PAIR,
    SPREAD_AND_NOT,
    SPREAD_AND_OPEN,
    THREAD,
    UNMET,
    WEIGHTED,
    score,
    scored,
)

__all__ = ["CASES"]

METHOD = "The method is part of every result."
WEIGHT = "A practice has one weight w >= 0, an integer or fraction, used at each of its positions; 1 unless local tailoring says otherwise; 0 means shown but not counted."
SETS = "Let A be the positions that are not `not_applicable`, R the *answered* ones (`rated` or `spread`), S the `rated` ones, and W(X) the sum of weights over X."
OPEN = "An open or contested position has lo = 0, hi = 3."
INDEX = "index = sum_R(w * (lo + hi)) / (6 * W(R)) None if W(R) = 0"
COVERAGE = "coverage = W(R) / W(A) None if W(A) = 0"
SETTLED = "settled = W(S) / W(A) None if W(A) = 0"
LOWER = "lower = sum_A(w * lo) / (3 * W(A)) None if W(A) = 0"
UPPER = "upper = sum_A(w * hi) / (3 * W(A)) None if W(A) = 0"
SHARE = "not_applicable_share = W(not applicable) / W(all) None if W(all) = 0"
IF_LOWEST = "index_if_not_applicable_lowest = sum_R(w * (lo + hi)) / (6 * (W(R) + W(not applicable))) None if that weight is 0 (so 0 where all is not applicable)"
REASON = "Why the index is None (`index_reason`): `nothing_weighted` if W(all) = 0, else `nothing_applicable` if W(A) = 0, else `nothing_rated`."
MIDDLE = "A spread counts at the middle of its range: so raising any one answer can never lower the index, and the index stays inside the bounds (counting agreed positions only would break both)."
BOUNDS = "lower and upper are what the index could still become by resolving (a review or a new answer outside a spread may leave them)."
TRAVEL = "They travel with the index everywhere, and so do the counts per state: **the distribution is primary, the index a convenience** (levels are ordinal)."

NOTHING_APPLIES = {"AA1": NA, "AA2": UNMET}
"""What is said of a pair of practices."""

SECTION_3 = joined(
    under(
        METHOD,
        *(
            (
                f"method-{method.replace('_', '-')}",
                scored(PAIR, [{"AA1": E1}, {"AA1": E4}, {"AA1": E3}], method=method),
                {
                    "/tally/method": method,
                    "/profile/method": method,
                    "/tally/positions/0/counts": {state: 1},
                    **score(AA, index=index, lower=lower, upper=upper),
                },
            )
            for method, state, index, lower, upper in (
                ("agreed", "spread_0_3", "1/2", "0/1", "1/1"),
                ("lowest", "rated_0", "0/1", "0/1", "1/2"),
                ("lower_median", "rated_2", "2/3", "1/3", "5/6"),
            )
        ),
    ),
    under(
        WEIGHT,
        (
            "weights",
            scored(WEIGHTED, {"AA1": E4, "AA2": E1, "AA3": E1}),
            {
                **score(AA, index="2/7", coverage="1/1", lower="2/7", upper="2/7"),
                "/profile/practices/1/weight": "2/1",
                "/profile/practices/2/weight": "1/2",
            },
        ),
        (
            "weight-one-practice-two-positions",
            scored(
                framework(
                    element(
                        "AA",
                        "thread",
                        practice("AA1", staged=True, weight="3/1"),
                        practice("AA2", staged=True),
                    ),
                    stages=("planning", "delivery"),
                ),
                {"AA1.planning": E4, "AA1.delivery": E4, "AA2.planning": E1, "AA2.delivery": E1},
            ),
            score(AA, index="3/4"),
        ),
        (
            "weight-zero-is-shown",
            scored(NOTHING, {"AA1": E1, "AA2": E3}),
            {
                **score(AA, index="2/3", coverage="1/1", lower="2/3", upper="2/3"),
                "/profile/elements/0/counts": {"rated_0": 1, "rated_2": 1},
                **score("/practices/0", index=None, index_reason="nothing_weighted"),
                "/profile/practices/0/counts": {"rated_0": 1},
            },
        ),
        (
            "weight-a-long-fraction",
            scored(
                changed(
                    WEIGHTED,
                    {"/elements/0/practices/0/weight": "123456789012345679/1234567890123456789"},
                ),
                {"AA1": E4, "AA2": E1, "AA3": UNMET},
            ),
            score(AA, index="123456789012345679/2592592569259259257"),
        ),
    ),
    under(
        SETS,
        (
            "sets-with-a-spread-and-an-open-one",
            scored(WEIGHTED, SPREAD_AND_OPEN),
            {
                **score(
                    AA,
                    index="2/3",
                    index_reason=None,
                    coverage="6/7",
                    settled="2/7",
                    lower="10/21",
                    upper="17/21",
                    not_applicable_share="0/1",
                    index_if_not_applicable_lowest="2/3",
                )
            },
        ),
        (
            "sets-with-one-that-did-not-apply",
            scored(WEIGHTED, SPREAD_AND_NOT),
            {
                **score(
                    AA,
                    index="2/3",
                    index_reason=None,
                    coverage="1/1",
                    settled="1/3",
                    lower="5/9",
                    upper="7/9",
                    not_applicable_share="1/7",
                    index_if_not_applicable_lowest="4/7",
                )
            },
        ),
    ),
    under(
        OPEN,
        *(
            (
                f"open-{code.replace('_', '-')}",
                scored(PAIR, [{"AA1": E3, **first}, second]),
                {
                    **score(
                        AA, index="2/3", coverage="1/2", settled="1/2", lower="1/3", upper="5/6"
                    ),
                    "/tally/positions/1/counts": {code: 1},
                },
            )
            for code, first, second in (
                ("unanswered", {}, {}),
                ("not_known", {"AA2": "not_known"}, {}),
                ("no_record", {"AA2": "no_record"}, {}),
                ("contested", {"AA2": E4}, {"AA2": UNMET}),
            )
        ),
    ),
    under(
        INDEX,
        ("index-of-levels", scored(PAIR, {"AA1": E2, "AA2": E4}), score(AA, index="2/3")),
        ("index-all-highest", scored(PAIR, {"AA1": E4, "AA2": E4}), score(AA, index="1/1")),
        (
            "index-all-lowest",
            scored(PAIR, {"AA1": E1, "AA2": E1}),
            score(AA, index="0/1", index_reason=None),
        ),
        ("index-of-none", scored(PAIR, {}), score(AA, index=None)),
    ),
    under(
        COVERAGE,
        ("coverage-of-half", scored(PAIR, {"AA1": E1}), score(AA, coverage="1/2")),
        (
            "coverage-where-nothing-applies",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, coverage=None),
        ),
    ),
    under(
        SETTLED,
        (
            "settled-without-the-spread",
            scored(PAIR, [{"AA1": E1, "AA2": E2}, {"AA2": E3}]),
            score(AA, settled="1/2", coverage="1/1"),
        ),
        (
            "settled-where-nothing-applies",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, settled=None),
        ),
    ),
    under(
        LOWER,
        (
            "lower-with-a-spread",
            scored(PAIR, [{"AA1": E3, "AA2": E2}, {"AA2": E4}]),
            score(AA, lower="1/2"),
        ),
        (
            "lower-where-nothing-applies",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, lower=None),
        ),
    ),
    under(
        UPPER,
        (
            "upper-with-a-spread",
            scored(PAIR, [{"AA1": E3, "AA2": E2}, {"AA2": E4}]),
            score(AA, upper="5/6"),
        ),
        (
            "upper-where-nothing-applies",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, upper=None),
        ),
    ),
    under(
        SHARE,
        ("share-of-half", scored(PAIR, {"AA2": UNMET}), score(AA, not_applicable_share="1/2")),
        (
            "share-of-all",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, not_applicable_share="1/1"),
        ),
        (
            "share-of-no-weight",
            scored(NOTHING, {"AA1": NA}),
            score("/practices/0", not_applicable_share=None),
        ),
    ),
    under(
        IF_LOWEST,
        (
            "if-lowest-of-half",
            scored(PAIR, {"AA1": E4, "AA2": UNMET}),
            score(AA, index="1/1", index_if_not_applicable_lowest="1/2"),
        ),
        (
            "if-lowest-where-nothing-applies",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, index=None, index_if_not_applicable_lowest="0/1"),
        ),
        (
            "if-lowest-open-and-not-applicable",
            scored(PAIR, {"AA2": UNMET}),
            score(
                AA, index=None, index_reason="nothing_rated", index_if_not_applicable_lowest="0/1"
            ),
        ),
        ("if-lowest-of-silence", scored(PAIR, {}), score(AA, index_if_not_applicable_lowest=None)),
    ),
    under(
        REASON,
        (
            "reason-nothing-weighted",
            scored(framework(element("AA", "feature", practice("AA1", weight="0/1"))), {"AA1": E4}),
            score(AA, index_reason="nothing_weighted", **ALL_NONE),
        ),
        (
            "reason-nothing-weighted-comes-first",
            scored(framework(element("AA", "feature", practice("AA1", weight="0/1"))), {"AA1": NA}),
            score(AA, index_reason="nothing_weighted", **ALL_NONE),
        ),
        (
            "reason-nothing-applicable",
            scored(PAIR, NOTHING_APPLIES),
            score(AA, index=None, index_reason="nothing_applicable"),
        ),
        (
            "reason-nothing-applicable-of-weight",
            scored(NOTHING, {"AA1": E4, "AA2": NA}),
            score(AA, index=None, index_reason="nothing_applicable"),
        ),
        (
            "reason-nothing-rated",
            scored(PAIR, {"AA1": "not_known", "AA2": UNMET}),
            score(
                AA,
                index=None,
                index_reason="nothing_rated",
                coverage="0/1",
                settled="0/1",
                lower="0/1",
                upper="1/1",
            ),
        ),
    ),
    under(
        MIDDLE,
        (
            "spread-in-the-middle",
            scored(PAIR, [{"AA1": E1}, {"AA1": E4}]),
            score(
                "/practices/0", index="1/2", lower="0/1", upper="1/1", settled="0/1", coverage="1/1"
            ),
        ),
        (
            "spread-raised-at-one-end",
            scored(PAIR, [{"AA1": E2}, {"AA1": E4}]),
            score("/practices/0", index="2/3", lower="1/3", upper="1/1"),
        ),
    ),
    under(
        BOUNDS,
        (
            "bounds-left-by-a-review",
            scored(
                PAIR,
                [{"AA1": E2, "AA2": E2}, {"AA1": E3, "AA2": E2}],
                reviews=[review({"AA1": E4})],
            ),
            score(AA, lower="2/3", index="2/3", upper="2/3"),
        ),
    ),
    under(
        TRAVEL,
        (
            "counts-travel",
            scored(THREAD, {"AA1": E4, "BB1.planning": E2}),
            {
                "/profile/elements/1/counts": {"rated_1": 1, "unanswered": 3},
                "/profile/elements/1/stages/0/counts": {"rated_1": 1, "unanswered": 1},
                "/profile/practices/1/counts": {"rated_1": 1, "unanswered": 1},
                "/profile/positions/1/counts": {"rated_1": 1},
            },
        ),
    ),
)

CASES: list[Case] = [*SECTION_3]
"""Each given a framework, records, a method and an overall number; by hand: values at pointers."""
