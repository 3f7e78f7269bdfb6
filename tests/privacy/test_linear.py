"""The cost of the check grows with the text, and not with what somebody puts into it."""

import json
import re
import re._constants as codes
import re._parser as parser
import time
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


def cost(text: str) -> float:
    """The processor time of one check."""
    started = time.process_time()
    find_identifiers(text)
    return time.process_time() - started


def growth(unit: str) -> float:
    """How many times as much twice the text costs; the best of several, told apart from noise."""
    times = 3_000 // len(unit)
    once = twice = float("inf")
    for _ in range(5):
        once = min(once, cost(unit * times))
        twice = min(twice, cost(unit * 2 * times))
        if twice <= 2.3 * once:
            break
    return twice / once


@pytest.mark.volume
@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_costs_about_twice_as_much(unit):
    """Doubling any repetition costs at most 2.6 times."""
    find_identifiers("lists are read once")

    assert growth(unit) <= 2.6


@pytest.mark.volume
def test_the_longest_text_of_a_record_is_checked_within_50_milliseconds():
    """4,000 characters is what a text field holds; a call must not be noticed."""
    text = "They met the worker on day 14 and talked about housing, the plan and Tamsin. " * 52

    assert min(cost(text[:4_000]) for _ in range(10)) < 0.05
