"""The report as one page: content -> self-contained HTML without script or external load.

Every word that comes from a framework or a notice is escaped by the template engine and made
`words.plain` on its way out, whatever place of the template it stands in.
"""

import base64
import functools
import hashlib
import importlib.resources
import types
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import frozen

from positive_practice.catalogue.shipped import code_list
from positive_practice.errors import MissingExtra
from positive_practice.model.counts import Counts
from positive_practice.model.profile import PositionScore
from positive_practice.report import words
from positive_practice.report.content import Content
from positive_practice.report.figures import KIND_STATES, segments_of, widths

if TYPE_CHECKING:  # the template engine is an extra, imported where it is used
    import jinja2

__all__ = ["render"]

TENTHS = 1000
WIDE_ENOUGH_FOR_A_NUMBER = 80
EDGE = 2
OWN_VIEW_ELEMENT = "VY"


@frozen
class Block:
    """A segment of a drawn bar: its kind, count and place, in per cent of the bar's width."""

    kind: str
    count: int
    x: str
    width: str
    middle: str
    shows_count: bool


def render(content: Content) -> bytes:
    """The report as one HTML page.

    Args:
        content: What the report shows.

    Returns:
        The page in UTF-8: no script, nothing loaded from elsewhere, the style named by its hash.

    Raises:
        MissingExtra: If the template engine is not installed.

    Source:
        privacy.md, "Urgent help first"; hostile-input.md.
    """
    style = _packaged("report.css")
    page = _template().render(
        content=content, profile=content.profile, framework=content.framework,
        style=style, style_hash=_style_hash(style),
    )
    return page.encode("utf-8")
