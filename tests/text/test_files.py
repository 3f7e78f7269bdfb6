"""Files: bounded reading, and writing that leaves the old file or the new one, never a torn one."""

import errno
import io
import os
import stat
from pathlib import Path

import pytest

from positive_practice.errors import CannotRead, CannotWrite
from positive_practice.text.files import open_to_read, read_bounded, write_atomically

CANARY = "canary-7f3a"


@pytest.fixture
def folder(tmp_path):
    """A directory whose name must never be told: it may say whose record it holds."""
    path = tmp_path / CANARY
    path.mkdir()
    return path


def failing(error):
    """A function that raises whatever it is called with."""

    def fail(*_args, **_more):
        raise error

    return fail


def test_a_file_is_read_from_its_path_or_when_open(folder):
    """A path as text or object, and a binary file that is open, give the same bytes."""
    path = folder / "a.json"
    path.write_bytes(b"{}")

    assert read_bounded(path, 9) == read_bounded(str(path), 9) == b"{}"
    with path.open("rb") as stream:
        assert read_bounded(stream, 9) == b"{}"
        assert not stream.closed


def test_reading_stops_one_byte_past_the_limit(folder):
    """However long a file is, no more than the limit and one byte of it is held."""
    path = folder / "long"
    path.write_bytes(b"x" * 1000)

    assert len(read_bounded(path, 10)) == 11
    assert len(read_bounded(path, 1000)) == 1000
    assert len(read_bounded(io.BytesIO(b"x" * 1000), 10)) == 11


def test_a_file_that_was_opened_here_is_closed_here(folder):
    """Opening by path closes afterwards."""
    path = folder / "a"
    path.write_bytes(b"x")

    with open_to_read(path) as stream:
        assert stream.read() == b"x"

    assert stream.closed


@pytest.mark.parametrize("name", ["missing", "", "\x00"])
def test_what_cannot_be_opened_is_an_error_of_ours(folder, name):
    """A missing file, a directory and an impossible name raise `CannotRead`, without the path."""
    with pytest.raises(CannotRead) as caught:
        read_bounded(str(folder / name), 10)

    assert isinstance(caught.value, OSError)
    assert CANARY not in str(caught.value)
    assert str(caught.value) == caught.value.reason


def test_a_file_that_fails_while_it_is_read_is_an_error_of_ours():
    """EIO in the middle of a file raises `CannotRead` with the system's words."""
    stream = io.BytesIO()
    stream.read = failing(OSError(errno.EIO, "Input/output error", CANARY))

    with pytest.raises(CannotRead, match="Input/output error") as caught:
        read_bounded(stream, 10)

    assert CANARY not in str(caught.value)


def test_a_closed_file_is_an_error_of_ours():
    """Reading a closed file raises `CannotRead`."""
    stream = io.BytesIO(b"x")
    stream.close()

    with pytest.raises(CannotRead):
        read_bounded(stream, 10)


def test_a_text_file_is_refused_with_advice():
    """A file open for text gives no bytes; the error says which mode to use."""
    with pytest.raises(CannotRead, match="mode 'rb'"):
        read_bounded(io.StringIO("{}"), 10)


@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_a_file_is_written_with_its_mode(folder, private, mode):
    """What holds records is for its owner alone, the rest for everybody to read."""
    path = folder / "a.json"

    write_atomically(path, b"new", private=private)

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_that_is_there_is_replaced(folder):
    """The new content takes the place of the old, and nothing else is left."""
    path = folder / "a.json"
    path.write_bytes(b"old")

    write_atomically(str(path), b"new")

    assert path.read_bytes() == b"new"
    assert [one.name for one in folder.iterdir()] == ["a.json"]


STAGES = [
    ("disk full while writing", os, "fsync", OSError(errno.ENOSPC, "No space left on device")),
    ("renaming fails", Path, "replace", OSError(errno.EIO, "Input/output error")),
    ("no right to rename", Path, "replace", PermissionError(errno.EACCES, "Permission denied")),
    ("the mode cannot be set", Path, "chmod", OSError(errno.EPERM, "Operation not permitted")),
    ("interrupted", os, "fsync", KeyboardInterrupt()),
]


@pytest.mark.parametrize(
    ("owner", "name", "error"), [row[1:] for row in STAGES], ids=[row[0] for row in STAGES]
)
def test_a_failure_leaves_the_old_file(folder, monkeypatch, owner, name, error):
    """Whatever fails before the renaming: the old file is whole, and no temporary file is left."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(owner, name, failing(error))

    with pytest.raises((CannotWrite, KeyboardInterrupt)) as caught:
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert [one.name for one in folder.iterdir()] == ["a.json"]
    assert CANARY not in str(caught.value)


def test_a_file_is_on_the_disk_before_it_is_renamed_and_its_directory_after(folder, monkeypatch):
    """hostile-input.md: temporary file, fsync, rename, fsync of the directory."""
    told = []
    fsync, replace = os.fsync, Path.replace

    def telling_fsync(handle):
        told.append("directory" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def telling_replace(source, target):
        told.append("rename")
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", telling_fsync)
    monkeypatch.setattr(Path, "replace", telling_replace)

    write_atomically(folder / "a.json", b"new")

    assert told == ["file", "rename", "directory"]


def test_a_system_that_cannot_open_directories_still_writes(folder, monkeypatch):
    """Where there is no `O_DIRECTORY`, the directory is not synced and the file is written."""
    monkeypatch.delattr(os, "O_DIRECTORY")

    write_atomically(folder / "a.json", b"new")

    assert (folder / "a.json").read_bytes() == b"new"


def test_a_symlink_a_directory_and_a_pipe_are_refused(folder):
    """hostile-input.md: symlink, directory or hostile name at the target is refused."""
    (folder / "real").write_bytes(b"old")
    (folder / "link").symlink_to(folder / "real")
    (folder / "dangling").symlink_to(folder / "nowhere")
    (folder / "directory").mkdir()
    os.mkfifo(folder / "pipe")

    for name in ("link", "dangling", "directory", "pipe"):
        with pytest.raises(CannotWrite, match="no ordinary file"):
            write_atomically(folder / name, b"new")

    assert (folder / "real").read_bytes() == b"old"
    assert (folder / "link").is_symlink()
    assert not (folder / "nowhere").exists()


@pytest.mark.parametrize("name", ["missing/a.json", "\x00", "x" * 300])
def test_a_target_that_cannot_be_is_an_error_of_ours(folder, name):
    """A missing directory and an impossible name raise `CannotWrite`, without the path."""
    with pytest.raises(CannotWrite) as caught:
        write_atomically(str(folder / name), b"new")

    assert isinstance(caught.value, OSError)
    assert CANARY not in str(caught.value)
    assert list(folder.iterdir()) == []


def test_a_system_error_without_words_is_told_all_the_same(folder, monkeypatch):
    """An error of the system that says nothing still says that it cannot be done."""
    monkeypatch.setattr(os, "fsync", failing(OSError()))

    with pytest.raises(CannotWrite, match="it cannot be done"):
        write_atomically(folder / "a.json", b"new")
