"""Structure and versions of a record, by hand: record.md, "The record", "Problems" and edges."""

from vectors.parts import GONE, Case, Plain, changed, form, joined, record, review, under

__all__ = ["CASES"]

SMALL = record()
ANSWERED = record(form({"GA1": "fully", "MA1.planning": "mostly"}))
EVIDENCE = {"kind": "record_extract", "text": "Assessed on the same day."}
ACTION = {
    "id": "a1",
    "scope": "support_plan",
    "what": "Agree whom to ring.",
    "responsible": {"role": "personal_adviser"},
    "status": "done",
    "practices": [],
}
EVENT = {"kind": "contact", "day": 0}
VIEW = {"question": "heard", "view": "yes"}


def _with(**fields: object) -> Plain:
    return {**SMALL, **fields}


def _said(**fields: object) -> Plain:
    return changed(ANSWERED, {f"/submissions/0/answers/0/{name}": x for name, x in fields.items()})


def _case(**fields: object) -> Plain:
    return changed(SMALL, {f"/case/{name}": value for name, value in fields.items()})


def _purpose(text: object) -> Plain:
    return changed(SMALL, {"/audit/purpose": text})


def _extensions(value: object) -> Plain:
    return _with(extensions=value)


def _padded(size: int) -> Plain:
    """Extensions whose canonical form has exactly this many bytes."""
    empty = len('{"org.example":""}')
    return {"org.example": "x" * (size - empty)}


def _version(value: object) -> Plain:
    return changed(SMALL, {"/schema_version": value})


PURPOSE = "/audit/purpose"
PLACE = "/submissions/0/answers/0"

VERSIONS = joined(
    under(
        '`schema_version` that is text but not "1.0" is `unsupported_version`, and stands alone; absent or not text it is structure.',
        ("version-newer", _version("1.1"), [("unsupported_version", "/schema_version")]),
        ("version-older", _version("0.9"), [("unsupported_version", "/schema_version")]),
        ("version-empty", _version(""), [("unsupported_version", "/schema_version")]),
        ("version-spaced", _version("1.0 "), [("unsupported_version", "/schema_version")]),
        (
            "version-newer-and-nothing-else-right",
            {"schema_version": "2.0", "record_id": 5, "news": []},
            [("unsupported_version", "/schema_version")],
        ),
        (
            "version-newer-and-framework-unknown",
            changed(SMALL, {"/schema_version": "2.0", "/framework/id": "another"}),
            [("unsupported_version", "/schema_version")],
        ),
        ("version-a-number", _version(1), [("wrong_type", "/schema_version")]),
        ("version-null", _version(None), [("wrong_type", "/schema_version")]),
        ("version-a-list", _version(["1.0"]), [("wrong_type", "/schema_version")]),
        ("version-absent", _version(GONE), [("missing_field", "")]),
    ),
    under(
        "So too framework identity (`unknown_framework`).",
        (
            "framework-another-id",
            changed(SMALL, {"/framework/id": "another"}),
            [("unknown_framework", "/framework")],
        ),
        (
            "framework-another-version",
            changed(SMALL, {"/framework/version": "1.1"}),
            [("unknown_framework", "/framework")],
        ),
        (
            "framework-no-token",
            changed(SMALL, {"/framework/id": "Not A Token"}),
            [("unknown_framework", "/framework")],
        ),
        (
            "framework-unknown-and-structure-wrong",
            changed(SMALL, {"/framework/version": "9", "/audit": [], "/case": GONE}),
            [("unknown_framework", "/framework")],
        ),
        (
            "framework-version-a-number",
            changed(SMALL, {"/framework/version": 1}),
            [("wrong_type", "/framework/version")],
        ),
        (
            "framework-unknown-id-without-version",
            changed(SMALL, {"/framework/id": "another", "/framework/version": GONE}),
            [("missing_field", "/framework")],
        ),
        (
            "framework-text",
            _with(framework="positive-practice 1.0"),
            [("wrong_type", "/framework")],
        ),
        ("framework-absent", changed(SMALL, {"/framework": GONE}), [("missing_field", "")]),
    ),
    under(
        "A record with a tailoring that is not at hand is loaded and checked against the base framework",
        (
            "tailoring-not-at-hand",
            record(
                form({"VY3": "mostly"}),
                framework={**SMALL["framework"], "tailoring": {"id": "county", "version": "3"}},
            ),
            [],
        ),
        (
            "tailoring-not-at-hand-unknown-practice",
            record(
                form({"VY9": "mostly"}),
                framework={**SMALL["framework"], "tailoring": {"id": "county", "version": "3"}},
            ),
            [("unknown_practice", "/submissions/0/answers/0/practice")],
        ),
        (
            "tailoring-null",
            changed(SMALL, {"/framework/tailoring": None}),
            [("wrong_type", "/framework/tailoring")],
        ),
    ),
)

