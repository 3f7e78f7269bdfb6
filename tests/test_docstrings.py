"""Every example in a docstring works as printed."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import positive_practice

MODULES = [
    module.name
    for module in pkgutil.walk_packages(positive_practice.__path__, "positive_practice.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_work(name, monkeypatch):
    """Run from the top of the checkout, as the examples name its files."""
    monkeypatch.chdir(Path(__file__).parent.parent)

    result = doctest.testmod(importlib.import_module(name), raise_on_error=False)
    assert result.failed == 0
