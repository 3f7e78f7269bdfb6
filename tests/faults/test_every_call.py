"""A fault at every call to the system in turn: the file is the old one or the new one, whole.

hostile-input.md: "a file that stops midway, disk full, EIO, kill -9, power loss while writing: the
old file or the new one, never a torn one".
"""

import builtins
import contextlib
import errno
import fcntl
import io
import itertools
import os
import secrets
import types

import pytest

from positive_practice.errors import CannotWrite
from positive_practice.text.files import write_atomically

pytestmark = pytest.mark.volume

CANARY = "canary-7f3a"
NAME = "a.json"
OLD, NEW, NEWEST = b"old" * 900, b"new" * 1000, b"newest"

ERRORS = ("ENOSPC", "EIO", "EACCES", "EINTR", "EAGAIN")
SHORT, NOTHING = "half of it is written", "nothing is written"
FAULTS = {
    "lstat": ERRORS,
    "stat": ERRORS,
    "open": ERRORS,
    "listdir": ERRORS,
    "token_hex": ERRORS,
    "flock": ERRORS,
    "write": (*ERRORS, SHORT, NOTHING),
    "fsync": ERRORS,
    "replace": ERRORS,
    "unlink": ERRORS,
    "close": ERRORS,
}
CANNOT_FAIL = {"fspath", "geteuid", "strerror"}

BEFORE, AFTER = "instead of the call", "after the call was carried out"
ONCE, FOR_GOOD, ALL = "once", "from then on", "from then on, as does every other call"


