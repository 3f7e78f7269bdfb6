"""Settings of the documentation: warnings are errors, and no page loads from outside."""

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
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"members": True, "undoc-members": False}
napoleon_google_docstring = True
napoleon_custom_sections = [("Source", "notes_style")]
nitpick_ignore_regex = [
    ("py:.*", ".*")
]  # types of other packages have no pages here; nothing is fetched
