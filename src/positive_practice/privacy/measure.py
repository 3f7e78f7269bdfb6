"""Measuring the identifier check: texts with known findings -> precision and recall of each kind.

``python -m positive_practice.privacy.measure FILE.jsonl...``, where each line is
``{"text", "findings": [{"kind", "severity", "start", "end"}]}``.
"""

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from attrs import field, frozen

from positive_practice.errors import CannotRead
from positive_practice.privacy.finding import LIMITS, SEVERITIES, Finding, Kind
from positive_practice.privacy.identifiers import find_identifiers
from positive_practice.scoring.rounding import percent

__all__ = ["Line", "Measure", "main", "measure", "measures_table", "read_lines"]

WIDTH = 80


@frozen
class Line:
    """A text and what there is to find in it."""

    text: str = field(repr=False)
    findings: tuple[Finding, ...]


@frozen
class Measure:
    """How often a kind was found, and how often rightly.

    Args:
        expected: How many there are.
        met: How many of those were found: the same kind over at least one character of it.
        found: How many were reported.
        right: How many of those there are.
    """

    expected: int
    met: int
    found: int
    right: int


def measure(lines: Iterable[Line]) -> Mapping[Kind, Measure]:
    """Compare what is found with what is known.

    Args:
        lines: Texts with known findings.

    Returns:
        The measure of each kind, in the order of the kinds, without those that never occur.

    >>> measure([Line("Ring 07700 900123.", (Finding("phone", "block", 5, 17),))])
    {'phone': Measure(expected=1, met=1, found=1, right=1)}
    """
    pairs = [(line.findings, find_identifiers(line.text)) for line in lines]
    measures: dict[Kind, Measure] = {kind: _of_kind(kind, pairs) for kind in SEVERITIES}
    return {kind: one for kind, one in measures.items() if one.expected or one.found}


def _of_kind(
    kind: Kind, pairs: Sequence[tuple[tuple[Finding, ...], tuple[Finding, ...]]]
) -> Measure:
    expected = met = found = right = 0
    for known, reported in pairs:
        wanted = [finding for finding in known if finding.kind == kind]
        given = [finding for finding in reported if finding.kind == kind]
        expected, found = expected + len(wanted), found + len(given)
        met += _touching(wanted, given)
        right += _touching(given, wanted)
    return Measure(expected, met, found, right)


def _touching(these: list[Finding], others: list[Finding]) -> int:
    """How many of these findings lie over one of the others."""
    return sum(
        any(one.start < other.end and other.start < one.end for other in others) for one in these
    )


def measures_table(measures: Mapping[Kind, Measure]) -> str:
    """Precision and recall of each kind, and the limits, in lines of at most 80 characters.

    Args:
        measures: The measure of each kind.

    Returns:
        Lines, the last without its end.

    >>> found = {"phone": Measure(expected=3, met=2, found=2, right=2)}
    >>> print(measures_table(found).splitlines()[1])
    phone               block       2 of 2    100 %       2 of 3     67 %
    """
    heads = f"{'kind':<20}{'':<8}{'right of found':>15}{'':>7}{'found of all':>15}{'':>7}"
    rows = [_row(kind, SEVERITIES[kind], one) for kind, one in measures.items()]
    totals = [_row("all", severity, _sum(measures, severity)) for severity in ("block", "warn")]
    return "\n".join([heads.rstrip(), *rows, *totals, "", *textwrap.wrap(LIMITS, WIDTH)])


def _row(name: str, severity: str, one: Measure) -> str:
    precision = f"{f'{one.right} of {one.found}':>11}{_share(one.right, one.found):>9}"
    recall = f"{f'{one.met} of {one.expected}':>13}{_share(one.met, one.expected):>9}"
    return f"{name:<20}{severity:<7}{precision}{recall}"


def _share(part: int, whole: int) -> str:
    return f"{percent(Fraction(part, whole))} %" if whole else "-"


def _sum(measures: Mapping[Kind, Measure], severity: str) -> Measure:
    some = [one for kind, one in measures.items() if SEVERITIES[kind] == severity]
    return Measure(
        sum(one.expected for one in some),
        sum(one.met for one in some),
        sum(one.found for one in some),
        sum(one.right for one in some),
    )


def read_lines(path: Path) -> Iterator[Line]:
    """Read texts with known findings.

    Args:
        path: A JSON Lines file.

    Yields:
        A line at a time.

    Raises:
        CannotRead: If there is no such file, or a line is not as it should be.
    """
    try:
        for line in path.read_text("utf-8").removesuffix("\n").split("\n"):
            yield _line(json.loads(line))
    except (OSError, ValueError, TypeError, LookupError):
        raise CannotRead(f"{path.name} is no file of texts with findings, one a line") from None


def _line(plain: Any) -> Line:
    line = Line(plain["text"], tuple(Finding(**finding) for finding in plain["findings"]))
    if not isinstance(line.text, str) or not all(one.kind in SEVERITIES for one in line.findings):
        raise TypeError
    return line


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures of one or more files.

    Args:
        arguments: Paths; those of the process where none are given.

    Returns:
        The exit code: 0 fine, 2 wrong use, 3 not read.
    """
    paths = sys.argv[1:] if arguments is None else arguments
    if not paths:
        sys.stderr.write("usage: python -m positive_practice.privacy.measure FILE.jsonl...\n")
        return 2
    try:
        lines = [line for path in paths for line in read_lines(Path(path))]
    except CannotRead as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(f"{measures_table(measure(lines))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
