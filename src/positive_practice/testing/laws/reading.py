"""Profiles in their JSON form, read part by part, and what the library itself makes of a record."""

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from positive_practice.derive.structure import structure_or_raise
from positive_practice.model.counts import Counts
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord
from positive_practice.scoring.profile import Sums, score_of, sums_of
from positive_practice.scoring.settle import settle
from positive_practice.testing.laws.subject import Unlike, quantities
from positive_practice.testing.strategies.derived import Plain

__all__ = ["Part", "Read", "library_score", "library_states", "read"]


@frozen(kw_only=True)
class Part:
    """A part of a profile that has counts and a score.

    Args:
        name: What it is, for a report.
        practices: The one practice that it is about; None: those of its element.
        element: The element that it belongs to.
        stage: The one stage that it is about; None: every one.
        counts: How many there are in each state, without zeros.
        score: Its quantities.
    """

    name: str
    element: str
    practice: str | None = None
    stage: str | None = None
    counts: Plain
    score: Plain

    def holds(self, practice: str, stage: str | None) -> bool:
        """Whether a position belongs to it."""
        inside = practice == self.practice if self.practice else practice[:2] == self.element
        return inside and (self.stage is None or stage == self.stage)


@frozen(kw_only=True)
class Read:
    """A profile, read.

    Args:
        records: How many records it covers.
        method: How differing answers were settled.
        selections: How many of the records were selected in each way, without zeros.
        elements: Each element as it stands, by its id.
        parts: Every part with a score.
        positions: The states at each position, by its id.
    """

    records: Any
    method: str
    selections: Plain
    elements: dict[str, Plain]
    parts: tuple[Part, ...]
    positions: dict[str, Plain]

    def part(self, name: str) -> Part:
        """The part of a name."""
        return {part.name: part for part in self.parts}[name]


def read(profile: Plain) -> Read:
    """Read a profile in its JSON form.

    Raises:
        Unlike: If something of it is missing.
    """
    try:
        elements = {one["element"]: one for one in profile["elements"]}
        return Read(
            records=profile["records"],
            method=profile.get("method", "agreed"),
            selections=_without_zeros(profile["selections"]),
            elements=elements,
            parts=tuple(_parts(profile)),
            positions={
                one["position"]: _without_zeros(one["counts"]) for one in profile["positions"]
            },
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise Unlike(f"the profile is not in its JSON form: {error!r}") from error


def _parts(profile: Plain) -> Iterator[Part]:
    for one in profile["elements"]:
        yield _part(one["element"], one, element=one["element"])
        for inner in one["stages"]:
            name = f"{one['element']} at {inner['stage']}"
            yield _part(name, inner, element=one["element"], stage=inner["stage"])
    for one in profile["practices"]:
        practice = one["practice"]
        yield _part(practice, one, element=practice[:2], practice=practice)
    for one in profile["positions"]:
        practice, stage = one["practice"], one["stage"]
        name = f"position {one['position']}"
        yield _part(name, one, element=practice[:2], practice=practice, stage=stage)


def _part(name: str, plain: Plain, **where: Any) -> Part:
    counts, score = _without_zeros(plain["counts"]), quantities(plain["score"])
    return Part(name=name, counts=counts, score=score, **where)


def _without_zeros(counts: Mapping[str, Any]) -> Plain:
    return {code: n for code, n in counts.items() if n}


def library_score(states: Sequence[str], weights: Sequence[Fraction]) -> Plain:
    """The library's own score of states with their weights, in its JSON form.

    >>> library_score(["rated_3"], [Fraction(1)])["index"]
    '1/1'
    """
    scale = math.lcm(*(weight.denominator for weight in weights))
    sums = (
        sums_of(Counts.of({state: 1}), int(weight * scale))
        for state, weight in zip(states, weights, strict=True)
    )
    plain: Plain = unstructure(score_of(sum(sums, Sums())))
    return plain


def library_states(record: Plain, framework: Framework, method: str) -> Plain:
    """What the library settles each position of a plain record to, by its id."""
    settled = settle(structure_or_raise(record, AuditRecord), framework, method)
    pairs = zip(framework.positions, settled, strict=True)
    return {position.id: state.name.lower() for position, state in pairs}
