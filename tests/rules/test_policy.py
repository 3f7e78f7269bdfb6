"""Policies, and the check of one answer in its record."""

import copy
import pickle
import random

import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from support.frameworks import TAILORING, without
from support.records import as_record, plain_record, random_record, said_at, submission
from support.samples import changed

GA1 = ("GA1", None)
RECORD = plain_record([submission([said_at(GA1, "not_known")])])


def found(plain, mode="agreed", **options):
    """The code and severity of every problem."""
    return {(one.code, one.severity) for one in pp.check(plain, mode=mode, **options).problems}


def no_review(record):
    """Where a record without a review lacks one."""
    return [] if record.reviews else [pp.Place("/reviews", "GA1")]


LOCAL = pp.LocalRule(
    code="acme_reviewed",
    find=no_review,
    severity="error",
    message="There was no review.",
    hint="Hold one.",
)


def test_a_rule_can_be_switched_off():
    """A quality rule that is switched off finds nothing; the others still do."""
    policy = pp.Policy(off={"reason_missing"})

    assert found(RECORD) == {("reason_missing", "error"), ("own_practice_only", "info")}
    assert found(RECORD, policy=policy) == {("own_practice_only", "info")}


def test_a_rule_can_be_graded_otherwise():
    """A quality rule has the severity that the policy gives it, in the modes that look at it."""
    policy = pp.Policy(severity={"reason_missing": "info", "own_practice_only": "error"})

    assert found(RECORD, policy=policy) == {
        ("reason_missing", "info"),
        ("own_practice_only", "error"),
    }
    assert found(RECORD, "draft", policy=policy) == {("reason_missing", "info")}


def test_a_rule_of_ones_own():
    """A local rule finds its problems beside the library's, in every mode, and makes them count."""
    policy = pp.Policy(rules=[LOCAL])
    plain = changed(RECORD, "/submissions/0/answers/0/rating", "fully")

    report = pp.check(plain, mode="draft", policy=policy)

    (one,) = report.problems
    assert (one.code, one.severity, one.pointer, one.position) == (
        "acme_reviewed",
        "error",
        "/reviews",
        "GA1",
    )
    assert (one.message, one.hint) == ("There was no review.", "Hold one.")
    assert not report.ok
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.validate(plain, policy=policy)
    assert [each.code for each in caught.value.problems] == ["own_practice_only", "acme_reviewed"]


def test_local_rules_wait_for_integrity():
    """A local rule is asked only about records that have one meaning."""
    broken = plain_record([submission([said_at(("MA1", None), "fully")])])

    assert found(broken, policy=pp.Policy(rules=[LOCAL])) == {("stage_missing", "error")}


def test_a_local_problem_refuses_no_record():
    """What a local rule finds is quality, so `validate` alone raises for it."""
    policy = pp.Policy(rules=[pp.LocalRule(**{**vars_of(LOCAL), "severity": "warning"})])

    assert pp.validate(changed(RECORD, "/submissions/0/answers", []), policy=policy)


def vars_of(rule):
    """The fields of a local rule."""
    names = ("code", "find", "severity", "message", "hint")
    return {name: getattr(rule, name) for name in names}


@pytest.mark.parametrize("pointer", ["reviews", "#/reviews", "/a~2", "/a~", None, 3])
def test_a_place_that_is_none(pointer):
    """A local rule names its places as JSON Pointers."""
    rule = pp.LocalRule(**{**vars_of(LOCAL), "find": lambda _: [pp.Place(pointer)]})

    with pytest.raises(pp.Misuse, match="JSON Pointer"):
        pp.check(as_record(plain_record([submission([])])), policy=pp.Policy(rules=[rule]))


@pytest.mark.parametrize("code", ["reason_missing", "unknown_practice", "json_empty"])
def test_a_code_that_is_taken(code):
    """A local rule needs a code of its own."""
    with pytest.raises(pp.Misuse, match="taken"):
        pp.LocalRule(**{**vars_of(LOCAL), "code": code})


@pytest.mark.parametrize("severity", ["fatal", "", None])
def test_a_severity_that_is_none(severity):
    """A severity is one of three words, for local rules and for others."""
    with pytest.raises(pp.Misuse, match="error, warning, info"):
        pp.LocalRule(**{**vars_of(LOCAL), "severity": severity})
    with pytest.raises(pp.Misuse, match="error, warning, info"):
        pp.Policy(severity={"undecided": severity})


@pytest.mark.parametrize("code", ["unknown_practice", "json_empty", "wrong_type", "duplicate_id"])
def test_only_quality_is_a_matter_of_policy(code):
    """Rules without which a record has no one meaning cannot be switched off or graded."""
    with pytest.raises(pp.Misuse, match="quality"):
        pp.Policy(off=[code])
    with pytest.raises(pp.Misuse, match="quality"):
        pp.Policy(severity={code: "info"})


def test_a_policy_of_an_unknown_code():
    """A code that does not exist is refused, with those that do."""
    with pytest.raises(pp.UnknownName) as caught:
        pp.Policy(off=["own_practise_only"])

    assert "own_practice_only" in caught.value.known


# One answer


ABOUT_THE_ANSWER = {
    "unknown_practice": "/practice",
    "stage_missing": "",
    "stage_not_allowed": "/stage",
    "reason_not_allowed": "/reason",
    "reason_wrong_kind": "/reason",
    "not_applicable_not_allowed": "/reason",
    "quote_field_not_allowed": "/evidence/0/origin",
    "reason_missing": "",
    "quote_incomplete": "/evidence/0",
    "quote_without_consent": "/evidence/0/consent",
    "events_contradict": "/reason",
    "escalation_note_missing": "",
    "other_without_note": "",
    "answered_stage_not_reached": "/rating",
    "reached_stage_denied": "/reason",
    "day_outside_period": "/evidence/0/day",
    "tailored_away": "",
}


