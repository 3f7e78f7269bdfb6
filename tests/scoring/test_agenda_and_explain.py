"""Agendas and explanations say what a plain recount of the record says."""

import random
from fractions import Fraction

import pytest

import positive_practice as pp
from oracle import scoring as oracle
from positive_practice.model.plain import unstructure
from support.frameworks import TAILORING, weighted, without
from support.records import as_record, plain_record, random_record, review, said_at, submission

SEEDS = range(25)
PLAIN = unstructure(pp.framework())


def recounted(plain, position):
    """Who said what at a position: current answers in order, then decisions by sequence."""
    answers = [
        statement(answer, "submission", [one["respondent"]["agency"]], one["respondent"]["role"])
        for one in oracle.current_submissions(plain)
        for answer in one["answers"]
        if (answer["practice"], answer.get("stage")) == position
    ]
    decisions = [
        statement(decision, "review", one["agencies"], None)
        for one in sorted(plain.get("reviews", []), key=lambda one: one["sequence"])
        for decision in one["decisions"]
        if (decision["practice"], decision.get("stage")) == position
    ]
    return answers + decisions


def statement(said, by, agencies, role):
    """One statement as plain values."""
    rating, reason = said["rating"], said.get("reason")
    return {"by": by, "agencies": agencies, "role": role, "rating": rating, "reason": reason}


def group(state):
    """Contested positions come first, then spreads, then open ones; the others need no talk."""
    if state == "contested":
        return 0
    if state.startswith("spread"):
        return 1
    return 2 if state in {"unanswered", "not_known", "no_record"} else None


@pytest.mark.parametrize("seed", SEEDS)
def test_agenda(seed):
    """The agenda has every contested, spread and open position with who said what."""
    plain = random_record(random.Random(seed))
    states = oracle.settle(plain, PLAIN, "agreed")
    positions = {oracle.position_id(one): one for one in oracle.positions(PLAIN)}
    talked_about = [one for one in positions if group(states[one]) is not None]

    agenda = pp.agenda(as_record(plain))

    assert unstructure(agenda)["items"] == [
        {"position": one, "state": states[one], "said": recounted(plain, positions[one])}
        for one in sorted(talked_about, key=lambda one: group(states[one]))
    ]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("method", oracle.METHODS)
def test_explain_a_record(seed, method):
    """An explanation has the score, and each position with its state and who said what."""
    rng = random.Random(seed)
    plain = random_record(rng)
    states = oracle.settle(plain, PLAIN, method)
    position = rng.choice(oracle.positions(PLAIN))
    wanted = rng.choice([position[0][:2], position[0], oracle.position_id(position)])
    inside = [
        one
        for one in oracle.positions(PLAIN)
        if wanted in {one[0][:2], one[0], oracle.position_id(one)}
    ]

    explained = unstructure(pp.explain(as_record(plain), wanted, method=method))

    expected = oracle.score([(states[oracle.position_id(one)], Fraction(1)) for one in inside])
    assert explained == {
        "id": wanted,
        "score": oracle._score_document(expected),
        "positions": [
            {
                "position": oracle.position_id(one),
                "weight": "1/1",
                "counts": {states[oracle.position_id(one)]: 1},
                "said": recounted(plain, one),
            }
            for one in inside
        ],
    }


def test_explain_a_tally():
    """Behind a number of many records stand counts, and nothing that anybody said."""
    rng = random.Random(9)
    records = [as_record(random_record(rng)) for _ in range(5)]
    tally = pp.tally(records)
    profile = pp.score(tally)

    explained = pp.explain(tally, "MA")

    assert explained.score == profile.element("MA").score
    assert [one.position for one in explained.positions] == [
        one.position for one in profile.positions if one.practice.startswith("MA")
    ]
    assert all(one.said == () for one in explained.positions)
    assert all(one.counts == profile.position(one.position).counts for one in explained.positions)


def test_weights_are_explained():
    """An explanation shows the weight that each position counts with."""
    framework = weighted(
        without(pp.framework(), ("GA2",)), {"GA1": Fraction(0), "GA3": Fraction(5, 7)}
    )
    said = [said_at(("GA1", None), "fully"), said_at(("GA3", None), "partly")]
    plain = plain_record([submission(said)])
    plain["framework"]["tailoring"] = TAILORING

    explained = pp.explain(as_record(plain), "GA", framework=framework)

    assert explained.score.index == Fraction(1, 3)
    assert {one.position: one.weight for one in explained.positions} == {
        "GA1": 0,
        "GA3": Fraction(5, 7),
        "GA4": 1,
    }


def test_a_decision_stands_beside_what_it_decides():
    """A decided position is off the agenda; its explanation still has the answers."""
    plain = plain_record(
        [
            submission([said_at(("GA1", None), "fully")], id="s1"),
            submission([said_at(("GA1", None), "partly")], id="s2", agency="police"),
        ]
    )
    decided = plain | {"reviews": [review(3, [said_at(("GA1", None), "mostly")])]}

    assert pp.agenda(as_record(plain)).items[0].position == "GA1"
    assert pp.agenda(as_record(plain)).items[0].state == "spread_1_3"
    assert "GA1" not in {one.position for one in pp.agenda(as_record(decided)).items}
    (explained,) = pp.explain(as_record(decided), "GA1").positions
    assert [(one.by, one.rating) for one in explained.said] == [
        ("submission", "fully"),
        ("submission", "partly"),
        ("review", "mostly"),
    ]


@pytest.mark.parametrize("wanted", ["ZZ", "GA1.assessment", "", None, 3, [], "assessment"])
def test_an_unknown_id_lists_those_that_exist(wanted):
    """What is no element, practice or position is refused, and the error lists what there is."""
    record = as_record(plain_record([]))

    for scored in (record, pp.tally([record])):
        with pytest.raises(pp.UnknownName) as caught:
            pp.explain(scored, wanted)

        assert {"GA", "GA1", "MA1", "MA1.assessment"} <= set(caught.value.known)
        assert caught.value.kind == "element, practice or position"
