"""Strict JSON: bytes -> plain values, or a fault with its line and offset (RFC 8259, RFC 7493).

The reader walks the text with its own stack, so that neither deep nesting nor a nearly full call
stack can hurt it. It takes every valid text but those that are refused on purpose: duplicate
keys, lone surrogates, integers beyond 2^53 - 1, and what goes beyond a limit.
"""

import json
import re
from typing import NoReturn, TypeAlias

from attrs import define, field, frozen

from positive_practice.errors import PositivePracticeError
from positive_practice.limits import DEFAULT_LIMITS, MAX_INTEGER, Limits

__all__ = [
    "SURROGATE",
    "Json",
    "JsonFault",
    "Span",
    "parse",
    "parse_array",
    "parse_at_a_glance",
]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# Possessive quantifiers (`*+`) keep both memory and time linear on long strings.
STRING = r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"'
VALUE = re.compile(
    rf"(?P<string>{STRING})"
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?P<real>(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)(?![\w.+-]))"
    r"|(?P<word>true|false|null)(?!\w)"
    r"|(?P<open>[\[{])"
)
KEY = re.compile(rf"(?P<string>{STRING})")
SPACE = re.compile(r"[ \t\n\r]*+")
NOT_A_NUMBER = re.compile(r"-?(?:NaN|Infinity)")
SURROGATE = re.compile("[\ud800-\udfff]")
IN_DISGUISE = re.compile(r"\\u(?:[dD][89a-fA-F]|003[aA])")
"""An escape that may be a lone surrogate, or that is a colon."""

WORDS: dict[str, Json] = {"true": True, "false": False, "null": None}
DIGITS_OF_MAX_INTEGER = 16
CLOSES = {"[": "]", "{": "}"}


class JsonFault(PositivePracticeError, ValueError):
    """A text that is refused: the problem code, the line (from 1) and the offset (in bytes).

    Where a limit is the cause, ``limit`` says it with its unit.
    """

    def __init__(self, code: str, line: int, offset: int, limit: str | None = None) -> None:
        super().__init__(code, line, offset, limit)
        self.code = code
        self.line = line
        self.offset = offset
        self.limit = limit

    def __str__(self) -> str:
        return f"{self.code} at line {self.line}, byte {self.offset}"


@frozen
class Span:
    """One document of a file: its line (from 1), its plain value and its size in bytes."""

    line: int
    value: Json
    size: int


@define
class _Open:
    """A container that is being read: the list or object, and the key that waits for its value."""

    bracket: str
    items: list[Json]
    members: dict[str, Json]
    key: str = ""


@define
class _Reader:
    """The text, the place reached in it, and the containers open there."""

    text: str
    limits: Limits
    at: int = 0
    stack: list[_Open] = field(factory=list[_Open])


def parse(data: bytes | str, *, limits: Limits = DEFAULT_LIMITS) -> Json:
    """Read one JSON document.

    Args:
        data: The document, UTF-8 if bytes, at most ``limits.record_bytes``.
        limits: What it may hold.

    Returns:
        Plain values; every number without a fractional value is an ``int``.

    Raises:
        JsonFault: With the problem code and where it is.

    Source:
        record.md, "Problems", text; RFC 8259.

    >>> parse(b'{"n": 5.0}')
    {'n': 5}
    """
    return _document(_Reader(_decode(data, limits.record_bytes), limits))


def parse_at_a_glance(data: bytes | str, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Json, int]:
    """Read one JSON document with the standard library's reader, many times faster.

    That reader takes repeated keys, any depth and any number. So whoever uses its value has to see
    to the limits, and has to account for each colon of the text: every key that was written has
    one, so the colons of the keys and strings that are left are fewer if a key was repeated.

    Args:
        data: The document, as for ``parse``.
        limits: Only its size is looked at.

    Returns:
        Plain values, floats as they are written, and the number of colons; None and 0 where
        ``parse`` has to look.

    Raises:
        JsonFault: If it is too large or no UTF-8, as ``parse`` says.

    >>> parse_at_a_glance('{"n": ":", "n": 5.0}')
    ({'n': 5.0}, 3)
    """
    text = _decode(data, limits.record_bytes)
    if "\\" in text and IN_DISGUISE.search(text) is not None:
        return None, 0
    try:
        return json.loads(text), text.count(":")
    except (ValueError, RecursionError):
        return None, 0


