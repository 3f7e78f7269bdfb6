"""The law M1 of combining (scoring.md, section 8): no method of settling has a part in it."""

import random

from hypothesis import given
from hypothesis import strategies as st

import positive_practice as pp
from positive_practice.model.plain import unstructure
from support.parts import parts_of, value_of, without_repeats
from support.records import as_record, random_record


@given(seed=st.integers(0, 10**9))
def test_m1_combining(seed):
    """M1. Combining is commutative, associative and idempotent, and combining the parts of a
    record by submission gives the record.
    """
    rng = random.Random(seed)
    plain = without_repeats(random_record(rng))
    parts = [as_record(part) for part in parts_of(plain, rng)]
    cut = rng.randint(0, len(parts) - 1)

    whole = pp.combine(parts)

    assert value_of(unstructure(whole)) == value_of(plain)
    assert pp.combine(rng.sample(parts, len(parts))) == whole
    assert pp.combine([*parts, parts[0]]) == whole
    assert pp.combine([pp.combine(parts[: cut + 1]), *parts[cut + 1 :]]) == whole
    assert pp.combine([*parts[:cut], pp.combine(parts[cut:])]) == whole
    assert pp.combine([whole, whole]) == pp.combine([whole]) == whole
