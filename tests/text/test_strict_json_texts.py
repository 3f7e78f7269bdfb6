"""The grammar of RFC 8259: texts that are read, with their values, and texts that are refused."""

import pytest

from positive_practice.text.strict_json import JsonFault, parse, parse_array

TAKEN = [
    # words
    ("true", True),
    ("false", False),
    ("null", None),
    # white space
    (" 1", 1),
    ("1 ", 1),
    ("\t\n\r 1\r\n\t ", 1),
    ("[ ]", []),
    ("{ }", {}),
    ("[\n]", []),
    ("{\r\n}", {}),
    ("[1\n,\t2\r]", [1, 2]),
    ('{ "a" : 1 , "b" : 2 }', {"a": 1, "b": 2}),
    # integers
    ("0", 0),
    ("-0", 0),
    ("7", 7),
    ("-7", -7),
    ("10", 10),
    ("1234567890", 1234567890),
    ("9007199254740991", 2**53 - 1),
    ("-9007199254740991", 1 - 2**53),
    # integers, however they are written
    ("5.0", 5),
    ("5e0", 5),
    ("5E0", 5),
    ("5e+0", 5),
    ("5e-0", 5),
    ("1e2", 100),
    ("1E+2", 100),
    ("100e-2", 1),
    ("1.5e1", 15),
    ("-0.0", 0),
    ("0e5", 0),
    ("0.0e-1", 0),
    ("9007199254740991.0", 2**53 - 1),
    ("0." + "0" * 50, 0),
    # fractions
    ("0.5", 0.5),
    ("-0.5", -0.5),
    ("1.25", 1.25),
    ("1e-2", 0.01),
    ("1.5E-3", 0.0015),
    ("123.456e+1", 1234.56),
    ("5e-324", 5e-324),
    # strings
    ('""', ""),
    ('"a"', "a"),
    ('" a "', " a "),
    ('"é"', "é"),
    ('"🙂"', "🙂"),
    ('"\u2028\u2029"', "\u2028\u2029"),
    ('"\x7f"', "\x7f"),
    ('"\ufeff"', "\ufeff"),
    ('"\U0010ffff"', "\U0010ffff"),
    ('"//"', "//"),
    ('"\'"', "'"),
    ('"[1,2]{}:"', "[1,2]{}:"),
    # escapes
    (r'"\""', '"'),
    (r'"\\"', "\\"),
    (r'"\/"', "/"),
    (r'"\b\f\n\r\t"', "\b\f\n\r\t"),
    (r'"\u0041"', "A"),
    (r'"\u00e9\u00E9"', "éé"),
    (r'"\u0000"', "\x00"),
    (r'"\u001f"', "\x1f"),
    (r'"\ud83d\ude42"', "🙂"),
    (r'"\uD83D\uDE42"', "🙂"),
    (r'"\uffff"', "\uffff"),
    (r'"\\u0041"', r"\u0041"),
    (r'"a\\"', "a\\"),
    (r'"\\\""', '\\"'),
    # arrays
    ("[]", []),
    ("[1]", [1]),
    ("[1,2,3]", [1, 2, 3]),
    ("[[]]", [[]]),
    ("[[],[]]", [[], []]),
    ("[[[1]]]", [[[1]]]),
    ('[null,true,"a",{}]', [None, True, "a", {}]),
    ("[1,1]", [1, 1]),
    # objects
    ("{}", {}),
    ('{"":0}', {"": 0}),
    ('{"a":{}}', {"a": {}}),
    ('{"a":[{"a":1}]}', {"a": [{"a": 1}]}),
    ('{"a":1,"A":2}', {"a": 1, "A": 2}),
    ('{"é":1,"e\u0301":2}', {"é": 1, "e\u0301": 2}),
    (r'{"\u0061":1}', {"a": 1}),
    (r'{"\n":1}', {"\n": 1}),
    ('{"__proto__":1}', {"__proto__": 1}),
    ('{"a":1,"b":{"a":1}}', {"a": 1, "b": {"a": 1}}),
]

