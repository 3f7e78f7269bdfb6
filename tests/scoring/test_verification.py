"""Verification, by hand: each figure of a profile is told with its part, its id and its name."""

from fractions import Fraction

import attrs
import pytest

import positive_practice as pp
from positive_practice.derive.structure import structure_or_raise
from positive_practice.model.plain import unstructure
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from positive_practice.scoring.verification import verification_of
from support.frameworks import without
from support.records import as_record, plain_record, said_at, submission
from support.samples import changed

FRAMEWORK = without(
    pp.framework(),
    practices=tuple(one.id for one in pp.framework().practices if one.id not in {"GA1", "MO1"}),
    stages=("delivery", "transition"),
)
SAID = [said_at(("GA1", None), "fully"), said_at(("MO1", "assessment"), "partly")]
MADE = make_profile(
    make_tally([as_record(plain_record([submission(SAID)]))], FRAMEWORK), FRAMEWORK, "pooled"
)
PLAIN = unstructure(MADE)

EVERYTHING = (None, "profile", None)
OVERALL = (None, "overall", None)
GA, MO = ("GA", "element", "GA"), ("MO", "element", "MO")
STAGE = ("MO", "stage", "planning")
PRACTICE = ("MO", "practice", "MO1")
POSITION = ("MO", "position", "MO1.assessment")
THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("pointer", "new", "part", "field", "stored", "recomputed"),
    [
        ("/framework/id", "other", EVERYTHING, "id", "other", "positive-practice"),
        ("/framework/version", "2.0", EVERYTHING, "version", "2.0", "1.0"),
        ("/framework/tailoring", None, EVERYTHING, "tailoring", None, "local-example 1"),
        ("/framework/tailoring/version", "2", EVERYTHING, "tailoring", "local-example 2", None),
        ("/framework/scoring_hash", "0" * 64, EVERYTHING, "scoring_hash", "0" * 64, None),
        ("/method", "lowest", EVERYTHING, "method", "lowest", "agreed"),
        ("/records", 2, EVERYTHING, "records", 2, 1),
        ("/selections", {}, EVERYTHING, "selections.all_cases", 0, 1),
        ("/selections/volunteered", 3, EVERYTHING, "selections.volunteered", 3, 0),
        ("/elements", PLAIN["elements"][:1], EVERYTHING, "elements", ("GA",), ("GA", "MO")),
        ("/practices", PLAIN["practices"][1:], EVERYTHING, "practices", ("MO1",), ("GA1", "MO1")),
        ("/positions", PLAIN["positions"][:1], EVERYTHING, "positions", ("GA1",), None),
        ("/overall", None, EVERYTHING, "overall", None, "pooled"),
        ("/overall/kind", "mean_of_elements", EVERYTHING, "overall", "mean_of_elements", "pooled"),
        ("/overall/score/lower", "1/9", OVERALL, "lower", Fraction(1, 9), Fraction(4, 9)),
        ("/elements/0/kind", "thread", GA, "kind", "thread", "feature"),
        ("/elements/0/score/index", "1/3", GA, "index", THIRD, Fraction(1)),
        ("/elements/0/counts/rated_3", 5, GA, "counts.rated_3", 5, 1),
        ("/elements/0/look_at_next", ["GA1"], GA, "look_at_next", ("GA1",), ()),
        ("/elements/0/not_yet_known", ["GA1"], GA, "not_yet_known", ("GA1",), ()),
        ("/elements/1/stages", PLAIN["elements"][1]["stages"][:1], MO, "stages", None, None),
        ("/elements/1/stages_look_at_next", [], MO, "stages_look_at_next", (), ("assessment",)),
        ("/elements/1/stages_not_yet_known", [], MO, "stages_not_yet_known", (), ("planning",)),
        ("/elements/1/consistency/consistent", 4, MO, "consistency.consistent", 4, 0),
        ("/elements/1/stages/1/score/upper", "1/3", STAGE, "upper", THIRD, Fraction(1)),
        ("/elements/1/stages/1/counts/rated_1", 4, STAGE, "counts.rated_1", 4, 0),
        ("/practices/1/weight", "1/3", PRACTICE, "weight", THIRD, Fraction(1)),
        ("/practices/1/score/settled", "1/3", PRACTICE, "settled", THIRD, Fraction(1, 2)),
        ("/practices/1/counts/contested", 7, PRACTICE, "counts.contested", 7, 0),
        ("/positions/1/practice", "MO2", POSITION, "practice", "MO2", "MO1"),
        ("/positions/1/stage", "planning", POSITION, "stage", "planning", "assessment"),
        ("/positions/1/score/coverage", "1/3", POSITION, "coverage", THIRD, Fraction(1)),
        ("/positions/1/counts/rated_1", 9, POSITION, "counts.rated_1", 9, 1),
    ],
)
def test_a_figure_is_told(pointer, new, part, field, stored, recomputed):
    """The first figure that differs is told with what it is of and with both values."""
    altered = structure_or_raise(changed(PLAIN, pointer, new), pp.Profile)

    found = verification_of(altered, MADE)

    first = found.differs[0]
    assert not found.ok
    assert ((first.element, first.part, first.id), first.field) == (part, field)
    assert stored is None or first.stored == stored
    assert recomputed is None or first.recomputed == recomputed


def test_a_thread_without_consistency_is_told():
    """Whether verdicts are counted is a figure of its own beside each count."""
    altered = structure_or_raise(changed(PLAIN, "/elements/1/consistency", None), pp.Profile)

    found = verification_of(altered, MADE)

    assert [(one.field, one.stored, one.recomputed) for one in found.differs] == [
        ("consistency", None, "counted"),
        ("consistency.inconsistent", 0, 1),
    ]


def test_every_figure_that_differs_is_told_once():
    """A part is compared with the same part; what only one side has shows in the lists alone."""
    fewer = attrs.evolve(MADE, elements=MADE.elements[:1], practices=(), positions=())

    found = verification_of(fewer, MADE)

    assert [(one.part, one.field, one.stored) for one in found.differs] == [
        ("profile", "elements", ("GA",)),
        ("profile", "practices", ()),
        ("profile", "positions", ()),
    ]
    assert [one.field for one in verification_of(MADE, fewer).differs] == [
        "elements",
        "practices",
        "positions",
    ]


def test_a_profile_is_what_it_is():
    """Nothing differs from itself, also without an overall number."""
    bare = attrs.evolve(MADE, overall=None)

    for one in (MADE, bare):
        assert verification_of(one, one) == pp.Verification(ok=True, differs=())
