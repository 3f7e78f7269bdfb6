"""Invented records: a seed -> audit records that look like those of a real audit."""

from collections.abc import Iterator
from uuid import UUID

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.errors import Misuse
from positive_practice.model.codes import Stage, YesNoNotKnown
from positive_practice.model.framework import Framework
from positive_practice.model.record import AuditContext, AuditRecord, Case, Period, TextCheck
from positive_practice.samples.answers import submissions
from positive_practice.samples.choices import chance, pick, weighted
from positive_practice.samples.reviews import reviews
from positive_practice.samples.story import Outline, Story, outline_of, stream, tell
from positive_practice.samples.support import actions, outcomes, own_view
from positive_practice.samples.timeline import events
from positive_practice.text.plain import is_whole

__all__ = ["sample"]

HIGHEST_SEED = 2**64 - 1
PURPOSE = "Invented records, for trying things out. They are about nobody."
FIRST_DAYS = (-60, -30, -14, 0)
CONCERNS: tuple[tuple[YesNoNotKnown, int], ...] = (("no", 86), ("yes", 7), ("not_known", 7))


def sample(n: int, *, seed: int = 0, framework: Framework | None = None) -> Iterator[AuditRecord]:
    """Make believable records that are invented, for trying things out.

    They have no error in mode ``submitted``, and look like an audit of good examples: three to
    five agencies a record that mostly agree, with the weaker points that such an audit finds.
    Their figures say nothing about practice anywhere.

    Args:
        n: How many records; each is made when it is asked for.
        seed: Which records, from 0 to 2**64 - 1. The same seed gives the same records, byte for
            byte, on every platform and Python version; a record does not depend on ``n``.
        framework: The framework if it is not the built-in one.

    Returns:
        An iterator over the records.

    Raises:
        Misuse: If ``n`` or ``seed`` is not such a whole number.

    Source:
        design.md, "The house"; every record obeys record.md.

    >>> [record.case.population for record in sample(2, seed=1)]
    ['child_in_care', 'care_leaver']
    """
    if not is_whole(n) or n < 0:
        raise Misuse("sample takes how many records to make, from 0 up: pp.sample(10)")
    if not is_whole(seed) or not 0 <= seed <= HIGHEST_SEED:
        raise Misuse("seed takes a whole number from 0 to 2**64 - 1: pp.sample(10, seed=1)")
    outline = outline_of(shipped_framework() if framework is None else framework)
    return (_record(seed, number, outline) for number in range(n))


def _record(seed: int, number: int, outline: Outline) -> AuditRecord:
    story = tell((seed, number), outline)
    said = submissions(story)
    checked = chance(stream(story.key, "text check"), 50)
    return AuditRecord(
        record_id=_record_id(story),
        framework=outline.reference,
        audit=AuditContext(id=f"sample-{seed}", selection="positive_examples", purpose=PURPOSE),
        case=_case(story),
        submissions=said,
        reviews=reviews(story, said),
        own_view=own_view(story),
        events=events(story),
        actions=actions(story),
        outcomes=outcomes(story),
        text_check=TextCheck(checked_by="audit_lead") if checked else None,
    )


def _record_id(story: Story) -> str:
    """A UUID in the form of a random one (version 4), from the seed and number alone."""
    drawn = stream(story.key, "record id")
    whole = b"".join(next(drawn).to_bytes(4, "big") for _ in range(4))
    return str(UUID(bytes=whole, version=4))


def _case(story: Story) -> Case:
    drawn = stream(story.key, "about the case")
    known = story.outline.stages
    stages: tuple[Stage, ...] = tuple(stage for stage in story.reached if stage in known)
    return Case(
        population=story.population,
        age_band=story.age_band,
        young_person_view=story.view,
        period=Period(from_day=pick(drawn, FIRST_DAYS), to_day=story.last_day),
        stages_reached=stages,
        concern_raised=weighted(drawn, CONCERNS),
    )
