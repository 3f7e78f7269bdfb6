"""Canonical JSON (RFC 8785): plain values -> bytes that are the same everywhere."""

import hashlib

import rfc8785

from positive_practice.text.strict_json import Json

__all__ = ["canonical", "digest"]


def canonical(value: Json) -> bytes:
    """The canonical form of plain values.

    Args:
        value: What ``strict_json.parse`` returns.

    Returns:
        UTF-8 bytes without white space, keys sorted by UTF-16 code units.

    Source:
        RFC 8785.

    >>> canonical({"b": 1, "a": [True, None]})
    b'{"a":[true,null],"b":1}'
    """
    return rfc8785.dumps(value)


def digest(value: Json) -> str:
    """The SHA-256 of the canonical form, as 64 hexadecimal digits.

    >>> digest({})[:8]
    '44136fa3'
    """
    return hashlib.sha256(canonical(value)).hexdigest()
