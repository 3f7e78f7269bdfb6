"""The project's scripts as modules, so that tests can ask them what they would write."""

import importlib.util
from pathlib import Path

__all__ = ["ROOT", "script"]

ROOT = Path(__file__).parent.parent.parent


def script(name):
    """The module of ``scripts/<name>.py``; loading it writes nothing."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
