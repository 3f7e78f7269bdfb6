"""Days and ages: plain text -> exact dates, months of a year, dates of birth, exact ages."""

import re
from collections.abc import Iterator, Mapping

from positive_practice.privacy.finding import Span, spans

__all__ = ["find_dates", "without_dates"]

# As they are written, and as they are often misspelt.
MONTH = (
    r"(?:jan(?:[a-z]{0,3}ry)?|feb(?:[a-z]{0,3}ry)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:[a-z]{0,2}st)?|sept?(?:[a-z]{0,4}ber)?|oct(?:[a-z]{0,3}er)?|nov(?:[a-z]{0,4}ber)?"
    r"|dec(?:[a-z]{0,4}ber)?)(?![a-z])\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL = r"(?:st|nd|rd|th)\b"
SPELT_DAY = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
YEAR = r"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d))"
FEAST = (
    r"(?:christmas\ (?:day|eve)|boxing\ day|new\ year'?s\ (?:day|eve)|good\ friday"
    r"|easter\ (?:sunday|monday)|(?:st\ )?valentine'?s\ day|bonfire\ night|hallowe'?en)"
)
FLAGS = re.IGNORECASE | re.VERBOSE

NUMERIC = re.compile(
    r"""(?<![\w/.,-])(?:(?P<first>\d{1,2})\ ?(?P<joint>[./-])\ ?(?P<second>\d{1,2})\ ?(?P=joint)
        \ ?(?P<year>(?:19|20)?\d\d)
    |(?P<one>\d\d)\ (?P<two>\d\d)\ (?:19|20)\d\d)(?![\w/-]|\.\d)""",
    re.VERBOSE,
)
ISO = re.compile(
    rf"""(?<![\d/.-])(?:19|20)\d\d(?P<joint>[\ ./-])(?:0?[1-9]|1[0-2])(?P=joint){DAY}(?![\d/-])
    |(?<![\w.,/-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)
    |(?<![\w.,/-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d(?!\d)""",
    FLAGS,
)
DAY_FIRST = re.compile(
    rf"""(?<![\w/.,'])(?:(?P<spelt>(?:{SPELT_DAY})\ (?:day\ )?of\ )
        |{DAY}(?P<ordinal>{ORDINAL})?(?P<of>\ ?,?\ ?(?:of\ |-|/|\ )?))
    (?P<month>{MONTH})(?P<year>,?[\ /-]?{YEAR})?""",
    FLAGS,
)
MONTH_FIRST = re.compile(
    rf"""(?<!\w)(?P<cue>(?:of|on|by|from|since|until|before|after|dated)\ )?
    (?P<month>{MONTH})[\ -](?:the\ )?{DAY}(?:(?P<ordinal>{ORDINAL})
        |(?P<year>(?:,\ ?|\ |-){YEAR})|(?P<end>(?=[.,;:)!?\n]|\ (?:and|to|when|until)\ |$))
        |(?(cue)|(?!)))
        (?!\d)(?:,?\ {YEAR})?""",
    FLAGS,
)
YEAR_FIRST = re.compile(rf"(?<![\w/.-])(?:19|20)\d\d[ /-]{MONTH}[ /-]{DAY}(?!\d)", FLAGS)
WITH_WEEKDAY = re.compile(
    rf"(?<!\w){WEEKDAY},?[ ](?:the[ ])?(?:{DAY}{ORDINAL}|{DAY}/(?:0?[1-9]|1[0-2])(?![\d/]))", FLAGS
)
WITH_CUE = re.compile(
    r"""(?<!\w)(?:on|dated?:?|since|until|by|due|seen|w/c|w/e)\ (?:the\ )?
    (?P<day>\d\d?/(?:0[1-9]|1[0-2]))(?![\w/]|\ (?:of|days|points|visits|times|people|workers)\b)""",
    FLAGS,
)
FEAST_OF_A_YEAR = re.compile(rf"(?<!\w){FEAST}(?:,|\ in|\ of)?\ {YEAR}", FLAGS)

MONTH_OF_A_YEAR = re.compile(
    rf"""(?<!\w)(?P<month>{MONTH})(?:,?\ (?:of\ )?|-|/)?{YEAR}
    |(?<!\w){MONTH}[\ -](?:1[5-9]|2\d|3\d)(?![\w:]|\ (?:people|days|visits|workers|times)\b)
    |(?<![\w/.-])(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d(?![\d/-])
    |(?<![\w/.-])(?P<year>(?:19|20)\d\d)[/-](?P<number>0[1-9]|1[0-2])(?![\d/-])""",
    FLAGS,
)
BIRTH = re.compile(
    rf"""(?<!\w)(?:d\.?o\.?b\b\.?|d[/\ ]o[/\ ]b\b|date[- ]of[- ]birth|birth[- ]?date|year\ of\ birth
    |born\b(?=:?\ (?:(?:on|in|at|around|about|the|abroad|here|there)\ ){{0,3}}
        (?:\d|'\d|{MONTH}|{WEEKDAY}|{FEAST}))
    |b\.(?=\ ?(?:\d\d?[./-]\d|(?:19|20)\d\d))
    |(?:(?<=her\ )|(?<=his\ )|(?<=my\ )|(?<=their\ ))\d\d?{ORDINAL}\ (?:birthday|b['-]?day)\b
    |(?:birthday|b['-]?day)(?=:?\ \(?(?:(?:is|was|falls|fell|comes|being|on|in|at|the|-)\ ){{0,3}}
        (?:\d|{MONTH}|{WEEKDAY}|{FEAST})))""",
    FLAGS,
)
# What may stand between a cue and its date.
BETWEEN = re.compile(
    r"""[ \n]?[:=,(-]?[ \n]?
    (?:(?:is|was|falls|on|in|at|the|of|abroad|here|there|around|about)[ \n]){0,4}""",
    re.VERBOSE,
)
BIRTH_YEAR = re.compile(r"[ :(]{0,3}(?:(?:in|abroad|here|there|is|was) ){0,3}(?:19|20)\d\d(?!\d)")


DATE_CUE = re.compile(r"\b(?:on|since|until|till|from|dated|by) \Z", re.IGNORECASE)
CUE_LENGTH = 8


def find_dates(text: str) -> Iterator[Span]:
    """Find exact dates, months of a year and cues of a date of birth in a normalised text.

    >>> [span.kind for span in find_dates("DOB 3.4.2005, moved in June 2021, met on 2 May")]
    ['date', 'date', 'month_year', 'birth_cue']
    """
    months = spans("month_year", MONTH_OF_A_YEAR, text, only=_is_one_year)
    dates = [*_exact_dates(text), *months]
    yield from dates
    ends = {date.start: date.end for date in sorted(dates, key=lambda date: date.end)}
    for match in BIRTH.finditer(text):
        yield Span("birth_cue", match.start(), _end_of_birth(text, match.end(), ends))


def _exact_dates(text: str) -> Iterator[Span]:
    yield from spans("date", NUMERIC, text, only=_is_day_and_month)
    yield from spans("date", DAY_FIRST, text, only=_is_day_of_month)
    for match in MONTH_FIRST.finditer(text):
        if match["year"] or match["month"][0].isupper():
            yield Span("date", match.start("month"), match.end())
    for pattern in (ISO, YEAR_FIRST, WITH_WEEKDAY, FEAST_OF_A_YEAR):
        yield from spans("date", pattern, text)
    yield from spans("date", WITH_CUE, text, "day")


def _end_of_birth(text: str, cue_end: int, ends: Mapping[int, int]) -> int:
    """Where a date of birth ends: with its date, if one follows the cue."""
    between = BETWEEN.match(text, cue_end)
    starts = range(cue_end, between.end() + 1) if between else ()
    date_ends = [ends[start] for start in starts if start in ends]
    year = BIRTH_YEAR.match(text, cue_end)
    return max([cue_end, *date_ends, year.end() if year else cue_end])


def without_dates(text: str) -> str:
    """The text with its dates in figures blotted out, so that they look like no other number.

    >>> without_dates("04/03/2021 0930, 01632 960123")
    '########## 0930, 01632 960123'
    """
    text = NUMERIC.sub(lambda match: _blot(match, hide=_is_day_and_month(match)), text)
    text = ISO.sub(lambda match: _blot(match, hide=True), text)
    return MONTH_OF_A_YEAR.sub(lambda match: _blot(match, hide=match.group()[0].isdigit()), text)


def _blot(match: re.Match[str], *, hide: bool) -> str:
    return "#" * len(match.group()) if hide else match.group()


def _is_day_and_month(match: re.Match[str]) -> bool:
    """Whether two numbers can be a day and a month, in either order."""
    first, second = match["first"] or match["one"], match["second"] or match["two"]
    is_led = DATE_CUE.search(match.string, max(0, match.start() - CUE_LENGTH), match.start())
    if (
        not is_led
        and match["joint"] == "."
        and len(match["year"]) + len(first) + len(second) < len("01121")
    ):
        return False  # a section number, such as 2.1.10
    low, high = sorted((int(first), int(second)))
    return 1 <= low <= 12 and high <= 31  # noqa: PLR2004  # months of a year, days of a month


def _is_day_of_month(match: re.Match[str]) -> bool:
    """Whether a day and a month are meant: "may" and "march" in small letters are also verbs."""
    if match["spelt"] or match["year"] or match["ordinal"]:
        return True
    month = match["month"]
    if month[0].isupper() or month.lower() not in {"may", "mar", "march"}:
        return True
    return match.string[match.end() : match.end() + 1] in set(",.;:)\n")


def _is_one_year(match: re.Match[str]) -> bool:
    """Whether a year and a number are no school or budget year, such as 2010-11."""
    return match["year"] is None or int(match["number"]) != (int(match["year"]) + 1) % 100
