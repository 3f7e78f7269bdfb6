"""Which kind of document a file seems to hold, where it is not the kind that is needed."""

import contextlib
import functools
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from positive_practice.batch.items import Input, Item, items_of, open_input
from positive_practice.catalogue.documents import DOCUMENTS, schema
from positive_practice.cli.output import tell
from positive_practice.errors import InvalidDocument
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.text.plain import is_object

__all__ = ["RECORD", "expecting", "looks_like", "tell_other_kind", "tell_other_kinds"]

RECORD = "audit-record"
IN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "framework": "a framework",
        "tailoring": "a tailoring",
        "audit-record": "a record",
        "tally": "a tally",
        "profile": "a profile",
        "comparison": "a comparison",
        "agreement": "an agreement",
        "validation-report": "a report of a check",
        "urgent-help-notice": "an urgent-help notice",
    }
)


def looks_like(item: Item, wanted: str) -> str | None:
    """The kind of document that an item looks like, by its own keys, if it is not the one needed.

    Args:
        item: An item of a file.
        wanted: The name of the document that is needed, such as ``profile``.

    Returns:
        The name of the document of whose fields it has most, and at least half; None if that is
        the one needed, or none.
    """
    keys = _keys_of(item)
    shared = {name: len(keys & _fields(name)) for name in DOCUMENTS}
    best = max(shared, key=lambda name: (shared[name], name == wanted))
    is_like = 2 * shared[best] >= len(schema(best)["required"])
    return best if best != wanted and is_like else None


def _keys_of(item: Item) -> frozenset[str]:
    if item.record is not None:
        return _fields(RECORD)
    return frozenset(item.value) if is_object(item.value) else frozenset()


@functools.cache
def _fields(name: str) -> frozenset[str]:
    return frozenset(schema(name)["properties"])


def tell_other_kind(item: Item | None, wanted: str, place: str = "", advice: str = "") -> None:
    """Say on standard error what an item looks like, if it is another kind than is needed.

    Args:
        item: The item, or None if there is none.
        wanted: The name of the document that is needed.
        place: What to call the file, or nothing.
        advice: What to do about it, or nothing.
    """
    found = None if item is None else looks_like(item, wanted)
    if found is not None:
        this = f"{place}: this" if place else "This"
        what = f"{this} looks like {IN_WORDS[found]}, not {IN_WORDS[wanted]}"
        tell(f"{what}: {advice}." if advice else f"{what}.")


def tell_other_kinds(inputs: Iterable[Input], files: int) -> None:
    """Say on standard error which files of records look like something else.

    Args:
        inputs: The files.
        files: How many there are.
    """
    for number, one in enumerate(inputs, 1):
        place = f"file {number}" if files > 1 else ""
        tell_other_kind(_first_of(one), RECORD, place)


@contextlib.contextmanager
def expecting(wanted: str, file: Path, advice: str = "") -> Generator[None]:
    """Say of a file that cannot be taken what it looks like, if that is another kind of document.

    Args:
        wanted: The name of the document that is needed.
        file: The file.
        advice: What to do about it, or nothing.
    """
    try:
        yield
    except InvalidDocument:
        if file.is_file():  # a pipe gives its content only once
            with open_input(file) as again:
                tell_other_kind(_first_of(again), wanted, advice=advice)
        raise


def _first_of(source: Input) -> Item | None:
    return next((item for item in items_of(source, DEFAULT_LIMITS) if not item.blank), None)
