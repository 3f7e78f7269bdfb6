"""An audit hook over the tests: what the library does beyond what it was asked for is noted.

Whoever tests may start processes and pickle; the library may not. So an event counts only where a
function of the library stands in the call stack, and no import is on the way: what is imported is
code, not input. Jinja2 compiles our own templates, and typing what an annotation names: code too.
The library's strategies and laws are a tester as well: Hypothesis compiles what they make.
"""

import os
import sys
import tempfile
from pathlib import Path
from types import FrameType

LIBRARY = f"{os.sep}positive_practice{os.sep}"
CLOSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn",
    "pickle.", "marshal.", "urllib.", "ctypes.", "exec", "compile",
)  # fmt: skip
CODE = (
    "importlib", f"{os.sep}jinja2{os.sep}", f"{os.sep}typing.py",
    f"derive{os.sep}compiling.py", "doctest.py", "linecache.py",
)  # fmt: skip
TESTERS = (f"{os.sep}tests{os.sep}", f"{LIBRARY}testing{os.sep}")
FOLDERS = (Path(__file__).parents[2], tempfile.gettempdir(), sys.prefix, sys.base_prefix, "/dev")
ROOTS = tuple(os.path.realpath(folder) for folder in FOLDERS)

seen: list[str] = []
"""What was noted since somebody last looked."""


def note(event: str, arguments: tuple[object, ...]) -> None:
    """Note an event that the library may not cause."""
    is_open = event == "open"
    if not is_open and not event.startswith(CLOSED):
        return
    if is_open and _is_asked_for(arguments[0]):
        return
    if _is_of_the_library(sys._getframe(1)):
        seen.append(event)


def _is_asked_for(path: object) -> bool:
    """Whether a file is in the checkout, the temporary folders or the Python installation."""
    if isinstance(path, int):
        return True
    name = os.fsdecode(path) if isinstance(path, str | bytes) else ""
    return os.path.realpath(name).startswith(ROOTS)


def _is_of_the_library(frame: FrameType | None) -> bool:
    is_ours = False
    while frame is not None:
        name = frame.f_code.co_filename
        if any(part in name for part in CODE):
            return False
        is_ours = is_ours or (LIBRARY in name and not any(part in name for part in TESTERS))
        frame = frame.f_back
    return is_ours
