"""The decisions of record.md on edges, each as one small record."""

import json

import attrs
import pytest

import positive_practice as pp
from support.frameworks import TAILORING, without
from support.records import as_record, plain_record, review, said_at, submission
from support.samples import ABSENT, changed

GA1 = ("GA1", None)
MA1 = ("MA1", "assessment")
RECORD = plain_record([submission([said_at(GA1, "fully")])])


def found(plain, mode="submitted", **options):
    """Every problem as code and pointer, in order."""
    return [(one.code, one.pointer) for one in pp.check(plain, mode=mode, **options).problems]


def codes(plain, mode="submitted", **options):
    """The codes of every problem."""
    return {code for code, _ in found(plain, mode, **options)}


def rated(place, rating, **more):
    """A record with one answer."""
    return plain_record([submission([said_at(place, rating) | more])])


def test_an_unsupported_version_stands_alone():
    """A schema version that is text but not ours is the only problem, whatever else is wrong."""
    spoilt = changed(changed(RECORD, "/schema_version", "9.0"), "/case", 3)

    assert found(spoilt) == [("unsupported_version", "/schema_version")]


@pytest.mark.parametrize("version", [ABSENT, 1, None, ["1.0"]])
def test_a_version_that_is_no_text_is_structure(version):
    """A schema version that is absent or no text does not stand alone."""
    spoilt = changed(changed(RECORD, "/schema_version", version), "/case", 3)

    assert ("wrong_type", "/case") in found(spoilt)
    assert "unsupported_version" not in codes(spoilt)


@pytest.mark.parametrize("named", [{"id": "other", "version": "1.0"}, {"version": "2.0"}])
def test_an_unknown_framework_stands_alone(named):
    """So too a framework that is named but is not at hand."""
    spoilt = changed(RECORD, "/framework", RECORD["framework"] | named) | {"audit": 3}

    assert found(spoilt) == [("unknown_framework", "/framework")]


def test_a_framework_that_is_half_named_is_structure():
    """A framework without a version is a fault of structure."""
    spoilt = changed(RECORD, "/framework", {"id": "positive-practice"})

    assert found(spoilt) == [("missing_field", "/framework")]


@pytest.mark.parametrize("text", ["[]", "null", "3", '"text"'])
def test_one_document_is_read(text):
    """An array, or anything that is no object, is no document."""
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.loads(text)

    assert [(one.code, one.pointer) for one in caught.value.problems] == [("wrong_type", "")]


def test_quality_waits_for_integrity():
    """Where an integrity rule is broken, quality is not looked at."""
    broken = plain_record([submission([said_at(GA1, "not_known"), said_at(GA1, "not_known")])])

    assert found(broken) == [("duplicate_answer", "/submissions/0/answers/1")]


def test_quality_alone_refuses_no_record():
    """A record with an error of quality is read all the same."""
    plain = rated(GA1, "not_known")

    assert not pp.check(plain).ok
    assert pp.loads(json.dumps(plain)) == as_record(plain)


def test_in_draft_the_newest_revision_counts():
    """In mode draft the newest revision is current whatever its status; later it is not."""
    plain = plain_record(
        [
            submission([said_at(GA1, "not_known")], revision=2, status="draft"),
            submission([said_at(GA1, "fully")], revision=1),
        ]
    )

    assert ("reason_missing", "/submissions/0/answers/0") in found(plain, "draft")
    assert "reason_missing" not in codes(plain, "submitted")


def test_of_reviews_the_newest_decision_counts():
    """Quality reads the newest decision at a position, and only that."""
    old, new = said_at(GA1, "not_known"), said_at(GA1, "mostly") | {"rationale": "Agreed."}
    plain = RECORD | {"reviews": [review(9, [new]), review(2, [old])]}

    assert not codes(plain) & {"reason_missing", "decision_without_rationale", "decision_reopens"}
    swapped = RECORD | {"reviews": [review(2, [new]), review(9, [old])]}
    at = "/reviews/1/decisions/0"
    assert set(found(swapped)) >= {
        ("reason_missing", at),
        ("decision_without_rationale", at),
        ("decision_reopens", f"{at}/rating"),
    }


