"""The law R1 of what is written (scoring.md, section 8): what comes back is equal."""

import gzip
import io
import json
import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from support.frameworks import weighted, without
from support.laws import every_method
from support.records import as_record, random_record
from support.samples import AGREEMENT, COMPARISON, NOTICE, TAILORING


def results_of(records, method, overall):
    """Every result that is made of records."""
    tally = pp.tally(records, method=method)
    profile = pp.score(tally, overall=overall)
    yield from (tally, profile, pp.compare(profile, profile), pp.explain(tally, "MA"))
    yield pp.agreement(records, minimum_units=0)
    for one in records:
        yield from (
            one,
            pp.agenda(one),
            pp.explain(one, "GA", method=method),
            pp.check(pp.dumps(one)),
        )


def read_back(data):
    """The records of a file."""
    with pp.read_records(io.BytesIO(data)) as reader:
        return list(reader)


@every_method
@given(
    seed=st.integers(0, 10**9),
    count=st.integers(0, 2),
    overall=st.sampled_from([None, "pooled", "mean_of_elements"]),
)
def test_r1_what_is_written_comes_back(method, seed, count, overall):
    """R1. `loads(dumps(x)) == x` in every lossless format.

    The formats are JSON for every document, and for records JSON Lines and arrays, gzip or not.
    """
    rng = random.Random(seed)
    records = [as_record(random_record(rng)) for _ in range(count)]
    written = [pp.dumps(one) for one in records]
    lines, array = b"\n".join(written), b"[" + b",".join(written) + b"]"

    for one in results_of(records, method, overall):
        assert pp.loads(pp.dumps(one), type=type(one)) == one
    for data in (lines, array):
        assert read_back(data) == read_back(gzip.compress(data)) == records


@pytest.mark.parametrize(
    ("cls", "plain"),
    [
        (pp.Comparison, COMPARISON),
        (pp.Agreement, AGREEMENT),
        (pp.Tailoring, TAILORING),
        (pp.UrgentHelpNotice, NOTICE),
    ],
)
def test_documents_by_hand_come_back(cls, plain):
    """Documents typed by hand come back as they were, to the last byte."""
    one = pp.loads(json.dumps(plain), type=cls)

    written = pp.dumps(one)

    assert json.loads(written) == plain
    assert pp.loads(written, type=cls) == one
    assert pp.dumps(pp.loads(written, type=cls)) == written


@pytest.mark.parametrize(
    "one",
    [
        pp.framework(),
        without(weighted(pp.framework(), {"GA1": Fraction(5, 7)}), ("VY3",), ("delivery",)),
        pp.notice(),
        pp.check("{"),
        pp.check({}, mode="publish"),
    ],
    ids=["framework", "tailored", "notice", "text problem", "structure problems"],
)
def test_documents_without_records_come_back(one):
    """Frameworks, the notice and reports come back equal."""
    assert pp.loads(pp.dumps(one), type=type(one)) == one
