"""The framework that a command is given: whether the records name it or were read under another."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field

from positive_practice.catalogue.shipped import known_frameworks
from positive_practice.cli.output import tell
from positive_practice.errors import Misuse
from positive_practice.model.framework import Framework
from positive_practice.model.record import AuditRecord, FrameworkRef
from positive_practice.model.tally import FrameworkIdentity

__all__ = ["Given", "is_named", "must_be_named", "note", "noted", "tell_unnamed"]


@define
class Given:
    """A framework beside the built-in one, and how many of the records that were read name it.

    Args:
        framework: The framework, or None if none was given.
        options: What it was given with: ``--framework``, ``--tailoring`` or both.
        naming: How many records name it.
        others: How many do not, by what they were read under.
    """

    framework: Framework | None = None
    options: tuple[str, ...] = ()
    naming: int = 0
    others: Counter[str] = field(factory=Counter[str])


def noted(records: Iterable[AuditRecord], given: Given) -> Iterator[AuditRecord]:
    """The records, each noted as it is read.

    Args:
        records: The records.
        given: Where to note whether they name what was given.
    """
    for record in records:
        note(record.framework, given)
        yield record


def note(named: FrameworkRef | FrameworkIdentity, given: Given, records: int = 1) -> None:
    """Note whether a record, or a profile of several, names what was given.

    Args:
        named: The framework that it names.
        given: Where to note it.
        records: How many records that is.
    """
    if is_named(given.framework, named):
        given.naming += records
    else:
        given.others[_name_of(named, given.framework)] += records


def _name_of(named: FrameworkRef | FrameworkIdentity, local: Framework | None) -> str:
    """A name that the library or the options hold; any other is what a file holds, and stays so."""
    name = f"{named.id} {named.version}"
    at_hand = {*known_frameworks(), *([] if local is None else [f"{local.id} {local.version}"])}
    return name if name in at_hand else "another framework"


def is_named(framework: Framework | None, named: FrameworkRef | FrameworkIdentity) -> bool:
    """Whether a framework is the one that a document names, tailoring included.

    Args:
        framework: The framework, or None.
        named: What the document names.

    >>> from positive_practice.api import load
    >>> from positive_practice.catalogue.shipped import framework
    >>> is_named(framework(), load("examples/parts/college.json").framework)
    True
    """
    if framework is None:
        return False
    names = named.id, named.version, named.tailoring
    return (framework.id, framework.version, framework.tailoring) == names


def must_be_named(given: Given) -> None:
    """Say how many records do not name what was given.

    Args:
        given: What was given, and what was noted.

    Raises:
        Misuse: If it was named by none, so that it changed nothing.
    """
    if given.framework is not None and given.others and not given.naming:
        raise Misuse(
            f"{_unnamed(given)} Leave {' and '.join(given.options)} out to have that, or name the "
            f"{_what(given)} in the records, under framework."
        )
    tell_unnamed(given)


def tell_unnamed(given: Given) -> None:
    """Say on standard error how many records do not name what was given, if there are any.

    Args:
        given: What was given, and what was noted.
    """
    if given.framework is not None and given.others:
        tell(_unnamed(given))


def _unnamed(given: Given) -> str:
    n = given.others.total()
    do, were = ("does", "was") if n == 1 else ("do", "were")
    records = "record" if n + given.naming == 1 else "records"
    return (
        f"{n:,} of {n + given.naming:,} {records} {do} not name the {_what(given)} that you "
        f"gave, and {were} read under {' and '.join(sorted(given.others))}."
    )


def _what(given: Given) -> str:
    """What was given, by the names of the options."""
    return " and ".join(option.removeprefix("--") for option in given.options)
