"""What can be looked up, and what a record should not say: plain text -> rare events, methods."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import is_known, named_places, phrases

__all__ = ["find_events"]


def find_events(text: str) -> Iterator[Span]:
    """Find rare events, named places and words that name a method or an injury.

    >>> [span.kind for span in find_events("After the inquest she left Elm Academy.")]
    ['rare_event', 'rare_event']
    """
    yield from spans("rare_event", phrases("rare_events"), text)
    yield from spans("method_words", phrases("methods"), text)
    for pattern in named_places():
        yield from (Span("rare_event", *match.span()) for match in _named(pattern, text))


def _named(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Places with a name of their own; what begins with another word is looked at further on."""
    match = pattern.search(text)
    while match is not None:
        known = is_known(match["name"])
        if not known:
            yield match
        match = pattern.search(text, match.end("name") if known else match.end())
