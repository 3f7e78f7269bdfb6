"""Integrity of a record, by hand: record.md, "Problems", integrity, and the decisions on edges."""

from typing import Any

from vectors.parts import Case, Plain, changed, form, joined, record, review, under

__all__ = ["CASES"]

SMALL = record()
FIRST, SECOND = "/submissions/0/answers/0", "/submissions/0/answers/1"
DECISION = "/reviews/0/decisions/0"
ACTION = {
    "id": "a1",
    "scope": "support_plan",
    "what": "Agree whom to ring.",
    "responsible": {"role": "young_person"},
    "status": "done",
    "practices": [],
}
VIEW = {"question": "heard", "view": "yes"}
QUOTE = {
    "text": "She rang when she said she would.",
    "origin": "meeting",
    "speaker_role": "young_person",
    "consent": False,
    "anonymised_by": "audit_lead",
}


def _said(position: str, rating: str) -> Plain:
    return record(form({position: rating}))


def _decided(position: str, rating: str) -> Plain:
    return record(reviews=[review({position: rating})])


def _answers(*said: tuple[str, str]) -> Plain:
    """A record whose one submission can say several things about one position."""
    answers = [form({position: rating})["answers"][0] for position, rating in said]
    return record({**form({}), "answers": answers})


def _evidence(kind: str, **fields: Any) -> Plain:
    evidence = {"kind": kind, "text": "A page.", **fields}
    return changed(_said("GA1", "fully"), {FIRST + "/evidence": [evidence]})


def _role(role: str) -> Plain:
    return changed(record(form({})), {"/submissions/0/respondent/role": role})


def _actions(*actions: Plain) -> Plain:
    return {**SMALL, "actions": list(actions)}


def _accountable(role: str) -> Plain:
    return {**ACTION, "accountable": {"role": role, "agency": "leaving_care"}}


def _period(first: int, last: int) -> Plain:
    return changed(SMALL, {"/case/period": {"from_day": first, "to_day": last}})


def _extensions(value: Any) -> Plain:
    return {**SMALL, "extensions": {"org.example": value}}


PRACTICES = joined(
    under(
        "`unknown_practice`",
        (
            "unknown-practice-answer",
            _said("GA5", "fully"),
            [("unknown_practice", FIRST + "/practice")],
        ),
        (
            "unknown-practice-element",
            _said("ZZ1", "no_record"),
            [("unknown_practice", FIRST + "/practice")],
        ),
        (
            "unknown-practice-decision",
            _decided("PE9", "fully"),
            [("unknown_practice", DECISION + "/practice")],
        ),
        (
            "unknown-practice-key-feature",
            record({**form({}), "key_features": [{"text": "x"}, {"text": "x", "practice": "VY4"}]}),
            [("unknown_practice", "/submissions/0/key_features/1/practice")],
        ),
        (
            "unknown-practice-action",
            _actions({**ACTION, "practices": ["GA4", "GA9", "MO3"]}),
            [
                ("unknown_practice", "/actions/0/practices/1"),
                ("unknown_practice", "/actions/0/practices/2"),
            ],
        ),
        (
            "unknown-practice-with-stage",
            _said("TI3.planning", "mostly"),
            [("unknown_practice", FIRST + "/practice")],
        ),
        (
            "unknown-practice-in-a-draft",
            record(form({"GA6": "fully"}, status="draft")),
            [("unknown_practice", FIRST + "/practice")],
        ),
        (
            "unknown-practice-and-reason",
            _said("GA6", "fully/no_access"),
            [("unknown_practice", FIRST + "/practice"), ("reason_not_allowed", FIRST + "/reason")],
        ),
        (
            "unknown-practice-and-its-condition",
            _said("GA6", "not_applicable/condition_not_met"),
            [("unknown_practice", FIRST + "/practice")],
        ),
    ),
    under(
        "`stage_missing`, `stage_not_allowed` (exactly staged practices have one)",
        ("stage-missing-answer", _said("MA1", "mostly"), [("stage_missing", FIRST)]),
        ("stage-missing-decision", _decided("CF2", "fully"), [("stage_missing", DECISION)]),
        (
            "stage-not-allowed-answer",
            _said("GA1.assessment", "mostly"),
            [("stage_not_allowed", FIRST + "/stage")],
        ),
        (
            "stage-not-allowed-decision",
            _decided("VY3.delivery", "partly"),
            [("stage_not_allowed", DECISION + "/stage")],
        ),
        (
            "stage-of-every-kind",
            _answers(("TI1.assessment", "mostly"), ("MO2.transition", "fully"), ("PE1", "partly")),
            [],
        ),
        (
            "stage-not-reached-may-be-answered",
            record(form({"MA1.transition": "mostly"}), reached=["planning"]),
            [],
        ),
    ),
)

