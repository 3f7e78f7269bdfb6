"""Run the JavaScript of the pages, and compare what it prints with what they show.

``python scripts/pages_js.py``, after ``npm install`` in ``scripts/agree-node``.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.pages import Block, blocks, first_unshown, pages  # noqa: E402  # found by the line above

PACKAGES = ROOT / "scripts" / "agree-node" / "node_modules"
PROMPT = "$ node "


def run_page(page: Path) -> int:
    """Run what a page tells to run, in a folder that is like the checkout; how many runs it was."""
    found = [block for block in blocks(page) if block.kind in {"js", "text"}]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.joinpath("node_modules").symlink_to(PACKAGES)
        for part in ("schemas", "examples"):
            shutil.copytree(ROOT / part, folder / part)
        for block in found:
            if block.kind == "js":
                (folder / file_of(block)).write_text(block.text, "utf-8")
        runs = [block.text for block in found if block.text.startswith(PROMPT)]
        for shown in runs:
            compare(page, shown, folder)
        return len(runs)


def file_of(block: Block) -> str:
    """The file that a block is to be saved as."""
    if not block.told.startswith("save as "):
        sys.exit("a block of JavaScript stands after a comment that says where to save it")
    return block.told.removeprefix("save as ")


def compare(page: Path, shown: str, folder: Path) -> None:
    """Run one line, and see that it prints what the page shows."""
    line, _, expected = shown.removeprefix(PROMPT).partition("\n")
    done = subprocess.run(
        ["node", *line.split()],  # noqa: S607  # the one on the path
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    missing = first_unshown(expected, done.stdout)
    if done.returncode or missing is not None:
        sys.exit(f"{page.name}: node {line}\n{done.stdout}{done.stderr}\nnot printed: {missing}")


def main() -> None:
    """Run every page that has JavaScript."""
    if not PACKAGES.is_dir():
        sys.exit("first: cd scripts/agree-node && npm install")
    counts = {
        page.name: run_page(page) for page in pages() if "\n```js\n" in page.read_text("utf-8")
    }
    if not all(counts.values()):
        sys.exit(f"a page has JavaScript and shows no run of it: {counts}")
    print(f"{sum(counts.values())} runs print what the pages show: {counts}")


if __name__ == "__main__":
    main()
