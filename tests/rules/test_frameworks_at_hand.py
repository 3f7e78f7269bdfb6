"""Which framework a record is checked and scored under: the one that it names, tailoring and all."""

import json

import attrs
import pytest

import positive_practice as pp
from support.frameworks import TAILORING, without
from support.records import as_record, plain_record, said_at, submission
from support.samples import changed

BUILT_IN = {"id": "positive-practice", "version": "1.0"}
OWN = {"id": "own", "version": "3"}
OLDER = {"id": "own", "version": "2"}
T = TAILORING
U = {"id": "another-example", "version": "1"}
NEWER_T = {**TAILORING, "version": "2"}
RECORD = plain_record(
    [submission([said_at(("GA1", None), "fully"), said_at(("VY3", None), "fully")])]
)


def framework(base, tailoring=None):
    """The built-in framework under another name, without VY3 if it is tailored."""
    named = attrs.evolve(pp.framework(), **base)
    if tailoring is None:
        return named
    return attrs.evolve(without(named, practices=("VY3",)), tailoring=pp.Edition(**tailoring))


def naming(base, tailoring=None):
    """A record that names a framework, and perhaps a tailoring."""
    return changed(
        RECORD, "/framework", base if tailoring is None else {**base, "tailoring": tailoring}
    )


def codes(plain, given):
    """The codes of every error and of what was tailored away, each with its pointer."""
    told = {"unknown_framework", "unknown_practice", "tailored_away"}
    problems = pp.check(plain, framework=given).problems
    return [(one.code, one.pointer) for one in problems if one.code in told]


AWAY = [("tailored_away", "/submissions/0/answers/1")]
UNKNOWN = [("unknown_framework", "/framework")]

# What the record names; what is given beside the built-in framework; what checking says; whether
# it can be scored.
CASES = [
    # Under the built-in framework, which is always at hand.
    (naming(BUILT_IN), None, [], True),
    (naming(BUILT_IN), framework(BUILT_IN, T), [], True),
    (naming(BUILT_IN), framework(OWN, T), [], True),
    (naming(BUILT_IN, T), None, [], False),
    (naming(BUILT_IN, T), framework(BUILT_IN), [], False),
    (naming(BUILT_IN, T), framework(BUILT_IN, T), AWAY, True),
    (naming(BUILT_IN, T), framework(BUILT_IN, U), [], False),
    (naming(BUILT_IN, T), framework(BUILT_IN, NEWER_T), [], False),
    (naming(BUILT_IN, T), framework(OWN, T), [], False),
    (naming(BUILT_IN, T), framework({"id": "positive-practice", "version": "9"}, T), [], False),
    # Under one's own, which is at hand only where it is given.
    (naming(OWN), None, UNKNOWN, False),
    (naming(OWN), framework(OWN), [], True),
    (naming(OWN), framework(OWN, T), UNKNOWN, False),
    (naming(OWN, T), framework(OWN), [], False),
    (naming(OWN, T), framework(OWN, U), UNKNOWN, False),
    (naming(OWN, T), framework(OLDER, T), UNKNOWN, False),
    (naming(OWN, T), framework(BUILT_IN, T), UNKNOWN, False),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "given", "said", "scored"), CASES)
def test_a_record_is_held_against_what_it_names(plain, given, said, scored):
    """Id, version and tailoring must all be those named: a tailoring of another base is not it."""
    record = as_record(plain)

    assert codes(plain, given) == codes(record, given) == said
    if scored:
        profile = pp.score(record, framework=given)
        assert profile.framework.id == record.framework.id
        assert profile.framework.tailoring == record.framework.tailoring
        return
    for refused in (pp.score, pp.agenda, lambda one, **more: pp.tally([one], **more)):
        with pytest.raises(pp.UnknownFramework):
            refused(record, framework=given)


def test_an_answer_is_held_against_what_its_record_names():
    """While somebody writes an answer, a tailoring of another base takes nothing out either."""
    record = as_record(naming(BUILT_IN, T))
    answer = record.submissions[0].answers[1]

    assert pp.check_answer(answer, record, framework=framework(OWN, T)) == ()
    (away,) = pp.check_answer(answer, record, framework=framework(BUILT_IN, T))
    assert away.code == "tailored_away"


@pytest.mark.parametrize("given", [None, framework(OWN, T)])
def test_a_tailoring_that_is_not_at_hand_is_loaded_and_not_scored(given):
    """record.md: loaded and checked against the base framework; scoring it raises."""
    record = pp.loads(json.dumps(naming(BUILT_IN, T)), framework=given)

    assert record.framework.tailoring == pp.Edition(**T)
    with pytest.raises(pp.UnknownFramework, match="give the right one as framework="):
        pp.score(record, framework=given)


def test_where_only_the_tailored_framework_is_at_hand_it_stands_in_for_its_base():
    """A framework of one's own is needed without its tailoring to tell what was tailored away."""
    plain = naming(OWN, T)

    assert codes(plain, framework(OWN, T)) == [
        ("unknown_practice", "/submissions/0/answers/1/practice")
    ]
    kept = changed(plain, "/submissions/0/answers", plain["submissions"][0]["answers"][:1])
    assert pp.score(as_record(kept), framework=framework(OWN, T)).framework.id == "own"


def test_a_framework_that_is_not_at_hand_stands_alone_whatever_else_is_wrong():
    """The base of another tailoring is not at hand, so nothing else of the record is looked at."""
    spoilt = changed(naming(OWN, U), "/case", 3)

    assert codes(spoilt, framework(OWN, T)) == UNKNOWN
    assert [one.code for one in pp.check(spoilt, framework=framework(OWN)).problems] == [
        "wrong_type"
    ]
    odd = changed(naming(OWN, U), "/framework/tailoring", "t")
    assert codes(odd, framework(OWN, T)) == UNKNOWN


def test_a_tally_is_scored_under_the_framework_that_it_names():
    """The same tailoring over another base is another framework, also for a tally."""
    tally = pp.tally([as_record(naming(BUILT_IN, T))], framework=framework(BUILT_IN, T))

    assert pp.score(tally, framework=framework(BUILT_IN, T)).framework == tally.framework
    with pytest.raises(pp.NotComparable):
        pp.score(tally, framework=framework(OWN, T))
