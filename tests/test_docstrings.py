"""Every example in a docstring works as printed."""

import doctest
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import positive_practice
from positive_practice import api, comparing

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


@pytest.mark.parametrize("name", [*api.__all__, *comparing.__all__])
def test_a_function_of_the_front_door_says_where_it_comes_from(name):
    """Each names its source and has an example that runs."""
    text = inspect.getdoc(getattr(positive_practice, name))

    assert "\nSource:\n" in text
    assert ">>> " in text
