"""Agreements that contradict themselves are refused when they are read."""

import json
from functools import cache

import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from support.samples import changed


@cache
def document(number=12, minimum=20):
    """The agreement of some records, as plain values."""
    return unstructure(pp.agreement(pp.sample(number), minimum_units=minimum))


def problems(plain):
    """The codes and pointers of what is wrong with an agreement."""
    return {(one.code, one.pointer) for one in pp.check(plain, type=pp.Agreement).problems}


def spoilt(plain, **values):
    """An agreement with some of its values changed."""
    for name, value in values.items():
        plain = changed(plain, f"/{name}", value)
    return plain


def test_the_documents_are_fine_as_they_are():
    """The agreements of these tests have no problem, and one of them has an alpha."""
    assert document()["alpha_reason"] is None
    assert document(12, 500)["alpha_reason"] == "too_few"
    assert document(0)["alpha_reason"] == "nothing_paired"
    for one in (document(), document(12, 500), document(0)):
        assert problems(one) == set()


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"records": 0}, "units"),
        ({"units": 0}, "pairs"),
        ({"units": 10**4}, "units"),
        ({"pairs": 0}, "pairs"),
        ({"pairs": 1}, "pairs"),
        ({"pairs": 10**9}, "pairs"),
        ({"pairs": 104_729}, "exact_share"),
        ({"exact_share": None}, "exact_share"),
        ({"exact_share": "1/104729"}, "exact_share"),
        ({"exact_share": "2/1"}, "exact_share"),
        ({"within_one_share": None}, "within_one_share"),
        ({"within_one_share": "0/1"}, "within_one_share"),
        ({"within_one_share": "2/1"}, "within_one_share"),
        ({"alpha": None}, "alpha"),
        ({"alpha": "2/1"}, "alpha"),
        ({"alpha": "-1/1"}, "alpha"),
        ({"alpha": "1/1"}, "alpha"),
        ({"exact_share": "1/1", "within_one_share": "1/1"}, "alpha"),
        ({"alpha_reason": "too_few"}, "alpha_reason"),
        ({"alpha_reason": "nothing_paired"}, "alpha_reason"),
        ({"alpha_reason": "no_variation", "alpha": None}, "alpha_reason"),
        ({"alpha_reason": "too_few", "alpha": None}, "alpha_reason"),
        ({"minimum_units": 10**6}, "alpha_reason"),
    ],
    ids=str,
)
def test_where_an_agreement_contradicts_itself(values, where):
    """The pointer leads to the number that does not follow, and the document is refused."""
    plain = spoilt(document(), **values)

    assert ("agreement_contradicts", f"/{where}") in problems(plain)
    with pytest.raises(pp.InvalidDocument):
        pp.loads(json.dumps(plain), type=pp.Agreement)


@pytest.mark.parametrize(
    "values",
    [
        {"alpha_reason": None},
        {"alpha_reason": "nothing_paired"},
        {"alpha_reason": "no_variation"},
        {"alpha": "1/2"},
        {"minimum_units": 3},
    ],
    ids=str,
)
def test_a_withheld_alpha_is_held_to_its_reason(values):
    """Where alpha is withheld, the reason must be the one that the numbers give."""
    assert {code for code, _ in problems(spoilt(document(12, 500), **values))} == {
        "agreement_contradicts"
    }


@pytest.mark.parametrize(
    "values",
    [
        {"alpha_reason": "too_few"},
        {"alpha_reason": "no_variation"},
        {"exact_share": "0/1"},
        {"within_one_share": "1/1"},
        {"pairs": 3},
        {"units": 1},
        {"alpha_reason": None, "alpha": "1/2"},
    ],
    ids=str,
)
def test_an_agreement_of_nothing_says_nothing(values):
    """Where nothing was paired, there is no share and no other reason."""
    assert {code for code, _ in problems(spoilt(document(0), **values))} == {
        "agreement_contradicts"
    }


def test_no_variation_says_that_all_agree():
    """A document whose values do not vary has shares of 1, whatever its minimum."""
    plain = spoilt(
        document(12, 500),
        alpha_reason="no_variation",
        exact_share="1/1",
        within_one_share="1/1",
    )

    assert problems(plain) == set()
    alone = spoilt(plain, units=1, pairs=1)
    assert problems(alone) == set()
    assert problems(spoilt(alone, alpha_reason="too_few")) == {
        ("agreement_contradicts", "/alpha_reason")
    }


def test_more_selections_than_records():
    """No more records can have been selected in some way than there are."""
    plain = spoilt(document(0), selections={"all_cases": 1})

    assert problems(plain) == {("counts_contradict", "/selections")}
