"""Frameworks, tallies and profiles that contradict themselves are refused when they are read."""

import copy
import json
import random
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from support.frameworks import weighted, without
from support.records import as_record, random_record
from support.samples import changed

FRAMEWORK = weighted(
    without(
        pp.framework(),
        practices=tuple(
            one.id
            for one in pp.framework().practices
            if one.id not in {"GA1", "GA2", "GA4", "PE4", "MA1", "MA2"}
        ),
        stages=("delivery", "transition"),
    ),
    {"GA1": Fraction(0), "MA2": Fraction(5, 7)},
)


@cache
def tally_document() -> dict[str, Any]:
    """The tally of a few records, as plain values."""
    rng = random.Random(11)
    return unstructure(make_tally([as_record(random_record(rng)) for _ in range(9)], FRAMEWORK))


@cache
def profile_document() -> dict[str, Any]:
    """The profile of the same records, as plain values."""
    tally = pp.loads(json.dumps(tally_document()), type=pp.Tally)
    return unstructure(make_profile(tally, FRAMEWORK, "mean_of_elements"))


def problems(document: Any, cls: type) -> set[tuple[str, str]]:
    """The codes and pointers of what is wrong with a document."""
    return {(one.code, one.pointer) for one in pp.check(document, type=cls).problems}


def leaves(value: Any, at: str = "") -> list[tuple[str, Any]]:
    """Every number, text and null inside plain values, with its pointer."""
    if not isinstance(value, dict | list):
        return [(at, value)]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for key, inner in items for leaf in leaves(inner, f"{at}/{key}")]


def lists(value: Any, at: str = "") -> list[tuple[str, list[Any]]]:
    """Every list inside plain values, with its pointer."""
    if not isinstance(value, dict | list):
        return []
    here = [(at, value)] if isinstance(value, list) else []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return here + [one for key, inner in items for one in lists(inner, f"{at}/{key}")]


def other_value(pointer: str, value: Any) -> Any:
    """Another value of the same kind: a count, a quantity of a score, a reason."""
    if isinstance(value, int):
        return value + 1
    if pointer.endswith("index_reason"):
        return "nothing_rated" if value != "nothing_rated" else "nothing_weighted"
    return "1/7" if value != "1/7" else "2/7"


def is_a_number(pointer: str, value: Any) -> bool:
    """Whether a leaf is a count, a total or a quantity of a score."""
    return isinstance(value, int) or "/score/" in pointer


NUMBERS = [pair for pair in leaves(profile_document()) if is_a_number(*pair)]
LISTS = [pair for pair in lists(profile_document()) if pair[0]]


def is_refused(document: dict[str, Any], cls: type) -> bool:
    """Whether reading a document from JSON is refused with problems of its numbers."""
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.loads(json.dumps(document), type=cls)
    return {one.code for one in caught.value.problems} <= {"counts_contradict", "scores_contradict"}


def test_the_documents_are_fine_as_they_are():
    """The documents of these tests have no problem, and many numbers to spoil."""
    assert problems(tally_document(), pp.Tally) == set()
    assert problems(profile_document(), pp.Profile) == set()
    assert len(NUMBERS) > 150


def test_every_number_of_a_profile_is_held_to_its_counts():
    """A profile in which any one number is another is refused on load."""
    for pointer, value in NUMBERS:
        spoilt = changed(profile_document(), pointer, other_value(pointer, value))

        assert is_refused(spoilt, pp.Profile), pointer


def test_every_quantity_of_a_profile_can_neither_go_nor_come():
    """A profile in which a quantity is null that is none, or the other way, is refused."""
    for pointer, value in NUMBERS:
        if "/score/" in pointer:
            new = None if value is not None else other_value(pointer, value)

            assert is_refused(changed(profile_document(), pointer, new), pp.Profile), pointer


def test_every_list_of_a_profile_is_held_to_its_counts():
    """A profile in which a list has an item less, or one more that is elsewhere, is refused."""
    for pointer, items in LISTS:
        if items:
            assert is_refused(changed(profile_document(), pointer, items[:-1]), pp.Profile), pointer
        more = [*items, copy.deepcopy(items[0])] if items and isinstance(items[0], dict) else None
        if more is not None:
            assert is_refused(changed(profile_document(), pointer, more), pp.Profile), pointer


