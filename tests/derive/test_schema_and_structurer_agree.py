"""The published schema and the structurer say the same of every document (record.md, edges)."""

import functools
from collections import Counter

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from support.documents import cases, document, places

from positive_practice.catalogue.documents import DOCUMENTS, schema
from positive_practice.derive.structure import structure
from positive_practice.model.shape import Array, fields_of
from positive_practice.problems.table import row

STRUCTURAL = {"text", "version", "structure"}
HOW_MANY = {name: 10_000 if name == "audit-record" else 1_250 for name in DOCUMENTS}
PRACTICE_IDS = [f"GA{number}" for number in range(1, 100)]


@functools.cache
def validator(name):
    """An independent validator of a document, which can fetch nothing."""
    return Draft202012Validator(schema(name), registry=Registry())


def structural_codes(value, name):
    """The codes of the problems that are about structure, as the table groups them."""
    _, problems = structure(value, DOCUMENTS[name])
    return [one.code for one in problems if row(one.code).group in STRUCTURAL]


@pytest.fixture(scope="module")
def verdicts():
    """What both say of 20,000 documents, and where they differ."""
    counted, differing, codes = Counter(), [], set()
    for seed, (name, count) in enumerate(HOW_MANY.items()):
        for number, case in enumerate(cases(seed, DOCUMENTS[name], count)):
            found = structural_codes(case.value, name)
            if validator(name).is_valid(case.value) != (not found):
                differing.append((name, number, found))
            counted.update([("refused" if found else "taken"), "near" if case.near else "far"])
            codes.update(found)
    return counted, differing, codes


def test_twenty_thousand_documents_are_judged_alike(verdicts):
    """Schema and structurer agree on every document that the reader's limits let through."""
    _, differing, _ = verdicts

    assert differing == []


def test_the_twenty_thousand_are_worth_judging(verdicts):
    """Each verdict falls on a fifth of them at least, and at least a third are nearly valid."""
    counted, _, _ = verdicts

    assert counted["taken"] + counted["refused"] == 20_000
    assert counted["taken"] >= 4_000
    assert counted["refused"] >= 4_000
    assert counted["near"] >= 20_000 / 3


def test_the_twenty_thousand_meet_every_structural_problem(verdicts):
    """No problem code of structure or version goes untried."""
    _, _, codes = verdicts

    assert codes >= {
        "bad_format",
        "bad_text",
        "missing_field",
        "not_unique",
        "out_of_range",
        "too_few",
        "too_long",
        "too_many",
        "too_short",
        "unknown_code",
        "unknown_field",
        "unsupported_version",
        "wrong_type",
    }


def arrays():
    """Every array of every document whose limit can be filled in a test: name, owner, field."""
    seen = {}
    for name, cls in DOCUMENTS.items():
        for owner in classes_of(cls):
            for field in fields_of(owner):
                if isinstance(field.shape, Array) and field.shape.bounds.maximum <= 500:
                    seen.setdefault((owner.__name__, field.name), (name, field.name))
    return sorted({(name, field) for name, field in seen.values()})


def classes_of(cls):
    """A document class and all that it holds."""
    found, waiting = [], [cls]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.append(one)
            shapes = [getattr(field.shape, "item", field.shape) for field in fields_of(one)]
            waiting += [shape.cls for shape in shapes if hasattr(shape, "cls")]
    return found


@pytest.mark.parametrize(("name", "field"), arrays())
def test_an_array_is_taken_at_its_limit_and_refused_past_it(name, field):
    """Both draw the line of an array at the same number of items, the limit of record.md."""
    value, place = with_field(name, field)
    limit = place.shape.bounds.maximum
    for count, fits in ((limit, True), (limit + 1, False)):
        place.put(distinct_items(place, count))

        taken_by_both = (validator(name).is_valid(value), not structural_codes(value, name))

        if fits and len(place.value) < limit:
            continue  # a closed list has fewer codes than the array has room
        assert taken_by_both == (fits, fits)


def with_field(name, field):
    """A valid document in which a field stands somewhere, and its place."""
    import random

    source = random.Random(f"{name} {field}")
    while True:
        value = document(source, DOCUMENTS[name])
        for place in places(value, DOCUMENTS[name]):
            if place.key == field and isinstance(place.shape, Array) and place.value:
                return value, place


def distinct_items(place, count):
    """That many items; where each may stand only once, as many as there are."""
    first = place.value[0]
    if not place.shape.bounds.unique:
        return [first] * count
    codes = getattr(place.shape.item, "codes", ())
    pool = list(codes) or (PRACTICE_IDS if first[:1].isupper() else list("abcdefghijkl"))
    pool += [practice.replace("GA", "MA") for practice in PRACTICE_IDS] if first[:1].isupper() else []
    pool += [practice.replace("GA", "CF") for practice in PRACTICE_IDS] if first[:1].isupper() else []
    return pool[:count]
