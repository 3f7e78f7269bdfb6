"""A framework in words: its parts as they are left, counted in its title and on the page."""

import attrs
import pytest

from positive_practice.catalogue.shipped import framework
from positive_practice.report.frameworks import kinds_in_words, parts_in_words, title_in_words
from positive_practice.report.html import render
from support.frameworks import without
from support.report_page import Page, text_of

FEATURES = tuple(one.id for e in framework().elements[:3] for one in e.practices)
THREADS = tuple(one.id for e in framework().elements[3:] for one in e.practices)


@pytest.mark.parametrize(
    ("left_out", "parts", "kinds"),
    [
        ((), "three features and four golden threads", "feature and golden thread"),
        (THREADS[2:], "three features and one golden thread", "feature and golden thread"),
        (FEATURES[4:], "one feature and four golden threads", "feature and golden thread"),
        (THREADS, "three features", "feature"),
        (FEATURES, "four golden threads", "golden thread"),
    ],
)
def test_the_page_counts_the_parts_that_are_left(records, content_of, left_out, parts, kinds):
    """Title and heading count what a tailoring leaves, and name no kind that it leaves out."""
    local = without(framework(), left_out)

    page = Page(render(content_of(records[:1], framework=local)))

    assert (parts_in_words(local), kinds_in_words(local)) == (parts, kinds)
    headings = [text_of(one) for one in page.all("h2")]
    assert parts[0].upper() + parts[1:] in headings
    shown = [text_of(one) for one in page.all("p")]
    assert framework().title.split(":")[0] + f": {parts}" in shown
    assert any(f"within each {kinds}. It is" in one for one in shown)


def test_a_title_that_counts_nothing_is_shown_as_it_is():
    """A framework of another body may have any title."""
    other = attrs.evolve(framework(), title="Good support in one county: its features")

    assert title_in_words(other) == "Good support in one county: its features"


def test_more_parts_than_words_are_counted_in_figures():
    """From eleven on a figure is easier to read."""
    many = attrs.evolve(framework(), elements=framework().elements[:1] * 13)

    assert parts_in_words(many) == "13 features"
