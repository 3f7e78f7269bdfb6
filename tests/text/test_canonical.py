"""Canonical JSON against the vectors of RFC 8785."""

import hashlib
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.text.canonical import canonical, digest
from positive_practice.text.strict_json import parse

# RFC 8785, appendix B: IEEE 754 bits and the number that they print as.
NUMBERS = [
    ("0000000000000000", "0"),
    ("8000000000000000", "0"),
    ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("ffefffffffffffff", "-1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"),
    ("c340000000000000", "-9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"),
    ("44b52d02c7e14af6", "1e+23"),
    ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"),
    ("444b1ae4d6e2ef4f", "999999999999999900000"),
    ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555553", "333333333.3333332"),
    ("41b3de4355555554", "333333333.33333325"),
    ("41b3de4355555555", "333333333.3333333"),
    ("41b3de4355555556", "333333333.3333334"),
    ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
]

fractional = st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: not x.is_integer())
plain = st.recursive(  # what the reader hands out: numbers without a fraction are integers
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | fractional | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(("bits", "text"), NUMBERS)
def test_a_number_prints_as_ecmascript_prints_it(bits, text):
    """RFC 8785, appendix B: the table of numbers."""
    (number,) = struct.unpack(">d", bytes.fromhex(bits))

    assert canonical(number) == text.encode()


def test_keys_are_sorted_by_their_utf_16_code_units():
    """RFC 8785, section 3.2.3: the sorting example; the emoji sorts before U+FB33."""
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }

    words = list(json.loads(canonical(value)).values())

    assert words == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_the_example_of_the_rfc_has_its_bytes():
    """RFC 8785, sections 3.2.2 to 3.2.4: numbers, string escapes and literals in one."""
    value = json.loads(
        r"""{
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
        }"""
    )

    assert canonical(value) == (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,'
        b'1e+30,4.5,0.002,1e-27],"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\b\t\n\f\r", r'"\b\t\n\f\r"'),
        ('"\\/', r'"\"\\/"'),
        ("\x00\x0b\x1f", r'"\u0000\u000b\u001f"'),
        ("\x7f\x80\u2028", '"\x7f\x80\u2028"'),
        ("é🙂", '"é🙂"'),
        ("<&>", '"<&>"'),
    ],
)
def test_strings_are_escaped_only_where_json_needs_it(text, written):
    """RFC 8785, section 3.2.2.2: short escapes, then lower-case hexadecimal, else as it is."""
    assert canonical(text) == written.encode()


@given(plain)
def test_the_canonical_form_is_fixed(value):
    """What is read from a canonical form has the same canonical form again."""
    form = canonical(value)

    assert canonical(json.loads(form)) == form


@given(plain)
def test_the_canonical_form_means_the_same(value):
    """Nothing is lost but the order of keys and how numbers were written."""
    assert json.loads(canonical(value)) == value


def test_order_of_keys_and_white_space_do_not_matter():
    """Equal as JSON values is equal as bytes, and so equal in digest."""
    first, second = parse('{"b": [1.0, 2], "a": {}}'), parse('{"a":{},"b":[1,2e0]}')

    assert canonical(first) == canonical(second) == b'{"a":{},"b":[1,2]}'
    assert digest(first) == digest(second) == hashlib.sha256(canonical(first)).hexdigest()


def test_the_order_of_arrays_is_kept():
    """record.md: canonical form by RFC 8785, array order kept."""
    assert canonical([2, 1]) != canonical([1, 2])
