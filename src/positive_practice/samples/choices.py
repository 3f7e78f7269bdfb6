"""Choices that are the same everywhere: a key -> a stream of whole numbers -> what is chosen.

The stream is SHA-256 over the key and a counter. Its bytes are fixed by a standard, so they are
the same on every platform and Python version; the `random` module promises that only for one of
its methods, and there for a seeder that has to be named.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeVar

__all__ = ["Draws", "below", "between", "chance", "digest", "draws", "pick", "several", "weighted"]

T = TypeVar("T")
Draws: TypeAlias = Iterator[int]
"""Whole numbers of 32 bits, one after another without end."""

BITS = 32


def digest(*key: int | str) -> bytes:
    """The 32 bytes of a key, whose parts hold no ``/``.

    >>> digest("record", 1) == digest("record", 1)
    True
    """
    return hashlib.sha256("/".join(map(str, key)).encode()).digest()


def draws(*key: int | str) -> Draws:
    """The numbers of a key: each key has its own, and none depends on another's.

    >>> next(draws("record", 1)) == next(draws("record", 1))
    True
    """
    block = 0
    while True:
        data = digest(*key, block)
        for start in range(0, len(data), BITS // 8):
            yield int.from_bytes(data[start : start + BITS // 8], "big")
        block += 1


def below(drawn: Draws, limit: int) -> int:
    """A whole number from 0 to ``limit - 1``, each as likely.

    >>> below(draws("any"), 1)
    0
    """
    return next(drawn) * limit >> BITS


def between(drawn: Draws, lowest: int, highest: int) -> int:
    """A whole number from ``lowest`` to ``highest``, both among them.

    >>> between(draws("any"), 7, 7)
    7
    """
    return lowest + below(drawn, highest - lowest + 1)


def chance(drawn: Draws, per_cent: int) -> bool:
    """Whether something happens that happens in so many of a hundred cases.

    >>> chance(draws("any"), 100)
    True
    """
    return below(drawn, 100) < per_cent


def pick(drawn: Draws, items: Sequence[T]) -> T:
    """One of the items, each as likely.

    >>> pick(draws("any"), ["only"])
    'only'
    """
    return items[below(drawn, len(items))]


def weighted(drawn: Draws, items: Sequence[tuple[T, int]]) -> T:
    """One of the items, each as likely as its weight says.

    >>> weighted(draws("any"), [("never", 0), ("always", 1)])
    'always'
    """
    left = below(drawn, sum(weight for _, weight in items))
    passed = 0
    while left >= items[passed][1]:
        left -= items[passed][1]
        passed += 1
    return items[passed][0]


def several(drawn: Draws, items: Sequence[T], number: int) -> tuple[T, ...]:
    """So many of the items, or all if there are fewer, in their own order.

    >>> several(draws("any"), "abc", 3)
    ('a', 'b', 'c')
    """
    wanted = min(number, len(items))
    chosen: list[T] = []
    for i, item in enumerate(items):
        # Each item is taken with the chance of those still wanted among those still left.
        if below(drawn, len(items) - i) < wanted - len(chosen):
            chosen.append(item)
    return tuple(chosen)
