"""How every text with figures begins: where to turn, and what it is and is not for."""

import datetime as dt

from positive_practice.model.notice import Channel, UrgentHelpNotice
from positive_practice.report import sentences, words
from positive_practice.report.lines import WIDTH, wrapped

__all__ = ["local_date", "opening", "what_it_is_not_for", "where_to_turn_in_short"]

INDENT = "   "
NOTICE_LINES = 3


def opening(notice: UrgentHelpNotice, today: dt.date) -> list[str]:
    """Where to turn, with every channel, then what the text is and is not for.

    Args:
        notice: The urgent-help notice.
        today: The day by which it may have become stale.

    Returns:
        Lines of at most 80 columns, the last one empty.

    Source:
        privacy.md, "Practice, never a person" and "Urgent help first".

    >>> from positive_practice.catalogue.shipped import notice
    >>> opening(notice(), dt.date(2026, 3, 1))[0]
    'URGENT HELP. Check these before use: never yet checked. (United Kingdom)'
    """
    channels = wrapped("; ".join(map(_channel, notice.channels)), INDENT)
    return [*_title(notice, today), *channels, "", *what_it_is_not_for(), ""]


def local_date() -> dt.date:
    """The system's date where it is: the day by which a notice may have become stale."""
    return dt.datetime.now().astimezone().date()


def where_to_turn_in_short(
    notice: UrgentHelpNotice, today: dt.date, *, width: int = WIDTH
) -> list[str]:
    """The urgent-help notice in a few lines, for the summary of a report that has all of it.

    Args:
        notice: The notice.
        today: The day by which it may have become stale.
        width: The longest line.

    Returns:
        What to check about it, then as many channels as fit.
    """
    return [*_title(notice, today, width)[:2], *_channels(notice, width)]


def _title(notice: UrgentHelpNotice, today: dt.date, width: int = WIDTH) -> list[str]:
    warning = words.notice_to_check(notice, today)
    heading = ("URGENT HELP.", warning, f"({notice.area})")
    return wrapped(" ".join(part for part in heading if part is not None), width=width)


def _channels(notice: UrgentHelpNotice, width: int) -> list[str]:
    """As many whole channels as fit into a few lines: no number is ever cut."""
    shown = [_channel(channel) for channel in notice.channels]
    for n in range(len(shown), 1, -1):
        rest = f"; and {len(shown) - n} more in the full report" if n < len(shown) else ""
        lines = wrapped("; ".join(shown[:n]) + rest, INDENT, width=width)
        if len(lines) <= NOTICE_LINES:
            return lines
    return wrapped(shown[0], INDENT, width=width)


def _channel(channel: Channel) -> str:
    """A channel by its label and contact, the contact held together on one line."""
    if channel.contact is None:
        return channel.label
    return f"{channel.label}: {channel.contact.replace(' ', sentences.NBSP)}"


def what_it_is_not_for(*, width: int = WIDTH) -> list[str]:
    """The two fixed sentences: practice and never a person; a concern is acted on at once.

    Args:
        width: The longest line.
    """
    return wrapped(f"{sentences.PRACTICE_NOT_PERSON} {sentences.NOT_FOR_DECIDING}", width=width)
