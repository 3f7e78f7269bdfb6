"""The page: the notice first, one sound structure, nothing loaded, whatever the texts hold."""

import base64
import hashlib
import re
import sys
import unicodedata
from fractions import Fraction
from importlib.resources import files
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework, notice
from positive_practice.errors import MissingExtra
from positive_practice.model.constraints import BAD_CHARACTERS
from positive_practice.report import html, sentences
from positive_practice.report.html import render
from support.frameworks import weighted, without
from support.report_page import Page, text_of

HOSTILE = (
    "\"'></h3></style><script>alert(1)</script><img src=//example.org/x onerror=alert(1)>"
    "{{ 7 * 7 }}{% endfor %}&lt;\u200f\u200e\ntwo"
)


def indexes_drawn(page):
    """The circles that mark the index of an element, outside of the tables."""
    circles = [one for one in page.all("circle") if one["attrs"]["class"] == "index"]
    return [one for one in circles if "table" not in {outer["tag"] for outer in one["in"]}]


@pytest.fixture(scope="module")
def page(cohort):
    """The page of the example audit."""
    return Page(render(cohort))


@pytest.fixture(scope="module")
def style():
    """The style as it is shipped."""
    return files("positive_practice.report").joinpath("templates", "report.css").read_text("utf-8")


def test_the_page_is_whole(page):
    """Every element that opens is closed, in British English and in UTF-8."""
    assert page.open == []
    assert page.elements[0]["attrs"] == {"lang": "en-GB"}
    assert {"charset": "utf-8"} in [meta["attrs"] for meta in page.all("meta")]


def test_the_urgent_help_notice_is_the_first_thing_in_the_body(page):
    """Whatever people read starts with the urgent-help notice."""
    body = page.elements.index(page.all("body")[0])
    first = page.elements[body + 1]

    assert first["attrs"]["class"] == "notice"
    assert text_of(first).startswith(sentences.URGENT)
    assert all(
        channel.label in first["text"] and (channel.contact or "") in first["text"]
        for channel in notice().channels
    )
    assert notice().for_staff in first["text"]


def test_a_notice_nobody_checked_says_so_and_a_checked_one_when(records, content_of):
    """Stale, or never checked: a visible line 'check these before use'."""
    ours = attrs.evolve(notice(), checked_on="2026-01-01", valid_until="2026-12-31")

    never, checked = (render(content_of(records, notice=one)).decode() for one in (notice(), ours))

    assert "Check these before use" in never
    assert "Check these before use" not in checked
    assert "Checked on 2026-01-01" in checked


def test_headings_are_in_order(page):
    """One first heading, and no level is skipped."""
    levels = [int(one["tag"][1]) for one in page.elements if re.fullmatch("h[1-6]", one["tag"])]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_has_no_script_and_loads_nothing(page, cohort):
    """No script, no external load: references go to the page itself alone."""
    tags = {element["tag"] for element in page.elements}
    attributes = [pair for element in page.elements for pair in element["attrs"].items()]
    references = [value for name, value in attributes if name in {"href", "src", "action"}]

    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert all(reference.startswith("#") for reference in references)
    assert not [name for name, _ in attributes if name.startswith("on") or name == "style"]
    assert "://" not in render(cohort).decode()
    assert set(re.findall(r"url\(.", render(cohort).decode())) == {"url(#"}


def test_the_content_security_policy_names_the_style_by_its_hash(page):
    """The policy lets through nothing but the one style, by the hash of its exact text."""
    (sheet,) = page.all("style")
    digest = base64.b64encode(hashlib.sha256(sheet["text"].encode()).digest()).decode()
    policies = [
        meta["attrs"]["content"]
        for meta in page.all("meta")
        if meta["attrs"].get("http-equiv") == "Content-Security-Policy"
    ]

    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'"]