OBJECTS = joined(
    under(
        "a missing or unknown field: its object",
        ("record-smallest", SMALL, []),
        ("record-empty-object", {}, [("missing_field", "")] * 6),
        ("record-a-list", [SMALL], [("wrong_type", "")]),
        ("record-null", None, [("wrong_type", "")]),
        ("record-text", "{}", [("wrong_type", "")]),
        ("record-number", 1, [("wrong_type", "")]),
        ("two-fields-missing", changed(SMALL, {"/audit": {}}), [("missing_field", "/audit")] * 2),
        (
            "one-field-missing-one-wrong",
            changed(SMALL, {"/audit": {"id": 5}}),
            [("missing_field", "/audit"), ("wrong_type", "/audit/id")],
        ),
        (
            "missing-deep-inside",
            changed(ANSWERED, {"/submissions/0/respondent/role": GONE, PLACE + "/rating": GONE}),
            [("missing_field", PLACE), ("missing_field", "/submissions/0/respondent")],
        ),
        (
            "unknown-and-missing",
            changed(SMALL, {"/audit": {"id": "a", "sampling": "all_cases"}}),
            [("missing_field", "/audit"), ("unknown_field", "/audit")],
        ),
    ),
    under(
        "no unknown key is accepted anywhere but inside `extensions`",
        ("unknown-field", _with(remarks="None."), [("unknown_field", "")]),
        ("unknown-fields-are-said-once", _with(a=1, b=2, c={}), [("unknown_field", "")]),
        ("unknown-field-null", _with(remarks=None), [("unknown_field", "")]),
        ("unknown-field-empty-name", _with(**{"": 1}), [("unknown_field", "")]),
        ("unknown-field-proto", {**SMALL, "__proto__": None}, [("unknown_field", "")]),
        ("unknown-field-constructor", _with(constructor=1), [("unknown_field", "")]),
        ("unknown-field-other-case", _with(Events=[]), [("unknown_field", "")]),
        (
            "unknown-field-is-not-looked-into",
            _with(x={"schema_version": 7}),
            [("unknown_field", "")],
        ),
        ("unknown-field-inside", _said(score=3), [("unknown_field", PLACE)]),
        (
            "unknown-fields-in-two-objects",
            changed(ANSWERED, {PLACE + "/score": 3, "/case/name": "x", "/case/dob": "x"}),
            [("unknown_field", "/case"), ("unknown_field", PLACE)],
        ),
        ("unknown-key-in-extensions", _extensions({"org.example": {"anything": [1, None]}}), []),
    ),
    under(
        "in a record absent rather than null",
        ("null-optional-text", _purpose(None), [("wrong_type", PURPOSE)]),
        ("null-optional-object", _case(period=None), [("wrong_type", "/case/period")]),
        ("null-optional-array", _with(reviews=None), [("wrong_type", "/reviews")]),
        ("null-required", _with(submissions=None), [("wrong_type", "/submissions")]),
        ("null-code", _case(age_band=None), [("wrong_type", "/case/age_band")]),
        ("null-extensions", _extensions(None), [("wrong_type", "/extensions")]),
    ),
    under(
        "an empty optional array is the same as an absent one",
        (
            "empty-arrays",
            _with(reviews=[], events=[], actions=[], outcomes=[], submissions=[]),
            [],
        ),
        ("empty-stages", _case(stages_reached=[]), []),
        ("empty-answers", record(form({})), []),
        ("empty-evidence", _said(evidence=[]), []),
    ),
    under(
        "All problems of a record are reported",
        (
            "many-problems",
            changed(
                ANSWERED,
                {
                    "/record_id": "1",
                    "/audit/selection": "best",
                    "/case/age_band": 18,
                    "/submissions/0/revision": 0,
                    PLACE + "/rating": "good",
                    "/submissions/0/answers/1/practice": "ma1",
                    "/submissions/0/answers/1/note": "",
                    "/actions": {},
                },
            ),
            [
                ("wrong_type", "/actions"),
                ("unknown_code", "/audit/selection"),
                ("wrong_type", "/case/age_band"),
                ("bad_format", "/record_id"),
                ("unknown_code", PLACE + "/rating"),
                ("too_short", "/submissions/0/answers/1/note"),
                ("bad_format", "/submissions/0/answers/1/practice"),
                ("out_of_range", "/submissions/0/revision"),
            ],
        ),
    ),
    under(
        "text errors and unsupported versions stand alone, integrity and quality are looked at only where the structure holds",
        (
            "structure-hides-integrity",
            changed(record(form({"GA9": "fully", "MA1": "mostly"})), {"/case/population": "x"}),
            [("unknown_code", "/case/population")],
        ),
        (
            "integrity-shows-where-structure-holds",
            record(form({"GA9": "fully", "MA1": "mostly"})),
            [
                ("unknown_practice", PLACE + "/practice"),
                ("stage_missing", "/submissions/0/answers/1"),
            ],
        ),
    ),
)

