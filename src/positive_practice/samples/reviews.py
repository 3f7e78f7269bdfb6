"""What a meeting decides about an invented case: a story and its submissions -> reviews."""

from collections.abc import Sequence

from attrs import frozen

from positive_practice.model.codes import Agency, Rating, YoungPersonPart
from positive_practice.model.record import Decision, Review, Submission
from positive_practice.samples.choices import Draws, between, chance, pick, several, weighted
from positive_practice.samples.story import Place, Story, stream
from positive_practice.samples.texts import AGREED_ANYWAY, NOT_NEEDED, RATIONALES, SECOND_LOOK

__all__ = ["reviews"]

PARTS: tuple[tuple[YoungPersonPart, int], ...] = (
    ("took_part", 32),
    ("represented", 28),
    ("not_present", 34),
    ("not_known", 6),
)


@frozen
class Said:
    """A rating given at a place, and by which type of service."""

    agency: Agency
    rating: Rating


def reviews(story: Story, submitted: Sequence[Submission]) -> tuple[Review, ...]:
    """The reviews of a case: none in about half, seldom two.

    Args:
        story: What is true in the case.
        submitted: Its submissions.

    Returns:
        The reviews, the earlier one first.
    """
    drawn = stream(story.key, "review")
    if not chance(drawn, 52):
        return ()
    first = _review(story, _said_at(story, submitted), drawn)
    return (first, _second(story, first, drawn)) if chance(drawn, 12) else (first,)


def _said_at(story: Story, submitted: Sequence[Submission]) -> dict[Place, list[Said]]:
    """The ratings that count at each place that was reached, in the order of the framework."""
    said: dict[Place, list[Said]] = {
        (practice, stage): []
        for practice, stages in story.outline.places.items()
        for stage in stages
        if stage is None or stage in story.reached
    }
    decided = (*story.outline.ratings, "not_applicable")
    for one in submitted:
        for answer in one.answers if one.status == "submitted" else ():
            if answer.rating in decided and (answer.practice, answer.stage) in said:
                said[answer.practice, answer.stage].append(
                    Said(one.respondent.agency, answer.rating)
                )
    return said


def _review(story: Story, said: dict[Place, list[Said]], drawn: Draws) -> Review:
    present = _present(story, drawn)
    differing = [place for place, ratings in said.items() if len({r.rating for r in ratings}) > 1]
    rated = [place for place, ratings in said.items() if ratings]
    places = several(drawn, differing or rated, between(drawn, 2, 6))
    return Review(
        sequence=1,
        day=story.last_day - between(drawn, 20, 60),
        agencies=present,
        decisions=tuple(_decision(story, place, said[place], present, drawn) for place in places),
        young_person=weighted(drawn, PARTS),
    )


def _present(story: Story, drawn: Draws) -> tuple[Agency, ...]:
    """Who was there: the lead service always, the others mostly."""
    lead, *others = story.agencies
    return (lead, *several(drawn, others, len(others) - (1 if chance(drawn, 25) else 0)))


def _decision(
    story: Story, place: Place, said: list[Said], present: tuple[Agency, ...], drawn: Draws
) -> Decision:
    practice, stage = place
    if not story.applies(practice):
        return Decision(
            practice=practice,
            stage=stage,
            rating="not_applicable",
            reason="condition_not_met",
            rationale=pick(drawn, NOT_NEEDED if practice == "MA5" else AGREED_ANYWAY),
        )
    level = story.levels[place]
    rating = story.outline.ratings[level]
    return Decision(
        practice=practice,
        stage=stage,
        rating=rating,
        rationale=pick(drawn, RATIONALES[level]) if chance(drawn, 96) else None,
        dissent=_dissent(rating, said, present, drawn),
    )


def _dissent(
    rating: Rating, said: list[Said], present: tuple[Agency, ...], drawn: Draws
) -> tuple[Agency, ...]:
    """Of those present who had said otherwise, now and then one stays with it."""
    otherwise: list[Agency] = [
        one.agency for one in said if one.rating != rating and one.agency in present
    ]
    return (pick(drawn, otherwise),) if otherwise and chance(drawn, 35) else ()


def _second(story: Story, first: Review, drawn: Draws) -> Review:
    """A later meeting that looks again at one thing, knowing more, and settles it as it was."""
    decisions = [
        Decision(
            practice=one.practice,
            stage=one.stage,
            rating=one.rating,
            reason=one.reason,
            rationale=pick(drawn, SECOND_LOOK),
        )
        for one in several(drawn, first.decisions, 1)
    ]
    return Review(
        sequence=2,
        day=story.last_day - between(drawn, 0, 15),
        agencies=story.agencies,
        decisions=tuple(decisions),
        young_person=weighted(drawn, PARTS),
    )
