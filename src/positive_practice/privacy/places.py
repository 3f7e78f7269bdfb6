"""Where somebody lives: plain text -> postcodes, their first halves, street addresses."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import entries, one_of

__all__ = ["find_places"]

FLAGS = re.IGNORECASE | re.VERBOSE

AREA = one_of("postcode areas")
PAIRS = "|".join(sorted(area for area in entries("postcode areas") if len(area) == len("AB")))
# Practices of the framework that look like the first half of a postcode.
NO_PRACTICE = r"(?!PE[1-4]\b|CF[12]\b)"

POSTCODE = re.compile(
    rf"""(?<!\w)(?=[A-Z]{{1,2}}\d)(?:{AREA}\d[\dA-Z]?|ZZ99|BF1)[\ .\n-]?
        (?P<inward>\d[A-Z]{{2}})(?!\w)
    |(?<!\w)BFPO\ ?\d{{1,4}}(?!\w)|(?<!\w)GIR\ ?0AA(?!\w)""",
    FLAGS,
)
OUTWARD = re.compile(
    rf"""(?<![\w./-]){NO_PRACTICE}(?:(?:{PAIRS})\d[\dA-Z]?(?:[/-](?:{PAIRS})\d[\dA-Z]?)?
    |(?i:{PAIRS})\d\d|E1W|N1[CP]|W1[A-Z])(?![\w/]|[.-]\w)""",
    re.VERBOSE,
)
OUTWARD_WITH_CUE = re.compile(
    rf"""(?<!\w)(?=[a-z]){one_of("before an outward postcode")}
        (?:\ {one_of("words of an area")}){{0,3}}:?\ (?P<code>{AREA}\d[\dA-Z]?)(?![\w/]|[.-]\w)
    |(?<!\w)(?=[A-Z]{{1,2}}\d)(?P<area>{AREA}\d[\dA-Z]?)\ (?:area|postcode|district)\b""",
    FLAGS,
)

NUMBER = r"\d{1,4}+[A-Za-z]?(?:\ ?[-/]\ ?\d{1,4}[A-Za-z]?)?"
WORD = r"[A-Z][\w'.-]{1,20}+"
WORDS = rf"(?:(?:{WORD}|of|the|on)\ ){{1,4}}"
UNIT = rf"(?i:{one_of('units')})\.?\ (?:\d{{1,4}}[A-Za-z]?|[A-Z])"
HOUSE = rf"(?:The|{WORD})\ {one_of('houses')}"
STREET = one_of("streets")

NUMBERED_STREET = re.compile(
    rf"""(?<![\w/.:-])(?:(?:{UNIT}|(?:[A-Z][a-z]{{1,20}}+\ ){{0,2}}Flat|{HOUSE})(?:,\ ?|\ )){{0,2}}
        (?:[Nn]o\.?\ )?{NUMBER},?[\ \n](?:{WORDS}{STREET}|(?:The|High)\ {STREET})\b
    |(?<![\w/.:-]){UNIT},?\ (?:{WORD}\ ){{1,3}}(?:{STREET}|{one_of("houses")})\b""",
    re.VERBOSE,
)
NAMED_STREET = re.compile(
    rf"(?<!\w)(?P<first>{WORD}) (?:{WORD} ){{0,2}}?{one_of('streets without a number')}(?!\w)"
)
SMALL_STREET = re.compile(
    rf"""(?<![\w/.:-])\d{{1,4}}+[a-z]?\ (?P<first>[a-z'-]{{3,20}}+)
    (?:\ (?P<second>[a-z'-]{{3,20}}+))?\ {one_of("streets in small letters")}\b""",
    FLAGS,
)
UNIT_ALONE = re.compile(
    rf"""(?<!\w){one_of("units alone")}\.?\ (?:no\.?\ |number\ )?
        (?:\d{{1,4}}+[a-z]?|(?-i:[B-HJ-Z]\d?))(?![\w:%]|\ (?:of|share|mate)\b)
    |(?<!\w)(?:p\.?\ ?o\.?\ )box\ \d{{1,6}}+(?!\w)""",
    FLAGS,
)


def find_places(text: str) -> Iterator[Span]:
    """Find postcodes, first halves of postcodes and street addresses in a normalised text.

    >>> sorted({span.kind for span in find_places("12 Elm Road, ZZ99 3VZ; near ME14")})
    ['outward_postcode', 'postcode', 'street_address']
    """
    yield from spans("postcode", POSTCODE, text, only=_is_no_number_with_unit)
    yield from spans("outward_postcode", OUTWARD, text)
    yield from spans("outward_postcode", OUTWARD_WITH_CUE, text, None)
    yield from _streets(text)


def _is_no_number_with_unit(match: re.Match[str]) -> bool:
    """Whether what looks like the second half of a postcode is not "3rd" or "9am"."""
    return (match["inward"] or "")[1:] not in entries("after a number")


def _streets(text: str) -> Iterator[Span]:
    for pattern in (NUMBERED_STREET, UNIT_ALONE):
        yield from spans("street_address", pattern, text)
    for pattern in (NAMED_STREET, SMALL_STREET):
        yield from spans("street_address", pattern, text, only=_is_street)


def _is_street(match: re.Match[str]) -> bool:
    words = {(word or "").lower() for word in match.groups()}
    return not words & entries("no streets")
