"""Invented records are believable, free of errors, and the same everywhere."""

import re
from collections import Counter
from functools import cache
from hashlib import sha256
from itertools import islice

import attrs
import pytest

from positive_practice.api import check, dumps, loads, score, tally
from positive_practice.catalogue.shipped import code_list
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.errors import Misuse
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.samples import sample
from positive_practice.samples.choices import between, draws, several, weighted
from positive_practice.samples.support import OUTCOMES, QUESTIONS
from support.frameworks import without

GOLDEN = "2f05dcade0703b9130b3ed896a6a30d253d4a8387b43a07bd851fcabf178de03"
MANY = 300
LEVELS = ("not_evident", "partly", "mostly", "fully")
WORDS_TO_AVOID = re.compile(
    r"commit|attempt|refus|pushed|fail|\brisk|overdose|\bhang|\bcut|\bjump|drown|[0-9@]",
    re.IGNORECASE,
)


@cache
def many() -> tuple[AuditRecord, ...]:
    """Enough records to see their shape, made once."""
    return tuple(sample(MANY))


@cache
def whole() -> Profile:
    """The profile of all of them."""
    return score(tally(many()))


def share(*found: bool) -> float:
    """In which share of the cases something was found."""
    return sum(found) / len(found)


def ratings(record: AuditRecord) -> list[str]:
    """Every rating that was given in a record."""
    return [answer.rating for one in record.submissions for answer in one.answers]


def words_of(plain: object) -> list[str]:
    """Every free text of a plain document."""
    if isinstance(plain, list):
        return [text for item in plain for text in words_of(item)]
    if not isinstance(plain, dict):
        return []
    free = ("text", "note", "what", "rationale", "purpose")
    here = [value for key, value in plain.items() if key in free]
    return here + [text for value in plain.values() for text in words_of(value)]


def other_framework() -> Framework:
    """A framework of somebody else, with one practice that may not apply and is none of ours."""
    practice = attrs.evolve(shipped_framework().practice("MA5"), id="ZZ1")
    element = attrs.evolve(shipped_framework().element("MA"), id="ZZ", practices=(practice,))
    return attrs.evolve(shipped_framework(), id="another", elements=(element,))


def test_the_bytes_of_a_seed_never_change():
    """The same seed gives the same bytes in every release, on every Python and platform."""
    written = b"\n".join(dumps(record) for record in sample(5, seed=1))

    assert sha256(written).hexdigest() == GOLDEN


def test_a_record_does_not_depend_on_how_many_are_made():
    """The first ten of a hundred are the ten."""
    assert list(islice(sample(100, seed=3), 10)) == list(sample(10, seed=3))


def test_records_are_made_when_they_are_asked_for():
    """So many records that nobody could hold them cost nothing until they are asked for."""
    first = next(sample(10**12))

    assert first == many()[0]


def test_no_record_is_no_record():
    """Of nought records there is none."""
    assert list(sample(0)) == []


def test_seeds_give_different_records():
    """Two seeds share no record, nor does the name of their audit agree."""
    first, second = list(sample(5, seed=1)), list(sample(5, seed=2))

    assert not {one.record_id for one in first} & {one.record_id for one in second}
    assert {one.audit.id for one in (*first, *second)} == {"sample-1", "sample-2"}
    assert [one.case for one in first] != [one.case for one in second]


def test_record_ids_look_random_and_are_unique():
    """Every record id is a UUID of version 4, and there is none twice."""
    form = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

    ids = [record.record_id for record in many()]

    assert len(set(ids)) == MANY
    assert all(form.fullmatch(one) for one in ids)


def test_no_record_has_an_error():
    """Every record is free of errors once submitted, and is no puzzle to an audit lead."""
    reports = [check(record, mode="submitted") for record in many()[:200]]

    assert all(report.ok for report in reports)
    found = Counter(p.code for report in reports for p in report.problems)
    assert not found.keys() & {
        "events_contradict",
        "reached_stage_denied",
        "answered_stage_not_reached",
        "escalation_note_missing",
        "reason_missing",
        "other_without_note",
        "day_outside_period",
    }
    assert found["plan_not_evidenced"] < 40


def test_written_records_are_read_back():
    """R1: `loads(dumps(x)) == x`."""
    for record in many()[:200]:
        assert loads(dumps(record)) == record


def test_agencies_and_roles_are_varied():
    """Three to five types of agency take part, leaving care nearly always, of many types."""
    agencies = [{one.respondent.agency for one in record.submissions} for record in many()]

    assert {len(those) for those in agencies} == {3, 4, 5}
    assert share(*("leaving_care" in those for those in agencies)) > 0.9
    assert len(set().union(*agencies)) >= 15


def test_every_rating_occurs_and_most_are_good():
    """All seven ratings are given; as in good examples, most levels are the two highest."""
    given = Counter(rating for record in many() for rating in ratings(record))

    assert set(given) == {code.code for code in code_list("rating")}
    well = given["mostly"] + given["fully"]
    assert well / sum(given[level] for level in LEVELS) > 0.75


def test_supervision_and_transitions_are_weaker():
    """What good examples do less well shows: oversight, transitions, life story work unknown."""
    index = {one.practice: one.score.index for one in whole().practices}

    assert max(index["MO1"], index["MO2"], index["MA4"]) < min(index["GA1"], index["PE1"])
    life_story = [
        answer.rating
        for record in many()
        for one in record.submissions
        for answer in one.answers
        if answer.practice == "VY3"
    ]
    assert share(*(rating == "not_known" for rating in life_story)) > 0.4


