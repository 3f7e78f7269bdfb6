"""The published schema and the structurer say the same of every document (record.md, edges)."""

import functools
from collections import Counter
from random import Random

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from positive_practice.catalogue.documents import DOCUMENTS, schema
from positive_practice.derive.structure import structure
from positive_practice.model.shape import Array, Object, fields_of
from positive_practice.problems.table import row
from support.documents import cases, document, places

pytestmark = pytest.mark.volume

STRUCTURAL = {"text", "version", "structure"}
HOW_MANY = dict.fromkeys(DOCUMENTS, 1350) | {"audit-record": 10_000, "framework": 550}


@functools.cache
def validator(name):
    """An independent validator of a document, which can fetch nothing."""
    return Draft202012Validator(schema(name), registry=Registry())


def structural_codes(value, name):
    """The codes of the problems that are about structure, as the table groups them."""
    problems = structure(value, DOCUMENTS[name]).problems
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


def classes_of(cls):
    """A document class and all that it holds."""
    found, waiting = [], [cls]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.append(one)
            shapes = [getattr(field.shape, "item", field.shape) for field in fields_of(one)]
            waiting += [shape.cls for shape in shapes if isinstance(shape, Object)]
    return found


def arrays():
    """Every array, once, that can be filled to its limit: its document, and its field's name."""
    seen = {}
    for name, cls in DOCUMENTS.items():
        for owner in classes_of(cls):
            for field in fields_of(owner):
                if isinstance(field.shape, Array) and field.shape.bounds.maximum <= 500:
                    seen.setdefault((owner.__name__, field.name), (name, field.name))
    return sorted(set(seen.values()))


def with_array(name, field):
    """A valid document in which an array has an item, and the place of the array."""
    random = Random(f"{name} {field}")
    while True:
        value = document(random, DOCUMENTS[name])
        for place in places(value, DOCUMENTS[name]):
            if place.key == field and isinstance(place.shape, Array) and place.value:
                return value, place


def keywords_broken(value, name):
    """The schema keywords that a document breaks, those inside alternatives too."""
    errors = list(validator(name).iter_errors(value))
    for error in errors:
        errors.extend(error.context)
    return {error.validator for error in errors}


@pytest.mark.parametrize(("name", "field"), arrays())
def test_an_array_is_full_at_the_same_number_of_items(name, field):
    """Schema and structurer find an array too long from the same number of items on."""
    value, place = with_array(name, field)
    limit, item = place.shape.bounds.maximum, place.value[0]

    place.put([item] * limit)
    at_limit = (
        "too_many" in structural_codes(value, name),
        "maxItems" in keywords_broken(value, name),
    )
    place.put([item] * (limit + 1))
    past_it = (
        "too_many" in structural_codes(value, name),
        "maxItems" in keywords_broken(value, name),
    )

    assert (at_limit, past_it) == ((False, False), (True, True))
