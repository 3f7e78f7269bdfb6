"""The limits on untrusted input: their published defaults, and that none can be taken away."""

import attrs
import pytest

from positive_practice.limits import DEFAULT_LIMITS, MAX_INTEGER, Limits

# hostile-input.md, the table of limits.
PUBLISHED = {
    "record_bytes": 256 * 1024,
    "line_bytes": 1024 * 1024,
    "file_bytes": 16 * 1024 * 1024,
    "depth": 64,
    "keys": 200,
    "items": 500,
    "problems": 100,
}
EVERY = [field.name for field in attrs.fields(Limits)]


def test_the_defaults_are_those_that_are_published():
    """hostile-input.md: each limit with its default; others may stand beside them."""
    assert attrs.asdict(DEFAULT_LIMITS).items() >= PUBLISHED.items()
    assert Limits() == DEFAULT_LIMITS
    assert MAX_INTEGER == 2**53 - 1


@pytest.mark.parametrize("name", EVERY)
def test_a_limit_can_be_moved(name):
    """Each limit is a constructor argument of its own."""
    moved = Limits(**{name: 7})

    assert attrs.asdict(moved) == {**attrs.asdict(DEFAULT_LIMITS), name: 7}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("value", [0, -1, None, "7", 7.0, float("inf")])
def test_a_limit_can_never_be_taken_away(name, value):
    """hostile-input.md: never off; what is no positive whole number is refused."""
    with pytest.raises((TypeError, ValueError)):
        Limits(**{name: value})


def test_limits_are_named_and_frozen():
    """Limits are given by name and stay as they are."""
    with pytest.raises(TypeError):
        Limits(7)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DEFAULT_LIMITS.depth = 7
