"""Near-valid records: each has one known fault, and says by which problem code it is found."""

import copy
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from positive_practice.model.terms import MODES
from positive_practice.problems.table import row
from positive_practice.testing.strategies.asked import names_or_raise
from positive_practice.testing.strategies.derived import plain
from positive_practice.testing.strategies.records import records
from positive_practice.testing.strategies.spoil_rules import spoilers_of_rules
from positive_practice.testing.strategies.spoil_shape import Spoil, spoilers_of_shape

__all__ = ["NEAR_VALID_CODES", "NearValid", "near_valid_records"]

SPOILERS: Mapping[str, Spoil] = MappingProxyType({**spoilers_of_shape(), **spoilers_of_rules()})

NEAR_VALID_CODES: tuple[str, ...] = tuple(SPOILERS)
"""The problem codes that near-valid records are made for.

Not among them: faults of a text that is no JSON, `tailored_away`, which needs a tailoring at hand,
what only a check of the free texts finds, and what other documents than records can have.
"""


@frozen(kw_only=True)
class NearValid:
    """A record with one known fault.

    Args:
        code: The code of the problem that checking the record must find.
        mode: A mode in which it must find it.
        record: The record, as plain JSON values.
    """

    code: str
    mode: str
    record: dict[str, Any]


def near_valid_records(*, codes: Sequence[str] = NEAR_VALID_CODES) -> st.SearchStrategy[NearValid]:
    """Records with one known fault: what a checker must find, whatever else it finds.

    A fault of version or structure stands alone; with one of integrity no other error is found.

    Args:
        codes: The problem codes to make records for.

    Returns:
        A strategy for near-valid records.

    Raises:
        Misuse: If there is no code.
        UnknownName: If a code is none of ``NEAR_VALID_CODES``.

    Source:
        record.md, "Problems".

    >>> strategy = near_valid_records(codes=["duplicate_answer"])
    """
    return _near_valid(names_or_raise("codes", "near-valid code", codes, NEAR_VALID_CODES))


@st.composite
def _near_valid(draw: st.DrawFn, codes: Sequence[str]) -> NearValid:
    code = draw(st.sampled_from(codes))
    looked_at = [mode for mode in MODES if row(code).severity[mode] is not None]
    record = copy.deepcopy(draw(plain(records())))
    SPOILERS[code](draw, record)
    return NearValid(code=code, mode=draw(st.sampled_from(looked_at)), record=record)
