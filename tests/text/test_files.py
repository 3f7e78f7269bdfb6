"""Files: bounded reading, and writing that leaves the old file or the new one, never a torn one."""

import contextlib
import errno
import fcntl
import io
import os
import stat
import sys
import time
import traceback
from pathlib import Path

import pytest

from positive_practice.errors import CannotRead, CannotWrite, Misuse
from positive_practice.text.files import open_to_read, read_bounded, write_atomically

CANARY = "canary-7f3a"
A_DAY, A_MINUTE = 24 * 60 * 60, 60
UNSYNCED = "the new file is in place, but a power cut may bring the old one back; write it again"
KEPT = "another program keeps hold of the temporary files; write it again"


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


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(), "there is no such file or directory; check the path"),
        (IsADirectoryError(), "this is a directory; name a file in it"),
        (PermissionError(), "permission is missing; check who may read and write there"),
        (OSError(errno.EIO, "Input/output error"), "the system says: Input/output error"),
        (OSError(), "the system says: it cannot be done"),
    ],
)
def test_an_error_of_the_system_is_told_in_these_words(error, words):
    """Each kind of fault has words of its own, which say what to do where something can be done."""
    stream = io.BytesIO()
    stream.read = failing(error)

    with pytest.raises(CannotRead) as caught:
        read_bounded(stream, 10)

    assert str(caught.value) == words


def test_a_closed_file_is_an_error_of_ours():
    """Reading a closed file is misuse, and the error says so."""
    stream = io.BytesIO(b"x")
    stream.close()

    with pytest.raises(Misuse, match="closed"):
        read_bounded(stream, 10)


def test_a_text_file_is_refused_with_advice():
    """A file open for text gives no bytes; the error says which mode to use."""
    with pytest.raises(CannotRead) as caught:
        read_bounded(io.StringIO("{}"), 10)

    words = "the file gives no bytes; open it with mode 'rb', and so that it waits"
    assert str(caught.value) == words


@pytest.mark.parametrize("source", [None, b"a.json", 3])
def test_a_source_is_a_path_or_an_open_file(source):
    """Anything else is misuse, not a builtin error."""
    words = "^this takes a path, as text or as a pathlib.Path; to read, an open file too$"

    with pytest.raises(Misuse, match=words):
        read_bounded(source, 10)


@pytest.fixture
def umask():
    """A function that sets the umask of the process, which is as before afterwards."""
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def names(folder):
    """What stands in a directory."""
    return sorted(one.name for one in folder.iterdir())


def leave_a_temporary_file(path):
    """What a writer leaves that is killed in the middle of its work; the path of it."""
    before = set(path.parent.iterdir())
    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(CannotWrite):
        patch.setattr(os, "write", failing(OSError()))
        patch.setattr(os, "unlink", failing(OSError()))
        write_atomically(path, b"never whole")
    (left,) = set(path.parent.iterdir()) - before
    return left


