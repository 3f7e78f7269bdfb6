"""Settling: everything a record says about each position -> one state (scoring.md, section 2)."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from positive_practice.errors import UnknownName
from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import Answer, AuditRecord, Decision, Submission
from positive_practice.model.state import LEVELS, State, is_answered, span
from positive_practice.model.terms import METHODS

__all__ = [
    "LEVEL_OF",
    "RATINGS",
    "answers_by_position",
    "current_submissions",
    "levels_by_voice",
    "method_or_raise",
    "newest_submissions",
    "position_at",
    "position_of",
    "settle",
    "settle_heard",
]

Voice: TypeAlias = tuple[str, str | None]
Said: TypeAlias = list[tuple[Voice, str]]
Place: TypeAlias = tuple[str, str | None]
"""The practice and stage of a position."""

LEVEL_OF: Mapping[str, int] = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}
RATINGS = (*LEVEL_OF, "not_applicable", "not_known", "no_record")
BIT: Mapping[str, int] = {rating: 1 << place for place, rating in enumerate(RATINGS)}
"""A bit for each rating: all that agreed settling asks is which of them were heard."""
NOT_REACHED = 1 << len(RATINGS)


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
    current, index = current_submissions(record), _index(framework)
    heard = list(_silence(framework, frozenset(record.case.stages_reached)))
    for one in current:
        for answer in one.answers:
            i = index.get((answer.practice, answer.stage))
            if i is not None:
                heard[i] |= BIT[answer.rating]
    states = list(map(settle_heard, heard))
    if method != "agreed":
        _settle_spreads(states, index, current, method)
    for place, rating in _decided_by_place(record).items():
        if place in index:
            states[index[place]] = settle_decided(rating)
    return tuple(states)


@functools.lru_cache(maxsize=32)
def _index(framework: Framework) -> Mapping[Place, int]:
    """Which of the positions stands at each place."""
    return {(one.practice, one.stage): i for i, one in enumerate(framework.positions)}


@functools.lru_cache(maxsize=512)
def _silence(framework: Framework, reached: frozenset[str]) -> tuple[int, ...]:
    """What is heard at each position before anybody says anything: whether it was reached.

    Where ``stages_reached`` is not given, every stage counts as reached.
    """
    return tuple(
        NOT_REACHED if one.stage is not None and reached and one.stage not in reached else 0
        for one in framework.positions
    )


def _settle_spreads(
    states: list[State], index: Mapping[Place, int], current: Iterable[Submission], method: str
) -> None:
    """Give each position with levels the one level that a method gives it."""
    for place, said in _answers_by_place(current).items():
        if place in index and is_answered(states[index[place]]):
            states[index[place]] = _at_one(states[index[place]], said, method)


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
    return {Position(*place): said for place, said in _answers_by_place(submissions).items()}


def _answers_by_place(submissions: Iterable[Submission]) -> dict[Place, Said]:
    said: dict[Place, Said] = {}
    for one in submissions:
        voice = (one.respondent.agency, one.respondent.agency_ref)
        for answer in one.answers:
            said.setdefault((answer.practice, answer.stage), []).append((voice, answer.rating))
    return said


def _decided_by_place(record: AuditRecord) -> dict[Place, str]:
    """The rating that was decided at each decided position, by the review of highest sequence."""
    in_order = sorted(record.reviews, key=lambda review: review.sequence)
    return {
        (one.practice, one.stage): one.rating for review in in_order for one in review.decisions
    }


def position_of(said: Answer | Decision) -> Position:
    """The position that an answer or a decision is about."""
    return position_at(said.practice, said.stage)


@functools.lru_cache(maxsize=4096)
def position_at(practice: str, stage: str | None) -> Position:
    """The position of a practice and stage: one and the same object, as far as can be."""
    return Position(practice, stage)


def settle_decided(rating: str) -> State:
    """A decision is the state: a level is rated, otherwise that code."""
    if rating in LEVEL_OF:
        return span(LEVEL_OF[rating], LEVEL_OF[rating])
    return State[rating.upper()]


@functools.cache
def settle_heard(heard: int) -> State:
    """Settle what the current answers at one position say, under the method ``agreed``.

    Args:
        heard: The bits of the ratings that anybody gave there, and of a stage not reached.

    Returns:
        The state of the position; ``State.UNANSWERED`` if nobody said anything.

    Source:
        scoring.md, section 2, step 2.

    >>> settle_heard(BIT["mostly"] | BIT["fully"])
    <State.SPREAD_2_3: 9>
    """
    ratings = {rating for rating, bit in BIT.items() if heard & bit}
    levels = sorted(LEVEL_OF[rating] for rating in ratings & LEVEL_OF.keys())
    not_applicable = "not_applicable" in ratings or heard & NOT_REACHED
    if levels and not_applicable:
        return State.CONTESTED
    if levels:
        return span(levels[0], levels[-1])
    if not_applicable:
        return State.NOT_APPLICABLE
    return _strongest_silence(ratings)


def _at_one(state: State, said: Said, method: str) -> State:
    """The level to which a spread settles under ``lowest`` or ``lower_median``."""
    is_lowest = method == "lowest"
    level = LEVELS[state][0] if is_lowest else lower_median(levels_by_voice(said).values())
    return span(level, level)


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