def test_a_condition_in_a_stage_that_was_not_reached():
    """`condition_not_met` at a stage that was not reached is fine."""
    plain = rated(("MA4", "transition"), "not_applicable", reason="condition_not_met")

    assert codes(changed(plain, "/case/stages_reached", ["planning"])) == {"own_practice_only"}


def test_nothing_current_is_not_own_practice_only():
    """`own_practice_only` says nothing where nothing is current."""
    plain = plain_record([submission([], status="withdrawn")])

    assert codes(plain, "agreed") == {"no_current_submission"}


def test_other_as_the_reason_of_a_decision_needs_no_note():
    """`other_without_note` looks only where its row says: a decision's words are its rationale."""
    decision = said_at(GA1, "not_known") | {"reason": "other"}

    assert "other_without_note" not in codes(RECORD | {"reviews": [review(1, [decision])]})
    assert "other_without_note" in codes(rated(GA1, "not_known", reason="other"))


def test_escalation_says_why_in_note_or_rationale():
    """An answer says why in its note, a decision in its rationale."""
    said = said_at(("MA5", "planning"), "not_applicable") | {"reason": "condition_not_met"}
    answered = plain_record([submission([said])])
    decided = RECORD | {"reviews": [review(1, [said])]}

    assert ("escalation_note_missing", "/submissions/0/answers/0") in found(answered)
    assert ("escalation_note_missing", "/reviews/0/decisions/0") in found(decided)
    noted = changed(answered, "/submissions/0/answers/0/note", "Not needed.")
    reasoned = changed(decided, "/reviews/0/decisions/0/rationale", "Not needed.")
    assert "escalation_note_missing" not in codes(noted) | codes(reasoned)


@pytest.mark.parametrize("day", [-1, 11])
def test_both_ends_of_a_period_belong_to_it(day):
    """The first and the last day of a period lie inside it."""
    plain = changed(RECORD, "/case/period", {"from_day": 0, "to_day": 10})
    inside = [{"kind": "contact", "day": 0}, {"kind": "contact", "day": 10}]
    events = [*inside, {"kind": "contact", "day": day}]

    assert ("day_outside_period", "/events/2/day") in found(plain | {"events": events})
    assert "day_outside_period" not in codes(plain | {"events": inside})


@pytest.mark.parametrize(
    ("key", "forbidden"),
    [
        ("name", True),
        ("Na-_me", True),
        ("RISK_score", True),
        ("names", False),
        ("n a m e", False),
        ("form", False),
    ],
)
def test_forbidden_keys_at_any_depth(key, forbidden):
    """A forbidden key is found at any depth, in any case, and never pointed at below extensions."""
    plain = RECORD | {"extensions": {"org.example": [{"a": [[{key: None}]]}]}}

    assert (("forbidden_key", "/extensions") in found(plain)) == forbidden


def test_a_tailoring_that_is_not_at_hand():
    """A record with a tailoring that is not at hand is loaded and checked; scoring it is refused."""
    plain = changed(RECORD, "/framework/tailoring", TAILORING)

    record = pp.loads(json.dumps(plain))

    assert "tailored_away" not in codes(plain)
    for refused in (
        pp.score,
        pp.agenda,
        lambda one: pp.explain(one, "GA"),
        lambda one: pp.tally([one]),
    ):
        with pytest.raises(pp.UnknownFramework):
            refused(record)


def test_what_a_tailoring_takes_out_is_still_part_of_the_framework():
    """An answer that the tailoring leaves out is information, no error; it is not scored."""
    plain = changed(RECORD, "/framework/tailoring", TAILORING)
    framework = without(pp.framework(), practices=("GA1",), stages=("planning",))

    assert ("tailored_away", "/submissions/0/answers/0") in found(plain, framework=framework)
    assert pp.check(plain, framework=framework).ok
    profile = pp.score(as_record(plain), framework=framework)
    assert "GA1" not in {one.practice for one in profile.practices}


