"""Word lists: the files of ``words/`` -> sets of words, and expressions that find phrases."""

import functools
import importlib.resources
import itertools
import re
from collections.abc import Mapping

__all__ = ["entries", "is_known", "is_title_case", "named_places", "one_of", "phrases"]

ENDING = r"\w{0,12}+"
SELF = r"(?:(?:her|him|it|my|your)self|(?:them|our|your)(?:selves|self))"
THEIR = r"(?:her|his|their|my)"
NAME = r"(?P<name>[^\W\d_a-z][\w'&-]{0,40}+)"
CAPITAL = r"[A-Z][\w'-]{0,20}+"


def entries(name: str) -> frozenset[str]:
    """The entries of a table of words.

    >>> sorted(entries("titles"))
    ['dr', 'mister', 'mr', 'mrs', 'ms', 'mx', 'prof']
    """
    return _tables()[name]


def one_of(name: str) -> str:
    """An expression, verbose or not, for any entry of a table, the longest first.

    >>> one_of("domains with a path")
    '(?:app|be|co|fm|gg|gl|im|ly|me|to|tv)'
    """
    longest_first = sorted(entries(name), key=lambda entry: (-len(entry), entry))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@functools.cache
def _tables() -> Mapping[str, frozenset[str]]:
    parts = re.split(r"^\[(.+)\]$", _text("tables"), flags=re.MULTILINE)[1:]
    return {
        name: frozenset(entry.strip() for entry in " ".join(text.split()).split(","))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


@functools.cache
def _known_words() -> frozenset[str]:
    return frozenset(
        word.casefold() for name in ("ordinary", "domain") for word in _text(name).split()
    )


def is_known(word: str) -> bool:
    """Whether a word, or what it is the possessive of, may have a capital without being a name.

    >>> is_known("Monday's"), is_known("Childline"), is_known("Jade")
    (True, True, False)
    """
    known = _known_words()
    word = word.casefold()
    if word in known or word.removesuffix("'s").rstrip("'") in known:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(len(part) == 1 or part in known for part in parts)


def is_title_case(word: str) -> bool:
    """Whether a word has a capital and small letters, or letters of a script that has neither.

    >>> is_title_case("Okoro"), is_title_case("NHS"), is_title_case("plan")
    (True, False, False)
    """
    if word.upper() == word.lower():
        return True
    return not word[0].islower() and word != word.upper()


@functools.cache
def phrases(name: str) -> re.Pattern[str]:
    """The expression that finds the phrases of a list which hold no NAME.

    >>> bool(phrases("rare_events").search("There was an inquest."))
    True
    """
    lines = sorted(line for line in _text(name).splitlines() if "NAME" not in line)
    letters = itertools.groupby(lines, key=lambda line: line[0])
    either = "|".join(_begin_alike(letter, list(group)) for letter, group in letters)
    return re.compile(either, re.IGNORECASE)


def _begin_alike(letter: str, lines: list[str]) -> str:
    """Phrases that begin with one letter: one look at it decides whether to go on."""
    letter = "" if letter.isupper() else letter  # THEIR stands for several words
    either = "|".join(_expression(line.removeprefix(letter)) for line in lines)
    return rf"(?<!\w){letter}(?:{either})(?!\w)"


@functools.cache
def named_places() -> tuple[re.Pattern[str], ...]:
    """Expressions with a group ``name``: what follows a name, and what a name follows.

    >>> [place.search("at Elm Academy") is not None for place in named_places()]
    [True, False]
    """
    lines = _text("rare_events").splitlines()
    after = [line.removeprefix("NAME ") for line in lines if line.startswith("NAME ")]
    before = [line.removesuffix(" NAME") for line in lines if line.endswith(" NAME")]
    kinds = "|".join(_expression(_capitalised(line)) for line in after)
    words = "|".join(rf"(?i:{_expression(line)})" for line in before)
    return (
        re.compile(rf"(?<![\w'-]){NAME}(?:[ -]{CAPITAL}){{0,2}}?[ -](?:{kinds})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{words}) {NAME}"),
    )


def _capitalised(phrase: str) -> str:
    """A phrase as part of a name: "school for girls" is "School for Girls"."""
    small = {"of", "for"}
    words = phrase.split()
    return " ".join(word if word in small else word[0].upper() + word[1:] for word in words)


def _expression(phrase: str) -> str:
    """A phrase of a list as an expression."""
    plain = re.escape(phrase).replace(r"\ ", r"[ \n-]").replace(r"\*", ENDING)
    return plain.replace("SELF", SELF).replace("THEIR", THEIR)


def _text(name: str) -> str:
    """A file of words without its comments."""
    file = importlib.resources.files("positive_practice.privacy") / "words" / f"{name}.txt"
    lines = file.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))
