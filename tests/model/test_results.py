"""Tallies add, and profiles are looked up: what results do beside holding values."""

import attrs
import pytest

from positive_practice.derive.structure import structure_or_raise
from positive_practice.errors import Misuse, NotComparable, UnknownName
from positive_practice.model.profile import Profile
from positive_practice.model.tally import Tally, add_tallies
from support.samples import SCORE, TALLY, changed

ONE = structure_or_raise(TALLY, Tally)
OTHER = structure_or_raise(
    changed(changed(TALLY, "/positions/0/counts", {"rated_0": 1, "rated_3": 1}), "/records", 2),
    Tally,
)
COUNTS = {"rated_3": 1}
PROFILE = structure_or_raise(
    {
        "schema_version": "1.0",
        "framework": TALLY["framework"],
        "method": "agreed",
        "records": 1,
        "selections": {"all_cases": 1},
        "elements": [
            {
                "element": "GA",
                "kind": "feature",
                "score": SCORE,
                "counts": COUNTS,
                "look_at_next": [],
                "not_yet_known": ["GA2"],
                "stages": [],
                "stages_look_at_next": [],
                "stages_not_yet_known": [],
                "consistency": None,
            }
        ],
        "practices": [{"practice": "GA1", "weight": "1/1", "score": SCORE, "counts": COUNTS}],
        "positions": [
            {
                "position": "GA1",
                "practice": "GA1",
                "stage": None,
                "score": SCORE,
                "counts": COUNTS,
            }
        ],
        "overall": {"kind": "pooled", "score": SCORE},
    },
    Profile,
)


def test_tallies_add_position_by_position():
    """scoring.md, section 5: counts, selections and records add."""
    both = ONE + OTHER

    assert both.records == 3
    assert dict(both.selections) == {"positive_examples": 2}
    assert dict(both.positions[0].counts) == {"rated_0": 1, "rated_3": 2}
    assert dict(both.consistency[0].counts) == {"consistent": 2}
    assert both == OTHER + ONE == sum([ONE, OTHER]) == add_tallies(ONE, OTHER)


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"method": "lowest"}, ("method",)),
        ({"framework": attrs.evolve(ONE.framework, scoring_hash="1" * 64)}, ("framework",)),
        (
            {"framework": attrs.evolve(ONE.framework, version="2"), "method": "lowest"},
            ("framework", "method"),
        ),
    ],
)
def test_tallies_that_differ_in_kind_do_not_add(change, differs):
    """scoring.md, section 5: adds only to one equal in framework, hash and method."""
    with pytest.raises(NotComparable) as caught:
        ONE + attrs.evolve(ONE, **change)

    assert caught.value.differs == differs


@pytest.mark.parametrize("other", [1, None, "x", 0.0, False, [ONE]])
def test_a_tally_adds_to_a_tally_only(other):
    """What is no tally is answered with the right call; only the 0 of `sum` is let through."""
    with pytest.raises(Misuse, match=r"pp\.tally"):
        ONE + other
    if other != 0:
        with pytest.raises(Misuse, match=r"pp\.tally"):
            other + ONE


def test_a_profile_is_looked_up_by_id():
    """Scores of elements, practices and positions are found by their ids."""
    assert PROFILE.element("GA").not_yet_known == ("GA2",)
    assert PROFILE.practice("GA1").weight == 1
    assert PROFILE.position("GA1").stage is None


@pytest.mark.parametrize(
    ("kind", "known"), [("element", ("GA",)), ("practice", ("GA1",)), ("position", ("GA1",))]
)
def test_a_look_up_in_a_profile_lists_what_exists(kind, known):
    """`UnknownName` lists the ids that the profile has."""
    with pytest.raises(UnknownName) as caught:
        getattr(PROFILE, kind)("XX")

    assert (caught.value.kind, caught.value.known) == (kind, known)
