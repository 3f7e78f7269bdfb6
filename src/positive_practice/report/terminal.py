"""The summary for a terminal: content -> plain lines, readable without colour."""

import textwrap
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from positive_practice.model.framework import Framework
from positive_practice.model.notice import Channel, UrgentHelpNotice
from positive_practice.model.profile import ElementScore, Score, StageScore
from positive_practice.report import words
from positive_practice.report.content import Breakdown, Content
from positive_practice.report.figures import KIND_STATES, segments_of, widths
from positive_practice.catalogue.shipped import code_list

__all__ = ["summary"]

BLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "level_3": "█",
        "level_2": "▓",
        "level_1": "▒",
        "level_0": "░",
        "spread": "≈",
        "contested": "×",
        "open": "?",
        "not_applicable": "·",
    }
)
LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "level_3": "#",
        "level_2": "=",
        "level_1": "-",
        "level_0": "0",
        "spread": "~",
        "contested": "x",
        "open": "?",
        "not_applicable": ".",
    }
)
INDENT = "   "
NARROWEST = 40
NOTICE_LINES = 3
