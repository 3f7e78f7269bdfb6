"""Laws of tailoring (record.md, "The other documents"; scoring.md, sections 3 and 7)."""

import json
import random
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from oracle import scoring as oracle
from positive_practice.model.plain import unstructure
from support.records import as_record, random_record
from support.samples import changed
from support.tailorings import (
    NOTHING,
    PRACTICES,
    as_tailoring,
    positions_left,
    random_tailoring,
    shuffled,
    tailorings,
    weights_of,
)

seeds = st.integers(0, 10**9)
methods = st.sampled_from(["agreed", "lowest", "lower_median"])

BASE = pp.framework()
NAME = {"id": NOTHING["id"], "version": NOTHING["version"]}
SCORED = ("method", "records", "selections", "elements", "practices", "positions", "overall")


def tailored(plain):
    """The built-in framework under a plain tailoring."""
    return pp.tailor(BASE, as_tailoring(plain))


def made_under_it(seed):
    """A random record that names the tailoring, as plain values."""
    return random_record(random.Random(seed), tailoring=NAME)


def scores(profile):
    """A profile without the identity of its framework."""
    return [getattr(profile, name) for name in SCORED]


@given(plain=tailorings, seed=seeds)
def test_the_same_tailoring_gives_the_same_framework(plain, seed):
    """`tailor` is deterministic; the order of a tailoring's lists carries no meaning."""
    first = tailored(plain)

    assert pp.dumps(tailored(plain)) == pp.dumps(first)
    assert pp.dumps(tailored(shuffled(random.Random(seed), plain))) == pp.dumps(first)
    assert pp.loads(pp.dumps(first), type=pp.Framework) == first


@given(plain=tailorings)
def test_what_is_left_is_the_hand_written_subset(plain):
    """A practice or stage that is left out takes its positions with it, and no other."""
    framework = tailored(plain)
    left = positions_left(plain["remove"])

    assert [one.id for one in framework.positions] == left
    assert [one.id for one in framework.elements] == list(dict.fromkeys(one[:2] for one in left))
    assert {one.id for one in framework.stages} == {o.split(".")[1] for o in left if "." in o}


@given(plain=tailorings)
def test_nothing_is_reworded_or_rescaled(plain):
    """Of what is left only display words, weights and standards differ; identity is added."""
    framework = tailored(plain)

    for one in framework.practices:
        same = {name: getattr(one, name) for name in ("label", "weight", "standards")}
        assert attrs.evolve(BASE.practice(one.id), **same) == one
    for one in framework.elements:
        local = {"label": one.label, "practices": one.practices}
        assert attrs.evolve(BASE.element(one.id), **local) == one
    for one in framework.stages:
        assert attrs.evolve(BASE.stage(one.id), label=one.label) == one
    parts = {name: getattr(framework, name) for name in ("stages", "elements")}
    assert attrs.evolve(BASE, tailoring=pp.Edition(**NAME), **parts) == framework


@given(plain=tailorings)
def test_what_the_tailoring_says_is_there(plain):
    """Each weight, standard and display word of the tailoring stands in the framework."""
    framework = tailored(plain)
    every = {one.id: one for one in (*framework.practices, *framework.elements, *framework.stages)}

    assert {one.id: one.weight for one in framework.practices}.items() <= weights_of(plain).items()
    said = sorted(tuple(sorted(one.items())) for one in plain["standards"])
    assert said == sorted(
        tuple(sorted({"practice": one.id, **unstructure(standard)}.items()))
        for one in framework.practices
        for standard in one.standards
    )
    assert {one["id"]: one["text"] for one in plain["labels"]} == {
        one["id"]: every[one["id"]].label for one in plain["labels"]
    }


@given(seed=seeds, method=methods)
def test_tailoring_by_nothing_gives_equal_scores(seed, method):
    """A tailoring that says nothing has a name of its own, and the scores of the published one."""
    plain, framework = made_under_it(seed), tailored(NOTHING)
    untailored = {name: value for name, value in plain["framework"].items() if name != "tailoring"}

    local = pp.score(as_record(plain), framework=framework, method=method, overall="pooled")
    published = pp.score(
        as_record({**plain, "framework": untailored}), method=method, overall="pooled"
    )

    assert scores(local) == scores(published)
    assert framework.scoring_hash == BASE.scoring_hash
    assert framework.content_hash != BASE.content_hash
    assert local.framework.tailoring == pp.Edition(**NAME)