@pytest.mark.parametrize(
    ("pointer", "item"),
    [
        ("/elements/0/look_at_next/-", "GA1"),
        ("/elements/0/not_yet_known/-", "GA1"),
        ("/elements/2/stages_look_at_next/-", "delivery"),
        ("/elements/2/stages_not_yet_known/-", "delivery"),
    ],
)
def test_a_name_that_does_not_belong(pointer, item):
    """A profile that names something to look at that its numbers do not is refused."""
    spoilt = changed(profile_document(), pointer, item)

    index = pointer.split("/")[2]
    assert problems(spoilt, pp.Profile) == {("scores_contradict", f"/elements/{index}")}


def test_a_count_that_is_not_there_is_refused():
    """A profile that counts a state which no record had is refused at every place."""
    for pointer, _ in leaves(profile_document()):
        at, _, code = pointer.rpartition("/")
        if at.endswith("/counts") and code == "rated_3":
            spoilt = changed(profile_document(), f"{at}/spread_0_3", 40)

            assert is_refused(spoilt, pp.Profile)


def test_where_a_profile_contradicts_itself():
    """The pointer leads to what contradicts: the counts, the part of the profile, the overall."""
    profile = profile_document()

    assert problems(changed(profile, "/records", 10), pp.Profile) >= {
        ("counts_contradict", "/selections"),
        ("counts_contradict", "/positions/0/counts"),
        ("counts_contradict", "/elements/2/consistency"),
    }
    spoilt = changed(profile, "/practices/1/score/lower", "1/7")
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "/practices/1")}
    spoilt = changed(profile, "/overall/score/upper", "1/7")
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "/overall")}
    spoilt = changed(profile, "/elements/0/consistency", profile["elements"][2]["consistency"])
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "/elements/0")}
    spoilt = changed(profile, "/practices", profile["practices"][1:])
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "")}
    spoilt = changed(profile, "/practices", [*profile["practices"], profile["practices"][0]])
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "/practices")}
    spoilt = changed(profile, "/positions/1/position", "GA1")
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "")}
    spoilt = changed(profile, "/positions/1", profile["positions"][0])
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "")}
    spoilt = changed(profile, "/elements", profile["elements"][1:])
    assert problems(spoilt, pp.Profile) == {("scores_contradict", "")}


def test_a_weight_is_held_to_the_scores():
    """A profile in which a weight that matters is another is refused."""
    spoilt = changed(profile_document(), "/practices/1/weight", "2/1")

    assert {code for code, _ in problems(spoilt, pp.Profile)} == {"scores_contradict"}


def test_an_overall_of_the_other_kind():
    """A pooled score does not pass for a mean of elements."""
    spoilt = changed(profile_document(), "/overall/kind", "pooled")

    assert problems(spoilt, pp.Profile) == {("scores_contradict", "/overall")}


def test_any_spoilt_profile_or_tally_is_refused_or_taken():
    """Whatever single value is another, reading ends with a document or with its problems."""
    rng = random.Random(13)
    strange = (0, 2, "1/7", None, "GA1", "thread", "", [], {}, "MA1.assessment", "lowest", 2**53)
    for document, cls in ((profile_document(), pp.Profile), (tally_document(), pp.Tally)):
        for pointer, _ in rng.choices(leaves(document), k=150):
            spoilt = json.dumps(changed(document, pointer, rng.choice(strange)))
            report = pp.check(spoilt, type=cls)

            assert report.ok == (report.problems == ())


def test_every_number_of_a_tally_is_held_to_its_records():
    """A tally in which any one number is another is refused on load."""
    for pointer, value in leaves(tally_document()):
        if isinstance(value, int):
            assert is_refused(changed(tally_document(), pointer, value + 1), pp.Tally), pointer


def test_where_a_tally_contradicts_itself():
    """The pointer leads to the counts that do not add up."""
    tally = tally_document()

    spoilt = changed(tally, "/positions/3/counts/not_known", 40)
    assert problems(spoilt, pp.Tally) == {("counts_contradict", "/positions/3/counts")}
    spoilt = changed(tally, "/consistency/0/counts/consistent", 40)
    assert problems(spoilt, pp.Tally) == {("counts_contradict", "/consistency/0/counts")}
    spoilt = changed(tally, "/selections/other", 40)
    assert problems(spoilt, pp.Tally) == {("counts_contradict", "/selections")}


