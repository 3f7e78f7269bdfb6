"""A framework in words: its parts as they are left, counted in its title and on the page."""

from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from positive_practice.catalogue.shipped import framework
from positive_practice.report.frameworks import (
    LOCAL_STANDARDS,
    kinds_in_words,
    parts_in_words,
    title_in_words,
)
from positive_practice.report.html import render
from positive_practice.report.terminal import summary
from support.frameworks import without
from support.report_page import Page, text_of, within

FEATURES = tuple(one.id for e in framework().elements[:3] for one in e.practices)
EXAMPLES = Path(__file__).parents[2] / "examples"
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


@pytest.mark.parametrize(
    "title",
    ["Good support in one county: its features", "Our features and local golden threads"],
)
def test_a_title_that_counts_nothing_is_shown_as_it_is(title):
    """A framework of another body may have any title."""
    assert title_in_words(attrs.evolve(framework(), title=title)) == title


def test_a_count_in_a_title_keeps_its_capital():
    """The report's own title counts too, in capitals."""
    local = without(framework(), THREADS)
    title = "Three Features and Four Golden Threads of support"

    assert title_in_words(attrs.evolve(local, title=title)) == "Three features of support"


def test_more_parts_than_words_are_counted_in_figures():
    """From eleven on a figure is easier to read."""
    many = attrs.evolve(framework(), elements=framework().elements[:1] * 13)

    assert parts_in_words(many) == "13 features"


def test_the_page_shows_local_standards_where_they_belong(content_of):
    """Below the practices of their element, and at the points of the agenda that they are for."""
    local = pp.tailor(
        framework(), pp.load(EXAMPLES / "tailorings" / "county.json", type=pp.Tailoring)
    )
    record = pp.load(EXAMPLES / "parts" / "college.json")

    page = Page(render(content_of([record], framework=local)))

    timely = "GA1 Timely assessment: Timely here means within 2 working days."
    assert standards_in(page, "e-GA") == [f"{timely} (County safeguarding partnership, 2026-01-14)"]
    assert standards_in(page, "e-PE") == []
    points = [item.position[:3] for item in pp.agenda(record).items]
    with_one = [one for one in points if one in {"GA1", "MA4", "MO1"}]
    shown = [text_of(one) for one in page.all("p")]
    assert len([one for one in shown if one.startswith("Local standard:")]) == len(with_one) > 1
    assert shown.count(LOCAL_STANDARDS) == len(("GA", "MA", "MO")) + len(("agenda",))


def test_weights_are_said_beside_the_index_that_they_change(content_of):
    """On the page and on the screen, for the elements in which something counts otherwise."""
    local = pp.tailor(
        framework(), pp.load(EXAMPLES / "tailorings" / "county.json", type=pp.Tailoring)
    )
    content = content_of([pp.load(EXAMPLES / "parts" / "college.json")], framework=local)

    voice = "ocal weights in the index: VY2 counts 3/2 times, VY3 does not count"
    many = "ocal weights in the index: MA4 counts 2 times"
    shown = [text_of(one) for one in Page(render(content)).all("p")]
    assert [one for one in shown if "weights" in one] == [f"L{voice}.", f"L{many}."]
    lines = [line.strip() for line in summary(content).splitlines() if "weights" in line]
    assert lines == [f"l{voice}", f"l{many}"]


def test_the_published_weights_are_not_spoken_of(cohort):
    """Where everything counts alike, there is nothing to say."""
    assert "weights" not in render(cohort).decode()
    assert "weights" not in summary(cohort)


def standards_in(page, section):
    """The local standards that a section of the page lists."""
    (found,) = [one for one in page.all("section") if section in str(one["attrs"])]
    return [text_of(one) for one in within(page, found, "li")]


def test_a_page_without_local_standards_does_not_speak_of_them(cohort):
    """What nobody set is not explained."""
    assert "ocal standard" not in render(cohort).decode()
