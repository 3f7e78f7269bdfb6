"""Each difference that a tailoring makes to a framework, with the place that says so."""

from collections.abc import Iterator
from typing import Any

from positive_practice.catalogue.tailoring import Kept, kept_by, sorted_standards
from positive_practice.model.framework import Element, Framework, Practice, StageOfSupport
from positive_practice.model.provenance import LocalDifference
from positive_practice.model.tailoring import Tailoring
from positive_practice.text.fraction import format_fraction

__all__ = ["differences_of"]


def differences_of(framework: Framework, tailoring: Tailoring) -> tuple[LocalDifference, ...]:
    """Each difference between a framework and what a tailoring makes of it.

    Args:
        framework: The framework as it was published.
        tailoring: A tailoring of it without a problem.

    Returns:
        The differences: the stages, then element by element. What the tailoring says just as the
        framework has it is no difference.
    """
    kept = kept_by(framework, tailoring)
    found: list[LocalDifference] = []
    for stage in framework.stages:
        found += _of_one(stage, kept, tailoring, "stage", tailoring.remove.stages)
    for element in framework.elements:
        found += _of_one(element, kept, tailoring, "element", ())
        for practice in element.practices:
            found += _of_one(practice, kept, tailoring, "practice", tailoring.remove.practices)
            found += _weights(practice, tailoring)
            found += _standards(practice, tailoring)
    return tuple(found)


def _of_one(
    one: StageOfSupport | Element | Practice,
    kept: Kept,
    tailoring: Tailoring,
    kind: str,
    removed: tuple[str, ...],
) -> Iterator[LocalDifference]:
    """That a stage, element or practice is left out, or has other words."""
    if one.id not in kept.ids:
        place = f"/{kind}s/{removed.index(one.id)}" if one.id in removed else ""
        yield _difference(f"{kind}_removed", one.id, f"/remove{place}", before=one.label)
    for i, label in enumerate(tailoring.labels):
        if label.id == one.id and label.text != one.label:
            yield _difference("label", one.id, f"/labels/{i}", before=one.label, after=label.text)


def _weights(practice: Practice, tailoring: Tailoring) -> Iterator[LocalDifference]:
    for i, one in enumerate(tailoring.weights):
        if one.practice == practice.id and one.weight != practice.weight:
            before, after = format_fraction(practice.weight), format_fraction(one.weight)
            yield _difference("weight", practice.id, f"/weights/{i}", before=before, after=after)


def _standards(practice: Practice, tailoring: Tailoring) -> Iterator[LocalDifference]:
    for one in sorted_standards(tailoring):
        if one.practice == practice.id:
            yield _difference(
                "standard",
                practice.id,
                f"/standards/{tailoring.standards.index(one)}",
                after=one.text,
                set_by=one.set_by,
                set_on=one.set_on,
            )


def _difference(kind: str, id_: str, pointer: str, **words: Any) -> LocalDifference:
    """A difference; of its further fields those that are not given are null."""
    nothing = dict.fromkeys(("before", "after", "set_by", "set_on"))
    return LocalDifference(
        kind=kind,  # type: ignore[arg-type]  # the kinds above are those of the type
        id=id_,
        pointer=pointer,
        **{**nothing, **words},
    )
