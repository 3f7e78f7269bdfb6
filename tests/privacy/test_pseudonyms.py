"""Record ids: random ones, and ones that only the holder of a key can make again."""

import base64
import hashlib
import hmac
import re
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positive_practice.errors import Misuse
from positive_practice.privacy.pseudonyms import pseudonymous_record_id, random_record_id

ONE = bytes.fromhex("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed")
TWO = bytes.fromhex("3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3")
LONG = bytes.fromhex(
    "62758e4a57b76feb1fc878387c4d2639e4bfbded06afb5f22227835d9fc63bfb"
    "d30df34447ae21ece6b1659c0abebd716f350e81c3439a3799172dca9b05f78f"
)


def test_random_ids_are_uuids_of_version_4():
    """record.md: `record_id` is random, a UUID in lower case."""
    first, second = random_record_id(), random_record_id()

    assert first != second
    assert uuid.UUID(first).version == 4
    assert first == first.lower()


@pytest.mark.parametrize(
    ("key", "identifier", "record_id"),
    [
        (ONE, "4711", "21e1dd86-c197-8cb0-b381-4d4f0c402a6d"),
        (TWO, "4711", "1296bb4f-9e70-8844-a1b0-c4773a529c80"),
        (LONG, "Case É 12", "8cc13891-d8e2-8ee0-8ae6-973d913a4abb"),
    ],
)
def test_known_answers(key, identifier, record_id):
    """Vectors made apart from the library, with a generic HMAC and the layout of RFC 9562."""
    assert pseudonymous_record_id(key, identifier) == record_id


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_it_is_the_hmac_with_version_and_variant_set(identifier):
    """record.md: "a UUID (version 8) from HMAC-SHA-256 under the system's own key"."""
    digest = bytearray(hmac.new(ONE, identifier.encode(), hashlib.sha256).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80

    record_id = pseudonymous_record_id(ONE, identifier)

    assert uuid.UUID(record_id).bytes == bytes(digest)
    assert uuid.UUID(record_id).version == 8
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", record_id)


def test_key_and_identifier_both_count():
    """The same again gives the same; another key or identifier gives another id."""
    ids = {pseudonymous_record_id(key, name) for key in (ONE, TWO) for name in ("1", "2")}

    assert len(ids) == 4
    assert pseudonymous_record_id(ONE, "1") in ids


@pytest.mark.parametrize(
    "key",
    [
        "a" * 32,
        bytearray(ONE),
        None,
        ONE[:31],
        b"",
        bytes(32),
        b"\xff" * 64,
        b"\x01\x02\x03" * 11,
        ONE[:16] * 2,
        ONE[:13] * 3,
        bytes(range(32)),
        bytes(range(64, 0, -2)),
        b"1234567890" * 4,
        b"98765432101928374650123456789018273645",
        b"correct horse battery staple again",
        b"the-quick-brown-fox_jumps_over_it",
        ONE.hex().encode(),
        ONE.hex().upper().encode(),
    ],
)
def test_a_key_that_can_be_guessed_is_refused(key):
    """record.md: a key of at least 256 bits; the advice says how to make one."""
    with pytest.raises(Misuse, match="secrets.token_bytes") as caught:
        pseudonymous_record_id(key, "4711")

    assert "4711" not in str(caught.value)


@given(st.binary(min_size=32, max_size=80).map(lambda seed: hashlib.sha512(seed).digest()))
def test_a_random_key_is_taken(key):
    """The checks turn no random key away."""
    assert pseudonymous_record_id(key, "4711")


@pytest.mark.parametrize("identifier", ["", None, 4711, b"4711"])
def test_an_identifier_is_a_text(identifier):
    """Anything else is a misuse, whose message does not repeat it."""
    with pytest.raises(Misuse, match="identifier") as caught:
        pseudonymous_record_id(ONE, identifier)

    assert "4711" not in str(caught.value)


@pytest.mark.parametrize(
    "key",
    [b"Sunnyside Children's Home, 2024!", b"Password123!Password456!Secret78",
     b"SECRET_KEY=changeme-please-2024-prod", bytes(20) + bytes(range(1, 13))],
)  # fmt: skip
def test_a_key_that_cannot_have_256_bits_is_refused(key):
    """Words, settings and padded keys are long enough in bytes, and easy to guess."""
    with pytest.raises(Misuse, match="easy to guess"):
        pseudonymous_record_id(key, "4711")


def test_a_random_key_as_text_is_taken():
    """What `secrets.token_urlsafe(32)` gives holds 256 bits."""
    key = base64.urlsafe_b64encode(hashlib.sha256(b"x").digest()).rstrip(b"=")

    assert pseudonymous_record_id(key, "4711")