def test_agencies_mostly_agree():
    """Where several gave a level, most positions have one level or two neighbours."""
    states = Counter()
    for one in whole().positions:
        states.update(dict(one.counts))

    rated = sum(states[f"rated_{level}"] for level in range(4))
    near = sum(states[f"spread_{pair}"] for pair in ("0_1", "1_2", "2_3"))
    far = sum(states[f"spread_{pair}"] for pair in ("0_2", "0_3", "1_3"))
    assert rated > 2 * near > 6 * far > 0
    assert 0 < states["contested"] < near


@pytest.mark.parametrize("stage", ["assessment", "planning", "delivery", "transition"])
def test_each_stage_is_unreached_in_some(stage):
    """No stage is reached in all records, each in some."""
    reached = share(*(stage in record.case.stages_reached for record in many()))

    assert 0.3 < reached < 1


def test_about_half_are_reviewed():
    """About half have a review that decides and says why; some keep a dissent, few meet twice."""
    reviewed = [record for record in many() if record.reviews]
    decisions = [
        one for record in reviewed for review in record.reviews for one in review.decisions
    ]

    assert 0.4 < len(reviewed) / MANY < 0.6
    assert share(*(one.rationale is not None for one in decisions)) > 0.9
    assert 0 < share(*(bool(one.dissent) for one in decisions)) < 0.5
    assert 0 < share(*(len(record.reviews) == 2 for record in reviewed)) < 0.3


def test_some_young_people_gave_their_own_view():
    """A view is there in some, offered by somebody, and only where they gave one."""
    views = [record.own_view for record in many()]

    assert 0.2 < share(*(view is not None for view in views)) < 0.7
    assert all(view.offered_by is not None for view in views if view is not None)
    told = {record.case.young_person_view for record in many() if record.own_view is not None}
    assert told == {"first_hand", "through_advocate"}


def test_timelines_plans_and_outcomes_are_there():
    """Every record has a timeline that starts on day 0 and a plan; most saw a difference."""
    assert all(record.events[0].day == 0 for record in many())
    assert all(record.actions for record in many())
    assert share(*(bool(record.outcomes) for record in many())) > 0.6
    assert len({event.kind for record in many() for event in record.events}) > 15


def test_words_are_safe():
    """No text has a number, a word that blames, or a word that could name a method."""
    words = {text for record in many() for text in words_of(unstructure(record))}

    assert len(words) > 150
    assert not [text for text in words if WORDS_TO_AVOID.search(text)]


def test_tables_agree_with_the_code_lists():
    """Questions ask about the practices, and outcomes hope for the change, of the code lists."""
    questions = {code.code: code.more["practice"] for code in code_list("own_view_question")}
    wanted = {code.code: code.more["wanted"] for code in code_list("outcome_kind")[:-1]}

    assert dict(QUESTIONS) == questions
    assert dict(OUTCOMES) == wanted


@pytest.mark.parametrize(
    "framework",
    [
        without(shipped_framework(), ("VY1", "PE3", "MA3"), ("transition",)),
        without(shipped_framework(), (), ("assessment", "planning", "delivery", "transition")),
        other_framework(),
    ],
    ids=["tailored", "no stages", "another"],
)
def test_records_of_another_framework(framework):
    """Records of a framework that is given hold its positions alone, and have no error."""
    records = list(sample(40, seed=5, framework=framework))

    for record in records:
        report = check(record, framework=framework)
        assert report.ok
        assert "tailored_away" not in {problem.code for problem in report.problems}
        assert record.framework.id == framework.id
        assert record.framework.tailoring == framework.tailoring
    assert score(tally(records, framework=framework), framework=framework).records == 40


@pytest.mark.parametrize("n", [-1, 1.0, "3", None, True])
def test_a_wrong_number_is_refused_at_once(n):
    """How many must be a whole number from 0 up; the error says what to call."""
    with pytest.raises(Misuse, match=r"pp\.sample\(10\)"):
        sample(n)


@pytest.mark.parametrize("seed", [-1, 2**64, 1.5, "a", None, False])
def test_a_wrong_seed_is_refused_at_once(seed):
    """A seed must be a whole number that the name of an audit can hold."""
    with pytest.raises(Misuse, match="seed=1"):
        sample(1, seed=seed)


def test_the_highest_seed_names_a_valid_audit():
    """The highest seed that is taken gives a record without an error."""
    record = next(sample(1, seed=2**64 - 1))

    assert check(record).ok


def test_choices_follow_their_weights():
    """Over many choices each item comes about as often as its weight says."""
    drawn = draws("weights")

    chosen = Counter(weighted(drawn, [("seldom", 1), ("often", 3)]) for _ in range(4000))

    assert 0.7 < chosen["often"] / 4000 < 0.8


def test_each_number_of_a_range_is_chosen():
    """Both ends of a range are chosen, and nothing outside it."""
    drawn = draws("range")

    assert {between(drawn, -2, 2) for _ in range(200)} == {-2, -1, 0, 1, 2}


def test_several_keeps_order_and_repeats_nothing():
    """Several items come in their own order, each once, and every item now and then."""
    drawn = draws("several")

    chosen = [several(drawn, range(6), 3) for _ in range(200)]

    assert all(len(items) == 3 and list(items) == sorted(set(items)) for items in chosen)
    assert {item for items in chosen for item in items} == set(range(6))
    assert several(drawn, "ab", 5) == ("a", "b")