NUMBERS = joined(
    under(
        "A number without a fractional value is an integer however it is written",
        ("number-with-point-zero", _case(period={"from_day": -5.0, "to_day": 5.0}), []),
        (
            "number-with-fraction",
            _case(period={"from_day": 0.5, "to_day": 5}),
            [("wrong_type", "/case/period/from_day")],
        ),
        (
            "number-as-text",
            _case(period={"from_day": "0", "to_day": 5}),
            [("wrong_type", "/case/period/from_day")],
        ),
        (
            "number-true",
            _case(period={"from_day": False, "to_day": True}),
            [("wrong_type", "/case/period/from_day"), ("wrong_type", "/case/period/to_day")],
        ),
        (
            "number-out-of-range-with-fraction-is-wrong-type",
            _case(period={"from_day": -900.5, "to_day": 0}),
            [("wrong_type", "/case/period/from_day")],
        ),
    ),
    under(
        "*day* = integer, -730..730, from day 0",
        ("day-ends", _case(period={"from_day": -730, "to_day": 730}), []),
        (
            "day-beyond-ends",
            _case(period={"from_day": -731, "to_day": 731}),
            [("out_of_range", "/case/period/from_day"), ("out_of_range", "/case/period/to_day")],
        ),
        ("revision-ends", record(form({}, revision=1), form({}, "s2", revision=1000)), []),
        (
            "revision-beyond-ends",
            record(form({}, revision=0), form({}, "s2", revision=1001)),
            [
                ("out_of_range", "/submissions/0/revision"),
                ("out_of_range", "/submissions/1/revision"),
            ],
        ),
        (
            "sequence-beyond-ends",
            record(reviews=[review({}, 0), review({}, 1001), review({}, 1000), review({}, 1)]),
            [("out_of_range", "/reviews/0/sequence"), ("out_of_range", "/reviews/1/sequence")],
        ),
    ),
    under(
        "`consent` true/false",
        ("consent-false", _said(evidence=[{**EVIDENCE, "kind": "quote", "consent": False}]), []),
        (
            "consent-a-number",
            _said(evidence=[{**EVIDENCE, "kind": "quote", "consent": 1}]),
            [("wrong_type", PLACE + "/evidence/0/consent")],
        ),
        (
            "consent-text",
            _said(evidence=[{**EVIDENCE, "kind": "quote", "consent": "true"}]),
            [("wrong_type", PLACE + "/evidence/0/consent")],
        ),
    ),
)

