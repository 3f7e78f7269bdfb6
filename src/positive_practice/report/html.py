"""The report as one page: content -> self-contained HTML without script or external load.

Every word that comes from a framework or a notice is escaped by the template engine and made
`words.plain` on its way out, whatever place of the template it stands in.
"""

import base64
import functools
import hashlib
import importlib.resources
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import frozen

from positive_practice.catalogue.shipped import code_list
from positive_practice.errors import MissingExtra
from positive_practice.model.counts import Counts
from positive_practice.model.framework import Element
from positive_practice.model.profile import PositionScore, PracticeScore
from positive_practice.report import agenda, agreement, frameworks, sentences, words
from positive_practice.report.content import Content
from positive_practice.report.figures import KIND_STATES, segments_of, widths

if TYPE_CHECKING:  # the template engine is an extra, imported where it is used
    import jinja2

__all__ = ["render"]

TENTHS = 1000
WIDE_ENOUGH_FOR_A_COUNT = 75
EDGE = 200
INNER = 9600
OWN_VIEW_ELEMENT = "VY"


@frozen
class Block:
    """A segment of a drawn bar, with its place in per cent of the bar's width."""

    kind: str
    count: int
    start: str
    width: str
    middle: str
    shows_count: bool


def render(content: Content) -> bytes:
    """The report as one HTML page.

    Args:
        content: What the report shows.

    Returns:
        The page in UTF-8: no script, nothing loaded from elsewhere, its style named by hash.

    Raises:
        MissingExtra: If the template engine is not installed.

    Source:
        privacy.md, "Urgent help first"; hostile-input.md.

    >>> from positive_practice.api import score, tally
    >>> from positive_practice.catalogue.shipped import framework, notice
    >>> from positive_practice.batch.reader import Accounting
    >>> from positive_practice.report.content import Gatherer
    >>> import datetime
    >>> nothing = Accounting()
    >>> today = datetime.date(2026, 3, 1)
    >>> content = Gatherer().content(score(tally([])), nothing, notice(), framework(), today)
    >>> render(content)[:15]
    b'<!DOCTYPE html>'
    """
    style = _packaged("report.css")
    page = _template().render(
        content=content,
        profile=content.profile,
        framework=content.framework,
        style=style,
        style_hash=_style_hash(style),
        positions={one.position: one for one in content.profile.positions},
        agendas=agenda,
        agreements=agreement,
        frameworks=frameworks,
        key_features=_key_features(content),
        own_view_element=OWN_VIEW_ELEMENT,
        own_view_has_its_place=_has_element(content, OWN_VIEW_ELEMENT),
        kinds=tuple(KIND_STATES),
        codes=code_list,
        blocks_of=_blocks_of,
        at=_at,
        practice_scores=_practice_scores,
        position_score=_position_score,
        the_state=_the_state,
        s=sentences,
        w=words,
    )
    return page.encode("utf-8")


@functools.cache
def _template() -> "jinja2.Template":
    """The page's template, in an environment that escapes and refuses what is undefined."""
    try:
        import jinja2
    except ImportError:
        raise MissingExtra("report") from None
    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FunctionLoader(_packaged),
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["upper_first"] = _upper_first
    return environment.get_template("report.html.jinja")


def _packaged(name: str) -> str:
    folder = importlib.resources.files("positive_practice.report").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _shown(value: Any) -> Any:
    """What the template engine escapes next: text made plain; markup of the template stays."""
    return words.plain(value) if type(value) is str else value


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def _style_hash(style: str) -> str:
    """The name by which the content security policy lets this one style through."""
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _blocks_of(counts: Counts) -> tuple[Block, ...]:
    """A distribution as blocks side by side, with the count in those that have room for it."""
    segments = segments_of(counts)
    lengths = widths(segments, TENTHS)
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    return tuple(
        Block(
            kind=segment.kind,
            count=segment.count,
            start=_tenths(start),
            width=_tenths(length),
            middle=_tenths(start + length // 2),
            shows_count=length >= WIDE_ENOUGH_FOR_A_COUNT,
        )
        for segment, start, length in zip(segments, starts, lengths, strict=True)
    )


def _tenths(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _at(share: Fraction) -> str:
    """Where a share stands on the line of the index, in per cent of the drawing's width."""
    hundredths = EDGE + int(INNER * share)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def _the_state(counts: Counts) -> str | None:
    """The state of the only result, which can be said in words; None where there are several."""
    return next(iter(counts)) if sum(counts.values()) == 1 else None


def _practice_scores(element: Element, content: Content) -> tuple[PracticeScore, ...]:
    return tuple(content.profile.practice(practice.id) for practice in element.practices)


def _position_score(
    positions: dict[str, PositionScore], practice: str, stage: str
) -> PositionScore | None:
    """The score of a practice at a stage; None for one that is rated once for the whole case."""
    return positions.get(f"{practice}.{stage}")


def _key_features(content: Content) -> tuple[tuple[str, int], ...]:
    """Each practice that somebody named, in framework order, and in how many records."""
    known = [practice.id for practice in content.framework.practices]
    others = [practice for practice in content.key_features if practice not in known]
    return tuple(
        (words.practice_in_words(practice, content.framework), content.key_features[practice])
        for practice in [*known, *others]
        if practice in content.key_features
    )


def _has_element(content: Content, wanted: str) -> bool:
    return any(element.element == wanted for element in content.profile.elements)
