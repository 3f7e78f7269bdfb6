"""The agenda of a review on the page: for one record, who said what by role, room to write."""

from importlib.resources import files

import attrs
import pytest

import positive_practice as pp
from positive_practice.report import agenda as agendas
from positive_practice.report import sentences
from positive_practice.report.html import render
from support.frameworks import without
from support.report_page import Page, text_of, within

CANARY = "Zebedee Quillfeather"


@pytest.fixture(scope="module")
def record(records):
    """A record of the example audit in which agencies differ and some things are open."""
    return records[0]


@pytest.fixture(scope="module")
def page(record, content_of):
    """The page of that one record."""
    return Page(render(content_of([record])))


def section_of(page):
    """The section of the agenda."""
    (section,) = [one for one in page.all("section") if one["attrs"].get("class") == "agenda"]
    return section


def points_of(page):
    """The points of the agenda, in the order of the page."""
    return [
        one for one in within(page, section_of(page), "div") if one["attrs"].get("class") == "point"
    ]


def test_only_one_record_has_an_agenda(records, content_of):
    """An agenda is for the meeting of one record; of none or several there is none."""
    pages = [Page(render(content_of(records[:n]))) for n in (0, 1, 2, 12)]

    assert [text_of(one.all("main")[0]).count(agendas.TITLE) > 0 for one in pages] == [
        False,
        True,
        False,
        False,
    ]


def test_the_points_come_in_the_order_of_the_agenda(page, record):
    """Where it is not agreed whether something applied first, then differences, then open ones."""
    headings = [text_of(one) for one in within(page, section_of(page), "h4")]
    wanted = [
        f"{number}. {agendas.heading_of(item.position, pp.framework())}"
        for number, item in enumerate(pp.agenda(record).items, 1)
    ]

    assert headings == wanted
    assert len(headings) == 10


def test_each_point_says_what_was_said_by_which_role(page, record):
    """Who said what, by agency and role."""
    for point, item in zip(points_of(page), pp.agenda(record).items, strict=True):
        lists = within(page, point, "ul")
        said = [text_of(one) for one in within(page, lists[0], "li")]
        assert said == [agendas.said_in_words(one) for one in item.said] or (
            not item.said and said == [agendas.NOBODY_ANSWERED]
        )


def test_each_point_has_room_to_write(page):
    """The decision, why, and which agencies see it otherwise."""
    for point in points_of(page):
        boxes = [one for one in within(page, point, "ul") if one["attrs"].get("class") == "boxes"]
        rooms = [one for one in within(page, point, "div") if one["attrs"]["class"] == "room"]
        assert [text_of(one) for one in within(page, boxes[0], "li")] == [
            "At every point",
            "At most points",
            "At some points",
            "Did not happen",
            "Did not apply",
            "Cannot be said yet",
        ]
        assert [text_of(one) for one in rooms] == ["Why", "Which agencies see it otherwise"]
        assert [len(within(page, one, "span")) for one in rooms] == [2, 2]


def test_where_levels_differ_the_page_says_what_they_mean(page, record):
    """The anchors of the levels in question stand there, and no others."""
    item = next(one for one in pp.agenda(record).items if one.state == "spread_2_3")
    practice = pp.framework().practice(item.position.split(".")[0])
    point = points_of(page)[pp.agenda(record).items.index(item)]

    assert f"At most points: {practice.anchors.mostly}" in text_of(point)
    assert f"At every point: {practice.anchors.fully}" in text_of(point)
    assert practice.anchors.partly not in text_of(point)


def test_no_word_of_the_record_and_no_name_reaches_the_agenda(record, content_of):
    """Roles alone: free texts of the record are not shown."""
    named = pp.loads(pp.dumps(record).replace(b'"note":"', f'"note":"{CANARY} '.encode()))
    assert CANARY in pp.dumps(named).decode()

    assert CANARY not in render(content_of([named])).decode()


