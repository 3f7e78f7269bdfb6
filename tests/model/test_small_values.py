"""Counts, extensions, states and look-ups: the small values that documents are made of."""

import copy
import math
import pickle
from collections.abc import Mapping
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.api import dumps, loads
from positive_practice.errors import InvalidValue, LimitExceeded, UnknownName
from positive_practice.model.counts import Counts
from positive_practice.model.extensions import Extensions
from positive_practice.model.fixed_map import FixedMap
from positive_practice.model.lookup import find
from positive_practice.model.state import (
    LEVELS,
    State,
    is_answered,
    is_open,
    is_rated,
    span,
)
from positive_practice.model.terms import StateName
from support.records import as_record
from support.samples import RECORD

counts = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9)).map(Counts.of)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


# Counts


def test_counts_answer_zero_for_what_did_not_occur():
    """record.md: `counts` holds only what occurs; an absent one is 0."""
    value = Counts.of({"b": 2, "a": 1, "c": 0})

    assert (value["a"], value["b"], value["c"], value["x"]) == (1, 2, 0, 0)
    assert dict(value) == {"a": 1, "b": 2}
    assert list(value) == ["a", "b"]
    assert len(value) == 2
    assert "a" in value
    assert "c" not in value
    assert repr(value) == "Counts(a=1, b=2)"


def test_counts_are_values():
    """Counts are equal however they were made, hashable, picklable mappings."""
    first, second = Counts.of({"a": 1, "b": 2}), Counts.of([("b", 2), ("a", 1), ("c", 0)])

    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first
    assert isinstance(first, Mapping)


@given(counts, counts, counts)
def test_counts_add_like_numbers(a, b, c):
    """T1, for counts: adding is commutative and associative, and nothing is its zero."""
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Counts() == a


@given(counts, counts)
def test_adding_counts_adds_each(a, b):
    """The sum holds for each code the sum of both."""
    assert all((a + b)[code] == a[code] + b[code] for code in "abcd")


# Extensions


def test_extensions_read_like_a_mapping():
    """Extensions are a mapping from names to plain values."""
    value = Extensions.of({"org.example": {"a": [1]}, "a.b": None})

    assert value["org.example"] == {"a": [1]}
    assert sorted(value) == ["a.b", "org.example"]
    assert len(value) == 2
    assert dict(value) == value.plain() == {"a.b": None, "org.example": {"a": [1]}}
    assert isinstance(value, Mapping)
    with pytest.raises(KeyError):
        value["x.y"]


def test_every_reading_of_extensions_is_a_fresh_copy():
    """Whoever changes what they read changes nothing in the record."""
    value = Extensions.of({"org.example": {"a": [1]}})

    value["org.example"]["a"].append(2)
    value.plain().clear()
    next(iter(value.values()))["b"] = 3

    assert value["org.example"] == {"a": [1]}


