"""The table of problem codes: ``table.json`` -> rows, and a row with its place -> a problem."""

import functools
import importlib.resources
import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from positive_practice.model.lookup import find
from positive_practice.model.problem import Problem

__all__ = ["Row", "problem", "row", "rows"]


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
        example: A failing and a fixed example.
    """

    code: str
    group: str
    severity: Mapping[str, str | None]
    label: str
    meaning: str
    message: str
    hint: str
    example: Mapping[str, Any]


def row(code: str) -> Row:
    """The row of a code.

    Raises:
        UnknownName: If there is no such code; the error lists those that exist.

    >>> row("reason_missing").severity["draft"]
    'info'
    """
    return find("problem code", rows(), code)


def problem(  # one argument for each field of a problem that the table does not give
    code: str,
    pointer: str,
    *,
    severity: str = "error",
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
        severity=severity,  # type: ignore[arg-type]  # the table's severities are those of the type, as a test says
        pointer=pointer,
        position=position,
        line=line,
        offset=offset,
        message=words.message.format_map(named),
        hint=words.hint.format_map(named),
    )


@functools.cache
def rows() -> Mapping[str, Row]:
    """Every row by its code, in the order of the table."""
    return {entry["code"]: Row(**entry) for entry in table()["problems"]}


@functools.cache
def table() -> Mapping[str, Any]:
    """The table as plain data: ``base``, the record that the examples change, and ``problems``."""
    data = (
        importlib.resources.files("positive_practice.problems").joinpath("table.json").read_bytes()
    )
    content: dict[str, Any] = json.loads(data)
    return content
