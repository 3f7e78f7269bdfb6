"""Integrity of a record: what must hold in every mode, since otherwise it has no one meaning.

Each rule is named as its code and yields the places where it is broken; what is said of them
stands in the table of problems. Source: record.md, "Problems", integrity.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from positive_practice.catalogue.shipped import code_list
from positive_practice.model.extensions import NO_EXTENSIONS
from positive_practice.model.framework import Framework, Position, Practice
from positive_practice.model.record import Evidence
from positive_practice.rules.subject import Place, Said, Subject, quote_fields, repeats
from positive_practice.text.plain import every_value, is_object
from positive_practice.text.strict_json import Json

__all__ = ["INTEGRITY", "NEVER_RESPONDENTS", "Rule"]

Rule: TypeAlias = Callable[[Subject], Iterable[Place]]

NEVER_RESPONDENTS = {"young_person", "family_or_trusted_person"}


def unknown_practice(subject: Subject) -> Iterator[Place]:
    """Every practice that is named exists in the framework."""
    known = _practices(subject.base).keys()
    yield from _unknown_in_answers(subject, known)
    yield from _unknown_in_key_features(subject, known)
    yield from _unknown_in_actions(subject, known)


@functools.lru_cache(maxsize=32)
def _practices(framework: Framework) -> Mapping[str, Practice]:
    return {practice.id: practice for practice in framework.practices}


def _unknown_in_answers(subject: Subject, known: AbstractSet[str]) -> Iterator[Place]:
    for one in subject.everything:
        if one.what.practice not in known:
            yield Place(f"{one.pointer}/practice")


def _unknown_in_key_features(subject: Subject, known: AbstractSet[str]) -> Iterator[Place]:
    for i, submission in enumerate(subject.record.submissions):
        for j, feature in enumerate(submission.key_features):
            if feature.practice is not None and feature.practice not in known:
                yield Place(f"/submissions/{i}/key_features/{j}/practice")


def _unknown_in_actions(subject: Subject, known: AbstractSet[str]) -> Iterator[Place]:
    for i, action in enumerate(subject.record.actions):
        for j, practice in enumerate(action.practices):
            if practice not in known:
                yield Place(f"/actions/{i}/practices/{j}")


def stage_missing(subject: Subject) -> Iterator[Place]:
    """A staged practice is rated at a stage."""
    practices = _practices(subject.base)
    for one in subject.everything:
        practice = practices.get(one.what.practice)
        if practice is not None and practice.staged and one.what.stage is None:
            yield Place(one.pointer)


def stage_not_allowed(subject: Subject) -> Iterator[Place]:
    """A practice that is rated once for the case has no stage."""
    practices = _practices(subject.base)
    for one in subject.everything:
        practice = practices.get(one.what.practice)
        if practice is not None and not practice.staged and one.what.stage is not None:
            yield Place(f"{one.pointer}/stage")


def duplicate_submission(subject: Subject) -> Iterator[Place]:
    """A submission id has each revision once."""
    keys = [(one.id, one.revision) for one in subject.record.submissions]
    return repeats("/submissions", keys)


def duplicate_answer(subject: Subject) -> Iterator[Place]:
    """A submission answers each position once."""
    return _repeated_positions(subject, "/answers/")


def duplicate_review(subject: Subject) -> Iterator[Place]:
    """Each review has a sequence of its own."""
    return repeats("/reviews", [review.sequence for review in subject.record.reviews])


def duplicate_decision(subject: Subject) -> Iterator[Place]:
    """A review decides each position once."""
    return _repeated_positions(subject, "/decisions/")


def duplicate_action(subject: Subject) -> Iterator[Place]:
    """Each action has an id of its own."""
    return repeats("/actions", [action.id for action in subject.record.actions])


def duplicate_question(subject: Subject) -> Iterator[Place]:
    """Each question to the young person is answered once."""
    own_view = subject.record.own_view
    replies = own_view.answers if own_view is not None else ()
    return repeats("/own_view/answers", [reply.question for reply in replies])


def _repeated_positions(subject: Subject, inside: str) -> Iterator[Place]:
    """The second places of a position within one submission or review."""
    seen: set[tuple[str, Position]] = set()
    for one in subject.everything:
        whole, is_inside, _ = one.pointer.partition(inside)
        if not is_inside or one.position not in subject.known:
            continue
        if (whole, one.position) in seen:
            yield one.place()
        seen.add((whole, one.position))


def reason_not_allowed(subject: Subject) -> Iterator[Place]:
    """Only a rating that can have a reason has one."""
    with_reasons = set(_rating_of_reasons().values())
    for one in subject.everything:
        if one.what.reason is not None and one.what.rating not in with_reasons:
            yield _reason(subject, one)


def reason_wrong_kind(subject: Subject) -> Iterator[Place]:
    """A reason is one for its rating."""
    rating_of = _rating_of_reasons()
    for one in subject.everything:
        wanted = rating_of.get(one.what.reason or "", one.what.rating)
        if one.what.rating in rating_of.values() and one.what.rating != wanted:
            yield _reason(subject, one)


@functools.cache
def _rating_of_reasons() -> Mapping[str, str]:
    return {reason.code: reason.more["for"] for reason in code_list("reason")}


def not_applicable_not_allowed(subject: Subject) -> Iterator[Place]:
    """A condition can be unmet only where the practice has one, a stage only where it is staged."""
    practices = _practices(subject.base)
    for one in subject.everything:
        practice = practices.get(one.what.practice)
        if practice is None or one.what.rating != "not_applicable":
            continue
        unmet = one.what.reason == "condition_not_met" and practice.may_not_apply is None
        unreached = one.what.reason == "stage_not_reached" and not practice.staged
        if unmet or unreached:
            yield _reason(subject, one)


def _reason(subject: Subject, one: Said) -> Place:
    return Place(
        f"{one.pointer}/reason", one.position.id if one.position in subject.known else None
    )


def role_cannot_respond(subject: Subject) -> Iterator[Place]:
    """The young person and those they count on are no respondents."""
    for i, submission in enumerate(subject.record.submissions):
        if submission.respondent.role in NEVER_RESPONDENTS:
            yield Place(f"/submissions/{i}/respondent/role")


def role_cannot_account(subject: Subject) -> Iterator[Place]:
    """The young person and those they count on are never accountable."""
    for i, action in enumerate(subject.record.actions):
        if action.accountable is not None and action.accountable.role in NEVER_RESPONDENTS:
            yield Place(f"/actions/{i}/accountable/role")


def quote_field_not_allowed(subject: Subject) -> Iterator[Place]:
    """Only exact words have the details of exact words."""
    for one in subject.everything:
        for pointer, evidence in _evidence(one):
            if evidence.kind != "quote":
                for field in quote_fields(evidence):
                    position = one.position.id if one.position in subject.known else None
                    yield Place(f"{pointer}/{field}", position)


def _evidence(one: Said) -> Iterator[tuple[str, Evidence]]:
    for i, evidence in enumerate(getattr(one.what, "evidence", ())):
        yield f"{one.pointer}/evidence/{i}", evidence


def period_reversed(subject: Subject) -> Iterator[Place]:
    """A period ends after it begins."""
    period = subject.record.case.period
    if period is not None and period.to_day < period.from_day:
        yield Place("/case/period")


def forbidden_key(subject: Subject) -> Iterator[Place]:
    """No extension identifies a person, or scores, ranks or predicts about one."""
    extensions = subject.record.extensions
    if extensions == NO_EXTENSIONS:
        return
    if any(_bare(key) in _forbidden_keys() for key in _keys(extensions.plain())):
        yield Place("/extensions")


@functools.cache
def _forbidden_keys() -> frozenset[str]:
    return frozenset(_bare(row.code) for row in code_list("forbidden_extension_key"))


def _bare(key: str) -> str:
    return key.lower().replace("-", "").replace("_", "")


def _keys(values: dict[str, Json]) -> Iterator[str]:
    """Every key at any depth below the names of the extensions."""
    for value in every_value(values.values()):
        yield from value if is_object(value) else ()


INTEGRITY: tuple[Rule, ...] = (
    unknown_practice,
    stage_missing,
    stage_not_allowed,
    duplicate_submission,
    duplicate_answer,
    duplicate_review,
    duplicate_decision,
    duplicate_action,
    duplicate_question,
    reason_not_allowed,
    reason_wrong_kind,
    not_applicable_not_allowed,
    role_cannot_respond,
    role_cannot_account,
    quote_field_not_allowed,
    period_reversed,
    forbidden_key,
)