def test_a_framework_of_ones_own():
    """A record of another framework is checked and scored under the one that is given."""
    own = attrs.evolve(pp.framework(), id="own", version="3", elements=pp.framework().elements[:2])
    plain = changed(RECORD, "/framework", {"id": "own", "version": "3"})

    assert codes(plain) == {"unknown_framework"}
    assert pp.check(plain, framework=own).ok
    assert [one.element for one in pp.score(as_record(plain), framework=own).elements] == [
        "GA",
        "PE",
    ]
    staged = changed(plain, "/submissions/0/answers/0", said_at(MA1, "fully"))
    assert codes(staged, framework=own) == {"unknown_practice"}
    tailored = changed(plain, "/framework/tailoring", TAILORING)
    assert pp.check(tailored, framework=own).ok
    with pytest.raises(pp.UnknownFramework):
        pp.score(as_record(tailored), framework=own)


def test_a_tailored_framework_of_ones_own_is_not_the_one_without_its_tailoring():
    """A record that names no tailoring is not checked or scored under a framework that has one."""
    own = attrs.evolve(without(pp.framework(), practices=("GA2",)), id="own", version="3")
    plain = changed(RECORD, "/framework", {"id": "own", "version": "3"})

    codes = [problem.code for problem in pp.check(plain, framework=own).problems]
    assert codes == ["unknown_framework"]


@pytest.mark.parametrize(
    ("place", "reason", "allowed"),
    [
        (GA1, "condition_not_met", False),
        (GA1, "stage_not_reached", False),
        (MA1, "stage_not_reached", True),
        (("PE4", None), "condition_not_met", True),
    ],
)
def test_what_may_not_apply_depends_on_the_practice(place, reason, allowed):
    """A condition is unmet only where the practice has one, a stage only where it is staged."""
    plain = rated(place, "not_applicable", reason=reason)

    assert ("not_applicable_not_allowed" not in codes(plain)) == allowed


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        (("PE4", None), ["contact_declined"]),
        (("MA4", "planning"), ["service_transition", "life_change", "worker_change"]),
        (("MA5", "planning"), ["escalation"]),
        (("CF2", "planning"), ["approach_change"]),
    ],
)
def test_what_never_came_up_is_held_against_each_kind_of_event(place, kinds):
    """A condition that was not met contradicts each event that would have met it, and no other."""
    plain = rated(place, "not_applicable", reason="condition_not_met")

    for kind in [code.code for code in pp.code_list("event_kind")]:
        contradicts = "events_contradict" in codes(plain | {"events": [{"kind": kind, "day": 1}]})
        assert contradicts == (kind in kinds)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("framework", "framework takes pp.load(path, type=pp.Framework), or nothing"),
        ("limits", "limits takes limits: pp.Limits(depth=10)"),
        ("policy", 'policy takes a policy: pp.Policy(off={"own_practice_only"})'),
    ],
)
def test_an_option_of_another_kind_is_told_what_it_takes(option, words):
    """The error shows what to write."""
    with pytest.raises(pp.Misuse) as caught:
        pp.check(RECORD, **{option: 3})

    assert str(caught.value) == words


def test_problems_beyond_the_limit_are_counted():
    """A report keeps as many problems as the limit says, and counts the others."""
    answers = [said_at(GA1, "fully")] * 5
    plain = plain_record([submission(answers)])

    report = pp.check(plain, limits=pp.Limits(problems=3))

    assert (len(report.problems), report.more, report.ok) == (3, 1, False)
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.loads(json.dumps(plain), limits=pp.Limits(problems=3))
    assert (len(caught.value.problems), caught.value.more) == (3, 1)
    assert pp.check(plain, limits=pp.Limits(problems=4)).more == 0


def test_an_error_beyond_the_limit_still_counts():
    """What must be put right is kept before what is worth a look; the rest is counted."""
    differing = submission([said_at(("GA2", None), "partly")], id="s2", agency="police")
    plain = plain_record(
        [submission([said_at(("GA2", None), "fully")]), differing],
        reviews=[review(1, [said_at(GA1, "mostly")])],
    )

    report = pp.check(plain, mode="agreed", limits=pp.Limits(problems=1))

    assert [one.severity for one in report.problems] == ["error"]
    assert report.more > 0
    assert not report.ok


def test_a_record_that_exists_may_name_a_framework_that_is_not_at_hand():
    """`check` of such a value reports it, and raises nothing."""
    record = attrs.evolve(as_record(RECORD), framework=pp.FrameworkRef(id="other", version="1.0"))

    assert found(record) == [("unknown_framework", "/framework")]