def parse_array(data: bytes | str, *, limits: Limits = DEFAULT_LIMITS) -> list[Span]:
    r"""Read a file that holds one document or an array of any number of them.

    Args:
        data: The file's content, at most ``limits.file_bytes``.
        limits: What each document may hold; its size is checked by the caller.

    Returns:
        Each document with the line on which it starts and its size in bytes.

    Raises:
        JsonFault: With the problem code and where it is.

    >>> [span.line for span in parse_array("[1,\n2]")]
    [1, 2]
    """
    reader = _Reader(_decode(data, limits.file_bytes), limits)
    if _peek(reader) == "[":
        return _outer_items(reader)
    if _peek(reader) == "":
        _fault(reader, "json_empty")
    span = _span(reader, _line(reader.text, reader.at))
    _nothing_follows(reader)
    return [span]


def _outer_items(reader: _Reader) -> list[Span]:
    """The documents of the outermost array, which itself has no limit of items."""
    spans: list[Span] = []
    reader.at += 1
    if _peek(reader) == "]":
        reader.at += 1
        _nothing_follows(reader)
        return spans
    line, counted = 1, 0
    while True:
        _skip_space(reader)
        line += reader.text.count("\n", counted, reader.at)
        counted = reader.at
        spans.append(_span(reader, line))
        mark = _peek(reader)
        if mark not in {",", "]"}:
            _unexpected(reader)
        reader.at += 1
        if mark == "]":
            _nothing_follows(reader)
            return spans


def _span(reader: _Reader, line: int) -> Span:
    """The document that starts here, without the white space around it."""
    start = reader.at
    value = _value(reader)
    return Span(line, value, len(reader.text[start : reader.at].encode()))


def _decode(data: bytes | str, maximum: int) -> str:
    """The text of the bytes; a fault for a size, an encoding or a byte order mark."""
    if isinstance(data, str):
        data = _encode(data)
    if len(data) > maximum:
        line = data.count(b"\n", 0, maximum) + 1
        raise JsonFault("json_size", line, maximum, f"{maximum:,} bytes")
    if data.startswith(b"\xef\xbb\xbf"):
        raise JsonFault("json_encoding", 1, 0)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    raise JsonFault("json_encoding", data.count(b"\n", 0, place) + 1, place)


