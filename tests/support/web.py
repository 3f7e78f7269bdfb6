"""What a system may send to the web services of the tutorial, and what it gets for it."""

import importlib
import json
import sys

import positive_practice as pp
from support.scripts import ROOT

__all__ = ["BROKEN", "CANARY", "GOOD", "TAILORED", "TOO_LONG", "example"]

CANARY = "quercus-avocet-51"
"""A text that no log and no answer may hold."""

GOOD = (ROOT / "examples" / "parts" / "college.json").read_bytes()
TAILORED = (ROOT / "examples" / "tailored.jsonl").read_bytes().splitlines()[0]
TOO_LONG = b" " * (pp.Limits().record_bytes + 1)
BROKEN = json.dumps({**json.loads(GOOD), CANARY: CANARY, "record_id": CANARY}).encode()


def example(name):
    """The module ``examples/web/<name>.py``, found by its name as a server finds it."""
    sys.path.insert(0, str(ROOT / "examples" / "web"))
    return importlib.import_module(name)
