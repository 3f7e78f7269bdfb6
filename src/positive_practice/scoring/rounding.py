"""Rounding for people: an exact share -> whole per cent. The only rounding there is."""

from fractions import Fraction

from positive_practice.errors import Misuse

__all__ = ["percent"]


def percent(share: Fraction) -> int:
    """A share in whole per cent, half away from zero.

    Args:
        share: An exact share, such as 7/9.

    Returns:
        Whole per cent.

    Raises:
        Misuse: If it is no fraction, such as an index that is None.

    Source:
        scoring.md, introduction.

    >>> percent(Fraction(7, 9)), percent(Fraction(1, 200)), percent(Fraction(-1, 200))
    (78, 1, -1)
    """
    if not isinstance(share, Fraction):
        raise Misuse("percent takes an exact share; where an index is None, show its reason")
    size = (abs(share.numerator) * 200 + share.denominator) // (2 * share.denominator)
    return size if share >= 0 else -size
