"""A comparison in words: counts first, the interval as a line, and what to be careful about."""

from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from positive_practice.report.comparison import (
    ASCII,
    comparison_text,
    interval_line,
    points_in_words,
)
from support.records import as_record, plain_record, said_at, submission


def profile_of(*ratings, selection="all_cases"):
    """The profile of records that each give one rating at GA1 and at GA2 to GA4."""
    records = [
        as_record(
            plain_record(
                [submission([said_at((f"GA{n}", None), rating) for n in range(1, 5)])],
                selection=selection,
            )
        )
        for rating in ratings
    ]
    return pp.score(pp.tally(records))


def text_of(first, second, *, framework=None, unicode=True):
    """The text of the comparison of two profiles."""
    text = comparison_text(
        pp.compare(first, second), first, second, framework or pp.framework(), unicode=unicode
    )
    assert all(len(line) <= 80 for line in text.splitlines())
    return text


def flat(text):
    """A text whose lines are joined by spaces."""
    return " ".join(text.split())


def test_counts_come_before_the_difference():
    """How the records were chosen, the counts of both sides, the line, then words."""
    text = flat(text_of(profile_of("mostly", "mostly"), profile_of("fully")))

    parts = [
        "First: 2 records: all who met the criteria.",
        "Second: 1 record: all who met the criteria.",
        "the whole range is kept",
        "GA Good assessment",
        "first: 8 most; index 67 % (67 to 67)",
        "second: 4 every; index 100 % (100 to 100)",
        "●",
        "The index is 33 points higher (33 points higher).",
        "Higher in the second",
        "small differences mean little",
        "leaves out chance",
    ]
    at = 0
    for part in parts:
        at = text.index(part, at)
    assert "Be careful" not in text


def test_a_caution_is_said_in_words():
    """Records that were chosen as good examples are a reason to be careful."""
    text = flat(text_of(profile_of("mostly", selection="positive_examples"), profile_of("fully")))

    assert "Be careful: not all of these records are everyone in the group" in text


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (("fully",), ("mostly",), "33 points lower (33 points lower). Lower in the second"),
        (("fully",), ("fully",), "The index is the same (the same). The same in both"),
        (("fully",), ("not_known",), "No difference yet: in one of the two nobody could rate it"),
        (("fully",), ("not_known",), "(between 100 points lower and the same). Which is higher"),
        (("fully",), ("not_applicable",), "No difference can be given"),
        (("fully",), (), "second: no results; index not counted"),
    ],
)
def test_what_is_said_of_an_element(first, second, said):
    """A difference has its bounds and its direction; what cannot be said is said so."""
    assert said in flat(text_of(profile_of(*first), profile_of(*second)))


def test_an_element_of_another_framework_has_its_id():
    """Where the framework at hand has no words for an element, its id stands alone."""
    framework = attrs.evolve(pp.framework(), elements=pp.framework().elements[1:])

    text = text_of(profile_of("fully"), profile_of("fully"), framework=framework)

    assert "GA (not part of this framework)" in text


def test_ascii_alone():
    """Where a terminal has no other characters, the lines do without them."""
    assert text_of(profile_of("fully"), profile_of("not_known"), unicode=False).isascii()
    assert not text_of(profile_of("fully"), profile_of("not_known")).isascii()


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (Fraction(0), "the same"),
        (Fraction(1), "100 points higher"),
        (Fraction(-1, 100), "1 point lower"),
        (Fraction(1, 200), "1 point higher"),
        (Fraction(1, 201), "less than 1 point higher"),
        (Fraction(-1, 1000), "less than 1 point lower"),
    ],
)
def test_points(difference, words):
    """A difference is said in whole points, and never as none where there is one."""
    assert points_in_words(difference) == words


def line(least, most, difference=None):
    """The line of an interval in ASCII characters."""
    return interval_line((Fraction(least), Fraction(most)), difference, ASCII)


def test_the_line_shows_where_the_interval_lies():
    """Left is lower, right is higher, and the middle is no difference."""
    assert line(-1, 1) == "[" + "-" * 29 + "+" + "-" * 29 + "]"
    assert line(0, 0, Fraction(0)) == "." * 30 + "o" + "." * 30
    assert line(0, 0) == "." * 30 + "|" + "." * 30
    assert line(0, 1) == "." * 30 + "[" + "-" * 29 + "]"
    assert line(-1, 0) == "[" + "-" * 29 + "]" + "." * 30
    assert line(Fraction(1, 2), 1, Fraction(1, 2))[30:] == "|" + "." * 14 + "o" + "-" * 14 + "]"
    assert line(Fraction(1, 3), Fraction(1, 3))[30:] == "|" + "." * 9 + "-" + "." * 20


@pytest.mark.parametrize("size", [Fraction(1, 1000), Fraction(1, 30), Fraction(29, 30)])
def test_a_small_difference_stands_beside_the_middle(size):
    """What is above 0, however little, is never drawn as none, and lines are mirrored."""
    above, below = line(size, size, size), line(-size, -size, -size)

    assert above[30] == below[30] == "|"
    assert above.index("o") > 30
    assert below == above[::-1]
