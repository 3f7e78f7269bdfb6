"""The laws V1 to V14 of `settle(record, method)` (scoring.md, section 8), one test a law."""

import copy

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework
from positive_practice.scoring.settle import settle
from support.records import (
    CODES,
    LEVELS,
    answer_lists,
    as_record,
    plain_ratings,
    plain_record,
    records,
    review,
    said_at,
    submission,
)
from support.scores import ANSWERED, RANGES

METHODS = ("agreed", "lowest", "lower_median")
every_method = pytest.mark.parametrize("method", METHODS)
some = settings(max_examples=35)

PLACE = ("MA1", "assessment")
STATE_OF = {rating: f"rated_{level}" for level, rating in enumerate(LEVELS)}
VOICES = (("leaving_care", None), ("leaving_care", "a"), ("police", None), ("housing", "a"))

statements = st.tuples(st.sampled_from(VOICES), plain_ratings)
ratings_of_levels = st.tuples(st.sampled_from(VOICES), st.sampled_from(LEVELS))


def states(plain, method="agreed"):
    """The state of every position, by its id."""
    settled = settle(as_record(plain), framework(), method)
    names = (one.id for one in framework().positions)
    return dict(zip(names, (state.name.lower() for state in settled), strict=True))


def id_of(place):
    """The id of a position."""
    return ".".join(part for part in place if part)


def says(said, *, reached=None):
    """A record in which these voices say these ratings at one position, a submission each."""
    forms = [
        submission([said_at(PLACE, rating)], id=f"s{i}", agency=agency, agency_ref=ref)
        for i, ((agency, ref), rating) in enumerate(said)
    ]
    return plain_record(forms, reached=reached)


def settled(said, method="agreed", *, reached=None):
    """What these statements settle to at their position."""
    return states(says(said, reached=reached), method)[id_of(PLACE)]


def rating_levels(said):
    """The levels that are given."""
    return [LEVELS.index(rating) for _, rating in said if rating in LEVELS]


@every_method
@some
@given(plain=records(), rng=st.randoms(use_true_random=False))
def test_v1_order_never_matters(method, plain, rng):
    """V1. Order of submissions, answers, reviews, decisions never matters."""
    shuffled = copy.deepcopy(plain)
    for one in shuffled["submissions"]:
        rng.shuffle(one["answers"])
    for one in shuffled["reviews"]:
        rng.shuffle(one["decisions"])
    rng.shuffle(shuffled["submissions"])
    rng.shuffle(shuffled["reviews"])

    assert states(shuffled, method) == states(plain, method)


@every_method
@some
@given(plain=records(), names=st.permutations(CODES["agency"]))
def test_v2_renaming_changes_nothing(method, plain, names):
    """V2. One-to-one renaming of agencies, references and submissions changes nothing."""
    renaming = dict(zip(CODES["agency"], names, strict=True))
    renamed = copy.deepcopy(plain)
    for one in renamed["submissions"]:
        one["id"] = {"s1": "z", "s2": "b", "s3": "s1"}[one["id"]]
        respondent = one["respondent"]
        respondent["agency"] = renaming[respondent["agency"]]
        if "agency_ref" in respondent:
            respondent["agency_ref"] = "other-team"

    assert states(renamed, method) == states(plain, method)


@pytest.mark.parametrize("method", ["agreed", "lowest"])
@some
@given(
    plain=records(reviews=st.just([])),
    voice=st.sampled_from(VOICES),
    which=st.integers(0, 100),
)
def test_v3_repeating_an_answer_changes_nothing(method, plain, voice, which):
    """V3. Repeating an answer from the same or another agency changes nothing but a median."""
    answers = current_answers(plain)
    assume(answers)
    again = submission(
        [answers[which % len(answers)]], id="again", agency=voice[0], agency_ref=voice[1]
    )
    repeated = plain | {"submissions": [*plain["submissions"], again]}

    assert states(repeated, method) == states(plain, method)


def current_answers(plain):
    """The answers of submissions that count, found from the definition."""
    finished = [one for one in plain["submissions"] if one["status"] != "draft"]
    newest = [
        one
        for one in finished
        if all(one["revision"] >= x["revision"] for x in finished if x["id"] == one["id"])
    ]
    return [answer for one in newest if one["status"] == "submitted" for answer in one["answers"]]


@every_method
@some
@given(plain=records(), place=st.sampled_from([("GA1", None), ("PE4", None), PLACE]))
def test_v4_only_what_is_said_at_a_position_matters(method, plain, place):
    """V4. The state depends on nothing but what is said at its position and `stages_reached`."""
    alone = copy.deepcopy(plain)
    for one in (*alone["submissions"], *alone["reviews"]):
        for name in {"answers", "decisions"} & set(one):
            one[name] = [x for x in one[name] if (x["practice"], x.get("stage")) == place]
    alone["case"] |= {"population": "student", "young_person_view": "not_sought"}
    alone["audit"] = {"id": "other", "selection": "concern_led"}

    assert states(alone, method)[id_of(place)] == states(plain, method)[id_of(place)]


