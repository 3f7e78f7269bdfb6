"""Lines: texts of any length -> lines of a terminal, harmless to show."""

import textwrap

from positive_practice.report.sentences import NBSP
from positive_practice.report.words import plain

__all__ = ["WIDTH", "wrapped"]

WIDTH = 80


def wrapped(text: str, indent: str = "", *, hang: int = 0, width: int = WIDTH) -> list[str]:
    r"""A text over as many lines as it needs; the one place where lines are broken.

    Args:
        text: The text, of a tailored framework or a notice too; spaces in it that do not break
            hold words together.
        indent: What each line begins with.
        hang: How many columns further in all lines but the first begin.
        width: The longest line, in columns.

    Returns:
        The lines, with plain spaces and no control character.

    >>> wrapped("7 of\xa08", indent="  ")
    ['  7 of 8']
    >>> wrapped("GA1  Timely assessment", hang=5, width=15)
    ['GA1  Timely', '     assessment']
    """
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + " " * hang,
        break_on_hyphens=False,
    )
    return [plain(line.replace(NBSP, " ")) for line in lines]
