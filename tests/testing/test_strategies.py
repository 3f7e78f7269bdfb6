"""The strategies: valid by default, simple when shrunk, quick, and off without Hypothesis."""

import json
import random
import sys
from fractions import Fraction

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import positive_practice as pp
from positive_practice.testing import (
    STATES,
    answers,
    frameworks,
    plain,
    profiles,
    records,
    states,
    submissions,
    tailorings,
    tallies,
    weights,
)
from positive_practice.testing.strategies.derived import derived

unhurried = settings(suppress_health_check=[HealthCheck.too_slow])
DOCUMENTS = {
    "records": (records(), pp.AuditRecord),
    "full records": (records(full=True), pp.AuditRecord),
    "tailorings": (tailorings(), pp.Tailoring),
    "frameworks": (frameworks(), pp.Framework),
    "tallies": (tallies(), pp.Tally),
    "profiles": (profiles(), pp.Profile),
}


BEGINNINGS = 5
quick = settings(database=None, max_examples=500, phases=[Phase.generate])


def simplest(strategy):
    """What a strategy shrinks to: the first value that Hypothesis tries."""
    seen = []
    find(strategy.map(seen.append), lambda _: True, settings=settings(quick, max_examples=1))
    return seen[0]


def reaches(strategy, condition):
    """Whether a strategy comes to a value of a kind, from one beginning or another."""
    return any(reaches_from(number, strategy, condition) for number in range(BEGINNINGS))


def reaches_from(number, strategy, condition):
    """Whether a strategy comes to a value of a kind from one seed."""
    try:
        find(strategy, condition, settings=quick, random=random.Random(number))
    except NoSuchExample:
        return False
    return True


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_valid_by_default(name):
    """Whatever a strategy makes has no error, and is the same when written and read back."""
    strategy, cls = DOCUMENTS[name]

    @settings(unhurried, max_examples=12)
    @given(strategy)
    def every(document):
        report = pp.check(document, type=cls)
        again = pp.loads(pp.dumps(document), type=cls)

        assert report.ok, [(one.code, one.pointer) for one in report.problems]
        assert again == document

    every()


@settings(unhurried, max_examples=10)
@given(framework=frameworks(), data=st.data())
def test_records_are_valid_under_a_tailored_framework_too(framework, data):
    """Every answer is about a position that the framework has; nothing is tailored away."""
    record = data.draw(records(framework=framework))

    report = pp.check(record, framework=framework)
    assert report.ok
    assert "tailored_away" not in {problem.code for problem in report.problems}
    assert pp.score(record, framework=framework).records == 1


@settings(unhurried, max_examples=20)
@given(records(), answers(), submissions(status="submitted"))
def test_parts_fit_into_a_record(base, answer, submission):
    """An answer fits a form, a form fits a record, and a field that is given is as given."""
    form = attrs.evolve(submission, id="s1", answers=(answer,))

    assert submission.status == "submitted"
    assert pp.check(attrs.evolve(base, submissions=(form,))).ok


@given(answers(position=pp.Position("MA4", "planning")))
def test_answers_can_be_about_one_position(answer):
    """A position that is asked for is the one that is answered."""
    assert (answer.practice, answer.stage) == ("MA4", "planning")


@given(records(full=True))
@settings(unhurried, max_examples=10)
def test_full_records_hold_everything(record):
    """Every part is there, and several forms answer every position."""
    assert len(record.submissions) > 1
    assert {len(one.answers) for one in record.submissions} == {55}
    empty = {name for name, value in attrs.asdict(record, recurse=False).items() if not value}
    assert not empty - {"extensions"}


def test_what_strategies_shrink_to():
    """The simplest of each kind is what one would write by hand."""
    record = simplest(records())

    assert [(one.status, one.answers) for one in record.submissions] == [("submitted", ())]
    assert {"reviews", "events", "actions", "own_view"}.isdisjoint(json.loads(pp.dumps(record)))
    assert simplest(answers()) == pp.Answer(practice="GA1", rating="not_evident")
    assert simplest(submissions()).answers == ()
    assert simplest(frameworks()) == pp.framework()
    assert simplest(tailorings()).remove == pp.Removal(practices=(), stages=())
    assert simplest(tallies(method="agreed")) == pp.tally([])
    assert simplest(profiles(method="agreed")) == pp.score(pp.tally([]))
    assert simplest(states()) == "rated_0"
    assert simplest(weights()) == Fraction(1)


def test_a_fault_shrinks_to_the_little_that_shows_it():
    """What does not matter goes: no review, no event, one voice that speaks of one practice."""

    def says_partly(submission):
        return any(answer.rating == "partly" for answer in submission.answers)

    shrinks = settings(database=None, max_examples=200, phases=[Phase.generate, Phase.shrink])
    found = find(submissions(), says_partly, settings=shrinks)

    assert found.answers == (pp.Answer(practice="GA1", rating="partly"),)
    assert not found.key_features


@pytest.mark.parametrize(
    "kind",
    [
        lambda record: any(one.status == "draft" for one in record.submissions),
        lambda record: any(one.status == "withdrawn" for one in record.submissions),
        lambda record: len({one.id for one in record.submissions}) < len(record.submissions),
        lambda record: any(review.decisions for review in record.reviews),
        lambda record: record.case.stages_reached and record.submissions[0].answers,
        lambda record: record.own_view is not None and record.own_view.answers[0].text,
        lambda record: record.extensions and record.events and record.outcomes,
    ],
)
def test_records_reach_what_matters(kind):
    """Drafts, withdrawals, revisions, decisions, stages, own words and the rest all come up."""
    assert reaches(records(), kind)


@given(states(), states(among=["contested"]), weights(positive=True))
def test_small_values(state, contested, weight):
    """States are codes of the fifteen, and weights are exact."""
    assert state in STATES
    assert contested == "contested"
    assert isinstance(weight, Fraction)
    assert weight > 0


@settings(unhurried, max_examples=20)
@given(plain(records()), plain(states()))
def test_plain_values_are_json(record, state):
    """A document becomes plain values; what is plain already stays as it is."""
    assert json.loads(json.dumps(record)) == record
    assert pp.check(record).ok
    assert state in STATES


@settings(unhurried, max_examples=20)
@given(data=st.data())
@pytest.mark.parametrize(
    "cls", [pp.AuditRecord, pp.UrgentHelpNotice, pp.Agreement, pp.Comparison, pp.Statement]
)
def test_every_document_class_has_a_strategy(cls, data):
    """What only annotations constrain is generated from them alone."""
    document = data.draw(derived(cls))

    assert isinstance(document, cls)


def test_without_hypothesis_it_says_what_to_install(monkeypatch):
    """Strategies need the extra `testing`, and nothing else of the library does."""
    for name in [name for name in sys.modules if name.startswith("positive_practice.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)

    with pytest.raises(pp.MissingExtra, match=r"'\.\[testing\]'"):
        __import__("positive_practice.testing")
