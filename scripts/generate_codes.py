"""Write ``model/codes.py`` from ``catalogue/data/codes.json``, so that the lists stand once.

Run after a change of the code lists: ``python scripts/generate_codes.py``.
"""

import json
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "positive_practice"
HEAD = '''"""The closed code lists as types; ``code_list`` has the meaning of each code.

Made by ``scripts/generate_codes.py`` from ``codes.json``: do not edit.
"""

from typing import Annotated, Literal, TypeAlias

from positive_practice.model.constraints import Codes

__all__ = [
{names}
]
'''


def alias(name: str) -> str:
    """The name of a list's type: ``event_kind`` is ``EventKind``."""
    return "".join(part.title() for part in name.split("_"))


def module(lists: dict[str, list[dict[str, str]]]) -> str:
    """The text of the module."""
    names = "\n".join(f'    "{alias(name)}",' for name in sorted(lists))
    parts = [HEAD.format(names=names)]
    for name, codes in lists.items():
        literals = "\n".join(f'        "{row["code"]}",' for row in codes)
        parts.append(
            f"{alias(name)}: TypeAlias = Annotated[\n"
            f"    Literal[\n{literals}\n    ],\n"
            f'    Codes("{name}"),\n]\n'
        )
    return "\n".join([parts[0], *parts[1:]])


if __name__ == "__main__":
    source = json.loads((PACKAGE / "catalogue/data/codes.json").read_text("utf-8"))
    (PACKAGE / "model/codes.py").write_text(module(source), "utf-8", newline="\n")