PLAIN = unstructure(pp.framework())
PRACTICE = PLAIN["elements"][0]["practices"][0]


@pytest.mark.parametrize(
    ("pointer", "value", "expected"),
    [
        ("/stages/2/id", "assessment", {("duplicate_id", "/stages/2")}),
        (
            "/elements/1/id",
            "GA",
            {("duplicate_id", "/elements/1")}
            | {("practice_outside_element", f"/elements/1/practices/{j}/id") for j in range(4)},
        ),
        ("/elements/0/practices/3/id", "GA1", {("duplicate_id", "/elements/0/practices/3")}),
        (
            "/elements/1/practices/0",
            PRACTICE,
            {
                ("duplicate_id", "/elements/1/practices/0"),
                ("practice_outside_element", "/elements/1/practices/0/id"),
            },
        ),
        (
            "/elements/6/practices/1/id",
            "MA9",
            {("practice_outside_element", "/elements/6/practices/1/id")},
        ),
        ("/scale/3/level", 2, {("scale_altered", "/scale")}),
        ("/scale/6/level", 0, {("scale_altered", "/scale")}),
        ("/scale/0/code", "partly", {("scale_altered", "/scale")}),
        ("/stages", [], {("staged_without_stages", "/stages")}),
        ("/scale/3/label", "Every time", set()),
        ("/stages", PLAIN["stages"][:1], set()),
        ("/elements", PLAIN["elements"][:3], set()),
    ],
)
def test_a_framework_that_contradicts_itself(pointer, value, expected):
    """The ids, the scale and the stages of a framework must make sense together."""
    assert problems(changed(PLAIN, pointer, value), pp.Framework) == expected


def test_a_framework_without_stages_needs_none():
    """Where no practice is staged, a framework may have no stage."""
    unstaged = attrs.evolve(pp.framework(), stages=(), elements=pp.framework().elements[:3])

    assert pp.check(unstaged).problems == ()


MOST = 2**53 - 1


def test_a_tally_too_large_to_score_is_said_to_be():
    """Counts may be as large as JSON keeps exactly; sums of them that are not, no profile holds."""
    plain = changed_counts(tally_document(), MOST)
    tally = pp.loads(json.dumps(plain), type=pp.Tally)

    for work_out in (
        lambda: pp.score(tally, framework=FRAMEWORK),
        lambda: tally + tally,
        lambda: sum([tally, tally]),
    ):
        with pytest.raises(pp.LimitExceeded, match="a count") as caught:
            work_out()
        assert caught.value.__context__ is None
    assert pp.explain(tally, "GA", framework=FRAMEWORK).score.index == 1


def test_a_profile_too_large_to_work_out_anew_contradicts_itself():
    """Bad data is reported, never raised, however large its numbers are."""
    plain = profile_document()
    plain = json.loads(json.dumps(plain))
    for one in plain["positions"]:
        one["counts"] = {"rated_3": MOST}
    plain["records"] = MOST

    assert ("scores_contradict", "") in problems(plain, pp.Profile)


def changed_counts(plain: dict[str, Any], records: int) -> dict[str, Any]:
    """A tally of so many records that all say the same."""
    plain = json.loads(json.dumps(plain))
    plain.update(records=records, selections={"all_cases": records})
    for one in plain["positions"]:
        one["counts"] = {"rated_3": records}
    for one in plain["consistency"]:
        one["counts"] = {**dict.fromkeys(one["counts"], 0), "consistent": records}
    return plain


def test_weights_too_long_together_are_said_to_be():
    """Each weight is short, but their common denominator is not: no document holds the score."""
    first, *others = pp.framework().elements
    many = tuple(
        attrs.evolve(first.practices[0], id=f"GA{n}", weight=Fraction(1, 10**36 + n))
        for n in range(1, 41)
    )
    framework = attrs.evolve(
        pp.framework(), id="heavy", elements=(attrs.evolve(first, practices=many), *others)
    )
    plain = unstructure(pp.tally([], framework=framework))
    plain = changed_counts(plain, 5)
    plain["positions"][0]["counts"] = {"rated_1": 5}

    tally = pp.loads(json.dumps(plain), type=pp.Tally)
    for work_out in (pp.score, lambda one, **more: pp.explain(one, "GA", **more)):
        with pytest.raises(pp.LimitExceeded, match="characters of a fraction"):
            work_out(tally, framework=framework)
