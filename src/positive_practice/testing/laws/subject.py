"""Whose laws are tried: somebody's callables, called with copies and read with tolerance."""

import copy
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, TypeAlias, TypeGuard

from attrs import field, frozen

from positive_practice.model.plain import is_document, unstructure
from positive_practice.model.profile import Score
from positive_practice.model.shape import fields_of
from positive_practice.testing.laws.ground import Ground
from positive_practice.testing.strategies.derived import Plain

__all__ = ["QUANTITIES", "Given", "Subject", "Unlike", "Weighted", "number", "quantities"]

Weighted: TypeAlias = Sequence[tuple[str, Fraction]]

Given: TypeAlias = list[Plain]
"""What functions were given, one call after another: each argument by its name."""

ARGUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"score": ("states", "weights"), "settle": ("record", "method"), "profile": ("records",)}
)
"""The arguments of each function, by the names that `laws` documents."""

QUANTITIES = tuple(one.name for one in fields_of(Score) if one.name != "index_reason")
"""The numbers of a score, in the order of scoring.md, section 3."""


class Unlike(Exception):
    """What came is not what a law says; the words say what came."""


@frozen(kw_only=True)
class Subject:
    """The callables of a project, whichever it has, and what they are tried on.

    Args:
        ground: What they are tried on.
        functions: By name: ``score(states, weights)`` -> the quantities of scoring.md, section 3;
            ``settle(record, method)`` -> the state of each position, by its id;
            ``profile(records)`` -> a profile in its JSON form.
        given: What they were given so far.
    """

    ground: Ground
    functions: Mapping[str, Callable[..., Any]]
    given: Given = field(factory=list[Plain])

    def anew(self) -> "Subject":
        """The same, given nothing so far."""
        return Subject(ground=self.ground, functions=self.functions)

    def scored(self, weighted: Weighted) -> Plain:
        """The score of states with their weights; numbers exact, what is no number as it is."""
        states = [state for state, _ in weighted]
        weights = [weight for _, weight in weighted]
        return quantities(self._answer("score", states, weights))

    def states(self, record: Plain, method: str) -> Plain:
        """The state of every position of a record, by its id."""
        return _mapping("settle", self._answer("settle", record, method))

    def profiled(self, *records: Plain) -> Plain:
        """The profile of records."""
        return _mapping("profile", self._answer("profile", list(records)))

    def _answer(self, name: str, *given: Any) -> Any:
        """What a function answers to copies; what it raises breaks the law that called it."""
        self.given.append(dict(zip(ARGUMENTS[name], given, strict=True)))
        try:
            answer = self.functions[name](*copy.deepcopy(given))
        except Exception as error:
            raise Unlike(f"{name} raised {type(error).__name__}: {error}") from error
        return unstructure(answer) if is_document(type(answer)) else answer


def _mapping(name: str, answer: Any) -> Plain:
    if not _is_mapping(answer):
        raise Unlike(f"{name} returned no dictionary")
    return dict(answer)


def _is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def quantities(answer: Any) -> Plain:
    """The quantities of a score, with the reason of its index.

    Raises:
        Unlike: If one is missing.
    """
    found = _mapping("score", answer)
    missing = [name for name in (*QUANTITIES, "index_reason") if name not in found]
    if missing:
        raise Unlike(f"the score has no {missing[0]}")
    exact = {name: number(found[name]) for name in QUANTITIES}
    return {**exact, "index_reason": found["index_reason"]}


def number(value: Any) -> Any:
    """A number made exact, also from text ``n/d``; anything else as it is.

    >>> number("1/2"), number(0.5), number(None)
    (Fraction(1, 2), Fraction(1, 2), None)
    """
    try:
        return None if value is None else Fraction(value)
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        return value