def what_scores(plain):
    """What of a tailoring changes a score: the positions that are left, and their weights."""
    left = positions_left(plain["remove"])
    weights = weights_of(plain)
    return left, [weights[one.split(".")[0]] for one in left]


@given(first=tailorings, second=tailorings, seed=seeds)
def test_the_scoring_hash_differs_exactly_where_a_score_can(first, second, seed):
    """The hash tells two tailorings apart if and only if they select or weight otherwise."""
    reworded = {**first, **{name: second[name] for name in ("standards", "labels")}}
    kept = {one.split(".")[0] for one in positions_left(first["remove"])}
    reworded["standards"] = [one for one in second["standards"] if one["practice"] in kept]
    reworded["labels"] = [one for one in second["labels"] if one["id"] in kept]
    spelled_out = {
        **first,
        "weights": [
            {"practice": one, "weight": f"{weight.numerator}/{weight.denominator}"}
            for one, weight in weights_of(first).items()
            if one in kept
        ],
    }

    hashes = [tailored(one).scoring_hash for one in (first, second, reworded, spelled_out)]

    assert (hashes[0] == hashes[1]) == (what_scores(first) == what_scores(second))
    assert hashes[0] == hashes[2] == hashes[3]
    assert (hashes[0] == BASE.scoring_hash) == (what_scores(first) == what_scores(NOTHING))


@given(plain=tailorings)
def test_leaving_out_all_that_is_staged_is_leaving_out_every_stage(plain):
    """An element or stage that loses all its practices vanishes, whichever way it loses them."""
    staged = [one.id for one in BASE.practices if one.staged]
    unstaged = [one.id for one in BASE.practices if not one.staged]
    rest = [one for one in plain["remove"]["practices"] if one in unstaged][:5]
    ways = [
        {**NOTHING, "remove": {"practices": [*rest, *staged], "stages": []}},
        {**NOTHING, "remove": {"practices": rest, "stages": [one.id for one in BASE.stages]}},
    ]

    first, second = (tailored(way) for way in ways)

    assert first == second
    assert first.stages == ()


@given(plain=tailorings, seed=seeds, method=methods)
def test_selection_and_weights_change_scores_as_the_page_says(plain, seed, method):
    """scoring.md, section 3: each score is that of the states left, each with its weight."""
    framework, record = tailored(plain), made_under_it(seed)
    published = oracle.settle(record, unstructure(BASE), method)
    weights = weights_of(plain)

    profile = pp.score(as_record(record), framework=framework, method=method, overall="pooled")

    left = positions_left(plain["remove"])
    assert [one.position for one in profile.positions] == left
    assert [dict(one.counts) for one in profile.positions] == [{published[p]: 1} for p in left]
    scored = [*((one.element, one.score) for one in profile.elements), ("", profile.overall.score)]
    for prefix, score in scored:
        inside = [one for one in left if one.startswith(prefix)]
        said = [(published[one], weights[one.split(".")[0]]) for one in inside]
        assert attrs.asdict(score) == oracle.score(said)


@given(plain=tailorings, seed=seeds, factor=st.sampled_from((Fraction(2), Fraction(3, 7))))
def test_one_factor_on_every_weight_changes_no_score(plain, seed, factor):
    """S5, through tailoring: all weights multiplied by one positive number change nothing."""
    scaled = [
        {"practice": one, "weight": f"{(w * factor).numerator}/{(w * factor).denominator}"}
        for one, w in weights_of(plain).items()
        if one in {p.split(".")[0] for p in positions_left(plain["remove"])}
    ]
    record = as_record(made_under_it(seed))

    profiles = [
        pp.score(record, framework=tailored(one), overall="mean_of_elements")
        for one in (plain, {**plain, "weights": scaled})
    ]

    for name in ("elements", "positions", "overall"):
        assert getattr(profiles[0], name) == getattr(profiles[1], name)