def test_the_urgent_help_notice_is_first_on_the_printed_pages_too(page):
    """The agenda is printed by itself: its pages start with the notice, which screens have once."""
    style = files("positive_practice.report").joinpath("templates", "report.css").read_text("utf-8")
    screen, printed = style.split("@media print {")
    first = page.elements[page.elements.index(section_of(page)) + 1]

    assert first["attrs"]["class"] == "notice paper-only"
    assert text_of(first).startswith(sentences.URGENT)
    assert all((one.contact or "") in text_of(first) for one in pp.notice().channels)
    assert ".paper-only { display: none; }" in screen
    assert ".paper-only { display: block; }" in printed
    assert ".agenda { break-before: page; break-after: page; }" in printed


def test_the_agenda_can_be_found_from_the_top(page):
    """A link near the top leads to it."""
    (link,) = [one for one in page.all("a") if text_of(one) == agendas.TITLE]

    assert link["attrs"]["href"] == "#agenda"
    assert "10 points, at the end and on pages of its own" in text_of(page.all("main")[0])


def test_a_settled_record_has_nothing_to_settle(record, content_of):
    """Where everything has one level the agenda says so in a sentence."""
    content = attrs.evolve(content_of([record]), agenda=pp.Agenda(items=()))

    section = section_of(Page(render(content)))

    assert agendas.NOTHING_TO_SETTLE in text_of(section)
    assert "Why" not in text_of(section)


def test_a_point_that_nobody_answered_says_so(record, content_of):
    """Nothing said is said too."""
    silent = attrs.evolve(record, submissions=(), reviews=())

    page = Page(render(content_of([silent])))

    assert {agendas.NOBODY_ANSWERED in text_of(one) for one in points_of(page)} == {True}
    assert "Not yet known; who could say?" in text_of(section_of(page))


def test_the_agenda_is_that_of_the_framework_used(record, content_of):
    """What a tailored framework leaves out is no point of the meeting."""
    tailored = without(framework := pp.framework(), ("GA3", "VY2"))

    points = points_of(Page(render(content_of([record], framework=tailored))))

    assert len(points) == len(pp.agenda(record, framework=framework).items) - 2


def test_texts_of_a_framework_are_escaped(record, content_of):
    """A label that looks like markup stays a label."""
    practices = {
        "label": "</h4><script>alert(1)</script>",
        "statement": '" onmouseover="alert(1)',
    }
    elements = tuple(
        attrs.evolve(
            one, practices=tuple(attrs.evolve(each, **practices) for each in one.practices)
        )
        for one in pp.framework().elements
    )
    hostile = attrs.evolve(pp.framework(), elements=elements)

    page = Page(render(content_of([record], framework=hostile)))

    assert page.all("script") == []
    assert not [one for one in page.elements if "onmouseover" in one["attrs"]]
    assert "</h4><script>" in text_of(points_of(page)[0])


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            pp.Statement(
                by="submission",
                agencies=("police",),
                role="police_officer",
                rating="not_known",
                reason="no_access",
            ),
            "Police (Police officer or staff): I cannot say - Could not see the record",
        ),
        (
            pp.Statement(
                by="review", agencies=("police", "housing"), role=None, rating="fully", reason=None
            ),
            "Review with Police, Housing: At every point",
        ),
    ],
)
def test_what_was_said_in_words(one, said):
    """An agency with its role, or those at a meeting, then what they said and why."""
    assert agendas.said_in_words(one) == said


def test_parts_are_numbered_through():
    """Three parts at most, those without a point left out, numbers going on."""
    items = [
        pp.AgendaItem(position="GA1", state=state, said=())
        for state in ("spread_0_3", "spread_1_2", "no_record")
    ]

    parts = agendas.agenda_parts(pp.Agenda(items=tuple(items)))

    assert [(part.title.split(";")[0], part.first, len(part.points)) for part in parts] == [
        ("Seen differently", 1, 2),
        ("Not yet known", 3, 1),
    ]


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        ("spread_0_1", ["Did not happen", "At some points"]),
        ("spread_0_3", ["Did not happen", "At some points", "At most points", "At every point"]),
        ("contested", []),
        ("not_known", []),
    ],
)
def test_the_levels_in_question(state, labels):
    """Those that the answers lie between, with what each means."""
    item = pp.AgendaItem(position="TI1.planning", state=state, said=())

    found = agendas.levels_between(item, pp.framework())

    assert [label for label, _ in found] == labels
