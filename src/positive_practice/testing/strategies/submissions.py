"""Answers and the submissions that hold them."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import code_list
from positive_practice.model.codes import SubmissionStatus
from positive_practice.model.framework import Framework, Position, Practice
from positive_practice.model.record import (
    Answer,
    Decision,
    Evidence,
    KeyFeature,
    Respondent,
    Submission,
)
from positive_practice.rules.integrity import NEVER_RESPONDENTS
from positive_practice.rules.subject import WITH_A_REASON
from positive_practice.scoring.settle import RATINGS
from positive_practice.testing.strategies.asked import (
    field_or_raise,
    flag_or_raise,
    framework_or_raise,
    position_or_raise,
    positions_or_raise,
)
from positive_practice.testing.strategies.derived import Strategy, derived, texts

__all__ = [
    "LAST_DAY",
    "answers",
    "codes",
    "consent",
    "days",
    "decisions",
    "few_at",
    "submissions",
    "workers",
]

MOST_ANSWERS = 4
LAST_DAY = 365
REFERENCES = (None, "a", "b")


def answers(
    *, framework: Framework | None = None, position: Position | None = None
) -> st.SearchStrategy[Answer]:
    """Answers that obey every rule, with a reason where one is needed.

    Args:
        framework: The framework that they are about; the built-in one unless told otherwise.
        position: The one position that they are about; any unless told otherwise.

    Returns:
        A strategy for answers; it shrinks to the first position not having happened.

    Raises:
        Misuse: If an argument is not what it takes.
        UnknownName: If the framework has no such position.

    Source:
        record.md, "The record" and "Problems".

    >>> strategy = answers()
    """
    chosen = framework_or_raise(framework=framework)
    if position is not None:
        return _answers_at(chosen, position_or_raise(position, chosen))
    return st.sampled_from(chosen.positions).flatmap(lambda place: _answers_at(chosen, place))


@functools.lru_cache(maxsize=1024)
def _answers_at(framework: Framework, position: Position) -> st.SearchStrategy[Answer]:
    return _said(Answer, framework, position, evidence=st.just(()) | _evidence())


@functools.lru_cache(maxsize=1024)
def decisions(framework: Framework, position: Position) -> st.SearchStrategy[Decision]:
    """What reviews decide about a position, with a rationale."""
    return _said(Decision, framework, position, rationale=texts())


def _said(cls: type[Any], framework: Framework, position: Position, **fields: Strategy) -> Strategy:
    """Answers or decisions at a position, whose rating and reason fit together."""
    practice = _practice(framework, position)

    def rated(rating: str) -> Strategy:
        return derived(
            cls,
            practice=st.just(practice.id),
            stage=st.just(position.stage),
            rating=st.just(rating),
            reason=st.sampled_from(_reasons(practice, rating) or (None,)),
            **fields,
        )

    by_rating = {rating: rated(rating) for rating in _ratings(practice)}
    return st.sampled_from(_ratings(practice)).flatmap(by_rating.__getitem__)


def _ratings(practice: Practice) -> tuple[str, ...]:
    """The ratings that a practice can have, together with a reason where one is needed."""
    return tuple(one for one in RATINGS if one not in WITH_A_REASON or _reasons(practice, one))


def _reasons(practice: Practice, rating: str) -> tuple[str, ...]:
    """The reasons that can stand with a rating of a practice."""
    can_be_unmet = {"condition_not_met": practice.may_not_apply is not None}
    fits = {**can_be_unmet, "stage_not_reached": practice.staged}
    listed = (code for code in code_list("reason") if code.more["for"] == rating)
    return tuple(code.code for code in listed if fits.get(code.code, True))


def submissions(
    *,
    framework: Framework | None = None,
    positions: Sequence[Position] | None = None,
    full: bool = False,
    id: str | None = None,  # noqa: A002  # the documents' own word
    revision: int | None = None,
    status: SubmissionStatus | None = None,
) -> st.SearchStrategy[Submission]:
    """Submissions: one revision each of a completed audit form.

    Args:
        framework: The framework that they are about; the built-in one unless told otherwise.
        positions: The positions that they may speak of; every one unless told otherwise.
        full: Whether they answer all of these, rather than a few.
        id: The id of them all; any unless told otherwise.
        revision: The revision of them all; any unless told otherwise.
        status: The status of them all; any unless told otherwise.

    Returns:
        A strategy for submissions; it shrinks to one without answers.

    Raises:
        Misuse: If an argument is not what it takes.
        UnknownName: If the framework has not one of the positions.
        InvalidValue: If a submission cannot have the id, the revision or the status.

    Source:
        record.md, "The record".

    >>> strategy = submissions(status="submitted")
    """
    chosen = framework_or_raise(framework=framework)
    spoken = positions_or_raise(positions, chosen)
    said = _every_answer if flag_or_raise("full", full) else _few_answers
    given = {"id": id, "revision": revision, "status": status}
    fields = {
        name: field_or_raise(Submission, name, value)
        for name, value in given.items()
        if value is not None
    }
    return _filled_in(said(chosen, spoken), fields)


@st.composite
def _filled_in(draw: st.DrawFn, said: Strategy, fields: Mapping[str, Any]) -> Submission:
    """Submissions that say something, some of whose fields are given."""
    return attrs.evolve(draw(_forms()), answers=draw(said), **fields)


@functools.cache
def _forms() -> st.SearchStrategy[Submission]:
    """Submissions before anything is answered."""
    return derived(
        Submission,
        respondent=derived(Respondent, role=workers(), agency_ref=st.sampled_from(REFERENCES)),
        answers=st.just(()),
        key_features=st.lists(derived(KeyFeature, practice=st.none()), max_size=2).map(tuple),
    )


@functools.lru_cache(maxsize=64)
def _every_answer(framework: Framework, positions: Sequence[Position]) -> Strategy:
    """An answer at each position: one byte chooses its rating, which makes many answers quick."""
    choices = [_plain_answers(framework, position) for position in positions]

    def chosen(numbers: bytes) -> tuple[Answer, ...]:
        pairs = zip(choices, numbers, strict=True)
        return tuple(answers[number % len(answers)] for answers, number in pairs)

    return st.binary(min_size=len(positions), max_size=len(positions)).map(chosen)


def _plain_answers(framework: Framework, position: Position) -> list[Answer]:
    """An answer of each rating, with its first reason and nothing else."""
    practice = _practice(framework, position)
    stage: Any = position.stage
    ratings: Any = _ratings(practice)
    reasons: dict[str, Any] = {one: (_reasons(practice, one) or (None,))[0] for one in ratings}
    return [
        Answer(practice=practice.id, stage=stage, rating=one, reason=reasons[one])
        for one in ratings
    ]


@functools.lru_cache(maxsize=64)
def _few_answers(framework: Framework, positions: Sequence[Position]) -> Strategy:
    def at(places: Sequence[Position]) -> Strategy:
        return st.tuples(*(_answers_at(framework, place) for place in places))

    return few_at(positions, MOST_ANSWERS).flatmap(at)


def few_at(positions: Sequence[Position], most: int) -> st.SearchStrategy[list[Position]]:
    """A few of some positions, each once."""
    if not positions:
        return st.builds(list[Position])
    return st.lists(st.sampled_from(positions), max_size=most, unique=True)


@functools.cache
def _evidence() -> Strategy:
    """Evidence: of any kind but a quote, or a quote with its safeguards."""
    kinds = [code for code in codes("evidence_kind") if code != "quote"]
    nothing = dict.fromkeys(("origin", "speaker_role", "consent", "anonymised_by"), st.none())
    other = derived(Evidence, kind=st.sampled_from(kinds), day=days(), **nothing)
    quote = derived(
        Evidence,
        kind=st.just("quote"),
        day=days(),
        origin=st.sampled_from(codes("quote_origin")),
        speaker_role=st.sampled_from(codes("role")),
        consent=consent(),
        anonymised_by=workers(),
    )
    return st.lists(st.one_of(other, quote), max_size=1).map(tuple)


@functools.lru_cache(maxsize=1024)
def _practice(framework: Framework, position: Position) -> Practice:
    return next(one for one in framework.practices if one.id == position.practice)


def codes(name: str) -> tuple[str, ...]:
    """The codes of a list.

    >>> codes("submission_status")
    ('draft', 'submitted', 'withdrawn')
    """
    return tuple(code.code for code in code_list(name))


def workers() -> st.SearchStrategy[str]:
    """Roles of people who can answer for their work."""
    return st.sampled_from([role for role in codes("role") if role not in NEVER_RESPONDENTS])


def consent() -> st.SearchStrategy[bool]:
    """Consent that was given."""
    return st.sampled_from((True,))


def days() -> st.SearchStrategy[int]:
    """Days inside the period of every generated record."""
    return st.integers(0, LAST_DAY)
