"""The framework as frozen values, with look-ups by id and the positions in their order."""

import functools
from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.model.checked import document
from positive_practice.model.codes import Rating, Stage
from positive_practice.model.constraints import (
    DateText,
    ElementId,
    Items,
    PracticeId,
    SchemaVersion,
    Text,
    Token,
    Weight,
    Whole,
)
from positive_practice.model.lookup import find
from positive_practice.model.plain import unstructure
from positive_practice.model.tailoring import Edition
from positive_practice.model.terms import ElementKind
from positive_practice.text.canonical import digest
from positive_practice.text.fraction import format_fraction
from positive_practice.text.strict_json import Json

__all__ = [
    "Anchors",
    "Element",
    "Framework",
    "Locator",
    "MayNotApply",
    "Position",
    "Practice",
    "PracticeStandard",
    "ScaleCode",
    "Source",
    "StageOfSupport",
    "content_hash",
    "positions_of",
    "scoring_hash",
]

Label: TypeAlias = Annotated[str, Text(200)]
Sentence: TypeAlias = Annotated[str, Text(500)]
Remark: TypeAlias = Annotated[str, Text(1000)]


@document
class Source:
    """Where the framework was published, and what must be known of it."""

    title: Annotated[str, Text(300)]
    authors: Sentence
    note: Annotated[str, Text(2000)]


@document
class Locator:
    """Where in the source something stands: its part, the item in that part's list, a remark."""

    element: Label
    item: Annotated[int, Whole(1, 100)] | None
    note: Remark | None


@document
class StageOfSupport:
    """A stage of support; stages recur, and their order is for display."""

    id: Stage
    label: Label
    meaning: Sentence
    source: Sentence


@document
class ScaleCode:
    """A rating of the scale; those without a level say why there is none."""

    code: Rating
    level: Annotated[int, Whole(0, 3)] | None
    label: Label
    meaning: Sentence


@document
class Anchors:
    """What each level looks like for one practice."""

    not_evident: Sentence
    partly: Sentence
    mostly: Sentence
    fully: Sentence


@document
class MayNotApply:
    """The condition without which a practice does not apply."""

    applies_when: Sentence


@document
class PracticeStandard:
    """A local standard for this practice, with who set it and when."""

    text: Sentence
    set_by: Label
    set_on: DateText


@document
class Practice:
    """One practice of a feature or golden thread.

    Args:
        id: The id, such as ``GA1``; stable for ever.
        label: A short name.
        statement: What it is, in one sentence.
        looks_like: What an auditor could find where it happens.
        anchors: What each level looks like.
        staged: Whether it is rated once for each stage, rather than once for the case.
        may_not_apply: The condition without which it does not apply, or None if it always does.
        weight: How much it counts, 1 unless tailored.
        standards: Local standards.
        source: Where it stands in the report.
    """

    id: PracticeId
    label: Label
    statement: Sentence
    looks_like: Annotated[tuple[Annotated[str, Text(300)], ...], Items(2, 4)]
    anchors: Anchors
    staged: bool
    may_not_apply: MayNotApply | None
    weight: Weight
    standards: Annotated[tuple[PracticeStandard, ...], Items(0, 20)]
    source: Locator


@document
class Element:
    """A feature or golden thread, and its practices."""

    id: ElementId
    kind: ElementKind
    label: Label
    statement: Sentence
    source: Locator
    practices: Annotated[tuple[Practice, ...], Items(1, 50)]


@frozen
class Position:
    """What is rated: a practice, at a stage where it is staged.

    >>> Position("MA1", "assessment").id
    'MA1.assessment'
    """

    practice: str
    stage: str | None = None

    @property
    def id(self) -> str:
        """``GA1``, or ``MA1.assessment`` where it is staged."""
        return self.practice if self.stage is None else f"{self.practice}.{self.stage}"


@document
class Framework:
    """A framework of good practice: features and golden threads, stages and scale.

    Args:
        id: The framework's id.
        version: Its version.
        title: Its title.
        source: Where it was published.
        tailoring: The local tailoring that it went through, or None.
        stages: The stages of support.
        scale: The seven ratings.
        elements: The features and golden threads, in order.

    Source:
        framework.md; record.md, "The other documents".
    """

    id: Token
    version: Token
    title: Label
    source: Source
    tailoring: Edition | None
    stages: Annotated[tuple[StageOfSupport, ...], Items(0, 4)]
    scale: Annotated[tuple[ScaleCode, ...], Items(7, 7)]
    elements: Annotated[tuple[Element, ...], Items(1, 50)]
    schema_version: SchemaVersion = "1.0"

    @property
    def practices(self) -> tuple[Practice, ...]:
        """Every practice, in framework order."""
        return tuple(practice for element in self.elements for practice in element.practices)

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every position, in framework order: 55 in the built-in framework."""
        return positions_of(self)

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the whole document's canonical form: every word of it."""
        return content_hash(self)

    @property
    def scoring_hash(self) -> str:
        """The SHA-256 of exactly what changes a score (scoring.md, section 7)."""
        return scoring_hash(self)

    def element(self, id: str) -> Element:  # noqa: A002  # the field's own name, as everywhere in the documents
        """The element of an id; `UnknownName` lists those that exist."""
        return find("element", {element.id: element for element in self.elements}, id)

    def practice(self, id: str) -> Practice:  # noqa: A002  # as above
        """The practice of an id; `UnknownName` lists those that exist."""
        return find("practice", {practice.id: practice for practice in self.practices}, id)

    def stage(self, id: str) -> StageOfSupport:  # noqa: A002  # as above
        """The stage of an id; `UnknownName` lists those that exist."""
        return find("stage", {stage.id: stage for stage in self.stages}, id)

    def position(self, id: str) -> Position:  # noqa: A002  # as above
        """The position of an id; `UnknownName` lists those that exist."""
        return find("position", {position.id: position for position in self.positions}, id)


@functools.lru_cache(maxsize=32)
def positions_of(framework: Framework) -> tuple[Position, ...]:
    """Every position of a framework: by element, practice number, stage."""
    return tuple(
        Position(practice.id, stage)
        for practice in framework.practices
        for stage in (_stage_ids(framework) if practice.staged else (None,))
    )


def _stage_ids(framework: Framework) -> tuple[str, ...]:
    return tuple(stage.id for stage in framework.stages)


@functools.lru_cache(maxsize=32)
def content_hash(framework: Framework) -> str:
    """The SHA-256 of the canonical form of the whole framework document."""
    return digest(unstructure(framework))


@functools.lru_cache(maxsize=32)
def scoring_hash(framework: Framework) -> str:
    """The SHA-256 of the canonical form of exactly what changes a score, and no wording.

    Source:
        scoring.md, section 7.
    """
    elements: list[Json] = [
        {
            "id": element.id,
            "kind": element.kind,
            "practices": [
                {
                    "id": practice.id,
                    "staged": practice.staged,
                    "may_not_apply": practice.may_not_apply is not None,
                    "weight": format_fraction(practice.weight),
                }
                for practice in element.practices
            ],
        }
        for element in framework.elements
    ]
    stages: list[Json] = [stage.id for stage in framework.stages]
    return digest({"rules": 1, "levels": 4, "stages": stages, "elements": elements})
