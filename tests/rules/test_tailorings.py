"""Tailorings that do not fit: every problem with its code and pointer, and how the calls refuse."""

import json
from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from support.samples import TAILORING, changed
from support.tailorings import NOTHING, as_tailoring

EXAMPLES = Path(__file__).parents[2] / "examples"
BASE = pp.framework()
UNSTAGED = [one.id for one in BASE.practices if not one.staged]
STAGES = [one.id for one in BASE.stages]
EVERY = [one.id for one in BASE.practices]


def standard(practice="GA1", text="Within two days."):
    """A local standard, as plain values."""
    return {"practice": practice, "text": text, "set_by": "County", "set_on": "2026-01-31"}


def weight(practice, number="2/1"):
    """A weight, as plain values."""
    return {"practice": practice, "weight": number}


def label(id_, text="Words of ours"):
    """Display words, as plain values."""
    return {"id": id_, "text": text}


def saying(practices=(), stages=(), **settings):
    """A tailoring, as plain values."""
    return {
        **NOTHING,
        "remove": {"practices": list(practices), "stages": list(stages)},
        **settings,
    }


def found(plain, framework=None):
    """Every problem of a tailoring as code and pointer."""
    report = pp.check(plain, type=pp.Tailoring, framework=framework)
    assert report.ok == (report.problems == ())
    return {(one.code, one.pointer) for one in report.problems}


CASES = [
    (NOTHING, set()),
    (TAILORING, set()),
    (saying(["GA9"]), {("not_in_framework", "/remove/practices/0")}),
    (saying(weights=[weight("GA1"), weight("ZZ1")]), {("not_in_framework", "/weights/1/practice")}),
    (saying(standards=[standard("MA6")]), {("not_in_framework", "/standards/0/practice")}),
    (saying(labels=[label("VY"), label("VY9")]), {("not_in_framework", "/labels/1/id")}),
    (saying(labels=[label("fully")]), {("not_in_framework", "/labels/0/id")}),
    (saying(labels=[label("planning"), label("MA"), label("MA1")]), set()),
    (saying(["GA1"], weights=[weight("GA1")]), {("removed_as_well", "/weights/0/practice")}),
    (saying(["GA1"], standards=[standard()]), {("removed_as_well", "/standards/0/practice")}),
    (saying(["GA1"], labels=[label("GA1")]), {("removed_as_well", "/labels/0/id")}),
    (saying([], ["planning"], labels=[label("planning")]), {("removed_as_well", "/labels/0/id")}),
    (saying(["TI1", "TI2"], labels=[label("TI")]), {("removed_as_well", "/labels/0/id")}),
    (saying([], STAGES, weights=[weight("MA1")]), {("removed_as_well", "/weights/0/practice")}),
    (saying([], STAGES, labels=[label("MA")]), {("removed_as_well", "/labels/0/id")}),
    (
        saying([one for one in EVERY if one not in UNSTAGED], labels=[label("planning")]),
        {("removed_as_well", "/labels/0/id")},
    ),
    (saying(UNSTAGED, STAGES[:3]), set()),
    (saying(UNSTAGED, STAGES), {("nothing_left", "/remove")}),
    (saying(EVERY), {("nothing_left", "/remove")}),
    (saying(weights=[weight("GA1"), weight("GA1", "1/2")]), {("set_twice", "/weights/1")}),
    (saying(weights=[weight("GA1"), weight("GA1")]), {("set_twice", "/weights/1")}),
    (saying(labels=[label("GA"), label("GA1"), label("GA")]), {("set_twice", "/labels/2")}),
    (saying(standards=[standard(), standard()]), {("set_twice", "/standards/1")}),
    (saying(standards=[standard(), standard(text="Within a day.")]), set()),
    (saying(standards=[standard(), standard("GA2")]), set()),
    (saying(standards=[standard(text=f"Standard {n}.") for n in range(20)]), set()),
    (
        saying(standards=[standard(text=f"Standard {n}.") for n in range(22)]),
        {("too_many_standards", "/standards/20"), ("too_many_standards", "/standards/21")},
    ),
    (
        saying(["GA9", "VY3"], weights=[weight("VY3"), weight("VY3")]),
        {
            ("not_in_framework", "/remove/practices/0"),
            ("removed_as_well", "/weights/0/practice"),
            ("removed_as_well", "/weights/1/practice"),
            ("set_twice", "/weights/1"),
        },
    ),
]