REFUSED = [
    # nothing
    ("", "json_empty"),
    (" ", "json_empty"),
    ("\n\t\r ", "json_empty"),
    # words
    ("True", "json_syntax"),
    ("nul", "json_syntax"),
    ("nulll", "json_syntax"),
    ("truefalse", "json_syntax"),
    ("undefined", "json_syntax"),
    ("[tru]", "json_syntax"),
    ("[nullé]", "json_syntax"),
    # what is no white space
    ("\u00a01", "json_syntax"),
    ("[1\u00a0]", "json_syntax"),
    ("\x0b1", "json_syntax"),
    ("\x0c1", "json_syntax"),
    ("[1,\u2028 2]", "json_syntax"),
    ("\x00", "json_syntax"),
    ("[1]\x00", "json_trailing"),
    # comments
    ("/* a */ 1", "json_syntax"),
    ("// a\n1", "json_syntax"),
    ("1 // a", "json_trailing"),
    ("# a\n1", "json_syntax"),
    # numbers
    ("-", "json_syntax"),
    ("+1", "json_syntax"),
    ("--1", "json_syntax"),
    ("01", "json_syntax"),
    ("-01", "json_syntax"),
    ("00", "json_syntax"),
    ("1.", "json_syntax"),
    (".5", "json_syntax"),
    ("-.5", "json_syntax"),
    ("1.e1", "json_syntax"),
    ("1e", "json_syntax"),
    ("1e+", "json_syntax"),
    ("1e1.5", "json_syntax"),
    ("1.2.3", "json_syntax"),
    ("0x1f", "json_syntax"),
    ("1_000", "json_syntax"),
    ("1,000", "json_trailing"),
    ("1 2", "json_trailing"),
    ("1-2", "json_syntax"),
    ("1+2", "json_syntax"),
    ("1é", "json_syntax"),
    ("١", "json_syntax"),
    ("1٢", "json_syntax"),
    ("½", "json_syntax"),
    ("NaN", "json_number"),
    ("-NaN", "json_number"),
    ("Infinity", "json_number"),
    ("-Infinity", "json_number"),
    ('{"a":[NaN]}', "json_number"),
    ("[1,-Infinity]", "json_number"),
    ("nan", "json_syntax"),
    ("inf", "json_syntax"),
    ("9007199254740992", "json_number"),
    ("-9007199254740992", "json_number"),
    ("9007199254740992.0", "json_number"),
    ("18446744073709551616", "json_number"),
    ("1e16", "json_number"),
    ("1e300", "json_number"),
    ("1e400", "json_number"),
    ("-1e400", "json_number"),
    ("1" * 5000, "json_number"),
    ("1e" + "9" * 5000, "json_number"),
    # strings
    ('"', "json_syntax"),
    ('"a', "json_syntax"),
    ("'a'", "json_syntax"),
    ("a", "json_syntax"),
    ('"a"b', "json_trailing"),
    ('"\n"', "json_syntax"),
    ('"\t"', "json_syntax"),
    ('"\x00"', "json_syntax"),
    ('"\x1f"', "json_syntax"),
    ('"a\r\nb"', "json_syntax"),
    ("“a”", "json_syntax"),
    # escapes
    (r'"\"', "json_syntax"),
    (r'"\x41"', "json_syntax"),
    (r'"\a"', "json_syntax"),
    (r'"\0"', "json_syntax"),
    (r'"\U0041"', "json_syntax"),
    (r'"\u"', "json_syntax"),
    (r'"\u004"', "json_syntax"),
    (r'"\u004g"', "json_syntax"),
    (r'"\u 041"', "json_syntax"),
    (r'"\u+041"', "json_syntax"),
    (r'"\u{41}"', "json_syntax"),
    (r'"\u٠٠٤١"', "json_syntax"),
    ('"\\\n"', "json_syntax"),
    (r'"\ud800"', "json_encoding"),
    (r'"\udc00"', "json_encoding"),
    (r'"\ud800\u0041"', "json_encoding"),
    (r'"\ud800\ud800"', "json_encoding"),
    (r'"\ude42\ud83d"', "json_encoding"),
    (r'{"\ud800":1}', "json_encoding"),
    ('"\ud800"', "json_encoding"),
    ('"\ud83d\ude42"', "json_encoding"),
    # arrays
    ("[", "json_syntax"),
    ("]", "json_syntax"),
    ("[1", "json_syntax"),
    ("[1,", "json_syntax"),
    ("[1,]", "json_syntax"),
    ("[,1]", "json_syntax"),
    ("[,]", "json_syntax"),
    ("[1,,2]", "json_syntax"),
    ("[1 2]", "json_syntax"),
    ("[1;2]", "json_syntax"),
    ("[1:2]", "json_syntax"),
    ('["a":1]', "json_syntax"),
    ("[1}", "json_syntax"),
    ("[[1]", "json_syntax"),
    ("[1]]", "json_trailing"),
    ("[1][2]", "json_trailing"),
    ("[1],", "json_trailing"),
    ("[" * 64, "json_syntax"),
    # objects
    ("{", "json_syntax"),
    ("}", "json_syntax"),
    ("{]", "json_syntax"),
    ('{"a"', "json_syntax"),
    ('{"a"}', "json_syntax"),
    ('{"a":', "json_syntax"),
    ('{"a":}', "json_syntax"),
    ('{"a":1', "json_syntax"),
    ('{"a":1,', "json_syntax"),
    ('{"a":1,}', "json_syntax"),
    ('{,"a":1}', "json_syntax"),
    ('{"a":1,,"b":2}', "json_syntax"),
    ('{"a":1 "b":2}', "json_syntax"),
    ('{"a" 1}', "json_syntax"),
    ('{"a"::1}', "json_syntax"),
    ('{"a"=1}', "json_syntax"),
    ('{"a",1}', "json_syntax"),
    ('{"a":1]', "json_syntax"),
    ("{a:1}", "json_syntax"),
    ("{'a':1}", "json_syntax"),
    ("{1:1}", "json_syntax"),
    ("{null:1}", "json_syntax"),
    ("{[]:1}", "json_syntax"),
    ('{"a":1}}', "json_trailing"),
    ('{"a":1}{"b":2}', "json_trailing"),
    ('{"a":1}\n{"b":2}', "json_trailing"),
    # duplicate keys
    ('{"a":1,"a":2}', "json_duplicate_key"),
    ('{"a":1,"a":1}', "json_duplicate_key"),
    ('{"a" :1,"a":2}', "json_duplicate_key"),
    (r'{"a":1,"\u0061":2}', "json_duplicate_key"),
    ('{"":1,"":2}', "json_duplicate_key"),
    ('{"a":1,"b":2,"a":3}', "json_duplicate_key"),
    ('{"x":{"a":1,"a":2}}', "json_duplicate_key"),
    ('[{"é":1,"é":2}]', "json_duplicate_key"),
    ('{"a":NaN,"a":2}', "json_number"),
    # a byte order mark
    ("\ufeff", "json_encoding"),
    ("\ufeff{}", "json_encoding"),
    (" \ufeff{}", "json_syntax"),
    ("{}\ufeff", "json_trailing"),
]


