"""A mapping that nobody can change: equal to any of the same items, hashed, copied, pickled."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from attrs import frozen

__all__ = ["FixedMap"]

V = TypeVar("V")
W = TypeVar("W")


@frozen(eq=False, repr=False)
class FixedMap(Mapping[str, V], Generic[V]):
    """Values by name, in order.

    Args:
        pairs: (name, value), each name once; use ``FixedMap.of`` to make one.

    >>> FixedMap.of({"draft": "info"})["draft"]
    'info'
    """

    pairs: tuple[tuple[str, V], ...] = ()

    @staticmethod
    def of(values: Mapping[str, W]) -> "FixedMap[W]":
        """The same values, fixed.

        Args:
            values: Values by name, in order.

        Returns:
            The mapping; what is changed in ``values`` later changes nothing here.
        """
        return FixedMap(tuple(values.items()))

    def __getitem__(self, name: str) -> V:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __hash__(self) -> int:
        """Equal mappings have one hash, whatever their order; each value must have one too."""
        return hash(frozenset(self.pairs))

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return repr(dict(self.pairs))