def test_the_page_says_that_it_is_internal_on_screen_and_on_every_printed_page(page, style):
    """The audience of a report is internal unless asked, and says so on every page."""
    marks = [text_of(one) for one in page.all("p") if one["attrs"].get("class") == "mark"]
    at_page = style[style.index("@page") : style.index("@media print")]

    assert marks == [sentences.INTERNAL] * 2
    assert f'content: "{sentences.INTERNAL}"' in at_page


def test_tables_have_captions_and_scopes(page):
    """Every table says what it is, and every heading cell what it heads."""
    captions = page.all("caption")

    assert len(captions) == len(page.all("table")) > 10
    assert all(text_of(caption) for caption in captions)
    assert all(cell["attrs"].get("scope") in {"row", "col"} for cell in page.all("th"))


def test_tables_scroll_only_inside_a_labelled_region_that_takes_the_focus(page):
    """No sideways scrolling but in a labelled, focusable region."""
    for table in page.all("table"):
        around = table["in"][-1]["attrs"]
        assert (around["role"], around["tabindex"]) == ("region", "0")
        assert around["aria-label"]


def test_drawings_are_described_or_hidden(page):
    """Every drawing is an image with a description, or hidden from those who listen."""
    for drawing in page.all("svg"):
        attributes = drawing["attrs"]
        is_described = attributes.get("role") == "img" and attributes.get("aria-label")
        assert is_described or attributes.get("aria-hidden") == "true"


def test_references_within_the_page_are_kept(page):
    """Links, labels and patterns point to an id that is there, once."""
    ids = [one["attrs"]["id"] for one in page.elements if "id" in one["attrs"]]
    wanted = {one["attrs"]["href"][1:] for one in page.all("a")}
    wanted |= {
        one["attrs"]["aria-labelledby"]
        for one in page.elements
        if "aria-labelledby" in one["attrs"]
    }
    wanted |= {one["attrs"]["fill"][5:-1] for one in page.all("rect") if "fill" in one["attrs"]}

    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)


def test_bars_are_patterned_filled_and_have_their_counts_in_text(page, cohort):
    """Never colour alone: patterns differ, and the counts stand beside in text."""
    drawn = [one for one in page.all("svg") if one["attrs"].get("height") == "28"]
    beside = [text_of(one) for one in page.all("p")]

    assert len(drawn) == len(cohort.profile.elements)
    for bar in drawn:
        blocks = [one for one in page.all("rect") if bar in one["in"]]
        lengths = [Fraction(one["attrs"]["width"].rstrip("%")) for one in blocks]
        assert sum(lengths) == 100
        assert " ".join(bar["attrs"]["aria-label"].split()) + "." in beside


def test_the_range_is_drawn_where_the_numbers_say(page, cohort):
    """The index stands between its bounds, drawn as the words say."""
    circles = [Fraction(one["attrs"]["cx"].rstrip("%")) for one in indexes_drawn(page)]
    scores = [element.score for element in cohort.profile.elements]

    assert len(circles) == len(scores)
    order = sorted(range(len(scores)), key=lambda place: scores[place].index)
    assert [circles[place] for place in order] == sorted(circles)
    assert all(2 <= place <= 98 for place in circles)


def test_each_element_shows_counts_before_the_index(page):
    """The distribution is primary, the index a convenience."""
    for section in [one for one in page.all("section") if one["attrs"].get("class") == "element"]:
        text = text_of(section)
        assert 0 < text.index(" results: ") < text.index("Index ")
        assert "rated" in text


def test_threads_have_a_table_of_stages_and_their_consistency(page):
    """A golden thread is shown stage by stage; a feature is not."""
    captions = [text_of(one) for one in page.all("caption")]
    text = text_of(page.all("main")[0])

    assert sum("stage by stage" in caption for caption in captions) == 4
    assert "runs through every stage in 11 records, not yet at every stage in 0" in text


def test_own_views_stand_with_the_voice_of_the_young_person(page):
    """The young person's own answers are shown beside VY, unscored."""
    (section,) = [one for one in page.all("section") if "Young person leads" in one["text"]]

    assert section["attrs"]["aria-labelledby"] == "e-VY"
    assert "Did people listen to you?" in section["text"]


