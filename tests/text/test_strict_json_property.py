"""The reader against the standard library's, over generated texts."""

import json
import math

from hypothesis import example, given, settings
from hypothesis import strategies as st

from positive_practice.text.strict_json import JsonFault, parse

ALPHABET = ' \t\n\r[]{},:"\\/+-.eE0123456789truefalsnNaIity\u00e9🙂\x00\x0b\ufeffu'

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**54), 2**54)
    | st.floats(allow_nan=True, allow_infinity=True)
    | st.text(max_size=8)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def written(draw):
    """JSON texts, pretty or not, some of them spoilt in a place or two."""
    text = json.dumps(
        draw(values),
        ensure_ascii=draw(st.booleans()),
        indent=draw(st.sampled_from([None, 0, 1, "\t"])),
        separators=draw(st.sampled_from([None, (",", ":"), (" , ", "\r\n: ")])),
    )
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 2))
        text = text[:at] + draw(st.text(ALPHABET, max_size=2)) + text[at + cut :]
    return text


texts = written() | st.text(ALPHABET, max_size=12) | st.text(max_size=6)


class OnPurpose(Exception):
    """A valid JSON text that the reader refuses on purpose (hostile-input.md)."""


def reference(text):
    """The value of a text as the standard library reads it, made strict afterwards."""

    def no_repeats(pairs):
        if len(dict(pairs)) < len(pairs):
            raise OnPurpose
        return dict(pairs)

    def no_constant(_):
        raise ValueError

    value = json.loads(text, object_pairs_hook=no_repeats, parse_constant=no_constant)
    return strict(value)


def strict(value):
    """The value with integers for whole numbers, refused where it holds what we refuse."""
    if isinstance(value, list):
        return [strict(item) for item in value]
    if isinstance(value, dict):
        return {strict(key): strict(item) for key, item in value.items()}
    if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise OnPurpose
    if isinstance(value, float):
        if math.isinf(value):
            raise OnPurpose
        value = int(value) if value.is_integer() else value
    if type(value) is int and abs(value) > 2**53 - 1:
        raise OnPurpose
    return value


def same(first, second):
    """Whether values are equal with equal types, all the way down."""
    return first == second and repr(first) == repr(second)


@settings(max_examples=1500)
@given(texts)
@example("[1,]")
@example('{"a":1,"a":1}')
@example("-")
@example("\ufeff1")
def test_a_text_means_what_the_standard_library_reads(text):
    """Any text that `json.loads` takes has the same value here, unless refused on purpose; any
    text that it refuses is refused.
    """
    try:
        expected = reference(text)
    except (ValueError, OnPurpose):
        expected = JsonFault

    try:
        read = parse(text)
    except JsonFault:
        read = JsonFault

    assert same(read, expected)


@settings(max_examples=300)
@given(texts)
def test_text_and_bytes_are_read_alike(text):
    """A text and its UTF-8 bytes have the same value or the same fault at the same place."""

    def outcome(data):
        try:
            return repr(parse(data))
        except JsonFault as fault:
            return fault.args

    assert outcome(text) == outcome(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=300)
@given(texts)
def test_a_fault_lies_inside_the_text(text):
    """The offset of a fault is a byte of the text or its end, on the line that it says."""
    try:
        parse(text)
    except JsonFault as fault:
        before = text.encode("utf-8", "surrogatepass")[: fault.offset]
        assert len(before) == fault.offset
        assert before.count(b"\n") == fault.line - 1
