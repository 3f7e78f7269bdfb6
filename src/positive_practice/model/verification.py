"""Verification: whether a stored profile is what its records give, and where it is not."""

from fractions import Fraction
from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["Difference", "Figure", "PartKind", "Verification"]

Figure: TypeAlias = Fraction | int | str | tuple[str, ...] | None
"""A figure of a profile: exact, with None where it is undefined."""

PartKind: TypeAlias = Literal["profile", "element", "stage", "practice", "position", "overall"]


@frozen(kw_only=True)
class Difference:
    """One figure of a stored profile that its records do not give.

    Args:
        element: The feature or golden thread; None for what concerns the whole profile.
        part: What the figure is of: the ``profile``, an ``element``, a ``stage`` of it, a
            ``practice``, a ``position``, or the ``overall`` number.
        id: The id of that part; None for the profile and the overall number.
        field: The figure, such as ``index``, ``weight``, ``scoring_hash`` or ``counts.rated_3``.
        stored: What the profile says.
        recomputed: What the records give.
    """

    element: str | None
    part: PartKind
    id: str | None
    field: str
    stored: Figure
    recomputed: Figure


@frozen(kw_only=True)
class Verification:
    """What came of recomputing a profile from its records.

    Args:
        ok: Whether the profile is exactly what the records give.
        differs: Every figure that is another, element by element; what concerns the whole profile
            first, the overall number last.
    """

    ok: bool
    differs: tuple[Difference, ...]

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements in which something differs, in order."""
        found = dict.fromkeys(one.element for one in self.differs)
        return tuple(element for element in found if element is not None)