def test_without_the_voice_element_own_views_still_have_a_place(records, content_of):
    """A tailored framework without VY shows the answers under a heading of their own."""
    tailored = without(framework(), ("VY1", "VY2", "VY3"))

    text = render(content_of(records, framework=tailored)).decode()

    assert "<h2>The young person's own view</h2>" in text
    assert "Did people listen to you?" in text
    assert "VY2 (not part of this framework)" in text
    assert "tailored by local-example 1" in text


def test_outcomes_stand_beside_the_fixed_sentence(page):
    """The change is the young person's own achievement, and no figure attributes it."""
    text = text_of(page.all("main")[0])

    assert text.index("Trusting relationship") < text.index(sentences.OUTCOMES)


def test_the_foot_says_how_the_figures_came_about(page, cohort):
    """Method, framework, hash, what the numbers mean, and whose tool it is not."""
    foot = text_of(page.all("footer")[0])

    assert "Framework positive-practice 1.0. Method agreed." in foot
    assert cohort.profile.framework.scoring_hash[:12] in foot
    assert cohort.profile.framework.scoring_hash not in foot
    assert sentences.MODELLED in foot
    assert all(term in foot for term in sentences.GLOSSARY)


def test_weights_are_shown_where_there_are_any(records, content_of, page):
    """A weight column appears only where a weight is not 1."""
    heavier = weighted(framework(), {"GA1": Fraction(5, 7)})

    changed = Page(render(content_of(records, framework=heavier)))

    assert [text_of(one) for one in page.all("th")].count("Weight") == 0
    assert [text_of(one) for one in changed.all("th")].count("Weight") == 1
    assert "5/7" in [text_of(one) for one in changed.all("td")]


def test_a_practice_rated_once_within_a_thread_says_so(records, content_of):
    """In a framework that rates a practice of a thread once, its stages say that."""
    last = framework().elements[-1]
    once = attrs.evolve(last.practices[0], staged=False)
    changed = attrs.evolve(last, practices=(once, *last.practices[1:]))
    mixed = attrs.evolve(framework(), elements=(*framework().elements[:-1], changed))

    cells = [text_of(one) for one in Page(render(content_of(records, framework=mixed))).all("td")]

    assert cells.count("not rated by stage") == 4


@pytest.mark.parametrize("overall", ["pooled", "mean_of_elements"])
def test_one_number_only_if_it_was_asked_for(records, content_of, page, overall):
    """There is no overall number unless asked for by name."""
    asked = Page(render(content_of(records, overall=overall)))

    assert sentences.OVERALL[overall] in text_of(asked.all("main")[0])
    assert "One number" not in text_of(page.all("main")[0])


def test_no_records_is_a_calm_page(content_of):
    """Zero records: the notice, the accounting and one sentence, without a figure."""
    page = Page(render(content_of([])))

    assert sentences.NO_RECORDS in text_of(page.all("main")[0])
    assert page.all("table") == []


def test_one_record_with_little_known_is_shown_without_invented_numbers(records, content_of):
    """Where nothing is rated there is a reason, and no drawn range."""
    silent = attrs.evolve(records[0], submissions=(), reviews=(), own_view=None, outcomes=())

    page = Page(render(content_of([silent])))
    text = text_of(page.all("main")[0])

    assert "No index yet: nobody could rate it so far" in text
    assert "No answer of a young person is in these records." in text
    assert "No differences were noted in these records." in text
    assert indexes_drawn(page) == []


def test_an_element_that_did_not_apply_has_no_share_of_what_applied(records, content_of):
    """Where nothing applied, coverage and settled are left out, not set to 0."""
    unreached = attrs.evolve(records[0].case, stages_reached=("assessment",))
    record = attrs.evolve(records[0], case=unreached, submissions=(), reviews=())
    tailored = without(framework(), (), ("assessment",))

    text = text_of(Page(render(content_of([record], framework=tailored))).all("main")[0])

    assert "No index: nothing here applied." in text


