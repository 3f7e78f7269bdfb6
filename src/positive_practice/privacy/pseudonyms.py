"""Ids for records: random, or from a key and an identifier so that a case system can link back."""

import hashlib
import hmac
import itertools
import uuid

from positive_practice.errors import Misuse

__all__ = ["pseudonymous_record_id", "random_record_id"]

SHORTEST_KEY = 32
FEWEST_BYTES = 12  # different ones; of 32 random bytes about 30 differ
RUN = 4  # the same byte so often in a row: once in half a million random keys
SHORTEST_TEXT = 43  # what 256 bits take in base64
VERSION_BITS = 0x8 << 76
VARIANT_BITS = 0b10 << 62
ADVICE = "make one with secrets.token_bytes(32), and keep it apart from the records"


def random_record_id() -> str:
    """A record id that stands for nothing: a random UUID. The right one unless you must link back.

    Returns:
        A UUID of version 4, in small letters.

    >>> len(random_record_id())
    36
    """
    return str(uuid.uuid4())


def pseudonymous_record_id(key: bytes, identifier: str) -> str:
    """A record id that whoever holds the key can make again from a case system's identifier.

    *Pseudonymous* means: without the key nobody can tell whose record it is, and with the key
    everybody can. So the record is still personal data. Keep the key apart from the records, never
    publish either beside the other, and use one key for one purpose. A plain hash is not offered:
    identifiers are few enough to try them all, and only a secret key stops that.

    Args:
        key: At least 32 random bytes, such as ``secrets.token_bytes(32)``; if they are letters and
            signs, at least 43, such as ``secrets.token_urlsafe(32).encode()``.
        identifier: The identifier in the case system, not empty; always written in the same way.

    Returns:
        A UUID of version 8 (RFC 9562) from HMAC-SHA-256 of the identifier's UTF-8 bytes: the first
        128 bits, with version and variant set.

    Raises:
        Misuse: If the key is no bytes, too short or easy to guess, or there is no identifier.

    Source:
        record.md, "The record".

    >>> import hashlib  # only so that this example is the same each time: never derive a real key
    >>> pseudonymous_record_id(hashlib.sha256(b"an example").digest(), "4711")
    'a9fbb929-2c3c-8e3b-9a20-bb75185acc4e'
    """
    _check_key(key)
    if not isinstance(identifier, str) or not identifier:
        raise Misuse("an identifier is a str that is not empty")
    digest = hmac.digest(key, identifier.encode("utf-8", "surrogatepass"), hashlib.sha256)
    bits = int.from_bytes(digest[:16], "big")
    bits = bits & ~(0xF << 76) | VERSION_BITS
    bits = bits & ~(0b11 << 62) | VARIANT_BITS
    return str(uuid.UUID(int=bits))


def _check_key(key: bytes) -> None:
    if not isinstance(key, bytes):
        raise Misuse(f"a key is bytes, not text: {ADVICE}")
    if len(key) < SHORTEST_KEY:
        raise Misuse(f"a key has at least {SHORTEST_KEY} bytes: {ADVICE}")
    if _is_pattern(key) or _is_text_of_one_class(key) or _is_short_text(key):
        raise Misuse(f"this key is easy to guess: {ADVICE}")


def _is_pattern(key: bytes) -> bool:
    """Whether a key has few different bytes, repeats a part of itself, or counts evenly."""
    if len(set(key)) < FEWEST_BYTES:
        return True
    if any(key[at : at + RUN] == key[at : at + 1] * RUN for at in range(len(key) - RUN + 1)):
        return True
    periods = range(1, len(key) // 2 + 1)
    if any(key[period:] == key[:-period] for period in periods):
        return True
    return len({(after - before) % 256 for before, after in itertools.pairwise(key)}) == 1


def _is_text_of_one_class(key: bytes) -> bool:
    """Whether a key is only letters, only digits, hexadecimal, or words with spaces between."""
    if not key.isascii():
        return False
    text = key.decode("ascii").replace(" ", "").replace("-", "").replace("_", "")
    return (
        text.isalpha() or text.isdigit() or all(mark in "0123456789abcdefABCDEF" for mark in text)
    )


def _is_short_text(key: bytes) -> bool:
    """Whether a key is text that is too short to hold 256 bits, as passwords are."""
    is_text = all(32 <= byte < 127 for byte in key)  # noqa: PLR2004  # what ASCII prints
    return is_text and (len(key) < SHORTEST_TEXT or b" " in key)
