"""Tailoring: what a local body selects, weights and adds, apart from the framework itself."""

from typing import Annotated

from positive_practice.model.checked import document, private_document
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


@private_document
class Edition:
    """A framework or tailoring by its id and version."""

    id: Token
    version: Token


@document
class Removal:
    """The practices and stages that are left out locally."""

    practices: Annotated[tuple[PracticeId, ...], Items(0, 200, unique=True)]
    stages: Annotated[tuple[Stage, ...], Items(0, 4, unique=True)]


@document
class PracticeWeight:
    """The weight of a practice; 0 shows it without counting it."""

    practice: PracticeId
    weight: Weight


@document
class Standard:
    """A local standard for a practice, with who set it and when."""

    practice: PracticeId
    text: Annotated[str, Text(500)]
    set_by: Annotated[str, Text(200)]
    set_on: DateText


@document
class DisplayLabel:
    """Local display words for a practice, element or stage; the meaning stays."""

    id: Annotated[str, Text(64)]
    text: Annotated[str, Text(200)]


@document
class Tailoring:
    """A local tailoring of a framework (record.md, "The other documents")."""

    id: Token
    version: Token
    framework: Edition
    remove: Removal
    weights: Annotated[tuple[PracticeWeight, ...], Items(0, 200)]
    standards: Annotated[tuple[Standard, ...], Items(0, 200)]
    labels: Annotated[tuple[DisplayLabel, ...], Items(0, 200)]
    schema_version: SchemaVersion = "1.0"
