"""Structure and versions of the other documents, by hand: record.md, "The other documents"."""

from vectors.document_parts import FOUND, POOLED, changes_of
from vectors.parts import GONE, Case, changed, joined

__all__ = ["CASES"]

STRUCTURE = joined(
    changes_of(
        "framework",
        'Each with a published JSON Schema (draft 2020-12) and `schema_version` "1.0"',
        ("right", {}, []),
        (
            "newer",
            {"/schema_version": "1.2", "/elements": 0},
            [("unsupported_version", "/schema_version")],
        ),
        ("without-version", {"/schema_version": GONE}, [("missing_field", "")]),
        ("any-id-and-version", {"/id": "another", "/version": "9"}, []),
        ("tailored", {"/tailoring": {"id": "county", "version": "1"}}, []),
        ("scale-too-short", {"/scale/6": GONE}, [("too_few", "/scale")]),
        ("no-element", {"/elements": []}, [("too_few", "/elements")]),
        (
            "condition-true",
            {"/elements/0/practices/0/may_not_apply": True},
            [("wrong_type", "/elements/0/practices/0/may_not_apply")],
        ),
        (
            "condition-empty",
            {"/elements/0/practices/0/may_not_apply": {}},
            [("missing_field", "/elements/0/practices/0/may_not_apply")],
        ),
        ("level-too-high", {"/scale/3/level": 4}, [("out_of_range", "/scale/3/level")]),
        (
            "anchors-incomplete",
            {"/elements/0/practices/0/anchors/fully": GONE},
            [("missing_field", "/elements/0/practices/0/anchors")],
        ),
    ),
    changes_of(
        "tailoring",
        'Each with a published JSON Schema (draft 2020-12) and `schema_version` "1.0"',
        ("right", {}, []),
        ("newer", {"/schema_version": "1.1"}, [("unsupported_version", "/schema_version")]),
        ("remove-null", {"/remove": None}, [("wrong_type", "/remove")]),
        (
            "remove-twice",
            {"/remove/practices": ["GA1", "GA1"]},
            [("not_unique", "/remove/practices/1")],
        ),
        (
            "label-too-long",
            {"/labels": [{"id": "GA", "text": "x" * 201}]},
            [("too_long", "/labels/0/text")],
        ),
    ),
    changes_of(
        "tailoring",
        "So too framework identity (`unknown_framework`).",
        ("of-another-framework", {"/framework/id": "small"}, [("unknown_framework", "/framework")]),
        (
            "of-another-version",
            {"/framework/version": "2.0", "/weights": 3},
            [("unknown_framework", "/framework")],
        ),
    ),
    changes_of(
        "tally",
        "results write every key, null where undefined",
        ("right", {}, []),
        (
            "newer",
            {"/schema_version": "1.1", "/records": -1},
            [("unsupported_version", "/schema_version")],
        ),
        ("without-tailoring", {"/framework/tailoring": GONE}, [("missing_field", "/framework")]),
        ("records-null", {"/records": None}, [("wrong_type", "/records")]),
        ("method-unknown", {"/method": "highest"}, [("unknown_code", "/method")]),
        (
            "hash-upper-case",
            {"/framework/scoring_hash": "A" * 64},
            [("bad_format", "/framework/scoring_hash")],
        ),
        (
            "position-unknown-form",
            {"/positions/0/position": "AA1.Planning"},
            [("bad_format", "/positions/0/position")],
        ),
    ),
    changes_of(
        "tally",
        "`counts` holds only the states that occur; an absent one is 0",
        ("count-of-zero", {"/positions/0/counts/contested": 0}, []),
        (
            "state-unknown",
            {"/positions/0/counts/rated_4": 0},
            [("unknown_field", "/positions/0/counts")],
        ),
        (
            "count-below-zero",
            {"/positions/0/counts/rated_2": -1},
            [("out_of_range", "/positions/0/counts/rated_2")],
        ),
        (
            "count-with-fraction",
            {"/positions/0/counts/rated_2": 1.5},
            [("wrong_type", "/positions/0/counts/rated_2")],
        ),
        ("counts-a-list", {"/positions/0/counts": []}, [("wrong_type", "/positions/0/counts")]),
        ("selection-unknown", {"/selections/chosen": 1}, [("unknown_field", "/selections")]),
    ),
    changes_of(
        "tally",
        "(all four, always)",
        (
            "verdict-absent",
            {"/consistency/0/counts/inconsistent": GONE},
            [("missing_field", "/consistency/0/counts")],
        ),
        (
            "verdicts-absent",
            {"/consistency/0/counts": {}},
            [("missing_field", "/consistency/0/counts")] * 4,
        ),
        (
            "verdict-unknown",
            {"/consistency/0/counts/unclear": 0},
            [("unknown_field", "/consistency/0/counts")],
        ),
    ),
    changes_of(
        "profile",
        'Fractions are text `"n/d"` in lowest terms, always with a denominator (`"7/9"`, `"1/1"`, `"0/1"`, `"-1/3"`).',
        ("right", {}, []),
        (
            "index-a-number",
            {"/elements/0/score/index": 0.5},
            [("wrong_type", "/elements/0/score/index")],
        ),
        (
            "index-not-reduced",
            {"/elements/0/score/index": "4/6"},
            [("fraction_not_reduced", "/elements/0/score/index")],
        ),
        (
            "zero-not-reduced",
            {"/elements/1/score/lower": "0/3"},
            [("fraction_not_reduced", "/elements/1/score/lower")],
        ),
        (
            "one-not-reduced",
            {"/elements/1/score/upper": "3/3"},
            [("fraction_not_reduced", "/elements/1/score/upper")],
        ),
        (
            "without-denominator",
            {"/elements/1/score/upper": "1"},
            [("bad_format", "/elements/1/score/upper")],
        ),
        (
            "denominator-zero",
            {"/elements/1/score/upper": "1/0"},
            [("bad_format", "/elements/1/score/upper")],
        ),
        (
            "below-zero",
            {"/elements/0/score/index": "-1/3"},
            [("bad_format", "/elements/0/score/index")],
        ),
        (
            "leading-zero",
            {"/elements/0/score/index": "02/3"},
            [("bad_format", "/elements/0/score/index")],
        ),
        (
            "space-in-fraction",
            {"/elements/0/score/index": "2 /3"},
            [("bad_format", "/elements/0/score/index")],
        ),
        (
            "weight-too-long",
            {"/practices/0/weight": "1" * 39 + "/1"},
            [("bad_format", "/practices/0/weight")],
        ),
        (
            "fraction-not-reduced-hides-contradiction",
            {"/overall": changed(POOLED, {"/score/index": "2/4"}), "/records": 5},
            [("fraction_not_reduced", "/overall/score/index")],
        ),
    ),
    changes_of(
        "comparison",
        'Fractions are text `"n/d"` in lowest terms, always with a denominator (`"7/9"`, `"1/1"`, `"0/1"`, `"-1/3"`).',
        ("right", {}, []),
        (
            "minus-zero",
            {"/elements/0/difference": "-0/1"},
            [("bad_format", "/elements/0/difference")],
        ),
        (
            "minus-below",
            {"/elements/0/difference": "1/-3"},
            [("bad_format", "/elements/0/difference")],
        ),
        ("plus", {"/elements/0/difference": "+1/3"}, [("bad_format", "/elements/0/difference")]),
        (
            "minus-not-reduced",
            {"/elements/1/interval/0": "-2/4"},
            [("fraction_not_reduced", "/elements/1/interval/0")],
        ),
        (
            "interval-of-one",
            {"/elements/0/interval": ["1/9"]},
            [("too_few", "/elements/0/interval")],
        ),
        (
            "interval-of-three",
            {"/elements/0/interval": ["1/9", "1/9", 7]},
            [("too_many", "/elements/0/interval")],
        ),
        (
            "caution-twice",
            {"/cautions": ["selection_not_representative"] * 2},
            [("not_unique", "/cautions/1")],
        ),
        ("newer", {"/schema_version": "1.0.0"}, [("unsupported_version", "/schema_version")]),
    ),
    changes_of(
        "agreement",
        'Each with a published JSON Schema (draft 2020-12) and `schema_version` "1.0"',
        ("right", {}, []),
        ("newer", {"/schema_version": "3"}, [("unsupported_version", "/schema_version")]),
        ("reason-unknown", {"/alpha_reason": "too_many"}, [("unknown_code", "/alpha_reason")]),
        ("reason-a-number", {"/alpha_reason": 0}, [("wrong_type", "/alpha_reason")]),
    ),
    changes_of(
        "validation-report",
        '`{"schema_version", "mode", "ok", "problems": [..], "more": 0}`',
        ("right", {"/problems": [FOUND]}, []),
        ("newer", {"/schema_version": "1.1"}, [("unsupported_version", "/schema_version")]),
        ("ok-text", {"/ok": "yes"}, [("wrong_type", "/ok")]),
        (
            "severity-unknown",
            {"/problems": [{**FOUND, "severity": "fatal", "position": ""}]},
            [("too_short", "/problems/0/position"), ("unknown_code", "/problems/0/severity")],
        ),
        ("more-below-zero", {"/more": -1}, [("out_of_range", "/more")]),
        ("mode-absent", {"/mode": GONE}, [("missing_field", "")]),
    ),
    changes_of(
        "urgent-help-notice",
        "(dates `YYYY-MM-DD` or null)",
        ("right", {}, []),
        ("newer", {"/schema_version": "1.1"}, [("unsupported_version", "/schema_version")]),
        ("no-such-date", {"/checked_on": "2026-02-30"}, [("no_such_date", "/checked_on")]),
        ("leap-day", {"/checked_on": "2024-02-29"}, []),
        ("no-leap-day", {"/checked_on": "2026-02-29"}, [("no_such_date", "/checked_on")]),
        ("no-leap-day-in-1900", {"/checked_on": "1900-02-29"}, [("no_such_date", "/checked_on")]),
        (
            "thirty-first-of-april",
            {"/valid_until": "2026-04-31"},
            [("no_such_date", "/valid_until")],
        ),
        ("thirteenth-month", {"/valid_until": "2026-13-01"}, [("bad_format", "/valid_until")]),
        ("day-first", {"/valid_until": "31-01-2026"}, [("bad_format", "/valid_until")]),
        ("with-time", {"/valid_until": "2026-01-31T00:00"}, [("bad_format", "/valid_until")]),
        ("no-channel", {"/channels": []}, [("too_few", "/channels")]),
        ("contact-a-number", {"/channels/0/contact": 999}, [("wrong_type", "/channels/0/contact")]),
    ),
)

CASES: list[Case] = [*STRUCTURE]
"""Each given a type and a document of it; by hand: its problems."""
