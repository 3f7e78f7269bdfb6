"""Comparison of plain profiles, written from the scoring page alone, section 7.

It imports nothing of the library that it is held against.
"""

from fractions import Fraction
from typing import Any

from oracle.scoring import fraction_text

Document = dict[str, Any]


def differs(first: Document, second: Document) -> tuple[str, ...]:
    """Return what two profiles must have in common and have not."""
    names = []
    if first["framework"]["scoring_hash"] != second["framework"]["scoring_hash"]:
        names.append("scoring_hash")
    if first["method"] != second["method"]:
        names.append("method")
    return tuple(names)


def compare(first: Document, second: Document) -> Document:
    """Return the comparison document of two profile documents that go together."""
    return {
        "schema_version": "1.0",
        "method": first["method"],
        "first": _side(first),
        "second": _side(second),
        "elements": [
            _element(one["element"], one["score"], other["score"])
            for one, other in zip(first["elements"], second["elements"], strict=True)
        ],
        "cautions": _cautions(first, second),
    }


def _side(profile: Document) -> Document:
    """Return what a comparison says of one of its profiles."""
    return {name: profile[name] for name in ("framework", "records", "selections")}


def _element(name: str, first: Document, second: Document) -> Document:
    """Return what differs in one element."""
    difference = None
    if first["index"] is not None and second["index"] is not None:
        difference = fraction_text(Fraction(second["index"]) - Fraction(first["index"]))
    interval, direction = None, "undetermined"
    bounds = [first["lower"], first["upper"], second["lower"], second["upper"]]
    if None not in bounds:
        first_lower, first_upper, second_lower, second_upper = map(Fraction, bounds)
        low, high = second_lower - first_upper, second_upper - first_lower
        interval = [fraction_text(low), fraction_text(high)]
        if (low, high) == (0, 0):
            direction = "same"
        elif low > 0:
            direction = "higher"
        elif high < 0:
            direction = "lower"
    return {
        "element": name,
        "difference": difference,
        "interval": interval,
        "direction": direction,
    }


def _cautions(first: Document, second: Document) -> list[str]:
    """Return the caution if a record of either side was selected in any other way."""
    selected = [*first["selections"], *second["selections"]]
    others = [code for code in selected if code not in ("all_cases", "random_sample")]
    return ["selection_not_representative"] if others else []
