"""Settling: everything a record says about each position -> one state (scoring.md, section 2)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from positive_practice.errors import UnknownName
from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import Answer, AuditRecord, Decision, Submission
from positive_practice.model.state import State, span
from positive_practice.model.terms import METHODS

__all__ = [
    "current_submissions",
    "deciding",
    "method_or_raise",
    "newest_submissions",
    "settle",
    "settle_said",
]

Voice: TypeAlias = tuple[str, str | None]
Said: TypeAlias = list[tuple[Voice, str]]

LEVEL_OF: Mapping[str, int] = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}


def settle(record: AuditRecord, framework: Framework, method: str = "agreed") -> tuple[State, ...]:
    """Settle every position of a record.

    Args:
        record: A record that obeys the integrity rules.
        framework: The framework whose positions are settled.
        method: ``agreed``, or ``lowest`` or ``lower_median``, which change only a spread.

    Returns:
        The state of each of ``framework.positions``, in order.

    Raises:
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 2.
    """
    method_or_raise(method)
    said = answers_by_position(current_submissions(record))
    decided = {position: decision.rating for position, decision in deciding(record).items()}
    reached = record.case.stages_reached
    return tuple(
        settle_decided(decided[position])
        if position in decided
        else settle_said(said.get(position, []), method, reached=_is_reached(position, reached))
        for position in framework.positions
    )


def method_or_raise(method: str) -> str:
    """The method, if there is such a method."""
    if method not in METHODS:
        raise UnknownName("method", METHODS)
    return method


def current_submissions(record: AuditRecord) -> tuple[Submission, ...]:
    """The submissions that count: of each id the highest revision that is no draft, if submitted.

    Args:
        record: The record.

    Returns:
        The current submissions, in the record's order.

    Source:
        scoring.md, section 2.
    """
    finished = [one for one in record.submissions if one.status != "draft"]
    return tuple(one for one in _newest(finished) if one.status == "submitted")


def newest_submissions(record: AuditRecord) -> tuple[Submission, ...]:
    """Of each submission id the newest revision, whatever its status (record.md, mode draft)."""
    return _newest(record.submissions)


def _newest(submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    newest: dict[str, Submission] = {}
    for one in submissions:
        if one.id not in newest or one.revision > newest[one.id].revision:
            newest[one.id] = one
    return tuple(one for one in submissions if one is newest[one.id])


def answers_by_position(submissions: Iterable[Submission]) -> dict[Position, Said]:
    """Who said which rating at each position; a voice is an agency with its reference."""
    said: dict[Position, Said] = {}
    for one in submissions:
        voice = (one.respondent.agency, one.respondent.agency_ref)
        for answer in one.answers:
            said.setdefault(position_of(answer), []).append((voice, answer.rating))
    return said


def deciding(record: AuditRecord) -> dict[Position, Decision]:
    """The decision at each decided position: that of the review of the highest sequence."""
    in_order = sorted(record.reviews, key=lambda review: review.sequence)
    return {position_of(decision): decision for review in in_order for decision in review.decisions}


def position_of(said: Answer | Decision) -> Position:
    """The position that an answer or a decision is about."""
    return Position(said.practice, said.stage)


def settle_decided(rating: str) -> State:
    """A decision is the state: a level is rated, otherwise that code."""
    if rating in LEVEL_OF:
        return span(LEVEL_OF[rating], LEVEL_OF[rating])
    return State[rating.upper()]


def settle_said(said: Said, method: str = "agreed", *, reached: bool = True) -> State:
    """Settle what the current answers at one position say.

    Args:
        said: Each voice with a rating that it gave there, in any order and number.
        method: ``agreed``, ``lowest`` or ``lower_median``.
        reached: False if the position's stage was not reached in the case.

    Returns:
        The state of the position; ``State.UNANSWERED`` if nobody said anything.

    Source:
        scoring.md, section 2, step 2.

    >>> settle_said([(("police", None), "mostly"), (("housing", None), "fully")])
    <State.SPREAD_2_3: 9>
    """
    ratings = {rating for _, rating in said}
    levels = sorted(LEVEL_OF[rating] for rating in ratings & LEVEL_OF.keys())
    not_applicable = "not_applicable" in ratings or not reached
    if levels and not_applicable:
        return State.CONTESTED
    if levels:
        return _range(levels, said, method)
    if not_applicable:
        return State.NOT_APPLICABLE
    return _strongest_silence(ratings)


def _range(levels: list[int], said: Said, method: str) -> State:
    if method == "lowest":
        return span(levels[0], levels[0])
    if method == "lower_median":
        middle = lower_median(levels_by_voice(said).values())
        return span(middle, middle)
    return span(levels[0], levels[-1])


def levels_by_voice(said: Said) -> dict[Voice, int]:
    """The lower median of each voice's levels."""
    levels: dict[Voice, list[int]] = {}
    for voice, rating in said:
        if rating in LEVEL_OF:
            levels.setdefault(voice, []).append(LEVEL_OF[rating])
    return {voice: lower_median(given) for voice, given in levels.items()}


def lower_median(values: Iterable[int]) -> int:
    """The value at index (n - 1) // 2 of n sorted values.

    >>> lower_median([3, 0, 2, 1])
    1
    """
    in_order = sorted(values)
    return in_order[(len(in_order) - 1) // 2]


def _strongest_silence(ratings: set[str]) -> State:
    """Which open state: a vain look says more than not knowing, that more than nothing."""
    if "no_record" in ratings:
        return State.NO_RECORD
    return State.NOT_KNOWN if "not_known" in ratings else State.UNANSWERED


def _is_reached(position: Position, reached: tuple[str, ...]) -> bool:
    """Where ``stages_reached`` is not given, every stage counts as reached."""
    return position.stage is None or not reached or position.stage in reached
