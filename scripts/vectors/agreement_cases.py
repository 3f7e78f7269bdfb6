"""Agreement, by hand: scoring.md, section 6."""

from collections.abc import Mapping

from vectors.parts import (
    STAGED,
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

__all__ = ["CASES"]

E1, E2, E3, E4 = "not_evident", "partly", "mostly", "fully"
PLACES = [*UNSTAGED, *(f"{practice}.planning" for practice in STAGED)]


def _of(*records: Plain, minimum: int = 20) -> Plain:
    numbered = [
        changed(one, {"/record_id": record(number=i)["record_id"]})
        for i, one in enumerate(records, 1)
    ]
    return {"records": numbered, "minimum_units": minimum}


def _pairs(*pairs: tuple[str, ...], minimum: int = 1) -> Plain:
    """One record: at each of its first positions what several voices say."""
    said: list[dict[str, str]] = [{} for _ in range(max(map(len, pairs), default=0))]
    for place, pair in zip(PLACES, pairs, strict=False):
        for one, rating in zip(said, pair, strict=False):
            one[place] = rating
    return _of(record(*voices(*said)), minimum=minimum)


def _found(
    units: int,
    pairs: int,
    exact: str | None,
    within: str | None,
    alpha: str | None,
    why: str | None = None,
) -> Mapping[str, object]:
    return {
        "units": units,
        "pairs": pairs,
        "exact_share": exact,
        "within_one_share": within,
        "alpha": alpha,
        "alpha_reason": why,
    }


NONE = _found(0, 0, None, None, None, "nothing_paired")

UNIT = "Unit: (record, position)."
RATERS = "Raters: voices; a rater's value is the lower median of the levels of its current submissions at the unit."
NO_PART = "Reviews, weights and answers without a level play no part."
ALPHA = "Krippendorff's alpha, ordinal, from a coincidence matrix in exact fractions that adds over units like a tally."
ALONE = "A unit with fewer than two raters does not pair."
WHY = "`None` with a reason, tried in this order: `nothing_paired` (no pairable unit), `no_variation` (all paired values equal), `too_few` (fewer than 20 pairable units; the number is an argument)."
SHARES = "Also the shares of unordered pairs of raters within units that agree exactly, and within one level, with the number of pairs and units."

CASES: list[Case] = joined(
    under(
        UNIT,
        (
            "one-position-in-two-records-is-two-units",
            _of(
                record(*voices({"GA1": E1}, {"GA1": E1})),
                record(*voices({"GA1": E4}, {"GA1": E4})),
                minimum=2,
            ),
            _found(2, 2, "1/1", "1/1", "1/1"),
        ),
        (
            "two-stages-are-two-units",
            _of(
                record(
                    *voices(
                        {"MA1.planning": E1, "MA1.delivery": E4},
                        {"MA1.planning": E1, "MA1.delivery": E4},
                    )
                ),
                minimum=2,
            ),
            _found(2, 2, "1/1", "1/1", "1/1"),
        ),
    ),
    under(
        RATERS,
        # Voice a: 0, 3 and 3, lower median 3; voice b: 0 and 3, lower median 0.
        (
            "lower-median-of-each-voice",
            _of(
                record(
                    form({"GA1": E1, "GA2": E4}, "s1", ref="a"),
                    form({"GA1": E4}, "s2", ref="a"),
                    form({"GA1": E4}, "s3", ref="a"),
                    form({"GA1": E1, "GA2": E4}, "s4", ref="b"),
                    form({"GA1": E4}, "s5", ref="b"),
                ),
                minimum=1,
            ),
            # Values (3, 0) and (3, 3): n0 = 1, n3 = 3, o(0, 3) = 1; 1 - 3 * 1 / 3.
            _found(2, 2, "1/2", "1/2", "0/1"),
        ),
        (
            "two-submissions-of-one-voice-are-one-rater",
            _of(record(form({"GA1": E1}), form({"GA1": E4}, "s2"))),
            NONE,
        ),
        (
            "current-submissions-alone",
            _of(
                record(
                    form({"GA1": E1}),
                    form({"GA1": E4}, revision=2),
                    form({"GA1": E4}, "s2", ref="a"),
                    form({"GA1": E1}, "s3", ref="b", status="draft"),
                    form({"GA1": E1}, "s4", ref="c", status="withdrawn"),
                )
            ),
            _found(1, 1, "1/1", "1/1", None, "no_variation"),
        ),
    ),
    under(
        NO_PART,
        (
            "reviews-play-no-part",
            _of(
                record(
                    *voices({"GA1": E1, "GA2": E4}, {"GA1": E1, "GA2": E4}),
                    reviews=[review({"GA1": E4, "GA3": E2})],
                ),
                minimum=2,
            ),
            _found(2, 2, "1/1", "1/1", "1/1"),
        ),
        (
            "answers-without-a-level-play-no-part",
            _of(
                record(
                    *voices(
                        {"GA1": E1},
                        {"GA1": "not_known"},
                        {"GA1": "no_record", "PE4": "not_applicable"},
                    )
                )
            ),
            NONE,
        ),
        (
            "stages-reached-play-no-part",
            _of(record(*voices({"MA1.planning": E1}, {"MA1.planning": E1}), reached=["delivery"])),
            _found(1, 1, "1/1", "1/1", None, "no_variation"),
        ),
    ),
    under(
        ALPHA,
        ("alpha-one", _pairs((E1, E1), (E4, E4)), _found(2, 2, "1/1", "1/1", "1/1")),
        # n0 = n3 = 2, o(0, 3) = 2, d = 4: 1 - 3 * 2 * 4 / (2 * 2 * 4).
        ("alpha-below-zero", _pairs((E1, E4), (E4, E1)), _found(2, 2, "0/1", "0/1", "-1/2")),
        # n0 = 1, n1 = 5, o(0, 1) = 1: 1 - 5 / 5.
        ("alpha-zero", _pairs((E1, E2), (E2, E2), (E2, E2)), _found(3, 3, "2/3", "1/1", "0/1")),
        # Each of o(0, 1), o(0, 3), o(1, 3) is 1/2, d is 1, 4, 1: 1 - 2 * 3 / 6.
        ("alpha-of-three-raters", _pairs((E1, E2, E4)), _found(1, 3, "0/1", "1/3", "0/1")),
        # n = 2, 1, 2; o(0, 1) = 1; d = 9/4, 9, 9/4: 1 - 4 * 9/4 / 45.
        (
            "alpha-of-units-of-three-and-two",
            _pairs((E1, E1, E2), (E3, E3)),
            _found(2, 4, "1/2", "1/1", "4/5"),
        ),
        # n1 = n2 = 1, n3 = 2; o(1, 2) = 1; d(1, 2) = 1, d(1, 3) = 25/4, d(2, 3) = 9/4: 1 - 3 / 18.
        (
            "alpha-ordinal-distance-counts-the-values-between",
            _pairs((E2, E3), (E4, E4)),
            _found(2, 2, "1/2", "1/1", "5/6"),
        ),
    ),
    under(
        ALONE,
        (
            "units-of-one-rater-do-not-pair",
            _pairs((E1, E1), (E4,), (E4, E4), (E2,)),
            _found(2, 2, "1/1", "1/1", "1/1"),
        ),
        ("raters-at-different-positions", _of(record(*voices({"GA1": E1}, {"GA2": E1}))), NONE),
    ),
    under(
        WHY,
        ("nothing-paired-of-no-records", _of(), NONE),
        ("nothing-paired-before-too-few", _of(record(), minimum=0), NONE),
        (
            "no-variation-before-too-few",
            _pairs((E3, E3), minimum=20),
            _found(1, 1, "1/1", "1/1", None, "no_variation"),
        ),
        (
            "no-variation-of-many",
            _pairs(*[(E3, E3)] * 21, minimum=20),
            _found(21, 21, "1/1", "1/1", None, "no_variation"),
        ),
        (
            "too-few",
            _pairs(*[(E4, E4)] * 18, (E3, E4), minimum=20),
            _found(19, 19, "18/19", "1/1", None, "too_few"),
        ),
        (
            "just-enough",
            _pairs(*[(E4, E4)] * 19, (E3, E4), minimum=20),
            _found(20, 20, "19/20", "1/1", "0/1"),
        ),
        (
            "unpaired-units-are-not-enough",
            _pairs((E1, E1), (E4, E4), (E4,), minimum=3),
            _found(2, 2, "1/1", "1/1", None, "too_few"),
        ),
        (
            "minimum-of-none",
            _pairs((E1, E1), (E4, E4), minimum=0),
            _found(2, 2, "1/1", "1/1", "1/1"),
        ),
    ),
    under(
        SHARES,
        # Four voices: 6 pairs, of which (0, 0) is equal, two are one apart, three further.
        (
            "shares-of-six-pairs",
            _pairs((E1, E1, E2, E4), minimum=20),
            _found(1, 6, "1/6", "1/2", None, "too_few"),
        ),
        (
            "shares-two-apart",
            _pairs((E1, E3), (E2, E4), (E1, E2), minimum=20),
            _found(3, 3, "0/1", "1/3", None, "too_few"),
        ),
    ),
)
"""Each given records of the built-in framework and a minimum; by hand: all but who and what."""
