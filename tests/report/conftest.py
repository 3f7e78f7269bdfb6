"""What the tests of the reports share: the example records, and contents made from records."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import pytest

from positive_practice.api import loads
from positive_practice.batch.reader import Accounting
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import notice as shipped_notice
from positive_practice.model.record import AuditRecord
from positive_practice.report.content import Content, Gatherer
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally

AUDIT = Path(__file__).parents[2] / "examples" / "audit.jsonl"
TODAY = dt.date(2026, 3, 1)

MakeContent = Callable[..., Content]


@pytest.fixture(scope="session")
def records() -> tuple[AuditRecord, ...]:
    """The twelve records of the example audit."""
    return tuple(loads(line) for line in AUDIT.read_bytes().splitlines() if line.strip())


@pytest.fixture(scope="session")
def content_of() -> MakeContent:
    """Makes the content of records; keyword arguments change the framework or the content."""

    def make(records: Sequence[AuditRecord], *, framework=None, overall=None, **changes) -> Content:
        chosen = framework or shipped_framework()
        gatherer = Gatherer()
        for record in records:
            gatherer.add(record)
        content = gatherer.content(
            profile=make_profile(make_tally(records, chosen, "agreed"), chosen, overall),
            accounting=Accounting(
                read=len(records) + 1, accepted=len(records), refused=0, blank=1, duplicate=0
            ),
            notice=shipped_notice(),
            framework=chosen,
            today=TODAY,
        )
        return attrs.evolve(content, **changes)

    return make


@pytest.fixture(scope="session")
def cohort(records, content_of) -> Content:
    """The content of the example audit."""
    return content_of(records)