FACE, WORDS = "\U0001f642", "A note."

TEXTS = joined(
    under(
        "*text N* = 1 to N code points",
        ("text-one", _purpose("x"), []),
        ("text-empty", _purpose(""), [("too_short", PURPOSE)]),
        ("text-longest", _purpose("x" * 500), []),
        ("text-too-long", _purpose("x" * 501), [("too_long", PURPOSE)]),
        ("text-longest-outside-the-basic-plane", _purpose(FACE * 500), []),
        ("text-too-long-outside-the-basic-plane", _purpose(FACE * 501), [("too_long", PURPOSE)]),
        ("text-a-space", _purpose(" "), []),
        ("text-a-number", _purpose(5), [("wrong_type", PURPOSE)]),
        ("text-a-list", _purpose(["x"]), [("wrong_type", PURPOSE)]),
        ("text-note-longest", _said(note="x" * 1000), []),
        ("text-note-too-long", _said(note="x" * 1001), [("too_long", PLACE + "/note")]),
    ),
    under(
        "none of them a C0 control other than tab and newline, DEL, C1, U+202A to U+202E, U+2066 to U+2069, or a surrogate",
        (
            "characters-allowed",
            _purpose("a\tb\nc \u00a0\u200f\u2028\u202f\u2065\ufeff\U0001f642"),
            [],
        ),
        ("character-nul", _purpose("a\x00"), [("bad_text", PURPOSE)]),
        ("character-carriage-return", _purpose("a\r\nb"), [("bad_text", PURPOSE)]),
        ("character-last-c0", _purpose("\x1f"), [("bad_text", PURPOSE)]),
        ("character-vertical-tab", _purpose("a\x0bb"), [("bad_text", PURPOSE)]),
        ("character-del", _purpose("\x7f"), [("bad_text", PURPOSE)]),
        ("character-first-c1", _purpose("\x80"), [("bad_text", PURPOSE)]),
        ("character-last-c1", _purpose("x\x9fx"), [("bad_text", PURPOSE)]),
        ("character-202a", _purpose("x\u202ax"), [("bad_text", PURPOSE)]),
        ("character-202e", _purpose("\u202e"), [("bad_text", PURPOSE)]),
        ("character-2066", _purpose("\u2066x"), [("bad_text", PURPOSE)]),
        ("character-2069", _purpose("x\u2069"), [("bad_text", PURPOSE)]),
        ("character-bad-and-too-long", _purpose("\x00" * 501), [("too_long", PURPOSE)]),
    ),
    under(
        "*token* = `^[a-z0-9][a-z0-9_.-]{0,63}$`",
        ("token-longest", changed(SMALL, {"/audit/id": "0" + "_.-z" * 15 + "abc"}), []),
        ("token-too-long", changed(SMALL, {"/audit/id": "a" * 65}), [("bad_format", "/audit/id")]),
        ("token-empty", changed(SMALL, {"/audit/id": ""}), [("bad_format", "/audit/id")]),
        ("token-upper-case", changed(SMALL, {"/audit/id": "A1"}), [("bad_format", "/audit/id")]),
        ("token-first-a-dot", changed(SMALL, {"/audit/id": ".a"}), [("bad_format", "/audit/id")]),
        ("token-line-break", changed(SMALL, {"/audit/id": "a\n"}), [("bad_format", "/audit/id")]),
        ("token-control", changed(SMALL, {"/audit/id": "a\x00"}), [("bad_format", "/audit/id")]),
        (
            "token-other-digit",
            changed(SMALL, {"/audit/id": "\u0663"}),
            [("bad_format", "/audit/id")],
        ),
        ("token-a-number", changed(SMALL, {"/audit/id": 7}), [("wrong_type", "/audit/id")]),
    ),
    under(
        "`record_id` r UUID of any version, lower case",
        ("uuid-of-any-shape", _with(record_id="ffffffff-ffff-ffff-ffff-ffffffffffff"), []),
        ("uuid-nil", _with(record_id="00000000-0000-0000-0000-000000000000"), []),
        (
            "uuid-upper-case",
            _with(record_id="FFFFFFFF-ffff-ffff-ffff-ffffffffffff"),
            [("bad_format", "/record_id")],
        ),
        (
            "uuid-in-braces",
            _with(record_id="{ffffffff-ffff-ffff-ffff-ffffffffffff}"),
            [("bad_format", "/record_id")],
        ),
        ("uuid-without-lines", _with(record_id="f" * 32), [("bad_format", "/record_id")]),
        (
            "uuid-line-break",
            _with(record_id="ffffffff-ffff-ffff-ffff-ffffffffffff\n"),
            [("bad_format", "/record_id")],
        ),
    ),
    under(
        "*practice* = `^[A-Z]{2}[1-9][0-9]?$`",
        ("practice-zero", _said(practice="GA0"), [("bad_format", PLACE + "/practice")]),
        ("practice-three-digits", _said(practice="GA100"), [("bad_format", PLACE + "/practice")]),
        ("practice-lower-case", _said(practice="ga1"), [("bad_format", PLACE + "/practice")]),
        ("practice-line-break", _said(practice="GA1\n"), [("bad_format", PLACE + "/practice")]),
        (
            "practice-a-position",
            _said(practice="MA1.planning"),
            [("bad_format", PLACE + "/practice")],
        ),
        (
            "practice-two-digits",
            _said(practice="GA99"),
            [("unknown_practice", PLACE + "/practice")],
        ),
    ),
    under(
        "*code* = one of a list in `codes.json`, closed",
        ("code-unknown", _said(rating="excellent"), [("unknown_code", PLACE + "/rating")]),
        ("code-other-case", _said(rating="Fully"), [("unknown_code", PLACE + "/rating")]),
        ("code-spaced", _said(rating="fully "), [("unknown_code", PLACE + "/rating")]),
        ("code-empty", _said(rating=""), [("unknown_code", PLACE + "/rating")]),
        ("code-a-number", _said(rating=3), [("wrong_type", PLACE + "/rating")]),
        ("code-a-list", _said(rating=["fully"]), [("wrong_type", PLACE + "/rating")]),
        (
            "code-of-another-list",
            _case(population="leaving_care"),
            [("unknown_code", "/case/population")],
        ),
        ("code-stage", _said(stage="review"), [("unknown_code", PLACE + "/stage")]),
        (
            "code-property-name",
            _case(population="toString"),
            [("unknown_code", "/case/population")],
        ),
    ),
)

