"""Progress on standard error: shown on a terminal, for anything that takes over a second."""

import contextlib
import sys
import time
from collections.abc import Callable, Generator

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

__all__ = ["counting"]

PATIENCE = 1.0
EVERY = 20


@contextlib.contextmanager
def counting(what: str = "records read") -> Generator[Callable[[int], None]]:
    """A function to call with the number of items so far; it shows a line once it takes long.

    Args:
        what: What is counted.

    Yields:
        The function; off a terminal it shows nothing.
    """
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} {task.description}"),
        TimeElapsedColumn(),
    )
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task(what, total=None)
    started = time.monotonic()

    def count(number: int) -> None:
        if number % EVERY or not sys.stderr.isatty():
            return
        if time.monotonic() - started > PATIENCE:
            progress.start()
        progress.update(task, completed=number)

    try:
        yield count
    finally:
        if progress.live.is_started:
            progress.stop()
