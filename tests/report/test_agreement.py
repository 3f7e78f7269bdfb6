"""What is said of agreement: numbers with their meaning, and words where there is no number."""

from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from positive_practice.batch.reader import Accounting
from positive_practice.report.agreement import (
    NOT_A_WORKER,
    TITLE,
    WHAT_ALPHA_IS,
    agreement_text,
    alpha_in_words,
    in_one_sentence,
)
from positive_practice.report.html import render
from positive_practice.report.sentences import NBSP
from support.report_page import Page
from support.report_page import text_of as text_of_page

READ = Accounting(read=12, accepted=12, refused=0, blank=0, duplicate=0)
FOUND = attrs.evolve(
    pp.agreement([]),
    records=12,
    selections=pp.Counts.of({"all_cases": 12}),
    alpha=Fraction(16, 25),
    alpha_reason=None,
    units=1200,
    pairs=1500,
    exact_share=Fraction(1, 2),
    within_one_share=Fraction(1),
)


def text_of(**changes):
    """The text of an agreement with something changed, its lines joined by spaces."""
    text = agreement_text(attrs.evolve(FOUND, **changes), READ)
    assert all(len(line) <= 80 for line in text.splitlines())
    return " ".join(text.split())


def withheld(reason, **changes):
    """The text of an agreement without alpha."""
    return text_of(alpha=None, alpha_reason=reason, **changes)


def test_counts_come_before_alpha():
    """What was compared, then the shares, then alpha with what it means."""
    text = text_of()

    parts = [
        "read 12 = 12 accepted",
        "12 records: all who met the criteria",
        "1,200 results have a level from two or more agencies: 1,500 pairs to compare.",
        "the same level: 50 % of the pairs",
        "the same level or the next: 100 % of the pairs",
        "0.64 1: all gave the same level.",
        "never a worker",
    ]
    places = [text.lower().index(part.lower()) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("alpha", "shown"),
    [
        (Fraction(1), " 1.00 "),
        (Fraction(0), " 0.00 "),
        (Fraction(1, 200), " 0.01 "),
        (Fraction(-1, 1000), " 0.00 "),
        (Fraction(-1, 200), " -0.01 "),
        (Fraction(-5, 8), " -0.63 "),
    ],
)
def test_alpha_has_two_places(alpha, shown):
    """Alpha is shown to two places, half away from zero, and never as minus nothing."""
    assert f"ordered levels){shown}" in text_of(alpha=alpha)


def test_why_alpha_is_withheld():
    """Each reason is a sentence that says what is missing."""
    assert "there are 19. From so few" in withheld("too_few", units=19)
    assert "it takes 20 results to compare, and there is 1." in withheld("too_few", units=1)
    assert "1 result has a level" in withheld("too_few", units=1)
    assert "one and the same level throughout" in withheld("no_variation")
    nothing = withheld("nothing_paired", units=0, pairs=0, exact_share=None, within_one_share=None)
    assert "nowhere did two agencies give a level" in nothing
    assert "No result has a level from two or more agencies." in nothing
    assert "of the pairs" not in nothing


def test_how_often_and_how_near_in_one_sentence():
    """How often two agencies rated one result, and how near; nothing where it never happened."""
    near = attrs.evolve(FOUND, pairs=961, exact_share=Fraction(3, 4))

    sentence = in_one_sentence(near).replace(NBSP, " ")

    assert sentence == (
        "961 times two agencies rated one result: 75 % alike, 100 % within one level."
    )
    assert in_one_sentence(pp.agreement([])) == ""


@pytest.mark.parametrize(
    ("same", "near", "said"),
    [
        (1, 1, "the same level"),
        (0, 1, "levels next to each other"),
        (0, 0, "levels further apart"),
    ],
)
def test_two_levels_are_no_share(same, near, said):
    """Of one time nothing is said in per cent."""
    once = attrs.evolve(FOUND, pairs=1, exact_share=Fraction(same), within_one_share=Fraction(near))

    assert in_one_sentence(once) == f"Once two agencies rated one result: they gave {said}."


def on_the_page(content):
    """The words of the page, on one line."""
    return text_of_page(Page(render(content)).all("main")[0])


def test_the_page_says_how_far_agencies_see_it_alike(cohort):
    """Units, pairs and shares first, then alpha with its plain meaning; never a worker."""
    text = on_the_page(cohort)

    parts = [
        TITLE,
        "382 results have a level from two or more agencies: 961 pairs to compare.",
        "The same level76 %",
        "The same level or the next98 %",
        f"levels): {alpha_in_words(cohort.agreement.alpha)}.",
        WHAT_ALPHA_IS,
        NOT_A_WORKER,
    ]
    assert sorted(parts, key=text.index) == parts


def test_the_page_says_why_there_is_no_alpha(records, content_of):
    """Where alpha is withheld its reason stands in its place, and no table of nothing."""
    silent = attrs.evolve(records[0], submissions=(), reviews=())

    text = on_the_page(content_of([silent]))

    assert "nowhere did two agencies give a level" in text
    assert "How close the levels are" not in text
    assert WHAT_ALPHA_IS not in text
