"""The laws of scoring.md as the page has them, and how often each of them is tried."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "specification" / "scoring.md"
METHODS = ("agreed", "lowest", "lower_median")

MOST = settings().max_examples
shared = settings(max_examples=max(2, MOST // len(METHODS)))
"""A law that holds under every method is tried as often as another one, all methods together."""


def every_method(test: Any) -> Any:
    """Try a law under every method of settling."""
    return pytest.mark.parametrize("method", METHODS)(shared(test))


def laws() -> dict[str, str]:
    """The words of each law by its id, in the order of the page."""
    section = PAGE.read_text(encoding="utf-8").partition("## 8. Laws")[2]
    text = " ".join(re.sub(r"\*\*.*?\*\*", "", section.partition("Pinned ")[0]).split())
    _, *found = re.split(r"\b([A-Z]\d+)\. ", text)
    return {id_: _words(said) for id_, said in zip(found[::2], found[1::2], strict=True)}


def _words(said: str) -> str:
    """A law without its last mark, and without what leads over to the laws after it."""
    return re.sub(r"\. [^.]*:$", "", said.strip()).strip(" .;")


def pinned() -> list[str]:
    """The counter-examples that the page pins."""
    section = PAGE.read_text(encoding="utf-8").partition("Pinned counter-examples")[2]
    return [one.strip(" .\n") for one in section.partition(":")[2].split(";")]
