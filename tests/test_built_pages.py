"""The gate that looks at the built documentation sees what it is there to see."""

import pytest

from support.scripts import script

LOADED = [
    '<script async src="https://example.org/a.js"></script>',
    '<link rel="stylesheet" href="//example.org/a.css">',
    '<img alt="" src="HTTP://example.org/a.png">',
    '<img alt="" srcset="a.png 1x, https://example.org/b.png 2x">',
    "<style>@font-face { src: url('https://example.org/a.woff2') }</style>",
    '<style>@import "https://example.org/a.css";</style>',
    '<iframe src="https://example.org"></iframe>',
    '<div style="background: url(//example.org/a.png)"></div>',
]
NOT_LOADED = [
    '<a href="https://example.org">a link is followed by people, not by the page</a>',
    '<img alt="" src="_static/a.png">',
    "<style>a { background: url(a.png) }</style>",
    "<p>https://example.org</p>",
]


@pytest.mark.parametrize("text", LOADED)
def test_what_loads_from_outside_is_seen(text):
    """Scripts, styles, pictures, fonts and frames of another machine."""
    module = script("built_pages")

    assert module.outside(module.Page(text).loaded)


@pytest.mark.parametrize("text", NOT_LOADED)
def test_what_loads_nothing_is_left_alone(text):
    """Files of the documentation itself, and links."""
    module = script("built_pages")

    assert module.outside(module.Page(text).loaded) == []


def test_links_that_lead_nowhere_are_seen(tmp_path):
    """A page or a place in it that is not there."""
    module = script("built_pages")
    links = ["b.html", "b.html#here", "#own", "b.html#there", "c.html", "https://example.org"]
    text = '<h1 id="own">' + "".join(f'<a href="{link}">' for link in links)
    pages = {}
    for name, content in {"a.html": text, "b.html": '<p id="here">'}.items():
        (tmp_path / name).write_text(content, "utf-8")
        pages[tmp_path / name] = module.Page(content)

    dead = list(module.dead_links(tmp_path / "a.html", pages))

    assert dead == ["b.html#there", "c.html"]


def test_a_page_that_is_not_in_the_index_is_seen(tmp_path, monkeypatch):
    """Search finds every page that was written, or the gate fails."""
    module = script("built_pages")
    (tmp_path / "searchindex.js").write_text('Search.setIndex({"docnames": ["index"]})', "utf-8")
    monkeypatch.setattr(module, "BUILT", tmp_path)

    assert "tutorials/first-audit cannot be searched" in list(module.faults_of_search())