ARRAYS = joined(
    under(
        "Arrays of codes, stages, letters and practices hold each item once.",
        (
            "stage-twice",
            _case(stages_reached=["planning", "planning"]),
            [("not_unique", "/case/stages_reached/1")],
        ),
        (
            "stage-three-times",
            _case(stages_reached=["planning", "delivery", "planning", "planning"]),
            [("not_unique", "/case/stages_reached/2"), ("not_unique", "/case/stages_reached/3")],
        ),
        (
            "letters-twice",
            _with(events=[{**EVENT, "workers": ["a", "b", "a"]}]),
            [("not_unique", "/events/0/workers/2")],
        ),
        (
            "practices-twice",
            _with(actions=[{**ACTION, "practices": ["GA4", "GA4"]}]),
            [("not_unique", "/actions/0/practices/1")],
        ),
        (
            "wrong-items-repeat-nothing",
            _case(stages_reached=["review", "review", "planning"]),
            [
                ("unknown_code", "/case/stages_reached/0"),
                ("unknown_code", "/case/stages_reached/1"),
            ],
        ),
        (
            "null-items-repeat-nothing",
            _case(stages_reached=[None, None]),
            [("wrong_type", "/case/stages_reached/0"), ("wrong_type", "/case/stages_reached/1")],
        ),
        ("equal-events-are-fine", _with(events=[EVENT, EVENT]), []),
    ),
    under(
        "0..N = size of an array",
        ("array-an-object", _with(events={"0": EVENT}), [("wrong_type", "/events")]),
        ("array-text", _with(events="none"), [("wrong_type", "/events")]),
        ("array-of-wrong-items", _with(events=[1, EVENT]), [("wrong_type", "/events/0")]),
        (
            "review-without-agency",
            _with(reviews=[{**review({}), "agencies": []}]),
            [("too_few", "/reviews/0/agencies")],
        ),
        ("own-view-empty", _with(own_view={"answers": []}), [("too_few", "/own_view/answers")]),
        (
            "key-features-too-many",
            record({**form({}), "key_features": [{"text": "x"}] * 6}),
            [("too_many", "/submissions/0/key_features")],
        ),
        ("key-features-most", record({**form({}), "key_features": [{"text": "x"}] * 5}), []),
        (
            "nothing-is-said-of-items-beyond-the-most",
            record({**form({}), "key_features": [*[{"text": "x"}] * 4, {"text": ""}, {"text": 5}]}),
            [
                ("too_many", "/submissions/0/key_features"),
                ("too_short", "/submissions/0/key_features/4/text"),
            ],
        ),
        (
            "stages-too-many-and-twice",
            _case(stages_reached=["planning", "planning", "delivery", "assessment", "planning"]),
            [("too_many", "/case/stages_reached"), ("not_unique", "/case/stages_reached/1")],
        ),
        (
            "own-view-too-many-and-wrong",
            _with(own_view={"answers": [VIEW, VIEW, VIEW, VIEW, {"question": "heard"}, VIEW]}),
            [("too_many", "/own_view/answers"), ("missing_field", "/own_view/answers/4")],
        ),
    ),
)

