"""The comparison of two profiles, element by element (scoring.md, section 7)."""

from typing import Annotated

from positive_practice.model.checked import document
from positive_practice.model.constraints import Count, ElementId, Exact, Items, SchemaVersion
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.model.terms import Caution, Direction, Method, SelectionCounts

__all__ = ["Compared", "Comparison", "ElementDifference"]


@document
class Compared:
    """One side of a comparison."""

    framework: FrameworkIdentity
    records: Count
    selections: SelectionCounts


@document
class ElementDifference:
    """How the second index differs from the first, and the interval it must lie in."""

    element: ElementId
    difference: Exact | None
    interval: Annotated[tuple[Exact, ...], Items(2, 2)] | None
    direction: Direction


@document
class Comparison:
    """Two profiles side by side, with what to be careful about."""

    method: Method
    first: Compared
    second: Compared
    elements: Annotated[tuple[ElementDifference, ...], Items(0, 50)]
    cautions: Annotated[tuple[Caution, ...], Items(0, 10, unique=True)]
    schema_version: SchemaVersion = "1.0"
