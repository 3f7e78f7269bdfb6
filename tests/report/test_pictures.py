"""The drawings: a range beside every index, a matrix of stages, the words that say the same."""

import re
from fractions import Fraction
from importlib.resources import files

import attrs
import pytest

from positive_practice.catalogue.shipped import framework
from positive_practice.report import sentences, words
from positive_practice.report.html import render
from positive_practice.scoring.rounding import percent
from support.frameworks import without
from support.report_page import Page, text_of, within

LEFT, LONG = 2, Fraction(96, 100)
SHORT = {"every": 3, "most": 2, "some": 1, "not": 0}


@pytest.fixture(scope="module")
def page(cohort):
    """The page of the example audit."""
    return Page(render(cohort))


@pytest.fixture(scope="module")
def single(records, content_of):
    """The content of one record, and its page."""
    content = content_of(records[7:8])
    return content, Page(render(content))


@pytest.fixture(scope="module")
def style():
    """The style as it is shipped."""
    return files("positive_practice.report").joinpath("templates", "report.css").read_text("utf-8")


def ranges(page):
    """The drawings of a range: those that hold the mark of an index."""
    marks = [one for one in page.all("circle") if one["attrs"].get("class") == "index"]
    return [mark["in"][-1] for mark in marks]


def place(value):
    """Where a drawing puts something, in per cent of the line from 0 to 100 %."""
    return (Fraction(value.rstrip("%")) - LEFT) / LONG


def table_of(page, caption):
    """The table whose caption starts with a text."""
    (found,) = [one for one in page.all("caption") if text_of(one).startswith(caption)]
    return found["in"][-1]


def rows_of(page, table, part="tbody"):
    """The rows of a part of a table: each the cells, its heading first."""
    (body,) = within(page, table, part)
    cells = [one for one in page.elements if one["tag"] in {"th", "td"}]
    return [[cell for cell in cells if cell["in"][-1] is row] for row in within(page, body, "tr")]


def test_every_index_of_an_element_and_a_practice_has_its_range_in_words(page, cohort):
    """A range on a line, not only numbers, and the same in words for those who listen."""
    said = [drawing["attrs"]["aria-label"] for drawing in ranges(page)]
    scores = [one.score for one in (*cohort.profile.elements, *cohort.profile.practices)]

    assert {words.index_in_words(score) for score in scores} <= set(said)
    assert len(said) >= len(scores)
    assert {drawing["attrs"]["role"] for drawing in ranges(page)} == {"img"}


def test_a_range_is_drawn_where_its_words_say(page):
    """The bar goes from the lower bound to the upper, and the mark stands at the index."""
    for drawing in ranges(page):
        index, lower, upper = map(int, re.findall(r"\d+", drawing["attrs"]["aria-label"]))
        lines = {one["attrs"]["class"]: one["attrs"] for one in within(page, drawing, "line")}
        (mark,) = within(page, drawing, "circle")
        drawn = (mark["attrs"]["cx"], lines["range"]["x1"], lines["range"]["x2"])

        assert all(
            abs(place(at) - said) <= 1
            for at, said in zip(drawn, (index, lower, upper), strict=True)
        )


def test_every_line_goes_from_nothing_to_all(page):
    """Each line is as long as 0 to 100 %, so that two can be compared by eye."""
    tracks = [one["attrs"] for one in page.all("line") if one["attrs"]["class"] == "track"]
    long = [one for one in tracks if one["x1"] != one["x2"]]

    assert {(place(one["x1"]), place(one["x2"])) for one in long} == {(0, 100)}
    assert len(long) == len(ranges(page))


def test_where_there_is_no_index_the_reason_stands_and_nothing_is_drawn(records, content_of):
    """An undefined index has its reason in words."""
    silent = attrs.evolve(records[0], submissions=(), reviews=())

    page = Page(render(content_of([silent])))
    cells = [text_of(cell) for cell in rows_of(page, table_of(page, "Practices of Good"))[0]]

    assert ranges(page) == []
    assert cells[2:] == ["not rated yet", "0 % to 100 %", "0 %"]


def test_one_number_over_everything_has_its_range_too(records, content_of):
    """Where one number is asked for, it does not stand without its bounds."""
    content = content_of(records, overall="pooled")

    said = [one["attrs"]["aria-label"] for one in ranges(Page(render(content)))]

    assert words.index_in_words(content.profile.overall.score) in said


def test_one_number_that_is_undefined_is_not_drawn(records, content_of):
    """Without an index over everything there is the reason alone."""
    silent = attrs.evolve(records[0], submissions=(), reviews=())

    page = Page(render(content_of([silent], overall="pooled")))

    assert ranges(page) == []
    assert "together: no index yet" in text_of(page.all("main")[0])


def counted(cell):
    """The counts that a cell of the matrix shows, by level."""
    found = re.findall(r"(\d+) (every|most|some|not)(?! (?:agreed|known))", text_of(cell))
    return {SHORT[word]: int(n) for n, word in found}


