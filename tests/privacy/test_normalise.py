"""Normalising: the plain form of a text, and the way back to where each character stood."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.privacy.normalise import normalise, original_span

ANY_TEXT = st.one_of(st.text(), st.text(st.characters(codec=None)), st.text(" \n\u200b\u0301ﬁa½"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("０１２", "012"),
        ("٣", "3"),
        ("²", "2"),
        ("17½", "17½"),
        ("ﬁ", "fi"),
        ("é e\u0301", "e e"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("a\u2011b\u2013c\u2212d", "a-b-c-d"),
        ("O\u2019Neill \u201cJay\u201d", 'O\'Neill "Jay"'),
        ("a\u00a0\u2003 b", "a b"),
        ("a \t\r\n  b", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("a\u0000b", "a b"),
        ("\u0301a", "a"),
        ("\ufdfa", "\ufdfa"),
        ("\ud800", "\ud800"),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_written_the_same(text, plain):
    """privacy.md: NFKC, no zero-width and bidi characters, dashes, spaces and digits folded."""
    assert normalise(text).text == plain


@given(ANY_TEXT)
def test_the_way_back_is_monotone_and_within_the_text(text):
    """Characters of the plain form come from the text in its order, each from a part of it."""
    plain = normalise(text)

    assert len(plain.text) == len(plain.starts) == len(plain.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(plain.starts, plain.ends, strict=True))
    assert all(a <= b for a, b in itertools.pairwise(plain.starts))
    assert all(a <= b for a, b in itertools.pairwise(plain.ends))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="_")))
def test_plain_text_stays_as_it_is(text):
    """What is plain is changed by nothing, and every character is its own place."""
    plain = normalise(text)

    assert plain.text.replace("'", "`") == text.replace("'", "`")
    assert plain.starts == tuple(range(len(text)))


@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(text):
    """The plain form is plain."""
    once = normalise(text).text

    assert normalise(once).text == once


def test_a_part_leads_back_with_its_marks():
    """The end of a part takes what was dropped from its last letter along."""
    plain = normalise("xJose\u0301\u0301y")

    assert original_span(plain, 1, 5) == (1, 7)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("_ME99 9ZZ_", " ME99 9ZZ "), ("nhs_999", "nhs 999"), ("07700_900", "07700 900"),
     ("jay_k", "jay_k"), ("k\u0131z\u0131 \u0130", "kizi I")],
)  # fmt: skip
def test_emphasis_and_joins_hide_nothing(text, plain):
    """An underline is a space unless it is between two letters; letters of i are plain ones."""
    assert normalise(text).text == plain
