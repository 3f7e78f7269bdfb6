"""What counts as an object and an array among plain values."""

import pytest

from positive_practice.text.plain import is_array, is_object


class Table(dict):
    """A reader's own kind of object."""


@pytest.mark.parametrize(
    ("value", "object_", "array"),
    [
        ({}, True, False),
        (Table(), True, False),
        ([], False, True),
        ((), False, True),
        ("", False, False),
        (b"", False, False),
        (set(), False, False),
        (None, False, False),
    ],
)
def test_objects_and_arrays_are_told_apart(value, object_, array):
    """Dictionaries are objects, lists and tuples arrays; text and sets are neither."""
    assert (is_object(value), is_array(value)) == (object_, array)
