"""Where a fault is, what the limits refuse, and that no depth and no full stack can hurt."""

import pickle
import subprocess
import sys
import threading
from os import environ, pathsep

import pytest

from positive_practice.errors import PositivePracticeError
from positive_practice.limits import Limits
from positive_practice.text.strict_json import JsonFault, parse, parse_array

PLACES = [
    # text, code, line from 1, offset in bytes from 0
    ("", "json_empty", 1, 0),
    ("  \n ", "json_empty", 2, 4),
    ("x", "json_syntax", 1, 0),
    ("\n\n x", "json_syntax", 3, 3),
    ("[1", "json_syntax", 1, 2),
    ("[1,]", "json_syntax", 1, 3),
    ("[1,\n,2]", "json_syntax", 2, 4),
    ("[1 2]", "json_syntax", 1, 3),
    ("[1}", "json_syntax", 1, 2),
    ('["é" 2]', "json_syntax", 1, 6),
    ('["🙂"\n 2]', "json_syntax", 2, 9),
    ('["é","🙂",\n\n  tru]', "json_syntax", 3, 17),
    ('{"a" 1}', "json_syntax", 1, 5),
    ('{"a":}', "json_syntax", 1, 5),
    ('{"a":1 "b":2}', "json_syntax", 1, 7),
    ("{1:2}", "json_syntax", 1, 1),
    ('{"a":1,}', "json_syntax", 1, 7),
    ('{"é":1,\r\n}', "json_syntax", 2, 10),
    ('["abc', "json_syntax", 1, 1),
    ('["abc\n"]', "json_syntax", 1, 1),
    ('["é\x00"]', "json_syntax", 1, 1),
    ("[01]", "json_syntax", 1, 1),
    ("[1] x", "json_trailing", 1, 4),
    ("{}\n\n{}", "json_trailing", 3, 4),
    ('"é" 1', "json_trailing", 1, 5),
    ('{"a":1,"a":2}', "json_duplicate_key", 1, 7),
    ('{"é":1,"é":2}', "json_duplicate_key", 1, 8),
    ('{"🙂":1,\n "🙂":2}', "json_duplicate_key", 2, 12),
    ("[NaN]", "json_number", 1, 1),
    ('["🙂", NaN]', "json_number", 1, 9),
    ("[\n-Infinity]", "json_number", 2, 2),
    ("[1, 9007199254740992]", "json_number", 1, 4),
    ("[0.5,\n1e300]", "json_number", 2, 6),
    ("[0.5,\n1e999]", "json_number", 2, 6),
    (r'["é","\ud800"]', "json_encoding", 1, 6),
    ('{"a":\n{"\\udc00":1}}', "json_encoding", 2, 7),
    ('["é\ud800"]', "json_encoding", 1, 4),
    ("\n\ud800", "json_encoding", 2, 1),
    ("\ufeff[]", "json_encoding", 1, 0),
    (b'["\xff"]', "json_encoding", 1, 2),
    (b"[1,\n2,\n\xc3]", "json_encoding", 3, 7),
    (b"\xef\xbb\xbf[]", "json_encoding", 1, 0),
]


@pytest.mark.parametrize(("data", "code", "line", "offset"), PLACES)
def test_a_fault_is_told_with_line_and_byte(data, code, line, offset):
    """hostile-input.md: refused with code and byte or line position, in files of many too."""
    for read in (parse, parse_array):
        with pytest.raises(JsonFault) as caught:
            read(data)

        fault = caught.value
        assert (fault.code, fault.line, fault.offset) == (code, line, offset)


LIMITED = [
    # data, limits, line, offset
    (b"[1,2]", Limits(record_bytes=4), 1, 4),
    (b"[1,\n2]", Limits(record_bytes=5), 2, 5),
    ('["é"]', Limits(record_bytes=5), 1, 5),
    ("[1,2,3]", Limits(items=2), 1, 5),
    ('{"a":[1,\n2,3]}', Limits(items=2), 2, 11),
    ('{"a":1,"b":2}', Limits(keys=1), 1, 7),
    ('[{"a":1,\n"b":2}]', Limits(keys=1), 1, 8),
]


@pytest.mark.parametrize(("data", "limits", "line", "offset"), LIMITED)
def test_what_is_too_large_is_refused_where_it_becomes_so(data, limits, line, offset):
    """Too many bytes, items or keys are `json_size`, with the limit."""
    with pytest.raises(JsonFault) as caught:
        parse(data, limits=limits)

    fault = caught.value
    assert (fault.code, fault.line, fault.offset) == ("json_size", line, offset)
    assert fault.limit is not None


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (b"[1,2]", Limits(record_bytes=5)),
        ('["é"]', Limits(record_bytes=6)),
        ("[1,2]", Limits(items=2)),
        ('{"a":1,"b":2}', Limits(keys=2)),
        ("[[1],{}]", Limits(depth=2)),
        ("1", Limits(depth=1)),
    ],
)
def test_what_just_fits_is_read(data, limits):
    """A limit is the largest that passes."""
    assert parse(data, limits=limits) is not None


