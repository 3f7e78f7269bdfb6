"""What the package ships as JSON: the path of a file inside it -> its content."""

import importlib.resources
import json
from typing import Any

__all__ = ["package_data"]


def package_data(room: str, *path: str) -> Any:
    """The content of a JSON file that stands beside our modules.

    Args:
        room: The part of the package that holds it, such as ``catalogue``.
        path: The names of the folders inside, and that of the file.

    Returns:
        Its plain values, a fresh copy.

    >>> package_data("catalogue", "data", "framework.json")["id"]
    'positive-practice'
    """
    file = importlib.resources.files(f"positive_practice.{room}").joinpath(*path)
    return json.loads(file.read_bytes())
