"""One answer in its record: what `check` says of it, while somebody is writing."""

import json
import random

import attrs
import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from support.records import random_record

RECORD_WIDE = {"undecided", "plan_not_evidenced", "communication_below_plan", "no_first_hand_view"}
"""What other answers decide too: for `check`, not for one answer."""

HERE = "/submissions/0/answers/0"


def document_with_one_answer(seed: int, *, clean: bool) -> dict | None:
    """A random record reduced to one answer, all else that the answer is held against kept."""
    plain = random_record(random.Random(seed), clean=clean)
    first = next((one for one in plain["submissions"] if one["answers"]), None)
    if first is None:
        return None
    respondent = {**first["respondent"], "role": "social_worker"}
    alone = {
        **first,
        "status": "submitted",
        "respondent": respondent,
        "answers": first["answers"][:1],
    }
    kept = ("schema_version", "record_id", "framework", "audit", "case", "events")
    return {**{key: plain[key] for key in kept if key in plain}, "submissions": [alone]}


def found_by_check(document: dict, mode: str) -> set[tuple[str, str, str, str | None]]:
    """What `check` finds at or in the answer."""
    return {
        (one.code, one.pointer.removeprefix(HERE), one.severity, one.position)
        for one in pp.check(document, mode=mode).problems
        if one.pointer.startswith(HERE) and one.code not in RECORD_WIDE
    }


def found_alone(document: dict, record: pp.AuditRecord, mode: str) -> set[tuple]:
    """What `check_answer` finds in the answer."""
    answer = document["submissions"][0]["answers"][0]
    found = pp.check_answer(answer, record, mode=mode)
    return {(one.code, one.pointer, one.severity, one.position) for one in found}


@pytest.mark.parametrize("mode", ["draft", "submitted", "agreed", "publish"])
def test_an_answer_has_the_problems_that_check_finds_at_it(mode):
    """`check_answer` says of an answer what `check` says of a record with that answer alone."""
    seen: set[str] = set()
    for document in filter(None, (document_with_one_answer(n, clean=True) for n in range(200))):
        found = found_alone(document, pp.loads(json.dumps(document)), mode)

        assert found == found_by_check(document, mode)
        seen |= {code for code, *_ in found}
    assert {"reason_missing", "answered_stage_not_reached"} <= seen


def test_an_answer_that_breaks_integrity_has_those_problems():
    """So too of an answer that no record can hold; `check` then looks at nothing else."""
    record = attrs.evolve(pp.load("examples/parts/college.json"), submissions=(), actions=())
    seen: set[str] = set()
    for document in filter(None, (document_with_one_answer(n, clean=False) for n in range(400))):
        expected = found_by_check(document, "submitted")
        if any(pp.row(code).group == "integrity" for code, *_ in expected):
            assert found_alone(document, record, "submitted") == expected
            seen |= {code for code, *_ in expected}
    assert {"unknown_practice", "stage_missing", "reason_wrong_kind"} <= seen


def test_what_is_half_written_has_problems_of_structure():
    """Plain values that are no answer yet say what is missing."""
    record = pp.load("examples/parts/college.json")

    found = pp.check_answer({"practice": "GA1", "note": ""}, record)
    assert [(one.code, one.pointer) for one in found] == [
        ("missing_field", ""),
        ("too_short", "/note"),
    ]


def test_an_answer_is_taken_as_a_value_too():
    """An `Answer` is checked like its plain values."""
    record = pp.load("examples/parts/college.json")
    answer = pp.Answer(practice="PE4", rating="not_applicable")

    assert pp.check_answer(answer, record) == pp.check_answer(unstructure(answer), record)


def test_a_policy_holds_for_one_answer():
    """What is switched off is not found here either."""
    record = pp.load("examples/parts/college.json")
    answer = pp.Answer(practice="PE4", rating="not_applicable")

    assert pp.check_answer(answer, record, policy=pp.Policy(off=["reason_missing"])) == ()


def test_wrong_use_says_what_is_right():
    """An unknown mode lists the modes; something that is no record is refused."""
    with pytest.raises(pp.UnknownName, match="publish"):
        pp.check_answer({}, pp.load("examples/parts/college.json"), mode="strict")
    with pytest.raises(pp.Misuse, match=r"pp\.load"):
        pp.check_answer({}, {})
