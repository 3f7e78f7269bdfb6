"""Near-valid records: every label is true."""

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.testing import NEAR_VALID_CODES, near_valid_records

ALONE = ("version", "structure", "integrity")
NOT_OF_ONE_RECORD = {"tailored_away"}
FOUND_WHERE_ASKED_FOR = {"possible_personal_data", "method_words"}


@pytest.mark.parametrize("code", NEAR_VALID_CODES)
def test_labels_are_true(code):
    """Checking the record in its mode finds the fault; what refuses a record stands alone."""

    @settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
    @given(near_valid_records(codes=[code]))
    def every(near):
        report = pp.check(near.record, mode=near.mode)

        found = {problem.code for problem in report.problems}
        assert near.code == code
        assert code in found
        if pp.row(code).group in ALONE:
            assert found == {code}

    every()


def test_every_fault_of_a_record_is_there():
    """There is a way to make each problem that one record can have, of itself."""
    groups = {*ALONE, "quality"}
    expected = {code for code, row in pp.rows().items() if row.group in groups}

    assert set(NEAR_VALID_CODES) == expected - NOT_OF_ONE_RECORD - FOUND_WHERE_ASKED_FOR


@settings(max_examples=10)
@given(near_valid_records(), st.data())
def test_near_valid_records_are_plain(near, data):
    """The record is plain values of its own: changing it changes no other."""
    near.record.clear()

    assert data.draw(near_valid_records(codes=[near.code])).record


def test_a_code_that_is_none_is_refused():
    """A misspelt code lists those that there are."""
    with pytest.raises(pp.UnknownName, match="duplicate_answer"):
        find(near_valid_records(codes=["duplicate_anser"]), lambda _: True)
