"""The closed code lists as types: generated from the shipped data, and current."""

import typing

import pytest

from positive_practice.catalogue.shipped import code_list, code_lists
from positive_practice.errors import UnknownName
from positive_practice.model import codes, terms
from positive_practice.model.constraints import Codes, Counted
from support.scripts import ROOT, script

TYPES = {
    typing.get_args(getattr(codes, name))[1].name: typing.get_args(
        typing.get_args(getattr(codes, name))[0]
    )
    for name in codes.__all__
}


def test_the_module_of_types_is_current():
    """What stands in `model/codes.py` is what the script makes of the shipped lists."""
    import json

    package = ROOT / "src" / "positive_practice"
    lists = json.loads((package / "catalogue" / "data" / "codes.json").read_text("utf-8"))

    written = (package / "model" / "codes.py").read_text("utf-8")

    assert written == script("generate_codes").module(lists), "run scripts/generate_codes.py"


def test_there_is_a_type_for_every_list():
    """25 lists, 25 types."""
    assert set(TYPES) == set(code_lists())
    assert len(TYPES) == 25


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_type_takes_exactly_the_codes_of_its_list(name):
    """A code is in the type if and only if it is in the list, in the same order."""
    assert TYPES[name] == tuple(code.code for code in code_list(name))


def test_a_list_that_does_not_exist_is_answered_with_those_that_do():
    """A wrong name is answered with the right ones."""
    with pytest.raises(UnknownName) as caught:
        code_list("colour")

    assert set(caught.value.known) == set(TYPES)


def test_every_list_that_needs_it_has_other():
    """record.md: a new code is a new minor version, so open-ended lists have `other`."""
    with_other = {name for name, known in TYPES.items() if "other" in known}

    assert with_other >= {"agency", "role", "reason", "event_kind"}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Mode", ["draft", "submitted", "agreed", "publish"]),
        ("Method", ["agreed", "lowest", "lower_median"]),
        ("Severity", ["error", "warning", "info"]),
        ("ElementKind", ["feature", "thread"]),
        ("OverallKind", ["pooled", "mean_of_elements"]),
        ("IndexReason", ["nothing_weighted", "nothing_applicable", "nothing_rated"]),
        ("AlphaReason", ["nothing_paired", "no_variation", "too_few"]),
        ("Direction", ["higher", "lower", "same", "undetermined"]),
        ("Caution", ["selection_not_representative"]),
        ("ChannelKind", ["phone", "text", "web", "person"]),
    ],
)
def test_the_words_of_results_are_those_of_the_specification(name, known):
    """scoring.md and record.md: the closed words of results and calls."""
    literal, constraint = typing.get_args(getattr(terms, name))

    assert list(typing.get_args(literal)) == known
    assert isinstance(constraint, Codes)


def test_counts_of_results_take_the_codes_of_the_specification():
    """record.md: all four of consistency, always; of states and selections those that occur."""
    consistency, states, selections = (
        typing.get_args(getattr(terms, name))[1]
        for name in ("ConsistencyCounts", "StateCounts", "SelectionCounts")
    )

    assert consistency == Counted(
        ("consistent", "inconsistent", "undetermined", "not_applicable"), every=True
    )
    assert (len(states.codes), states.every) == (15, False)
    assert selections == Counted(TYPES["selection"])
