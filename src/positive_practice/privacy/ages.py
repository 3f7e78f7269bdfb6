"""Exact ages: plain text -> "aged 17", "17-year-old", "she is 17"; no age bands, no durations."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import entries, one_of

__all__ = ["find_ages"]

FLAGS = re.IGNORECASE | re.VERBOSE

UNDER_TEN = r"(?:one|two|three|four|five|six|seven|eight|nine)"
SPELT_FROM_TEN = (
    r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:[- ]{UNDER_TEN})?)"
)
NUMBER = rf"(?:(?:1[01]\d|[1-9]\d?)(?!\d)|\b(?:{SPELT_FROM_TEN}|{UNDER_TEN})\b)"
FROM_TEN = rf"(?:(?:1[01]\d|[1-9]\d)(?!\d)|\b{SPELT_FROM_TEN}\b)"
# What makes a number one end of a band, part of a longer number, or a count of something else.
NO_BAND = r"""(?!\+|[.:]\d|,\d{3}|%|\ ?-\ ?\d
    |\ ?(?:to|or|and)\ (?:over|under|above|below|older|younger|more|\d)
    |\ ?to\ \w{1,12}(?:teen|ty)|\ (?:plus|bands?|upwards|onwards)\b)"""
NO_BAND_BEFORE = "".join(
    rf"(?<!{re.escape(words)}\ )" for words in sorted(entries("before an age band"))
)
ENDS = rf"""(?=[.,;:!?)\]"'\n]|$|\ -|\ {one_of("after an age")}\b)"""
IS = r"""(?:'s|'re|'m|'ll\ be|\ is|\ was|\ are|\ were|\ am|\ be|\ will\ be|\ turned|\ turns
    |\ ha[sd]\ turned)"""
ADVERB = rf"(?:\ {one_of('adverbs of age')}){{0,2}}"

AGED = re.compile(
    rf"""(?<!\w){NO_BAND_BEFORE}(?:aged?|ages)(?:\ of)?(?:\ is|\ was)?:?
    (?:\ only|\ just|\ nearly|\ about)?\ {NUMBER}(?:\.\d\b|{NO_BAND})""",
    FLAGS,
)
YEARS_OLD = re.compile(
    rf"""(?<![\w.,-])(?<!to\ )(?<!or\ )(?<!under\ )(?<!over\ ){NUMBER}
    (?:[- ]?(?:years?|yrs?|y)[- /]?(?:old|o)\b(?!s)|[- ]?y\.?o\.?\b|\ years?\ of\ age\b)
    (?!\ {one_of("things of an age")}\b|\ (?:and|or)\ (?:over|under|above|below|older|younger))""",
    FLAGS,
)
MONTHS_OLD = re.compile(
    rf"""(?<![\w.,-]){NUMBER}[- ](?:month|week|day)s?[- ]old\ {one_of("somebody of an age")}\b""",
    FLAGS,
)
SOMEBODY_IS = re.compile(
    rf"""(?<!\w){one_of("people")}{IS}{ADVERB}\ (?P<age>{FROM_TEN}){NO_BAND}{ENDS}
    |(?<!\w){one_of("people of any age")}(?:'s|\ is|\ was){ADVERB}\ (?P<any>{NUMBER}){NO_BAND}{ENDS}
    |(?<!\w){one_of("people")},\ (?P<beside>{NUMBER}),
    |(?<!\w){one_of("somebody of an age")}\ of\ (?P<of>{NUMBER}){NO_BAND}{ENDS}""",
    FLAGS,
)
TURNED = re.compile(
    rf"""(?<!\w)(?:turn(?:s|ed|ing)|nearly|almost|barely)\ (?P<age>{FROM_TEN}){NO_BAND}{ENDS}
    |(?<!\w)(?:s?he|they|who|i|yp)\ turned\ (?P<who>{FROM_TEN}){NO_BAND}
    |(?<!\w)(?:just|only|still|nearly)\ (?P<then>{FROM_TEN})\ at\ the\ time\b
    |(?<!\w)(?:her|his|my)\ (?P<year>\d\d(?:st|nd|rd|th)\ year)\b""",
    FLAGS,
)
AT_AN_AGE = re.compile(
    rf"""(?<!\w)(?:left\ (?:home|care|school|college)|moved(?:\ (?:in|out|there|away))?|arrived
    |(?:came\ into|entered|in)\ care|first\ seen|adopted|placed)
    \ (?:at|when|from)\ (?P<age>{FROM_TEN}){NO_BAND}{ENDS}""",
    FLAGS,
)
SHORT = re.compile(
    r"(?<![\w.,-])(?P<age>[1-9]\d ?/? ?[FM])(?![\w/-]|\.\w| [A-Z])"
    r"|(?<![\w.,-])(?P<after>[FM],? [1-9]\d)(?=[,;.) ])"
    r"|\((?P<years>[1-9]\d ?(?:yrs?|years?|yo))\)"
)
AFTER_A_NAME = re.compile(
    r"(?<!\w)(?P<name>[A-Z][a-z]{1,20}+)(?: \((?P<age>\d\d)\)|, (?P<other>\d\d),)"
)


def find_ages(text: str) -> Iterator[Span]:
    """Find exact ages in a normalised text.

    >>> [text[span.start : span.end] for text in ["A 17-year-old, one of many aged 18-20."]
    ...  for span in find_ages(text)]
    ['17-year-old']
    """
    for pattern in (AGED, YEARS_OLD, MONTHS_OLD):
        yield from spans("age", pattern, text)
    for pattern in (SOMEBODY_IS, TURNED, AT_AN_AGE, SHORT):
        yield from spans("age", pattern, text, None)
    yield from spans("age", AFTER_A_NAME, text, None, only=_is_no_numbered_thing)


def _is_no_numbered_thing(match: re.Match[str]) -> bool:
    """Whether the word before a number is a name and not a thing that numbers tell apart."""
    return match["name"] not in entries("numbered things")
