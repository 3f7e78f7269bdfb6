"""Coincidences: which levels two voices gave to the same thing, and how often. They add."""

from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from positive_practice.errors import Misuse, NotComparable, front_door
from positive_practice.model.counts import Counts
from positive_practice.model.tally import FrameworkIdentity

__all__ = ["Coincidences", "Matrix"]

Matrix: TypeAlias = tuple[tuple[Fraction, ...], ...]


@frozen(kw_only=True)
class Coincidences:
    """What agreement is worked out from, whatever the number of records; it is no document.

    Coincidences of records that were read apart add up to those of all of them, exactly.

    Args:
        framework: The framework that the records were read under, with its scoring hash.
        records: How many records were looked at.
        selections: How many of the records were selected in each way.
        units: How many positions of a record have a level from two or more voices.
        pairs: How many unordered pairs of voices there are within the units.
        exact_pairs: How many of the pairs gave the same level.
        within_one_pairs: How many of the pairs gave levels that are at most one apart.
        matrix: Krippendorff's coincidence matrix: for each two levels how often they were paired,
            each unit counting as many times as it has voices; symmetric, and its rows add up to
            how often each level was given where it could be paired.

    Source:
        scoring.md, section 6.
    """

    framework: FrameworkIdentity
    records: int
    selections: Counts
    units: int
    pairs: int
    exact_pairs: int
    within_one_pairs: int
    matrix: Matrix

    @front_door
    def __add__(self, other: "Coincidences") -> "Coincidences":
        """The coincidences of the records of both; `NotComparable` if the frameworks differ."""
        if not isinstance(other, Coincidences):
            raise Misuse("coincidences add to coincidences; make some with pp.coincidences")
        if self.framework != other.framework:
            raise NotComparable(("framework",))
        return Coincidences(
            framework=self.framework,
            records=self.records + other.records,
            selections=self.selections + other.selections,
            units=self.units + other.units,
            pairs=self.pairs + other.pairs,
            exact_pairs=self.exact_pairs + other.exact_pairs,
            within_one_pairs=self.within_one_pairs + other.within_one_pairs,
            matrix=_sum_of(self.matrix, other.matrix),
        )

    @front_door
    def __radd__(self, other: int) -> "Coincidences":
        """So that ``sum`` works, which starts with 0."""
        if other == 0 and isinstance(other, int):
            return self
        raise Misuse("coincidences add to coincidences; make some with pp.coincidences")


def _sum_of(first: Matrix, second: Matrix) -> Matrix:
    """The sum of two matrices of one size, place by place."""
    return tuple(
        tuple(one + other for one, other in zip(*rows, strict=True))
        for rows in zip(first, second, strict=True)
    )
