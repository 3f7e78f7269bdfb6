"""What must hold in a framework and in results beyond their structure."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from positive_practice.errors import LimitExceeded
from positive_practice.model.agreement import Agreement
from positive_practice.model.comparison import Comparison
from positive_practice.model.counts import Counts
from positive_practice.model.framework import Framework, Position
from positive_practice.model.profile import PositionScore, Profile
from positive_practice.model.tally import Tally
from positive_practice.rules.agreements import agreement_contradicts, agreement_counts_contradict
from positive_practice.rules.comparisons import (
    comparison_contradicts,
    comparison_counts_contradict,
)
from positive_practice.rules.subject import Place, repeats
from positive_practice.scoring.plan import Plan, make_plan
from positive_practice.scoring.profile import profile_by_plan
from positive_practice.scoring.settle import LEVEL_OF, RATINGS

__all__ = ["RULES_OF", "ResultRule", "rules_of"]

ResultRule: TypeAlias = Callable[[Any], Iterator[Place]]


def duplicate_id(framework: Framework) -> Iterator[Place]:
    """Every stage, element and practice has an id of its own."""
    yield from repeats("/stages", [stage.id for stage in framework.stages])
    yield from repeats("/elements", [element.id for element in framework.elements])
    seen: set[str] = set()
    for i, element in enumerate(framework.elements):
        for j, practice in enumerate(element.practices):
            if practice.id in seen:
                yield Place(f"/elements/{i}/practices/{j}")
            seen.add(practice.id)


def practice_outside_element(framework: Framework) -> Iterator[Place]:
    """The id of a practice says its element."""
    for i, element in enumerate(framework.elements):
        for j, practice in enumerate(element.practices):
            if practice.id[:2] != element.id:
                yield Place(f"/elements/{i}/practices/{j}/id")


def scale_altered(framework: Framework) -> Iterator[Place]:
    """The scale has the seven ratings, each with its level."""
    levels = {code.code: code.level for code in framework.scale}
    if levels != {rating: LEVEL_OF.get(rating) for rating in RATINGS}:
        yield Place("/scale")


def staged_without_stages(framework: Framework) -> Iterator[Place]:
    """Where a practice is staged, there are stages."""
    if not framework.stages and any(practice.staged for practice in framework.practices):
        yield Place("/stages")


def counts_contradict(tally: Tally) -> Iterator[Place]:
    """Every record is counted once at each position, in each thread and among the selections."""
    totals = {
        "/selections": tally.selections,
        **{f"/positions/{i}/counts": one.counts for i, one in enumerate(tally.positions)},
        **{f"/consistency/{i}/counts": one.counts for i, one in enumerate(tally.consistency)},
    }
    return _wrong_totals(totals, tally.records)


def profile_counts_contradict(profile: Profile) -> Iterator[Place]:
    """The same for a profile."""
    threads = {i: one.consistency for i, one in enumerate(profile.elements)}
    totals = {
        "/selections": profile.selections,
        **{f"/positions/{i}/counts": one.counts for i, one in enumerate(profile.positions)},
        **{f"/elements/{i}/consistency": c for i, c in threads.items() if c is not None},
    }
    return _wrong_totals(totals, profile.records)


def scores_contradict(profile: Profile) -> Iterator[Place]:
    """Every number follows from the counts of the positions and the weights of the practices."""
    expected = _recomputed(profile)
    if expected is None:
        yield Place("")
        return
    for name, parts in expected.items():
        given = getattr(profile, name)
        if given == parts:
            continue
        if name == "overall" or len(given) != len(parts):
            yield Place(f"/{name}")
            continue
        differing = (
            i for i, pair in enumerate(zip(given, parts, strict=True)) if pair[0] != pair[1]
        )
        yield from (Place(f"/{name}/{i}") for i in differing)


def _recomputed(profile: Profile) -> dict[str, Any] | None:
    """The parts of the profile anew; None where lists do not fit or numbers get too long."""
    plan = _plan_of(profile)
    if plan is None:
        return None
    verdicts = {one.element: one.consistency or Counts() for one in profile.elements}
    kind = profile.overall.kind if profile.overall is not None else None
    counts = tuple(one.counts for one in profile.positions)
    try:
        return profile_by_plan(plan, counts, verdicts, kind)
    except LimitExceeded:
        return None


def _plan_of(profile: Profile) -> Plan | None:
    weights = {one.practice: one.weight for one in profile.practices}
    kinds: dict[str, str] = {one.element: one.kind for one in profile.elements}
    positions = tuple(_position(one) for one in profile.positions)
    inside = {e: tuple(p for p in weights if p[:2] == e) for e in kinds}
    fits = (
        len(set(positions)) == len(positions)
        and {one.practice for one in positions} <= weights.keys()
        and sum(map(len, inside.values())) == len(weights)
        and all(one.position == p.id for one, p in zip(profile.positions, positions, strict=True))
    )
    return make_plan(positions, inside, kinds, weights) if fits else None


def _position(score: PositionScore) -> Position:
    return Position(score.practice, score.stage)


def _wrong_totals(totals: Mapping[str, Counts], records: int) -> Iterator[Place]:
    for pointer, counts in totals.items():
        if sum(counts.values()) != records:
            yield Place(pointer)


RULES_OF: Mapping[type, Mapping[str, ResultRule]] = MappingProxyType(
    {
        Framework: {
            "duplicate_id": duplicate_id,
            "practice_outside_element": practice_outside_element,
            "scale_altered": scale_altered,
            "staged_without_stages": staged_without_stages,
        },
        Tally: {"counts_contradict": counts_contradict},
        Profile: {
            "counts_contradict": profile_counts_contradict,
            "scores_contradict": scores_contradict,
        },
        Agreement: {
            "counts_contradict": agreement_counts_contradict,
            "agreement_contradicts": agreement_contradicts,
        },
        Comparison: {
            "counts_contradict": comparison_counts_contradict,
            "comparison_contradicts": comparison_contradicts,
        },
    }
)
"""The rules of each document class, by the code of what they find."""


def rules_of(document: Any) -> Mapping[str, ResultRule]:
    """The rules of a document, whose class may be one that somebody made of ours."""
    for cls, rules in RULES_OF.items():
        if isinstance(document, cls):
            return rules
    return {}
