"""Faults that the system itself makes: kills, signals, a full disk, two writers of one file."""

import os
import resource
import signal
import threading
import time

import pytest

from positive_practice.errors import CannotWrite
from positive_practice.text.files import read_bounded, write_atomically
from support.scripts import script

pytestmark = pytest.mark.volume

MEBIBYTE = 2**20
kill_writer = script("kill_writer")


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(capsys):
    """Fifteen writers are killed at random moments; the next write clears what they left."""
    assert kill_writer.main(["15", "--seed", "15"]) == 0

    assert capsys.readouterr().out.startswith("15 kills, seed 15: 0 wrong")


def test_a_torn_file_would_be_found(tmp_path):
    """The script that kills writers sees half a file, and a temporary file that stays."""
    target = tmp_path / "a.json"
    target.write_bytes(kill_writer.CONTENTS[0][:-1])
    (tmp_path / "left").touch()

    found = kill_writer.faults(target)

    assert found == [
        "the file is neither old nor new",
        "the next write did not clear what was left",
    ]


def test_a_writer_goes_on_while_another_of_the_same_file_is_killed(tmp_path):
    """Whoever starts anew clears what the killed one left, never what the living one still needs."""
    target = tmp_path / "a.json"
    living = kill_writer.writer(target)
    try:
        for _ in range(5):
            killed = kill_writer.writer(target)
            time.sleep(0.02)
            kill_writer.kill(killed)
            assert target.read_bytes() in kill_writer.CONTENTS
        assert living.poll() is None
    finally:
        kill_writer.kill(living)

    assert kill_writer.faults(target) == []


def test_writers_of_one_file_at_the_same_time_all_arrive(tmp_path):
    """Four threads write one file again and again; nobody fails, and every look finds it whole."""
    target = tmp_path / "a.json"
    contents = [bytes([letter]) * (100_000 + letter) for letter in b"abcd"]
    failed = []

    def write_often(content):
        try:
            for _ in range(30):
                write_atomically(target, content)
        except CannotWrite as error:
            failed.append(error)

    threads = [threading.Thread(target=write_often, args=(content,)) for content in contents]
    write_atomically(target, contents[0])
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert read_bounded(target, MEBIBYTE) in contents
    for thread in threads:
        thread.join()

    assert failed == []
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.fixture
def size_limit():
    """A function that lets this process write no file beyond a size, until the test ends."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_limit_of_the_system_leaves_the_old_file(tmp_path, size_limit):
    """The system takes a part and then no more, as a full disk does: the old file is whole."""
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    size_limit(5000)

    with pytest.raises(CannotWrite, match="File too large"):
        write_atomically(target, b"n" * MEBIBYTE)

    size_limit(-1)
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.fixture
def signals():
    """Signals every fifth of a millisecond, and how many came."""
    came = []
    before = signal.signal(signal.SIGALRM, lambda *_: came.append(1))
    signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
    yield came
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_signals_do_not_disturb_writing(tmp_path, signals):
    """PEP 475: a call that a signal interrupts (EINTR) is made again, so nothing comes of it."""
    target = tmp_path / "a.json"
    content = os.urandom(8 * MEBIBYTE)

    for _ in range(5):
        write_atomically(target, content)

    assert len(signals) > 5
    assert target.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
