"""The laws V1 to V14 of `settle(record, method)` (scoring.md, section 8), one test a law."""

import copy

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework
from positive_practice.scoring.settle import settle
from support.laws import every_method, shared
from support.records import (
    CODES,
    LEVELS,
    PLACES,
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

PLACE = ("MA1", "assessment")
STATE_OF = {rating: f"rated_{level}" for level, rating in enumerate(LEVELS)}
VOICES = (("leaving_care", None), ("leaving_care", "a"), ("police", None), ("housing", "a"))

SILENCES = ("not_known", "no_record")

voices = st.sampled_from(VOICES)
statements = st.tuples(voices, plain_ratings)
some_silence = st.tuples(voices, st.sampled_from(SILENCES))
ratings_of_levels = st.tuples(voices, st.sampled_from(LEVELS))


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
@given(plain=records(), rng=st.randoms(use_true_random=False))
def test_v1_order_never_matters(method, plain, rng):
    """V1. Order of submissions, answers, reviews, decisions never matters."""
    shuffled = copy.deepcopy(plain)
    for one in shuffled["submissions"]:
        rng.shuffle(one["answers"])
    for one in shuffled["reviews"]:
        rng.shuffle(one["decisions"])
    for one in (shuffled["submissions"], shuffled["reviews"], shuffled["case"]["stages_reached"]):
        rng.shuffle(one)

    assert states(shuffled, method) == states(plain, method)


@every_method
@given(
    plain=records(),
    agencies=st.permutations(CODES["agency"]),
    references=st.permutations((None, "a", "other-team")),
    ids=st.permutations(("s1", "s2", "s3", "s4", "another")),
)
def test_v2_renaming_changes_nothing(method, plain, agencies, references, ids):
    """V2. One-to-one renaming of agencies, references and submissions changes nothing.

    An absent reference is one value like any other, so it may change places with one.
    """
    agency_of = dict(zip(CODES["agency"], agencies, strict=True))
    reference_of = dict(zip((None, "a", "other-team"), references, strict=True))
    id_of_submission = dict(zip(("s1", "s2", "s3", "s4", "another"), ids, strict=True))

    renamed = [
        submission(
            one["answers"],
            id=id_of_submission[one["id"]],
            revision=one["revision"],
            status=one["status"],
            agency=agency_of[one["respondent"]["agency"]],
            agency_ref=reference_of[one["respondent"].get("agency_ref")],
        )
        for one in plain["submissions"]
    ]

    assert states(plain | {"submissions": renamed}, method) == states(plain, method)


@pytest.mark.parametrize("method", ["agreed", "lowest"])
@shared
@given(plain=records(), voice=voices, which=st.integers(0, 100))
def test_v3_repeating_an_answer_changes_nothing(method, plain, voice, which):
    """V3. Repeating an answer from the same or another agency changes nothing under `agreed` and
    `lowest`.
    """
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
@given(plain=records(), place=st.sampled_from(PLACES))
def test_v4_only_what_is_said_at_a_position_matters(method, plain, place):
    """V4. The state depends on nothing but what is said at its position (and `stages_reached`)."""
    alone = copy.deepcopy(plain)
    for one in (*alone["submissions"], *alone["reviews"]):
        for name in {"answers", "decisions"} & set(one):
            one[name] = [x for x in one[name] if (x["practice"], x.get("stage")) == place]
    alone["case"] |= {"population": "student", "young_person_view": "not_sought"}
    alone["audit"] = {"id": "other", "selection": "concern_led"}

    assert states(alone, method)[id_of(place)] == states(plain, method)[id_of(place)]


decisions = st.lists(
    st.tuples(st.integers(1, 900), plain_ratings),
    unique_by=lambda one: one[0],
    min_size=1,
    max_size=4,
)
"""What reviews decide at one position, with the sequence of each."""


@every_method
@given(plain=records(), decided=decisions)
def test_v5_the_highest_sequence_decides(method, plain, decided):
    """V5. The decision of the highest sequence is the state, whatever else is said; adding a
    review of lower sequence changes nothing.
    """
    reviews = [review(sequence, [said_at(PLACE, rating)]) for sequence, rating in decided]
    of_another = review(1000, [said_at(("GA1", None), "fully")])
    highest, rating = max(decided)

    found = states(plain | {"reviews": [*reviews, of_another]}, method)

    assert found[id_of(PLACE)] == STATE_OF.get(rating, rating)
    assert found["GA1"] == "rated_3"
    alone = [review(highest, [said_at(PLACE, rating)]), of_another]
    assert states(plain | {"reviews": alone}, method) == found


@every_method
@given(plain=records(), answers=answer_lists())
def test_v6_what_is_not_current_changes_nothing(method, plain, answers):
    """V6. A draft changes nothing; nor does a revision older than a non-draft one; withdrawing the
    highest revision equals deleting its submission.
    """
    before, forms = states(plain, method), plain["submissions"]
    for id_ in ("s1", "s2", "new"):
        draft = submission(answers, id=id_, revision=9, status="draft", agency="police")
        assert states(plain | {"submissions": [draft, *forms]}, method) == before
        others = [one for one in forms if one["id"] != id_]
        deleted = states(plain | {"submissions": others}, method)
        for status in ("submitted", "withdrawn"):
            newest = submission(answers, id=id_, revision=8, status=status)
            alone = states(plain | {"submissions": [*others, newest]}, method)
            older = [draft, *forms, submission(answers[1:], id=id_, revision=7), newest]
            assert states(plain | {"submissions": older}, method) == alone
            assert status == "submitted" or alone == deleted


@every_method
@given(
    rating=st.sampled_from(CODES["rating"]),
    by=st.lists(voices, min_size=1, max_size=5),
    reached=st.sampled_from([[], ["assessment"], ["delivery", "assessment"]]),
)
def test_v7_unanimity(method, rating, by, reached):
    """V7. A single answer settles to what it said, unanimity too."""
    expected = STATE_OF.get(rating, rating)

    assert settled([(by[0], rating)], method, reached=reached) == expected
    assert settled([(voice, rating) for voice in by], method, reached=reached) == expected


@every_method
@given(
    said=st.one_of(st.lists(statements, max_size=4), st.lists(some_silence, max_size=4)),
    voice=voices,
    silence=st.sampled_from(SILENCES),
)
def test_v8_silence_adds_no_vote(method, said, voice, silence):
    """V8. Adding a `not_known` or `no_record` answer changes no rated, spread, contested or
    not-applicable state; among open states `no_record` wins over `not_known`, that over
    `unanswered`.
    """
    strength = ["unanswered", "not_known", "no_record"]
    before = settled(said, method)

    after = settled([*said, (voice, silence)], method)

    if before in strength:
        assert after == max(before, silence, key=strength.index)
    else:
        assert after == before


@given(said=st.lists(ratings_of_levels, min_size=1, max_size=5))
def test_v9_a_range_is_from_lowest_to_highest(said):
    """V9. A rated or spread range under `agreed` is exactly from the lowest to the highest level
    given.
    """
    given_levels = rating_levels(said)

    assert RANGES[settled(said)] == (min(given_levels), max(given_levels))


@every_method
@given(said=st.lists(statements, max_size=3), level=ratings_of_levels, voice=voices)
def test_v10_levels_and_not_applicable_are_contested(method, said, level, voice):
    """V10. Levels and `not_applicable` together are contested."""
    assert settled([*said, level, (voice, "not_applicable")], method) == "contested"


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
    """V12. Under `lower_median` at least half of the voices' values are at or below the level and
    more than half at or above it.
    """
    by_voice = {voice: rating_levels([one for one in said if one[0] == voice]) for voice, _ in said}
    values = [median_by_definition(given_levels) for given_levels in by_voice.values()]

    assert settled(said, "lower_median") == f"rated_{median_by_definition(values)}"


@every_method
@given(
    said=st.lists(statements, max_size=4),
    voice=voices,
    level=st.integers(0, 2),
    by=st.integers(1, 3),
)
def test_v13_raising_an_answer_never_lowers_the_range(method, said, voice, level, by):
    """V13. Raising the level of one answer never lowers either end of the range."""
    higher = min(level + by, 3)

    before = settled([*said, (voice, LEVELS[level])], method)
    after = settled([*said, (voice, LEVELS[higher])], method)

    assert all(new >= old for new, old in zip(RANGES[after], RANGES[before], strict=True))


NOT_REACHED = [one for one in CODES["stage"] if one != PLACE[1]]
without_it = st.lists(st.sampled_from(NOT_REACHED), unique=True, min_size=1)


@every_method
@given(
    said=st.one_of(st.lists(statements, max_size=4), st.lists(some_silence, max_size=4)),
    reached=without_it,
)
def test_v14_a_stage_that_was_not_reached(method, said, reached):
    """V14. In a stage not reached, silence settles to `not_applicable` and a level to `contested`."""
    expected = "contested" if rating_levels(said) else "not_applicable"

    assert settled(said, method, reached=reached) == expected
