"""The published JSON Schemas: portable, closed, described, and the same as the derived ones."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from positive_practice.catalogue.documents import DOCUMENTS, schema
from positive_practice.errors import UnknownName
from positive_practice.model.shape import fields_of, shape_of
from support.scripts import ROOT, script

NAMES = [
    "framework",
    "tailoring",
    "audit-record",
    "tally",
    "profile",
    "comparison",
    "agreement",
    "validation-report",
    "urgent-help-notice",
]

PORTABLE = {
    "$defs",
    "$id",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "not",
    "pattern",
    "properties",
    "propertyNames",
    "required",
    "title",
    "type",
    "uniqueItems",
}
"""Keywords that every validator tried reads alike; design.md names those to stay away from."""

PORTABLE_PATTERN = re.compile(
    r"\^?(?:[A-Za-z0-9/-]|\\u[0-9a-f]{4}|\\[rn]|\[(?:[A-Za-z0-9_.-]|\\u[0-9a-f]{4}|\\[rn])+\]"
    r"|[()|?*+]|\{[0-9]+(?:,[0-9]+)?\})+\$?"
)
"""Literals, plain character classes, groups and counts: no shorthand class, no look-around."""


def subschemas(value):
    """A schema and every schema within it."""
    yield value
    for keyword, inner in value.items():
        if keyword in {"properties", "$defs"}:
            for one in inner.values():
                yield from subschemas(one)
        elif keyword == "anyOf":
            for one in inner:
                yield from subschemas(one)
        elif keyword in {"items", "not", "propertyNames"}:
            yield from subschemas(inner)


def object_schemas(name):
    """The schema of a document and those of its parts, by title."""
    top = schema(name)
    return {one["title"]: one for one in (top, *top["$defs"].values())}


def test_every_document_of_the_specification_has_a_schema():
    """record.md, "The other documents": nine documents, each with a published schema."""
    assert list(DOCUMENTS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_passes_the_metaschema(name):
    """Every schema is valid under draft 2020-12 and names it."""
    Draft202012Validator.check_schema(schema(name))

    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_known_by_a_stable_urn(name):
    """The id names document and version, and is nothing that could be fetched."""
    assert schema(name)["$id"] == f"urn:positive-practice:schema:{name}:1.0"
    assert [one for one in subschemas(schema(name)) if "$id" in one] == [schema(name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_uses_portable_keywords_only(name):
    """No conditional, no prefix item, no pattern property: what every validator reads alike."""
    used = {keyword for one in subschemas(schema(name)) for keyword in one}

    assert used <= PORTABLE


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_uses_portable_patterns_only(name):
    """No shorthand class, no look-around, no named script: every engine reads these alike."""
    patterns = {one["pattern"] for one in subschemas(schema(name)) if "pattern" in one}

    assert [one for one in patterns if PORTABLE_PATTERN.fullmatch(one) is None] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_anchored_pattern_also_refuses_line_breaks(name):
    """`$` lets a trailing line break through in some engines, so a second pattern says no."""
    for one in subschemas(schema(name)):
        if one.get("pattern", "").endswith("$"):
            assert one["not"] == {"type": "string", "pattern": "[\\r\\n]"}
            assert one["maxLength"] > 0


@pytest.mark.parametrize("name", NAMES)
def test_no_reference_leaves_the_file(name):
    """One flat file a document: every reference is to a local definition that exists."""
    references = {one["$ref"] for one in subschemas(schema(name)) if "$ref" in one}

    assert references == {f"#/$defs/{part}" for part in schema(name)["$defs"]}


@pytest.mark.parametrize("name", NAMES)
def test_every_object_is_closed(name):
    """record.md: no unknown key is accepted anywhere but inside `extensions`."""
    is_open = [
        one
        for one in subschemas(schema(name))
        if "properties" in one and one.get("additionalProperties") is not False
    ]

    assert is_open == []


@pytest.mark.parametrize("name", NAMES)
def test_every_text_and_array_has_a_limit(name):
    """record.md: every text has a maximum length, every array a maximum size."""
    for one in subschemas(schema(name)):
        kinds = one["type"] if isinstance(one.get("type"), list) else [one.get("type")]
        if "string" in kinds and "enum" not in one and set(one) != {"type", "pattern"}:
            assert "maxLength" in one
        if "array" in kinds:
            assert "maxItems" in one
            assert "items" in one


@pytest.mark.parametrize("name", NAMES)
def test_every_object_and_field_says_what_it_is(name):
    """Each object has a title and a description, each of its fields a description: sentences."""
    for title, one in object_schemas(name).items():
        assert re.fullmatch(r"[A-Z][a-z]*( [a-z]+)*", title)
        for words in (one["description"], *(p["description"] for p in one["properties"].values())):
            assert re.search(r"[.)]$", words), words
            assert words == " ".join(words.split())


def test_what_a_record_requires_is_what_the_specification_requires():
    """record.md marks with `r` what is required; checked here against a list typed from it."""
    parts = object_schemas("audit-record")
    required = {title: set(one["required"]) for title, one in parts.items()}

    assert required == {
        "Audit record": {
            "schema_version", "record_id", "framework", "audit", "case", "submissions",
        },
        "Framework ref": {"id", "version"},
        "Edition": {"id", "version"},
        "Audit context": {"id", "selection"},
        "Case": {"population", "young_person_view"},
        "Period": {"from_day", "to_day"},
        "Submission": {"id", "revision", "status", "respondent", "answers"},
        "Respondent": {"agency", "role", "relation"},
        "Answer": {"practice", "rating"},
        "Evidence": {"kind", "text"},
        "Key feature": {"text"},
        "Review": {"sequence", "agencies", "decisions"},
        "Decision": {"practice", "rating"},
        "Own view": {"answers"},
        "Own view reply": {"question", "view"},
        "Event": {"kind", "day"},
        "Action": {"id", "scope", "what", "responsible", "status", "practices"},
        "Responsible": {"role"},
        "Accountable": {"role", "agency"},
        "Outcome": {"kind", "change", "source"},
        "Text check": {"checked_by"},
    }  # fmt: skip


def test_a_record_has_the_fields_of_the_specification():
    """record.md, "The record": every field by name, checked against a list typed from it."""
    parts = object_schemas("audit-record")
    names = {title: " ".join(sorted(one["properties"])) for title, one in parts.items()}

    assert names == {
        "Audit record": "actions audit case events extensions framework outcomes own_view "
        "record_id reviews schema_version submissions text_check",
        "Framework ref": "id tailoring version",
        "Edition": "id version",
        "Audit context": "id purpose selection",
        "Case": "age_band concern_raised period population stages_reached young_person_view",
        "Period": "from_day to_day",
        "Submission": "answers id key_features note respondent revision status",
        "Respondent": "agency agency_ref basis relation role",
        "Answer": "evidence note practice rating reason stage",
        "Evidence": "anonymised_by consent day kind origin speaker_role text",
        "Key feature": "practice text worth_sharing",
        "Review": "agencies day decisions sequence young_person",
        "Decision": "dissent practice rating rationale reason stage",
        "Own view": "answers day offered_by",
        "Own view reply": "anonymised_by consent question text view",
        "Event": "agencies day kind note stage workers",
        "Action": "accountable due_day id practices responsible scope status what",
        "Responsible": "agency role",
        "Accountable": "agency role",
        "Outcome": "change day kind note source",
        "Text check": "checked_by",
    }


LIMITS = [
    ("Audit record", "submissions", "maxItems", 100),
    ("Audit record", "reviews", "maxItems", 50),
    ("Audit record", "events", "maxItems", 500),
    ("Audit record", "actions", "maxItems", 200),
    ("Audit record", "outcomes", "maxItems", 50),
    ("Audit context", "purpose", "maxLength", 500),
    ("Case", "stages_reached", "maxItems", 4),
    ("Submission", "revision", "maximum", 1000),
    ("Submission", "answers", "maxItems", 100),
    ("Submission", "key_features", "maxItems", 5),
    ("Submission", "note", "maxLength", 1000),
    ("Answer", "note", "maxLength", 1000),
    ("Answer", "evidence", "maxItems", 20),
    ("Evidence", "text", "maxLength", 4000),
    ("Evidence", "day", "minimum", -730),
    ("Evidence", "day", "maximum", 730),
    ("Key feature", "text", "maxLength", 500),
    ("Review", "sequence", "minimum", 1),
    ("Review", "sequence", "maximum", 1000),
    ("Review", "agencies", "minItems", 1),
    ("Review", "agencies", "maxItems", 24),
    ("Review", "decisions", "maxItems", 100),
    ("Decision", "rationale", "maxLength", 1000),
    ("Decision", "dissent", "maxItems", 24),
    ("Own view", "answers", "minItems", 1),
    ("Own view", "answers", "maxItems", 5),
    ("Own view reply", "text", "maxLength", 500),
    ("Event", "agencies", "maxItems", 10),
    ("Event", "workers", "maxItems", 10),
    ("Event", "note", "maxLength", 300),
    ("Action", "what", "maxLength", 500),
    ("Action", "practices", "maxItems", 22),
    ("Outcome", "note", "maxLength", 300),
    ("Audit record", "extensions", "maxProperties", 20),
]


@pytest.mark.parametrize(("title", "field", "keyword", "limit"), LIMITS)
def test_a_limit_of_a_record_is_that_of_the_specification(title, field, keyword, limit):
    """record.md, "The record": sizes and ranges, checked against a table typed from it."""
    assert object_schemas("audit-record")[title]["properties"][field][keyword] == limit


def test_arrays_of_codes_stages_letters_and_practices_hold_each_item_once():
    """record.md: exactly those arrays of a record are unique."""
    unique = {
        f"{title}.{name}"
        for title, one in object_schemas("audit-record").items()
        for name, field in one["properties"].items()
        if field.get("uniqueItems")
    }

    assert unique == {
        "Case.stages_reached",
        "Review.agencies",
        "Decision.dissent",
        "Event.agencies",
        "Event.workers",
        "Action.practices",
    }


def test_a_schema_is_a_fresh_copy():
    """Whoever changes the schema that they were given changes nobody else's."""
    schema("tally")["properties"].clear()

    assert schema("tally")["properties"]


