"""Whoever asks a strategy or the law suite for what there is not is told at once, and what to give."""

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import positive_practice as pp
from positive_practice.testing import (
    answers,
    frameworks,
    laws,
    near_valid_records,
    plain,
    profiles,
    records,
    states,
    submissions,
    tailorings,
    tallies,
    weights,
)
from support.frameworks import without

SMALL = without(pp.framework(), practices=("GA2",))
UNHEARD_OF = pp.Position("ZZ9")
UNSOUND = attrs.evolve(
    pp.framework(), id="mine", elements=(pp.framework().elements[0], pp.framework().elements[0])
)


def suite(**more):
    """A law suite of a function that is there."""
    return laws(score=max, **more)


OF_A_FRAMEWORK = [answers, submissions, records, tailorings, tallies, profiles, suite]
FAULTS = [
    (answers, {"position": "GA1"}, pp.Misuse, r"pp\.framework\(\)\.position"),
    (answers, {"position": UNHEARD_OF}, pp.UnknownName, "MA1.assessment"),
    (answers, {"position": pp.Position("GA2"), "framework": SMALL}, pp.UnknownName, "GA1, GA3"),
    (submissions, {"positions": "GA1"}, pp.Misuse, "a list of positions"),
    (submissions, {"positions": ["GA1"]}, pp.Misuse, r"pp\.framework\(\)\.position"),
    (submissions, {"positions": [UNHEARD_OF]}, pp.UnknownName, "MA1.assessment"),
    (submissions, {"full": "yes"}, pp.Misuse, "full takes True or False"),
    (submissions, {"id": ""}, pp.InvalidValue, r"Submission\.id: bad_format; it takes 1 to 64"),
    (submissions, {"id": 7}, pp.InvalidValue, r"Submission\.id: wrong_type"),
    (submissions, {"revision": 0}, pp.InvalidValue, "out_of_range; it takes a whole number from 1"),
    (submissions, {"revision": True}, pp.InvalidValue, r"Submission\.revision: wrong_type"),
    (submissions, {"status": "sent"}, pp.InvalidValue, "the list submission_status"),
    (submissions, {"status": ""}, pp.InvalidValue, "the list submission_status"),
    (records, {"full": 1}, pp.Misuse, "full takes True or False"),
    (weights, {"positive": None}, pp.Misuse, "positive takes True or False"),
    (states, {"among": []}, pp.Misuse, r'among=\["rated_0"\]'),
    (states, {"among": "contested"}, pp.Misuse, "among takes a list"),
    (states, {"among": ["rated_4"]}, pp.UnknownName, "no such state; there are: rated_0"),
    (tallies, {"method": "median"}, pp.UnknownName, "no such method; there are: agreed"),
    (tallies, {"most": -1}, pp.Misuse, "most takes a whole number from 0 on"),
    (profiles, {"method": ""}, pp.UnknownName, "no such method; there are: agreed"),
    (profiles, {"most": 2.0}, pp.Misuse, "most takes a whole number from 0 on"),
    (frameworks, {"base": "positive-practice"}, pp.Misuse, r"pp\.load"),
    (near_valid_records, {"codes": []}, pp.Misuse, "codes takes a list of one or more"),
    (near_valid_records, {"codes": "undecided"}, pp.Misuse, "codes takes a list of one or more"),
    (near_valid_records, {"codes": ["undecidd"]}, pp.UnknownName, "undecided"),
    (suite, {"methods": ["median"]}, pp.UnknownName, "no such method; there are: agreed"),
    (suite, {"methods": "agreed"}, pp.Misuse, r'methods=\["agreed"\]'),
    (suite, {"methods": []}, pp.Misuse, r'methods=\["agreed"\]'),
    (suite, {"examples": 0}, pp.Misuse, "examples takes a whole number from 1 on"),
    (suite, {"seed": "today"}, pp.Misuse, "seed takes a whole number from 0 on"),
    (laws, {"score": 0}, pp.Misuse, r"score takes a function: laws\(score=my_score\)"),
    (laws, {"score": max, "settle": "agreed"}, pp.Misuse, "settle takes a function"),
]


@pytest.mark.parametrize(("ask", "given", "error", "said"), FAULTS)
def test_what_cannot_be_made_is_refused_at_the_call(ask, given, error, said):
    """The library's own error says what to give; no example has to be drawn for it."""
    with pytest.raises(error, match=said):
        ask(**given)


@pytest.mark.parametrize("ask", OF_A_FRAMEWORK)
@pytest.mark.parametrize("thing", ["positive-practice", "", 0, pp.tally([])])
def test_what_is_no_framework_is_refused(ask, thing):
    """Also what counts as false: it does not mean the built-in one."""
    with pytest.raises(pp.Misuse, match=r"pp\.load\(path, type=pp\.Framework\)"):
        ask(framework=thing)


@pytest.mark.parametrize("ask", OF_A_FRAMEWORK)
def test_a_framework_that_breaks_its_own_rules_is_refused(ask):
    """Nothing valid could be made under it."""
    with pytest.raises(pp.InvalidDocument, match="duplicate_id"):
        ask(framework=UNSOUND)


@pytest.mark.parametrize("thing", [None, "records", records, {}])
def test_plain_takes_a_strategy(thing):
    """A strategy is what a call of its function makes."""
    with pytest.raises(pp.Misuse, match=r"plain\(records\(\)\)"):
        plain(thing)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(submissions(id="a", revision=3, status="withdrawn", positions=()))
def test_submissions_are_as_they_are_asked_for(submission):
    """What is given is taken as it is; where there is no position there are no answers."""
    assert (submission.id, submission.revision, submission.status) == ("a", 3, "withdrawn")
    assert submission.answers == ()