class System:
    """Stands between the library and the system: tells the calls, and makes one of them fail.

    ``fault`` is (number of the call, what happens, when, how long); nothing is synced, to be quick.
    """

    def __init__(self, fault=None):
        self.fault = fault
        self.calls = []
        self.carried_out = []
        self.opened = set()
        self.struck = False

    def wrap(self, name, real):
        """A call that is told, and fails if it is its turn."""

        def call(*args, **more):
            title = title_of(name, more)
            self.calls.append(title)
            if not self._strikes(title):
                return self._carry_out(title, real, args, more)
            self.struck = True
            return self._fail(title, real, args, more)

        return call

    def _strikes(self, name):
        if self.fault is None:
            return False
        number, _what, _when, length = self.fault
        here = len(self.calls) - 1
        if here <= number or length == ONCE:
            return here == number
        return length == ALL or name == self.calls[number]

    def _fail(self, name, real, args, more):
        _number, what, when, _length = self.fault
        if what == SHORT and name == "write":
            return self._carry_out(name, real, (args[0], args[1][: (len(args[1]) + 1) // 2]), more)
        if what == NOTHING and name == "write":
            return 0
        if name == "close" or when == AFTER:  # a system closes even when it reports a fault
            self._take_back(name, self._carry_out(name, real, args, more))
        code = getattr(errno, what, errno.EIO)
        raise OSError(code, os.strerror(code), CANARY)

    def _take_back(self, name, result):
        if name == "open":
            self.opened.discard(result)
            os.close.__wrapped__(result)
        if hasattr(result, "close"):
            result.close()

    def _carry_out(self, name, real, args, more):
        result = None if name == "fsync" else real(*args, **more)
        self.carried_out.append(name)
        if name == "open":
            self.opened.add(result)
        if name == "close":
            self.opened.discard(args[0])
        return result


def title_of(name, more):
    """What the table calls a call; how a directory is listed differs between Python versions."""
    if name == "stat" and more.get("follow_symlinks") is False:
        return "lstat"
    return "listdir" if name == "scandir" else name


def calls_of_the_system():
    """Everything that could change or look at a file: all built-in functions of `os`, and more."""
    for name, function in vars(os).items():
        if isinstance(function, types.BuiltinFunctionType) and name not in CANNOT_FAIL:
            yield os, name
    yield fcntl, "flock"
    yield fcntl, "lockf"
    yield secrets, "token_hex"
    yield io, "open"
    yield builtins, "open"


@contextlib.contextmanager
def watched(fault=None):
    """Let the library meet a system that is watched, and perhaps faulty."""
    system = System(fault)
    with pytest.MonkeyPatch.context() as patch:
        for module, name in list(calls_of_the_system()):
            real = getattr(module, name)
            told = f"{module.__name__}.{name}" if module in (io, builtins) else name
            call = system.wrap(told, real)
            call.__wrapped__ = real
            patch.setattr(module, name, call)
        yield system


def nothing(path):
    """Nothing stands at the target."""


def a_file(path):
    """The old file stands at the target."""
    path.write_bytes(OLD)


def a_file_and_a_stray(path):
    """The old file stands there, and a killed writer left its temporary file."""
    path.write_bytes(OLD)
    with watched() as system:
        write_atomically(path, OLD)
    at_the_first = system.calls.index("write")
    with watched((at_the_first, "EIO", BEFORE, ALL)), contextlib.suppress(CannotWrite):
        write_atomically(path, OLD)
    assert len(names(path)) == 2


STARTS = (nothing, a_file, a_file_and_a_stray)


def names(path):
    """The names of everything in the target's directory."""
    return sorted(one.name for one in path.parent.iterdir())


def content(path):
    """What stands at the target, if anything does."""
    return path.read_bytes() if path.exists() else None


def traced(folder, start):
    """The calls of one write that goes well."""
    path = folder / NAME
    start(path)
    with watched() as system:
        write_atomically(path, NEW)
    assert names(path) == [NAME]
    return system.calls


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.__name__)
def test_the_table_of_faults_names_every_call_that_is_made(tmp_path, start):
    """No call to the system is left without faults, and no row of the table is idle."""
    made = traced(tmp_path, start)

    assert set(made) == FAULTS.keys()


def faults_of(calls, name):
    """Every fault of a call, each time it is made: what happens, when, and for how long."""
    turns = [number for number, call in enumerate(calls) if call == name]
    for turn, what, length in itertools.product(turns, FAULTS[name], (ONCE, FOR_GOOD, ALL)):
        for when in (BEFORE, AFTER) if what in ERRORS else (BEFORE,):
            yield turn, what, when, length


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.__name__)
def test_after_any_fault_the_file_is_old_or_new_and_the_next_write_clears_up(tmp_path, start, name):
    """Whatever fails, before or after it is done, once or for good, alone or with all the rest."""
    (tmp_path / "trace").mkdir()
    calls = traced(tmp_path / "trace", start)

    for number, fault in enumerate(faults_of(calls, name)):
        folder = tmp_path / f"{CANARY}-{number}"
        folder.mkdir()
        check_one_fault(folder / NAME, start, fault)


def check_one_fault(path, start, fault):
    """One write that meets one fault, and the next, that meets none."""
    start(path)
    before, strays = content(path), set(names(path)) - {NAME}
    failed = None

    with watched(fault) as system:
        try:
            write_atomically(path, NEW)
        except CannotWrite as error:
            failed = error

    assert system.struck, fault
    renamed = "replace" in system.carried_out
    assert content(path) == (NEW if renamed else before), fault
    assert renamed or failed is not None, fault
    assert failed is None or tells_what_stands_there(failed, fault, system, renamed), fault
    assert CANARY not in f"{failed!s} {failed!r}", fault
    assert not system.opened, fault
    assert set(names(path)) <= {NAME} | strays or may_leave_a_file(system.calls, fault), fault
    check_the_next_write(path, fault)


def tells_what_stands_there(failed, fault, system, renamed):
    """Whether the error says "in place" of a new file alone; a renaming denied cannot be known."""
    number, _what, when, _length = fault
    is_denied = system.calls[number] == "replace" and when == AFTER
    return is_denied or ("in place" in str(failed)) == renamed


def may_leave_a_file(calls, fault):
    """Whether no care can help: the file was made but not handed over, or nothing works any more."""
    number, _what, when, length = fault
    return length == ALL or (calls[number] == "open" and when == AFTER)


def check_the_next_write(path, fault):
    """A second run arrives, and nothing but the target is there."""
    with watched() as system:
        write_atomically(path, NEWEST)

    assert content(path) == NEWEST, fault
    assert names(path) == [NAME], fault
    assert not system.opened, fault


@pytest.mark.parametrize("name", ["listdir", "unlink", "close"])
def test_a_fault_while_tidying_up_stops_no_write(tmp_path, name):
    """What was left stays a while longer; the new file arrives, and nobody is troubled."""
    (tmp_path / "trace").mkdir()
    calls = traced(tmp_path / "trace", a_file_and_a_stray)

    for turn in (number for number, call in enumerate(calls) if call == name):
        path = tmp_path / str(turn) / NAME
        path.parent.mkdir()
        a_file_and_a_stray(path)
        with watched((turn, "EIO", BEFORE, ONCE)) as system:
            write_atomically(path, NEW)

        assert system.struck
        check_the_next_write(path, turn)


def test_a_target_that_cannot_be_looked_at_is_not_replaced(tmp_path):
    """It may be a link or a device; who cannot see that leaves it as it is."""
    path = tmp_path / NAME
    path.write_bytes(OLD)

    with watched((0, "EACCES", BEFORE, ONCE)) as system, pytest.raises(CannotWrite):
        write_atomically(path, NEW)

    assert system.calls == ["lstat"]
    assert content(path) == OLD
