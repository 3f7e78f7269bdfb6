"""Names: plain text -> names with a title or cue, other words with a capital.

A name without a title or a cue is found, if at all, by its capital letter alone, and only as a
warning: a list of names would miss those of minorities most.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from positive_practice.privacy.finding import Span
from positive_practice.privacy.words import entries, is_known, is_title_case

__all__ = ["find_names"]

WORD = re.compile(r"(?<![\w@])[^\W\d_]++(?:['-][^\W\d_]++)*+")
SENTENCE_END = frozenset(".!?\n•*")
MOST_NAMES = 4

TITLE_GAP = re.compile(r"[ \n]|\.[ \n]?| \d{2,6} ")  # an officer may have a number
CUE_GAPS = frozenset({" ", ": ", ":", " - ", ' "', " '", ': "', " (", "\n"})
RELATION_GAPS = CUE_GAPS | {", "}


@frozen
class _Word:
    """A word: its letters, its place, what stands before it, whether it begins a sentence."""

    text: str = field(repr=False)
    start: int
    end: int
    gap: str = field(repr=False)
    begins: bool


def find_names(text: str) -> Iterator[Span]:
    """Find names with a title or a cue, and other words with a capital.

    >>> [span.kind for span in find_names("Her mum Tamsin came.")]
    ['titled_name', 'capitalised_name']
    """
    words = _words(text)
    yield from _titled(words)
    yield from _capitalised(words)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    for match in WORD.finditer(text):
        before = words[-1] if words else None
        gap = text[before.end : match.start()] if before else ""
        begins = before is None or gap == " - " or _ends_sentence(before.text, gap)
        words.append(_Word(match.group(), match.start(), match.end(), gap, begins))
    return words


def _ends_sentence(word: str, gap: str) -> bool:
    """Whether a sentence ends between words; a full stop after one letter is an abbreviation's."""
    ends = SENTENCE_END & set(gap)
    return bool(ends) and not (len(word) == 1 and ends == frozenset("."))


def _titled(words: list[_Word]) -> Iterator[Span]:
    for index, word in enumerate(words[1:], start=1):
        after = words[index + 1 : index + 3]  # all that follow would cost the square of the text
        if _has_title(words[index - 1], word, after) or _has_cue(words, index):
            last = words[_last_of_name(words, index)]
            yield Span("titled_name", words[index - 1].start, last.end)
        if _is_owner(words[index - 1], word):
            yield Span("titled_name", words[index - 1].start, words[index - 1].end)


def _has_title(title: _Word, word: _Word, after: Sequence[_Word]) -> bool:
    """Whether a word is a name after a title: "Dr Okoro", "mr okoro", "PC Elm"."""
    if not TITLE_GAP.fullmatch(word.gap) or word.text.casefold() in entries("titles"):
        return False
    if title.text[0].isupper() and title.text.casefold() in entries("titles"):
        particle = word.text in entries("particles") and any(_is_name(one) for one in after)
        return particle or not word.text[0].islower()
    if title.text in entries("titles in small letters"):
        return len(word.text) > len("mr") and not is_known(word.text)
    capital = title.text[0].isupper() and title.text.casefold() in entries("other titles")
    return capital and (_is_name(word) or _is_name_in_capitals(word))


def _has_cue(words: list[_Word], index: int) -> bool:
    """Whether a word is a name after a cue: "known as Jade", "her foster carer, Jade"."""
    word, cue = words[index], words[index - 1].text.casefold()
    if not _is_name(word):
        return False
    if cue in entries("relations") and word.gap in RELATION_GAPS:
        return True
    if cue in entries("fields") and ":" in word.gap and word.gap in CUE_GAPS:
        return True
    pair = f"{words[index - 2].text.casefold()} {cue}" if index > 1 else cue
    return bool({cue, pair} & entries("cues")) and word.gap in CUE_GAPS


def _is_owner(word: _Word, after: _Word) -> bool:
    """Whether a name owns a cue: "Jade's mum", "Jade's foster carer"."""
    if not word.text.endswith("'s") or after.gap != " " or not _is_name(word):
        return False
    return after.text.casefold() in entries("relations") | entries("kinds of relation")


def _is_name(word: _Word) -> bool:
    """Whether a word is written as a name and is no word that may have a capital anyway."""
    return is_title_case(word.text) and not is_known(word.text)


def _is_name_in_capitals(word: _Word) -> bool:
    return word.text.isupper() and len(word.text) > len("ABC") and not is_known(word.text)


def _last_of_name(words: list[_Word], first: int) -> int:
    """The last word of the name that begins at a word."""
    last = first
    for index in range(first + 1, min(first + MOST_NAMES, len(words))):
        word = words[index]
        if word.gap not in {" ", "-"} and not (word.gap == ". " and _is_letter(words[index - 1])):
            break
        if _is_name(word) or _is_name_in_capitals(word):
            last = index
        elif word.text.casefold() not in entries("particles") and not _is_letter(word):
            break
    return last


def _is_letter(word: _Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _capitalised(words: list[_Word]) -> Iterator[Span]:
    runs = _runs(words)
    sure = {words[index].text for run in runs for index in run if not words[index].begins}
    for run in runs:
        first, last = words[run[0]], words[run[-1]]
        if len(run) > 1 or first.text in sure or _is_spoken_of(words, run[0]):
            yield Span("capitalised_name", first.start, last.end)


def _runs(words: list[_Word]) -> list[list[int]]:
    """Words side by side that are written as names, by their places."""
    runs: list[list[int]] = []
    for index, word in enumerate(words):
        if not _is_cased_name(word) or _is_feast(words, index):
            continue
        if runs and runs[-1][-1] == index - 1 and word.gap in {" ", "-"}:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _is_cased_name(word: _Word) -> bool:
    return _is_name(word) and word.text[0].isupper() and len(word.text) > 1


def _is_feast(words: list[_Word], index: int) -> bool:
    """Whether Eve is the day before a feast."""
    return words[index].text == "Eve" and words[index - 1].text in {"Christmas", "Year's"}


def _is_spoken_of(words: list[_Word], index: int) -> bool:
    """Whether what follows the first word of a sentence shows that it is a name."""
    if not words[index].begins or words[index].text.endswith("'s"):
        return True
    return index + 1 < len(words) and words[index + 1].text in entries("speech")
