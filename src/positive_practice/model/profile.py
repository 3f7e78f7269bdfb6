"""The profile: counts first, scores beside them, for positions, practices, stages and elements."""

from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.codes import Stage
from positive_practice.model.constraints import (
    Count,
    ElementId,
    Items,
    PositionId,
    PracticeId,
    SchemaVersion,
    Share,
    Weight,
)
from positive_practice.model.lookup import find
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.model.terms import (
    ConsistencyCounts,
    ElementKind,
    IndexReason,
    Method,
    OverallKind,
    SelectionCounts,
    StateCounts,
)

__all__ = [
    "ElementScore",
    "Overall",
    "PositionScore",
    "PracticeScore",
    "Profile",
    "Score",
    "StageScore",
]

PracticeIds: TypeAlias = Annotated[tuple[PracticeId, ...], Items(0, 200, unique=True)]
Stages: TypeAlias = Annotated[tuple[Stage, ...], Items(0, 4, unique=True)]


@frozen(kw_only=True, field_transformer=checked)
class Score:
    """The quantities of a set of positions, exact; what is undefined is null, never a number.

    Args:
        index: From 0 (nothing happened) to 1 (at every point), a convenience beside the counts;
            null where undefined.
        index_reason: Why the index is null; null where there is an index.
        coverage: The share by weight, of what applied, that has a level or a spread of levels; null
            if nothing applied.
        settled: The share by weight, of what applied, on which there is one level; null if nothing
            applied.
        lower: The least that the index could become by resolving what is open or differs; null if
            nothing applied.
        upper: The most that the index could become by resolving what is open or differs; null if
            nothing applied.
        not_applicable_share: The share by weight, of everything, that did not apply; null if
            nothing has weight.
        index_if_not_applicable_lowest: What the index would be if all that did not apply counted as
            level 0; null if nothing of positive weight is rated or not applicable.

    Source:
        scoring.md, section 3.
    """

    index: Share | None
    index_reason: IndexReason | None
    coverage: Share | None
    settled: Share | None
    lower: Share | None
    upper: Share | None
    not_applicable_share: Share | None
    index_if_not_applicable_lowest: Share | None


@frozen(kw_only=True, field_transformer=checked)
class PositionScore:
    """The counts and score of one position.

    Args:
        position: The position: a practice, with its stage where it is staged.
        practice: The practice of the position.
        stage: The stage of the position; null if the practice is not rated by stage.
        score: The score of the position over all records.
        counts: How many records are in each state there; a state that is absent is there 0 times.
    """

    position: PositionId
    practice: PracticeId
    stage: Stage | None
    score: Score
    counts: StateCounts


@frozen(kw_only=True, field_transformer=checked)
class PracticeScore:
    """The counts and score of one practice, over its stages, and its weight.

    Args:
        practice: The practice's id.
        weight: How much each of its positions counts; 0 is shown without being counted.
        score: The score over the practice's positions and all records.
        counts: How often each state occurs at its positions over all records; an absent state
            occurs 0 times.
    """

    practice: PracticeId
    weight: Weight
    score: Score
    counts: StateCounts


@frozen(kw_only=True, field_transformer=checked)
class StageScore:
    """The counts and score of one stage of a golden thread.

    Args:
        stage: The stage of the golden thread.
        score: The score over the thread's positions at the stage and all records.
        counts: How often each state occurs at those positions over all records; an absent state
            occurs 0 times.
    """

    stage: Stage
    score: Score
    counts: StateCounts


@frozen(kw_only=True, field_transformer=checked)
class ElementScore:
    """The counts and score of a feature or golden thread, and what to look at next.

    Args:
        element: The element's id, such as ``GA``.
        kind: Whether it is a feature or a golden thread.
        score: The score over all its positions and all records.
        counts: How often each state occurs at all its positions over all records; an absent state
            occurs 0 times.
        look_at_next: The practices of lowest index, all ties; empty if none is below 1.
        not_yet_known: The practices without an index because nothing is rated.
        stages: For a golden thread, each of its stages; empty for a feature.
        stages_look_at_next: For a golden thread, the stages of lowest index, all ties; empty if
            none is below 1.
        stages_not_yet_known: For a golden thread, the stages without an index because nothing is
            rated.
        consistency: For a golden thread, how many records have each consistency; null for a
            feature.
    """

    element: ElementId
    kind: ElementKind
    score: Score
    counts: StateCounts
    look_at_next: PracticeIds
    not_yet_known: PracticeIds
    stages: Annotated[tuple[StageScore, ...], Items(0, 4)]
    stages_look_at_next: Stages
    stages_not_yet_known: Stages
    consistency: ConsistencyCounts | None


@frozen(kw_only=True, field_transformer=checked)
class Overall:
    """One number over everything; made only when asked for by name.

    Args:
        kind: How the number is made: one score over all positions, or the mean of the elements.
        score: The score; the mean of the elements has an index and bounds, and null for the rest.
    """

    kind: OverallKind
    score: Score


@frozen(kw_only=True, field_transformer=checked)
class Profile:
    """What a record, or many, say about practice; never about a person.

    Args:
        framework: The framework that the records were scored under, with its scoring hash.
        method: How differing answers at a position were settled.
        records: How many records the profile covers.
        selections: How many of the records were selected in each way; a way that is absent is there
            0 times.
        elements: The counts and score of each feature and golden thread, in framework order.
        practices: The counts and score of each practice, in framework order.
        positions: The counts and score of each position, in framework order.
        overall: One number over everything; null unless it was asked for by name.
        schema_version: The version of this document's schema.

    Source:
        scoring.md, section 4.
    """

    framework: FrameworkIdentity
    method: Method
    records: Count
    selections: SelectionCounts
    elements: Annotated[tuple[ElementScore, ...], Items(0, 50)]
    practices: Annotated[tuple[PracticeScore, ...], Items(0, 200)]
    positions: Annotated[tuple[PositionScore, ...], Items(0, 500)]
    overall: Overall | None
    schema_version: SchemaVersion = "1.0"

    def element(self, id: str) -> ElementScore:  # noqa: A002  # the documents' own word
        """The score of an element; `UnknownName` lists those that exist."""
        return find("element", {score.element: score for score in self.elements}, id)

    def practice(self, id: str) -> PracticeScore:  # noqa: A002  # as above
        """The score of a practice; `UnknownName` lists those that exist."""
        return find("practice", {score.practice: score for score in self.practices}, id)

    def position(self, id: str) -> PositionScore:  # noqa: A002  # as above
        """The score of a position; `UnknownName` lists those that exist."""
        return find("position", {score.position: score for score in self.positions}, id)