DUPLICATES = joined(
    under(
        "`duplicate_submission` (id, revision)",
        (
            "submission-twice",
            record(form({}), form({}, agency="police")),
            [("duplicate_submission", "/submissions/1")],
        ),
        (
            "submission-three-times",
            record(form({}), form({}, status="draft"), form({}, status="withdrawn")),
            [
                ("duplicate_submission", "/submissions/1"),
                ("duplicate_submission", "/submissions/2"),
            ],
        ),
        (
            "submission-twice-apart",
            record(form({}), form({}, "s2"), form({})),
            [("duplicate_submission", "/submissions/2")],
        ),
        (
            "submission-same-revision-of-another-id",
            record(form({}), form({}, "s2"), form({}, revision=2)),
            [],
        ),
        (
            "submission-twice-however-the-number-is-written",
            record(form({}), changed(form({}), {"/revision": 1.0})),
            [("duplicate_submission", "/submissions/1")],
        ),
    ),
    under(
        "Revisions of one id may differ in their respondent; several submissions of one voice are allowed.",
        ("revisions-of-two-agencies", record(form({}), form({}, revision=2, agency="police")), []),
        ("two-submissions-of-one-voice", record(form({}, ref="a"), form({}, "s2", ref="a")), []),
    ),
    under(
        "`duplicate_answer` (submission, position)",
        (
            "answer-twice",
            _answers(("GA1", "fully"), ("GA1", "fully")),
            [("duplicate_answer", SECOND)],
        ),
        (
            "answer-three-times",
            _answers(("GA1", "fully"), ("GA2", "mostly"), ("GA1", "partly"), ("GA1", "not_known")),
            [
                ("duplicate_answer", "/submissions/0/answers/2"),
                ("duplicate_answer", "/submissions/0/answers/3"),
            ],
        ),
        (
            "answer-at-two-stages",
            _answers(("MA1.planning", "fully"), ("MA1.delivery", "fully")),
            [],
        ),
        (
            "answer-twice-at-a-stage",
            _answers(("MA1.planning", "fully"), ("MA1.planning", "not_evident")),
            [("duplicate_answer", SECOND)],
        ),
        (
            "answer-in-two-submissions",
            record(form({"GA1": "fully"}), form({"GA1": "partly"}, "s2")),
            [],
        ),
        (
            "answer-in-two-revisions",
            record(form({"GA1": "fully"}), form({"GA1": "partly"}, revision=2)),
            [],
        ),
        (
            "answer-twice-of-a-practice-that-there-is-not",
            _answers(("GA7", "fully"), ("GA7", "fully")),
            [("unknown_practice", FIRST + "/practice"), ("unknown_practice", SECOND + "/practice")],
        ),
        (
            "answer-twice-without-its-stage",
            _answers(("MA1", "fully"), ("MA1", "fully")),
            [("stage_missing", FIRST), ("stage_missing", SECOND)],
        ),
        (
            "answer-with-a-stage-repeats-nothing",
            _answers(("GA1", "fully"), ("GA1.planning", "fully"), ("GA1.planning", "fully")),
            [
                ("stage_not_allowed", SECOND + "/stage"),
                ("stage_not_allowed", "/submissions/0/answers/2/stage"),
            ],
        ),
    ),
    under(
        "a duplicate: its second place",
        (
            "answer-twice-in-the-second-submission-with-one-id",
            record(
                form({"GA1": "fully"}),
                {
                    **form({}),
                    "answers": _answers(("PE1", "fully"), ("PE1", "fully"))["submissions"][0][
                        "answers"
                    ],
                },
            ),
            [
                ("duplicate_submission", "/submissions/1"),
                ("duplicate_answer", "/submissions/1/answers/1"),
            ],
        ),
        (
            "the-tenth-stands-before-the-second",
            _answers(*[("GA1", "fully")] * 11),
            [("duplicate_answer", f"/submissions/0/answers/{i}") for i in range(1, 11)],
        ),
    ),
    under(
        "`duplicate_review` (sequence)",
        (
            "review-twice",
            record(reviews=[review({}), review({"GA1": "fully"})]),
            [("duplicate_review", "/reviews/1")],
        ),
        ("review-in-another-order", record(reviews=[review({}, 7), review({}, 3)]), []),
        (
            "review-twice-apart",
            record(reviews=[review({}, 7), review({}, 3), review({}, 7)]),
            [("duplicate_review", "/reviews/2")],
        ),
    ),
    under(
        "`duplicate_decision` (review, position)",
        (
            "decision-twice",
            record(
                reviews=[
                    {
                        **review({}),
                        "decisions": [
                            *review({"GA1": "fully"})["decisions"],
                            *review({"GA1": "partly"})["decisions"],
                        ],
                    }
                ]
            ),
            [("duplicate_decision", "/reviews/0/decisions/1")],
        ),
        (
            "decision-in-two-reviews",
            record(reviews=[review({"GA1": "fully"}), review({"GA1": "partly"}, 2)]),
            [],
        ),
        (
            "decision-in-two-reviews-of-one-sequence",
            record(reviews=[review({"GA1": "fully"}), review({"GA1": "partly"})]),
            [("duplicate_review", "/reviews/1")],
        ),
    ),
    under(
        "`duplicate_action`",
        ("action-twice", _actions(ACTION, ACTION), [("duplicate_action", "/actions/1")]),
        ("action-alike-with-other-id", _actions(ACTION, {**ACTION, "id": "a2"}), []),
        (
            "action-three-times",
            _actions(
                ACTION,
                {**ACTION, "id": "a2"},
                {**ACTION, "status": "planned"},
                {**ACTION, "what": "Ring."},
            ),
            [("duplicate_action", "/actions/2"), ("duplicate_action", "/actions/3")],
        ),
    ),
    under(
        "`duplicate_question`",
        (
            "question-twice",
            {**SMALL, "own_view": {"answers": [VIEW, {**VIEW, "view": "no"}]}},
            [("duplicate_question", "/own_view/answers/1")],
        ),
        (
            "question-each-once",
            {**SMALL, "own_view": {"answers": [VIEW, {**VIEW, "question": "led_plan"}]}},
            [],
        ),
    ),
)