def test_extensions_keep_no_hold_of_what_they_were_made_from():
    """Freezing copies: a later change of the original is not seen."""
    original = {"org.example": [1]}
    value = Extensions.of(original)

    original["org.example"].append(2)

    assert value["org.example"] == [1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"a.b": 1, "c.d": 2}, {"c.d": 2, "a.b": 1}),
        ({"a.b": {"x": 1, "y": 2}}, {"a.b": {"y": 2, "x": 1}}),
        ({"a.b": 5}, {"a.b": 5.0}),
        ({"a.b": 0}, {"a.b": -0.0}),
        ({"a.b": [1]}, {"a.b": (1,)}),
        ({"a.b": "\u00e9"}, {"a.b": "é"}),
    ],
)
def test_extensions_are_equal_if_equal_as_json(first, second):
    """record.md: "untouched" for extensions means equal as JSON values."""
    assert Extensions.of(first) == Extensions.of(second)
    assert hash(Extensions.of(first)) == hash(Extensions.of(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [({"a.b": 1}, {"a.b": "1"}), ({"a.b": 1}, {"a.b": True}), ({"a.b": None}, {}),
     ({"a.b": [1, 2]}, {"a.b": [2, 1]}), ({"a.b": "e\u0301"}, {"a.b": "\u00e9"})],
)  # fmt: skip
def test_extensions_differ_if_they_differ_as_json(first, second):
    """Types, order of arrays and spelling count; nothing is normalised."""
    assert Extensions.of(first) != Extensions.of(second)


@given(st.dictionaries(st.text(), plain, max_size=3))
def test_extensions_give_back_what_they_took(values):
    """R1, for extensions: kept untouched, also through pickling."""
    value = Extensions.of(values)

    assert value.plain() == values
    assert pickle.loads(pickle.dumps(value)) == value


def test_the_repr_of_extensions_shows_their_size_alone():
    """What a case system adds may be about a person, so it never shows."""
    assert repr(Extensions.of({"org.canary": "canary"})) == "<extensions of 23 bytes>"
    assert "canary" not in repr(Extensions.of({"org.canary": "canary"}))


def endless():
    """A list that holds itself."""
    value = []
    value.append(value)
    return value


def deep():
    """Lists inside one another, deeper than any stack."""
    value = []
    for _ in range(100_000):
        value = [value]
    return value


@pytest.mark.parametrize(
    "make",
    [lambda: math.nan, lambda: math.inf, lambda: {1, 2}, lambda: b"x", object,
     lambda: 2**53, lambda: {1: 2}, lambda: "\ud800"],
)  # fmt: skip
def test_what_is_no_json_cannot_be_frozen(make):
    """Extensions hold JSON values only; anything else is an error of ours that shows no value."""
    with pytest.raises(InvalidValue) as caught:
        Extensions.of({"org.example": make()})

    assert (caught.value.owner, caught.value.code) == ("Extensions", "wrong_type")


@pytest.mark.parametrize("make", [endless, deep])
def test_what_goes_deeper_than_the_call_stack_cannot_be_frozen(make):
    """Neither value nor caller is blamed for a type that is right: the stack is too small."""
    with pytest.raises(LimitExceeded):
        Extensions.of({"org.example": make()})


@pytest.mark.parametrize(
    "text",
    [
        bytearray(b"{}"),
        b"",
        b"[]",
        b"1",
        b"{",
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        None,
        3,
        {},
    ],
)
def test_extensions_have_one_form(text):
    """What is no canonical JSON of an object could not be read back to an equal value."""
    with pytest.raises(InvalidValue, match="Extensions.of"):
        Extensions(text)


@pytest.mark.parametrize(
    "pairs",
    [(("b", 1), ("a", 1)), (("a", 0),), (("a", 1), ("a", 1)), [("a", 1)], "ab", None, ((1, 2, 3),),
     (("a", 1), (2, 1)), ((["a"], 1),), (("a", True),), (("a", 0.5),), (("a", [1]),)],
)  # fmt: skip
def test_counts_have_one_form(pairs):
    """Equal counts are equal values: each code once, in order, none of 0."""
    with pytest.raises(InvalidValue, match="Counts.of"):
        Counts(pairs)


@pytest.mark.parametrize("wrong", [None, {"a": object()}, {"a": "1"}, [("a",)], {1: 1, "a": 1}, 5])
def test_counts_are_whole_numbers_by_code(wrong):
    """Anything else is an error of ours."""
    with pytest.raises(InvalidValue):
        Counts.of(wrong)
    assert Counts.__add__(Counts(), 5) is NotImplemented


def test_a_fixed_map_equals_what_holds_the_same():
    """Like any mapping, whatever the order."""
    assert FixedMap.of({"a": 1, "b": 2}) == {"b": 2, "a": 1} == FixedMap.of({"b": 2, "a": 1})


def test_a_fixed_map_is_a_value():
    """It hashes, copies and pickles, and nobody can change it."""
    first = FixedMap.of({"b": 1, "a": 2})

    assert pickle.loads(pickle.dumps(first)) == copy.deepcopy(first) == first
    assert (hash(first), len(first), list(first), repr(first)) == (
        hash(FixedMap.of({"b": 1, "a": 2})), 2, ["b", "a"], "{'b': 1, 'a': 2}",
    )  # fmt: skip


# States


def test_states_have_the_codes_of_the_specification():
    """scoring.md, section 1: fifteen states with these codes everywhere."""
    names = [
        "rated_0", "rated_1", "rated_2", "rated_3",
        "spread_0_1", "spread_0_2", "spread_0_3", "spread_1_2", "spread_1_3", "spread_2_3",
        "contested", "unanswered", "not_known", "no_record", "not_applicable",
    ]  # fmt: skip

    assert [(state.name.lower(), state.value) for state in State] == list(
        zip(names, range(15), strict=True)
    )
    assert list(get_args(StateName)) == names


def test_states_span_the_levels_of_the_specification():
    """scoring.md, section 1: level ranges; contested and open go from 0 to 3."""
    for state in State:
        digits = [int(part) for part in state.name.split("_") if part.isdigit()]
        if digits:
            assert LEVELS[state] == (digits[0], digits[-1])
            assert span(digits[0], digits[-1]) is state
        elif state is State.NOT_APPLICABLE:
            assert state not in LEVELS
        else:
            assert LEVELS[state] == (0, 3)


def test_the_levels_of_states_cannot_be_changed():
    """Every score rests on them."""
    with pytest.raises(TypeError):
        LEVELS[State.RATED_0] = (3, 3)


def test_states_are_rated_answered_or_open():
    """scoring.md, sections 1 and 3: answered is rated or spread; three states are open."""
    rated = {state for state in State if is_rated(state)}
    answered = {state for state in State if is_answered(state)}
    not_said = {state for state in State if is_open(state)}

    assert {state.name for state in rated} == {"RATED_0", "RATED_1", "RATED_2", "RATED_3"}
    assert answered == {state for state in State if state.name[:5] in {"RATED", "SPREA"}}
    assert not_said == {State.UNANSWERED, State.NOT_KNOWN, State.NO_RECORD}


# Look-ups


@pytest.mark.parametrize("wanted", ["c", "", None, [], {}])
def test_a_look_up_that_finds_nothing_says_what_there_is(wanted):
    """`UnknownName` lists what exists, and never what was asked for."""
    with pytest.raises(UnknownName) as caught:
        find("letter", {"a": 1, "b": 2}, wanted)

    assert (caught.value.kind, caught.value.known) == ("letter", ("a", "b"))
    assert isinstance(caught.value, LookupError)


def test_a_look_up_finds_what_is_there():
    """A value that is there is given, also where it is false."""
    assert find("letter", {"a": 0}, "a") == 0


@pytest.mark.parametrize(
    "value",
    [{"org.example": list(range(501))}, {"org.example": {str(n): n for n in range(201)}}],
)
def test_extensions_keep_to_what_a_reader_takes(value):
    """What is written can be read back: no more items and keys than the reader's own limits."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(as_record(RECORD), extensions=Extensions.of(value))
    assert caught.value.code == "too_many"


def test_extensions_that_are_no_json_are_refused_by_the_record():
    """Bytes put in by hand are looked at when the record is made."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(as_record(RECORD), extensions=Extensions(canonical_json=b"junk"))
    assert caught.value.code == "wrong_type"


def nested(levels):
    """A number inside so many lists."""
    value = 1
    for _ in range(levels):
        value = [value]
    return value


def test_extensions_go_as_deep_as_a_reader_does():
    """The deepest that a record takes can be read back; one level more is refused at once."""
    deepest = Extensions.of({"org.example": nested(62)})
    record = attrs.evolve(as_record(RECORD), extensions=deepest)

    assert loads(dumps(record)) == record
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(record, extensions=Extensions.of({"org.example": nested(63)}))
    assert caught.value.code == "json_depth"