@pytest.mark.parametrize("thread", ["TI", "MA", "CF", "MO"])
def test_the_matrix_of_a_thread_has_a_row_a_practice_and_a_column_a_stage(page, cohort, thread):
    """In each cell how many results are in each state, as the profile has them."""
    element = cohort.framework.element(thread)
    rows = rows_of(page, table_of(page, f"{element.label}, stage by stage"))
    counts = {one.position: one.counts for one in cohort.profile.positions}

    assert [text_of(row[0]).split()[0] for row in rows] == [one.id for one in element.practices]
    for practice, row in zip(element.practices, rows, strict=True):
        assert len(row) == 5
        for stage, cell in zip(cohort.framework.stages, row[1:], strict=True):
            there = counts[f"{practice.id}.{stage.id}"]
            levels = {level: there[f"rated_{level}"] for level in range(4)}
            assert counted(cell) == {level: n for level, n in levels.items() if n}


@pytest.mark.parametrize("thread", ["TI", "MA", "CF", "MO"])
def test_at_the_foot_of_a_matrix_stands_the_score_of_each_stage(page, cohort, thread):
    """The index of the thread at each stage, with its bounds."""
    label = cohort.framework.element(thread).label
    (foot,) = rows_of(page, table_of(page, f"{label}, stage by stage"), "tfoot")
    scores = [one.score for one in cohort.profile.element(thread).stages]

    assert text_of(foot[0]) == "The whole thread"
    for score, cell in zip(scores, foot[1:], strict=True):
        bounds = f"({percent(score.lower)} % to {percent(score.upper)} %)"
        assert text_of(cell).endswith(f"index {percent(score.index)} % {bounds}")


def test_cells_with_short_words_say_the_whole_to_those_who_listen(page, cohort):
    """Short words are for the eye: the drawing beside them has the whole sentence."""
    table = table_of(page, "Trauma informed, stage by stage")
    first = rows_of(page, table)[0][1]
    (bar,) = [one for one in within(page, first, "svg") if within(page, one, "rect")]
    counts = next(o.counts for o in cohort.profile.positions if o.position == "TI1.assessment")

    expected = f"12 results: {words.counts_in_words(counts, framework())}"
    assert bar["attrs"]["aria-label"] == expected
    assert all(one["attrs"].get("aria-hidden") == "true" for one in within(page, first, "span"))


def test_how_a_thread_runs_through_the_stages_stands_beside_its_matrix(page):
    """The consistency counts, in words, just above the matrix."""
    text = text_of(page.all("main")[0])

    start = text.index("Across the stages: runs through every stage in 11 records")
    assert 0 < text.index("Trauma informed, stage by stage") - start < 150


def test_of_one_record_each_cell_says_what_it_settled_to(single):
    """With one record there is nothing to count: the state stands there in words."""
    content, page = single
    states = {one.position: next(iter(one.counts)) for one in content.profile.positions}
    rows = rows_of(page, table_of(page, "Multi-agency at every stage, stage by stage"))

    for row in rows:
        practice = text_of(row[0]).split()[0]
        for stage, cell in zip(content.framework.stages, row[1:], strict=True):
            state = states[f"{practice}.{stage.id}"]
            assert text_of(cell) == words.state_in_words(state, content.framework)


def test_a_stage_taken_out_by_tailoring_has_no_column(records, content_of):
    """The columns are the stages of the framework that was used."""
    tailored = without(framework(), (), ("transition",))

    page = Page(render(content_of(records, framework=tailored)))
    rows = rows_of(page, table_of(page, "Trauma informed, stage by stage"))

    assert {len(row) for row in rows} == {4}


def test_records_chosen_in_several_ways_are_a_caution(records, content_of, page):
    """Chosen as good examples, or because of a concern, is not the same: the mixture is said."""
    worried = attrs.evolve(
        records[1], audit=attrs.evolve(records[1].audit, selection="concern_led")
    )

    text = text_of(Page(render(content_of([records[0], worried]))).all("main")[0])

    assert sentences.MIXED not in text_of(page.all("main")[0])
    parts = ["1 record: chosen as good", "1 record: chosen because of a concern", sentences.MIXED]
    assert sorted(parts, key=text.index) == parts
    assert text.index(sentences.MIXED) < text.index("To look at next")


def test_with_forced_colours_every_colour_of_a_drawing_is_one_of_the_system(style):
    """A person's own colours are kept: drawings use no other, and patterns tell kinds apart."""
    block = style[style.index("(forced-colors: active)") : style.index("@page")]
    forced = dict(re.findall(r"--([\w-]+): (\w+);", block))
    drawing = re.findall(r"(?:fill|stroke): var\(--([\w-]+)\)", style)

    assert {forced[colour] for colour in drawing} == {"Canvas", "CanvasText"}
