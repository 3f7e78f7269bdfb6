"""The profile: counts first, scores beside them, for positions, practices, stages and elements."""

from typing import Annotated, TypeAlias

from positive_practice.model.checked import document
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


@document
class Score:
    """The quantities of a set of positions, exact; None is undefined, never a number.

    Args:
        index: From 0 (nothing happened) to 1 (at every point); a convenience beside the counts.
        index_reason: Why the index is None.
        coverage: The share of what applied that has a level.
        settled: The share of what applied on which there is one level.
        lower: The least that the index could become by resolving what is open.
        upper: The most that it could become.
        not_applicable_share: The share that did not apply.
        index_if_not_applicable_lowest: The index if what did not apply had not happened.

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


@document
class PositionScore:
    """The counts and score of one position."""

    position: PositionId
    practice: PracticeId
    stage: Stage | None
    score: Score
    counts: StateCounts


@document
class PracticeScore:
    """The counts and score of one practice, over its stages, and its weight."""

    practice: PracticeId
    weight: Weight
    score: Score
    counts: StateCounts


@document
class StageScore:
    """The counts and score of one stage of a golden thread."""

    stage: Stage
    score: Score
    counts: StateCounts


@document
class ElementScore:
    """The counts and score of a feature or golden thread, and what to look at next.

    Args:
        element: The element's id.
        kind: ``feature`` or ``thread``.
        score: The score of all its positions.
        counts: The states of all its positions.
        look_at_next: The practices of lowest index below 1, all ties.
        not_yet_known: The practices without an index because nothing is rated.
        stages: For a thread: each stage.
        stages_look_at_next: The same for stages.
        stages_not_yet_known: The same for stages.
        consistency: For a thread: how many records have each consistency.
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


@document
class Overall:
    """One number over everything; made only when asked for by name."""

    kind: OverallKind
    score: Score


@document
class Profile:
    """What a record, or many, say about practice; never about a person.

    Args:
        framework: The framework's identity and scoring hash.
        method: How positions were settled.
        records: How many records it covers.
        selections: How many of them were selected in each way.
        elements: Each feature and golden thread, in framework order.
        practices: Each practice, in framework order.
        positions: Each position, in framework order.
        overall: One number, only where it was asked for by name.

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
