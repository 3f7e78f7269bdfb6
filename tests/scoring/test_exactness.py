"""Scoring is exact: no float is written, made or rounded to anywhere in it."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

import positive_practice.scoring
from positive_practice.errors import Misuse
from positive_practice.scoring.rounding import percent

MODULES = sorted(Path(positive_practice.scoring.__file__).parent.glob("*.py"))
WHOLE = {"lcm", "gcd", "comb"}
"""What of `math` works on whole numbers alone."""

FRACTION_DIVISIONS = {"profile.py": ["sum(values, Fraction(0)) / len(values)"]}
"""The one line in which a Fraction is divided by a whole number, which gives a Fraction."""


def inexact(tree):
    """What could make a float: literals, calls and functions of `math`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield node.lineno, "literal"
        if isinstance(node, ast.Name) and node.id in {"float", "round", "complex", "Decimal"}:
            yield node.lineno, node.id
        if isinstance(node, ast.ImportFrom) and node.module in {"math", "statistics", "decimal"}:
            yield node.lineno, node.module
        is_of_math = isinstance(node, ast.Attribute) and ast.unparse(node.value) == "math"
        if is_of_math and node.attr not in WHOLE:
            yield node.lineno, f"math.{node.attr}"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            yield node.lineno, "power"


def divisions(tree):
    """Every division that is not a floor division."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield ast.unparse(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_nothing_inexact_is_written(path):
    """No module of scoring has a float literal, `float`, `round`, a root or a division of ints."""
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert list(inexact(tree)) == []
    assert list(divisions(tree)) == FRACTION_DIVISIONS.get(path.name, [])


def test_there_are_modules():
    """The test above looks at something."""
    assert {"settle.py", "tally.py", "profile.py", "plan.py"} <= {path.name for path in MODULES}


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(1), 100),
        (Fraction(7, 9), 78),
        (Fraction(1, 200), 1),
        (Fraction(-1, 200), -1),
        (Fraction(1, 201), 0),
        (Fraction(-1, 201), 0),
        (Fraction(3, 200), 2),
        (Fraction(5, 200), 3),
        (Fraction(-7, 9), -78),
        (Fraction(10**30 + 1, 2 * 10**32), 1),
        (Fraction(10**30 - 1, 2 * 10**32), 0),
    ],
)
def test_percent(share, expected):
    """A share is shown in whole per cent, half away from zero."""
    assert percent(share) == expected


@pytest.mark.parametrize("share", [None, 0.5, 1, "7/9"])
def test_what_is_no_exact_share(share):
    """What is no fraction is refused; where an index is None there is a reason to show."""
    with pytest.raises(
        Misuse, match="^percent takes an exact share; where an index is None, show its reason$"
    ):
        percent(share)
