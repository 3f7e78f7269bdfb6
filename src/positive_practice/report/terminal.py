"""The summary for a terminal: content -> plain lines, readable without colour."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from positive_practice.catalogue.shipped import code_list
from positive_practice.model.framework import Framework
from positive_practice.model.profile import ElementScore, StageScore
from positive_practice.report import sentences, words
from positive_practice.report.agreement import in_one_sentence
from positive_practice.report.content import Breakdown, Content, chosen_in_words
from positive_practice.report.figures import KIND_STATES, segments_of, widths
from positive_practice.report.frameworks import weights_in_words
from positive_practice.report.lines import WIDTH, wrapped
from positive_practice.report.opening import what_it_is_not_for, where_to_turn_in_short

__all__ = ["summary"]

BLOCKS: Mapping[str, str] = MappingProxyType(dict(zip(KIND_STATES, "█▓▒░≈x?·", strict=True)))
LETTERS: Mapping[str, str] = MappingProxyType(dict(zip(KIND_STATES, "#=-0~x?.", strict=True)))
INDENT = "   "
NARROWEST = 40


@frozen
class _Screen:
    """How wide the lines are, and the characters of the bars."""

    width: int
    marks: Mapping[str, str]

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """A text over as many lines as it needs."""
        return wrapped(text, indent, width=self.width)


def summary(content: Content, *, width: int = WIDTH, unicode: bool = True) -> str:
    """A summary in plain text: the notice first, then counts, then scores beside them.

    Args:
        content: What the report shows.
        width: The longest line, at least 40.
        unicode: False for ASCII characters alone.

    Returns:
        Lines, the last without its end, with no colour and no control character in them.

    >>> from positive_practice.api import score, tally
    >>> from positive_practice.catalogue.shipped import framework, notice
    >>> from positive_practice.batch.reader import Accounting
    >>> from positive_practice.report.content import Gatherer
    >>> import datetime
    >>> nothing = Accounting()
    >>> today = datetime.date(2026, 3, 1)
    >>> content = Gatherer().content(score(tally([])), nothing, notice(), framework(), today)
    >>> summary(content).splitlines()[0]
    'URGENT HELP. Check these before use: never yet checked. (United Kingdom)'
    """
    screen = _Screen(max(width, NARROWEST), BLOCKS if unicode else LETTERS)
    text = "\n".join(_lines(content, screen))
    return text if unicode else text.encode("ascii", "replace").decode("ascii")


def _lines(content: Content, screen: _Screen) -> Iterator[str]:
    yield from where_to_turn_in_short(content.notice, content.today, width=screen.width)
    yield ""
    yield from _what_it_is(content, screen)
    yield ""
    if content.profile.records:
        yield from _legend(content.framework, screen)
        for element in content.profile.elements:
            yield ""
            yield from _element(element, content, screen)
        yield ""
        yield from screen.wrapped(in_one_sentence(content.agreement))
        yield from _outcomes(content, screen)
    else:
        yield from screen.wrapped(sentences.NO_RECORDS)
    yield ""
    yield from _next(content, screen)


def _what_it_is(content: Content, screen: _Screen) -> Iterator[str]:
    records = words.count_of(content.profile.records, "record")
    yield from screen.wrapped(f"Practice report, {records}. {sentences.INTERNAL}.")
    yield from what_it_is_not_for(width=screen.width)
    yield ""
    yield from screen.wrapped(words.accounting_in_words(content.accounting))
    for said in chosen_in_words(content.chosen):
        yield from screen.wrapped(said)


def _legend(framework: Framework, screen: _Screen) -> Iterator[str]:
    """What is counted, and what each character of the bars stands for; said once."""
    yield from screen.wrapped(sentences.RESULT)
    entries = (
        f"{screen.marks[kind]} {words.lower_first(words.kind_in_words(kind, framework))}"
        for kind in KIND_STATES
    )
    held = (entry.replace(" ", sentences.NBSP) for entry in entries)
    yield from screen.wrapped("In the bars:  " + "  ".join(held))


def _element(element: ElementScore, content: Content, screen: _Screen) -> Iterator[str]:
    """The distribution first, then the index with its bounds, then what to look at next."""
    framework = content.framework
    label = framework.element(element.element).label
    results = words.count_of(sum(element.counts.values()), "result")
    yield from screen.wrapped(f"{element.element} {label} ({results})")
    yield _bar(element, screen)
    yield from screen.wrapped(words.counts_in_words(element.counts, framework), INDENT)
    scored = (words.index_in_words(element.score), words.rated_in_words(element.score))
    yield from screen.wrapped(", ".join(text for text in scored if text is not None), INDENT)
    weights = weights_in_words(framework.element(element.element).practices)
    yield from screen.wrapped(weights, INDENT)
    if element.consistency is not None:
        yield from screen.wrapped(words.consistency_in_words(element.consistency), INDENT)
    if element.stages:
        yield from screen.wrapped(_stages(element.stages, framework), INDENT)
    next_ones = words.to_look_at_next(element, framework)
    yield from screen.wrapped(f"to look at next: {next_ones}" if next_ones else "", INDENT)
    unknown = words.not_yet_known(element, framework)
    yield from screen.wrapped(f"not known yet: {unknown}" if unknown else "", INDENT)


def _bar(element: ElementScore, screen: _Screen) -> str:
    segments = segments_of(element.counts)
    lengths = widths(segments, screen.width - 2 * len(INDENT))
    pieces = (
        screen.marks[segment.kind] * length
        for segment, length in zip(segments, lengths, strict=True)
    )
    return INDENT + "".join(pieces)


def _stages(stages: tuple[StageScore, ...], framework: Framework) -> str:
    """The index of each stage with its bounds, in short."""
    return "by stage: " + ", ".join(
        f"{words.lower_first(framework.stage(one.stage).label)}{sentences.NBSP}"
        f"{words.short_index_and_bounds(one.score)}"
        for one in stages
    )


def _outcomes(content: Content, screen: _Screen) -> Iterator[str]:
    if not content.outcomes:
        yield from screen.wrapped("No differences were noted.")
        return
    heading = "Differences that were seen, and in how many records they were noted:"
    yield from screen.wrapped(heading)
    rows = (f"{words.lower_first(row.label)}: {_changes(row)}" for row in content.outcomes)
    yield from screen.wrapped("; ".join(rows), INDENT)
    yield from screen.wrapped(sentences.OUTCOMES)


def _changes(row: Breakdown) -> str:
    return ", ".join(
        f"{words.lower_first(change.label)}{sentences.NBSP}{row.counts[change.code]:,}"
        for change in code_list("outcome_change")
        if change.code in row.counts
    )


def _next(content: Content, screen: _Screen) -> Iterator[str]:
    """What a reader can do now; commands stand on lines of their own, to be copied."""
    if content.accounting.refused or not content.profile.records:
        yield from screen.wrapped("To see what a record needs before it can be counted:")
        yield f"{INDENT}positive-practice check FILE"
    if content.profile.records:
        yield from screen.wrapped("To see what stands behind a number:")
        yield f"{INDENT}positive-practice explain {_worth_explaining(content)} FILE"


def _worth_explaining(content: Content) -> str:
    """The first practice to look at next, or else the first element."""
    elements = content.profile.elements
    named = [practice for element in elements for practice in element.look_at_next]
    return named[0] if named else elements[0].element
