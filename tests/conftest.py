"""Settings of every test: the same examples each time, no files kept, and no side doors."""

import os
import sys

import pytest
from hypothesis import settings

from support import side_doors

EXAMPLES = int(os.environ.get("EXAMPLES", "20"))
"""How many examples a property tries; a gate tries more."""

settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
settings.load_profile("ci")

sys.addaudithook(side_doors.note)


@pytest.fixture(autouse=True)
def _no_side_doors():
    """No socket, process, code or file but what a test asks for, whatever the library is given."""
    side_doors.seen.clear()
    yield
    assert side_doors.seen == []


collect_ignore = ["downstream"]
"""A project of its own, which `.ci/downstream` installs beside the built wheel and tests."""
