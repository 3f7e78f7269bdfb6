"""The constraints that annotations carry, as data; every reader of the model derives from them.

``Note = Annotated[str, Text(1000)]`` says all there is to say about a note: the constructors, the
strict structuring and the published JSON Schemas are all read off it.
"""

from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from attrs import frozen

from positive_practice.limits import MAX_INTEGER, MAX_RATIO
from positive_practice.model.extensions import Extensions

__all__ = [
    "ANY_COUNT",
    "BAD_CHARACTERS",
    "Codes",
    "Constraint",
    "Count",
    "Counted",
    "Date",
    "DateText",
    "Day",
    "Digest",
    "ElementId",
    "Exact",
    "Extension",
    "ExtensionObject",
    "Items",
    "Letter",
    "Pattern",
    "PositionId",
    "PracticeId",
    "Ratio",
    "RecordId",
    "SchemaVersion",
    "Share",
    "Text",
    "Token",
    "Version",
    "Weight",
    "Whole",
]

BAD_CHARACTERS = r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]"
"""What no text holds beside surrogates: controls but tab and newline, and direction marks."""


@frozen
class Text:
    """Free text of ``minimum`` to ``maximum`` code points, without `BAD_CHARACTERS`."""

    maximum: int
    minimum: int = 1


@frozen
class Pattern:
    """A short text of a fixed shape, matched whole; ``words`` says the shape to a person.

    ``expression`` is anchored and uses ASCII classes only, as every JSON Schema validator reads
    alike. An ``identifier`` is left out of the repr of a record.
    """

    expression: str
    words: str
    maximum: int
    identifier: bool = False


@frozen
class Date:
    """A day of the calendar as ``YYYY-MM-DD``; its shape is structure, that it exists a rule."""

    expression: str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    maximum: int = 10


@frozen
class Codes:
    """One code of the closed list ``name``; the codes are those of the annotated Literal."""

    name: str


@frozen
class Version:
    """The schema version of a document: the one that this release reads and writes."""


@frozen
class Whole:
    """An integer from ``minimum`` to ``maximum``; a number without a fraction is one."""

    minimum: int
    maximum: int


@frozen
class Items:
    """An array of ``minimum`` to ``maximum`` items; a ``unique`` one holds each item once."""

    minimum: int
    maximum: int
    unique: bool = False


@frozen
class Ratio:
    """An exact fraction, as text ``n/d`` in lowest terms of at most ``maximum`` characters."""

    maximum: int
    signed: bool = False

    @property
    def expression(self) -> str:
        """Its form, anchored; that it is in lowest terms no expression can say."""
        return f"^(0|{'-?' if self.signed else ''}[1-9][0-9]*)/[1-9][0-9]*$"


@frozen
class Counted:
    """An object from codes to counts; ``every`` one has all the codes, zeros too."""

    codes: tuple[str, ...]
    every: bool = False


@frozen
class ExtensionObject:
    """Whatever a case system adds, under reverse-domain names."""

    names: int
    name_expression: str
    name_maximum: int
    canonical_bytes: int


Constraint: TypeAlias = (
    Text | Pattern | Date | Codes | Version | Whole | Items | Ratio | Counted | ExtensionObject
)

ANY_COUNT = Whole(0, MAX_INTEGER)
"""What any count can be, a field's own or one of many by their codes."""

SchemaVersion: TypeAlias = Annotated[Literal["1.0"], Version()]
Token: TypeAlias = Annotated[
    str,
    Pattern(
        "^[a-z0-9][a-z0-9_.-]{0,63}$",
        "1 to 64 of a-z, 0-9, _ . and -, starting with a letter or digit",
        64,
        identifier=True,
    ),
]
RecordId: TypeAlias = Annotated[
    str,
    Pattern(
        "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        "a UUID in lower case",
        36,
        identifier=True,
    ),
]
PracticeId: TypeAlias = Annotated[
    str, Pattern("^[A-Z]{2}[1-9][0-9]?$", "a practice id such as GA1", 4)
]
ElementId: TypeAlias = Annotated[str, Pattern("^[A-Z]{2}$", "an element id such as GA", 2)]
PositionId: TypeAlias = Annotated[
    str,
    Pattern(
        "^[A-Z]{2}[1-9][0-9]?([.][a-z_]{1,64})?$",
        "a position id such as GA1 or MA1.assessment",
        69,
    ),
]
Letter: TypeAlias = Annotated[str, Pattern("^[a-z]$", "one letter from a to z", 1)]
Digest: TypeAlias = Annotated[str, Pattern("^[0-9a-f]{64}$", "64 hexadecimal digits", 64)]
DateText: TypeAlias = Annotated[str, Date()]
Day: TypeAlias = Annotated[int, Whole(-730, 730)]
Count: TypeAlias = Annotated[int, ANY_COUNT]
Share: TypeAlias = Annotated[Fraction, Ratio(MAX_RATIO)]
Exact: TypeAlias = Annotated[Fraction, Ratio(MAX_RATIO, signed=True)]
Weight: TypeAlias = Annotated[Fraction, Ratio(40)]
Extension: TypeAlias = Annotated[
    Extensions, ExtensionObject(20, r"^[a-z0-9-]+([.][a-z0-9-]+)+$", 253, 16 * 1024)
]
