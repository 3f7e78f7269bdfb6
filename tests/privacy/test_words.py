"""The word lists: whole, in order, and without what they must not hold."""

import importlib.resources
import itertools

import pytest

from positive_practice.privacy.words import entries, is_known, phrases

WORDS = importlib.resources.files("positive_practice.privacy") / "words"


def test_there_are_124_postcode_areas():
    """The areas of the United Kingdom and of the Crown dependencies."""
    assert len(entries("postcode areas")) == 124


@pytest.mark.parametrize("name", ["hope", "will", "mark", "grace", "rose", "faith"])
def test_words_that_are_names_too_are_not_known(name):
    """A name that is also a word can still be found."""
    assert not is_known(name)


@pytest.mark.parametrize("name", ["rare_events", "methods"])
def test_no_phrase_stands_twice(name):
    """A list is read by people, who change one line of it."""
    lines = (WORDS / f"{name}.txt").read_text("utf-8").splitlines()

    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", ["rare_events", "methods"])
def test_every_phrase_of_a_list_finds_itself(name):
    """Each line without a placeholder is found as it is written."""
    lines = (WORDS / f"{name}.txt").read_text("utf-8").splitlines()
    plain = [line.rstrip("*") for line in lines if line == line.casefold() and "#" not in line]

    missed = [line for line in plain if not phrases(name).search(line.replace("*", ""))]

    assert plain
    assert not missed


def test_a_table_has_no_empty_entry():
    """A stray comma would let an expression match nothing at all."""
    text = (WORDS / "tables.txt").read_text("utf-8")
    heads = [line.strip("[]") for line in text.splitlines() if line.startswith("[")]

    assert all(entry for entry in itertools.chain.from_iterable(map(entries, heads)))
