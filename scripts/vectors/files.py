"""The files of the vectors: what each holds, made anew; nothing is written here."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from vectors import (
    agreement_cases,
    answers,
    comparison_cases,
    document_cases,
    edge_cases,
    generated,
    integrity_cases,
    outcome_cases,
    profile_cases,
    score_cases,
    state_cases,
    structure_cases,
    tailoring_cases,
    tally_cases,
)
from vectors.parts import Case, Plain
from vectors.state_cases import states_by_hand

__all__ = ["BUILT", "BY_HAND", "content", "unlike_by_hand"]

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"
GROUPS = {"version", "structure", "integrity"}
BY_HAND: dict[str, list[Case]] = {
    "problems/structure.json": structure_cases.CASES,
    "problems/integrity.json": integrity_cases.CASES,
    "problems/documents.json": [
        *document_cases.CASES,
        *tailoring_cases.CASES,
        *outcome_cases.CASES,
    ],
    "problems/at-the-edge.json": edge_cases.CASES,
    "states/by-hand.json": state_cases.CASES,
    "results/by-hand.json": [*score_cases.CASES, *profile_cases.CASES, *tally_cases.CASES],
    "agreement/by-hand.json": agreement_cases.CASES,
    "comparison/by-hand.json": comparison_cases.CASES,
}
"""The cases that were written by hand, by the name of their file."""


def _seeded(name: str) -> Iterator[Case]:
    says = "Two independent implementations of the specification give the same answer."
    return (Case(f"{_word(name)}-{i}", says, one, None) for i, one in enumerate(SEEDED[name](), 1))


def _word(name: str) -> str:
    """What the ids of the cases of a file begin with: ``states-seeded``."""
    return name.removesuffix(".json").replace("/", "-")


def _examples() -> list[Case]:
    """The examples of the problem table that are changes of its base record."""
    table = json.loads((SCHEMAS / "problems.json").read_text("utf-8"))
    return [
        Case(
            f"example-{row['code'].replace('_', '-')}-{which}",
            f"{row['code']}: {row['meaning']}",
            _patched(table["base"], row["example"][which]["patch"]),
            None,
        )
        for row in table["problems"]
        if row["group"] in GROUPS
        for which in ("failing", "fixed")
        if "patch" in row["example"][which]
    ]


def _patched(value: Any, patch: Any) -> Any:
    """A value under an RFC 7396 merge patch."""
    if not isinstance(patch, dict):
        return patch
    kept = dict(value) if isinstance(value, dict) else {}
    for name, inner in patch.items():
        if inner is None:
            kept.pop(name, None)
        else:
            kept[name] = _patched(kept.get(name), inner)
    return kept


def _finished(case: Case, given: Plain, expected: Plain) -> Plain:
    """The case as it is written, if it is what was worked out by hand."""
    finished = {"id": case.id, "says": case.says, **given, **expected}
    unlike = {} if case.by_hand is None else unlike_by_hand(case, finished)
    if unlike:
        raise answers.Differ(f"{case.id}: by hand {case.by_hand}, found {unlike}")
    return finished


def _problems(case: Case) -> Plain:
    is_typed = isinstance(case.given, dict) and set(case.given) == {"type", "document"}
    given: Plain = case.given if is_typed else {"type": "audit-record", "document": case.given}
    found = answers.problems(given["type"], given["document"])
    return _finished(case, given, {"problems": found})


def _states(case: Case) -> Plain:
    given = {"record": case.given} if case.by_hand is not None else case.given
    return _finished(case, given, {"states": answers.states(**given)})


def _results(case: Case) -> Plain:
    return _finished(case, case.given, answers.results(case.given))


def _agreement(case: Case) -> Plain:
    return _finished(case, case.given, {"agreement": answers.agreement(case.given)})


def _comparison(case: Case) -> Plain:
    given = {side: answers.profile(case.given[side]) for side in ("first", "second")}
    return _finished(case, given, answers.comparison(**given))


FINISH: Mapping[str, Callable[[Case], Plain]] = {
    "problems": _problems,
    "states": _states,
    "results": _results,
    "agreement": _agreement,
    "comparison": _comparison,
}


def unlike_by_hand(case: Case, finished: Plain) -> Any:
    """What a finished case says otherwise than what was worked out by hand; empty if nothing."""
    if "problems" in finished:
        found = [(one["code"], one["pointer"]) for one in finished["problems"]]
        return {} if sorted(found) == sorted(case.by_hand) else found
    if "states" in finished:
        by_hand = states_by_hand(case.given, case.by_hand)
        return {} if finished["states"] == by_hand else finished["states"]
    inner = finished.get("agreement") or finished.get("comparison") or {}
    return mismatches({**inner, **finished}, case.by_hand)


def mismatches(document: Plain, by_hand: Mapping[str, Any]) -> dict[str, Any]:
    """What stands at some JSON Pointers or in some fields, where it is not what is by hand."""
    found = {place: at(document, place) for place in by_hand}
    return {place: value for place, value in found.items() if not matches(value, by_hand[place])}


def at(document: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer, whose first sign may be left out."""
    for step in pointer.removeprefix("/").split("/"):
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def matches(value: Any, by_hand: Any) -> bool:
    """Whether a value is the one by hand, which can be the names in a list as one text."""
    if isinstance(value, list) and isinstance(by_hand, str):
        return " ".join(one.get("position") or one["stage"] for one in value) == by_hand
    return bool(value == by_hand)


SEEDED: Mapping[str, Callable[[], Iterable[Plain]]] = {
    "problems/seeded-structure.json": generated.structure,
    "problems/seeded-integrity.json": generated.integrity,
    "states/seeded.json": generated.states,
    "results/seeded.json": generated.results,
    "agreement/seeded.json": generated.agreements,
    "comparison/seeded.json": generated.comparisons,
}
"""What makes the cases of the files that come from seeds."""

EXAMPLES = "problems/examples.json"
BUILT = (*BY_HAND, EXAMPLES, *SEEDED)
"""The name of every file."""


def content(name: str) -> bytes:
    """The content of a file, made anew."""
    if name == EXAMPLES:
        return lines(name, _examples())
    return lines(name, BY_HAND[name] if name in BY_HAND else _seeded(name))


def lines(name: str, cases: Iterable[Case]) -> bytes:
    """The text of a file: one case a line, in signs that every reader and tool leaves alone."""
    kind = name.partition("/")[0]
    finished = [FINISH[kind](case) for case in cases]
    inner = ",\n".join(json.dumps(case, separators=(",", ":")) for case in finished)
    return f'{{"kind":"{kind}","cases":[\n{inner}\n]}}\n'.encode()