def _encode(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        place = error.start
    raise JsonFault("json_encoding", _line(text, place), _offset(text, place))


def _document(reader: _Reader) -> Json:
    if _peek(reader) == "":
        _fault(reader, "json_empty")
    value = _value(reader)
    _nothing_follows(reader)
    return value


def _nothing_follows(reader: _Reader) -> None:
    if _peek(reader) != "":
        _fault(reader, "json_trailing")


def _value(reader: _Reader) -> Json:
    """Read one value with all that is in it; the loop replaces recursion."""
    base = len(reader.stack)
    while True:
        opened, value = _scalar_or_open(reader)
        while not opened:
            if len(reader.stack) == base:
                return value
            closed, value = _put(reader, value)
            opened = not closed


def _scalar_or_open(reader: _Reader) -> tuple[bool, Json]:
    """Read a scalar, or an opening bracket; says whether a container with content was opened."""
    _skip_space(reader)
    match = VALUE.match(reader.text, reader.at)
    if match is None:
        _unexpected(reader)
    kind = match.lastgroup
    if kind == "open":
        return _open(reader, match[0])
    if kind == "string":
        value: Json = _string(reader, match[0])
    elif kind == "word":
        value = WORDS[match[0]]
    else:
        value = _number(reader, match)
    reader.at = match.end()
    return False, value


def _open(reader: _Reader, bracket: str) -> tuple[bool, Json]:
    """Open a container; an empty one is closed at once and is a value."""
    if len(reader.stack) >= reader.limits.depth:
        _fault(reader, "json_depth", f"{reader.limits.depth:,} levels")
    reader.at += 1
    if _peek(reader) == CLOSES[bracket]:
        reader.at += 1
        return False, [] if bracket == "[" else {}
    reader.stack.append(_Open(bracket, [], {}))
    if bracket == "{":
        _key(reader)
    return True, None


def _put(reader: _Reader, value: Json) -> tuple[bool, Json]:
    """Put a value into the innermost container; says whether that closed it, and its value."""
    top = reader.stack[-1]
    if top.bracket == "[":
        top.items.append(value)
    else:
        top.members[top.key] = value
    mark = _peek(reader)
    if mark == ",":
        reader.at += 1
        _room_for_more(reader, top)
        return False, None
    if mark != CLOSES[top.bracket]:
        _unexpected(reader)
    reader.at += 1
    reader.stack.pop()
    return True, top.items if top.bracket == "[" else top.members


def _room_for_more(reader: _Reader, top: _Open) -> None:
    """After a comma: one more item or key must be allowed, and a key must follow in an object."""
    if top.bracket == "[":
        if len(top.items) >= reader.limits.items:
            _fault(reader, "json_size", f"{reader.limits.items:,} items")
        return
    if len(top.members) >= reader.limits.keys:
        _fault(reader, "json_size", f"{reader.limits.keys:,} keys")
    _key(reader)


def _key(reader: _Reader) -> None:
    """Read a key and its colon; a key that the object already has is a fault."""
    _skip_space(reader)
    match = KEY.match(reader.text, reader.at)
    if match is None:
        _unexpected(reader)
    key = _string(reader, match[0])
    top = reader.stack[-1]
    if key in top.members:
        _fault(reader, "json_duplicate_key")
    reader.at = match.end()
    if _peek(reader) != ":":
        _unexpected(reader)
    reader.at += 1
    top.key = key


def _string(reader: _Reader, literal: str) -> str:
    if "\\" not in literal:
        return literal[1:-1]
    value: str = json.loads(literal)
    if SURROGATE.search(value):
        _fault(reader, "json_encoding")
    return value


def _number(reader: _Reader, match: re.Match[str]) -> int | float:
    """An integer wherever the value has no fraction, however it is written (record.md)."""
    if match["real"]:
        real = float(match[0])
        if not real.is_integer():
            if real - real != 0:
                _fault(reader, "json_number")
            return real
        if abs(real) > MAX_INTEGER:
            _fault(reader, "json_number")
        return int(real)
    if len(match[0].lstrip("-")) > DIGITS_OF_MAX_INTEGER or abs(int(match[0])) > MAX_INTEGER:
        _fault(reader, "json_number")
    return int(match[0])


def _skip_space(reader: _Reader) -> None:
    match: re.Match[str] = SPACE.match(reader.text, reader.at)  # type: ignore[assignment]  # no space is a match too
    reader.at = match.end()


def _peek(reader: _Reader) -> str:
    """The next character that is no space, or nothing at the end of the text."""
    _skip_space(reader)
    return reader.text[reader.at : reader.at + 1]


def _unexpected(reader: _Reader) -> NoReturn:
    code = "json_number" if NOT_A_NUMBER.match(reader.text, reader.at) else "json_syntax"
    _fault(reader, code)


def _fault(reader: _Reader, code: str, limit: str | None = None) -> NoReturn:
    raise JsonFault(code, _line(reader.text, reader.at), _offset(reader.text, reader.at), limit)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _offset(text: str, at: int) -> int:
    return len(text[:at].encode("utf-8", "surrogatepass"))