@pytest.mark.parametrize(
    ("text", "offset"),
    [("[[[]]]", 2), ("[[{}]]", 2), ('{"é":[[1]]}', 7), ("[1,[2,[3]]]", 6)],
)
def test_what_is_too_deep_is_refused_where_it_becomes_so(text, offset):
    """Nesting beyond the limit is `json_depth`, told at the bracket that is one too many."""
    with pytest.raises(JsonFault) as caught:
        parse(text, limits=Limits(depth=2))

    assert (caught.value.code, caught.value.offset) == ("json_depth", offset)
    assert caught.value.limit is not None


@pytest.mark.parametrize(
    ("depth", "keys", "items", "size"), [(64, 200, 500, 256 * 1024), (10, 20, 30, 400)]
)
def test_every_limit_is_an_argument_with_the_published_default(depth, keys, items, size):
    """hostile-input.md: depth 64, 200 keys, 500 items, 256 KiB, unless given otherwise."""
    given = Limits() if depth == 64 else Limits(depth=10, keys=20, items=30, record_bytes=400)
    fitting = [
        "[" * depth + "]" * depth,
        "{" + ",".join(f'"{i}":0' for i in range(keys)) + "}",
        "[" + ",".join("0" * items) + "]",
        '"' + "x" * (size - 2) + '"',
    ]
    too_much = [
        "[" * (depth + 1) + "]" * (depth + 1),
        "{" + ",".join(f'"{i}":0' for i in range(keys + 1)) + "}",
        "[" + ",".join("0" * (items + 1)) + "]",
        '"' + "x" * (size - 1) + '"',
    ]

    for text in fitting:
        parse(text, limits=given)
    for text in too_much:
        with pytest.raises(JsonFault, match=r"json_depth|json_size"):
            parse(text, limits=given)


HOSTILE = [
    ("not utf-8", b'{"a":"\xff"}', "json_encoding"),
    ("a byte order mark", b"\xef\xbb\xbf{}", "json_encoding"),
    ("a raw NUL", b'{"a":"\x00"}', "json_syntax"),
    ("a NUL between", b'{"a":1\x00}', "json_syntax"),
    ("a lone surrogate, escaped", b'{"a":"\\ud800"}', "json_encoding"),
    ("a lone surrogate, raw", b'{"a":"\xed\xa0\x80"}', "json_encoding"),
    ("NaN", b'{"a":NaN}', "json_number"),
    ("Infinity", b'{"a":-Infinity}', "json_number"),
    ("a duplicate key", b'{"a":1,"a":1}', "json_duplicate_key"),
    ("an integer beyond 2^53 - 1", b'{"a":9007199254740993}', "json_number"),
    ("trailing data", b'{"a":1} {}', "json_trailing"),
    ("too deep", b"[" * 65 + b"]" * 65, "json_depth"),
    ("much too deep", b"[" * 200_000, "json_depth"),
    ("much too deep, objects", b'{"a":' * 50_000, "json_depth"),
    ("too big", b'"' + b"x" * 300_000 + b'"', "json_size"),
    ("too wide", b"[" + b"0," * 600 + b"0]", "json_size"),
]


@pytest.mark.parametrize(
    ("data", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE]
)
def test_a_hostile_text_is_refused_with_its_code(data, code):
    """hostile-input.md, the JSON rows: one error of ours, with a code, and nothing else escapes."""
    with pytest.raises(PositivePracticeError) as caught:
        parse(data)

    assert caught.value.code == code


@pytest.mark.parametrize("escaped", ["\\u0000", "\\u001f", "\\u202e", "\\r"])
def test_an_escaped_control_is_no_fault_of_the_text(escaped):
    """hostile-input.md: controls are a text rule of the model, not a parse error."""
    assert parse(f'"{escaped}"') in {"\x00", "\x1f", "\u202e", "\r"}


def test_documents_of_a_file_have_their_line_and_size():
    """Each document of an array is told with the line where it starts and its size in bytes."""
    text = '\n[\n{"a":1},\n\n {"é":2}\n ,[1,\n2], "x"\n]\n'

    spans = [(span.line, span.size, span.value) for span in parse_array(text)]

    assert spans == [(3, 7, {"a": 1}), (5, 8, {"é": 2}), (6, 6, [1, 2]), (7, 3, "x")]


def test_a_document_alone_has_its_line_and_size_too():
    """White space around a document is no part of its size."""
    (span,) = parse_array('\n\n {"é":1} \n\n')

    assert (span.line, span.size, span.value) == (3, 8, {"é": 1})


