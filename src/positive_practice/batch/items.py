"""The items of a file of records: the lines of JSON Lines, or the documents of a JSON file."""

import contextlib
import gzip
import os
import re
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, BinaryIO, TypeAlias, cast

from attrs import frozen

from positive_practice.derive.plainly import read_plainly
from positive_practice.errors import LimitExceeded
from positive_practice.limits import Limits
from positive_practice.model.record import AuditRecord
from positive_practice.text.files import blocks, open_to_read, reading
from positive_practice.text.strict_json import Json, JsonFault, Span, parse, parse_array

__all__ = ["Input", "Item", "Source", "items_of", "open_input"]

Source: TypeAlias = str | os.PathLike[str] | BinaryIO

WHITE_SPACE = b" \t\r\n"
LINE_ENDINGS = {".jsonl", ".ndjson"}
GZIP = b"\x1f\x8b"
DOCUMENT = re.compile(rb"[ \t\r\n]*(\[|\{[ \t\r]*\n)")
SPOOLED_IN_MEMORY = 16 * 1024 * 1024


@frozen(kw_only=True)
class Item:
    """One item of a file: the line on which it starts, and what it holds.

    That is its record where it is plainly valid, else its plain value or its fault; a blank item
    has none of them. ``text`` is there where the item is a line.
    """

    line: int
    text: bytes = b""
    record: AuditRecord | None = None
    value: Json = None
    fault: JsonFault | None = None
    blank: bool = False


@frozen
class Input:
    """A file that can be read more than once, and the ending of its name, without ``.gz``."""

    stream: IO[bytes]
    ending: str


@contextlib.contextmanager
def open_input(source: Source) -> Generator[Input]:
    """Open a file of records; what cannot be read twice is copied to a temporary file first.

    Args:
        source: A path, or a file open for reading bytes, at the place from which to read.

    Raises:
        CannotRead: If it cannot be read.
    """
    name = os.fspath(source) if isinstance(source, str | os.PathLike) else ""
    with contextlib.ExitStack() as stack:
        stream: IO[bytes] = stack.enter_context(open_to_read(source))
        spool = stack.enter_context(tempfile.SpooledTemporaryFile(SPOOLED_IN_MEMORY))
        with reading():
            if not name or not stream.seekable():
                spool.writelines(blocks(stream))
                stream = spool
        yield Input(stream, Path(name.lower().removesuffix(".gz")).suffix)


def items_of(source: Input, limits: Limits) -> Iterator[Item]:
    """The items of a file of records, from its beginning.

    Args:
        source: The file.
        limits: What it, a line and a record may hold.

    Returns:
        Its items in order.

    Raises:
        CannotRead: If it cannot be read to its end.
        LimitExceeded: If a compressed file inflates beyond the limit.
    """
    with reading():
        source.stream.seek(0)
        is_compressed = source.stream.read(len(GZIP)) == GZIP
        source.stream.seek(0)
        stream = _inflated(source.stream) if is_compressed else source.stream
        if _holds_documents(source, stream):
            data = b"".join(blocks(stream, limits.file_bytes + 1))
            yield from _documents(data, limits)
        else:
            yield from _lines(stream, limits, limits.inflated_bytes if is_compressed else None)


def _inflated(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))


def _holds_documents(source: Input, stream: IO[bytes]) -> bool:
    """Whether a file holds documents rather than lines: its name says so, or else its beginning.

    No line that can be a record begins with a bracket, or is an opening brace alone.
    """
    if source.ending in LINE_ENDINGS:
        return False
    return source.ending == ".json" or _begins_a_document(stream)


def _begins_a_document(stream: IO[bytes]) -> bool:
    start = stream.read(4096)
    stream.seek(0)
    return DOCUMENT.match(start) is not None


def _lines(stream: IO[bytes], limits: Limits, most: int | None) -> Iterator[Item]:
    """The items of JSON Lines: one a line, blank lines too.

    Args:
        stream: The file, open for reading bytes.
        limits: The limits; a line that is longer is read past and has a fault.
        most: How many bytes there may be in all; None: as many as there are.

    Returns:
        The items in order; a line break at the very end starts no further line.

    Raises:
        LimitExceeded: If there are more bytes than ``most``.
    """
    number = 0
    while line := _read_line(stream, limits.line_bytes, most):
        number += 1
        yield _item(number, line, limits)


def _read_line(stream: IO[bytes], maximum: int, most: int | None) -> bytes:
    """The next line; of one that is longer than the limit only a beginning that is too long."""
    line = rest = stream.readline(maximum + 2)
    while len(rest) > maximum and not rest.endswith(b"\n"):
        rest = stream.readline(maximum + 2)
        if most is not None and stream.tell() > most:
            break
    if most is not None and stream.tell() > most:
        raise LimitExceeded("inflated_bytes", most)
    return line


def _item(number: int, line: bytes, limits: Limits) -> Item:
    text = line.removesuffix(b"\n").removesuffix(b"\r")
    if len(text) > limits.line_bytes:
        limit = f"{limits.line_bytes:,} bytes"
        return Item(line=number, fault=JsonFault("json_size", number, limits.line_bytes, limit))
    if not text.strip(WHITE_SPACE):
        return Item(line=number, blank=True)
    try:
        record = read_plainly(text, AuditRecord, limits)
        value = parse(text, limits=limits) if record is None else None
        return Item(line=number, text=text, record=record, value=value)
    except JsonFault as fault:
        return Item(line=number, fault=JsonFault(fault.code, number, fault.offset, fault.limit))


def _documents(data: bytes, limits: Limits) -> Iterator[Item]:
    """The items of a JSON file: one document, or an array of any number of them.

    Args:
        data: The file's content.
        limits: The limits.

    Returns:
        The items in order. A file that is no JSON is one item with a fault; an empty one is blank.
    """
    if len(data) <= limits.file_bytes and not data.strip(WHITE_SPACE):
        yield Item(line=1, blank=True)
        return
    try:
        spans = parse_array(data, limits=limits)
    except JsonFault as fault:
        yield Item(line=fault.line, fault=fault)
        return
    yield from (_spanned(span, limits) for span in spans)


def _spanned(span: Span, limits: Limits) -> Item:
    if span.size <= limits.record_bytes:
        return Item(line=span.line, value=span.value)
    limit = f"{limits.record_bytes:,} bytes"
    return Item(line=span.line, fault=JsonFault("json_size", span.line, 0, limit))
