"""Check that the changelog's fragments can be put into it: ``python scripts/fragments.py``.

Renders what is in ``changelog.d`` and one example of each kind into a copy, and looks whether each
sentence stands there, above a changelog whose text is untouched. Needs the extra ``release``.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
FRAGMENT = re.compile(r"\+[a-z0-9-]+\.(?P<kind>[a-z]+)\.md")
NO_FRAGMENTS = {"README.md", "template.md.jinja"}


def kinds() -> list[str]:
    """The kinds of changes, in the order of the changelog."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    return [kind["directory"] for kind in settings["type"]]


def misnamed() -> list[str]:
    """Files that are no fragments: towncrier would pass over them in silence."""
    names = {path.name for path in (ROOT / "changelog.d").iterdir()} - NO_FRAGMENTS
    found = {name: FRAGMENT.fullmatch(name) for name in names}
    return sorted(name for name, one in found.items() if one is None or one["kind"] not in kinds())


def fragments(directory: Path) -> list[str]:
    """The sentences of all fragments of a directory."""
    return [path.read_text("utf-8").strip() for path in sorted(directory.glob("+*.md"))]


def rendered(copy: Path) -> str:
    """The changelog of a copy after its fragments were put into it."""
    command = [sys.executable, "-m", "towncrier", "build", "--keep"]
    command += ["--version", "9.9.9", "--date", "2030-01-31"]
    subprocess.run(command, cwd=copy, check=True, stdout=subprocess.DEVNULL)
    return (copy / "CHANGELOG.md").read_text("utf-8")


def make_copy(copy: Path) -> None:
    """What rendering needs, with an example of each kind beside the fragments that are there."""
    shutil.copytree(ROOT / "changelog.d", copy / "changelog.d")
    for name in ("CHANGELOG.md", "pyproject.toml"):
        shutil.copy(ROOT / name, copy)
    for kind in kinds():
        example = copy / "changelog.d" / f"+example.{kind}.md"
        example.write_text(f"An example of what was {kind}.\n", "utf-8")


def faults() -> list[str]:
    """What is wrong with the fragments, in words."""
    before = (ROOT / "CHANGELOG.md").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        make_copy(copy)
        after = rendered(copy)
        sentences = fragments(copy / "changelog.d")
    added = "".join(after.split(before[before.index("\n## ") :]))
    found = [f"{name} is no name of a fragment" for name in misnamed()]
    found += [f"not in the changelog: {one}" for one in sentences if f"- {one}\n" not in added]
    untouched = added.startswith(before[: before.index("\n## ")]) and added != after
    return found if untouched else [*found, "the text of the changelog would not stay as it is"]


if __name__ == "__main__":
    wrong = faults()
    print("\n".join(wrong) or "the fragments can be put into the changelog")
    sys.exit(bool(wrong))
