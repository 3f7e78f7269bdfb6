"""Settling, by hand: scoring.md, sections 1 and 2.

By hand stands what each position settles to that anything is said about: one state for all three
methods, or three. Every other position is `unanswered`, or `not_applicable` where its stage was
not reached.
"""

from collections.abc import Mapping, Sequence

from vectors.parts import (
    STAGED,
    STAGES,
    UNSTAGED,
    Case,
    Plain,
    changed,
    form,
    joined,
    record,
    review,
    under,
    voices,
)

__all__ = ["CASES", "METHODS", "states_by_hand"]

METHODS = ("agreed", "lowest", "lower_median")
ORDER = [*UNSTAGED, *(f"{practice}.{stage}" for practice in STAGED for stage in STAGES)]


def states_by_hand(given: Plain, said: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The states of every position under each method, from what was worked out by hand."""
    reached = given["case"].get("stages_reached") or STAGES
    return {
        method: {place: _state(said.get(place), i, place, reached) for place in ORDER}
        for i, method in enumerate(METHODS)
    }


def _state(said: str | None, method: int, place: str, reached: Sequence[str]) -> str:
    if said is not None:
        return said.split()[method % len(said.split())]
    stage = place.partition(".")[2]
    return "unanswered" if not stage or stage in reached else "not_applicable"


POSITION = "A *position* is (practice, stage) for a staged practice, (practice, none) otherwise."
FIFTEEN = "*Settling* turns all that a record says about a position into one of 15 *states*, with these codes everywhere:"
RATED = "| 0..3 | `rated_k` | k..k |"
SPREAD = "| 4..9 | `spread_lo_hi`: 0_1, 0_2, 0_3, 1_2, 1_3, 2_3 | lo..hi |"
CONTESTED = "| 10 | `contested` (some say it applied and rate it, some say it did not apply) | 0..3, or not applicable |"
OPEN = "| 11, 12, 13 | `unanswered`, `not_known`, `no_record`: the *open* states | 0..3, or not applicable |"
NOT_APPLICABLE = "| 14 | `not_applicable` | - |"
RESOLVING = "*Resolving* replaces an open or contested state by a level or by not applicable, and a spread by a level inside it."
CURRENT = "*Current* submissions: drafts are ignored; of each submission id the highest revision left, if its status is `submitted`."
DECIDED = "1. If any review decides the position, then under every method the decision of the highest `sequence` among the reviews that decide it is the state (a level: `rated`; otherwise that code)."
ANSWERED = "2. Else, over the current submissions' answers at the position, let L be the levels given, and N whether anyone answered `not_applicable` or the position's stage is missing from a given `case.stages_reached`:"
LEVELS_ONLY = "L and not N: `rated` if min = max, else `spread` min..max."
BOTH = "L and N: `contested`."
NONE_APPLIED = "No L, N: `not_applicable`."
NEITHER = (
    "Neither: `no_record` if anyone said so, else `not_known` if anyone said so, else `unanswered`."
)
DEFAULT = "This default method is `agreed`."
BY_NAME = "Two more, by name, change only a spread: `lowest` (rated at its lowest level) and `lower_median` (the lower median of each voice's levels, then the lower median over voices)."
VOICE = (
    "A *voice* is (`agency`, `agency_ref`), an absent `agency_ref` being one value like any other."
)
MEDIAN = "The lower median of n sorted values is the one at index (n - 1) // 2."
ORDERLESS = "Settling never looks at the order of anything."

E1, E2, E3, E4 = "not_evident", "partly", "mostly", "fully"
UNMET = "not_applicable/condition_not_met"

THREE = record(
    *voices(
        {"GA1": E1, "GA2": E4, "MA1.planning": E3},
        {"GA1": E4, "GA2": E4, "MA1.planning": "no_record"},
        {"GA1": E3, "GA2": "not_known", "PE4": UNMET},
    ),
    reviews=[review({"VY1": E2}, 4), review({"VY1": E4, "VY2": E1}, 2)],
)
THREE_SETTLED = {
    "GA1": "spread_0_3 rated_0 rated_2",
    "GA2": "rated_3",
    "MA1.planning": "rated_2",
    "PE4": "not_applicable",
    "VY1": "rated_1",
    "VY2": "rated_0",
}


def _turned(given: Plain) -> Plain:
    """The same record with every list the other way round."""
    forms = [{**one, "answers": one["answers"][::-1]} for one in given["submissions"][::-1]]
    reviews = [{**one, "decisions": one["decisions"][::-1]} for one in given["reviews"][::-1]]
    return {**given, "submissions": forms, "reviews": reviews}


SECTION_1 = joined(
    under(
        POSITION,
        ("nothing-said", record(), {}),
        ("staged-and-not", record(form({"GA1": E4, "MA1.planning": E2})), {"GA1": "rated_3", "MA1.planning": "rated_1"}),
        (
            "each-stage-apart",
            record(form({"MA1.assessment": E1, "MA1.planning": E2, "MA1.delivery": E3, "MA1.transition": E4})),
            {"MA1.assessment": "rated_0", "MA1.planning": "rated_1", "MA1.delivery": "rated_2", "MA1.transition": "rated_3"},
        ),
    ),
    under(
        FIFTEEN,
        (
            "states-of-every-kind",
            record(
                form({"GA1": E1, "GA2": E2, "GA3": E3, "GA4": E4, "PE1": E1, "PE2": E1, "PE3": E1, "VY1": E2, "VY2": E2, "VY3": E3, "PE4": E3, "TI1.planning": "not_known", "TI2.planning": "no_record", "MA4.planning": UNMET}),
                form({"PE1": E2, "PE2": E3, "PE3": E4, "VY1": E3, "VY2": E4, "VY3": E4, "PE4": UNMET}, "s2", agency="police"),
            ),
            {
                "GA1": "rated_0", "GA2": "rated_1", "GA3": "rated_2", "GA4": "rated_3",
                "PE1": "spread_0_1 rated_0 rated_0", "PE2": "spread_0_2 rated_0 rated_0", "PE3": "spread_0_3 rated_0 rated_0",
                "VY1": "spread_1_2 rated_1 rated_1", "VY2": "spread_1_3 rated_1 rated_1", "VY3": "spread_2_3 rated_2 rated_2",
                "PE4": "contested", "TI1.planning": "not_known", "TI2.planning": "no_record", "MA4.planning": "not_applicable",
            },
        ),
    ),
    under(RATED, ("rated-by-all-alike", record(*voices({"GA1": E2}, {"GA1": E2}, {"GA1": E2})), {"GA1": "rated_1"})),
    under(
        SPREAD,
        ("spread-whole-scale", record(*voices({"GA1": E1}, {"GA1": E4})), {"GA1": "spread_0_3 rated_0 rated_0"}),
        ("spread-middle", record(*voices({"GA1": E3}, {"GA1": E2})), {"GA1": "spread_1_2 rated_1 rated_1"}),
    ),
    under(CONTESTED, ("contested", record(*voices({"PE4": E4}, {"PE4": UNMET})), {"PE4": "contested"})),
    under(OPEN, ("open-three", record(form({"GA1": "not_known", "GA2": "no_record"})), {"GA1": "not_known", "GA2": "no_record"})),
    under(NOT_APPLICABLE, ("not-applicable-by-all", record(*voices({"PE4": UNMET}, {"PE4": "not_applicable"})), {"PE4": "not_applicable"})),
    under(
        RESOLVING,
        (
            "resolved-by-a-review",
            record(*voices({"PE4": E4, "GA1": E2}, {"PE4": UNMET, "GA1": E4}), reviews=[review({"PE4": UNMET, "GA1": E3, "GA2": E1})]),
            {"PE4": "not_applicable", "GA1": "rated_2", "GA2": "rated_0"},
        ),
    ),
)  # fmt: skip

SECTION_2 = joined(
    under(
        CURRENT,
        ("draft-ignored", record(form({"GA1": E4}, status="draft")), {}),
        (
            "draft-replaces-nothing",
            record(form({"GA1": E4}), form({"GA1": E1}, revision=2, status="draft")),
            {"GA1": "rated_3"},
        ),
        (
            "revision-replaces",
            record(form({"GA1": E4, "GA2": E3}), form({"GA1": E1}, revision=2)),
            {"GA1": "rated_0"},
        ),
        (
            "revision-gap",
            record(
                form({"GA1": E4}, revision=3),
                form({"GA1": E1}, revision=10),
                form({"GA1": E2}, revision=9),
            ),
            {"GA1": "rated_0"},
        ),
        ("withdrawn", record(form({"GA1": E4}, status="withdrawn")), {}),
        (
            "withdrawn-later",
            record(form({"GA1": E4}), form({"GA1": E4}, revision=2, status="withdrawn")),
            {},
        ),
        (
            "withdrawn-earlier",
            record(form({"GA1": E1}, status="withdrawn"), form({"GA1": E4}, revision=2)),
            {"GA1": "rated_3"},
        ),
        (
            "withdrawn-between-draft-and-submitted",
            record(
                form({"GA1": E1}),
                form({}, revision=2, status="withdrawn"),
                form({"GA1": E4}, revision=3, status="draft"),
            ),
            {},
        ),
        (
            "withdrawn-of-another-id",
            record(form({"GA1": E1}), form({}, "s2", revision=7, status="withdrawn")),
            {"GA1": "rated_0"},
        ),
        (
            "revision-of-another-agency",
            record(form({"GA1": E1}), form({"GA1": E4}, revision=2, agency="police")),
            {"GA1": "rated_3"},
        ),
    ),
    under(
        DECIDED,
        (
            "decided-level",
            record(form({"GA1": E4}), reviews=[review({"GA1": E1})]),
            {"GA1": "rated_0"},
        ),
        ("decided-without-submissions", record(reviews=[review({"GA1": E3})]), {"GA1": "rated_2"}),
        (
            "decided-not-known",
            record(form({"GA1": E4}), reviews=[review({"GA1": "not_known/no_access"})]),
            {"GA1": "not_known"},
        ),
        (
            "decided-no-record",
            record(*voices({"GA1": E4}, {"GA1": E1}), reviews=[review({"GA1": "no_record"})]),
            {"GA1": "no_record"},
        ),
        (
            "decided-not-applicable",
            record(form({"PE4": E4}), reviews=[review({"PE4": UNMET})]),
            {"PE4": "not_applicable"},
        ),
        (
            "decided-highest-sequence",
            record(
                reviews=[review({"GA1": E1}, 10), review({"GA1": E4}, 9), review({"GA1": E2}, 1)]
            ),
            {"GA1": "rated_0"},
        ),
        (
            "decided-highest-among-those-that-decide",
            record(
                form({"GA2": E4}),
                reviews=[review({"GA1": E1}, 3), review({"GA2": E2}, 8), review({}, 9)],
            ),
            {"GA1": "rated_0", "GA2": "rated_1"},
        ),
        (
            "decided-later-not-known",
            record(reviews=[review({"GA1": E4}, 1), review({"GA1": "not_known/other"}, 2)]),
            {"GA1": "not_known"},
        ),
        (
            "decided-at-one-stage-alone",
            record(
                form({"MA1.planning": E4, "MA1.delivery": E4}),
                reviews=[review({"MA1.planning": E2})],
            ),
            {"MA1.planning": "rated_1", "MA1.delivery": "rated_3"},
        ),
        (
            "decided-in-a-stage-not-reached",
            record(
                form({"MA1.delivery": E4}),
                reviews=[review({"MA1.delivery": E3})],
                reached=["planning"],
            ),
            {"MA1.delivery": "rated_2"},
        ),
    ),
    under(
        ANSWERED,
        (
            "stage-not-reached-silence",
            record(form({"MA1.planning": E3}), reached=["assessment", "planning"]),
            {"MA1.planning": "rated_2"},
        ),
        (
            "stage-not-reached-contested",
            record(form({"MA1.delivery": E3}), reached=["planning"]),
            {"MA1.delivery": "contested"},
        ),
        (
            "stage-not-reached-spread-is-contested",
            record(*voices({"MA1.delivery": E3}, {"MA1.delivery": E1}), reached=["planning"]),
            {"MA1.delivery": "contested"},
        ),
        (
            "stage-not-reached-not-known",
            record(
                form({"MA1.delivery": "not_known/no_access", "MA2.delivery": "no_record"}),
                reached=["planning"],
            ),
            {},
        ),
        (
            "stages-empty-say-nothing",
            record(form({"MA1.delivery": E3}), reached=[]),
            {"MA1.delivery": "rated_2"},
        ),
        (
            "stages-all-reached",
            record(form({"MA1.delivery": E3}), reached=STAGES[::-1]),
            {"MA1.delivery": "rated_2"},
        ),
        (
            "stage-not-reached-unstaged-unmoved",
            record(form({"GA1": E3}), reached=["transition"]),
            {"GA1": "rated_2"},
        ),
        (
            "answers-of-other-positions-unmoved",
            record(
                *voices(
                    {"MA1.planning": "not_applicable", "MA1.delivery": E3}, {"MA2.delivery": E1}
                )
            ),
            {
                "MA1.planning": "not_applicable",
                "MA1.delivery": "rated_2",
                "MA2.delivery": "rated_0",
            },
        ),
    ),
    under(
        LEVELS_ONLY,
        ("levels-one-voice", record(form({"GA1": E3})), {"GA1": "rated_2"}),
        (
            "levels-alike",
            record(*voices({"GA1": E3}, {"GA1": E3}, {"GA1": "not_known"}, {"GA1": "no_record"})),
            {"GA1": "rated_2"},
        ),
        (
            "levels-ends-alone",
            record(*voices({"GA1": E2}, {"GA1": E4}, {"GA1": E3}, {"GA1": E3})),
            {"GA1": "spread_1_3 rated_1 rated_2"},
        ),
        (
            "levels-of-one-voice-differ",
            record(form({"GA1": E2}), form({"GA1": E4}, "s2")),
            {"GA1": "spread_1_3 rated_1 rated_1"},
        ),
    ),
    under(
        BOTH,
        (
            "both-one-each",
            record(*voices({"MA5.planning": E1}, {"MA5.planning": UNMET})),
            {"MA5.planning": "contested"},
        ),
        (
            "both-many-levels",
            record(*voices({"PE4": E1}, {"PE4": E4}, {"PE4": E4}, {"PE4": "not_applicable"})),
            {"PE4": "contested"},
        ),
        (
            "both-of-one-voice",
            record(form({"PE4": E1}), form({"PE4": UNMET}, "s2")),
            {"PE4": "contested"},
        ),
        (
            "both-where-it-always-applies",
            record(*voices({"GA1": E1}, {"GA1": "not_applicable"})),
            {"GA1": "contested"},
        ),
    ),
    under(
        NONE_APPLIED,
        (
            "none-applied",
            record(*voices({"PE4": UNMET}, {"PE4": "not_known"}, {"PE4": "no_record"})),
            {"PE4": "not_applicable"},
        ),
    ),
    under(
        NEITHER,
        (
            "neither-no-record-wins",
            record(*voices({"GA1": "not_known"}, {"GA1": "no_record"}, {"GA1": "not_known"})),
            {"GA1": "no_record"},
        ),
        ("neither-not-known", record(*voices({"GA1": "not_known"}, {})), {"GA1": "not_known"}),
        ("neither-unanswered", record(*voices({}, {})), {}),
        (
            "neither-in-a-draft",
            record(form({"GA1": "no_record"}, status="draft"), form({"GA1": "not_known"}, "s2")),
            {"GA1": "not_known"},
        ),
    ),
    under(DEFAULT, ("three-methods", THREE, THREE_SETTLED)),
    under(
        BY_NAME,
        (
            "median-of-voices",
            record(*voices({"GA1": E1}, {"GA1": E3}, {"GA1": E4})),
            {"GA1": "spread_0_3 rated_0 rated_2"},
        ),
        (
            "median-of-each-voice-first",
            record(
                form({"GA1": E1}, ref="a"),
                form({"GA1": E1}, "s2", ref="a"),
                form({"GA1": E2}, "s3", ref="a"),
                form({"GA1": E2}, "s4", ref="b"),
                form({"GA1": E2}, "s5", ref="c"),
            ),
            {"GA1": "spread_0_1 rated_0 rated_1"},
        ),
        (
            "median-of-each-voice-is-no-median-of-all",
            record(
                form({"GA1": E4}, ref="a"),
                form({"GA1": E4}, "s2", ref="a"),
                form({"GA1": E4}, "s3", ref="a"),
                form({"GA1": E1}, "s4", ref="b"),
                form({"GA1": E2}, "s5", ref="c"),
            ),
            {"GA1": "spread_0_3 rated_0 rated_1"},
        ),
        (
            "methods-leave-contested",
            record(*voices({"PE4": E1}, {"PE4": E4}, {"PE4": UNMET})),
            {"PE4": "contested"},
        ),
        (
            "methods-leave-decisions",
            record(*voices({"GA1": E1}, {"GA1": E4}), reviews=[review({"GA1": E4})]),
            {"GA1": "rated_3"},
        ),
        (
            "median-leaves-out-who-gave-no-level",
            record(*voices({"GA1": "not_known"}, {"GA1": "no_record"}, {"GA1": E4}, {"GA1": E3})),
            {"GA1": "spread_2_3 rated_2 rated_2"},
        ),
    ),
    under(
        VOICE,
        (
            "voice-without-reference-is-one",
            record(
                form({"GA1": E1}),
                form({"GA1": E4}, "s2"),
                form({"GA1": E3}, "s3", ref="a"),
                form({"GA1": E3}, "s4", ref="b"),
            ),
            {"GA1": "spread_0_3 rated_0 rated_2"},
        ),
        (
            "voice-same-reference-of-two-agencies",
            record(
                form({"GA1": E1}, ref="a"),
                form({"GA1": E4}, "s2", ref="a", agency="police"),
                form({"GA1": E4}, "s3", ref="a", agency="housing"),
            ),
            {"GA1": "spread_0_3 rated_0 rated_3"},
        ),
        (
            "voice-whatever-the-role",
            record(
                form({"GA1": E1}),
                changed(
                    form({"GA1": E4}, "s2"),
                    {"/respondent/role": "team_manager", "/respondent/relation": "independent"},
                ),
                form({"GA1": E4}, "s3", ref="a"),
            ),
            {"GA1": "spread_0_3 rated_0 rated_0"},
        ),
    ),
    under(
        MEDIAN,
        (
            "median-of-two-is-the-lower",
            record(*voices({"GA1": E2}, {"GA1": E4})),
            {"GA1": "spread_1_3 rated_1 rated_1"},
        ),
        (
            "median-of-three-is-the-middle",
            record(*voices({"GA1": E4}, {"GA1": E2}, {"GA1": E3})),
            {"GA1": "spread_1_3 rated_1 rated_2"},
        ),
        (
            "median-of-four-is-the-second",
            record(*voices({"GA1": E4}, {"GA1": E1}, {"GA1": E4}, {"GA1": E2})),
            {"GA1": "spread_0_3 rated_0 rated_1"},
        ),
        (
            "median-of-five-is-the-third",
            record(*voices(*({"GA1": one} for one in (E4, E1, E4, E2, E4)))),
            {"GA1": "spread_0_3 rated_0 rated_3"},
        ),
    ),
    under(ORDERLESS, ("three-methods-turned-round", _turned(THREE), THREE_SETTLED)),
)

CASES: list[Case] = [*SECTION_1, *SECTION_2]
"""Each given a record; by hand: what settles otherwise than silence."""
