"""Cases made from seeds: the same ones whenever and wherever they are made."""

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from positive_practice.catalogue.documents import DOCUMENTS
from support.documents import cases as documents
from support.records import random_record
from vectors.answers import has_structure, is_read, problems
from vectors.parts import STAGED, STAGES, UNSTAGED, Plain, element, form, named, record, review
from vectors.parts import framework as small_framework
from vectors.parts import practice as small_practice

__all__ = [
    "agreements",
    "comparisons",
    "integrity",
    "results",
    "states",
    "structure",
]

SHORT = 1_200
RATINGS = ("not_evident", "partly", "mostly", "fully")
OTHERS = ("not_applicable", "not_known", "no_record")
AGENCIES = ("leaving_care", "police", "adult_mental_health")
SELECTIONS = ("all_cases", "random_sample", "volunteered", "concern_led")
WEIGHTS = ("0/1", "1/1", "1/1", "2/1", "1/3", "5/7", "40/1")
METHODS = ("agreed", "lowest", "lower_median")
OVERALLS = (None, "pooled", "mean_of_elements")
POSITIONS = (*UNSTAGED, *(f"{practice}.{stage}" for practice in STAGED for stage in STAGES))


def structure() -> Iterator[Plain]:
    """Short documents of every type that somebody spoilt: as many again as there are codes."""
    for name, cls in DOCUMENTS.items():
        wanted, seen = (40 if name == "audit-record" else 8), set[str]()
        for case in documents(7, cls, 2_000):
            if len(seen) < wanted and _is_spoilt(name, case):
                found = json.dumps(problems(name, case.value))
                if found not in seen:
                    yield {"type": name, "document": case.value}
                seen.add(found)


def _is_spoilt(name: str, case: Any) -> bool:
    is_short = case.near and len(json.dumps(case.value)) < SHORT
    return is_short and is_read(case.value) and not has_structure(name, case.value)


def integrity() -> Iterator[Plain]:
    """Records of sound structure that break several rules of integrity, or none."""
    rng, left = Random(11), 40
    while left:
        one = random_record(rng, clean=left % 8 == 0)
        if len(json.dumps(one)) < 3 * SHORT and (left % 8 == 0 or len(_codes(one)) > 1):
            left -= 1
            yield {"type": "audit-record", "document": one}


def _codes(one: Plain) -> set[str]:
    return {found["code"] for found in problems("audit-record", one)}


def states() -> Iterator[Plain]:
    """Records of the built-in framework in which answers meet at few positions."""
    rng = Random(13)
    for number in range(30):
        places = rng.sample(POSITIONS, rng.randint(1, 8))
        yield {"record": _record(rng, places, STAGES, number)}


def _record(
    rng: Random, places: Sequence[str], stages: Sequence[str], number: int, **more: Any
) -> Plain:
    keys = [(id_, revision) for id_ in ("s1", "s2", "s3", "s4") for revision in (1, 2, 3)]
    chosen = rng.sample(keys, rng.choice((0, 1, 2, 3, 3, 4, 5)))
    reviews = rng.sample(range(1, 9), rng.choice((0, 0, 1, 2)))
    return record(
        *(_form(rng, places, *key) for key in chosen),
        reviews=[review(_said(rng, places, 0.4), sequence) for sequence in reviews],
        reached=rng.choice((None, rng.sample(stages, rng.randint(0, len(stages))))),
        selection=rng.choice(SELECTIONS),
        number=number,
        **more,
    )


def _form(rng: Random, places: Sequence[str], id_: str, revision: int) -> Plain:
    return form(
        _said(rng, places, 0.7),
        id_,
        revision=revision,
        status=rng.choices(("submitted", "draft", "withdrawn"), (6, 1, 1))[0],
        agency=rng.choice(AGENCIES),
        ref=rng.choice((None, "a", "b")),
    )


def _said(rng: Random, places: Sequence[str], share: float) -> dict[str, str]:
    ratings = RATINGS * 3 + OTHERS
    return {place: rng.choice(ratings) for place in places if rng.random() < share}


def results() -> Iterator[Plain]:
    """Records of small frameworks, a new one each time; and a few of the built-in one."""
    rng = Random(17)
    for _ in range(45):
        yield _results(rng, _framework(rng))
    for overall in OVERALLS:
        records = [_record(rng, POSITIONS, STAGES, i) for i in range(2)]
        method = rng.choice(METHODS)
        yield {"framework": None, "records": records, "method": method, "overall": overall}


def _results(rng: Random, framework: Plain) -> Plain:
    stages = [stage["id"] for stage in framework["stages"]]
    places = _places(framework)
    records = [
        _record(rng, places, stages, i, framework=named(framework))
        for i in range(rng.choice((0, 1, 1, 2, 3, 5)))
    ]
    method, overall = rng.choice(METHODS), rng.choice(OVERALLS)
    return {"framework": framework, "records": records, "method": method, "overall": overall}


def _framework(rng: Random) -> Plain:
    ids = rng.sample(("AA", "GA", "MO", "ZZ"), rng.randint(1, 3))
    stages = rng.sample(STAGES, rng.randint(0, 3))
    elements = [_element(rng, id_, staged=bool(stages)) for id_ in ids]
    return small_framework(*elements, stages=stages)


def _element(rng: Random, id_: str, *, staged: bool) -> Plain:
    numbers = rng.sample(range(1, 30), rng.randint(1, 3))
    practices = [
        small_practice(
            f"{id_}{number}",
            staged=staged and rng.random() < 0.5,
            weight=rng.choice(WEIGHTS),
            condition=rng.random() < 0.3,
        )
        for number in numbers
    ]
    return element(id_, rng.choice(("feature", "thread")), *practices)


def _places(framework: Plain) -> list[str]:
    practices = [one for part in framework["elements"] for one in part["practices"]]
    return [
        f"{one['id']}.{stage['id']}" if stage else one["id"]
        for one in practices
        for stage in (framework["stages"] if one["staged"] else (None,))
    ]


def agreements() -> Iterator[Plain]:
    """Records of the built-in framework in which several voices rate the same."""
    rng = Random(19)
    for number in range(30):
        places = rng.sample(POSITIONS, rng.choice((1, 2, 4, 10, 14)))
        records = [_record(rng, places, STAGES, i) for i in range(rng.choice((1, 2, 3, 5)))]
        yield {"records": records, "minimum_units": (1, 3, 20)[number % 3]}


def comparisons() -> Iterator[Plain]:
    """What two profiles are made of: mostly of one small framework and method."""
    rng = Random(23)
    for _ in range(25):
        first, second = (_results(rng, framework) for framework in [_framework(rng)] * 2)
        method = first["method"] if rng.random() < 0.8 else second["method"]
        yield {"first": first, "second": {**second, "method": method}}
