"""Runs every Python example of the README and the documentation, from the top of the checkout."""

import os
from collections.abc import Iterator
from pathlib import Path

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


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
    fixtures=["at_the_top"],
).pytest()
