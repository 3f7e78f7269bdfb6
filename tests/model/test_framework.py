"""The built-in framework: its structure as framework.md states it, look-ups and hashes."""

from fractions import Fraction

import attrs
import pytest

from positive_practice.catalogue.shipped import framework
from positive_practice.errors import UnknownFramework, UnknownName
from positive_practice.model.framework import (
    Framework,
    MayNotApply,
    Position,
    PracticeStandard,
    content_hash,
    positions_of,
    scoring_hash,
)
from positive_practice.model.tailoring import Edition

BASE = framework()
PINNED = "c0102d5d854aad2befcaf9fbdd68991cbcdd09cb3e94fb4c3b8cff35bafd9a71"

# framework.md, "Elements and practices", typed out: id, label, staged, may not apply.
ELEMENTS = [
    ("GA", "feature", "Good assessment"),
    ("PE", "feature", "Persistent and consistent engagement"),
    ("VY", "feature", "Embedded voice of the young person"),
    ("TI", "thread", "Trauma informed"),
    ("MA", "thread", "Multi-agency at every stage"),
    ("CF", "thread", "Creativity and flexibility"),
    ("MO", "thread", "Management and clinical oversight"),
]
PRACTICES = [
    ("GA1", "Timely assessment", False, False),
    ("GA2", "Full history considered", False, False),
    ("GA3", "Family and trusted people considered", False, False),
    ("GA4", "Assessment leads to a plan", False, False),
    ("PE1", "Professional curiosity", False, False),
    ("PE2", "Positive risk-taking", False, False),
    ("PE3", "Few workers, many agencies behind them", False, False),
    ("PE4", "Keeping going when support is turned down", False, True),
    ("VY1", "Person-centred throughout", False, False),
    ("VY2", "Young person leads their plan", False, False),
    ("VY3", "Life story work", False, False),
    ("TI1", "Working in collaboration", True, False),
    ("TI2", "Strengths-based", True, False),
    ("MA1", "Ongoing communication", True, False),
    ("MA2", "Shared priorities", True, False),
    ("MA3", "Joint plan, clear responsibility and accountability", True, False),
    ("MA4", "Attention at transitions", True, True),
    ("MA5", "Escalation when needed", True, True),
    ("CF1", "Willing to try something different", True, False),
    ("CF2", "Changing approach", True, True),
    ("MO1", "Regular reflective supervision", True, False),
    ("MO2", "Supervision guides activity", True, False),
]
POSITIONS = [
    "GA1",
    "GA2",
    "GA3",
    "GA4",
    "PE1",
    "PE2",
    "PE3",
    "PE4",
    "VY1",
    "VY2",
    "VY3",
    "TI1.assessment",
    "TI1.planning",
    "TI1.delivery",
    "TI1.transition",
    "TI2.assessment",
    "TI2.planning",
    "TI2.delivery",
    "TI2.transition",
    "MA1.assessment",
    "MA1.planning",
    "MA1.delivery",
    "MA1.transition",
    "MA2.assessment",
    "MA2.planning",
    "MA2.delivery",
    "MA2.transition",
    "MA3.assessment",
    "MA3.planning",
    "MA3.delivery",
    "MA3.transition",
    "MA4.assessment",
    "MA4.planning",
    "MA4.delivery",
    "MA4.transition",
    "MA5.assessment",
    "MA5.planning",
    "MA5.delivery",
    "MA5.transition",
    "CF1.assessment",
    "CF1.planning",
    "CF1.delivery",
    "CF1.transition",
    "CF2.assessment",
    "CF2.planning",
    "CF2.delivery",
    "CF2.transition",
    "MO1.assessment",
    "MO1.planning",
    "MO1.delivery",
    "MO1.transition",
    "MO2.assessment",
    "MO2.planning",
    "MO2.delivery",
    "MO2.transition",
]
SCALE = [
    ("not_evident", 0, "Did not happen"),
    ("partly", 1, "At some points"),
    ("mostly", 2, "At most points"),
    ("fully", 3, "At every point"),
    ("not_applicable", None, "Did not apply"),
    ("not_known", None, "I cannot say"),
    ("no_record", None, "Nothing recorded either way"),
]


