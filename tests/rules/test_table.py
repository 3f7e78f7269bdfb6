"""The table of problems: complete, in the severities of record.md, with examples that hold."""

import json
import re
from typing import Any

import attrs
import pytest

from positive_practice import api
from positive_practice.model.record import AuditRecord
from positive_practice.problems.table import problem, rows, table
from positive_practice.rules.integrity import INTEGRITY
from positive_practice.rules.quality import QUALITY
from positive_practice.rules.results import RULES_OF
from positive_practice.rules.tailorings import TAILORING_RULES
from support.examples import example, report_of
from support.samples import ABSENT, changed
from support.specification import quality_severities

MODES = ("draft", "submitted", "agreed", "publish")

# Typed out from record.md, "Problems"; what stands there in a table is read from it.
TEXT = [
    "json_empty",
    "json_encoding",
    "json_syntax",
    "json_trailing",
    "json_duplicate_key",
    "json_number",
    "json_depth",
    "json_size",
]
VERSION = ["unsupported_version", "unknown_framework"]
STRUCTURE = [
    "wrong_type",
    "missing_field",
    "unknown_field",
    "unknown_code",
    "bad_format",
    "out_of_range",
    "too_short",
    "too_long",
    "bad_text",
    "too_many",
    "too_few",
    "not_unique",
]
INTEGRITY_CODES = [
    "unknown_practice",
    "stage_missing",
    "stage_not_allowed",
    "duplicate_submission",
    "duplicate_answer",
    "duplicate_review",
    "duplicate_decision",
    "duplicate_action",
    "duplicate_question",
    "reason_not_allowed",
    "reason_wrong_kind",
    "not_applicable_not_allowed",
    "role_cannot_respond",
    "role_cannot_account",
    "quote_field_not_allowed",
    "period_reversed",
    "forbidden_key",
]
TEXT_CHECK_CODES = ("possible_personal_data", "method_words")
"""Quality too, but found in texts by a check that somebody asks for, and not by a rule."""
OURS = ("document", "batch")
"""Groups beyond record.md's list: of documents that are no record, and of many records."""

CHECKED = [pytest.param(row, id=row.code) for row in rows().values() if row.group != "batch"]


def codes_of(group: str) -> list[str]:
    """The codes of a group, in the order of the table."""
    return [row.code for row in rows().values() if row.group == group]


def test_the_table_has_the_codes_of_the_specification():
    """Every code of record.md is in its group, and no other is there but our own groups'."""
    listed = {
        "text": TEXT,
        "version": VERSION,
        "structure": STRUCTURE,
        "integrity": INTEGRITY_CODES,
        "quality": list(quality_severities()),
    }

    assert {group: codes_of(group) for group in listed} == listed
    assert {row.group for row in rows().values()} == {*listed, *OURS}
    assert len(rows()) == len(table()["problems"])


def test_every_rule_has_its_row():
    """Each rule is named as its code; each code of integrity and quality has a rule."""
    assert [rule.__name__ for rule in INTEGRITY] == INTEGRITY_CODES
    named = [code for code in quality_severities() if code not in TEXT_CHECK_CODES]
    assert [rule.__name__ for rule in QUALITY] == named
    of_documents = {code for rules in RULES_OF.values() for code in rules}
    assert of_documents | set(TAILORING_RULES) <= set(codes_of("document"))


@pytest.mark.parametrize("row", rows().values(), ids=lambda row: row.code)
def test_severities(row):
    """A quality code is as severe in each mode as record.md says; every other is an error."""
    said = quality_severities().get(row.code, ["error"] * len(MODES))

    assert [row.severity[mode] or "-" for mode in MODES] == said


@pytest.mark.parametrize("row", CHECKED)
def test_the_failing_example_fails(row):
    """The failing example has the row's problem, as severe as its mode says."""
    report = report_of(example(row, "failing"))

    found = {one.severity for one in report.problems if one.code == row.code}
    assert found == {row.severity[row.example["mode"]]}


@pytest.mark.parametrize("row", CHECKED)
def test_the_fixed_example_is_fixed(row):
    """The fixed example has not the row's problem, and no error at all."""
    report = report_of(example(row, "fixed"))

    assert report.ok
    assert row.code not in {one.code for one in report.problems}


@pytest.mark.parametrize("row", CHECKED)
def test_examples_are_alike_as_text(row):
    """Plain values and the same as JSON text have the same problems."""
    for which in ("failing", "fixed"):
        one = example(row, which)
        if not isinstance(one.content, dict):
            continue
        text = json.dumps(one.content)

        as_text = report_of(attrs.evolve(one, content=text))

        assert as_text == report_of(one)


def test_the_base_is_without_fault():
    """The record that examples start from has no error, even to be published."""
    assert api.check(table()["base"], mode="publish").ok


@pytest.mark.parametrize("row", rows().values(), ids=lambda row: row.code)
def test_the_words_of_a_row(row):
    """Every row says all that it should in whole sentences, and its hint names no fact alone."""
    places = set(re.findall(r"{(\w+)}", row.message))

    assert set(re.findall(r"{(\w+)}", row.hint)) <= places
    assert all(text.endswith(".") for text in (row.message, row.hint, row.meaning))
    assert row.label
    assert not row.label.endswith(".")
    assert set(row.example) <= {"mode", "failing", "fixed", "limits", "tailoring", "text_check"}


def test_a_hint_names_the_same_fact_as_its_message():
    """A place for a fact is filled in the message and in the hint."""
    made = problem("too_long", "/audit/purpose", facts=(("maximum", "500"),))

    assert "500" in made.message
    assert "500" in made.hint


CANARY = "Xq7"
STRANGE: tuple[Any, ...] = (CANARY, f"{CANARY}\x07", CANARY * 2000, {CANARY: 1}, [CANARY] * 600)


def pointers(value: Any, at: str = "") -> list[str]:
    """The pointer of every value inside plain values."""
    below = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [at, *(one for key, inner in below for one in pointers(inner, f"{at}/{key}"))]


@pytest.mark.parametrize("strange", STRANGE, ids=["short", "control", "long", "object", "list"])
def test_no_problem_holds_a_value(strange):
    """Whatever stands where in a record, no problem repeats it or leaves a place unfilled."""
    base = table()["base"] | {"extensions": {"org.example": {"a": 1}}}
    for pointer in pointers(base):
        spoilt = changed(base, pointer, strange)

        for one in api.check(spoilt, mode="publish").problems:
            assert CANARY not in f"{one.message}{one.hint}{one.pointer}{one.position}"
            assert "{" not in one.message + one.hint


def test_no_problem_holds_an_unknown_key():
    """An unknown key is found at its object, and never named."""
    base = table()["base"]
    for pointer in pointers(base):
        spoilt = changed(base, f"{pointer}/{CANARY}", 1) if is_object(base, pointer) else base
        problems = api.check(spoilt).problems

        assert CANARY not in str(problems)
        if spoilt is not base:
            assert ("unknown_field", pointer) in {(one.code, one.pointer) for one in problems}


def is_object(value: Any, pointer: str) -> bool:
    """Whether an object stands at a pointer."""
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return isinstance(value, dict)


def test_a_missing_field_is_named_at_its_object():
    """A field that is not there is reported at the object that lacks it, by its name."""
    spoilt = changed(table()["base"], "/case/population", ABSENT)

    (one,) = (p for p in api.check(spoilt, type=AuditRecord).problems)

    assert (one.code, one.pointer) == ("missing_field", "/case")
    assert "population" in one.message
