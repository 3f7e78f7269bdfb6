"""Laws of receipts: a profile is verified by recomputing it from its records, exactly."""

import json
import random
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.derive.structure import structure_or_raise
from positive_practice.model.plain import unstructure
from support.records import as_record, plain_record, random_record, said_at, submission
from support.samples import changed
from support.tailorings import NOTHING, as_tailoring, tailorings

seeds = st.integers(0, 10**9)
methods = st.sampled_from(["agreed", "lowest", "lower_median"])
overalls = st.sampled_from([None, "pooled", "mean_of_elements"])

EDITION = {"id": "county", "version": "1"}


def records_of(seed, count=3, tailoring=None):
    """Some random records."""
    rng = random.Random(seed)
    return [as_record(random_record(rng, tailoring=tailoring)) for _ in range(count)]


def scored(records, method="agreed", overall=None, framework=None):
    """The profile of some records."""
    tally = pp.tally(records, framework=framework, method=method)
    return pp.score(tally, framework=framework, overall=overall)


def leaves(value, at=""):
    """Every value inside plain values that holds no other, with its pointer; empty lists too."""
    if not isinstance(value, dict | list) or not value:
        return [(at, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, inner in items for leaf in leaves(inner, f"{at}/{key}")]


@given(seed=seeds, method=methods, overall=overalls, count=st.integers(0, 4))
def test_a_profile_is_verified_by_its_records(seed, method, overall, count):
    """What was stored and read back is what its records give, in any order (law T2)."""
    records = records_of(seed, count)
    stored = pp.loads(pp.dumps(scored(records, method, overall)), type=pp.Profile)

    found = pp.verify(stored, reversed(records))

    assert found == pp.Verification(ok=True, differs=())
    assert found.elements == ()


@given(plain=tailorings, seed=seeds, method=methods)
def test_a_profile_under_a_tailoring_is_verified_under_it(plain, seed, method):
    """It carries the tailoring; with it the figures are the same, with an altered one they tell."""
    local = pp.tailor(pp.framework(), as_tailoring(plain))
    records = records_of(seed, 2, EDITION)
    stored = scored(records, method, "pooled", local)
    practice = local.practices[0]
    weight = {"practice": practice.id, "weight": "13/7"}
    others = [one for one in plain["weights"] if one["practice"] != practice.id]
    altered = pp.tailor(pp.framework(), as_tailoring({**plain, "weights": [*others, weight]}))

    assert pp.verify(stored, records, framework=local).ok
    found = pp.verify(stored, records, framework=altered)
    told = {(one.part, one.id, one.field) for one in found.differs}
    assert ("profile", None, "scoring_hash") in told
    assert ("practice", practice.id, "weight") in told
    assert set(found.elements) == {practice.id[:2]}


@given(seed=seeds, other=seeds, method=methods, overall=overalls)
def test_it_is_ok_exactly_where_the_profiles_are_equal(seed, other, method, overall):
    """`ok` means equal in every figure: the profile of other records is not."""
    records, others = records_of(seed, 2), records_of(other, 2)
    stored = scored(records, method, overall)

    assert pp.verify(stored, others).ok == (scored(others, method, overall) == stored)


@given(seed=seeds)
def test_every_element_that_differs_is_named_with_both_figures(seed):
    """Element by element: exactly those elements, and the exact index stored and recomputed."""
    records = records_of(seed, 4)
    stored, recomputed = scored(records), scored(records[:3])

    found = pp.verify(stored, records[:3])

    def seen(profile, element):
        parts = [one for one in profile.practices if one.practice[:2] == element]
        places = [one for one in profile.positions if one.practice[:2] == element]
        return profile.element(element), parts, places

    ids = [one.element for one in stored.elements]
    assert found.elements == tuple(one for one in ids if seen(stored, one) != seen(recomputed, one))
    indexes = {
        one.id: (one.stored, one.recomputed)
        for one in found.differs
        if (one.part, one.field) == ("element", "index")
    }
    assert indexes == {
        one: (stored.element(one).score.index, recomputed.element(one).score.index)
        for one in ids
        if stored.element(one).score.index != recomputed.element(one).score.index
    }


KEPT = ("GA1", "GA2", "PE4", "MA1", "MA2")
SMALL = pp.tailor(
    pp.framework(),
    as_tailoring(
        {
            **NOTHING,
            "remove": {
                "practices": [one.id for one in pp.framework().practices if one.id not in KEPT],
                "stages": ["delivery", "transition"],
            },
        }
    ),
)
"""A framework with a feature of two practices, one of one, and a thread at two stages."""

RATED = plain_record(
    [submission([said_at(("GA1", None), "fully"), said_at(("GA2", None), "partly")])]
)
RECORDS = [
    *records_of(17, 4, EDITION),
    as_record(changed(RATED, "/framework/tailoring", EDITION)),
]
PROFILE = unstructure(scored(RECORDS, overall="pooled", framework=SMALL))


def verified(stored, records=RECORDS):
    """What verifying a profile under the small framework says."""
    return pp.verify(stored, records, framework=SMALL)


def other_value(value):
    """Another value of the same kind."""
    if isinstance(value, bool | int):
        return value + 1
    if isinstance(value, list):
        return ["PE1"]
    if isinstance(value, str) and "/" in value:
        return "3/7" if value != "3/7" else "2/7"
    swapped = {"feature": "thread", "thread": "feature", "pooled": "mean_of_elements"}
    return swapped.get(value)


def test_whatever_figure_is_altered_is_found():
    """A profile in which any one figure is another is told, and the difference names both."""
    tried = 0
    for pointer, value in leaves(PROFILE):
        new = other_value(value)
        if new is None or "stages_" in pointer or pointer.endswith(("/stages", "version")):
            continue
        stored = structure_or_raise(changed(PROFILE, pointer, new), pp.Profile)
        tried += 1

        found = verified(stored)

        assert not found.ok, pointer
        if pointer.endswith("/kind") and pointer.startswith("/overall"):
            continue  # the overall number is recomputed as the kind that is stored
        (one,) = found.differs
        figure = Fraction(new) if isinstance(new, str) and "/" in new else new
        assert one.stored == (tuple(figure) if isinstance(figure, list) else figure)
        steps = pointer.split("/")
        holder = PROFILE[steps[1]][int(steps[2])] if steps[2:] and steps[2].isdigit() else {}
        named = holder.get("element") or holder.get("practice") or holder.get("position")
        assert one.element == (named[:2] if named else None)
    assert tried > 150


@pytest.mark.parametrize(
    ("pointer", "value", "field"),
    [
        ("/framework/id", "other", "id"),
        ("/framework/version", "2.0", "version"),
        ("/framework/tailoring", None, "tailoring"),
        ("/framework/scoring_hash", "0" * 64, "scoring_hash"),
        ("/elements", PROFILE["elements"][1:], "elements"),
        ("/elements", PROFILE["elements"][::-1], "elements"),
        ("/practices", [*PROFILE["practices"], PROFILE["practices"][0]], "practices"),
        ("/practices", PROFILE["practices"][::-1], "practices"),
        ("/positions", PROFILE["positions"][:-1], "positions"),
        ("/elements/2/stages", PROFILE["elements"][2]["stages"][:1], "stages"),
        ("/elements/2/stages_look_at_next", ["planning", "assessment"], "stages_look_at_next"),
        ("/elements/2/stages_not_yet_known", ["planning", "assessment"], "stages_not_yet_known"),
        ("/elements/2/consistency", None, "consistency"),
        ("/elements/0/score/index_reason", "nothing_rated", "index_reason"),
        ("/elements/0/score/index", None, "index"),
        ("/positions/0/stage", "planning", "stage"),
        ("/positions/0/practice", "GA2", "practice"),
    ],
)
def test_whatever_is_there_missing_or_out_of_order_is_found(pointer, value, field):
    """Identity, lists and what is undefined are held to the records like any number."""
    stored = structure_or_raise(changed(PROFILE, pointer, value), pp.Profile)

    found = verified(stored)

    assert field in {one.field for one in found.differs}
    assert not found.ok


def test_a_count_that_only_one_of_both_has_is_0_in_the_other():
    """An absent state is there 0 times, whether the profile lacks it or has it too many."""
    counts = PROFILE["positions"][0]["counts"]
    (code, number) = next(iter(counts.items()))
    fewer = {other: n for other, n in counts.items() if other != code}
    more = {**counts, "spread_0_3": 4}
    assert "spread_0_3" not in counts

    found = [
        verified(structure_or_raise(changed(PROFILE, "/positions/0/counts", one), pp.Profile))
        for one in (fewer, more)
    ]

    told = [[(d.id, d.field, d.stored, d.recomputed) for d in one.differs] for one in found]
    assert told == [
        [("GA1", f"counts.{code}", 0, number)],
        [("GA1", "counts.spread_0_3", 4, 0)],
    ]


def test_the_method_of_the_profile_is_the_method_of_the_receipt():
    """A profile settled in another way is recomputed in that way; a swapped method is told."""
    lowest = scored(RECORDS, "lowest", framework=SMALL)

    assert verified(lowest).ok
    swapped = attrs.evolve(scored(RECORDS, framework=SMALL), method="lowest")
    assert not verified(swapped).ok


def test_a_stored_profile_that_contradicts_itself_is_refused_on_load():
    """record.md: a profile whose numbers contradict its own counts is refused."""
    spoilt = changed(PROFILE, "/elements/0/score/index", "1/7")

    with pytest.raises(pp.InvalidDocument) as caught:
        pp.loads(json.dumps(spoilt), type=pp.Profile)
    assert {one.code for one in caught.value.problems} == {"scores_contradict"}


def test_a_record_counted_twice_is_told():
    """Tallies never look for duplicates, so a record more is a figure more."""
    stored = scored(RECORDS, framework=SMALL)

    found = verified(stored, [*RECORDS, RECORDS[0]])

    first = found.differs[0]
    assert (first.part, first.field, first.stored, first.recomputed) == ("profile", "records", 5, 6)


def test_verify_refuses_what_it_cannot_recompute():
    """Misuse names the right call; records that cannot be scored raise as in `tally`."""
    stored = scored(RECORDS, framework=SMALL)

    for wrong in ((stored, RECORDS[0]), (PROFILE, RECORDS), (RECORDS, stored)):
        with pytest.raises(pp.Misuse, match=r"pp\.verify\(profile, \[record\]\)"):
            pp.verify(*wrong)
    with pytest.raises(pp.Misuse):
        pp.verify(stored, None)
    with pytest.raises(pp.UnknownFramework):
        pp.verify(stored, RECORDS)
    with pytest.raises(pp.NotComparable):
        verified(stored, [*RECORDS, *records_of(5, 1)])
