"""Normalising: a text -> its plainest form, and a map from each character back to the text.

Compatibility forms as in NFKC, character by character, then accents and other marks dropped;
zero-width and bidirectional characters dropped; dashes, digits, quotes and spaces of every kind
folded into one; runs of white space into one space or line break; an underline is a space unless
it stands between two letters.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from attrs import field, frozen

__all__ = ["Normalised", "normalise", "original_span"]

FOLDED = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2212\u2043", "-"),
    **dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u115f\u1160\u3164\uffa0\u00ad", ""),
    "\u2215": "/",
    "\u0131": "i",  # the letters without and with a dot, which patterns take for i
    "\u0130": "I",
}
UNDERLINE = re.compile(r"(?<![^\W\d_])_|_(?![^\W\d_])")
"""An underline that is not between two letters: emphasis, or a join such as ``nhs_999``."""
FRACTION_SLASH = "\u2044"
LONGEST_FORM = 4
MARKS = frozenset({"Mn", "Me"})
WHITE = frozenset(" \n")


@frozen
class Normalised:
    """A plain text, and for each of its characters where it comes from.

    Args:
        text: The plain text.
        starts: For each character, the first code point that it stands for.
        ends: For each character, the code point after the last.
    """

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)


def normalise(text: str) -> Normalised:
    """The plain form of a text.

    Args:
        text: Any text, lone surrogates too.

    Returns:
        The plain form and the way back.

    >>> normalise("0\u2009\u2009\uff17\u200b7").text
    '0 77'
    """
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, part in _parts(text):
        if not part or (part in WHITE and plain and plain[-1] in WHITE):
            plain[-1:] = ["\n"] if part == "\n" else plain[-1:]
            ends[-1:] = [index + 1] if ends else []
        else:
            plain.append(part)
            starts.append(index)
            ends.append(index + 1)
    return Normalised(UNDERLINE.sub(" ", "".join(plain)), tuple(starts), tuple(ends))


def original_span(normalised: Normalised, start: int, end: int) -> tuple[int, int]:
    """Where a part of the plain text stands in the text that was given.

    Args:
        normalised: The plain text.
        start: The first character of the part.
        end: The character after its last; the part is not empty.

    Returns:
        First code point, and the one after the last.

    >>> original_span(normalise("a\u200b\u200bbc"), 1, 2)
    (3, 4)
    """
    return normalised.starts[start], normalised.ends[end - 1]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The plain characters and where each comes from; a dropped mark is empty."""
    for index, character in enumerate(text):
        form = _form(character)
        if form:
            yield from ((index, part) for part in form)
        elif unicodedata.category(character) in MARKS:
            yield index, ""


@functools.lru_cache(maxsize=1024)
def _form(character: str) -> str:
    """The plain form of one character; empty if it is dropped."""
    folded = FOLDED.get(character)
    if folded is not None:
        return folded
    parts = unicodedata.normalize("NFKD", character)
    # "17\u00bd" must not become 171/2, and one sign must not become a whole phrase.
    if FRACTION_SLASH in parts or len(parts) > LONGEST_FORM:
        return character
    return "".join(_plain(part) for part in parts)


def _plain(character: str) -> str:
    """The plain form of a character that cannot be taken apart."""
    category = unicodedata.category(character)
    if category in MARKS or category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Pd":
        return "-"
    return " " if category in {"Zs", "Cc"} else FOLDED.get(character, character)