@pytest.mark.parametrize("text", ["[]", " [ ] ", "[\n]"])
def test_a_file_may_hold_no_document(text):
    """An empty array is a file of no documents."""
    assert parse_array(text) == []


@pytest.mark.parametrize("text", ["[] 1", "[1] 1", "1 1", "[1],"])
def test_nothing_follows_the_documents_of_a_file(text):
    """What stands after the array or the document is `json_trailing`."""
    with pytest.raises(JsonFault) as caught:
        parse_array(text)

    assert caught.value.code == "json_trailing"


def test_a_file_holds_any_number_of_documents_but_each_keeps_to_the_limits():
    """hostile-input.md: the limit of items is for all but the outermost array of a file."""
    limits = Limits(items=2, depth=1)

    assert len(parse_array("[[1,2],{},3,4,5]", limits=limits)) == 5
    with pytest.raises(JsonFault, match="json_size"):
        parse_array("[[1,2,3]]", limits=limits)
    with pytest.raises(JsonFault, match="json_depth"):
        parse_array("[[[]]]", limits=limits)
    with pytest.raises(JsonFault, match="json_size"):
        parse_array('{"a":1}', limits=Limits(file_bytes=6))


SHALLOW_STACK = """
import sys
from positive_practice.limits import Limits
from positive_practice.text.strict_json import JsonFault, parse, parse_array

sys.setrecursionlimit(200)
deep = Limits(depth=100_000)
for read in (parse, parse_array):
    assert read("[" * 50_000 + "]" * 50_000, limits=deep)
    assert read('{"a":' * 9_000 + "1" + "}" * 9_000, limits=deep)
    try:
        read("[" * 100_000)
    except JsonFault as fault:
        assert fault.code == "json_depth"
print("read")
"""


def test_no_depth_can_hurt_a_shallow_stack():
    """The reader keeps its own stack: with 200 frames allowed it reads 50,000 levels."""
    path = {**environ, "PYTHONPATH": pathsep.join(sys.path)}

    run = subprocess.run(  # our own interpreter and text
        [sys.executable, "-c", SHALLOW_STACK],
        capture_output=True,
        check=False,
        env=path,
        text=True,
        timeout=60,
    )

    assert (run.stdout, run.stderr, run.returncode) == ("read\n", "", 0)


def test_a_nearly_full_stack_cannot_hurt():
    """Called from 900 frames deep in a thread, the reader reads and refuses as ever."""
    read = []

    def descend(frames):
        if frames:
            return descend(frames - 1)
        read.append(parse("[" * 64 + '"\\u00e9"' + "]" * 64))
        try:
            parse("[" * 10_000)
        except JsonFault as fault:
            read.append(fault.code)
        return None

    thread = threading.Thread(target=descend, args=(900,))
    thread.start()
    thread.join()

    assert len(read) == 2
    assert read[1] == "json_depth"


def test_a_fault_tells_its_place_and_no_content():
    """The error of a text has a code and a place, pickles, and shows nothing of the text."""
    with pytest.raises(JsonFault) as caught:
        parse('{"canary": canary}')
    fault = caught.value

    copy = pickle.loads(pickle.dumps(fault))

    assert isinstance(fault, ValueError)
    assert str(fault) == "json_syntax at line 1, byte 11"
    assert (copy.code, copy.line, copy.offset, copy.limit) == ("json_syntax", 1, 11, None)
    assert "canary" not in repr(fault)
    assert fault.__cause__ is None
    assert fault.__context__ is None


@pytest.mark.parametrize(
    ("data", "limits", "code", "line", "offset"),
    [
        (b'\n"\xff"\n\n', Limits(), "json_encoding", 2, 2),
        ('\n"\ud800"\n\n', Limits(), "json_encoding", 2, 2),
        (b"\n[,\n\n]", Limits(), "json_syntax", 2, 2),
        (b"\n[1,\n\n2]", Limits(record_bytes=3), "json_size", 2, 3),
    ],
)
def test_what_follows_a_fault_does_not_count_for_its_line(data, limits, code, line, offset):
    """The line is that of the fault, however many lines the text has after it."""
    with pytest.raises(JsonFault) as caught:
        parse(data, limits=limits)

    fault = caught.value
    assert (fault.code, fault.line, fault.offset) == (code, line, offset)


def test_a_fault_is_made_of_its_facts_in_order():
    """Whoever logs an error's arguments sees the code, the line, the byte and the limit."""
    assert JsonFault("json_depth", 2, 7, "64 levels").args == ("json_depth", 2, 7, "64 levels")


def test_an_encoding_fault_does_not_carry_the_text_along():
    """The standard library's decoding error holds the whole text, so it is not chained."""
    for data in (b'"canary \xff"', '"canary \ud800"'):
        with pytest.raises(JsonFault) as caught:
            parse(data)

        assert caught.value.__context__ is None
