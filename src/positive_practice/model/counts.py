"""Counts by code: what tallies and profiles are made of."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from positive_practice.errors import InvalidValue

__all__ = ["Counts", "sum_of_counts"]


def _in_order(_counts: Any, _field: Any, pairs: Any) -> None:
    """The one form that equal counts have: each code once, in order, none there 0 times."""
    with contextlib.suppress(TypeError, ValueError):
        counted = [(code, n) for code, n in pairs if type(n) is int and n]
        codes = [code for code, _ in counted]
        if tuple(counted) == pairs and codes == sorted(set(codes)):
            return
    expected = "(code, count) in code order, none of 0; make it with Counts.of"
    raise InvalidValue("Counts", "pairs", "wrong_type", expected)


@frozen(repr=False)
class Counts(Mapping[str, int]):
    """How many there are of each code; a code that is absent is there 0 times.

    Args:
        pairs: (code, count) in code order, every count positive; use ``Counts.of`` to make one.

    >>> counts = Counts.of({"rated_3": 12, "rated_2": 0})
    >>> counts["rated_3"], counts["rated_2"], counts
    (12, 0, Counts(rated_3=12))
    """

    pairs: tuple[tuple[str, int], ...] = field(default=(), validator=_in_order)

    @classmethod
    def of(cls, counts: Mapping[str, int] | Iterable[tuple[str, int]]) -> "Counts":
        """The counts in a mapping, without the zeros.

        Raises:
            InvalidValue: If these are no counts.
        """
        with contextlib.suppress(TypeError, ValueError):
            return cls(tuple(sorted((code, n) for code, n in dict(counts).items() if n)))
        raise InvalidValue("Counts", "counts", "wrong_type", "whole numbers by code")

    def __getitem__(self, code: str) -> int:
        return dict(self.pairs).get(code, 0)

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, code: object) -> bool:
        return any(code == known for known, _ in self.pairs)

    def __add__(self, other: "Counts") -> "Counts":
        if not isinstance(other, Counts):
            return NotImplemented
        return sum_of_counts((self, other))

    def __repr__(self) -> str:
        return f"Counts({', '.join(f'{code}={n}' for code, n in self.pairs)})"


def sum_of_counts(several: Iterable[Counts]) -> Counts:
    """The counts of several together, much faster than one by one; of none, nothing.

    >>> sum_of_counts([Counts.of({"rated_3": 1}), Counts.of({"rated_3": 2, "rated_0": 1})])
    Counts(rated_0=1, rated_3=3)
    """
    total = Counter[str]()
    for counts in several:
        for code, n in counts.pairs:
            total[code] += n
    return Counts.of(total)
