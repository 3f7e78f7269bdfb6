"""What the identifier check reports: a kind, how grave it is, and where. Never the text itself."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from attrs import frozen

__all__ = ["SEVERITIES", "Finding", "Kind", "Severity", "Span"]

Severity: TypeAlias = Literal["block", "warn"]

BlockKind: TypeAlias = Literal[
    "nhs_number",
    "ni_number",
    "upn",
    "card_or_account",
    "email",
    "url",
    "ip",
    "date",
    "postcode",
    "phone",
    "vehicle",
    "birth_cue",
    "age",
    "street_address",
    "titled_name",
    "initials",
    "handle",
    "reference",
]
WarnKind: TypeAlias = Literal[
    "named_entity",
    "method_words",
    "month_year",
    "outward_postcode",
    "rare_event",
    "capitalised_name",
]
Kind: TypeAlias = BlockKind | WarnKind

SEVERITIES: Mapping[Kind, Severity] = MappingProxyType(
    {
        **dict.fromkeys(get_args(BlockKind), "block"),
        **dict.fromkeys(get_args(WarnKind), "warn"),
    }
)
"""Every kind with its severity; of two kinds for the same words, the one that stands first."""


@frozen
class Span:
    """A kind and where it stands in the normalised text, in code points."""

    kind: Kind
    start: int
    end: int


@frozen
class Finding:
    """Words that may identify somebody, or that do not belong in the record: please check.

    Args:
        kind: What it looks like, such as ``phone``.
        severity: ``block``, or ``warn`` where it needs no more than a look.
        start: The first code point of it in the text that was given.
        end: The code point after its last.

    >>> Finding("phone", "block", 8, 20)
    Finding(kind='phone', severity='block', start=8, end=20)
    """

    kind: Kind
    severity: Severity
    start: int
    end: int
