"""The cost of the check grows with the text, and not with what somebody puts into it."""

import json
import re
import re._constants as codes
import re._parser as parser
import sys
from pathlib import Path

import pytest

from positive_practice.privacy import (
    accounts,
    ages,
    contacts,
    dates,
    digits,
    initials,
    names,
    papers,
    places,
    words,
)
from positive_practice.privacy.identifiers import find_identifiers

MODULES = (accounts, ages, contacts, dates, digits, initials, names, papers, places)
PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
}
PATTERNS |= {f"words.{name}": words.phrases(name) for name in ("rare_events", "methods")}
PATTERNS |= {f"words.place {n}": place for n, place in enumerate(words.named_places())}
LONGEST_BOUND = 63

UNITS = json.loads((Path(__file__).parent / "hostile.json").read_text("utf-8"))


def repeats(parsed):
    """Every repetition of a parsed expression: how it repeats, and how often at most."""
    for code, argument in parsed:
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            yield code, argument[1]
        for part in argument if isinstance(argument, tuple) else ():
            inside = part if isinstance(part, list) else [part]
            for inner in inside:
                if isinstance(inner, parser.SubPattern):
                    yield from repeats(inner)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_repetition_without_bound_never_gives_back(name):
    """Linear-time expressions only: what can repeat without end is possessive, the rest bounded."""
    parsed = parser.parse(PATTERNS[name].pattern, PATTERNS[name].flags)

    for code, most in repeats(parsed):
        assert code is codes.POSSESSIVE_REPEAT or most <= LONGEST_BOUND


def calls(text):
    """How many functions one check calls, Python's own included."""
    count = 0

    def listen(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    earlier = sys.getprofile()
    sys.setprofile(listen)
    try:
        find_identifiers(text)
    finally:
        sys.setprofile(earlier)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_at_most_twice_as_many_steps(unit):
    """Doubling any repetition at most doubles what is called; scripts/growth.py measures the time."""
    times = 1_200 // len(unit)
    find_identifiers("lists are read once")

    once, twice = calls(unit * times), calls(unit * 2 * times)

    assert twice <= 2.1 * once
