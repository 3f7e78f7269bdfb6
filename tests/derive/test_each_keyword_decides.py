"""Each keyword of each published schema decides a case: without it a document is judged otherwise.

What cannot decide alone is listed once, with its reason, and is shown not to decide.
"""

import functools
import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen
from jsonschema import Draft202012Validator
from jsonschema.validators import extend
from referencing import Registry

from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.derive.structure import structure
from positive_practice.problems.table import row
from support.keywords import occurrences, part_of, unlike, without
from support.scripts import ROOT

STRUCTURAL = {"text", "version", "structure"}

LONGEST = {
    "^[a-z0-9][a-z0-9_.-]{0,63}$": 64,
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": 10,
    "^[A-Z]{2}[1-9][0-9]?$": 4,
    "^[A-Z]{2}$": 2,
    "^[A-Z]{2}[1-9][0-9]?([.][a-z_]{1,64})?$": 69,
    "^[a-z]$": 1,
    "^[0-9a-f]{64}$": 64,
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$": 36,
}
"""The longest text that each pattern takes; those that are not here take texts of any length."""

ONE_LENGTH = {pattern for pattern in LONGEST if pattern.count("{0,") + pattern.count("?") == 0}
"""The patterns among them that take texts of one length alone."""


@frozen
class Idle:
    """Why a keyword cannot decide alone: what stands beside it decides the same."""

    keyword: tuple[str, ...]
    beside: Callable[[dict[str, Any]], bool]
    reason: str

    def covers(self, schema, steps):
        """Whether a keyword of a schema is one of these."""
        size = len(self.keyword)
        return steps[-size:] == self.keyword and self.beside(part_of(schema, steps[:-size]))


IDLE = [
    Idle(
        ("type",),
        lambda beside: all(isinstance(code, str) for code in beside.get("enum", [None])),
        "every code of the list beside it is text",
    ),
    Idle(
        ("propertyNames", "type"),
        lambda beside: beside["propertyNames"]["type"] == "string",
        "the names in an object are always text",
    ),
    Idle(
        ("not", "type"),
        lambda beside: beside["type"] == "string",
        "what is no text is forbidden by the type beside it, so nothing else need be allowed here",
    ),
    Idle(
        ("maxLength",),
        lambda beside: LONGEST.get(beside.get("pattern"), 10**9) <= beside["maxLength"],
        "the pattern takes no longer text, and `not` no line break that an engine lets follow it",
    ),
    Idle(
        ("not",),
        lambda beside: (
            beside.get("pattern") in ONE_LENGTH
            and LONGEST[beside["pattern"]] == beside["maxLength"]
        ),
        "the pattern takes texts of one length, and maxLength no line break after them",
    ),
    Idle(
        ("maxItems",),
        lambda beside: (
            beside.get("uniqueItems")
            and len(beside["items"].get("enum", range(10**9))) <= beside["maxItems"]
        ),
        "the codes of the list are no more than that, and each may stand there once",
    ),
]


def each_item_once(validator, items, instance, _):
    """``items``, where an item that stands there many times is looked at once."""
    if isinstance(instance, list):
        for item in {id(one): one for one in instance}.values():
            yield from validator.descend(item, items)


Validator = extend(Draft202012Validator, {"items": each_item_once})
"""The independent validator, quick where a list is full of one item; it can fetch nothing."""


def judge(schema):
    """The verdict of a schema on a value, as a function."""
    return Validator(schema, registry=Registry()).is_valid


@functools.cache
def published(name):
    """The schema of a document as it is published."""
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_bytes())


def deciding(schema):
    """Of each keyword: a document on which it decides, in a list, or None; and the verdict."""
    whole, found = judge(schema), {}
    for one in occurrences(schema):
        rest = judge(without(schema, one.steps))
        cases = ([case] for case in one.documents if whole(case) == one.takes != rest(case))
        found[one.steps] = (next(cases, None), one.takes)
    return found


@functools.cache
def judged(name):
    """What was found of a published schema."""
    return deciding(published(name))


def structurer_takes(value, name):
    """Whether the structurer finds no problem of structure."""
    problems = structure(value, DOCUMENTS[name]).problems
    return all(row(one.code).group not in STRUCTURAL for one in problems)


def idle(schema, keywords):
    """Those of the keywords that the table says cannot decide."""
    return {steps for steps in keywords if any(one.covers(schema, steps) for one in IDLE)}


def undecided(found):
    """The keywords that decided no case."""
    return {steps for steps, (case, _) in found.items() if case is None}


def matters(schema, keyword):
    """Whether some value among many is judged otherwise once a keyword of its schema is gone."""
    whole, rest = judge(schema), judge(without(schema, keyword))
    return any(whole(value) != rest(value) for value in unlike(schema))


