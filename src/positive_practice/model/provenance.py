"""Provenance: each difference between a tailored framework and the published one, and its cause."""

from typing import Annotated, Literal, TypeAlias

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.constraints import Codes, DateText, Digest, Items, Text
from positive_practice.model.tally import FrameworkIdentity

__all__ = ["LocalDifference", "Provenance"]

LocalKind: TypeAlias = Annotated[
    Literal["stage_removed", "element_removed", "practice_removed", "label", "weight", "standard"],
    Codes("local_difference"),
]
Words: TypeAlias = Annotated[str, Text(500)]


@frozen(kw_only=True, field_transformer=checked)
class LocalDifference:
    """One thing that is otherwise in a tailored framework than in the published one.

    Args:
        kind: Whether a stage, element or practice is left out, or a label, weight or standard is
            another.
        id: The stage, element or practice.
        before: What the published framework has: the label of what is left out, a label, a weight
            as ``n/d``; null for a standard, which is added.
        after: What the tailored framework has; null for what is left out.
        pointer: The place in the tailoring that says so, as a JSON Pointer; ``/remove`` where it
            follows from what else is left out.
        set_by: The body that set a standard; null for anything else.
        set_on: The day on which a standard was set; null for anything else.
    """

    kind: LocalKind
    id: Annotated[str, Text(64)]
    before: Words | None
    after: Words | None
    pointer: Annotated[str, Text(1000)]
    set_by: Annotated[str, Text(200)] | None
    set_on: DateText | None


@frozen(kw_only=True, field_transformer=checked)
class Provenance:
    """Where a tailored framework comes from: what it was, what it is, and each difference.

    Args:
        framework: The framework that was tailored, with its scoring hash.
        tailored: The tailored framework, with its own; equal scoring hashes score alike.
        content_hash: The SHA-256 of the tailored framework, every word of it.
        differences: Each difference, stages first, then in framework order; all of them.

    Source:
        record.md, "The other documents"; scoring.md, section 7.
    """

    framework: FrameworkIdentity
    tailored: FrameworkIdentity
    content_hash: Digest
    differences: Annotated[tuple[LocalDifference, ...], Items(0, 10_000)]
