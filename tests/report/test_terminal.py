"""The summary in the terminal: the notice first, counts before scores, 80 columns, no colour."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import framework, notice
from positive_practice.model.notice import Channel
from positive_practice.report import sentences, words
from positive_practice.report.figures import segments_of
from positive_practice.report.terminal import BLOCKS, LETTERS, summary
from support.frameworks import without


def lines_of(text, start):
    """The place of the first line that starts so."""
    return next(n for n, line in enumerate(text.splitlines()) if line.startswith(start))


def bar_of(text, element):
    """The bar of an element: the line below its name, without the indent."""
    lines = text.splitlines()
    return lines[lines_of(text, f"{element} ") + 1].removeprefix("   ")


def joined(text):
    """The text on one line, so that a wrapped sentence can be found."""
    return " ".join(text.split())


def all_at(records, rating):
    """A record in which every answer has one rating and no review decided otherwise."""
    submissions = tuple(
        attrs.evolve(
            one,
            answers=tuple(
                attrs.evolve(answer, rating=rating, reason=None) for answer in one.answers
            ),
        )
        for one in records[5].submissions
    )
    return attrs.evolve(records[5], submissions=submissions, reviews=(), outcomes=())


def test_the_urgent_help_notice_is_first(cohort):
    """Whatever people read starts with the urgent-help notice."""
    first = summary(cohort).splitlines()[0]

    assert first.startswith("URGENT HELP. Check these before use")


def test_a_notice_that_holds_does_not_ask_to_be_checked(records, content_of):
    """Only a notice that is stale or was never checked says 'check these before use'."""
    ours = attrs.evolve(notice(), checked_on="2026-01-01", valid_until="2026-12-31")

    text = summary(content_of(records, notice=ours))

    assert text.startswith("URGENT HELP. (United Kingdom)\n")
    assert "before use" not in text


def test_a_long_notice_is_short_here_and_cuts_no_number(records, content_of):
    """Two to four lines: whole channels only, and how many more there are."""
    channel = Channel(
        label="A line", contact="0800 111 222", kind="phone", audience="anyone", note=None
    )
    ours = attrs.evolve(notice(), channels=(channel,) * 50)

    shown = summary(content_of(records, notice=ours)).split("\n\n")[0]

    assert len(shown.splitlines()) <= 4
    whole = joined(shown).count("A line: 0800 111 222")
    assert f"and {50 - whole} more in the full report" in joined(shown)


def test_a_channel_that_fills_the_screen_is_still_shown(records, content_of):
    """At least the first channel stands there, however long it is."""
    channel = Channel(label="x" * 200, contact="9" * 200, kind="web", audience="all", note=None)
    ours = attrs.evolve(notice(), channels=(channel, channel))

    shown = summary(content_of(records, notice=ours)).split("\n\n")[0]

    assert "".join(shown.split()).endswith("9" * 200)


def test_what_it_is_and_is_not_comes_before_any_figure(cohort):
    """Practice, never a person; for learning, not for performance management; internal."""
    head = joined(summary(cohort).split("GA Good assessment")[0])

    assert sentences.INTERNAL in head
    assert sentences.PRACTICE_NOT_PERSON in head
    assert sentences.NOT_FOR_DECIDING in head
    assert "no rate, no rank and no claim of effect" in head


def test_the_accounting_is_a_sum_that_can_be_checked(cohort):
    """Always read = accepted + refused + blank + duplicate, and it is printed."""
    assert "\nread 13 = 12 accepted + 0 refused + 1 blank + 0 duplicate\n" in summary(cohort)


def test_elements_stand_in_framework_order(cohort):
    """Three features, then four golden threads, and no ranking."""
    text = summary(cohort)

    places = [lines_of(text, f"{element.id} ") for element in framework().elements]

    assert places == sorted(places)


def test_the_distribution_comes_before_the_index(cohort):
    """The distribution is primary, the index a convenience."""
    block = summary(cohort).split("GA Good assessment")[1].split("\n\n")[0].splitlines()

    assert set(block[1].strip()) <= set(BLOCKS.values())
    assert block[2].strip() == (
        "25 at every point, 11 at most points, 5 at some points, 7 seen differently"
    )
    assert block[3].strip() == "index 83 % (between 80 % and 85 %), rated 100 % of what applied"
    assert block[4].strip() == "to look at next: GA2 Full history considered"


@pytest.mark.parametrize("width", [70, 80, 120])
def test_every_bar_is_as_long_as_every_other(cohort, width):
    """Bars add up to one length, and show each kind that occurs."""
    text = summary(cohort, width=width)

    for element in cohort.profile.elements:
        bar = bar_of(text, element.element)
        kinds = [BLOCKS[segment.kind] for segment in segments_of(element.counts)]
        assert len(bar) == width - 6
        assert list(dict.fromkeys(bar)) == kinds


@pytest.mark.parametrize("marks", [BLOCKS, LETTERS])
def test_every_kind_has_a_character_of_its_own_that_the_legend_says(cohort, marks):
    """Readable without colour: distinct characters, explained once."""
    text = joined(summary(cohort, unicode=marks is BLOCKS))

    assert len(set(marks.values())) == 8
    assert all(
        f"{mark} {words.lower_first(words.kind_in_words(kind, framework()))}" in text
        for kind, mark in marks.items()
    )


def test_threads_say_their_consistency_and_their_stages(cohort):
    """Consistency in words, and each stage with its bounds."""
    text = joined(summary(cohort))

    assert (
        "runs through every stage in 11 records, not yet at every stage in 0, cannot be said in 1"
    ) in text
    assert "by stage: assessment 75 % (56 to 82), planning 79 % (67 to 85)" in text
    assert "to look at next: MA4 Attention at transitions; stage transition" in text


def test_what_is_not_known_yet_is_named(records, content_of):
    """Practices and stages without an index because nothing is rated are listed apart."""
    text = joined(summary(content_of(records[10:11])))

    assert "not known yet: VY3 Life story work" in text
    assert "not known yet: stage assessment" in text


def test_an_undefined_index_is_said_in_words(records, content_of):
    """A record that could not be rated shows reasons, and no number stands for them."""
    text = summary(content_of([all_at(records, "not_known")]))

    assert "index yet: nobody could rate it so far, rated 0 % of what applied" in text
    assert "index 0 %" not in text


def test_outcomes_stand_beside_the_fixed_sentence(cohort):
    """Beside outcomes in every report one fixed sentence of ours."""
    text = joined(summary(cohort))

    assert "trusting relationship: more 5;" in text
    assert "distress at times of change: less 2, up and down 3;" in text
    assert text.index("trusting relationship") < text.index(sentences.OUTCOMES)


def test_records_without_outcomes_say_so(records, content_of):
    """No outcome is no row."""
    text = summary(content_of([all_at(records, "mostly")]))

    assert "No differences were noted." in text


def test_the_end_says_what_to_do_next(cohort, records, content_of):
    """A reader learns how to see what stands behind a number."""
    assert summary(cohort).endswith("   positive-practice explain GA2 FILE")
    assert summary(content_of([all_at(records, "fully")])).endswith("explain GA FILE")
    assert "positive-practice check" not in summary(cohort)


def test_refused_records_come_with_how_to_see_why(cohort):
    """A refused record is not the end: the check says what it needs."""
    accounting = attrs.evolve(cohort.accounting, read=14, refused=1)

    text = summary(attrs.evolve(cohort, accounting=accounting))

    assert "   positive-practice check FILE\n" in text


def test_no_records_is_a_calm_sentence(content_of):
    """Zero records: the notice, the accounting and what to do, without a figure or a fault."""
    text = summary(content_of([]))

    assert "No record could be counted" in text
    assert "read 1 = 0 accepted" in text
    assert "index" not in text
    assert text.endswith("positive-practice check FILE")


def test_the_summary_of_seven_elements_fits_a_few_screens(cohort):
    """About 90 lines at most, for many records and for one."""
    assert len(summary(cohort).splitlines()) <= 92


@settings(max_examples=30)
@given(width=st.integers(1, 130), unicode=st.booleans())
def test_no_line_is_longer_than_the_width(cohort, width, unicode):
    """Readable at the width that was asked for, from 40 columns on."""
    text = summary(cohort, width=width, unicode=unicode)

    assert max(map(len, text.splitlines())) <= max(width, 40)


@pytest.mark.parametrize("count", [0, 1, 11])
def test_few_records_fit_80_columns_too(records, content_of, count):
    """A single record, and none, are as readable as a cohort."""
    text = summary(content_of(records[:count]))

    assert max(map(len, text.splitlines())) <= 80


def test_ascii_alone_if_asked(cohort):
    """Without Unicode not one character beyond ASCII is left."""
    assert summary(cohort, unicode=False).isascii()
    assert not summary(cohort).isascii()


def test_a_tailored_framework_shows_what_it_has(records, content_of):
    """Elements and stages that tailoring took out are not mentioned."""
    tailored = without(
        framework(), ("GA1", "GA2", "GA3", "GA4"), ("assessment", "planning", "delivery")
    )

    text = summary(content_of(records, framework=tailored))

    assert "GA " not in text
    assert "by stage: transition" in text


def test_hostile_labels_cannot_move_the_screen(records, content_of):
    """Terminal payloads in any text are shown as text, on one line."""
    first, *others = framework().elements
    hostile = attrs.evolve(first, label="Good\u200f\nassess\tment\u2028URGENT HELP")
    tailored = attrs.evolve(framework(), elements=(hostile, *others))

    plain, changed = (
        summary(content_of(records, framework=one)) for one in (framework(), tailored)
    )

    assert len(changed.splitlines()) == len(plain.splitlines())
    assert not {"\u200f", "\u2028", "\t"} & set(changed)