@given(plain=tailorings, seed=seeds)
def test_what_was_tailored_away_is_told_and_not_scored(plain, seed):
    """`tailored_away` names exactly the current answers and decisions at removed positions."""
    framework, record = tailored(plain), made_under_it(seed)
    left = set(positions_left(plain["remove"]))

    report = pp.check(record, framework=framework, mode="draft")

    told = {one.position for one in report.problems if one.code == "tailored_away"}
    assert not told & left
    assert {one.severity for one in report.problems if one.code == "tailored_away"} <= {"info"}
    said = [said for part in (*record["submissions"], *record.get("reviews", ())) for said in
            part.get("answers", part.get("decisions", ()))]  # fmt: skip
    assert told <= {position(one) for one in said}
    without = json.loads(json.dumps(record))
    for part in (*without["submissions"], *without.get("reviews", ())):
        name = "answers" if "answers" in part else "decisions"
        part[name] = [one for one in part.get(name, ()) if position(one) in left]
    assert pp.score(as_record(without), framework=framework) == pp.score(
        as_record(record), framework=framework
    )
    assert not [
        one
        for one in pp.check(without, framework=framework).problems
        if one.code == "tailored_away"
    ]


def position(said):
    """The position id of an answer or decision."""
    return ".".join(filter(None, (said["practice"], said.get("stage"))))


def facts(framework):
    """What a tailoring can change of a framework, each fact by what it is about."""
    labelled = (*framework.stages, *framework.elements, *framework.practices)
    return (
        {("there", one.id): one.label for one in labelled}
        | {("weight", one.id): str(one.weight) for one in framework.practices}
        | {("standards", one.id): [s.text for s in one.standards] for one in framework.practices}
    )


@given(plain=tailorings)
def test_provenance_accounts_for_every_difference(plain):
    """Undoing each difference gives the published framework: none is missing, none invented."""
    said = pp.provenance(BASE, as_tailoring(plain))
    undone, published = facts(tailored(plain)), facts(BASE)

    for one in said.differences:
        if one.kind.endswith("_removed"):
            assert (one.after, undone.get(("there", one.id))) == (None, None)
            undone[("there", one.id)] = one.before
            if one.kind == "practice_removed":
                undone |= {("weight", one.id): "1", ("standards", one.id): []}
        elif one.kind == "label":
            assert undone[("there", one.id)] == one.after != one.before
            undone[("there", one.id)] = one.before
        elif one.kind == "weight":
            assert Fraction(undone[("weight", one.id)]) == Fraction(one.after)
            undone[("weight", one.id)] = str(Fraction(one.before))
        else:
            undone[("standards", one.id)].remove(one.after)
    assert undone == published


@given(plain=tailorings)
def test_provenance_points_at_the_line_that_says_so(plain):
    """The pointer of a difference leads to what the tailoring says of that very id."""
    said = pp.provenance(BASE, as_tailoring(plain))

    for one in said.differences:
        value = plain
        for step in one.pointer.split("/")[1:]:
            value = value[int(step)] if isinstance(value, list) else value[step]
        if one.pointer != "/remove":
            named = value if isinstance(value, str) else value.get("practice", value.get("id"))
            assert named == one.id
        if one.kind == "standard":
            assert (one.set_by, one.set_on) == (value["set_by"], value["set_on"])
    assert said.tailored.tailoring == pp.Edition(**NAME)
    assert said.content_hash == tailored(plain).content_hash
    assert said.tailored.scoring_hash == tailored(plain).scoring_hash
    assert said.framework.scoring_hash == BASE.scoring_hash


def test_random_tailorings_are_worth_the_name():
    """The tailorings of these laws leave out elements and stages, and weight, and rename."""
    rng = random.Random(3)
    made = [random_tailoring(rng) for _ in range(300)]

    assert min(len(positions_left(one["remove"])) for one in made) < 5
    assert any(len(tailored(one).elements) < 7 for one in made)
    assert any(not tailored(one).stages for one in made)
    assert sum(bool(one["weights"]) for one in made) > 50
    assert sum(bool(one["labels"]) for one in made) > 50
    assert {one["practice"] for tailoring in made for one in tailoring["weights"]} == set(PRACTICES)
    assert all(pp.check(one, type=pp.Tailoring).problems == () for one in made)
    renamed = changed(made[0], "/id", "other")
    assert pp.tailor(BASE, as_tailoring(renamed)).tailoring.id == "other"
