"""What the rules look at: a record with its frameworks and mode, and where things stand in it."""

import functools
import itertools
import operator
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeAlias

from attrs import define, field, frozen

from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import (
    Answer,
    AuditRecord,
    Decision,
    Evidence,
    Review,
    Submission,
)
from positive_practice.model.state import State
from positive_practice.scoring.settle import (
    RATINGS,
    current_submissions,
    newest_submissions,
    position_of,
    settle,
)

__all__ = [
    "QUOTE_FIELDS",
    "WITH_A_REASON",
    "Focus",
    "Place",
    "Said",
    "Saying",
    "Subject",
    "answers",
    "quote_fields",
    "repeats",
    "sayings",
]

Saying: TypeAlias = tuple[str, str | None, str, str | None]
"""What an answer or a decision says: its practice, stage, rating and reason."""

QUOTE_FIELDS = ("origin", "speaker_role", "consent", "anonymised_by")
_details = operator.attrgetter(*QUOTE_FIELDS)
_NO_DETAILS = (None,) * len(QUOTE_FIELDS)
WITH_A_REASON = frozenset({"not_applicable", "not_known"})
PLAIN_SAYINGS = tuple((rating, None) for rating in RATINGS if rating not in WITH_A_REASON)
UNREACHED = (("not_applicable", "stage_not_reached"),)


@frozen
class Place:
    """Where a rule is broken: a JSON Pointer, and the position concerned."""

    pointer: str
    position: str | None = None


class Said(NamedTuple):
    """An answer or a decision, with its pointer: one is made for most that is looked at."""

    pointer: str
    what: Answer | Decision

    @property
    def position(self) -> Position:
        """What it is about."""
        return position_of(self.what)

    def place(self, inside: str = "") -> Place:
        """Where it stands, or where one of its fields does."""
        return Place(self.pointer + inside, self.position.id)


@define(slots=False, eq=False)
class Subject:
    """A record under its rules.

    Args:
        record: The record.
        base: The framework that the record names, without its tailoring.
        framework: The framework that it is scored under: tailored, or the base.
        mode: How strictly quality is looked at.
        sound: What was said in records that obey the rules of integrity, so that it need not be
            looked at again.
    """

    record: AuditRecord
    base: Framework
    framework: Framework
    mode: str
    sound: AbstractSet[Saying] = field(default=frozenset[Saying](), kw_only=True)

    @functools.cached_property
    def known(self) -> frozenset[Position]:
        """The positions of the base framework."""
        return frozenset(self.base.positions)

    @functools.cached_property
    def current(self) -> tuple[tuple[str, Submission], ...]:
        """The current submissions with their pointers; in draft the newest, whatever its status."""
        find = newest_submissions if self.mode == "draft" else current_submissions
        counted = {id(one) for one in find(self.record)}
        return tuple(
            (f"/submissions/{i}", one)
            for i, one in enumerate(self.record.submissions)
            if id(one) in counted
        )

    @functools.cached_property
    def everything(self) -> tuple[Said, ...]:
        """Every answer and decision, counted or not, where a rule of integrity may be broken.

        The answers of a submission, and the decisions of a review, are left out together: if all
        that they say is known to be sound, no position occurs twice and no detail is out of place.
        """
        return (
            *(
                one
                for i, submission in enumerate(self.record.submissions)
                if not self._is_sound(submission.answers) or _have_stray_detail(submission.answers)
                for one in answers(f"/submissions/{i}", submission)
            ),
            *(
                one
                for i, review in enumerate(self.record.reviews)
                if not self._is_sound(review.decisions)
                for _, one in _numbered_decisions(i, review)
            ),
        )

    def _is_sound(self, said: Sequence[Answer | Decision]) -> bool:
        found = sayings(said)
        places = {(practice, stage) for practice, stage, _, _ in found}
        return len(places) == len(said) and found <= self.sound

    @functools.cached_property
    def answers(self) -> tuple[Said, ...]:
        """The current answers where a rule of quality may be broken, apart from their evidence.

        That is all but those that give a level, or no record, at a position that is scored and was
        reached, and those that say of a stage which was not reached just that.
        """
        quiet = _quiet_sayings(self.framework, frozenset(self.record.case.stages_reached))
        return tuple(
            Said(f"{pointer}/answers/{i}", answer)
            for pointer, submission in self.current
            for i, answer in enumerate(submission.answers)
            if (answer.practice, answer.stage, answer.rating, answer.reason) not in quiet
        )

    @functools.cached_property
    def with_evidence(self) -> tuple[tuple[str, Answer], ...]:
        """The current answers that have evidence, with their pointers."""
        return tuple(
            (f"{pointer}/answers/{i}", answer)
            for pointer, submission in self.current
            for i, answer in enumerate(submission.answers)
            if answer.evidence
        )

    @functools.cached_property
    def quotes(self) -> tuple[tuple[Place, Evidence], ...]:
        """The exact words among that evidence, with their places."""
        return tuple(
            (Place(f"{pointer}/evidence/{i}", position_of(answer).id), evidence)
            for pointer, answer in self.with_evidence
            for i, evidence in enumerate(answer.evidence)
            if evidence.kind == "quote"
        )

    @functools.cached_property
    def decisions(self) -> tuple[Said, ...]:
        """The newest decision at each decided position."""
        newest: dict[Position, Said] = {}
        numbered = itertools.chain(
            *itertools.starmap(_numbered_decisions, enumerate(self.record.reviews))
        )
        for _, one in sorted(numbered, key=lambda pair: pair[0]):
            newest[one.position] = one
        return tuple(newest.values())

    @functools.cached_property
    def said(self) -> tuple[Said, ...]:
        """Every current answer and newest decision."""
        return self.answers + self.decisions

    @functools.cached_property
    def settled(self) -> tuple[State, ...]:
        """What each position of the scoring framework settles to, under the method ``agreed``."""
        return settle(self.record, self.framework)

    def settled_to(
        self, states: AbstractSet[State], practices: frozenset[str] | None = None
    ) -> list[Position]:
        """The positions of some practices, or of all, that settle to one of some states."""
        settled = self.settled
        return [one for i, one in _positions(self.framework, practices) if settled[i] in states]


