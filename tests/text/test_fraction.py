"""Exact fractions as text."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.text.fraction import format_fraction


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(7, 9), "7/9"),
        (Fraction(1), "1/1"),
        (Fraction(0), "0/1"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(2, 4), "1/2"),
        (Fraction(3, -6), "-1/2"),
    ],
)
def test_a_fraction_is_written_in_lowest_terms_with_a_denominator(value, text):
    """record.md: `"7/9"`, `"1/1"`, `"0/1"`, `"-1/3"`."""
    assert format_fraction(value) == text


@given(st.fractions())
def test_the_text_of_a_fraction_is_exact(value):
    """Reading the text gives the same fraction back."""
    assert Fraction(format_fraction(value)) == value
