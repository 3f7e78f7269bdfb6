"""Files: bounded reading, and writing that leaves the old file or the new one, never a torn one."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from positive_practice.errors import CannotRead, CannotWrite

__all__ = ["open_to_read", "read_bounded", "write_atomically"]

PRIVATE = 0o600
SHARED = 0o644


@contextlib.contextmanager
def open_to_read(source: str | os.PathLike[str] | BinaryIO) -> Generator[BinaryIO]:
    """Open a file to read its bytes; a file that is open already is left open.

    Raises:
        CannotRead: If it cannot be opened or is no file.
    """
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115  # the context below closes it
    except (OSError, ValueError) as error:
        raise CannotRead(_why(error)) from None
    with stream:
        yield stream


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
    with open_to_read(source) as stream:
        try:
            content = stream.read(maximum + 1)
        except (OSError, ValueError) as error:
            raise CannotRead(_why(error)) from None
    if not isinstance(content, bytes):
        raise CannotRead("the file gives text; open it for reading bytes, with mode 'rb'")
    return content


def write_atomically(
    path: str | os.PathLike[str], content: bytes, *, private: bool = False
) -> None:
    """Write a file so that after a crash it is the old one or the new one.

    Args:
        path: Where; its directory must exist.
        content: What.
        private: Whether only its owner may read it, as for anything that holds records.

    Raises:
        CannotWrite: If it cannot be written; what was there before is still there.
    """
    target = Path(path)
    try:
        _refuse_strange_target(target)
        _replace(target, content, PRIVATE if private else SHARED)
    except (OSError, ValueError) as error:
        raise CannotWrite(_why(error)) from None


def _refuse_strange_target(target: Path) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise CannotWrite("the target is no ordinary file; name a file, not a link or a directory")


def _replace(target: Path, content: bytes, mode: int) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_directory(target.parent)


def _sync_directory(directory: Path) -> None:
    """Make the renaming itself durable, where the system can open directories."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: OSError | ValueError) -> str:
    """Why a file cannot be used, in words, without its path: that may say whose record it is."""
    if isinstance(error, CannotWrite):
        return error.reason
    reasons: dict[type, str] = {
        FileNotFoundError: "there is no such file or directory; check the path",
        IsADirectoryError: "this is a directory; name a file in it",
        PermissionError: "permission is missing; check who may read and write there",
        ValueError: "this is no path that the system can use",
    }
    known = next((words for kind, words in reasons.items() if isinstance(error, kind)), None)
    return known or f"the system says: {getattr(error, 'strerror', None) or 'it cannot be done'}"
