"""Numbers with letters on papers: plain text -> NI number, UPN, vehicle, reference."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import is_known, one_of

__all__ = ["find_papers"]

FLAGS = re.IGNORECASE | re.VERBOSE

# Any two letters: the example of every official page, QQ, is none that is issued.
NI_NUMBER = re.compile(
    r"""(?<!\w)[A-Z]\ ?[A-Z][\ .-]?\d\ ?\d[\ .-]?\d\ ?\d[\ .-]?\d\ ?\d[\ .-]?[A-DFMP](?!\w)
    |(?<!\w)[A-Z]{2}([\ .-])\d\d\1\d\d\1\d\d(?!\w)
    |(?:(?<=ni\ )|(?<=nino\ )|(?<=nino:\ )|(?<=insurance\ number\ )|(?<=insurance\ number:\ )
        |(?<=ni\ number\ )|(?<=ni\ number:\ ))[A-Z]{2}\ ?\d{6}(?!\w)""",
    FLAGS,
)
UPN = re.compile(r"(?<!\w)[A-HJ-NP-RT-Z](?:[ -]?\d){11}[ -]?[\dA-HJ-NP-RT-Z](?!\w)", re.IGNORECASE)
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_WITH_CUE = re.compile(
    r"""(?<!\w)(?:u\.?p\.?n\b\.?|(?:unique\ )?pupil\ (?:number|no\b\.?|ref(?:erence)?))
    (?:\ (?:is|was|number|no\.?)){0,2}[:.]?\ ?\(?
    (?P<number>[A-Z](?:[\ -]?\d){6,12}+[A-Z]?|\d{13})(?!\w)""",
    FLAGS,
)

PLATE = re.compile(
    r"""(?<![\w/-])(?:[A-Za-z]{2}\d\d[\ -]?(?P<current>[A-Za-z]{3})
    |[A-Z]\d{2,3}[\ -]?(?P<prefix>[A-Z]{3})
    |(?P<suffix>[A-Z]{3})[\ -]?\d{1,3}[A-Z])(?![\w/])(?!-\w)""",
    re.VERBOSE,
)
PLATE_WITH_CUE = re.compile(
    r"""(?<!\w)(?:(?:reg(?:istration)?|(?:number|licen[cs]e)\ plate|plate)\.?
        (?:\ (?:number|no\.?|mark))?|vrm|vrn|vin|chassis(?:\ number)?)(?:\ (?:is|was|ending)|:)?
    \ (?P<plate>[A-Z]{2}[\ -]?\d\d[\ -]?[A-Z]{3}|[A-Z]\d{1,3}[\ -]?[A-Z]{3}
        |[A-Z]{3}[\ -]?\d{1,3}[A-Z]|(?-i:[A-Z]{1,3}[\ -]?\d{1,4}|\d{1,4}\ ?[A-Z]{1,3})
        |[A-HJ-NPR-Z0-9]{17})(?!\w)""",
    FLAGS,
)

JOINT = r"(?:\ (?:is|was|of|given)|\ ?[:=\#-]){0,2}\ ?\#?"
MARK = r"(?P<mark>[A-Z0-9](?:[/.-]?[A-Z0-9]){1,24}+(?:\ [A-Z]?\d{2,8}[A-Z]?(?!\w)){0,3})"
WITH_LABEL = re.compile(
    rf"""(?<!\w)(?=[a-z])(?:{one_of("things with a number")}\ {one_of("labels of a number")}
        |{one_of("labels that stand alone")})\b\.?{JOINT}{MARK}""",
    FLAGS,
)
WITH_CUE = re.compile(
    rf"(?<!\w)(?=[a-z]){one_of('references without a label')}\b\.?{JOINT}{MARK}", FLAGS
)
FEWEST_DIGITS = 3
A_YEAR = re.compile(r"(?:19|20)\d\d")

BY_SHAPE = re.compile(
    r"""(?<![\w/.-])(?:[A-Z]{1,6}[/-]?\d{5,14}+[A-Z]{0,3}
    |[A-Z]{2,6}[/-]\d{1,8}[/-]\d{2,8}|[A-Z]{2,6}[/-]\d{4,8}[/-][A-Z]{1,4}
    |\d{1,4}[A-Z]{0,2}/\d{3,8}/\d{2,4}|\d{2,4}/\d{4,8}[A-Z]|[A-Z]{1,4}/\d{3,8}/\d{2,4}
    |[A-Z]{2}\d\d[A-Z]\d{5}|\d{2}[A-Z]{2}\d{7,11}|[A-Z9]{5}\d{6}[A-Z0-9]{2}\d[A-Z]{2}
    |[A-Z]\d{4}[A-Z]{2}
    |[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})(?![\w/]|[.-]\w)
    |\[(?:19|20)\d\d\]\ (?:EWHC|EWCA|EWFC|EWCOP|UKSC|UKUT|CSOH|CSIH|NICA|NIQB)
        \ (?:[A-Za-z]{2,5}\ )?\d{1,4}
    |(?<![\w\#&])\#\d{4,12}(?!\w)|(?<![\w.,/-])\d{20}\d*+""",
    re.VERBOSE,
)


def find_papers(text: str) -> Iterator[Span]:
    """Find numbers with letters as they stand on papers in a normalised text.

    >>> [span.kind for span in find_papers("QQ 12 34 56 C, AB12 CDE, case no. 4711/20")]
    ['ni_number', 'vehicle', 'reference']
    """
    yield from spans("ni_number", NI_NUMBER, text)
    yield from spans("upn", UPN, text, only=_has_upn_letter)
    yield from spans("upn", UPN_WITH_CUE, text, "number")
    yield from _vehicles(text)
    yield from _references(text)


def _has_upn_letter(match: re.Match[str]) -> bool:
    """Whether the first letter is the one that follows from the other twelve places."""
    upn = re.sub(r"[ -]", "", match.group()).upper()
    last = UPN_LETTERS.find(upn[-1]) if upn[-1].isalpha() else int(upn[-1])
    values = [*map(int, upn[1:-1]), last]
    total = sum(weight * value for weight, value in enumerate(values, start=2))
    return UPN_LETTERS[total % len(UPN_LETTERS)] == upn[0]


def _vehicles(text: str) -> Iterator[Span]:
    yield from spans("vehicle", PLATE, text, only=_has_no_word)
    yield from spans("vehicle", PLATE_WITH_CUE, text, "plate")


def _has_no_word(match: re.Match[str]) -> bool:
    """Whether the letters of a plate are no word of the field."""
    return not is_known(match["current"] or match["prefix"] or match["suffix"])


def _references(text: str) -> Iterator[Span]:
    for pattern in (WITH_LABEL, WITH_CUE):
        yield from spans("reference", pattern, text, "mark", only=_is_reference)
    yield from spans("reference", BY_SHAPE, text)


def _is_reference(match: re.Match[str]) -> bool:
    """Whether what follows a cue is a reference: some digits, and not the year alone."""
    mark = match["mark"]
    digits = sum(character.isdigit() for character in mark)
    return digits >= FEWEST_DIGITS and not A_YEAR.fullmatch(mark)
