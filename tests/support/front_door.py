"""What the front door is tried with: a good record, and one for each error that refuses it."""

from fractions import Fraction

import pytest

import positive_practice as pp
from support.frameworks import TAILORING, weighted, without
from support.records import as_record, plain_record, said_at, submission
from support.samples import changed

GOOD = plain_record([submission([said_at(("GA1", None), "fully")])])
NEWER = changed(GOOD, "/schema_version", "9.0")
FOREIGN = changed(GOOD, "/framework/version", "9.0")
BROKEN = plain_record([submission([said_at(("GA1", "planning"), "fully")])])
MALFORMED = changed(GOOD, "/case", {})

REFUSED = [
    (NEWER, pp.UnsupportedVersion),
    (FOREIGN, pp.UnknownFramework),
    (BROKEN, pp.InvalidDocument),
    (MALFORMED, pp.InvalidDocument),
]
refusals = pytest.mark.parametrize(
    ("plain", "error"), REFUSED, ids=["version", "framework", "integrity", "structure"]
)

GIVEN = weighted(without(pp.framework(), practices=("GA2",)), {"GA1": Fraction(1, 3)})
TAILORED = changed(GOOD, "/framework/tailoring", TAILORING)


def good():
    """A record without a problem of integrity."""
    return as_record(GOOD)


def broken():
    """A record that breaks an integrity rule, as a document."""
    return as_record(BROKEN)
