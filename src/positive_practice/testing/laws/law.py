"""What a law is: an id, its text, examples to try it on, and what must hold of each of them."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from positive_practice.testing.laws.ground import Ground
from positive_practice.testing.laws.subject import Unlike
from positive_practice.testing.strategies.derived import Strategy

__all__ = ["Examples", "Law", "each", "expect", "law", "same", "shown"]

Examples: TypeAlias = Callable[[Ground], Strategy]
Holds: TypeAlias = Callable[..., None]


@frozen(kw_only=True)
class Law:
    """One law of scoring.md, section 8.

    Args:
        id: Its id, such as ``S5``.
        text: What it says, in the words of scoring.md.
        name: The same in a few words, joined by underscores.
        needs: The callable without which it cannot be tried.
        methods: The methods of settling without which it cannot be tried.
        examples: What it is tried on, as a strategy for the named arguments of ``holds``.
        holds: Raises ``Unlike`` where the law is broken.
        fits: Whether a framework has what the law speaks of.
    """

    id: str
    text: str
    name: str
    needs: str
    methods: tuple[str, ...]
    examples: Examples
    holds: Holds
    fits: Callable[[Ground], bool]


def law(
    id: str,  # noqa: A002  # the page's own word
    text: str,
    examples: Examples,
    *,
    methods: tuple[str, ...] = (),
    fits: Callable[[Ground], bool] = lambda _: True,
) -> Callable[[Holds], Law]:
    """Make a law of a function that says when it holds.

    Args:
        id: Its id; the first letter says which callable it needs.
        text: What it says.
        examples: What it is tried on.
        methods: The methods of settling that it names.
        fits: Whether a framework has what it speaks of; every one unless told otherwise.

    Returns:
        A decorator, which takes the law's short name from that of the function.
    """
    needs = {"S": "score", "V": "settle", "T": "profile"}[id[0]]

    def made(holds: Holds) -> Law:
        return Law(
            id=id,
            text=text,
            name=holds.__name__,
            needs=needs,
            methods=methods,
            examples=examples,
            holds=holds,
            fits=fits,
        )

    return made


def each(**strategies: Strategy) -> Examples:
    """Examples that have one value of each strategy, under any framework."""
    return lambda _: st.fixed_dictionaries(strategies)


def expect(holds: bool, said: str) -> None:  # noqa: FBT001  # reads as "expect this"
    """Say that a law is broken, unless something holds.

    Raises:
        Unlike: If it does not hold.
    """
    if not holds:
        raise Unlike(said)


def same(name: str, first: Any, second: Any) -> None:
    """Say that a law is broken, unless two values are equal.

    Raises:
        Unlike: If they differ.

    >>> same("index", Fraction(1, 2), Fraction(2, 4))
    """
    expect(first == second, f"{name}: {shown(first)} is not {shown(second)}")


def shown(value: Any) -> str:
    """A value as a report shows it: a fraction as ``n/d``.

    >>> shown(Fraction(1, 2)), shown(None)
    ('1/2', 'None')
    """
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else str(value)
