"""What is printed: words for people, and JSON that is UTF-8 whatever the terminal's encoding."""

import json
import re
import sys
from typing import Any

from positive_practice.report.lines import wrapped

__all__ = ["give", "give_text", "is_unicode", "say", "tell"]

HANG = 2
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def say(text: str) -> None:
    """Print words for people; a letter that the output has no form for is shown as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(f"{shown}\n")


def tell(text: str) -> None:
    """Print words for people on standard error, in lines of at most 80 columns.

    Args:
        text: The words; a line of theirs stays a line, unless it is too long. Where there are
            several, what follows of one stands further in, so that they are told apart.
    """
    hang = HANG if "\n" in text.strip() else 0
    lines = (line for one in text.split("\n") for line in wrapped(one, hang=hang) or [""])
    sys.stderr.writelines(f"{line}\n" for line in lines)


def give(plain: Any) -> None:
    """Print plain values as JSON, indented."""
    give_text(json.dumps(plain, indent=2, ensure_ascii=False))


def give_text(json_text: str) -> None:
    """Print JSON for programs: where the output is not UTF-8, letters are written as escapes."""
    say(json_text if is_unicode() else BEYOND_ASCII.sub(_escaped, json_text))


def _escaped(letter: re.Match[str]) -> str:
    return json.dumps(letter.group())[1:-1]


def is_unicode() -> bool:
    """Whether standard output takes every letter as UTF-8."""
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