@pytest.mark.parametrize(("plain", "expected"), CASES)
def test_what_does_not_fit_is_named_where_it_stands(plain, expected):
    """All problems at once; reading, checking and tailoring agree on them."""
    assert found(plain) == found(as_tailoring(plain)) == expected
    if not expected:
        assert pp.tailor(BASE, pp.loads(json.dumps(plain), type=pp.Tailoring)).tailoring
        return
    with pytest.raises(pp.InvalidDocument) as loaded:
        pp.loads(json.dumps(plain), type=pp.Tailoring)
    for refusing in (pp.tailor, pp.provenance):
        with pytest.raises(pp.InvalidDocument) as refused:
            refusing(BASE, as_tailoring(plain))
        assert refused.value.problems == loaded.value.problems
    assert {(one.code, one.pointer) for one in loaded.value.problems} == expected


def test_a_tailoring_cannot_say_what_is_not_its_to_say():
    """No place for a statement, an anchor, a scale, a practice or the notice: unknown fields."""
    for name in ("scale", "practices", "notice", "statements", "anchors", "elements"):
        assert found({**NOTHING, name: []}) == {("unknown_field", "")}
    assert found(saying(weights=[weight("GA1", "-1/1")])) == {("bad_format", "/weights/0/weight")}


@pytest.mark.parametrize("named", [{"id": "other"}, {"version": "9"}])
def test_a_tailoring_of_a_framework_that_is_not_at_hand(named):
    """It stands alone, as for a record, and hides whatever else is wrong."""
    plain = {**saying(EVERY), "framework": {**NOTHING["framework"], **named}}

    assert found(plain) == found(as_tailoring(plain)) == {("unknown_framework", "/framework")}
    assert found({**plain, "labels": 3}) == {("unknown_framework", "/framework")}
    with pytest.raises(pp.UnknownFramework):
        pp.loads(json.dumps(plain), type=pp.Tailoring)


def own(**changes):
    """A framework of one's own with two features and one thread, rated at two stages."""
    return attrs.evolve(
        BASE, id="own", stages=BASE.stages[:2], elements=BASE.elements[1:4], **changes
    )


OWN = {"id": "own", "version": "1.0"}


def test_a_tailoring_of_a_framework_of_ones_own():
    """It is held against the framework that is given, if that is the one that it names."""
    plain = saying(["VY3"], framework=OWN)
    spoilt = saying(["GA1"], ["delivery"], framework=OWN)

    assert found(plain, own()) == set()
    assert found(spoilt, own()) == {
        ("not_in_framework", "/remove/practices/0"),
        ("not_in_framework", "/remove/stages/0"),
    }
    assert found(plain) == {("unknown_framework", "/framework")}
    local = pp.tailor(own(), pp.loads(json.dumps(plain), type=pp.Tailoring, framework=own()))
    assert (local.id, local.tailoring) == ("own", pp.Edition(id="county", version="1"))
    assert found(plain, local) == {("unknown_framework", "/framework")}