@pytest.mark.parametrize(
    ("private", "mask", "mode"),
    [
        (True, 0o022, 0o600),
        (True, 0o000, 0o600),
        (False, 0o022, 0o644),
        (False, 0o000, 0o644),
        (False, 0o077, 0o600),
    ],
)
def test_a_file_is_written_with_its_mode(folder, umask, private, mask, mode):
    """What holds records is for its owner alone, the rest for all whom the umask lets read."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o666)
    umask(mask)

    write_atomically(path, b"new", private=private)

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_private_file_is_private_from_its_first_byte(folder, monkeypatch, umask):
    """Nobody else can open the temporary file while records are written to it."""
    modes = []
    write = os.write

    def telling(handle, content):
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return write(handle, content)

    umask(0)
    monkeypatch.setattr(os, "write", telling)

    write_atomically(folder / "a.json", b"new", private=True)

    assert modes == [0o600]


def test_a_file_that_is_there_is_replaced(folder):
    """The new content takes the place of the old, and nothing else is left."""
    path = folder / "a.json"
    path.write_bytes(b"old")

    write_atomically(str(path), b"new")

    assert path.read_bytes() == b"new"
    assert names(folder) == ["a.json"]


def test_an_empty_file_and_a_name_without_a_directory_are_written(folder, monkeypatch):
    """No content is content too, and a bare name is a file of the working directory."""
    monkeypatch.chdir(folder)

    write_atomically("a.json", b"")

    assert (folder / "a.json").read_bytes() == b""


def test_the_longest_name_that_the_system_takes_is_written(folder):
    """The temporary name fits beside any target, since it does not repeat its name."""
    path = folder / ("x" * 255)

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"


STAGES = [
    ("disk full while writing", "write", OSError(errno.ENOSPC, "No space left on device", CANARY)),
    ("disk full while syncing", "fsync", OSError(errno.ENOSPC, "No space left on device", CANARY)),
    ("renaming fails", "replace", OSError(errno.EIO, "Input/output error", CANARY)),
    ("no right to rename", "replace", PermissionError(errno.EACCES, "Permission denied", CANARY)),
    ("interrupted", "fsync", KeyboardInterrupt()),
    ("no memory", "write", MemoryError()),
]


@pytest.mark.parametrize(
    ("name", "error"), [row[1:] for row in STAGES], ids=[row[0] for row in STAGES]
)
def test_a_failure_leaves_the_old_file(folder, monkeypatch, name, error):
    """Whatever fails before the renaming: the old file is whole, and no temporary file is left."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, name, failing(error))

    with pytest.raises((CannotWrite, KeyboardInterrupt, MemoryError)) as caught:
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert names(folder) == ["a.json"]
    assert CANARY not in str(caught.value)


