"""The pages that people read, and the blocks of code and commands in them."""

import re
import shlex
from pathlib import Path

from attrs import frozen

from support.scripts import ROOT

__all__ = ["Block", "Command", "blocks", "commands_of", "first_unshown", "pages"]

FENCE = re.compile(
    r"(?:^<!-- (?P<told>[^\n]*) -->\n\n)?"
    r"^(?P<indent> *)```(?P<kind>[^\n]+)\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
NAMES = ("positive-practice", ".venv/bin/positive-practice")


@frozen
class Block:
    """One fenced block: what kind it says it is, its text, and the comment before it, if any."""

    kind: str
    text: str
    told: str


@frozen
class Command:
    """One call of the command: its arguments, where its output goes, and what a page shows of it.

    ``shown`` is None where a page shows nothing of what is printed.
    """

    arguments: tuple[str, ...]
    into: str | None
    shown: str | None


def pages():
    """Every page, of the documentation and beside it."""
    beside = ["README.md", "CONTRIBUTING.md", "examples/README.md"]
    inside = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts]
    return [*(ROOT / name for name in beside), *inside]


def blocks(page: Path):
    """The fenced blocks of a page, in order."""
    found = FENCE.finditer(page.read_text("utf-8"))
    return [Block(one["kind"], one["text"], one["told"] or "") for one in found]


def commands_of(block: Block):
    """The calls of the command in a block, in order, without the set-up before them."""
    if block.kind == "text" and block.text.startswith("$ positive-practice"):
        line, _, shown = block.text.removeprefix("$ ").partition("\n")
        return [_command(line, shown)]
    if block.kind != "sh":
        return []
    steps = [line.rsplit(" && ", 1)[-1] for line in block.text.splitlines()]
    return [_command(step, None) for step in steps if step.startswith(NAMES)]


def _command(line, shown):
    line, _, into = line.partition(" > ")
    words = shlex.split(line)[1:]
    return Command(tuple(words), into.strip() or None, shown)


def first_unshown(shown, printed):
    """The first piece of what a page shows that is not printed in its turn; None if all are."""
    rest = printed
    for piece in filter(None, re.split(r"\s*\[\.\.\.\]\s*", shown.strip())):
        _, found, rest = rest.partition(piece)
        if not found:
            return piece
    return None
