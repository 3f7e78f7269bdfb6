"""Comparison, by hand: scoring.md, section 7."""

from collections.abc import Mapping
from typing import Any

from vectors.parts import (
    Case,
    Plain,
    changed,
    element,
    form,
    framework,
    joined,
    named,
    practice,
    record,
    under,
)

__all__ = ["CASES"]

E1, E2, E3, E4 = "not_evident", "partly", "mostly", "fully"
ONE = framework(element("AA", "feature", practice("AA1"), practice("AA2", condition=True)))
TWO = framework(element("BB", "thread", practice("BB1")), element("AA", "feature", practice("AA1")))
OTHER = changed(ONE, {"/elements/0/practices/1/weight": "2/1"})
RENAMED = changed(ONE, {"/id": "other", "/elements/0/label": "Others"})


def _of(
    said: Mapping[str, str] | None,
    one: Plain = ONE,
    method: str = "agreed",
    selection: str = "all_cases",
) -> Plain:
    """What a profile is made of: a record that says something, or no record."""
    made = [] if said is None else [record(form(said), framework=named(one), selection=selection)]
    return {"framework": one, "records": made, "method": method, "overall": None}


def _pair(first: Plain, second: Plain) -> Plain:
    return {"first": first, "second": second}


def _element(
    difference: str | None,
    interval: list[str] | None,
    direction: str = "undetermined",
    id_: str = "AA",
) -> Plain:
    return {"element": id_, "difference": difference, "interval": interval, "direction": direction}


def _found(*elements: Plain, cautious: bool = False) -> dict[str, Any]:
    return {"elements": list(elements), "cautions": ["selection_not_representative"] * cautious}


NOT_APPLIED = {"AA1": "not_applicable", "AA2": "not_applicable"}
SAME = _element("0/1", ["0/1", "0/1"], "same")

ONLY = "`compare(first, second)`: two profiles compare only if their scoring hashes and methods are equal; otherwise `NotComparable` names what differs."
EACH = "For each element: difference = second.index - first.index (None if either is), interval [second.lower - first.upper, second.upper - first.lower] (None if a bound is);"
DIRECTION = "direction `same` if the interval is [0, 0], `higher` if its lower end > 0, `lower` if its upper end < 0, else `undetermined`."
CAUTION = "Records whose selection is neither `all_cases` nor `random_sample`, on either side, are the caution `selection_not_representative`."

LOW, HIGH = {"AA1": E1, "AA2": E1}, {"AA1": E4, "AA2": E4}
MIDDLE = {"AA1": E2, "AA2": E3}

CASES: list[Case] = joined(
    under(
        ONLY,
        (
            "scoring-hashes-differ",
            _pair(_of(LOW), _of(LOW, OTHER)),
            {"not_comparable": ["scoring_hash"]},
        ),
        (
            "methods-differ",
            _pair(_of(LOW), _of(LOW, method="lowest")),
            {"not_comparable": ["method"]},
        ),
        (
            "hashes-and-methods-differ",
            _pair(_of(LOW, method="lower_median"), _of(LOW, OTHER)),
            {"not_comparable": ["scoring_hash", "method"]},
        ),
        ("names-may-differ", _pair(_of(MIDDLE), _of(MIDDLE, RENAMED)), _found(SAME)),
        (
            "tailorings-may-differ",
            _pair(
                _of(MIDDLE),
                _of(MIDDLE, changed(ONE, {"/tailoring": {"id": "county", "version": "1"}})),
            ),
            _found(SAME),
        ),
        (
            "both-under-another-method",
            _pair(_of(MIDDLE, method="lowest"), _of(MIDDLE, method="lowest")),
            _found(SAME),
        ),
    ),
    under(
        EACH,
        (
            "difference-of-settled",
            _pair(_of(MIDDLE), _of({"AA1": E3, "AA2": E4})),
            _found(_element("1/3", ["1/3", "1/3"], "higher")),
        ),
        # First: index 1, bounds 1/2 and 1; second: index 0, bounds 0 and 1/2.
        (
            "difference-with-open-positions",
            _pair(_of({"AA1": E4}), _of({"AA1": E1})),
            _found(_element("-1/1", ["-1/1", "0/1"])),
        ),
        (
            "difference-of-silence",
            _pair(_of(MIDDLE), _of({})),
            _found(_element(None, ["-1/2", "1/2"])),
        ),
        (
            "difference-from-silence",
            _pair(_of({}), _of(HIGH)),
            _found(_element(None, ["0/1", "1/1"])),
        ),
        (
            "difference-of-two-silences",
            _pair(_of({}), _of({})),
            _found(_element(None, ["-1/1", "1/1"])),
        ),
        (
            "difference-where-nothing-applied",
            _pair(_of(NOT_APPLIED), _of(HIGH)),
            _found(_element(None, None)),
        ),
        ("difference-to-no-records", _pair(_of(HIGH), _of(None)), _found(_element(None, None))),
        (
            "difference-of-two-elements",
            _pair(_of({"AA1": E4, "BB1": E1}, TWO), _of({"AA1": E2, "BB1": E4}, TWO)),
            _found(
                _element("1/1", ["1/1", "1/1"], "higher", "BB"),
                _element("-2/3", ["-2/3", "-2/3"], "lower"),
            ),
        ),
    ),
    under(
        DIRECTION,
        ("direction-same", _pair(_of(MIDDLE), _of({"AA1": E3, "AA2": E2})), _found(SAME)),
        (
            "direction-higher",
            _pair(_of(LOW), _of({"AA1": E2})),
            _found(_element("1/3", ["1/6", "2/3"], "higher")),
        ),
        (
            "direction-lower",
            _pair(_of(HIGH), _of({"AA1": E3})),
            _found(_element("-1/3", ["-2/3", "-1/6"], "lower")),
        ),
        (
            "direction-equal-index-and-open",
            _pair(_of({"AA1": E3}), _of({"AA1": E3})),
            _found(_element("0/1", ["-1/2", "1/2"])),
        ),
        (
            "direction-from-zero",
            _pair(_of(LOW), _of({"AA1": E1})),
            _found(_element("0/1", ["0/1", "1/2"])),
        ),
        (
            "direction-to-zero",
            _pair(_of(HIGH), _of({"AA1": E4})),
            _found(_element("0/1", ["-1/2", "0/1"])),
        ),
    ),
    under(
        CAUTION,
        (
            "caution-on-the-first",
            _pair(_of(MIDDLE, selection="volunteered"), _of(MIDDLE)),
            _found(SAME, cautious=True),
        ),
        (
            "caution-on-the-second",
            _pair(_of(MIDDLE), _of(MIDDLE, selection="positive_examples")),
            _found(SAME, cautious=True),
        ),
        (
            "caution-on-both-is-one",
            _pair(_of(MIDDLE, selection="concern_led"), _of(MIDDLE, selection="other")),
            _found(SAME, cautious=True),
        ),
        (
            "no-caution-of-a-sample",
            _pair(_of(MIDDLE, selection="random_sample"), _of(MIDDLE)),
            _found(SAME),
        ),
        ("no-caution-of-no-records", _pair(_of(None), _of(None)), _found(_element(None, None))),
    ),
)
"""Each given what two profiles are made of; by hand: elements and cautions, or what differs."""
