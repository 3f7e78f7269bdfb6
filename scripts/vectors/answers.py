"""What is expected of a case: the library's answer, where a second implementation gives it too."""

import functools
import json
from typing import Any

import positive_practice as pp
from oracle import agreement as agreement_oracle
from oracle import comparison as comparison_oracle
from oracle import rules as rules_oracle
from oracle import scoring as scoring_oracle
from oracle import structure as structure_oracle
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.rules.check import check_text
from vectors.parts import Plain

__all__ = ["Differ", "agreement", "comparison", "problems", "profile", "results", "states"]

METHODS = ("agreed", "lowest", "lower_median")
FRAMEWORK = json.loads(pp.dumps(pp.framework()))
ONLY_IN_TEXT = ("json_",)


class Differ(Exception):
    """The library and the second implementation give different answers."""


def _agreed(one: Any, other: Any) -> Any:
    if one != other:
        raise Differ(f"library: {one}; second implementation: {other}")
    return one


def problems(type_: str, document: Any) -> list[Plain]:
    """The problems of a document, sorted by pointer and code.

    Where the structure is sound, there is a second opinion on records alone; what other documents
    must hold beyond their structure is worked out by hand.
    """
    found = check_text(json.dumps(document), DOCUMENTS[type_]).problems
    ours = sorted((one.pointer, one.code) for one in found)
    of_structure = structure_oracle.problems(type_, document)
    if of_structure:
        _agreed(ours, of_structure)
    elif type_ == "audit-record":
        _agreed(ours, sorted(_integrity(document)))
    else:
        _agreed({pp.row(code).group for _, code in ours} - {"document"}, set())
    return [{"code": code, "pointer": pointer} for pointer, code in ours]


def has_structure(type_: str, document: Any) -> bool:
    """Whether the second implementation finds no problem of version or structure."""
    return not structure_oracle.problems(type_, document)


def _integrity(record: Plain) -> list[tuple[str, str]]:
    broken = rules_oracle.problems(record, FRAMEWORK, "draft")
    return [(pointer, code) for code, pointer, *_ in broken if code in rules_oracle.INTEGRITY]


def is_read(document: Any) -> bool:
    """Whether the text of a document is one that every reader reads."""
    found = check_text(json.dumps(document), pp.AuditRecord).problems
    return not any(one.code.startswith(ONLY_IN_TEXT) for one in found)


def states(record: Plain) -> Plain:
    """The states of every position of a record under each method."""
    loaded = pp.loads(json.dumps(record))
    return {
        method: _agreed(_states(loaded, method), scoring_oracle.settle(record, FRAMEWORK, method))
        for method in METHODS
    }


def _states(record: pp.AuditRecord, method: str) -> Plain:
    tally = pp.tally([record], method=method)  # type: ignore[arg-type]  # one of the three
    return {one.position: next(iter(one.counts)) for one in tally.positions}


def results(given: Plain) -> Plain:
    """The tally and the profile of some records."""
    framework = _framework(json.dumps(given["framework"]))
    records = [pp.loads(json.dumps(one), framework=framework) for one in given["records"]]
    tally = pp.tally(records, framework=framework, method=given["method"])
    profile = pp.score(tally, framework=framework, overall=given["overall"])
    ours = {"tally": json.loads(pp.dumps(tally)), "profile": json.loads(pp.dumps(profile))}
    found: Plain = _agreed(ours, _second_results(given))
    return found


def _second_results(given: Plain) -> Plain:
    framework = given["framework"] or FRAMEWORK
    tally = scoring_oracle.tally(given["records"], framework, given["method"])
    return {
        "tally": tally,
        "profile": scoring_oracle.profile(tally, framework, given["overall"]),
    }


@functools.lru_cache(maxsize=64)
def _framework(text: str) -> pp.Framework | None:
    return None if text == "null" else pp.loads(text, type=pp.Framework)


def profile(given: Plain) -> Plain:
    """The profile alone."""
    found: Plain = results(given)["profile"]
    return found


def agreement(given: Plain) -> Plain:
    """The agreement of some records of the built-in framework."""
    records = [pp.loads(json.dumps(one)) for one in given["records"]]
    found = pp.agreement(records, minimum_units=given["minimum_units"])
    ours: Plain = json.loads(pp.dumps(found))
    theirs = agreement_oracle.agreement(given["records"], FRAMEWORK, given["minimum_units"])
    _agreed({name: value for name, value in ours.items() if name != "framework"}, theirs)
    _agreed(ours["framework"], scoring_oracle.tally([], FRAMEWORK, "agreed")["framework"])
    return ours


def comparison(first: Plain, second: Plain) -> Plain:
    """The comparison of two profiles, or null and what differs."""
    differs = list(comparison_oracle.differs(first, second))
    one, other = (pp.loads(json.dumps(x), type=pp.Profile) for x in (first, second))
    try:
        ours = json.loads(pp.dumps(pp.compare(one, other)))
    except pp.NotComparable as error:
        return {"comparison": None, "not_comparable": _agreed(list(error.differs), differs)}
    return {"comparison": _agreed(ours, comparison_oracle.compare(first, second))}