REASONS = joined(
    under(
        "`reason_not_allowed`, `reason_wrong_kind` (only `not_applicable` and `not_known` have one, of their kind)",
        (
            "reason-beside-a-level",
            _said("PE4", "fully/no_access"),
            [("reason_not_allowed", FIRST + "/reason")],
        ),
        (
            "reason-beside-no-record",
            _said("GA1", "no_record/no_access"),
            [("reason_not_allowed", FIRST + "/reason")],
        ),
        (
            "reason-beside-the-lowest-level",
            _said("GA1", "not_evident/other"),
            [("reason_not_allowed", FIRST + "/reason")],
        ),
        (
            "reason-beside-a-decided-level",
            _decided("GA1", "mostly/withheld"),
            [("reason_not_allowed", DECISION + "/reason")],
        ),
        (
            "reason-of-not-known-beside-not-applicable",
            _said("PE4", "not_applicable/no_access"),
            [("reason_wrong_kind", FIRST + "/reason")],
        ),
        (
            "reason-of-not-applicable-beside-not-known",
            _said("PE4", "not_known/condition_not_met"),
            [("reason_wrong_kind", FIRST + "/reason")],
        ),
        (
            "reason-stage-beside-not-known",
            _said("MA1.planning", "not_known/stage_not_reached"),
            [("reason_wrong_kind", FIRST + "/reason")],
        ),
        (
            "reason-other-beside-not-applicable",
            _decided("PE4", "not_applicable/other"),
            [("reason_wrong_kind", DECISION + "/reason")],
        ),
        *(
            (
                f"reason-fits-not-known-{reason.replace('_', '-')}",
                _said("GA2", f"not_known/{reason}"),
                [],
            )
            for reason in (
                "outside_role",
                "before_involvement",
                "after_involvement",
                "outside_period",
            )
        ),
        (
            "reason-absent-is-no-matter-of-integrity",
            _answers(("GA2", "not_known"), ("GA1", "not_applicable")),
            [],
        ),
        (
            "reason-beside-a-level-without-stage",
            _said("MA4", "fully/condition_not_met"),
            [("stage_missing", FIRST), ("reason_not_allowed", FIRST + "/reason")],
        ),
    ),
    under(
        "`not_applicable_not_allowed` (`condition_not_met` only where the practice may not apply, `stage_not_reached` only on staged ones)",
        *(
            (
                f"condition-not-met-{position.split('.')[0].lower()}",
                _said(position, "not_applicable/condition_not_met"),
                [],
            )
            for position in ("PE4", "MA4.planning", "MA5.transition", "CF2.assessment")
        ),
        (
            "condition-not-met-always-applies",
            _said("GA1", "not_applicable/condition_not_met"),
            [("not_applicable_not_allowed", FIRST + "/reason")],
        ),
        (
            "condition-not-met-staged-and-always-applies",
            _said("MA1.planning", "not_applicable/condition_not_met"),
            [("not_applicable_not_allowed", FIRST + "/reason")],
        ),
        ("stage-not-reached-staged", _said("MA1.planning", "not_applicable/stage_not_reached"), []),
        (
            "stage-not-reached-unstaged",
            _said("VY1", "not_applicable/stage_not_reached"),
            [("not_applicable_not_allowed", FIRST + "/reason")],
        ),
        (
            "stage-not-reached-unstaged-with-condition",
            _said("PE4", "not_applicable/stage_not_reached"),
            [("not_applicable_not_allowed", FIRST + "/reason")],
        ),
        (
            "condition-not-met-decided",
            _decided("CF1.delivery", "not_applicable/condition_not_met"),
            [("not_applicable_not_allowed", DECISION + "/reason")],
        ),
        (
            "condition-not-met-without-stage",
            _said("MA1", "not_applicable/condition_not_met"),
            [("stage_missing", FIRST), ("not_applicable_not_allowed", FIRST + "/reason")],
        ),
        ("not-applicable-without-reason", _said("GA1", "not_applicable"), []),
    ),
    under(
        "`condition_not_met` at a stage that was not reached is fine.",
        (
            "condition-not-met-not-reached",
            record(
                form({"MA4.transition": "not_applicable/condition_not_met"}), reached=["planning"]
            ),
            [],
        ),
    ),
)

