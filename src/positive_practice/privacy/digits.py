"""Long numbers: plain text -> NHS number, phone, card; else a reference. Check digits decide.

A run of digits, however it is cut into groups, is looked at from each group on, and what fits is
taken whole: so a number is found beside another, and the numbers of helplines are stepped over.
"""

import re
from collections.abc import Iterator

import phonenumbers
from attrs import field, frozen
from nhs_number.validate import is_valid as is_nhs_number

from positive_practice.privacy.dates import without_dates
from positive_practice.privacy.finding import Kind, Span
from positive_practice.privacy.words import one_of

__all__ = ["HELPLINES", "find_numbers"]

HELPLINES = frozenset({"999", "111", "112", "101", "116123", "85258", "08001111", "08000684141"})
"""Numbers that everybody may ring: 116 123, 85258, 0800 1111 and so on are no finding."""

RUN = re.compile(
    r"""(?:(?<!\w)\+?|(?<=[a-z])(?=0\d|\d{3}\ ?\d{3}\ ?\d{4}(?!\d)))
    \(?\d(?:(?:\)?+[\ \n]?+\(?+|\ ?[./-]\ ?|\)-)\d)*+""",
    re.IGNORECASE | re.VERBOSE,
)
GROUP = re.compile(r"\d++")
PHONE_CUE = re.compile(
    rf"""(?<![a-z]){one_of("before a phone")}(?:\ {one_of("between cue and phone")}\b){{0,3}}
    [\ :.(]{{0,3}}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
NHS_CUE = re.compile(
    r"(?<![a-z])(?:nhs|chi|h ?& ?c|hsc)(?: (?:number|no|num|id|is|was)\b\.?){0,3}[ :.#]{0,3}\Z",
    re.IGNORECASE,
)
CUE_LENGTH = 40
MOST_GROUPS = 6
MOST_DIGITS_APART = 12  # "0 7 7 0 0 ...": each digit a group
SHORTEST = 5  # of anything that is looked for: a helpline
LONG_ENOUGH, LONGEST = 10, 19  # a number with nothing that leads in to it; a card
SHORTEST_PHONE, LONGEST_PHONE = 6, 15  # a local number after a cue; the longest anywhere (E.164)
SHORTEST_REFERENCE = 7
SHORTEST_CARD = 13
NHS_LENGTH = 10
NATIONAL_LENGTH = 10  # a national number without its 0
SHORTEST_GROUP = 3  # of such a number; counts side by side are shorter
MONEY = frozenset("£$€")


@frozen
class _Number:
    """Some groups of a run: their digits, how they are written, and what led in to them."""

    digits: str = field(repr=False)
    groups: int
    shortest: int
    written: str = field(repr=False)
    plus: bool
    lead: str | None


def find_numbers(text: str) -> Iterator[Span]:
    """Find NHS numbers, phone numbers, cards and other long numbers in a normalised text.

    >>> [span.kind for span in find_numbers("07700 900123, 999 000 0018, not 0800 1111")]
    ['phone', 'nhs_number']
    """
    text = without_dates(text)
    for run in RUN.finditer(text):
        if len(run.group()) < SHORTEST:
            continue
        groups = [match.span() for match in GROUP.finditer(text, *run.span())]
        lead = _lead(text[max(0, run.start() - CUE_LENGTH) : run.start()])
        first = 0
        while first < len(groups):
            if all(text[start:end] in HELPLINES for start, end in groups[first:]):
                break  # such as 999/111
            kind, last = _longest_from(text, groups, first, lead)
            if kind is not None:
                start = groups[first][0] - _has_plus(text, groups[first][0])
                yield Span(kind, start, groups[last][1])
            first, lead = last + 1, None


def _lead(before: str) -> str | None:
    """Which cue stands before a run, or a sign of money."""
    if NHS_CUE.search(before):
        return "nhs"
    if PHONE_CUE.search(before):
        return "phone"
    return "money" if before[-1:] in MONEY else None


def _longest_from(
    text: str, groups: list[tuple[int, int]], first: int, lead: str | None
) -> tuple[Kind | None, int]:
    """What begins at a group, and the last group of it; None for nothing to report."""
    numbers = list(_numbers_from(text, groups, first, lead))
    for last, number in numbers:
        if len(number.digits) >= SHORTEST and _national(number) in HELPLINES:
            return None, last
    for last, number in reversed(numbers):
        kind = _kind_of(number)
        if kind is not None:
            return kind, last
    return None, first


def _numbers_from(
    text: str, groups: list[tuple[int, int]], first: int, lead: str | None
) -> Iterator[tuple[int, _Number]]:
    """The numbers that begin at a group, shortest first, each with its last group."""
    begin = groups[first][0]
    plus = _has_plus(text, begin)
    digits, shortest, longest = "", LONGEST, 0
    for last in range(first, min(first + MOST_DIGITS_APART, len(groups))):
        start, end = groups[last]
        digits += text[start:end]
        shortest, longest = min(shortest, end - start), max(longest, end - start)
        if len(digits) > LONGEST or (last - first >= MOST_GROUPS and longest > 1):
            return
        if len(digits) >= LONG_ENOUGH or last == first or lead or plus or digits in HELPLINES:
            written = text[begin:end]
            yield last, _Number(digits, last - first + 1, shortest, written, plus, lead)


def _has_plus(text: str, start: int) -> bool:
    """Whether a plus stands before a number, within its bracket or outside."""
    return text[max(0, start - 1) : start] == "+" or text[max(0, start - 2) : start] in {"+(", "(+"}


def _kind_of(number: _Number) -> Kind | None:
    """What a number is; the surest kinds come first."""
    if _is_card(number):
        return "card_or_account"
    if _is_nhs_number(number):
        return "nhs_number"
    if _is_phone(number):
        return "phone"
    return "reference" if _is_long(number) else None


def _is_card(number: _Number) -> bool:
    """Whether a number has the length, the first digit and the check digit of a card (Luhn)."""
    if len(number.digits) < SHORTEST_CARD or number.groups > MOST_GROUPS:
        return False
    if not re.match(r"[3-6]|2[2-7]", number.digits):
        return False
    doubled = "".join(str(int(digit) * 2) for digit in number.digits[-2::-2])
    return sum(map(int, doubled + number.digits[::-2])) % 10 == 0


def _is_nhs_number(number: _Number) -> bool:
    """Ten digits with the right check digit, or called one; test ranges count too."""
    if len(number.digits) != NHS_LENGTH or number.plus:
        return False
    return is_nhs_number(number.digits) or number.lead == "nhs"


def _is_phone(number: _Number) -> bool:
    """Whether a number is long enough for a phone, is led in like one, and is possible."""
    digits = number.digits
    if number.lead == "phone" and SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE:
        return True
    if number.plus or digits.startswith("00"):
        return _is_possible("+" + digits.removeprefix("00"))
    if re.match(r"0[1-9]", digits):
        return len(digits) in {10, 11} and _is_possible(digits)
    if re.match(r"44[1-9]", digits):
        return len(digits) in {11, 12} and _is_possible("+" + digits)
    national = len(digits) == NATIONAL_LENGTH and _is_cut_like_a_phone(number)
    return national and _is_possible(digits)


def _is_cut_like_a_phone(number: _Number) -> bool:
    """Whether a number without a leading 0 has groups as phones have, not as counts have."""
    return number.shortest >= SHORTEST_GROUP and "/" not in number.written


def _is_possible(digits: str) -> bool:
    """Whether a number plan has numbers of this length; never whether the number is in use."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(digits, "GB"))
    except phonenumbers.NumberParseException:
        return False


def _national(number: _Number) -> str:
    """The digits as they are dialled inside the country."""
    digits = number.digits
    if number.plus or digits.startswith("00"):
        digits = re.sub(r"\A(?:00)?440?", "0", digits)
    return digits


def _is_long(number: _Number) -> bool:
    """Whether digits stand together in a length that no count of anything has."""
    together = number.groups == 1 and len(number.digits) >= SHORTEST_REFERENCE
    return together and number.lead != "money"