def with_texts(text):
    """A framework and a notice in which every text that a report shows is the one given."""
    elements = tuple(
        attrs.evolve(
            element,
            label=text,
            statement=text,
            practices=tuple(attrs.evolve(one, label=text) for one in element.practices),
        )
        for element in framework().elements
    )
    stages = tuple(attrs.evolve(stage, label=text) for stage in framework().stages)
    scale = tuple(attrs.evolve(code, label=text) for code in framework().scale)
    hostile = attrs.evolve(framework(), title=text, elements=elements, stages=stages, scale=scale)
    channels = tuple(
        attrs.evolve(one, label=text, contact=text, audience=text, note=text)
        for one in notice().channels
    )
    return hostile, attrs.evolve(notice(), area=text, for_staff=text, channels=channels)


def test_hostile_texts_do_not_change_the_structure(records, content_of):
    """HTML payloads in any text are shown as text, and the policy stands."""
    shapes = []
    for text in ("Harmless", HOSTILE):
        tailored, ours = with_texts(text)
        content = content_of(records, framework=tailored, notice=ours)
        shapes.append(Page(render(content)).shape())

    assert shapes[0] == shapes[1]
    assert "script" not in {tag for tag, _, _ in shapes[1]}


label_texts = st.text(min_size=1, max_size=60).filter(
    lambda text: not re.search(BAD_CHARACTERS, text) and text.isprintable()
)


@settings(max_examples=15)
@given(text=label_texts)
def test_any_text_leaves_the_structure_alone(records, content_of, text):
    """Whatever a tailored framework or a notice says, the page keeps its elements."""
    harmless, hostile = (
        content_of(records[:1], framework=tailored, notice=ours)
        for tailored, ours in (with_texts("Harmless"), with_texts(text))
    )

    assert Page(render(hostile)).shape() == Page(render(harmless)).shape()


def test_control_and_direction_characters_are_neutralised(records, content_of):
    """No hidden or direction character reaches the page."""
    tailored, ours = with_texts(HOSTILE)

    page = render(content_of(records, framework=tailored, notice=ours)).decode()

    hidden = {one for one in page if unicodedata.category(one) in {"Cc", "Cf", "Zl", "Zp"}}
    assert hidden == {"\n"}


def test_the_same_content_gives_the_same_bytes(records, content_of):
    """Processes, locale and order change nothing: the same bytes."""
    assert render(content_of(records)) == render(content_of(tuple(reversed(records))))


def test_a_missing_template_engine_is_named(monkeypatch, cohort):
    """Without the extra the error says what to install."""
    html._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(MissingExtra) as caught:
        render(cohort)

    assert caught.value.extra == "report"


def luminance(colour):
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON = {
    "ink": [
        "paper",
        "wash",
        "notice",
        "l1",
        "l1-mark",
        "l0",
        "l0-mark",
        "spread",
        "spread-mark",
        "contested",
        "contested-mark",
        "open",
        "open-mark",
        "na",
        "na-mark",
    ],
    "soft": ["paper", "wash", "notice"],
    "accent": ["paper", "wash"],
    "paper": ["l3", "l2", "l2-mark"],
}


@pytest.mark.parametrize(("text", "ground"), [(t, g) for t, all_ in TEXT_ON.items() for g in all_])
def test_text_stands_out_from_what_it_stands_on(style, text, ground):
    """WCAG 2.2 AA, 1.4.3: at least 4.5 to 1."""
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", style))

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colour", ["ink", "line", "accent", "notice-edge"])
def test_lines_and_marks_stand_out_from_the_page(style, colour):
    """WCAG 2.2 AA, 1.4.11: graphics at least 3 to 1."""
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", style))

    assert contrast(colours[colour], colours["paper"]) >= 3