def every_keyword(schema, steps=()):
    """The way to every keyword of a schema, or to each member of what names fields."""
    for keyword, value in schema.items():
        here = (*steps, keyword)
        if keyword in {"properties", "$defs"}:
            for name, inner in value.items():
                yield from [(*here, name)] if keyword == "properties" else []
                yield from every_keyword(inner, (*here, name))
        elif keyword == "required":
            yield from ((*here, i) for i in range(len(value)))
        elif keyword not in {"$schema", "$id", "$comment", "title", "description"}:
            yield here
        if keyword in {"items", "not", "propertyNames"}:
            yield from every_keyword(value, here)
        if keyword == "anyOf":
            for i, inner in enumerate(value):
                yield from every_keyword(inner, (*here, i))


def test_every_published_schema_is_looked_at():
    """The schemas in the folder are those of the documents."""
    files = (ROOT / "schemas").glob("*.schema.json")

    assert {one.name.removesuffix(".schema.json") for one in files} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_keyword_is_looked_at(name):
    """The documents reach every definition, and no keyword that says more than words is left."""
    assert set(every_keyword(published(name))) <= set(judged(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_keyword_decides_a_case(name):
    """Whatever is taken out of a schema, a document is judged otherwise, but for the table's."""
    found = judged(name)

    assert undecided(found) - idle(published(name), found) == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_structurer_agrees_on_each_of_these_cases(name):
    """On every document on which one keyword decides, the structurer says the same."""
    cases = {steps: (case, expected) for steps, (case, expected) in judged(name).items() if case}

    differing = [
        steps
        for steps, ([case], expected) in cases.items()
        if structurer_takes(case, name) != expected
    ]

    assert differing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_limit_may_be_reached(name):
    """What reaches a limit is taken by the schema and by the structurer."""
    schema, found = published(name), judged(name)
    takes = judge(schema)
    limits = [one for one in occurrences(schema) if one.within and found[one.steps][0]]

    unreached = [
        one.steps
        for one in limits
        if not any(takes(case) and structurer_takes(case, name) for case in one.within)
    ]

    assert limits
    assert unreached == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_table_lists_decides_nothing(name):
    """No keyword that is listed as idle decides a case."""
    found = judged(name)

    assert idle(published(name), found) - undecided(found) == set()


def fragments(one):
    """Each different schema of one value, without its words, in which a row says it is idle."""
    found = set()
    for name in DOCUMENTS:
        for steps in judged(name):
            if one.covers(published(name), steps):
                beside = part_of(published(name), steps[: -len(one.keyword)])
                words = {key: value for key, value in beside.items() if key != "description"}
                found.add(json.dumps(words))
    return [json.loads(text) for text in sorted(found)]


@pytest.mark.parametrize("one", IDLE, ids=lambda one: "/".join(one.keyword))
def test_each_row_of_the_table_holds(one):
    """Each row is needed, and among many values none is judged otherwise without its keyword."""
    covered = fragments(one)

    assert covered
    assert [schema for schema in covered if matters(schema, one.keyword)] == []


TOKEN, LINE_BREAK = "^[a-z0-9][a-z0-9_.-]{0,63}$", {"type": "string", "pattern": "[\\r\\n]"}
TEXT = {"type": "string", "not": LINE_BREAK}
NEARLY_IDLE = {
    "a list that is not of texts alone": (("type",), {"type": "string", "enum": ["a", 7]}),
    "null allowed": (("not", "type"), {**TEXT, "type": ["string", "null"], "pattern": TOKEN}),
    "shorter": (("maxLength",), {**TEXT, "maxLength": 63, "pattern": TOKEN}),
    "a line break fits": (("not",), {**TEXT, "maxLength": 3, "pattern": "^[A-Z]{2}$"}),
    "many lengths": (("not",), {**TEXT, "maxLength": 64, "pattern": TOKEN}),
    "fewer than the codes": (
        ("maxItems",),
        {"type": "array", "items": {"enum": ["a", "b"]}, "maxItems": 1, "uniqueItems": True},
    ),
    "repeats allowed": (("maxItems",), {"type": "array", "items": {"enum": ["a"]}, "maxItems": 1}),
}


@pytest.mark.parametrize(("keyword", "schema"), NEARLY_IDLE.values(), ids=NEARLY_IDLE)
def test_the_table_stops_where_a_keyword_begins_to_decide(keyword, schema):
    """A keyword that is only nearly idle is seen to decide, and is not covered by the table."""
    assert matters(schema, keyword)
    assert idle(schema, [keyword]) == set()


REPETITIVE = {
    "a length beside a pattern": (("properties", "id"), {"minLength": 1}),
    "a second list": (("$defs", "Removal", "properties", "stages"), {"minItems": 0}),
    "a limit beside another": (("$defs", "Edition"), {"maxProperties": 9, "propertyNames": TEXT}),
}


@pytest.mark.parametrize(("steps", "more"), REPETITIVE.values(), ids=REPETITIVE)
def test_a_keyword_that_decides_nothing_is_found(steps, more):
    """A keyword too many in a schema is seen, so that the tests above say something."""
    schema = json.loads(json.dumps(published("tailoring")))
    part_of(schema, steps).update(more)

    found = deciding(schema)

    assert undecided(found) - idle(schema, found) >= {(*steps, next(iter(more)))}
