"""The comparison of two profiles, element by element (scoring.md, section 7)."""

from typing import Annotated

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.constraints import Count, ElementId, Exact, Items, SchemaVersion
from positive_practice.model.lookup import find
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.model.terms import Caution, Direction, Method, SelectionCounts

__all__ = ["Compared", "Comparison", "ElementDifference"]


@frozen(kw_only=True, field_transformer=checked)
class Compared:
    """One side of a comparison.

    Args:
        framework: The framework that this side was scored under, with its scoring hash.
        records: How many records this side covers.
        selections: How many of its records were selected in each way; a way that is absent is there
            0 times.
    """

    framework: FrameworkIdentity
    records: Count
    selections: SelectionCounts


@frozen(kw_only=True, field_transformer=checked)
class ElementDifference:
    """How the second index differs from the first, and the interval it must lie in.

    Args:
        element: The id of the feature or golden thread.
        difference: The second index less the first, from -1 to 1; null if either has no index.
        interval: The lowest and the highest that the difference could become by resolving what is
            open or differs, in that order; null if a bound is undefined.
        direction: Which way the whole interval points; undetermined if it does not point one way or
            is null.
    """

    element: ElementId
    difference: Exact | None
    interval: Annotated[tuple[Exact, ...], Items(2, 2)] | None
    direction: Direction


@frozen(kw_only=True, field_transformer=checked)
class Comparison:
    """Two profiles side by side, with what to be careful about.

    Args:
        method: How differing answers at a position were settled, on both sides.
        first: The profile that the comparison starts from.
        second: The profile that is compared with the first.
        elements: The difference in each feature and golden thread, in framework order.
        cautions: What to be careful about when reading it; empty if nothing.
        schema_version: The version of this document's schema.
    """

    method: Method
    first: Compared
    second: Compared
    elements: Annotated[tuple[ElementDifference, ...], Items(0, 50)]
    cautions: Annotated[tuple[Caution, ...], Items(0, 10, unique=True)]
    schema_version: SchemaVersion = "1.0"

    def element(self, id: str) -> ElementDifference:  # noqa: A002  # the documents' own word
        """The difference in an element; `UnknownName` lists those that exist."""
        return find("element", {one.element: one for one in self.elements}, id)
