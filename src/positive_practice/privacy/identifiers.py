"""The identifier check: a text -> what in it may identify somebody, as kinds and places.

It is never complete. Names without a title or a cue are mostly missed, and those of minorities
most. Say so wherever it is used, and word a finding "possible personal data, please check".
"""

import bisect
import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from positive_practice.errors import MissingExtra, Misuse
from positive_practice.privacy.accounts import find_accounts
from positive_practice.privacy.ages import find_ages
from positive_practice.privacy.contacts import find_contacts
from positive_practice.privacy.dates import find_dates
from positive_practice.privacy.events import find_events
from positive_practice.privacy.finding import SEVERITIES, Finding, Kind, Span
from positive_practice.privacy.initials import find_initials
from positive_practice.privacy.names import find_names
from positive_practice.privacy.normalise import normalise, original_span
from positive_practice.privacy.papers import find_papers
from positive_practice.privacy.places import find_places

try:
    from positive_practice.privacy.digits import find_numbers
except ModuleNotFoundError:
    raise MissingExtra("privacy") from None

__all__ = ["Names", "find_identifiers"]

Names: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]

FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_numbers,
    find_accounts,
    find_papers,
    find_contacts,
    find_dates,
    find_ages,
    find_places,
    find_initials,
    find_names,
    find_events,
)
RANKS = {kind: rank for rank, kind in enumerate(SEVERITIES)}


def find_identifiers(text: str, *, names: Names | None = None) -> tuple[Finding, ...]:
    """Find what in a text may identify somebody, and words that name a method or an injury.

    Detection is never complete: a text without a finding still has to be read by somebody.

    Args:
        text: Any text.
        names: A named-entity model of your own: a function from the text to the places of names
            in it, as pairs of code points. The library ships none.

    Returns:
        Findings in the order of the text, none over another; of several for the same words the
        one that blocks, then the longest, which then covers what the others do.

    Raises:
        Misuse: If the text is no ``str``, or the function fails or gives no such pairs.

    >>> [finding.kind for finding in find_identifiers("Dr Okoro rang 07700 900123 on 3 May.")]
    ['titled_name', 'phone', 'date']
    >>> find_identifiers("They rang Childline on 0800 1111 the same day.")
    ()
    """
    if not isinstance(text, str):
        raise Misuse("the identifier check takes a str, one text at a time")
    normalised = normalise(text)
    findings = [
        _finding(span.kind, *original_span(normalised, span.start, span.end))
        for find in FINDERS
        for span in find(normalised.text)
    ]
    findings += [_finding("named_entity", *place) for place in _places(text, names)]
    return _strongest(findings)


def _finding(kind: Kind, start: int, end: int) -> Finding:
    return Finding(kind, SEVERITIES[kind], start, end)


def _strongest(findings: list[Finding]) -> tuple[Finding, ...]:
    """Of findings over one another the one that blocks, then the longest, then the surest."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=_weight):
        first = bisect.bisect_right(kept, finding.start, key=lambda one: one.end)
        after = bisect.bisect_left(kept, finding.end, key=lambda one: one.start)
        if first == after:
            kept.insert(first, finding)
        elif finding.severity == "block":  # of "WhatsApp jay07" and "jay07#4711" no end is lost
            kept[first] = attrs.evolve(kept[first], start=min(kept[first].start, finding.start))
            kept[after - 1] = attrs.evolve(
                kept[after - 1], end=max(kept[after - 1].end, finding.end)
            )
    return tuple(kept)


def _weight(finding: Finding) -> tuple[bool, bool, int, int, int]:
    """How early a finding is kept; a capital letter alone says least."""
    length = finding.end - finding.start
    vague = finding.kind == "capitalised_name"
    return finding.severity == "warn", vague, -length, RANKS[finding.kind], finding.start


def _places(text: str, names: Names | None) -> list[tuple[int, int]]:
    """What a named-entity model gives for a text; its own errors may hold the text."""
    if names is None:
        return []
    try:
        # No text has more names than characters: an endless answer ends here.
        places: list[Any] = list(itertools.islice(names(text), len(text) + 1))
    except Exception:  # noqa: BLE001  # a model may raise anything, with the text in it
        places = [None]
    if not all(_is_place(place, len(text)) for place in places):
        raise Misuse("names= is a function from a text to pairs (start, end) of places within it")
    return [(start, end) for start, end in places]


def _is_place(place: Any, length: int) -> bool:
    """Whether a model's answer is a pair of places within the text."""
    match place:
        case (bool(), _) | (_, bool()):
            return False
        case (int() as start, int() as end):
            return 0 <= start < end <= length
        case _:
            return False