def with_practice(which, **changes):
    """The built-in framework with one practice changed."""
    elements = tuple(
        attrs.evolve(
            element,
            practices=tuple(
                attrs.evolve(one, **changes) if one.id == which else one
                for one in element.practices
            ),
        )
        for element in BASE.elements
    )
    return attrs.evolve(BASE, elements=elements)


def with_element(which, **changes):
    """The built-in framework with one element changed."""
    elements = (
        attrs.evolve(element, **changes) if element.id == which else element
        for element in BASE.elements
    )
    return attrs.evolve(BASE, elements=tuple(elements))


def test_the_elements_are_those_of_the_report():
    """framework.md: three features and four golden threads, in this order."""
    assert [(one.id, one.kind, one.label) for one in BASE.elements] == ELEMENTS


def test_the_practices_are_those_of_the_report():
    """framework.md: 22 practices with their label, whether staged, whether they may not apply."""
    found = [
        (one.id, one.label, one.staged, one.may_not_apply is not None) for one in BASE.practices
    ]

    assert found == PRACTICES


def test_every_practice_stands_in_its_element():
    """framework.md: ids say their element."""
    for element in BASE.elements:
        assert [one.id[:2] for one in element.practices] == [element.id] * len(element.practices)


def test_the_counts_of_the_framework_are_kept_true():
    """framework.md: features 4 + 4 + 3 = 11, threads 2 + 5 + 2 + 2 = 11, 22 in all, 55 positions."""
    sizes = [len(element.practices) for element in BASE.elements]

    assert sizes == [4, 4, 3, 2, 5, 2, 2]
    assert sum(sizes[:3]) == sum(sizes[3:]) == 11
    assert len(BASE.practices) == 22
    assert len(BASE.positions) == 11 + 11 * 4 == 55


def test_features_are_rated_once_and_threads_by_stage():
    """framework.md: the threads run through every stage, the features are for the whole case."""
    for element in BASE.elements:
        assert {one.staged for one in element.practices} == {element.kind == "thread"}


def test_positions_stand_in_their_order():
    """framework.md: element order, within it practice number, within it stage order."""
    assert [position.id for position in BASE.positions] == POSITIONS
    assert positions_of(BASE) is BASE.positions


def test_the_stages_are_four():
    """framework.md: assessment, planning, delivery, transition."""
    assert [stage.id for stage in BASE.stages] == [
        "assessment", "planning", "delivery", "transition",
    ]  # fmt: skip


def test_the_scale_is_that_of_the_specification():
    """framework.md, "Scale": seven ratings, four of them with a level."""
    assert [(one.code, one.level, one.label) for one in BASE.scale] == SCALE


def test_every_practice_weighs_one():
    """scoring.md, section 3: 1 unless local tailoring says otherwise."""
    assert {one.weight for one in BASE.practices} == {Fraction(1)}


def test_the_framework_is_untailored_and_carries_no_local_standard():
    """framework.md: a local standard belongs in tailoring, never in the framework."""
    assert (BASE.id, BASE.version, BASE.tailoring) == ("positive-practice", "1.0", None)
    assert [one.standards for one in BASE.practices] == [()] * 22


def test_the_framework_is_one_value():
    """It is built once; of a version that is not shipped, the error lists those at hand."""
    assert framework() is framework()
    assert framework() == framework("1.0")
    with pytest.raises(UnknownFramework) as caught:
        framework("9.9")
    assert caught.value.known == ("positive-practice 1.0",)


def test_look_ups_find_what_is_there():
    """Elements, practices, stages and positions are found by their ids."""
    assert BASE.element("MA").label == "Multi-agency at every stage"
    assert BASE.practice("VY3").label == "Life story work"
    assert BASE.stage("delivery").label == "Delivery"
    assert BASE.position("MA1.assessment") == Position("MA1", "assessment")
    assert BASE.position("GA1") == Position("GA1")


LOOK_UPS = [
    ("element", [row[0] for row in ELEMENTS]),
    ("practice", [row[0] for row in PRACTICES]),
    ("stage", ["assessment", "planning", "delivery", "transition"]),
    ("position", POSITIONS),
]