@every_method
@some
@given(
    plain=records(reviews=st.just([])),
    ratings=st.lists(plain_ratings, min_size=1, max_size=4),
    rng=st.randoms(use_true_random=False),
)
def test_v5_the_highest_sequence_decides(method, plain, ratings, rng):
    """V5. The decision of the highest sequence is the state, whatever else is said."""
    reviews = [review(i + 1, [said_at(PLACE, rating)]) for i, rating in enumerate(ratings)]
    reviews.append(review(1000, [said_at(("GA1", None), "fully")]))
    rng.shuffle(reviews)

    found = states(plain | {"reviews": reviews}, method)

    assert found[id_of(PLACE)] == STATE_OF.get(ratings[-1], ratings[-1])
    assert found["GA1"] == "rated_3"


@every_method
@some
@given(plain=records(), answers=answer_lists())
def test_v6_what_is_not_current_changes_nothing(method, plain, answers):
    """V6. A draft changes nothing, nor an older revision; withdrawing equals deleting."""
    before = states(plain, method)
    forms = plain["submissions"]
    draft = submission(answers, id="s1", revision=9, status="draft")
    finished = [one for one in forms if one["status"] != "draft"]

    assert states(plain | {"submissions": [*forms, draft]}, method) == before
    for one in finished:
        older = submission(answers, id=one["id"], revision=one["revision"] + 1, agency="police")
        newer = one | {"revision": one["revision"] + 2}
        apart = [other for other in forms if other["id"] != one["id"]]
        alone = states(plain | {"submissions": [*apart, newer]}, method)
        assert states(plain | {"submissions": [*apart, older, newer]}, method) == alone
        withdrawn = newer | {"status": "withdrawn"}
        deleted = states(plain | {"submissions": apart}, method)
        assert states(plain | {"submissions": [*apart, older, withdrawn]}, method) == deleted


@every_method
@some
@given(rating=plain_ratings, voices=st.lists(st.sampled_from(VOICES), min_size=1, max_size=5))
def test_v7_unanimity(method, rating, voices):
    """V7. A single answer settles to what it said, unanimity too."""
    expected = STATE_OF.get(rating, rating)

    assert settled([(voice, rating) for voice in voices], method) == expected


@every_method
@some
@given(
    said=st.lists(statements, max_size=4),
    voice=st.sampled_from(VOICES),
    silence=st.sampled_from(["not_known", "no_record"]),
)
def test_v8_silence_adds_no_vote(method, said, voice, silence):
    """V8. A `not_known` or `no_record` changes no state but an open one, where the stronger wins."""
    strength = ["unanswered", "not_known", "no_record"]
    before = settled(said, method)

    after = settled([*said, (voice, silence)], method)

    if before in strength:
        assert after == max(before, silence, key=strength.index)
    else:
        assert after == before


@some
@given(said=st.lists(ratings_of_levels, min_size=1, max_size=5))
def test_v9_a_range_is_from_lowest_to_highest(said):
    """V9. A range under `agreed` is exactly from the lowest to the highest level given."""
    given_levels = rating_levels(said)

    assert RANGES[settled(said)] == (min(given_levels), max(given_levels))


@every_method
@some
@given(
    said=st.lists(statements, max_size=3), level=ratings_of_levels, voice=st.sampled_from(VOICES)
)
def test_v10_levels_and_not_applicable_are_contested(method, said, level, voice):
    """V10. Levels and `not_applicable` together are contested."""
    assert settled([*said, level, (voice, "not_applicable")], method) == "contested"


@some
@given(said=st.lists(statements, max_size=5))
def test_v11_lowest_is_the_lower_end(said):
    """V11. `lowest` is the lower end of `agreed`."""
    agreed, lowest = settled(said), settled(said, "lowest")

    assert lowest == (f"rated_{RANGES[agreed][0]}" if agreed in ANSWERED else agreed)


def median_by_definition(values):
    """The value with half of all at or below it and more than half at or above it."""
    (middle,) = {
        value
        for value in values
        if 2 * sum(other <= value for other in values) >= len(values)
        and 2 * sum(other >= value for other in values) > len(values)
    }
    return middle


@given(said=st.lists(ratings_of_levels, min_size=1, max_size=8))
def test_v12_the_lower_median(said):
    """V12. At least half of the voices' values are at or below it, more than half at or above."""
    by_voice = {voice: rating_levels([one for one in said if one[0] == voice]) for voice, _ in said}
    values = [median_by_definition(given_levels) for given_levels in by_voice.values()]

    assert settled(said, "lower_median") == f"rated_{median_by_definition(values)}"


@every_method
@some
@given(
    said=st.lists(statements, max_size=4),
    voice=st.sampled_from(VOICES),
    level=st.integers(0, 2),
    by=st.integers(1, 3),
)
def test_v13_raising_an_answer_never_lowers_the_range(method, said, voice, level, by):
    """V13. Raising the level of one answer never lowers either end of the range."""
    higher = min(level + by, 3)

    before = settled([*said, (voice, LEVELS[level])], method)
    after = settled([*said, (voice, LEVELS[higher])], method)

    assert all(new >= old for new, old in zip(RANGES[after], RANGES[before], strict=True))


@every_method
@some
@given(said=st.lists(statements, max_size=4))
def test_v14_a_stage_that_was_not_reached(method, said):
    """V14. In a stage not reached, silence settles to `not_applicable` and a level to contested."""
    expected = "contested" if rating_levels(said) else "not_applicable"

    assert settled(said, method, reached=["planning", "transition"]) == expected
