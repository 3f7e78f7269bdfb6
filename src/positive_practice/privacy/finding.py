"""What the identifier check reports: a kind, how grave it is, and where. Never the text itself."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from attrs import frozen

__all__ = ["KINDS_IN_WORDS", "LIMITS", "SEVERITIES", "Finding", "Kind", "Severity", "Span", "spans"]

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


KINDS_IN_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        "nhs_number": "NHS number",
        "ni_number": "National Insurance number",
        "upn": "unique pupil number",
        "card_or_account": "card or account",
        "email": "e-mail address",
        "url": "web address",
        "ip": "IP address",
        "date": "exact date",
        "postcode": "postcode",
        "phone": "phone number",
        "vehicle": "vehicle",
        "birth_cue": "date of birth",
        "age": "exact age",
        "street_address": "street address",
        "titled_name": "name with a title or cue",
        "initials": "initials",
        "handle": "name in a network",
        "reference": "reference number",
        "named_entity": "name found by a model",
        "method_words": "method or injury",
        "month_year": "month of a year",
        "outward_postcode": "first half of a postcode",
        "rare_event": "rare event or named place",
        "capitalised_name": "word written like a name",
    }
)
"""Every kind in words for people."""

LIMITS = (
    "Detection is never complete. Names without a title or a cue are mostly missed, and lists of "
    "names miss those of minorities most. A finding means: possible personal data, please check. "
    "No finding does not mean that there is nothing to find."
)
"""What has to be said wherever the check is used."""


@frozen
class Span:
    """A kind and where it stands in the normalised text, in code points."""

    kind: Kind
    start: int
    end: int


def spans(
    kind: Kind,
    pattern: re.Pattern[str],
    text: str,
    group: str | int | None = 0,
    *,
    only: Callable[[re.Match[str]], bool] = bool,
) -> Iterator[Span]:
    """Where an expression matches.

    Args:
        kind: What each match is.
        pattern: The expression.
        text: A normalised text.
        group: The part of a match to report; None: the last named one that takes part, or else all.
        only: Whether a match counts; every one does unless told otherwise.

    Returns:
        The spans in the order of the text.

    >>> list(spans("date", re.compile("on day (?P<day>[0-9]+)"), "Seen on day 12.", "day"))
    [Span(kind='date', start=12, end=14)]
    """
    for match in pattern.finditer(text):
        if only(match):
            yield Span(kind, *match.span((match.lastgroup or 0) if group is None else group))


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
