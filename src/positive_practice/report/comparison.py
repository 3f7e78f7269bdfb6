"""A comparison in words: two profiles -> counts of both, then the interval of what differs."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from attrs import frozen

from positive_practice.errors import UnknownName
from positive_practice.model.comparison import Comparison, ElementDifference
from positive_practice.model.framework import Framework
from positive_practice.model.profile import ElementScore, Profile
from positive_practice.report.content import chosen
from positive_practice.report.lines import wrapped
from positive_practice.report.sentences import METHODS_IN_WORDS, MIXED
from positive_practice.report.words import (
    count_of,
    lower_first,
    short_counts,
    short_index_and_bounds,
    short_words,
)
from positive_practice.scoring.rounding import percent

__all__ = ["comparison_text", "interval_line"]

INDENT = "   "
LINE = 61
"""An odd width, so that no difference has a place of its own in the middle."""

CAUTIONS: Mapping[str, str] = MappingProxyType(
    {
        "selection_not_representative": "Be careful: not all of these records are everyone in the "
        "group, or a random sample of it. What differs may come from how the records were chosen "
        "and not from the support.",
    }
)
DIRECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "higher": "Higher in the second, whatever is still open.",
        "lower": "Lower in the second, whatever is still open.",
        "same": "The same in both, and nothing is open.",
        "undetermined": "Which is higher cannot be said yet.",
    }
)
HOW_TO_READ = (
    "The index is the counts as one number. A point is one per cent of it; the levels are steps, "
    "not measured distances, so small differences mean little."
)
WHAT_IT_IS_NOT = (
    "The range says what is still open or seen differently. It leaves out chance, so few records "
    "may differ for no reason; and it does not say what led to what."
)


@frozen
class Marks:
    """The characters of a line."""

    nothing: str
    middle: str
    inside: str
    crossing: str
    start: str
    end: str
    difference: str


UNICODE = Marks("·", "│", "─", "┼", "├", "┤", "●")
ASCII = Marks(".", "|", "-", "+", "[", "]", "o")


def comparison_text(
    comparison: Comparison,
    first: Profile,
    second: Profile,
    framework: Framework,
    *,
    unicode: bool = True,
) -> str:
    """A comparison in plain words, an interval a line.

    Args:
        comparison: The comparison of the two profiles.
        first: The first profile, for its counts.
        second: The second profile.
        framework: The framework, for its labels.
        unicode: False for lines of ASCII characters.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    marks = UNICODE if unicode else ASCII
    lines = [*_what_it_is(comparison, first, second), "", *_legend(framework, marks)]
    elements = zip(comparison.elements, first.elements, second.elements, strict=True)
    for one, before, after in elements:
        lines += ["", *wrapped(f"{one.element} {_label(one.element, framework)}")]
        lines += [*_side("first", before), *_side("second", after), *_compared(one, marks)]
    return "\n".join([*lines, "", *wrapped(HOW_TO_READ), *wrapped(WHAT_IT_IS_NOT)])


def _label(element: str, framework: Framework) -> str:
    """The label of an element; one of another framework has its id alone."""
    try:
        return framework.element(element).label
    except UnknownName:
        return "(not part of this framework)"


def _what_it_is(comparison: Comparison, first: Profile, second: Profile) -> Iterator[str]:
    for name, profile in (("First", first), ("Second", second)):
        yield from wrapped(f"{name}: {_records(profile)}")
        yield from wrapped(MIXED if len(profile.selections) > 1 else "")
    yield from wrapped(METHODS_IN_WORDS[comparison.method])
    for caution in comparison.cautions:
        yield from wrapped(CAUTIONS[caution])


def _records(profile: Profile) -> str:
    """How many records there are, and how they were chosen."""
    ways = chosen(profile.selections)
    records = count_of(profile.records, "record")
    if len(ways) in {0, 1}:
        return ": ".join([records, *(lower_first(one.label) for one in ways)]) + "."
    counted = (f"{one.records:,} {lower_first(one.label)}" for one in ways)
    return f"{records}: {', '.join(counted)}."


def _legend(framework: Framework, marks: Marks) -> Iterator[str]:
    yield from wrapped(f"In the counts: {short_words(framework)}.")
    span = f"{marks.start}{marks.inside}{marks.end}"
    yield from wrapped(
        f"In the lines: {marks.difference} the difference between the indexes, {span} what it "
        f"could still become, {marks.middle} no difference. Left is lower in the second, right is "
        "higher; the ends are 100 points."
    )


def _side(name: str, score: ElementScore) -> list[str]:
    """The counts of one side, then its index with its bounds."""
    counts = short_counts(score.counts) or "no results"
    return wrapped(f"{name}: {counts}; index {short_index_and_bounds(score.score)}", INDENT)


def _compared(one: ElementDifference, marks: Marks) -> Iterator[str]:
    if one.interval is None:
        text = "No difference can be given: in one of the two nothing here is counted or applied."
        yield from wrapped(text, INDENT)
        return
    yield INDENT + interval_line(one.interval, one.difference, marks)
    least, most = map(points_in_words, one.interval)
    bounds = least if least == most else f"between {least} and {most}"
    if one.difference is None:
        text = f"No difference yet: in one of the two nobody could rate it so far ({bounds})."
    else:
        text = f"The index is {points_in_words(one.difference)} ({bounds})."
    yield from wrapped(f"{text} {DIRECTIONS[one.direction]}", INDENT)


def points_in_words(difference: Fraction) -> str:
    """A difference in whole points, and its direction.

    >>> points_in_words(Fraction(-1, 25)), points_in_words(Fraction(1, 300))
    ('4 points lower', 'less than 1 point higher')
    """
    if difference == 0:
        return "the same"
    way = "higher" if difference > 0 else "lower"
    size = percent(abs(difference))
    return f"{count_of(size, 'point')} {way}" if size else f"less than 1 point {way}"


def interval_line(
    interval: tuple[Fraction, ...], difference: Fraction | None, marks: Marks = UNICODE
) -> str:
    """An interval from -1 to 1 as a line of characters.

    Args:
        interval: Its lower and upper end.
        difference: The value to mark inside it, if there is one.
        marks: The characters.

    Returns:
        A line of 61 characters.

    >>> interval_line((Fraction(-1), Fraction(1)), Fraction(1, 2), ASCII)
    '[-----------------------------+--------------o--------------]'
    """
    start, end = map(_place, interval)
    line = [marks.nothing] * LINE
    line[start : end + 1] = [marks.inside] * (end + 1 - start)
    middle = _place(Fraction(0))
    line[middle] = marks.crossing if start < middle < end else marks.middle
    if start < end:
        line[start], line[end] = marks.start, marks.end
    if difference is not None:
        line[_place(difference)] = marks.difference
    return "".join(line)


def _place(value: Fraction) -> int:
    """Where a value from -1 to 1 stands in the line: 0 always in the middle, and only there."""
    half = LINE // 2
    size = -(-abs(value.numerator) * half // value.denominator)
    return half + size if value >= 0 else half - size
