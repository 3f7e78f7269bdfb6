"""Mutated inputs end in a value or an error of ours; ``scripts/fuzz.py`` runs far more of them."""

import pytest

from support.scripts import script

pytestmark = pytest.mark.volume


def test_no_undocumented_exception_escapes():
    """A thousand inputs of fixed seeds: read and read back, or refused with a problem."""
    module = script("fuzz")

    found = module.chunk(0, 1_000)
    assert set(found) == {"read", "refused"}
    assert min(found.values()) > 100
