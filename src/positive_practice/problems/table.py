"""The table of problem codes: ``table.json`` -> rows, and a row with its place -> a problem."""

import copy
import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from positive_practice.model.fixed_map import FixedMap
from positive_practice.model.lookup import find
from positive_practice.model.problem import Problem
from positive_practice.model.terms import Severity
from positive_practice.text.package_data import package_data

__all__ = ["Row", "problem", "row", "rows", "table"]


@frozen(kw_only=True)
class Row:
    """One problem code: what it means, how severe it is in each mode, what to say and to do.

    Args:
        code: The stable code.
        group: ``text``, ``version``, ``structure``, ``integrity``, ``quality``, ``document`` or
            ``batch``.
        severity: The severity by mode; None where the mode does not look at it.
        label: A few words.
        meaning: What it is and why it matters.
        message: The sentence that says it, with places for facts in braces.
        hint: What to do, with such places too.
    """

    code: str
    group: str
    severity: Mapping[str, Severity | None]
    label: str
    meaning: str
    message: str
    hint: str

    @property
    def example(self) -> dict[str, Any]:
        """A ``failing`` and a ``fixed`` example, and the mode that sees it; a fresh copy."""
        entries = {entry["code"]: entry for entry in table()["problems"]}
        example: dict[str, Any] = copy.deepcopy(entries[self.code]["example"])
        return example


def row(code: str) -> Row:
    """The row of a code.

    Raises:
        UnknownName: If there is no such code; the error lists those that exist.

    >>> row("reason_missing").severity["draft"]
    'info'
    """
    return find("problem code", rows(), code)


@functools.lru_cache(maxsize=4096)
def problem(  # one argument for each field of a problem that the table does not give
    code: str,
    pointer: str,
    *,
    severity: Severity = "error",
    position: str | None = None,
    line: int | None = None,
    offset: int | None = None,
    facts: tuple[tuple[str, str], ...] = (),
) -> Problem:
    """A problem of a code at a place, in the words of the table.

    Args:
        code: The code.
        pointer: A JSON Pointer.
        severity: How severe it is.
        position: The position concerned.
        line: The line of a fault in the text, from 1.
        offset: The byte of a fault in the text, from 0.
        facts: What message and hint name, such as a limit; never a value of a record.

    Returns:
        The problem.

    >>> problem("unknown_field", "/case").message
    'There is a field here that the schema does not know.'
    """
    words, named = row(code), dict(facts)
    return Problem(
        code=code,
        severity=severity,
        pointer=pointer,
        position=position,
        line=line,
        offset=offset,
        message=words.message.format_map(named) if facts else words.message,
        hint=words.hint.format_map(named) if facts else words.hint,
    )


@functools.cache
def rows() -> Mapping[str, Row]:
    """Every row by its code, in the order of the table."""
    return MappingProxyType({entry["code"]: _row(entry) for entry in table()["problems"]})


def _row(entry: Mapping[str, Any]) -> Row:
    words = {name: entry[name] for name in ("code", "group", "label", "meaning", "message", "hint")}
    return Row(**words, severity=FixedMap.of(entry["severity"]))


@functools.cache
def table() -> Mapping[str, Any]:
    """The table as plain data: ``base``, the record that the examples change, and ``problems``."""
    content: dict[str, Any] = package_data("problems", "table.json")
    return content
