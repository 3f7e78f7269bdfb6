"""Exact fractions as text: ``"n/d"`` in lowest terms, always with a denominator (record.md)."""

from fractions import Fraction

__all__ = ["format_fraction"]


def format_fraction(value: Fraction) -> str:
    """The text of a fraction.

    Args:
        value: The fraction.

    Returns:
        ``"n/d"`` in lowest terms, with a denominator always.

    >>> format_fraction(Fraction(2))
    '2/1'
    """
    return f"{value.numerator}/{value.denominator}"