def test_a_file_is_on_the_disk_before_it_is_renamed_and_its_directory_after(folder, monkeypatch):
    """hostile-input.md: temporary file, fsync, rename, fsync of the directory."""
    told = []
    write, fsync, replace = os.write, os.fsync, os.replace

    def telling_write(handle, content):
        told.append("write")
        return write(handle, content)

    def telling_fsync(handle):
        told.append("directory" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def telling_replace(source, target):
        told.append("rename")
        return replace(source, target)

    monkeypatch.setattr(os, "write", telling_write)
    monkeypatch.setattr(os, "fsync", telling_fsync)
    monkeypatch.setattr(os, "replace", telling_replace)

    write_atomically(folder / "a.json", b"new")

    assert told == ["write", "file", "rename", "directory"]


def no_sync_of_directories(monkeypatch, code):
    """A file system that syncs files, but says no when a directory is to be synced."""
    fsync = os.fsync

    def fsync_of_files(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fsync_of_files)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_directories_still_writes(folder, monkeypatch, code):
    """Some have no way to sync a directory and say so; the file itself is synced and renamed."""
    no_sync_of_directories(monkeypatch, code)

    write_atomically(folder / "a.json", b"new")

    assert (folder / "a.json").read_bytes() == b"new"


def test_a_failed_sync_of_the_directory_says_that_the_new_file_is_in_place(folder, monkeypatch):
    """After the renaming there is no way back; whoever is told must know which file stands there."""
    (folder / "a.json").write_bytes(b"old")
    no_sync_of_directories(monkeypatch, errno.EIO)

    with pytest.raises(CannotWrite, match=f"^{UNSYNCED}$"):
        write_atomically(folder / "a.json", b"new")

    assert (folder / "a.json").read_bytes() == b"new"
    assert names(folder) == ["a.json"]


def test_a_system_that_writes_nothing_is_not_asked_for_ever(folder, monkeypatch):
    """A write that takes no byte is a fault of the system, not a reason to hang."""
    monkeypatch.setattr(os, "write", lambda *_: 0)

    with pytest.raises(CannotWrite, match="Input/output error"):
        write_atomically(folder / "a.json", b"new")

    assert names(folder) == []


def test_what_is_no_ordinary_file_is_refused(folder):
    """hostile-input.md: symlink, directory or hostile name at the target is refused."""
    (folder / "real").write_bytes(b"old")
    (folder / "link").symlink_to(folder / "real")
    (folder / "dangling").symlink_to(folder / "nowhere")
    (folder / "directory").mkdir()
    os.mkfifo(folder / "pipe")
    before = names(folder)

    for name in set(before) - {"real"}:
        with pytest.raises(CannotWrite) as caught:
            write_atomically(folder / name, b"new")
        words = "the target is no ordinary file; name a file, not a link or a directory"
        assert str(caught.value) == words

    assert names(folder) == before
    assert (folder / "real").read_bytes() == b"old"
    assert (folder / "link").is_symlink()


def test_a_device_is_refused(monkeypatch):
    """What is written to a device is gone; nothing is renamed here, lest a fault harm the system."""
    monkeypatch.setattr(os, "replace", failing(OSError(errno.EPERM, "Operation not permitted")))

    with pytest.raises(CannotWrite, match="^the target is no ordinary file"):
        write_atomically(os.devnull, b"new")


@pytest.mark.parametrize("name", ["", ".", "..", "a.json/", "a.json/.", "a.json//", "below/.."])
def test_a_name_that_can_only_be_a_directory_is_refused(folder, name):
    """A path that ends in a slash or in dots names no file, even where a file has that name."""
    (folder / "a.json").write_bytes(b"old")
    (folder / "below").mkdir()

    with pytest.raises(CannotWrite, match="directory"):
        write_atomically(f"{folder}/{name}", b"new")

    assert (folder / "a.json").read_bytes() == b"old"
    assert names(folder) == ["a.json", "below"]


def test_a_path_that_ends_in_a_slash_is_told_that_it_names_a_directory(folder):
    """Nothing stands there yet, so the words are about the name."""
    with pytest.raises(CannotWrite, match="^this names a directory; name a file in it$"):
        write_atomically(f"{folder}/a.json/", b"new")


def test_a_path_of_nothing_is_refused(folder, monkeypatch):
    """The empty path names nothing."""
    monkeypatch.chdir(folder)

    with pytest.raises(CannotWrite, match="directory"):
        write_atomically("", b"new")

    assert names(folder) == []


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_name_that_is_no_utf8_is_written(folder):
    """On Linux a name is bytes; whatever the system takes, the library takes."""
    name = os.fsdecode(b"a\xff.json")
    write_atomically(f"{folder}/{name}", b"{}")

    assert (folder / name).read_bytes() == b"{}"


@pytest.mark.parametrize("path", [None, b"a.json", io.BytesIO(), 3])
def test_a_target_is_a_path(path):
    """Anything else is misuse, not a builtin error."""
    with pytest.raises(
        Misuse, match="^this takes a path, as text or as a pathlib.Path; to read, an open file too$"
    ):
        write_atomically(path, b"{}")


def test_a_stream_that_gives_little_at_a_time_is_read_whole():
    """Raw pipes and sockets give what they have; what is missing comes with the next read."""

    class Slow(io.RawIOBase):
        left = b"0123456789"

        def read(self, size: int = -1) -> bytes:
            block, self.left = self.left[: min(size, 3)], self.left[min(size, 3) :]
            return block

    assert read_bounded(Slow(), 100) == b"0123456789"
    assert len(read_bounded(Slow(), 5)) == 6


@pytest.mark.parametrize(
    "name",
    [
        "missing/a.json",
        "file/a.json",
        "\x00",
        "a\x00.json",
        "x" * 256,
        "\ud800",
        "\ud800/a",
    ],
)
def test_a_target_that_cannot_be_is_an_error_of_ours(folder, name):
    """A missing directory and an impossible name raise `CannotWrite`, without the path."""
    (folder / "file").write_bytes(b"old")

    with pytest.raises(CannotWrite) as caught:
        write_atomically(f"{folder}/{name}", b"content-to-keep")

    assert isinstance(caught.value, OSError)
    assert str(caught.value) == caught.value.reason
    told = repr(caught.value)
    assert CANARY not in told
    assert "content-to-keep" not in told
    assert names(folder) == ["file"]


def test_a_traceback_shows_no_path(folder):
    """A service logs tracebacks; the error of the system, which names the path, is not in them."""
    with pytest.raises(CannotWrite) as caught:
        write_atomically(folder / "missing" / "a.json", b"new")

    assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_a_system_error_without_words_is_told_all_the_same(folder, monkeypatch):
    """An error of the system that says nothing still says that it cannot be done."""
    monkeypatch.setattr(os, "fsync", failing(OSError()))

    with pytest.raises(CannotWrite, match="it cannot be done"):
        write_atomically(folder / "a.json", b"new")


def test_what_a_killed_writer_left_is_cleared_by_the_next_write_to_the_target(folder):
    """One temporary file of this target goes, that of another target waits for its own writer."""
    left = leave_a_temporary_file(folder / "a.json")
    other = leave_a_temporary_file(folder / "below.json")

    write_atomically(folder / "a.json", b"new")

    assert left.name.endswith(".positive-practice-tmp")
    assert names(folder) == sorted(["a.json", other.name])


def test_one_that_cannot_be_cleared_does_not_keep_the_others(folder, monkeypatch):
    """Each temporary file is cleared for itself; trouble with one is left to a later write."""
    left = {leave_a_temporary_file(folder / "a.json").name for _ in range(3)}
    unlink = os.unlink

    def failing_once(path):
        monkeypatch.setattr(os, "unlink", unlink)
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "unlink", failing_once)

    write_atomically(folder / "a.json", b"new")

    assert len(left & set(names(folder))) == 1
    assert (folder / "a.json").read_bytes() == b"new"


