"""No value and no unknown key of a record is in anything that the library says."""

from pathlib import Path

import pytest

import positive_practice as pp
from support.canaries import CANARY, said_by
from support.scripts import script

pytestmark = pytest.mark.volume

ROOT = Path(__file__).parent.parent


def canary():
    """The script that runs far more of the same."""
    return script("canary")


@pytest.fixture(autouse=True)
def at_the_top(monkeypatch):
    """The inputs are held against a shipped example."""
    monkeypatch.chdir(ROOT)


def test_no_way_in_repeats_what_it_was_given():
    """Exceptions with all that hangs on them, reprs, logs, warnings and output stay silent."""
    assert not list(canary().leaks_in_process(2_000))


def test_no_command_repeats_what_it_was_given():
    """Nor does the command, the list of refused items, or the page."""
    assert not list(canary().leaks_of_commands(18))


def test_a_leak_would_be_heard():
    """The ears work: a value in a message, in a context or in a note is found."""

    def in_a_message():
        raise pp.Misuse(CANARY)

    def in_a_context():
        try:
            raise KeyError(CANARY)
        except KeyError:
            raise pp.Misuse("quiet") from None

    assert CANARY in said_by(in_a_message)
    assert CANARY in said_by(in_a_context)
    assert CANARY in said_by(lambda: print(CANARY))
