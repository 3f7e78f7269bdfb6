"""The framework as frozen values, with look-ups by id and the positions in their order."""

import functools
from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.model.checked import checked
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
    "MOST_STANDARDS",
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

MOST_STANDARDS = 20
"""How many local standards a practice holds."""


@frozen(kw_only=True, field_transformer=checked)
class Source:
    """Where the framework was published, and what must be known of it.

    Args:
        title: The title of the published report.
        authors: Who wrote the report.
        note: How the report came about, and what this framework takes from it and adds.
    """

    title: Annotated[str, Text(300)]
    authors: Sentence
    note: Annotated[str, Text(2000)]


@frozen(kw_only=True, field_transformer=checked)
class Locator:
    """Where in the source something stands: its part, the item in that part's list, a remark.

    Args:
        element: The part of the source, by its heading.
        item: The number of the item in that part's list, from 1; null for the part as a whole.
        note: What to know when reading it there; null if nothing.
    """

    element: Label
    item: Annotated[int, Whole(1, 100)] | None
    note: Remark | None


@frozen(kw_only=True, field_transformer=checked)
class StageOfSupport:
    """A stage of support; stages recur, and their order is for display.

    Args:
        id: The stage's code.
        label: The stage's name, for display.
        meaning: What happens in the stage, in plain words.
        source: Whether the source names the stage, or it is inferred, and from what.
    """

    id: Stage
    label: Label
    meaning: Sentence
    source: Sentence


@frozen(kw_only=True, field_transformer=checked)
class ScaleCode:
    """A rating of the scale; those without a level say why there is none.

    Args:
        code: The code that answers and decisions use.
        level: How often the practice happened where it applied, from 0 (did not happen) to 3 (at
            every point); null for a rating that is no level.
        label: The words that a form shows.
        meaning: When to choose this rating.
    """

    code: Rating
    level: Annotated[int, Whole(0, 3)] | None
    label: Label
    meaning: Sentence


@frozen(kw_only=True, field_transformer=checked)
class Anchors:
    """What each level looks like for one practice.

    Args:
        not_evident: What level 0 looks like: it applied and did not happen.
        partly: What level 1 looks like: it happened at some of the points where it applied.
        mostly: What level 2 looks like: it happened at most points, with small gaps.
        fully: What level 3 looks like: it happened at every point that could be checked.
    """

    not_evident: Sentence
    partly: Sentence
    mostly: Sentence
    fully: Sentence


@frozen(kw_only=True, field_transformer=checked)
class MayNotApply:
    """The condition without which a practice does not apply.

    Args:
        applies_when: When the practice applies; if this never came up, the practice did not apply.
    """

    applies_when: Sentence


@frozen(kw_only=True, field_transformer=checked)
class PracticeStandard:
    """A local standard for this practice, with who set it and when.

    Args:
        text: What the standard asks for.
        set_by: The body that set the standard; never a person's name.
        set_on: The day on which it was set, as YYYY-MM-DD.
    """

    text: Sentence
    set_by: Label
    set_on: DateText


@frozen(kw_only=True, field_transformer=checked)
class Practice:
    """One practice of a feature or golden thread.

    Args:
        id: The practice's id, such as ``GA1``; stable for ever.
        label: A short name, for display.
        statement: What the practice is, in one sentence.
        looks_like: What an auditor could find where the practice happens.
        anchors: What each level looks like for this practice.
        staged: Whether it is rated once for each stage, rather than once for the case.
        may_not_apply: The condition without which it does not apply; null if it always applies.
        weight: How much each of its positions counts: 1 unless tailored; 0 is shown without being
            counted.
        standards: The local standards for it; empty if there are none.
        source: Where it stands in the source.
    """

    id: PracticeId
    label: Label
    statement: Sentence
    looks_like: Annotated[tuple[Annotated[str, Text(300)], ...], Items(2, 4)]
    anchors: Anchors
    staged: bool
    may_not_apply: MayNotApply | None
    weight: Weight
    standards: Annotated[tuple[PracticeStandard, ...], Items(0, MOST_STANDARDS)]
    source: Locator


@frozen(kw_only=True, field_transformer=checked)
class Element:
    """A feature or golden thread, and its practices.

    Args:
        id: The element's id, such as ``GA``.
        kind: Whether it is a feature or a golden thread.
        label: The element's name, for display.
        statement: What the element is about, in one sentence.
        source: Where it stands in the source.
        practices: The practices that make it up, in order.
    """

    id: ElementId
    kind: ElementKind
    label: Label
    statement: Sentence
    source: Locator
    practices: Annotated[tuple[Practice, ...], Items(1, 50)]


@frozen(cache_hash=True)
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


@frozen(kw_only=True, cache_hash=True, field_transformer=checked)
class Framework:
    """A framework of good practice: features and golden threads, stages and scale.

    Args:
        id: The framework's id.
        version: The framework's version, apart from those of the package and of the schema.
        title: The framework's title, for display.
        source: Where the framework was published.
        tailoring: The local tailoring that the framework went through; null if none.
        stages: The stages of support, in the order of display.
        scale: The seven ratings: four levels, and three that are no level.
        elements: The features and golden threads, in order.
        schema_version: The version of this document's schema.

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
