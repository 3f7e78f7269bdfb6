"""Audit records that have no error in mode ``submitted``."""

import functools
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import (
    Accountable,
    Action,
    AuditContext,
    AuditRecord,
    Case,
    Event,
    FrameworkRef,
    Outcome,
    OwnView,
    OwnViewReply,
    Period,
    Review,
    Submission,
    TextCheck,
)
from positive_practice.testing.strategies.asked import flag_or_raise, framework_or_raise
from positive_practice.testing.strategies.derived import (
    Strategy,
    derived,
    distinct,
    extensions,
    texts,
)
from positive_practice.testing.strategies.submissions import (
    LAST_DAY,
    codes,
    consent,
    days,
    decisions,
    few_at,
    submissions,
    workers,
)

__all__ = ["records"]

FEW_PLACES = 6
MOST = 2
MOST_OTHERS = 3
HIGHEST_REVISION = 3
FIRST = "s1"
OTHERS = ("s2", "s3")


def records(
    *, framework: Framework | None = None, full: bool = False
) -> st.SearchStrategy[AuditRecord]:
    """Audit records without an error in mode ``submitted``.

    Small ones speak of a few positions, often more than once: they hold differing answers,
    drafts, older and withdrawn revisions, and reviews.

    Args:
        framework: The framework that they are made under; the built-in one unless told otherwise.
        full: Whether they have every part, with several voices that answer every position.

    Returns:
        A strategy for records; it shrinks to one submission without answers.

    Raises:
        Misuse: If an argument is not what it takes.

    Source:
        record.md, "The record" and "Problems".

    >>> strategy = records(full=True)
    """
    chosen = framework_or_raise(framework=framework)
    return _records(chosen, full=flag_or_raise("full", full))


@st.composite
def _records(draw: st.DrawFn, framework: Framework, *, full: bool) -> AuditRecord:
    spoken = framework.positions if full else tuple(draw(_places(framework)))
    reference = FrameworkRef(
        id=framework.id, version=framework.version, tailoring=framework.tailoring
    )
    return AuditRecord(
        framework=reference,
        submissions=_submissions(draw, framework, spoken, full=full),
        reviews=_reviews(draw, framework, spoken, full=full),
        **draw(_everything_else(full=full)),
    )


def _places(framework: Framework) -> st.SearchStrategy[list[Position]]:
    """The few positions that a small record speaks of, so that answers meet."""
    some = st.sampled_from(framework.positions)
    return st.lists(some, min_size=1, max_size=FEW_PLACES, unique=True)


def _submissions(
    draw: st.DrawFn, framework: Framework, spoken: Sequence[Position], *, full: bool
) -> tuple[Submission, ...]:
    """Submissions of which the first one counts, whatever the others are."""

    def form(**fields: Any) -> Submission:
        return draw(submissions(framework=framework, positions=spoken, full=full, **fields))

    first = form(id=FIRST, revision=draw(st.integers(1, MOST)), status="submitted")
    keys = draw(_keys(least=int(full), taken=(FIRST, first.revision)))
    others = [
        # A newer revision of the first one would replace it, so it is a draft.
        form(id=id_, revision=revision, status="draft")
        if id_ == FIRST and revision > first.revision
        else form(id=id_, revision=revision)
        for id_, revision in keys
    ]
    place = draw(st.integers(0, len(others)))
    return (*others[:place], first, *others[place:])


@functools.cache
def _keys(*, least: int, taken: tuple[str, int]) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Ids and revisions of further submissions, which are not those of the first."""
    revisions = range(1, HIGHEST_REVISION + 1)
    every = [(id_, revision) for id_ in (*OTHERS, FIRST) for revision in revisions]
    pairs = st.sampled_from([one for one in every if one != taken])
    return st.lists(pairs, min_size=least, max_size=MOST_OTHERS, unique=True)


def _reviews(
    draw: st.DrawFn, framework: Framework, spoken: Sequence[Position], *, full: bool
) -> tuple[Review, ...]:
    sequences = st.lists(st.integers(1, 9), min_size=int(full), max_size=MOST, unique=True)
    return tuple(
        Review(
            sequence=sequence,
            decisions=tuple(draw(decisions(framework, one)) for one in draw(few_at(spoken, MOST))),
            **draw(_meetings()),
        )
        for sequence in draw(sequences)
    )


@functools.cache
def _meetings() -> st.SearchStrategy[dict[str, Any]]:
    """All of a review but its sequence and decisions."""
    whole = derived(Review, decisions=st.just(()), day=days())
    return whole.map(
        lambda one: {"agencies": one.agencies, "day": one.day, "young_person": one.young_person}
    )


@functools.cache
def _everything_else(*, full: bool) -> st.SearchStrategy[dict[str, Any]]:
    """All of a record but who said what, under which framework."""
    parts = _parts(least=int(full))
    period = st.just(Period(from_day=0, to_day=LAST_DAY))
    required: dict[str, Strategy] = {
        "record_id": st.uuids(version=4).map(str),
        "audit": derived(AuditContext),
        "case": derived(Case, period=period if full else st.none() | period),
    }
    always, sometimes = (parts, {}) if full else ({}, parts)
    return st.fixed_dictionaries({**required, **always}, optional=sometimes)


def _parts(least: int) -> dict[str, Strategy]:
    """The parts that a record can do without."""
    return {
        "own_view": derived(OwnView, answers=_replies(), offered_by=workers()),
        "events": _some(derived(Event, day=days(), note=texts()), least),
        "actions": distinct(_actions(), MOST, by="id", least=least),
        "outcomes": _some(derived(Outcome, day=days()), least),
        "text_check": derived(TextCheck),
        "extensions": extensions(),
    }


def _some(items: Strategy, least: int) -> Strategy:
    return st.lists(items, min_size=least, max_size=MOST).map(tuple)


def _replies() -> Strategy:
    """Replies of the young person; their own words have their safeguards."""
    questions = st.sampled_from(codes("own_view_question"))
    nothing = dict.fromkeys(("text", "consent", "anonymised_by"), st.none())
    silent = derived(OwnViewReply, question=questions, **nothing)
    safeguards = {"consent": consent(), "anonymised_by": workers()}
    spoken = derived(OwnViewReply, question=questions, text=texts(), **safeguards)
    return distinct(st.one_of(silent, spoken), MOST, by="question", least=1)


def _actions() -> st.SearchStrategy[Action]:
    return derived(
        Action,
        id=st.sampled_from(("act-1", "act-2", "act-3")),
        practices=st.just(()),
        accountable=derived(Accountable, role=workers()),
    )
