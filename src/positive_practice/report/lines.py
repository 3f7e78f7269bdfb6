"""Lines: texts of any length -> lines of a terminal, harmless to show."""

import textwrap

from positive_practice.report.words import NBSP, plain

__all__ = ["WIDTH", "wrapped"]

WIDTH = 80


def wrapped(text: str, indent: str = "") -> list[str]:
    r"""A text over as many lines of at most 80 columns as it needs.

    Args:
        text: The text; spaces in it that do not break hold words together.
        indent: What each line begins with.

    Returns:
        The lines, with plain spaces and no control character.

    >>> wrapped("7 of\xa08", indent="  ")
    ['  7 of 8']
    """
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    return [plain(line.replace(NBSP, " ")) for line in lines]
