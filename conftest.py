"""Runs every Python example of the README and the documentation, from the top of the checkout."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent


@pytest.fixture(scope="module")
def at_the_top() -> Iterator[None]:
    """Examples name files as somebody does who has just cloned the repository."""
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def names_to_begin_with(namespace: dict[str, Any]) -> None:
    """What a page may ask before an example: whether a package that it needs is installed."""
    namespace["find_spec"] = find_spec


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
    fixtures=["at_the_top"],
    setup=names_to_begin_with,
).pytest()