def test_a_directory_that_cannot_be_listed_is_written_to(folder, monkeypatch):
    """Clearing up is a courtesy: where it is not possible, the file is written all the same."""
    monkeypatch.setattr(Path, "iterdir", failing(OSError(errno.EIO, "Input/output error")))

    write_atomically(folder / "a.json", b"new")

    assert (folder / "a.json").read_bytes() == b"new"


def test_what_is_left_is_cleared_even_if_the_write_fails(folder, monkeypatch):
    """On a full disk, what a killed writer left may be what fills it."""
    leave_a_temporary_file(folder / "a.json")
    monkeypatch.setattr(os, "write", failing(OSError(errno.ENOSPC, "No space left on device")))

    with pytest.raises(CannotWrite, match="No space left"):
        write_atomically(folder / "a.json", b"new")

    assert names(folder) == []


@pytest.mark.parametrize("kind", ["link", "directory", "pipe", "file of another ending"])
def test_what_only_looks_like_a_temporary_file_is_left_alone(folder, kind):
    """Only an ordinary file, of the whole name, can be what a writer of ours left."""
    (folder / "real").write_bytes(b"old")
    left = leave_a_temporary_file(folder / "a.json")
    left.unlink()
    if kind == "file of another ending":
        left = left.with_suffix(".json")
    makers = {
        "link": lambda: left.symlink_to(folder / "real"),
        "directory": left.mkdir,
        "pipe": lambda: os.mkfifo(left),
        "file of another ending": left.touch,
    }
    makers[kind]()

    write_atomically(folder / "a.json", b"new")

    assert names(folder) == sorted([left.name, "a.json", "real"])


def test_a_temporary_file_of_another_user_is_left_alone(folder, monkeypatch):
    """In a directory that users share, each clears only what is their own."""
    left = leave_a_temporary_file(folder / "a.json")
    monkeypatch.setattr(os, "geteuid", lambda: left.stat().st_uid + 1)

    write_atomically(folder / "a.json", b"new")

    assert names(folder) == sorted([left.name, "a.json"])


def test_a_temporary_file_that_turns_into_a_link_is_left_alone(folder, monkeypatch):
    """Somebody may swap it after it was looked at; no link is followed."""
    (folder / "real").write_bytes(b"old")
    left = leave_a_temporary_file(folder / "a.json")
    user = os.geteuid()

    def swap():
        left.unlink()
        left.symlink_to(folder / "real")
        return user

    monkeypatch.setattr(os, "geteuid", swap)

    write_atomically(folder / "a.json", b"new")

    assert left.is_symlink()
    assert (folder / "real").read_bytes() == b"old"


def test_a_link_planted_under_the_temporary_name_is_not_followed(folder, monkeypatch):
    """Even who guessed the random name could not have another file overwritten."""
    (folder / "real").write_bytes(b"old")
    left = leave_a_temporary_file(folder / "a.json")
    left.unlink()
    left.symlink_to(folder / "real")
    monkeypatch.setattr("secrets.token_hex", lambda _: left.name.split(".")[2])

    with pytest.raises(CannotWrite, match="File exists"):
        write_atomically(folder / "a.json", b"new")

    assert (folder / "real").read_bytes() == b"old"
    assert names(folder) == sorted([left.name, "real"])


