"""Verifying: a stored profile and the recomputed one -> every figure that is another."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from positive_practice.model.counts import Counts
from positive_practice.model.profile import ElementScore, Profile, Score
from positive_practice.model.shape import fields_of
from positive_practice.model.verification import Difference, Figure, PartKind, Verification

__all__ = ["verification_of"]

Part: TypeAlias = tuple[str | None, PartKind, str | None]
"""The element, the kind of part and its id."""

Figures: TypeAlias = dict[str, Figure]


def verification_of(stored: Profile, recomputed: Profile) -> Verification:
    """What a stored profile says otherwise than one that was made anew.

    Args:
        stored: The profile that is verified.
        recomputed: The profile of the records.

    Returns:
        The verification. A part that only one of the two has shows in the list that it is missing
        from or too many in: ``elements``, ``practices``, ``positions``, ``stages``.
    """
    given, expected = dict(_parts(stored)), dict(_parts(recomputed))
    differs = tuple(
        one
        for part, figures in expected.items()
        if part in given
        for one in _differences(part, given[part], figures)
    )
    return Verification(ok=not differs, differs=differs)


def _differences(part: Part, given: Figures, expected: Figures) -> Iterator[Difference]:
    """The figures of one part that differ; only a count can be absent, and is then 0."""
    element, kind, id_ = part
    for field in {**expected, **given}:
        stored, recomputed = given.get(field, 0), expected.get(field, 0)
        if stored != recomputed:
            yield Difference(
                element=element,
                part=kind,
                id=id_,
                field=field,
                stored=stored,
                recomputed=recomputed,
            )


def _parts(profile: Profile) -> Iterator[tuple[Part, Figures]]:
    """Every part of a profile with its figures, element by element."""
    yield (None, "profile", None), _profile_figures(profile)
    for element in profile.elements:
        yield from _element_parts(element, profile)
    if profile.overall is not None:
        yield (None, "overall", None), _scored(profile.overall.score)


def _profile_figures(profile: Profile) -> Figures:
    framework, overall = profile.framework, profile.overall
    local = framework.tailoring
    return {
        "id": framework.id,
        "version": framework.version,
        "tailoring": None if local is None else f"{local.id} {local.version}",
        "scoring_hash": framework.scoring_hash,
        "method": profile.method,
        "records": profile.records,
        **_counted("selections", profile.selections),
        "elements": tuple(one.element for one in profile.elements),
        "practices": tuple(one.practice for one in profile.practices),
        "positions": tuple(one.position for one in profile.positions),
        "overall": None if overall is None else overall.kind,
    }


def _element_parts(score: ElementScore, profile: Profile) -> Iterator[tuple[Part, Figures]]:
    """An element, its stages, and the practices and positions whose ids begin with its own."""
    id_ = score.element
    yield (id_, "element", id_), _element_figures(score)
    for stage in score.stages:
        yield (id_, "stage", stage.stage), _scored(stage.score, stage.counts)
    for practice in profile.practices:
        if practice.practice.startswith(id_):
            figures = _scored(practice.score, practice.counts)
            yield (id_, "practice", practice.practice), {"weight": practice.weight, **figures}
    for one in profile.positions:
        if one.position.startswith(id_):
            place: Figures = {"practice": one.practice, "stage": one.stage}
            yield (id_, "position", one.position), {**place, **_scored(one.score, one.counts)}


def _element_figures(score: ElementScore) -> Figures:
    verdicts = score.consistency
    return {
        "kind": score.kind,
        **_scored(score.score, score.counts),
        "look_at_next": score.look_at_next,
        "not_yet_known": score.not_yet_known,
        "stages": tuple(one.stage for one in score.stages),
        "stages_look_at_next": score.stages_look_at_next,
        "stages_not_yet_known": score.stages_not_yet_known,
        "consistency": None if verdicts is None else "counted",
        **_counted("consistency", verdicts or Counts()),
    }


def _scored(score: Score, counts: Mapping[str, int] | None = None) -> Figures:
    """The quantities of a score, each by its name, and the counts beside it."""
    quantities = {field.name: getattr(score, field.name) for field in fields_of(Score)}
    return {**quantities, **_counted("counts", counts or {})}


def _counted(field: str, counts: Mapping[str, int]) -> Figures:
    return {f"{field}.{code}": number for code, number in counts.items()}
