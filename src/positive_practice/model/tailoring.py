"""Tailoring: what a local body selects, weights and adds, apart from the framework itself."""

from typing import Annotated

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.codes import Stage
from positive_practice.model.constraints import (
    DateText,
    Items,
    PracticeId,
    SchemaVersion,
    Text,
    Token,
    Weight,
)

__all__ = [
    "DisplayLabel",
    "Edition",
    "PracticeWeight",
    "Removal",
    "Standard",
    "Tailoring",
]


@frozen(kw_only=True, field_transformer=checked)
class Edition:
    """A framework or tailoring by its id and version.

    Args:
        id: The id of the framework or tailoring.
        version: The version of that framework or tailoring.
    """

    id: Token
    version: Token


@frozen(kw_only=True, field_transformer=checked)
class Removal:
    """The practices and stages that are left out locally.

    Args:
        practices: The practices left out; empty if none.
        stages: The stages left out; empty if none.
    """

    practices: Annotated[tuple[PracticeId, ...], Items(0, 200, unique=True)]
    stages: Annotated[tuple[Stage, ...], Items(0, 4, unique=True)]


@frozen(kw_only=True, field_transformer=checked)
class PracticeWeight:
    """The weight of a practice; 0 shows it without counting it.

    Args:
        practice: The practice that is weighted.
        weight: How much each of its positions counts, where 1 is as much as an untailored practice.
    """

    practice: PracticeId
    weight: Weight


@frozen(kw_only=True, field_transformer=checked)
class Standard:
    """A local standard for a practice, with who set it and when.

    Args:
        practice: The practice that the standard is for.
        text: What the standard asks for.
        set_by: The body that set the standard; never a person's name.
        set_on: The day on which it was set, as YYYY-MM-DD.
    """

    practice: PracticeId
    text: Annotated[str, Text(500)]
    set_by: Annotated[str, Text(200)]
    set_on: DateText


@frozen(kw_only=True, field_transformer=checked)
class DisplayLabel:
    """Local display words for a practice, element or stage; the meaning stays.

    Args:
        id: The id of the practice, element or stage.
        text: The words to show in place of its own label.
    """

    id: Annotated[str, Text(64)]
    text: Annotated[str, Text(200)]


@frozen(kw_only=True, field_transformer=checked)
class Tailoring:
    """A local tailoring of a framework: what a local body leaves out, weights, adds and renames.

    Args:
        id: The tailoring's own id.
        version: The tailoring's own version.
        framework: The framework that it tailors.
        remove: The practices and stages that it leaves out.
        weights: The weights that it sets; a practice that is not listed keeps its own.
        standards: The local standards that it adds; empty if none.
        labels: The display words that it changes; empty if none.
        schema_version: The version of this document's schema.

    Source:
        record.md, "The other documents".
    """

    id: Token
    version: Token
    framework: Edition
    remove: Removal
    weights: Annotated[tuple[PracticeWeight, ...], Items(0, 200)]
    standards: Annotated[tuple[Standard, ...], Items(0, 200)]
    labels: Annotated[tuple[DisplayLabel, ...], Items(0, 200)]
    schema_version: SchemaVersion = "1.0"
