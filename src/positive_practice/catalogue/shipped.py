"""The shipped documents: the built-in framework, the code lists, the urgent-help notice."""

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from attrs import frozen

from positive_practice.derive.structure import structure_or_raise
from positive_practice.errors import UnknownFramework
from positive_practice.model.fixed_map import FixedMap
from positive_practice.model.framework import Framework
from positive_practice.model.lookup import find
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.text.package_data import package_data
from positive_practice.text.plain import is_array

__all__ = ["Code", "code_list", "code_lists", "framework", "known_frameworks", "notice"]

D = TypeVar("D")

FRAMEWORKS: Mapping[str, str] = MappingProxyType({"1.0": "framework.json"})
FRAMEWORK_ID = "positive-practice"


@frozen(kw_only=True)
class Code:
    """A code of a list, its label, its meaning, and what else the list says of it.

    Args:
        code: The code, as documents hold it.
        label: A few words for a form.
        meaning: What it means.
        more: Further facts of this list's codes: ``level``, ``for``, ``wanted`` or ``practice``.
    """

    code: str
    label: str
    meaning: str
    more: Mapping[str, Any]


def framework(version: str = "1.0") -> Framework:
    """The built-in framework.

    Args:
        version: The framework's version.

    Returns:
        The framework; always the same value.

    Raises:
        UnknownFramework: If this release does not ship the version.

    Source:
        framework.md.

    >>> len(framework().positions)
    55
    """
    if not isinstance(version, str) or version not in FRAMEWORKS:
        raise UnknownFramework(known_frameworks())
    return _framework(version)


@functools.cache
def _framework(version: str) -> Framework:
    return structure_or_raise(package_data("catalogue", "data", FRAMEWORKS[version]), Framework)


def known_frameworks() -> tuple[str, ...]:
    """The frameworks that this release ships, each as ``id version``."""
    return tuple(f"{FRAMEWORK_ID} {version}" for version in FRAMEWORKS)


@functools.cache
def notice() -> UrgentHelpNotice:
    """The shipped urgent-help notice, which nobody has checked yet: supply a dated one of yours.

    Source:
        privacy.md, "Urgent help first".

    >>> notice().checked_on is None
    True
    """
    return structure_or_raise(package_data("catalogue", "data", "notice.json"), UrgentHelpNotice)


def code_list(name: str) -> tuple[Code, ...]:
    """The codes of a list, in order.

    Args:
        name: The list's name, such as ``agency``.

    Raises:
        UnknownName: If there is no such list; the error lists those that exist.

    >>> [code.code for code in code_list("stage")]
    ['assessment', 'planning', 'delivery', 'transition']
    """
    return find("code list", code_lists(), name)


@functools.cache
def code_lists() -> Mapping[str, tuple[Code, ...]]:
    """All 25 code lists by name."""
    lists: dict[str, list[dict[str, Any]]] = package_data("catalogue", "data", "codes.json")
    return MappingProxyType(
        {name: tuple(_code(entry) for entry in entries) for name, entries in lists.items()}
    )


def _code(entry: dict[str, Any]) -> Code:
    known = {"code", "label", "meaning"}
    more = {key: _fixed(value) for key, value in entry.items() if key not in known}
    return Code(**{key: entry[key] for key in known}, more=FixedMap.of(more))


def _fixed(value: Any) -> Any:
    """A list as a tuple, so that a code can be hashed and nobody can change it."""
    return tuple(value) if is_array(value) else value