PEOPLE = joined(
    under(
        "`role_cannot_respond`, `role_cannot_account` (young person, family)",
        (
            "respondent-young-person",
            _role("young_person"),
            [("role_cannot_respond", "/submissions/0/respondent/role")],
        ),
        (
            "respondent-family",
            _role("family_or_trusted_person"),
            [("role_cannot_respond", "/submissions/0/respondent/role")],
        ),
        ("respondent-carer", _role("carer"), []),
        (
            "accountable-young-person",
            _actions(_accountable("young_person")),
            [("role_cannot_account", "/actions/0/accountable/role")],
        ),
        (
            "accountable-family",
            _actions(ACTION, {**_accountable("family_or_trusted_person"), "id": "a2"}),
            [("role_cannot_account", "/actions/1/accountable/role")],
        ),
        (
            "responsible-may-be-the-young-person",
            _actions({**_accountable("team_manager"), "practices": ["VY2"]}),
            [],
        ),
        (
            "own-view-offered-by-family",
            {**SMALL, "own_view": {"answers": [VIEW], "offered_by": "family_or_trusted_person"}},
            [],
        ),
        (
            "respondent-of-an-older-revision",
            record(_role("young_person")["submissions"][0], form({}, revision=2)),
            [("role_cannot_respond", "/submissions/0/respondent/role")],
        ),
    ),
    under(
        "`quote_field_not_allowed` (only on quotes)",
        ("quote-has-its-fields", _evidence("quote", **QUOTE), []),
        *(
            (
                f"quote-field-{name.replace('_', '-')}",
                _evidence("record_extract", **{name: QUOTE[name]}),
                [("quote_field_not_allowed", f"{FIRST}/evidence/0/{name}")],
            )
            for name in ("origin", "speaker_role", "consent", "anonymised_by")
        ),
        (
            "quote-fields-all",
            _evidence("plan_document", **QUOTE),
            [
                ("quote_field_not_allowed", f"{FIRST}/evidence/0/{name}")
                for name in ("origin", "speaker_role", "consent", "anonymised_by")
            ],
        ),
        ("quote-without-fields", _evidence("quote"), []),
    ),
    under(
        "`period_reversed`",
        ("period-reversed", _period(1, 0), [("period_reversed", "/case/period")]),
        ("period-of-one-day", _period(0, 0), []),
    ),
)

