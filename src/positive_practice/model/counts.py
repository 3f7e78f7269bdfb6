"""Counts by code: what tallies and profiles are made of."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

__all__ = ["Counts"]


@frozen(repr=False)
class Counts(Mapping[str, int]):
    """How many there are of each code; a code that is absent is there 0 times.

    Args:
        pairs: (code, count) in code order, every count positive; use ``Counts.of`` to make one.

    >>> counts = Counts.of({"rated_3": 12, "rated_2": 0})
    >>> counts["rated_3"], counts["rated_2"], counts
    (12, 0, Counts(rated_3=12))
    """

    pairs: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, counts: Mapping[str, int] | Iterable[tuple[str, int]]) -> "Counts":
        """The counts in a mapping, without the zeros."""
        return cls(tuple(sorted((code, n) for code, n in dict(counts).items() if n)))

    def __getitem__(self, code: str) -> int:
        return dict(self.pairs).get(code, 0)

    def __iter__(self) -> Iterator[str]:
        return (code for code, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, code: object) -> bool:
        return any(code == known for known, _ in self.pairs)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts.of({code: self[code] + other[code] for code in {*self, *other}})

    def __repr__(self) -> str:
        return f"Counts({', '.join(f'{code}={n}' for code, n in self.pairs)})"