def test_a_schema_that_does_not_exist_lists_those_that_do():
    """A wrong name is answered with the right ones, not with itself."""
    with pytest.raises(UnknownName) as caught:
        schema("audit_record")

    assert caught.value.known == tuple(NAMES)


def test_no_document_has_lists_inside_lists():
    """A shape that could not be told apart in other formats is refused when it is written."""
    from typing import Annotated

    from positive_practice.model.constraints import Items, Text

    inner = Annotated[tuple[Annotated[str, Text(1)], ...], Items(0, 1)]

    with pytest.raises(TypeError):
        shape_of(Annotated[tuple[inner, ...], Items(0, 1)])


@pytest.mark.parametrize("name", sorted(script("generate_schemas").derived()))
def test_a_shipped_schema_is_the_published_one(name):
    """What the library judges by is byte for byte what integrators have."""
    data = ROOT / "src" / "positive_practice" / "catalogue" / "data" / "schemas"

    assert (data / name).read_bytes() == (ROOT / "schemas" / name).read_bytes()


@pytest.mark.parametrize("name", sorted(script("generate_schemas").published()))
def test_a_published_file_is_current(name):
    """What stands in `schemas/` is byte for byte what the package derives or ships."""
    path = ROOT / "schemas" / name

    is_current = path.exists() and path.read_bytes() == script("generate_schemas").published()[name]

    assert is_current, "run scripts/generate_schemas.py"


def test_every_published_file_is_explained():
    """The page beside the published files names each of them."""
    page = (ROOT / "schemas" / "README.md").read_text("utf-8")

    assert [one.name for one in (ROOT / "schemas").glob("*.json") if one.name not in page] == []


@pytest.mark.parametrize(
    ("schema_name", "file_name"),
    [("framework", "framework.json"), ("urgent-help-notice", "urgent-help-notice.json")],
)
def test_a_published_document_obeys_its_published_schema(schema_name, file_name):
    """The shipped framework and notice are documents like any other."""
    folder = ROOT / "schemas"
    published = json.loads((folder / f"{schema_name}.schema.json").read_text("utf-8"))
    document = json.loads((folder / file_name).read_text("utf-8"))

    assert list(Draft202012Validator(published).iter_errors(document)) == []


def test_an_optional_field_is_left_out_and_one_without_default_is_null():
    """record.md: in a record absent rather than null; results write every key."""
    for name, cls in DOCUMENTS.items():
        for field in fields_of(cls):
            assert field.required or name == "audit-record"
            assert not (field.nullable and name == "audit-record")
