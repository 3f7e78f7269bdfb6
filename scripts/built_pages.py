"""Look at the built documentation: nothing loads from outside, and all of it can be found.

``python scripts/built_pages.py``, after ``sphinx-build -b html docs docs/_build/html``.
"""

import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parent.parent
BUILT = ROOT / "docs" / "_build" / "html"
LOADING = {
    "audio": "src",
    "base": "href",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "object": "data",
    "script": "src",
    "source": "src",
    "video": "src",
}
OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
IN_STYLES = re.compile(r"(?:url\(|@import)\s*['\"]?\s*([^'\")\s;]+)", re.IGNORECASE)
NEEDED = {
    "search box": 'role="search"',
    "words on where to turn": "If you or someone near you needs help now",
}


class Page(HTMLParser):
    """What a page loads, where its links lead, and the places in it that a link may name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = IN_STYLES.findall(text)
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one tag loads, links to and names."""
        given = {name: value or "" for name, value in attrs}
        if tag in LOADING and LOADING[tag] in given:
            self.loaded.append(given[LOADING[tag]])
        self.loaded += [part.split()[0] for part in given.get("srcset", "").split(",") if part]
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.places.update(given[name] for name in ("id", "name") if name in given)


def outside(addresses: list[str]) -> list[str]:
    """The addresses that lead to another machine."""
    return [address for address in addresses if OUTSIDE.match(address)]


def faults() -> Iterator[str]:
    """Everything that is wrong with the built pages."""
    pages = {path: Page(path.read_text("utf-8")) for path in BUILT.rglob("*.html")}
    for path, page in pages.items():
        yield from (f"{path.name} loads {address}" for address in outside(page.loaded))
        yield from (f"{path.name}: {link} leads nowhere" for link in dead_links(path, pages))
    for path in BUILT.rglob("*.css"):
        found = IN_STYLES.findall(path.read_text("utf-8"))
        yield from (f"{path.name} loads {address}" for address in outside(found))
    yield from faults_of_search()
    front = (BUILT / "index.html").read_text("utf-8")
    yield from (f"the front page has no {what}" for what in NEEDED if NEEDED[what] not in front)


def dead_links(path: Path, pages: dict[Path, Page]) -> Iterator[str]:
    """The links of a page to files or places that are not there."""
    for link in pages[path].links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        place = unquote(parts.fragment)
        is_there = target.exists() and (
            not place or target not in pages or place in pages[target].places
        )
        if not is_there:
            yield link


def faults_of_search() -> Iterator[str]:
    """What is wrong with the index that the search box asks: every page has to be in it."""
    index = BUILT / "searchindex.js"
    if not index.exists():
        yield "there is no search index"
        return
    text = index.read_text("utf-8").removeprefix("Search.setIndex(").removesuffix(")")
    found = set(json.loads(text)["docnames"])
    made = {path.relative_to(ROOT / "docs").with_suffix("") for path in sources()}
    yield from (f"{name} cannot be searched" for name in map(str, made) if name not in found)


def sources() -> Iterator[Path]:
    """The pages as they are written."""
    for path in (ROOT / "docs").rglob("*.md"):
        if "_build" not in path.parts:
            yield path


def main() -> None:
    """Print what is wrong, or how many pages were looked at."""
    found = sorted(set(faults()))
    if found:
        sys.exit("\n".join(found))
    print(f"{len(list(BUILT.rglob('*.html')))} pages load nothing from outside and lead somewhere")


if __name__ == "__main__":
    main()
