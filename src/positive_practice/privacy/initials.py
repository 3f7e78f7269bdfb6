"""Initials: plain text -> "J.S.", "client JS", "J. Smith"; not the short words of the field."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import entries, is_known, is_title_case, one_of

__all__ = ["find_initials"]

DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,3}[A-Z]\b\.?(?!\w)")
AFTER_INITIALS = re.compile(
    r"""(?<!\w)(?i:initials?)(?:\ (?:is|are|was|were|of|only|used))?:?\ ?["'(]?
    (?P<initials>[A-Za-z]\.?\ ?[A-Za-z]\.?(?:\ ?[A-Z]\.?)?)(?!\w)""",
    re.VERBOSE,
)
WITH_CUE = re.compile(
    rf"""(?<!\w)(?i:{one_of("before initials")})(?:\ (?:is|are|was|were|only|of)|:|,)?
        \ ["'(]?(?P<after>[A-Z]{{2,3}})(?!\w|-\w)
    |(?<![\w.&/-])(?P<owner>[A-Z]{{2}})'s(?=\ [a-z])
    |(?<![\w.&/-])(?P<speaker>[A-Z]-?[A-Z])\ (?:said|says|told|asked|rang|texted|felt|wanted)\b""",
    re.VERBOSE,
)
ONE_LETTER = re.compile(
    rf"(?<!\w)(?i:{one_of('before one letter')}) (?P<initials>[A-Z]\.)(?= [a-z])"
)
# "A" and "I" are words; "plan B" and "worker C" are none of anybody's letters.
APART = re.compile(
    r"(?<![\w.'-])(?:(?P<before>[A-Za-z]{1,20}+) )?(?P<initials>[B-HJ-Z] [B-HJ-Z])(?![\w.'-])"
)
BEFORE_SURNAME = re.compile(
    r"""(?<![\w.'-])(?:(?P<before>[A-Za-z]{1,20}+)\ )?
    (?P<initials>(?:[A-Z]\.\ ?){1,3}|[B-HJ-Z]\ )(?P<surname>[^\W\d_a-z][\w'-]{1,40}+)""",
    re.VERBOSE,
)


def find_initials(text: str) -> Iterator[Span]:
    """Find initials in a normalised text.

    >>> [span.kind for span in find_initials("J. Smith rang client JS about plan B.")]
    ['initials', 'initials']
    """
    yield from spans("initials", DOTTED, text, only=_is_of_a_name)
    yield from spans("initials", AFTER_INITIALS, text, "initials", only=_is_no_word)
    yield from spans("initials", WITH_CUE, text, None, only=_ends_in_no_word)
    yield from spans("initials", ONE_LETTER, text, "initials")
    yield from _apart(text)


def _is_of_a_name(match: re.Match[str]) -> bool:
    return re.sub(r"\W", "", match.group()) not in entries("no initials")


def _is_no_word(match: re.Match[str]) -> bool:
    return match["initials"].isupper() or not is_known(match["initials"])


def _ends_in_no_word(match: re.Match[str]) -> bool:
    return not is_known(match[match.lastgroup or 0])


def _apart(text: str) -> Iterator[Span]:
    for match in APART.finditer(text):
        if not _is_lettered(match):
            yield Span("initials", *match.span("initials"))
    for match in BEFORE_SURNAME.finditer(text):
        surname = match["surname"]
        if not _is_lettered(match) and is_title_case(surname) and not is_known(surname):
            yield Span("initials", match.start("initials"), match.end())


def _is_lettered(match: re.Match[str]) -> bool:
    """Whether the word before is one that letters tell apart, such as plan or section."""
    return (match["before"] or "").casefold() in entries("lettered things")
