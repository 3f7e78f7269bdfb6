"""The published schemas for users of jsonschema: a registry, and a validator that is safe."""

import functools
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource

from positive_practice.catalogue.documents import DOCUMENTS, schema

__all__ = ["schema_registry", "schema_validator"]


@functools.cache
def schema_registry() -> Registry[Any]:
    """Every published schema by its ``$id``, for schemas of yours that refer to ours.

    Returns:
        A ``referencing.Registry`` that holds our schemas and fetches nothing.

    Source:
        record.md, "The other documents".

    >>> "urn:positive-practice:schema:tally:1.0" in schema_registry()
    True
    """
    resources = (Resource[Any].from_contents(schema(name)) for name in DOCUMENTS)
    empty: Registry[Any] = Registry()
    return resources @ empty


def schema_validator(name: str) -> Validator:
    """A jsonschema validator of a document, as any other draft 2020-12 validator would judge it.

    Args:
        name: The document's name, such as ``audit-record``.

    Returns:
        The validator; it resolves references within the published schemas only.

    Raises:
        UnknownName: If there is no such document; the error lists those that exist.

    >>> schema_validator("audit-record").is_valid({})
    False
    """
    return Draft202012Validator(schema(name), registry=schema_registry())
