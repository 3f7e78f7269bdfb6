"""Files: bounded reading, and writing that leaves the old file or the new one, never a torn one.

A new file is written under a temporary name beside its target, synced, given the target's name,
and the directory is synced. A writer that is killed leaves its temporary file; the next writer of
the same target deletes it. What a living writer still needs, its lock protects: the system gives a
lock up with its process, however that ends, whereas a process number may belong to another machine
or be given again, and a file's age says nothing about its writer.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import sys
import time
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from positive_practice.errors import CannotRead, CannotWrite, Misuse, PositivePracticeError

__all__ = [
    "blocks",
    "open_to_read",
    "ordinary_target",
    "read_bounded",
    "reading",
    "write_atomically",
]

PRIVATE = 0o600
SHARED = 0o644

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
SUFFIX = ".positive-practice-tmp"
TRIES = 10
BLOCK = 1024 * 1024
CLOSED = "the file is closed, or not open for reading; read records inside the 'with' block"
DAY = 24 * 60 * 60

NO_WAY_TO_SYNC = {errno.EINVAL, errno.ENOTSUP}
UNSYNCED = "the new file is in place, but a power cut may bring the old one back; write it again"


@contextlib.contextmanager
def open_to_read(source: str | os.PathLike[str] | BinaryIO) -> Generator[BinaryIO]:
    """Open a file to read its bytes; a file that is open already is left open.

    Raises:
        CannotRead: If it cannot be opened or is no file.
    """
    if not isinstance(source, str | os.PathLike) and hasattr(source, "read"):
        yield source
        return
    path = _path(source)
    try:
        stream = path.open("rb")  # the context below closes it
    except (OSError, ValueError) as error:
        raise CannotRead(_why(error)) from None
    with stream:
        yield stream


def _path(value: Any) -> Path:
    """A path of text, which is what a source or a target that is no open file must be."""
    with contextlib.suppress(TypeError):
        return Path(value)
    raise Misuse("this takes a path, as text or as a pathlib.Path; to read, an open file too")


def read_bounded(source: str | os.PathLike[str] | BinaryIO, maximum: int) -> bytes:
    """Read a file, but never more than one byte beyond a limit.

    Args:
        source: A path, or a file that is open for reading bytes.
        maximum: The limit in bytes.

    Returns:
        The content; longer than ``maximum`` only if the file is.

    Raises:
        CannotRead: If it cannot be read.
    """
    with open_to_read(source) as stream, reading():
        return b"".join(blocks(stream, maximum + 1))


def blocks(stream: IO[bytes], left: int = sys.maxsize) -> Iterator[bytes]:
    """What a stream gives, up to so many bytes; a raw one may give less than it is asked for."""
    while block := _must_be_bytes(stream.read(min(left, BLOCK))):
        yield block
        left -= len(block)


@contextlib.contextmanager
def reading() -> Generator[None]:
    """Turn what the system and a decompression say into the library's own error."""
    try:
        yield
    except PositivePracticeError:
        raise
    except ValueError:
        raise Misuse(CLOSED) from None
    except OSError as error:
        raise CannotRead(_why(error)) from None
    except (EOFError, zlib.error):
        raise CannotRead("the file is damaged or stops midway; get it once more") from None


def _must_be_bytes(block: Any) -> bytes:
    """A block of a file that gives bytes.

    Raises:
        CannotRead: If it is text, or nothing yet.
    """
    if not isinstance(block, bytes):
        raise CannotRead("the file gives no bytes; open it with mode 'rb', and so that it waits")
    return block


def write_atomically(
    path: str | os.PathLike[str], content: bytes, *, private: bool = False
) -> None:
    """Write a file so that after a crash it is the old one or the new one.

    Args:
        path: Where; its directory must exist.
        content: What.
        private: Whether only its owner may read it, as for anything that holds records.

    Raises:
        CannotWrite: If it cannot be written; what was there before is still there, unless the
            text says that the new file is in place, or a network file system tells of a renaming
            that it failed though it was carried out.
        Misuse: If ``path`` is none.
    """
    try:
        target = ordinary_target(path)
        with _synced(target.parent):
            _clear_what_was_left(target)
            _replace(target, content, PRIVATE if private else SHARED)
    except CannotWrite:
        raise
    except (OSError, ValueError) as error:
        raise CannotWrite(_why(error)) from None


