"""Settings of the documentation: warnings are errors, and no page loads from outside."""

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import positive_practice

project = "positive-practice"
author = "The positive-practice authors"
copyright = "2026, the positive-practice authors"  # noqa: A001  # the name that Sphinx reads
release = version = positive_practice.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "positive-practice"
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["narrow.css"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "undoc-members": False}
napoleon_google_docstring = True
napoleon_use_rtype = False  # the type of a return is in the signature; its words are a sentence
napoleon_custom_sections = [("Source", "notes_style")]

# Names of other packages have no pages here, and nothing is fetched to link to theirs; nor do type
# variables and what stands for any JSON value. The words are the start of a property's
# docstring before a colon, which napoleon takes for its type.
nitpick_ignore_regex = [
    ("py:class", r"(positive_practice\.derive\.structure\.)?[CD]|Json|Mode|Codes|TextFinder"),
    ("py:class", r"[Tt]he .*|Every .*|in framework order"),
    (
        "py:class",
        r"(attrs|attr|cattrs|collections|contextlib|fractions|jsonschema|os|referencing|typing)\..*",
    ),
    ("py:class", r"hypothesis\..*"),
]


def setup(app: Any) -> None:
    """Show types as readers know them, and let them lead to their entries."""
    for name in positive_practice.__all__:
        show_plain_types(getattr(positive_practice, name))
    app.connect("missing-reference", find_public_name)


def show_plain_types(documented: Any) -> None:
    """Leave the constraints out of the types of a class or function; words say them."""
    parts = [documented, documented.__init__] if isinstance(documented, type) else [documented]
    for one in parts:
        found = getattr(one, "__annotations__", {})
        for name, hint in found.items():
            found[name] = plain(hint)


def plain(hint: Any) -> Any:
    """A type without constraints; a code of a list is a str."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return plain(inner[0])
    if origin is Literal:
        return str
    if origin in {Union, types.UnionType}:
        return Union[tuple(plain(one) for one in inner)]  # noqa: UP007  # built from a tuple
    if origin is tuple:
        return tuple[tuple(plain(one) for one in inner)]
    return hint


def find_public_name(app: Any, env: Any, node: Any, content: Any) -> Any:
    """Where a class is named by the module that it lives in, link to its public name."""
    name = node.get("reftarget", "").rsplit(".", 1)[-1]
    if node.get("refdomain") != "py" or name not in positive_practice.__all__:
        return None
    python = env.get_domain("py")
    target = f"positive_practice.{name}"
    return python.resolve_xref(
        env, node["refdoc"], app.builder, node["reftype"], target, node, content
    )
