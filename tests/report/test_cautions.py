"""What every page says before its first figure."""

import re

import attrs
import pytest

from positive_practice.report import html, sentences, terminal

HURTFUL = re.compile(
    r"\bcommit|\battempt|\bfail|attention.seeking|hard.to.(reach|engage)|\bdisengag|did not attend|"
    r"manipulat|\bvictim|\brefus(ed|es) (help|support|to)|overdos|ligature|\bRAG\b|\binspect",
    re.IGNORECASE,
)


@pytest.mark.parametrize("caution", ["PRACTICE_NOT_PERSON", "NOT_FOR_DECIDING"])
def test_the_page_says_what_it_is_not_for_before_any_figure(cohort, caution):
    """Never about a person, not for deciding who gets help, and a concern is acted on at once."""
    page = html.render(cohort).decode("utf-8")

    sentence = getattr(sentences, caution)
    assert sentence in page
    assert page.index(sentence) < page.index("<table")
    assert page.index(sentence) < page.index("<svg")


def test_the_page_can_be_read_by_the_young_person(cohort):
    """No word of the page blames, names a method or calls a death a crime."""
    page = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html.render(cohort).decode("utf-8"))

    assert "young" in page
    assert HURTFUL.findall(page) == []


def test_records_chosen_in_several_ways_carry_their_caution(records, content_of):
    """Page and terminal say that together they speak for no group; of one way nothing is said."""
    audit = attrs.evolve(records[0].audit, selection="volunteered")
    mixed = content_of([attrs.evolve(records[0], audit=audit), *records[1:3]])

    for text in (html.render(mixed).decode(), terminal.summary(mixed)):
        shown = " ".join(text.split())
        assert shown.count(sentences.MIXED) == 1
        assert "1 record: " in shown
        assert "2 records: chosen as good examples" in shown
    for text in (html.render(content_of(records)).decode(), terminal.summary(content_of(records))):
        assert sentences.MIXED not in " ".join(text.split())
