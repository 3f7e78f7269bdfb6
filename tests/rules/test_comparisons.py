"""Comparisons that contradict themselves are refused when they are read."""

import json
from functools import cache

import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from support.records import as_record, plain_record
from support.samples import changed


@cache
def document():
    """The comparison of some records with some others, as plain values."""
    first, second = (pp.score(pp.tally(pp.sample(6, seed=seed))) for seed in (1, 2))
    return unstructure(pp.compare(first, second))


@cache
def without_an_index():
    """The comparison of some records with one that says nothing."""
    silent = pp.score(as_record(plain_record([])))
    return unstructure(pp.compare(pp.score(pp.tally(pp.sample(6))), silent))


def problems(plain):
    """The codes and pointers of what is wrong with a comparison."""
    return {(one.code, one.pointer) for one in pp.check(plain, type=pp.Comparison).problems}


def element(difference, interval, direction):
    """An element of a comparison."""
    return {
        "element": "GA",
        "difference": difference,
        "interval": interval,
        "direction": direction,
    }


def with_element(*said):
    """The comparison with its first element put otherwise."""
    return changed(document(), "/elements/0", element(*said))


def test_the_documents_are_fine_as_they_are():
    """The comparisons of these tests have no problem."""
    assert problems(document()) == set()
    assert problems(without_an_index()) == set()
    assert without_an_index()["elements"][0]["difference"] is None
    assert without_an_index()["elements"][0]["interval"] is not None


@pytest.mark.parametrize(
    "said",
    [
        ("1/6", ["1/9", "1/3"], "higher"),
        ("-1/6", ["-1/3", "-1/9"], "lower"),
        ("0/1", ["0/1", "0/1"], "same"),
        ("0/1", ["0/1", "1/3"], "undetermined"),
        ("1/3", ["-1/3", "1/3"], "undetermined"),
        ("-1/1", ["-1/1", "-1/1"], "lower"),
        (None, None, "undetermined"),
        (None, ["-1/3", "2/3"], "undetermined"),
        (None, ["0/1", "1/1"], "undetermined"),
    ],
    ids=str,
)
def test_an_element_that_can_be(said):
    """Where the difference lies in the interval and the direction follows, all is well."""
    assert problems(with_element(*said)) == set()


@pytest.mark.parametrize(
    "said",
    [
        ("1/6", ["1/9", "1/3"], "undetermined"),
        ("-1/6", ["-1/3", "-1/9"], "higher"),
        ("0/1", ["0/1", "0/1"], "undetermined"),
        ("0/1", ["0/1", "1/3"], "same"),
        (None, None, "same"),
        ("1/6", None, "undetermined"),
        ("1/2", ["1/9", "1/3"], "higher"),
        ("1/10", ["1/9", "1/3"], "higher"),
        ("1/6", ["1/3", "1/9"], "higher"),
        ("1/2", ["1/9", "4/3"], "higher"),
        ("-1/2", ["-4/3", "-1/9"], "lower"),
        (None, ["1/9", "1/3"], "higher"),
        (None, ["-1/3", "1/3"], "undetermined"),
        (None, ["-1/1", "-1/9"], "lower"),
    ],
    ids=str,
)
def test_an_element_that_cannot_be(said):
    """What contradicts itself is found at its element, and the document is refused."""
    plain = with_element(*said)

    assert problems(plain) == {("comparison_contradicts", "/elements/0")}
    with pytest.raises(pp.InvalidDocument):
        pp.loads(json.dumps(plain), type=pp.Comparison)


def test_where_a_comparison_contradicts_itself():
    """The pointer leads to what does not follow from the rest."""
    plain = document()

    spoilt = changed(plain, "/second/framework/scoring_hash", "0" * 64)
    assert problems(spoilt) == {("comparison_contradicts", "/second/framework/scoring_hash")}
    spoilt = changed(plain, "/cautions", [])
    assert problems(spoilt) == {("comparison_contradicts", "/cautions")}
    spoilt = changed(plain, "/elements/1/element", "GA")
    assert problems(spoilt) == {("comparison_contradicts", "/elements/1")}
    for side in ("first", "second"):
        spoilt = changed(plain, f"/{side}/records", 7)
        assert problems(spoilt) == {("counts_contradict", f"/{side}/selections")}


def test_a_caution_that_is_not_due():
    """A caution where all records are all cases contradicts the selections."""
    everyone = {"all_cases": 6}
    plain = changed(document(), "/first/selections", everyone)
    plain = changed(plain, "/second/selections", everyone)

    assert problems(plain) == {("comparison_contradicts", "/cautions")}
    assert problems(changed(plain, "/cautions", [])) == set()