@pytest.mark.parametrize("seed", range(30))
def test_one_answer_has_the_problems_that_it_has_in_its_record(seed):
    """What an answer alone decides is found alike in the form and in the whole record."""
    rng = random.Random(seed)
    plain = random_record(rng, clean=seed % 2 == 0, tailoring=TAILORING)
    framework = without(pp.framework(), ("MA5", "GA4"), ("planning",))
    record = as_record(plain)
    for submitted in plain["submissions"]:
        for answer in submitted["answers"]:
            alone = as_record(plain | {"submissions": [submission([answer])], "reviews": []})
            at = "/submissions/0/answers/0"
            expected = {
                (one.code, one.pointer.removeprefix(at), one.severity, one.position)
                for one in pp.check(alone, mode="publish", framework=framework).problems
                if one.code in ABOUT_THE_ANSWER and one.pointer.startswith(at)
            }

            problems = pp.check_answer(answer, record, mode="publish", framework=framework)

            if integrity_holds(alone, framework) or expected:
                assert {
                    (one.code, one.pointer, one.severity, one.position) for one in problems
                } == expected


def integrity_holds(record, framework):
    """Whether the rest of the record leaves room for quality."""
    codes = {one.code for one in pp.check(record, framework=framework).problems}
    return all(pp.row(code).group == "quality" for code in codes)


def test_one_answer_under_a_policy():
    """A policy holds for one answer too."""
    answer, record = said_at(GA1, "not_known"), as_record(RECORD)

    problems = pp.check_answer(
        answer, record, policy=pp.Policy(severity={"reason_missing": "error"})
    )

    assert [(one.code, one.severity, one.pointer) for one in problems] == [
        ("reason_missing", "error", "")
    ]
    assert pp.check_answer(answer, record, policy=pp.Policy(off=["reason_missing"])) == ()


def test_one_answer_as_a_document():
    """An answer can be given as plain values or as an `Answer`."""
    record = as_record(RECORD)
    (answer,) = record.submissions[0].answers

    assert pp.check_answer(answer, record) == pp.check_answer(unstructure(answer), record)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, ("wrong_type", "")),
        ({"practice": "GA1"}, ("missing_field", "")),
        ({"practice": "GA1", "rating": "good"}, ("unknown_code", "/rating")),
        (
            {"practice": "GA1", "rating": "fully", "evidence": [{}]},
            ("missing_field", "/evidence/0"),
        ),
    ],
)
def test_one_answer_that_is_none(answer, expected):
    """What is no answer has the problems of its structure, with pointers from the answer on."""
    problems = pp.check_answer(answer, as_record(RECORD))

    assert (problems[0].code, problems[0].pointer) == expected


def test_one_answer_needs_a_record_and_a_mode():
    """The record must be one, its framework at hand, and the mode one of the four."""
    answer = said_at(GA1, "fully")

    with pytest.raises(pp.Misuse):
        pp.check_answer(answer, RECORD)
    with pytest.raises(pp.UnknownName):
        pp.check_answer(answer, as_record(RECORD), mode="strict")
    with pytest.raises(pp.UnknownFramework):
        pp.check_answer(answer, as_record(changed(RECORD, "/framework/id", "own")))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"code": "Not A Code"}, pp.InvalidValue),
        ({"message": ""}, pp.InvalidValue),
        ({"hint": None}, pp.InvalidValue),
        ({"severity": "dreadful"}, pp.Misuse),
    ],
)
def test_a_rule_that_could_tell_nothing_is_refused_when_it_is_made(change, error):
    """Code, severity and words are looked at once, not when the first problem is found."""
    good = {
        "code": "acme_rule", "find": lambda _: (), "severity": "info", "message": "A.", "hint": "B.",
    }  # fmt: skip

    with pytest.raises(error):
        pp.LocalRule(**{**good, **change})


def test_two_rules_of_one_code_are_refused():
    """A code says one thing."""
    rule = pp.LocalRule(code="acme_a", find=lambda _: (), severity="info", message="A.", hint="B.")

    with pytest.raises(pp.Misuse, match="same code"):
        pp.Policy(rules=(rule, rule))


TAKEN = "a rule of your own needs a code of its own; this one is taken"
DREADFUL = "a severity is one of error, warning, info"
NO_QUALITY = (
    "only rules of quality can be switched off or graded otherwise: without the others a record "
    "has no one meaning"
)
TWICE = "two rules of your own have the same code; give each its own"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: pp.LocalRule(**{**vars_of(LOCAL), "code": "undecided"}), TAKEN),
        (lambda: pp.LocalRule(**{**vars_of(LOCAL), "severity": "dreadful"}), DREADFUL),
        (lambda: pp.Policy(off={"unknown_practice"}), NO_QUALITY),
        (lambda: pp.Policy(rules=[LOCAL, LOCAL]), TWICE),
    ],
)
def test_a_policy_that_cannot_be_is_told_in_these_words(make, words):
    """The error says what is wrong, and what would be right, in one plain sentence."""
    with pytest.raises(pp.Misuse) as caught:
        make()

    assert str(caught.value) == words


def test_a_policy_is_a_value():
    """It hashes, copies and pickles, so that services can hand it to other processes."""
    policy = pp.Policy(off={"undecided"}, severity={"own_practice_only": "error"})

    assert pickle.loads(pickle.dumps(policy)) == copy.deepcopy(policy) == policy
    assert hash(policy) == hash(copy.copy(policy))
