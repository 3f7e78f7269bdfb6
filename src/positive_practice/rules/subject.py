"""What the rules look at: a record with its frameworks and mode, and where things stand in it."""

import functools
from collections.abc import Hashable, Iterable, Iterator, Mapping

from attrs import define, frozen

from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import Answer, AuditRecord, Decision, Submission
from positive_practice.model.state import State
from positive_practice.scoring.settle import (
    current_submissions,
    newest_submissions,
    position_of,
    settle,
)

__all__ = ["Focus", "Place", "Said", "Subject", "answers", "repeats"]


@frozen
class Place:
    """Where a rule is broken: a JSON Pointer, and the position concerned."""

    pointer: str
    position: str | None = None


@frozen
class Said:
    """An answer or a decision, with its pointer and its position."""

    pointer: str
    what: Answer | Decision
    position: Position

    def place(self, field: str = "") -> Place:
        """Where it stands, or where one of its fields does."""
        return Place(self.pointer + field, self.position.id)


@define(slots=False, eq=False)
class Subject:
    """A record under its rules.

    Args:
        record: The record.
        base: The framework that the record names, without its tailoring.
        framework: The framework that it is scored under: tailored, or the base.
        mode: How strictly quality is looked at.
    """

    record: AuditRecord
    base: Framework
    framework: Framework
    mode: str

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
        """Every answer and every decision of the record, counted or not."""
        return (
            *(
                one
                for i, submission in enumerate(self.record.submissions)
                for one in answers(f"/submissions/{i}", submission)
            ),
            *(one for _, one in _numbered_decisions(self.record)),
        )

    @functools.cached_property
    def answers(self) -> tuple[Said, ...]:
        """Every answer of the current submissions."""
        return tuple(
            one for pointer, submission in self.current for one in answers(pointer, submission)
        )

    @functools.cached_property
    def decisions(self) -> tuple[Said, ...]:
        """The newest decision at each decided position."""
        newest: dict[Position, Said] = {}
        for _, one in sorted(_numbered_decisions(self.record), key=lambda pair: pair[0]):
            newest[one.position] = one
        return tuple(newest.values())

    @property
    def said(self) -> tuple[Said, ...]:
        """Every current answer and newest decision."""
        return self.answers + self.decisions

    @functools.cached_property
    def states(self) -> Mapping[Position, State]:
        """What each position of the scoring framework settles to, under the method ``agreed``."""
        return dict(zip(self.framework.positions, settle(self.record, self.framework), strict=True))


@define(slots=False, eq=False)
class Focus(Subject):
    """One answer as all that is said in its record.

    Args:
        one: The answer.
        known_states: The states that are known, whatever the record says.
    """

    one: Said
    known_states: Mapping[Position, State]

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
    def decisions(self) -> tuple[Said, ...]:
        """None."""
        return ()

    @functools.cached_property
    def states(self) -> Mapping[Position, State]:
        """Those that are known."""
        return self.known_states


def answers(pointer: str, submission: Submission) -> Iterator[Said]:
    """The answers of a submission that stands at a pointer."""
    for i, answer in enumerate(submission.answers):
        yield Said(f"{pointer}/answers/{i}", answer, position_of(answer))


def repeats(pointer: str, keys: Iterable[Hashable]) -> Iterator[Place]:
    """The places below a list's pointer whose key stands earlier in the list too."""
    seen: set[Hashable] = set()
    for i, key in enumerate(keys):
        if key in seen:
            yield Place(f"{pointer}/{i}")
        seen.add(key)


def _numbered_decisions(record: AuditRecord) -> Iterator[tuple[int, Said]]:
    for i, review in enumerate(record.reviews):
        for j, decision in enumerate(review.decisions):
            pointer = f"/reviews/{i}/decisions/{j}"
            yield review.sequence, Said(pointer, decision, position_of(decision))