@define(slots=False, eq=False)
class Focus(Subject):
    """One answer as all that is said in its record.

    Args:
        one: The answer.
    """

    one: Said

    @functools.cached_property
    def current(self) -> tuple[tuple[str, Submission], ...]:
        """No submission: what is counted depends on the others."""
        return ()

    @functools.cached_property
    def everything(self) -> tuple[Said, ...]:
        """The answer."""
        return (self.one,)

    @functools.cached_property
    def answers(self) -> tuple[Said, ...]:
        """The answer."""
        return (self.one,)

    @functools.cached_property
    def with_evidence(self) -> tuple[tuple[str, Answer], ...]:
        """The answer, if it has evidence."""
        answer = self.one.what
        if not isinstance(answer, Answer) or not answer.evidence:
            return ()
        return ((self.one.pointer, answer),)

    @functools.cached_property
    def decisions(self) -> tuple[Said, ...]:
        """None."""
        return ()

    @functools.cached_property
    def settled(self) -> tuple[State, ...]:
        """Nothing: that depends on what the others say."""
        return (State.UNANSWERED,) * len(self.framework.positions)


def answers(pointer: str, submission: Submission) -> Iterator[Said]:
    """The answers of a submission that stands at a pointer."""
    for i, answer in enumerate(submission.answers):
        yield Said(f"{pointer}/answers/{i}", answer)


def repeats(pointer: str, keys: Iterable[Hashable]) -> Iterator[Place]:
    """The places below a list's pointer whose key stands earlier in the list too."""
    seen: set[Hashable] = set()
    for i, key in enumerate(keys):
        if key in seen:
            yield Place(f"{pointer}/{i}")
        seen.add(key)


def _numbered_decisions(place: int, review: Review) -> Iterator[tuple[int, Said]]:
    for i, decision in enumerate(review.decisions):
        pointer = f"/reviews/{place}/decisions/{i}"
        yield review.sequence, Said(pointer, decision)


def sayings(said: Iterable[Answer | Decision]) -> set[Saying]:
    """What answers or decisions say."""
    return {(one.practice, one.stage, one.rating, one.reason) for one in said}


def quote_fields(evidence: Evidence) -> list[str]:
    """The details of exact words that evidence has."""
    return [name for name in QUOTE_FIELDS if getattr(evidence, name) is not None]


def _have_stray_detail(said: Iterable[Answer]) -> bool:
    """Whether other evidence than exact words has a detail of exact words."""
    for answer in said:
        for evidence in answer.evidence:
            if evidence.kind != "quote" and _details(evidence) != _NO_DETAILS:
                return True
    return False


@functools.lru_cache(maxsize=256)
def _positions(
    framework: Framework, practices: frozenset[str] | None
) -> tuple[tuple[int, Position], ...]:
    """The positions of some practices, or of all, each with its number."""
    numbered = enumerate(framework.positions)
    return tuple((i, one) for i, one in numbered if practices is None or one.practice in practices)


@functools.lru_cache(maxsize=512)
def _quiet_sayings(framework: Framework, reached: frozenset[str]) -> frozenset[Saying]:
    """What can be said of a scored position without breaking a rule of quality."""
    return frozenset(
        (one.practice, one.stage, rating, reason)
        for one in framework.positions
        for rating, reason in (
            PLAIN_SAYINGS if one.stage is None or not reached or one.stage in reached else UNREACHED
        )
    )