KEYS = joined(
    under(
        "`forbidden_key` (list in `codes.json`, at any depth of `extensions`, compared in lower case without `-` and `_`)",
        ("forbidden-key", _extensions({"name": 1}), [("forbidden_key", "/extensions")]),
        (
            "forbidden-key-deep",
            _extensions([[{"a": {"dob": None}}]]),
            [("forbidden_key", "/extensions")],
        ),
        (
            "forbidden-key-other-case",
            _extensions({"RiskScore": 1}),
            [("forbidden_key", "/extensions")],
        ),
        (
            "forbidden-key-other-lines",
            _extensions({"-NHS--number_": 1}),
            [("forbidden_key", "/extensions")],
        ),
        (
            "forbidden-keys-are-said-once",
            _extensions({"name": {"email": 1}, "rank": 2}),
            [("forbidden_key", "/extensions")],
        ),
        (
            "forbidden-key-holds-nothing",
            _extensions({"rag": {}}),
            [("forbidden_key", "/extensions")],
        ),
        ("forbidden-word-as-a-value", _extensions({"field": "name", "fields": ["dob"]}), []),
        (
            "forbidden-word-within-a-key",
            _extensions({"names": 1, "form_name": 2, "unranked": 3, "frank": 4}),
            [],
        ),
        ("forbidden-word-with-a-space", _extensions({"risk score": 1}), []),
        (
            "forbidden-word-in-an-extension-name",
            {**SMALL, "extensions": {"org.example.name": 1, "risk.score": 2}},
            [],
        ),
    ),
)

EVERYTHING = joined(
    under(
        "A record must obey the integrity rules of `record.md`; one that does not is refused with a typed error.",
        (
            "a-record-with-two-meanings",
            _answers(("GA1", "not_evident"), ("GA2", "mostly"), ("GA1", "fully")),
            [("duplicate_answer", "/submissions/0/answers/2")],
        ),
    ),
    under(
        "integrity rules read everything",
        (
            "integrity-reads-drafts-and-old-revisions",
            record(
                form({"GA1": "fully/other"}, status="draft"),
                form({"MA1": "mostly"}, "s2"),
                form({"GA9": "partly"}, "s2", revision=2, status="withdrawn"),
                reviews=[
                    review({"PE4": "not_known/condition_not_met"}),
                    review({"PE4": "fully"}, 9),
                ],
            ),
            [
                ("reason_not_allowed", FIRST + "/reason"),
                ("stage_missing", "/submissions/1/answers/0"),
                ("unknown_practice", "/submissions/2/answers/0/practice"),
                ("reason_wrong_kind", DECISION + "/reason"),
            ],
        ),
        (
            "integrity-several-rules-at-one-place",
            _answers(
                ("GA1", "not_applicable/condition_not_met"),
                ("GA1", "not_applicable/stage_not_reached"),
            ),
            [
                ("not_applicable_not_allowed", FIRST + "/reason"),
                ("duplicate_answer", SECOND),
                ("not_applicable_not_allowed", SECOND + "/reason"),
            ],
        ),
    ),
)

CASES: list[Case] = [*PRACTICES, *DUPLICATES, *REASONS, *PEOPLE, *KEYS, *EVERYTHING]
"""Each given a record; by hand: its problems."""
