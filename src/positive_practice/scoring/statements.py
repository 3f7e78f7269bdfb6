"""Who said what at each position: the current answers, or the decision that stands over them."""

from collections.abc import Mapping

from positive_practice.model.explanation import Statement
from positive_practice.model.framework import Position
from positive_practice.model.record import Answer, AuditRecord, Respondent, Review
from positive_practice.scoring.settle import current_submissions, position_of

__all__ = ["statements"]


def statements(record: AuditRecord) -> Mapping[Position, tuple[Statement, ...]]:
    """What the current submissions say at each position, then what reviews decided, in sequence.

    Args:
        record: A record that obeys the integrity rules.

    Returns:
        The statements by position; positions at which nothing was said are missing.

    Source:
        scoring.md, section 2.
    """
    said: dict[Position, list[Statement]] = {}
    for submission in current_submissions(record):
        for answer in submission.answers:
            one = _answered(submission.respondent, answer)
            said.setdefault(position_of(answer), []).append(one)
    for review in sorted(record.reviews, key=lambda review: review.sequence):
        for position, one in _decided(review).items():
            said.setdefault(position, []).append(one)
    return {position: tuple(inside) for position, inside in said.items()}


def _answered(respondent: Respondent, answer: Answer) -> Statement:
    return Statement(
        by="submission",
        agencies=(respondent.agency,),
        role=respondent.role,
        rating=answer.rating,
        reason=answer.reason,
    )


def _decided(review: Review) -> dict[Position, Statement]:
    return {
        position_of(decision): Statement(
            by="review",
            agencies=review.agencies,
            role=None,
            rating=decision.rating,
            reason=decision.reason,
        )
        for decision in review.decisions
    }
