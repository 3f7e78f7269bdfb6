"""Small documents, and changes of them, for cases that are written by hand."""

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import frozen

Plain = dict[str, Any]
D = TypeVar("D")

FRAMEWORK = {"id": "positive-practice", "version": "1.0"}
GONE = object()
"""What stands for a field that is taken out."""

STAGES = ("assessment", "planning", "delivery", "transition")
STAGED = ("TI1", "TI2", "MA1", "MA2", "MA3", "MA4", "MA5", "CF1", "CF2", "MO1", "MO2")
UNSTAGED = ("GA1", "GA2", "GA3", "GA4", "PE1", "PE2", "PE3", "PE4", "VY1", "VY2", "VY3")
LEVELS = ("not_evident", "partly", "mostly", "fully")


@frozen
class Case:
    """A case: its id, the sentence that it tests, what is given, and what is expected by hand."""

    id: str
    says: str
    given: Any
    by_hand: Any


def under(says: str, *cases: tuple[str, Any, Any]) -> Iterator[Case]:
    """Several cases of one sentence."""
    return (Case(id_, says, given, by_hand) for id_, given, by_hand in cases)


def joined(*groups: Iterator[Case]) -> list[Case]:
    """The cases of several sentences."""
    return list(itertools.chain.from_iterable(groups))


def changed(document: D, changes: Mapping[str, Any]) -> D:
    """A copy of a document with other values at some JSON Pointers."""
    box = {"": _apart(document)}
    for pointer, value in changes.items():
        *above, last = ["", *pointer.split("/")[1:]]
        _put(_at(box, above), last, value if value is GONE else _apart(value))
    found: D = box[""]
    return found


def _apart(value: Any) -> Any:
    """A copy in which nothing stands at two places at once."""
    return json.loads(json.dumps(value))


def _at(holder: Any, steps: Sequence[str]) -> Any:
    for step in steps:
        holder = holder[int(step) if isinstance(holder, list) else step]
    return holder


def _put(holder: Any, step: str, value: Any) -> None:
    if isinstance(holder, list):
        holder[int(step) : int(step) + 1] = [] if value is GONE else [value]
    elif value is GONE:
        del holder[step]
    else:
        holder[step] = value


def record(
    *submissions: Plain,
    reviews: Sequence[Plain] = (),
    reached: Sequence[str] | None = None,
    selection: str = "all_cases",
    framework: Plain = FRAMEWORK,
    number: int = 1,
) -> Plain:
    """A record that holds little but what is given."""
    case: Plain = {"population": "care_leaver", "young_person_view": "first_hand"}
    made: Plain = {
        "schema_version": "1.0",
        "record_id": f"00000000-0000-4000-8000-{number:012}",
        "framework": framework,
        "audit": {"id": "audit-1", "selection": selection},
        "case": case if reached is None else {**case, "stages_reached": list(reached)},
        "submissions": list(submissions),
    }
    return {**made, "reviews": list(reviews)} if reviews else made


def form(
    said: Mapping[str, str],
    id_: str = "s1",
    *,
    revision: int = 1,
    status: str = "submitted",
    agency: str = "leaving_care",
    ref: str | None = None,
) -> Plain:
    """A submission that says one thing about each of some positions."""
    respondent = {"agency": agency, "role": "personal_adviser", "relation": "own_practice"}
    return {
        "id": id_,
        "revision": revision,
        "status": status,
        "respondent": respondent if ref is None else {**respondent, "agency_ref": ref},
        "answers": [one_said(position, rating) for position, rating in said.items()],
    }


def review(said: Mapping[str, str], sequence: int = 1) -> Plain:
    """A review that decides some positions."""
    return {
        "sequence": sequence,
        "agencies": ["leaving_care", "adult_mental_health"],
        "decisions": [one_said(position, rating) for position, rating in said.items()],
    }


def one_said(position: str, rating: str) -> Plain:
    """An answer or decision: ``mostly``, or ``not_known/no_access`` with its reason."""
    practice, _, stage = position.partition(".")
    code, _, reason = rating.partition("/")
    found = {"practice": practice, "stage": stage, "rating": code, "reason": reason}
    return {name: value for name, value in found.items() if value}


def voices(*said: Mapping[str, str]) -> list[Plain]:
    """A submission of another voice for each of some sets of answers."""
    return [form(one, f"s{i}", ref=f"v{i}") for i, one in enumerate(said, 1)]


def practice(
    id_: str, *, staged: bool = False, weight: str = "1/1", condition: bool = False
) -> Plain:
    """A practice of a framework in very few words."""
    return {
        "id": id_,
        "label": id_,
        "statement": "Done.",
        "looks_like": ["A.", "B."],
        "anchors": dict.fromkeys(LEVELS, "So."),
        "staged": staged,
        "may_not_apply": {"applies_when": "It arises."} if condition else None,
        "weight": weight,
        "standards": [],
        "source": _locator(),
    }


def element(id_: str, kind: str, *practices: Plain) -> Plain:
    """An element of a framework in very few words."""
    return {
        "id": id_,
        "kind": kind,
        "label": id_,
        "statement": "Done.",
        "source": _locator(),
        "practices": list(practices),
    }


def framework(*elements: Plain, stages: Sequence[str] = (), id_: str = "small") -> Plain:
    """A framework of its own in very few words."""
    ratings = {**{code: i for i, code in enumerate(LEVELS)}, **dict.fromkeys(OTHER_RATINGS)}
    return {
        "schema_version": "1.0",
        "id": id_,
        "version": "1",
        "title": "Small",
        "source": {"title": "None", "authors": "None", "note": "Invented."},
        "tailoring": None,
        "stages": [{"id": one, "label": one, "meaning": "So.", "source": "x"} for one in stages],
        "scale": [
            {"code": code, "level": level, "label": code, "meaning": "So."}
            for code, level in ratings.items()
        ],
        "elements": list(elements),
    }


OTHER_RATINGS = ("not_applicable", "not_known", "no_record")


def _locator() -> Plain:
    return {"element": "x", "item": None, "note": None}


def named(document: Plain) -> Plain:
    """How a record names a framework."""
    name = {"id": document["id"], "version": document["version"]}
    tailoring = document["tailoring"]
    return name if tailoring is None else {**name, "tailoring": tailoring}