def ordinary_target(path: str | os.PathLike[str]) -> Path:
    """The file to write: named as text, and what stands there is a file or nothing.

    Raises:
        CannotWrite: If something else stands there, or it names a directory.
    """
    target = _path(path)
    if not os.fspath(path).endswith(target.name):  # it ends in a slash, which Path takes off
        raise CannotWrite("this names a directory; name a file in it")
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return target
    except (OSError, ValueError) as error:
        raise CannotWrite(_why(error)) from None
    if not stat.S_ISREG(mode):
        raise CannotWrite("the target is no ordinary file; name a file, not a link or a directory")
    return target


@contextlib.contextmanager
def _synced(directory: Path) -> Generator[None]:
    """Make a renaming durable; the directory is opened first, so that a fault changes nothing."""
    if sys.platform == "win32":  # directories cannot be opened there
        yield
        return
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield
        _sync_directory(handle)
    finally:
        _close(handle)


def _sync_directory(handle: int) -> None:
    """Sync a directory, unless its file system has no way to."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_WAY_TO_SYNC:
            raise CannotWrite(UNSYNCED) from None


def _replace(target: Path, content: bytes, mode: int) -> None:
    """Put new content in the place of a file, whoever else writes it at the same time."""
    for _ in range(TRIES):
        if _is_replaced(target, content, mode):
            return
    raise CannotWrite("another program keeps hold of the temporary files; write it again")


def _is_replaced(target: Path, content: bytes, mode: int) -> bool:
    """Write and rename a temporary file, unless another writer clears it before it is locked."""
    temporary = target.with_name(_prefix(target) + secrets.token_hex(8) + SUFFIX)
    handle = os.open(temporary, NEW, mode)
    try:
        with contextlib.ExitStack() as while_open:
            while_open.callback(_close, handle)
            if _lock(handle) is False or not temporary.exists():
                return False
            _write_all(handle, content)
            os.fsync(handle)
            if sys.platform == "win32":  # an open file cannot be renamed there
                while_open.close()
            temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()  # once it is renamed there is none
    return True


def _write_all(handle: int, content: bytes) -> None:
    """Write on where the system takes less than it was given."""
    left = memoryview(content)
    while left:
        written = os.write(handle, left)
        if not written:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        left = left[written:]


def _close(handle: int) -> None:
    """Close a file; a fault here is no news, since what matters was synced before."""
    with contextlib.suppress(OSError):
        os.close(handle)


def _prefix(target: Path) -> str:
    """How the names of a target's temporary files start: short, so that it fits any name."""
    return f".{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}."


def _clear_what_was_left(target: Path) -> None:
    """Delete the target's temporary files whose writers were killed; a doubtful one may stay."""
    prefix = _prefix(target)
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            if path.name.startswith(prefix) and path.name.endswith(SUFFIX):
                _clear(path)


def _clear(path: Path) -> None:
    """Delete a temporary file if its lock is free; where there are no locks, if it is a day old."""
    with contextlib.suppress(OSError), contextlib.ExitStack() as while_open:
        found = path.lstat()
        is_own = sys.platform == "win32" or found.st_uid == os.geteuid()
        if not is_own or not stat.S_ISREG(found.st_mode):
            return
        is_left = time.time() - found.st_mtime > DAY
        if sys.platform != "win32":  # opening it there would keep its writer from renaming it
            handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
            while_open.callback(_close, handle)
            locked = _lock(handle)
            is_left = is_left if locked is None else locked
        if is_left:
            path.unlink()


def _lock(handle: int) -> bool | None:
    """Lock a file for as long as it is open: False if another has it, None if nothing can be."""
    if sys.platform == "win32":
        return None
    import fcntl  # Windows has no such module

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _why(error: OSError | ValueError) -> str:
    """Why a file cannot be used, in words, without its path: that may say whose record it is."""
    reasons: dict[type, str] = {
        FileNotFoundError: "there is no such file or directory; check the path",
        IsADirectoryError: "this is a directory; name a file in it",
        PermissionError: "permission is missing; check who may read and write there",
        ValueError: "this is no path that the system can use",
    }
    known = next((words for kind, words in reasons.items() if isinstance(error, kind)), None)
    return known or f"the system says: {getattr(error, 'strerror', None) or 'it cannot be done'}"
