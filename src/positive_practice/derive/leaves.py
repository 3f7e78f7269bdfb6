"""Leaves: one plain value -> what the model holds, or a problem with its path."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import define, field, frozen

from positive_practice.model.checks import (
    extension_fault,
    extension_size_fault,
    leaf_fault,
    words_for,
)
from positive_practice.model.constraints import ANY_COUNT, Counted, ExtensionObject, Ratio, Whole
from positive_practice.model.counts import Counts
from positive_practice.model.extensions import Extensions
from positive_practice.model.shape import Leaf
from positive_practice.text.fraction import format_fraction
from positive_practice.text.plain import is_object, is_whole

__all__ = ["Findings", "Found", "Path", "Reader", "leaf_reader"]

Path: TypeAlias = tuple[str | int, ...]
Reader: TypeAlias = Callable[[Any, Path, "Findings"], Any]


@frozen
class Found:
    """A problem on the way: its code, the path to it, and the facts of its message."""

    code: str
    path: Path
    facts: tuple[tuple[str, str], ...] = ()


@define
class Findings:
    """The problems of a document on the way: as many as are kept, and how many there are."""

    most: int
    kept: list[Found] = field(factory=list[Found])
    count: int = 0

    def add(self, code: str, path: Path, facts: tuple[tuple[str, str], ...] = ()) -> None:
        """Count a problem, and keep it while there is room."""
        self.count += 1
        if self.count <= self.most:
            self.kept.append(Found(code, path, facts))


def leaf_reader(leaf: Leaf) -> Reader:
    """The reader of a leaf, as its constraint asks for."""
    if isinstance(leaf.constraint, Ratio):
        return _ratio_reader(leaf.constraint)
    if isinstance(leaf.constraint, Counted):
        return _counted_reader(leaf.constraint)
    if isinstance(leaf.constraint, ExtensionObject):
        return _extensions_reader(leaf.constraint)
    return _scalar_reader(leaf)


def _scalar_reader(leaf: Leaf) -> Reader:
    exact = _whole if isinstance(leaf.constraint, Whole) else _plain_text

    def read(value: Any, path: Path, found: Findings) -> Any:
        exact_value = exact(value)
        fault = leaf_fault(leaf, exact_value)
        if fault is not None:
            return found.add(fault.code, path, fault.facts)
        return exact_value

    return read


def _plain_text(value: Any) -> Any:
    """Text of exactly the built-in type; some readers hand out subclasses."""
    return str.__str__(value) if isinstance(value, str) else value


def _whole(value: Any) -> Any:
    """A number without a fraction is an integer however it is written (record.md)."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if is_whole(value) else value


def _ratio_reader(ratio: Ratio) -> Reader:
    expression = re.compile(ratio.expression, re.ASCII)
    expected = (("expected", words_for(ratio)),)

    def read(value: Any, path: Path, found: Findings) -> Any:
        if not isinstance(value, str):
            return found.add("wrong_type", path, expected)
        if len(value) > ratio.maximum or expression.fullmatch(value) is None:
            return found.add("bad_format", path, expected)
        fraction = Fraction(*map(int, value.split("/")))
        if format_fraction(fraction) != value:
            found.add("fraction_not_reduced", path)
        return fraction

    return read


def _counted_reader(counted: Counted) -> Reader:
    read_count = leaf_reader(Leaf(ANY_COUNT))

    def read(value: Any, path: Path, found: Findings) -> Any:
        if not is_object(value):
            return found.add("wrong_type", path, (("expected", "an object"),))
        before = found.count
        counts = {
            code: read_count(value[code], (*path, code), found)
            for code in counted.codes
            if code in value
        }
        for code in counted.codes if counted.every else ():
            if code not in value:
                found.add("missing_field", path, (("field", code),))
        if any(code not in counts for code in value):
            found.add("unknown_field", path)
        return Counts.of(counts) if found.count == before else None

    return read


def _extensions_reader(constraint: ExtensionObject) -> Reader:
    def read(value: Any, path: Path, found: Findings) -> Any:
        fault = extension_fault(constraint, value)
        frozen_value = None if fault else Extensions.of(value)
        if frozen_value is not None:
            fault = extension_size_fault(constraint, frozen_value)
        if fault is not None:
            return found.add(fault.code, path, fault.facts)
        return frozen_value

    return read