@pytest.mark.parametrize(("text", "value"), TAKEN)
def test_a_valid_text_is_read(text, value):
    """RFC 8259: what the grammar allows is read, from text and from bytes."""
    for data in (text, text.encode()):
        read = parse(data)

        assert read == value
        assert type(read) is type(value)


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_an_invalid_text_is_refused(text, code):
    """RFC 8259 and hostile-input.md: what is refused has the code of its fault."""
    for data in (text, text.encode("utf-8", "surrogatepass")):
        with pytest.raises(JsonFault) as caught:
            parse(data)

        assert caught.value.code == code


@pytest.mark.parametrize(("text", "value"), TAKEN)
def test_a_file_of_one_document_or_of_many_reads_the_same_values(text, value):
    """A file holds one document, or an array of them: each is read like a document alone."""
    many = [span.value for span in parse_array(f"[{text},{text}]")]
    alone = [span.value for span in parse_array(text)]

    assert many == [value, value]
    assert alone == (value if isinstance(value, list) else [value])


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_a_file_with_an_invalid_text_is_refused(text, code):
    """A file is refused for the same faults; inside its array, what follows is no longer trailing."""
    with pytest.raises(JsonFault) as alone:
        parse_array(text)
    with pytest.raises(JsonFault):
        parse_array(f'[{text or ","}"')

    assert alone.value.code == code


def test_a_number_is_true_to_its_type():
    """Plain values are `int` wherever there is no fraction, and never `bool` or minus zero."""
    read = parse("[1, 1.0, -0.0, -0, 1e0, 0.5]")

    assert [type(value) for value in read] == [int, int, int, int, int, float]
    assert [str(value) for value in read] == ["1", "1", "0", "0", "1", "0.5"]


ENCODINGS = [
    ("latin-1", '"é"'.encode("latin-1")),
    ("utf-16 with mark", '{"a":1}'.encode("utf-16")),
    ("utf-32 with mark", '{"a":1}'.encode("utf-32")),
    ("overlong slash", b'"\xc0\xaf"'),
    ("a surrogate in bytes", b'"\xed\xa0\x80"'),
    ("beyond the last plane", b'"\xf4\x90\x80\x80"'),
    ("a character cut short", b'"\xe2\x82'),
    ("a stray continuation", b'"\x80"'),
    ("a mark", b"\xef\xbb\xbf{}"),
]


@pytest.mark.parametrize("data", [row[1] for row in ENCODINGS], ids=[row[0] for row in ENCODINGS])
def test_bytes_that_are_no_plain_utf_8_are_refused(data):
    """RFC 8259, section 8.1: UTF-8 without a mark; nothing is guessed."""
    with pytest.raises(JsonFault) as caught:
        parse(data)

    assert caught.value.code == "json_encoding"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_other_encodings_without_a_mark_are_refused(encoding):
    """They read as UTF-8 full of NUL characters, which no JSON has."""
    with pytest.raises(JsonFault) as caught:
        parse('{"a":1}'.encode(encoding))

    assert caught.value.code == "json_syntax"
