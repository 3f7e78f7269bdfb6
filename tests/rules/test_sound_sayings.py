"""What was said in sound records is not judged again: nobody can tell, whatever came before."""

import random

import attrs
import pytest

import positive_practice as pp
from positive_practice.model.terms import MODES
from positive_practice.rules import check
from positive_practice.rules.broken import broken_quality
from positive_practice.rules.check import check_document
from positive_practice.rules.policy import NO_POLICY
from positive_practice.rules.subject import Subject, answers
from support.frameworks import random_removal, restaged, without
from support.records import as_record, random_record
from support.samples import RECORD, changed

SOUND = as_record(RECORD)


@pytest.fixture(autouse=True)
def nothing_said_before():
    """Each test begins with nothing said before."""
    check._sound_sayings.cache_clear()
    yield
    check._sound_sayings.cache_clear()


class Whole(Subject):
    """A record of which nothing is left out."""

    @property
    def answers(self):
        """Every current answer."""
        return tuple(one for at, submission in self.current for one in answers(at, submission))


def found(record, framework=None):
    """What is found in a record, in its order."""
    return check_document(record, mode="submitted", framework=framework).problems


def test_what_came_before_changes_nothing():
    """Problems and their order are those that a record has on its own."""
    rng = random.Random(4)
    records = [as_record(random_record(rng)) for _ in range(60)]
    alone = []
    for record in records:
        check._sound_sayings.cache_clear()
        alone.append(found(record))
    check._sound_sayings.cache_clear()
    for record in pp.sample(20):
        found(record)

    assert [found(record) for record in records] == alone


@pytest.mark.parametrize("mode", MODES)
def test_answers_that_are_left_out_break_no_rule_of_quality(mode):
    """A rule that would look at an answer that only rates must be told to ``Subject.answers``."""
    rng = random.Random(8)
    for _ in range(60):
        record = as_record(random_record(rng))
        practices, stages = random_removal(rng)
        tailored = without(pp.framework(), practices, stages)
        narrow, whole = (cls(record, pp.framework(), tailored, mode) for cls in (Subject, Whole))

        assert len(narrow.answers) <= len(whole.answers)
        assert [*broken_quality(narrow, NO_POLICY)] == [*broken_quality(whole, NO_POLICY)]


@pytest.mark.parametrize(
    ("pointer", "value", "code", "at"),
    [
        (
            "/submissions/0/answers/-",
            {"practice": "GA1", "rating": "fully"},
            "duplicate_answer",
            "/submissions/0/answers/2",
        ),
        (
            "/reviews/0/decisions/-",
            {"practice": "GA1", "rating": "mostly"},
            "duplicate_decision",
            "/reviews/0/decisions/1",
        ),
        (
            "/submissions/0/answers/0/evidence/0/consent",
            True,
            "quote_field_not_allowed",
            "/submissions/0/answers/0/evidence/0/consent",
        ),
    ],
)
def test_what_is_sound_alone_may_not_be_so_together(pointer, value, code, at):
    """A position that occurs twice, or a detail out of place, is found in words known as sound."""
    assert check_document(SOUND).document == SOUND

    problems = check_document(as_record(changed(RECORD, pointer, value))).problems

    assert [(one.code, one.pointer) for one in problems] == [(code, at)]


def test_what_is_sound_in_one_framework_is_not_so_in_another():
    """Each framework has its own practices and stages."""
    other = attrs.evolve(restaged(pp.framework(), ("GA1",)), id="other")
    named = attrs.evolve(SOUND, framework=attrs.evolve(SOUND.framework, id="other"))
    assert check_document(SOUND).document == SOUND

    problems = check_document(named, framework=other).problems

    assert {one.code for one in problems} == {"stage_missing"}


def test_only_what_sound_records_say_is_kept():
    """A record with a problem teaches nothing, and what is kept is bounded by the framework."""
    check_document(as_record(changed(RECORD, "/submissions/0/answers/0/practice", "ZZ1")))
    assert check._sound_sayings(pp.framework()) == set()

    check_document(SOUND)

    said = {
        (one.practice, one.stage, one.rating, one.reason) for one in SOUND.submissions[0].answers
    }
    decided = {
        (one.practice, one.stage, one.rating, one.reason) for one in SOUND.reviews[0].decisions
    }
    assert check._sound_sayings(pp.framework()) == said | decided
