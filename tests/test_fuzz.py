"""Mutated inputs end in a value or an error of ours; ``scripts/fuzz.py`` runs far more of them."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = pytest.mark.volume

ROOT = Path(__file__).parent.parent


def test_no_undocumented_exception_escapes():
    """A thousand inputs of fixed seeds: read and read back, or refused with a problem."""
    spec = importlib.util.spec_from_file_location("fuzz", ROOT / "scripts" / "fuzz.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    found = script.chunk(0, 1_000)
    assert set(found) == {"read", "refused"}
    assert min(found.values()) > 100
