"""Figures in words: undefined is a reason, open is never zero, text is made harmless."""

import datetime as dt
import unicodedata
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import code_list, framework, notice
from positive_practice.model.counts import Counts
from positive_practice.model.state import State
from positive_practice.report import sentences, words
from positive_practice.scoring.profile import Sums, score_of

RATED = score_of(Sums(everything=4, applicable=3, answered=2, settled=2, levels=8, lo=4, hi=7))
NOT_RATED = score_of(Sums(everything=2, applicable=2, hi=6))
NOT_APPLICABLE = score_of(Sums(everything=2))
NOT_WEIGHTED = score_of(Sums())


def spaced(text):
    """A text with every space an ordinary one."""
    return text.replace(sentences.NBSP, " ")


def test_the_index_comes_with_its_bounds():
    """The bounds travel with the index everywhere."""
    assert spaced(words.index_in_words(RATED)) == "index 67 % (between 44 % and 78 %)"
    assert spaced(words.short_index_and_bounds(RATED)) == "67 % (44 to 78)"
    assert spaced(words.bounds_in_words(RATED)) == "44 % to 78 %"


@pytest.mark.parametrize("score", [NOT_RATED, NOT_APPLICABLE, NOT_WEIGHTED])
def test_an_undefined_index_is_a_reason_and_no_number(score):
    """Undefined is None with a reason, never 0."""
    said = (
        words.index_in_words(score),
        words.short_index(score),
        words.short_index_and_bounds(score),
    )

    assert not any(character.isdigit() for text in said for character in text)


def test_the_reasons_differ():
    """A reader can tell why there is no index."""
    scores = (NOT_RATED, NOT_APPLICABLE, NOT_WEIGHTED)

    assert len({words.index_in_words(score) for score in scores}) == 3


def test_coverage_and_bounds_are_left_out_where_nothing_applied():
    """Where nothing applied there is no share of it."""
    assert words.rated_in_words(NOT_APPLICABLE) is None
    assert words.bounds_in_words(NOT_APPLICABLE) == "-"
    assert spaced(words.rated_in_words(RATED)) == "rated 67 % of what applied"


def test_rounding_is_to_whole_per_cent_half_away_from_zero():
    """Rounding for people happens in one function: whole per cent, half away from zero."""
    assert spaced(words.per_cent(Fraction(1, 200))) == "1 %"


@pytest.mark.parametrize(
    ("consistency", "said"),
    [
        ({"consistent": 1}, "runs through every stage"),
        ({"inconsistent": 1}, "not yet at every stage"),
        ({"undetermined": 1}, "whether it runs through every stage cannot be said yet"),
        ({"not_applicable": 1}, "did not apply"),
        (
            {"consistent": 3, "undetermined": 9},
            (
                "runs through every stage in 3 records, not yet at every stage in 0, "
                "cannot be said in 9"
            ),
        ),
        (
            {"consistent": 1, "inconsistent": 1, "not_applicable": 2},
            (
                "runs through every stage in 1 record, not yet at every stage in 1, "
                "cannot be said in 0, did not apply in 2"
            ),
        ),
    ],
)
def test_consistency_is_said_in_words(consistency, said):
    """'Not yet at every stage' stands for inconsistent; one record needs no count."""
    assert words.consistency_in_words(Counts.of(consistency)) == said


def test_a_practice_outside_the_framework_keeps_its_id():
    """A practice that tailoring took out is named without failing."""
    assert words.practice_in_words("ZZ9", framework()) == "ZZ9 (not part of this framework)"


@pytest.mark.parametrize(
    ("checked_on", "valid_until", "today", "stale"),
    [
        (None, None, "2026-03-01", True),
        (None, "2027-01-01", "2026-03-01", True),
        ("2026-01-01", "2026-02-28", "2026-03-01", True),
        ("2026-01-01", "2026-03-01", "2026-03-01", False),
        ("2026-01-01", None, "2026-03-01", False),
    ],
)
def test_a_stale_notice_says_check_these_before_use(checked_on, valid_until, today, stale):
    """Stale, or never checked: a visible line 'check these before use'."""
    ours = attrs.evolve(notice(), checked_on=checked_on, valid_until=valid_until)

    said = words.notice_to_check(ours, dt.date.fromisoformat(today))

    assert (said is not None and "Check these before use" in said) is stale


def test_every_selection_has_words_for_what_follows():
    """How cases were selected travels with every result, whichever way it was."""
    assert set(sentences.WHAT_FOLLOWS) == {code.code for code in code_list("selection")}


def test_the_fixed_sentence_credits_the_young_person():
    """The change is the young person's own achievement, and no figure attributes it."""
    assert "young person's own achievement" in sentences.OUTCOMES
    assert "no figure here attributes it to a service" in sentences.OUTCOMES


@given(st.text())
def test_plain_text_holds_no_control_hidden_or_direction_character(text):
    """Control and bidi characters are neutralised; no text grows or shrinks."""
    made = words.plain(text)

    assert len(made) == len(text)
    assert not {unicodedata.category(one) for one in made} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_ordinary_text_stays_as_it_is():
    """Letters of every script, digits and marks pass."""
    text = "Żaneta: 100 % ✓ خطة"

    assert words.plain(text) == text


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("rated_3", "At every point"),
        ("rated_0", "Did not happen"),
        ("spread_1_3", "Seen differently: from at some points to at every point"),
        ("contested", "Not agreed whether it applied"),
        ("unanswered", "Nobody answered yet"),
        ("not_known", "Nobody could say"),
        ("no_record", "Nothing recorded either way"),
        ("not_applicable", "Did not apply"),
    ],
)
def test_one_result_is_said_in_words(state, said):
    """What a single result settled to: nobody answered is not nobody could say."""
    assert words.state_in_words(state, framework()) == said


def test_every_state_has_words_of_its_own():
    """No two of the fifteen states are called the same."""
    assert len({words.state_in_words(one.name.lower(), framework()) for one in State}) == 15


def test_whether_meetings_looked_at_it_is_a_sentence():
    """Of one record whether a meeting did; of none that none did yet."""
    assert words.reviewed_in_words(1, 1) == "A review meeting looked at what was sent in."
    assert words.reviewed_in_words(0, 1).startswith("No review meeting has looked")
    assert words.reviewed_in_words(0, 12) == words.reviewed_in_words(0, 1)
    assert words.reviewed_in_words(1, 12).startswith("In 1 of 12 records a review meeting")