def test_standards_that_are_there_already_count():
    """A framework of one's own may have standards; what is added stands after them."""
    there = pp.PracticeStandard(text="An old one.", set_by="Board", set_on="2027-01-01")
    element = own().elements[0]
    practice = attrs.evolve(element.practices[0], standards=(there,) * 19)
    element = attrs.evolve(element, practices=(practice, *element.practices[1:]))
    framework = attrs.evolve(own(), elements=(element, *own().elements[1:]))
    more = [standard("PE1", f"Within {n} days.") for n in (3, 1)]

    one = pp.tailor(framework, as_tailoring(saying(standards=more[:1], framework=OWN)))

    assert [s.text for s in one.practice("PE1").standards][-2:] == ["An old one.", more[0]["text"]]
    assert found(saying(standards=more, framework=OWN), framework) == {
        ("too_many_standards", "/standards/1")
    }


def test_stages_of_a_framework_that_rates_nothing_by_stage_stay():
    """What had no practice before loses none: tailoring by nothing changes no scoring hash."""
    unstaged = attrs.evolve(own(), elements=BASE.elements[:2])

    local = pp.tailor(unstaged, as_tailoring(saying(framework=OWN)))

    assert local.stages == unstaged.stages
    assert local.scoring_hash == unstaged.scoring_hash


def test_a_tailoring_goes_with_the_framework_that_it_names():
    """Another framework, or another version, is not tailored by it."""
    for other in (attrs.evolve(BASE, id="own"), attrs.evolve(BASE, version="2")):
        for refusing in (pp.tailor, pp.provenance):
            with pytest.raises(pp.NotComparable) as caught:
                refusing(other, as_tailoring(NOTHING))
            assert caught.value.differs == ("framework",)


def test_a_framework_is_tailored_once():
    """One result has one tailoring; two would leave no name for what came out."""
    local = pp.tailor(BASE, as_tailoring(NOTHING))

    with pytest.raises(pp.Misuse, match="tailored already"):
        pp.tailor(local, as_tailoring(NOTHING))


@pytest.mark.parametrize(
    "wrong", [(BASE, NOTHING), (as_tailoring(NOTHING), BASE), (None, as_tailoring(NOTHING))]
)
def test_tailoring_takes_a_framework_and_a_tailoring(wrong):
    """Anything else is misuse, and the error names the right call."""
    for refusing in (pp.tailor, pp.provenance):
        with pytest.raises(pp.Misuse, match=r"pp\.tailor\(framework, tailoring\)"):
            refusing(*wrong)


@pytest.mark.parametrize("name", ["county", "college"])
def test_the_example_tailorings_fit(name):
    """The examples have no problem, and every difference that they make is worth showing."""
    tailoring = pp.load(EXAMPLES / "tailorings" / f"{name}.json", type=pp.Tailoring)

    said = pp.provenance(BASE, tailoring)

    settings = (*tailoring.weights, *tailoring.standards, *tailoring.labels)
    removals = (*tailoring.remove.practices, *tailoring.remove.stages)
    explicit = [one for one in said.differences if one.pointer != "/remove"]
    assert len(explicit) == len(settings) + len(removals) >= 5


def test_the_example_records_were_made_under_their_tailoring():
    """They are scored under it, and not without it."""
    tailoring = pp.load(EXAMPLES / "tailorings" / "college.json", type=pp.Tailoring)
    local = pp.tailor(BASE, tailoring)
    with pp.read_records(EXAMPLES / "tailored.jsonl", framework=local) as reader:
        records = list(reader)

    profile = pp.score(pp.tally(records, framework=local), framework=local)

    assert profile.framework.tailoring == pp.Edition(id="college-first-look", version="1")
    assert "MO" not in {one.element for one in profile.elements}
    assert all(pp.check(one, framework=local).ok for one in records)
    with pytest.raises(pp.UnknownFramework):
        pp.tally(records)


def test_the_words_of_a_problem_show_nothing_of_the_tailoring():
    """A hint says what to do; what somebody wrote stands in no message."""
    plain = changed(
        saying(labels=[label("GA9", "Canary")]), "/standards", [standard("ZZ1", "Canary")]
    )

    report = pp.check(plain, type=pp.Tailoring)

    assert len(report.problems) == 2
    assert "Canary" not in str(report)
    assert "ZZ1" not in str(report)
