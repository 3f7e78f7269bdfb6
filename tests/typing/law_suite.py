"""What users write in their own tests: strategies for documents, and the laws of scoring."""

from fractions import Fraction
from typing import Any, assert_type

from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.testing import (
    LAWS,
    NEAR_VALID_CODES,
    STATES,
    BrokenLaw,
    NearValid,
    answers,
    frameworks,
    laws,
    near_valid_records,
    plain,
    profiles,
    records,
    states,
    submissions,
    tailorings,
    tallies,
    weights,
)


def documents() -> None:
    """A strategy gives values of one class, or their plain form."""
    assert_type(records(), st.SearchStrategy[pp.AuditRecord])
    assert_type(submissions(), st.SearchStrategy[pp.Submission])
    assert_type(answers(), st.SearchStrategy[pp.Answer])
    assert_type(frameworks(), st.SearchStrategy[pp.Framework])
    assert_type(tailorings(), st.SearchStrategy[pp.Tailoring])
    assert_type(tallies(), st.SearchStrategy[pp.Tally])
    assert_type(profiles(), st.SearchStrategy[pp.Profile])
    assert_type(weights(), st.SearchStrategy[Fraction])
    assert_type(states(), st.SearchStrategy[str])
    assert_type(plain(records()), st.SearchStrategy[Any])
    assert_type(near_valid_records(), st.SearchStrategy[NearValid])


def a_suite() -> type:
    """The laws are a class that pytest collects."""

    def my_score(states: list[str], weights: list[Fraction]) -> dict[str, Any]:
        return {"index": None, "states": states, "weights": weights}

    assert_type(len(LAWS) + len(NEAR_VALID_CODES) + len(STATES), int)
    return laws(score=my_score, examples=10)


def a_broken_law(error: BrokenLaw) -> str:
    """What is raised says which law is broken."""
    return str(error)
