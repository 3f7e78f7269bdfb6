"""Print the lowest versions that ``pyproject.toml`` allows, one a line, as ``name==version``.

What is installed by these pins is tested by ``.ci/compatibility``: a bound that nobody has tried is
a promise that nobody can keep. The tools of style, documentation and release are no part of it.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
EXTRAS = ("cli", "report", "privacy", "testing", "test")
REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[a-z,]+\])?>=(?P<lowest>[0-9.]+)")


def lowest(project: dict[str, Any]) -> list[str]:
    """The pins of the core dependencies and of the extras that the tests need.

    Raises:
        ValueError: If a requirement has no lower bound alone.
    """
    return sorted({pin(requirement) for requirement in requirements(project)})


def requirements(project: dict[str, Any]) -> Iterator[str]:
    """The requirements on other packages."""
    yield from project["dependencies"]
    for extra in EXTRAS:
        inside = project["optional-dependencies"][extra]
        yield from (one for one in inside if not one.startswith(f"{project['name']}["))


def pin(requirement: str) -> str:
    """The lowest version that a requirement takes.

    Raises:
        ValueError: If it has no lower bound alone.
    """
    found = REQUIREMENT.fullmatch(requirement)
    if found is None:
        raise ValueError(f"{requirement} is not written as NAME>=VERSION")
    return f"{found['name']}=={found['lowest']}"


if __name__ == "__main__":
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    print("\n".join(lowest(settings["project"])))
