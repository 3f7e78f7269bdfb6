"""The urgent-help notice: the first thing in anything that people read."""

from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.constraints import DateText, Items, SchemaVersion, Text, Token
from positive_practice.model.terms import ChannelKind

__all__ = ["Channel", "UrgentHelpNotice"]

Label: TypeAlias = Annotated[str, Text(200)]


@frozen(kw_only=True, field_transformer=checked)
class Channel:
    """One way to get help: what it is, how to reach it, and for whom it is.

    Args:
        label: What it is called.
        contact: The number to ring, the words to text or the address to open; null for a person.
        kind: Whether help comes by phone, text, web or in person.
        audience: Whom it is for, such as an age or an area.
        note: What else helps to know before getting in touch; null if nothing.
    """

    label: Label
    contact: Annotated[str, Text(200)] | None
    kind: ChannelKind
    audience: Label
    note: Annotated[str, Text(500)] | None


@frozen(kw_only=True, field_transformer=checked)
class UrgentHelpNotice:
    """Where to turn at once; ``checked_on`` says when somebody last made sure that it is right.

    Args:
        id: The notice's own id.
        area: The area in which the notice holds.
        checked_on: The day on which every channel was last checked, as YYYY-MM-DD; null if not yet
            checked.
        valid_until: The day after which the channels must be checked again, as YYYY-MM-DD; null if
            not set.
        channels: The ways to get help, most urgent first.
        for_staff: A kind line for staff, for when what they read here stays with them.
        schema_version: The version of this document's schema.
    """

    id: Token
    area: Label
    checked_on: DateText | None
    valid_until: DateText | None
    channels: Annotated[tuple[Channel, ...], Items(1, 50)]
    for_staff: Annotated[str, Text(1000)]
    schema_version: SchemaVersion = "1.0"
