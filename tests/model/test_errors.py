"""The error tree: one base, nearest builtins, facts on the class, and everything pickles."""

import pickle

import pytest

from positive_practice import errors
from positive_practice.model.problem import Problem

PROBLEM = Problem(
    code="bad_text",
    severity="error",
    pointer="/audit/purpose",
    position=None,
    line=None,
    offset=None,
    message="There is a hidden character.",
    hint="Take it out.",
)
AT_TOP = Problem(
    code="json_empty",
    severity="error",
    pointer="",
    position=None,
    line=1,
    offset=0,
    message="There is nothing here.",
    hint="Put something here.",
)

# The error, its builtin, its facts by name, and words that its text must hold.
TREE = [
    (errors.InvalidDocument((PROBLEM,), 2), ValueError, {"problems": (PROBLEM,), "more": 2},
     ["3 problems", "bad_text", "/audit/purpose", "hidden character", "Take it out", "2 more"]),
    (errors.InvalidDocument((AT_TOP,)), ValueError, {"more": 0}, ["1 problem", "line 1, byte 0"]),
    (errors.InvalidValue("Answer", "note", "too_long", "text"), ValueError,
     {"owner": "Answer", "field": "note", "code": "too_long", "expected": "text"},
     ["Answer.note", "too_long", "text"]),
    (errors.UnsupportedVersion(("1.0", "1.1")), ValueError, {"supported": ("1.0", "1.1")},
     ["1.0, 1.1", "newer"]),
    (errors.UnknownFramework(("a 1", "b 2")), LookupError, {"known": ("a 1", "b 2")},
     ["a 1, b 2", "framework="]),
    (errors.UnknownName("practice", ("GA1", "GA2")), LookupError,
     {"kind": "practice", "known": ("GA1", "GA2")}, ["practice", "GA1, GA2"]),
    (errors.NotComparable(("method", "framework")), ValueError,
     {"differs": ("method", "framework")}, ["method, framework"]),
    (errors.Conflict(("/case", "/audit")), ValueError, {"pointers": ("/case", "/audit")},
     ["/case, /audit", "combine again"]),
    (errors.LimitExceeded("record_bytes", 9), ValueError,
     {"limit": "record_bytes", "maximum": 9}, ["record_bytes", "9"]),
    (errors.CannotRead("no such file"), OSError, {"reason": "no such file"}, ["no such file"]),
    (errors.CannotWrite("disk full"), OSError, {"reason": "disk full"}, ["disk full"]),
    (errors.MissingExtra("xlsx"), ImportError, {"extra": "xlsx"},
     ["pip install '.[xlsx]'"]),
    (errors.Misuse("call pp.tally"), TypeError, {"advice": "call pp.tally"}, ["call pp.tally"]),
]  # fmt: skip
IDS = [f"{type(row[0]).__name__}-{number}" for number, row in enumerate(TREE)]


def test_every_error_is_tried_here():
    """The table below leaves no error of the tree out."""
    tried = {type(error).__name__ for error, *_ in TREE} | {"PositivePracticeError"}

    assert tried == {name for name in errors.__all__ if isinstance(getattr(errors, name), type)}


@pytest.mark.parametrize(("error", "builtin", "facts", "words"), TREE, ids=IDS)
def test_an_error_has_one_base_and_its_nearest_builtin(error, builtin, facts, words):
    """Whoever catches the base catches all; whoever catches the builtin catches this one."""
    assert isinstance(error, errors.PositivePracticeError)
    assert isinstance(error, builtin)
    assert {name: getattr(error, name) for name in facts} == facts


@pytest.mark.parametrize(("error", "builtin", "facts", "words"), TREE, ids=IDS)
def test_an_error_says_what_is_wrong(error, builtin, facts, words):
    """The text is built from the facts and says what to do."""
    assert [word for word in words if word not in str(error)] == []


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(("error", "builtin", "facts", "words"), TREE, ids=IDS)
def test_an_error_survives_pickling(error, builtin, facts, words, protocol):
    """Errors cross process borders whole."""
    copy = pickle.loads(pickle.dumps(error, protocol))

    assert type(copy) is type(error)
    assert copy.args == error.args
    assert str(copy) == str(error)
    assert {name: getattr(copy, name) for name in facts} == facts


def test_an_error_of_many_problems_shows_ten_and_counts_the_rest():
    """However many problems there are, the text stays readable and says how many it leaves out."""
    error = errors.InvalidDocument((PROBLEM,) * 13, 5)

    lines = str(error).splitlines()

    assert lines[0] == "18 problems in the document"
    assert len(lines) == 12
    assert lines[-1] == "... and 8 more"


def test_an_error_of_ten_problems_shows_them_all():
    """Nothing is said to be left out where nothing is."""
    error = errors.InvalidDocument((PROBLEM,) * 10)

    assert len(str(error).splitlines()) == 11
    assert "more" not in str(error)


def test_a_call_stack_that_is_too_short_is_an_error_of_ours():
    """hostile-input.md: nothing else ever escapes, a full call stack included."""

    @errors.front_door
    def endless(depth):
        return descend(depth)

    def descend(depth):
        return descend(depth + 1)

    with pytest.raises(errors.LimitExceeded, match="call stack") as caught:
        endless(0)

    assert caught.value.__context__ is None
    assert endless.__name__ == "endless"


def test_a_call_stack_that_is_long_enough_changes_nothing():
    """The guard gives what the function gives, and lets its errors through."""

    @errors.front_door
    def halve(value, *, by=2):
        return value / by

    assert halve(4) == 2
    with pytest.raises(ZeroDivisionError):
        halve(4, by=0)
