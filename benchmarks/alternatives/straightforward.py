"""json, jsonschema and cattrs, as most projects would put them together, and fractions by hand."""

import json
from typing import Any

import cattrs

import positive_practice as pp
from alternatives.plain_classes import Record
from alternatives.scoring import element_scores

VALIDATOR = pp.schema_validator("audit-record")
CONVERTER = cattrs.Converter()


def schema_errors(plain: Any) -> list[Any]:
    """Every error of plain values under the published schema, and nothing else."""
    return list(VALIDATOR.iter_errors(plain))


def structure(plain: Any) -> Record:
    """Plain values as objects, checked by nobody."""
    return CONVERTER.structure(plain, Record)


def read(data: bytes) -> Record:
    """Parse, validate, structure."""
    plain = json.loads(data)
    errors = schema_errors(plain)
    if errors:
        raise errors[0]
    return structure(plain)


def score(data: bytes) -> dict[str, Any]:
    """Read and score one record."""
    return element_scores([read(data)])
