"""Practice, never a person: nothing that the library offers has a place for a risk or a rank."""

from collections.abc import Iterator

import pytest

import positive_practice as pp
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.cli.app import app

FORBIDDEN = {code.code.replace("_", "") for code in pp.code_list("forbidden_extension_key")}
"""The keys that extensions may not have, as they are compared."""


def fields_of(schema: object) -> Iterator[str]:
    """The names of the fields of every object in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for inner in parts_of(schema):
        yield from fields_of(inner)


def parts_of(value: object) -> list[object]:
    """What is directly inside a plain value."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def is_forbidden(name: str) -> bool:
    """Whether a name says who somebody is, or scores, ranks or predicts about a person."""
    return name.replace("_", "").replace("-", "").lower() in FORBIDDEN


def test_the_list_knows_what_it_forbids():
    """The ears work: a risk score, a rank and a name are on the list."""
    assert all(map(is_forbidden, ["risk_score", "Rank", "date-of-birth", "RAG"]))
    assert not is_forbidden("coverage")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_has_a_field_for_a_risk_a_rank_or_an_identity(name):
    """What extensions may not smuggle in is nowhere in the documents themselves."""
    fields = set(fields_of(pp.schema(name)))

    assert fields
    assert not set(filter(is_forbidden, fields))


def test_no_code_has_such_a_meaning():
    """Nor is it a code of a list."""
    lists = [name for name in pp.code_lists() if name != "forbidden_extension_key"]
    codes = {code.code for name in lists for code in pp.code_list(name)}

    assert not set(filter(is_forbidden, codes))


def test_no_public_name_and_no_command_offers_it():
    """Nor can it be called."""
    assert not set(filter(is_forbidden, [*pp.__all__, *app]))