@pytest.mark.parametrize(("kind", "known"), LOOK_UPS)
@pytest.mark.parametrize("wanted", ["", "ZZ9", "ga1", "MA1", None, 1, ["GA1"]])
def test_a_look_up_that_finds_nothing_lists_what_exists(kind, known, wanted):
    """`UnknownName` lists every id that exists, in framework order."""
    if wanted in known:
        return
    with pytest.raises(UnknownName) as caught:
        getattr(BASE, kind)(wanted)

    assert (caught.value.kind, list(caught.value.known)) == (kind, known)


def test_the_scoring_hash_is_pinned():
    """The hash says whether scores compare: it changes only with what changes a score."""
    assert BASE.scoring_hash == scoring_hash(BASE) == PINNED


WORDING = [
    attrs.evolve(BASE, title="Another title"),
    attrs.evolve(BASE, version="1.1"),
    attrs.evolve(BASE, id="other"),
    attrs.evolve(BASE, source=attrs.evolve(BASE.source, note="Another note")),
    attrs.evolve(BASE, tailoring=Edition(id="county", version="1")),
    attrs.evolve(
        BASE, stages=tuple(attrs.evolve(one, label="a", meaning="b") for one in BASE.stages)
    ),
    attrs.evolve(
        BASE, scale=tuple(attrs.evolve(one, label="a", meaning="b") for one in BASE.scale)
    ),
    with_element("GA", label="a", statement="b"),
    with_practice("GA1", label="a", statement="b", looks_like=("c", "d")),
    with_practice("GA1", anchors=BASE.practice("GA2").anchors),
    with_practice("PE4", may_not_apply=MayNotApply(applies_when="Other words.")),
    with_practice("GA1", standards=(PracticeStandard(text="a", set_by="b", set_on="2026-01-31"),)),
]
SCORING = [
    with_practice("GA1", weight=Fraction(2)),
    with_practice("GA1", weight=Fraction(0)),
    with_practice("MA1", weight=Fraction(1, 3)),
    with_practice("GA1", staged=True),
    with_practice("MA1", staged=False),
    with_practice("GA1", may_not_apply=MayNotApply(applies_when="Sometimes.")),
    with_practice("PE4", may_not_apply=None),
    with_practice("GA1", id="GA9"),
    with_element("GA", kind="thread"),
    with_element("GA", id="GB"),
    with_element("GA", practices=BASE.element("GA").practices[::-1]),
    with_element("GA", practices=BASE.element("GA").practices[1:]),
    attrs.evolve(BASE, elements=BASE.elements[::-1]),
    attrs.evolve(BASE, elements=BASE.elements[1:]),
    attrs.evolve(BASE, stages=BASE.stages[1:]),
    attrs.evolve(BASE, stages=BASE.stages[::-1]),
]


@pytest.mark.parametrize("changed", WORDING, ids=range(len(WORDING)))
def test_wording_changes_the_content_hash_alone(changed):
    """scoring.md, section 7: the scoring hash covers exactly what changes a score, no wording."""
    assert changed.scoring_hash == PINNED
    assert changed.content_hash != BASE.content_hash


def test_what_changes_a_score_changes_the_scoring_hash():
    """scoring.md, section 7: weights, stages, ids, kinds, order and conditions, each its own hash."""
    hashes = [changed.scoring_hash for changed in SCORING]

    assert PINNED not in hashes
    assert len(set(hashes)) == len(hashes)


def test_the_content_hash_is_that_of_every_word():
    """Two frameworks of equal words have one content hash, which is 64 hexadecimal digits."""
    again = attrs.evolve(BASE)

    assert again.content_hash == content_hash(BASE) == BASE.content_hash
    assert len(bytes.fromhex(BASE.content_hash)) == 32


def test_a_framework_without_stages_has_positions_for_its_features_alone():
    """A staged practice has a position at each stage; with no stage it has none."""
    bare = attrs.evolve(BASE, stages=())

    assert [position.id for position in bare.positions] == POSITIONS[:11]
    assert isinstance(bare, Framework)