def test_a_living_writer_keeps_its_temporary_file(folder, monkeypatch):
    """Two who write one target: both arrive, and the one who renames last is the one who stays."""
    path = folder / "a.json"
    write = os.write

    def meanwhile(handle, content):
        monkeypatch.setattr(os, "write", write)
        write_atomically(path, b"the other's")
        assert path.read_bytes() == b"the other's"
        return write(handle, content)

    monkeypatch.setattr(os, "write", meanwhile)

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert names(folder) == ["a.json"]


def test_a_temporary_file_that_is_cleared_before_it_is_locked_is_made_again(folder, monkeypatch):
    """Between making and locking a file there is a moment in which it seems left; it costs nothing."""
    path = folder / "a.json"
    flock = fcntl.flock

    def meanwhile(handle, how):
        monkeypatch.setattr(fcntl, "flock", flock)
        write_atomically(path, b"the other's")
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", meanwhile)

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert names(folder) == ["a.json"]


def test_a_temporary_file_that_another_keeps_locked_is_given_up(folder, monkeypatch):
    """Who cannot lock any temporary file says so, rather than write one that may be taken away."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(fcntl, "flock", failing(BlockingIOError()))

    with pytest.raises(CannotWrite, match=f"^{KEPT}$"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert names(folder) == ["a.json"]


def without_locks(monkeypatch):
    """A file system on which nothing can be locked."""
    monkeypatch.setattr(fcntl, "flock", failing(OSError(errno.ENOLCK, "No locks available")))


def as_on_windows(monkeypatch):
    """A system that lacks what Windows lacks, and renames and deletes no file that is open."""
    opened = {}
    system = {name: getattr(os, name) for name in ("open", "close", "replace", "unlink")}

    def opening(path, *args):
        handle = system["open"](path, *args)
        opened[handle] = Path(path)
        return handle

    def closing(handle):
        opened.pop(handle, None)
        system["close"](handle)

    def changing(name):
        def change(path, *args):
            if Path(path) in opened.values():
                raise PermissionError(errno.EACCES, "The process cannot access the file")
            return system[name](path, *args)

        return change

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(os, "close", closing)
    monkeypatch.setattr(os, "replace", changing("replace"))
    monkeypatch.setattr(os, "unlink", changing("unlink"))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "fcntl", None)
    for name in ("O_DIRECTORY", "O_NOFOLLOW", "geteuid"):
        monkeypatch.delattr(os, name)


LESSER_SYSTEMS = pytest.mark.parametrize("system", [without_locks, as_on_windows])


@LESSER_SYSTEMS
def test_a_system_that_has_less_still_writes(folder, monkeypatch, system):
    """Without locks, or without what Windows lacks, files are still replaced as a whole."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    system(monkeypatch)

    write_atomically(path, b"new", private=True)

    assert path.read_bytes() == b"new"
    assert names(folder) == ["a.json"]


@LESSER_SYSTEMS
@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_a_failure_on_a_system_that_has_less_leaves_the_old_file(folder, monkeypatch, system, name):
    """There too the old file is whole, and no temporary file is left."""
    path = folder / "a.json"
    path.write_bytes(b"old")
    system(monkeypatch)
    monkeypatch.setattr(os, name, failing(OSError(errno.EIO, "Input/output error")))

    with pytest.raises(CannotWrite, match="Input/output error"):
        write_atomically(path, b"new")

    assert path.read_bytes() == b"old"
    assert names(folder) == ["a.json"]


def last_changed(path, seconds):
    """Make a file look as if it was last changed so many seconds ago."""
    at = time.time() - seconds
    os.utime(path, (at, at))


@LESSER_SYSTEMS
def test_without_locks_only_a_temporary_file_of_a_day_ago_is_cleared(folder, monkeypatch, system):
    """Where nothing says whether a writer lives, a day without a change has to do."""
    old = leave_a_temporary_file(folder / "a.json")
    last_changed(old, A_DAY + A_MINUTE)
    _, target, random, ending = old.name.split(".")
    young = old.with_name(f".{target}.{random[::-1]}.{ending}")
    young.write_bytes(b"half")
    last_changed(young, A_DAY - A_MINUTE)
    system(monkeypatch)

    write_atomically(folder / "a.json", b"new")

    assert names(folder) == sorted([young.name, "a.json"])