NAME = "a" * 126 + "." + "b" * 126

EXTENSIONS = joined(
    under(
        "keys are reverse-domain names (`^[a-z0-9-]+(\\.[a-z0-9-]+)+$`, at most 20), values any JSON",
        ("extensions-empty", _extensions({}), []),
        (
            "extensions-any-json",
            _extensions({"org.example": [1.5, None, True, {"": ""}, "\r\u202e"]}),
            [],
        ),
        ("extensions-a-list", _extensions([]), [("wrong_type", "/extensions")]),
        (
            "extension-name-without-dot",
            _extensions({"example": 1}),
            [("bad_format", "/extensions")],
        ),
        (
            "extension-name-upper-case",
            _extensions({"org.Example": 1}),
            [("bad_format", "/extensions")],
        ),
        (
            "extension-name-line-break",
            _extensions({"org.example\n": 1}),
            [("bad_format", "/extensions")],
        ),
        ("extension-name-ends-in-dot", _extensions({"org.": 1}), [("bad_format", "/extensions")]),
        ("extension-name-proto", _extensions({"__proto__": {}}), [("bad_format", "/extensions")]),
        (
            "extension-names-two-wrong",
            _extensions({"a": 1, "b": 1}),
            [("bad_format", "/extensions")],
        ),
        ("extension-names-most", _extensions({f"org.n{i}": i for i in range(20)}), []),
        (
            "extension-names-too-many",
            _extensions({f"org.n{i}": i for i in range(21)}),
            [("too_many", "/extensions")],
        ),
        (
            "extension-names-too-many-and-wrong",
            _extensions({f"n{i}": i for i in range(21)}),
            [("too_many", "/extensions")],
        ),
    ),
    under(
        "an extension name has at most 253 characters",
        ("extension-name-longest", _extensions({NAME: 1}), []),
        ("extension-name-too-long", _extensions({NAME + "b": 1}), [("bad_format", "/extensions")]),
    ),
    under(
        "16 KiB in all as canonical JSON",
        ("extensions-largest", _extensions(_padded(16_384)), []),
        ("extensions-too-large", _extensions(_padded(16_385)), [("too_long", "/extensions")]),
    ),
    under(
        "nothing below `/extensions`",
        (
            "extensions-point-at-their-top",
            _extensions({"org.example": {"deep": [{"risk-score": 3}]}}),
            [("forbidden_key", "/extensions")],
        ),
    ),
)

CASES: list[Case] = [*VERSIONS, *OBJECTS, *NUMBERS, *TEXTS, *ARRAYS, *EXTENSIONS]
"""Each given a record; by hand: its problems."""
