"""The rules agree with a second implementation of record.md on random records."""

import random
from collections import Counter
from functools import cache, lru_cache
from typing import Any

import pytest

from oracle import rules as oracle
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord
from positive_practice.rules.check import check_document
from support.frameworks import TAILORING, random_removal, without
from support.records import as_record, random_record

pytestmark = pytest.mark.volume

SEEDS = range(12)
RECORDS_A_SEED = 260


@cache
def base() -> dict[str, Any]:
    """The built-in framework as plain values."""
    return unstructure(shipped_framework())


def found(record: AuditRecord, mode: str, framework: Framework | None) -> Counter[Any]:
    """What the library finds."""
    problems = check_document(record, mode=mode, framework=framework).problems
    return Counter((one.code, one.pointer, one.position, one.severity) for one in problems)


def random_tailoring(rng: random.Random) -> tuple[Framework, dict[str, Any]]:
    """A tailored framework, and the document of its tailoring."""
    practices, stages = random_removal(rng)
    remove = {"practices": list(practices), "stages": list(stages)}
    return without(shipped_framework(), practices, stages), {**TAILORING, "remove": remove}


@pytest.fixture(autouse=True)
def remembered_states(monkeypatch):
    """Let the oracle settle each position of a record once; several rules ask for it."""
    remembered = lru_cache(maxsize=100)(oracle.World.settle)
    monkeypatch.setattr(
        oracle.World,
        "settle",
        lambda *args: remembered(*args),  # noqa: PLW0108  # a function becomes a method, a cache does not
    )


@pytest.mark.parametrize("clean", [True, False])
@pytest.mark.parametrize("seed", SEEDS)
def test_problems(seed, clean):
    """Codes, pointers, positions and severities are those of the oracle in all four modes."""
    rng = random.Random(2 * seed + clean)
    for _ in range(RECORDS_A_SEED // 2):
        framework, tailoring = random_tailoring(rng) if rng.random() < 0.4 else (None, None)
        plain = random_record(rng, clean=clean, tailoring=TAILORING if tailoring else None)
        record = as_record(plain)

        for mode in oracle.MODES:
            expected = oracle.problems(plain, base(), mode, tailoring)
            assert found(record, mode, framework) == Counter(expected)


def test_clean_records_are_clean():
    """Records made to be clean break no integrity rule; the others break each of them."""
    rng = random.Random(1)
    clean = [random_record(rng) for _ in range(200)]
    arbitrary = [random_record(rng, clean=False) for _ in range(800)]

    assert all(check_document(as_record(one)).document is not None for one in clean)
    codes = {p.code for one in arbitrary for p in check_document(as_record(one)).problems}
    assert codes == set(oracle.INTEGRITY)


@pytest.mark.parametrize("mode", oracle.MODES)
def test_every_quality_code_is_met(mode):
    """The random records break every quality rule of a mode, so that agreement says something."""
    rng = random.Random(2)
    framework, tailoring = without(shipped_framework(), ("MA5", "GA1"), ("planning",)), TAILORING
    records = [random_record(rng, tailoring=tailoring) for _ in range(400)]

    codes = {code for one in records for code, *_ in found(as_record(one), mode, framework)}

    assert codes == {code for code in oracle.QUALITY if oracle.severity(code, mode) != "-"}


def test_a_tailoring_that_is_not_at_hand_is_checked_against_the_base():
    """A record whose tailoring is not at hand is checked as if nothing were tailored away."""
    rng = random.Random(4)
    for _ in range(30):
        record = random_record(rng, tailoring=TAILORING)

        expected = Counter(oracle.problems(record, base(), "agreed", None))

        assert found(as_record(record), "agreed", None) == expected
