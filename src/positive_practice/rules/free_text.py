"""The text check of a record: its free texts -> where they may hold personal data, as problems.

A problem names a kind and a place, never the text. The check itself is given by whoever asks for
it: ``positive_practice.privacy.identifiers.find_identifiers``, or a function of their own.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

import attrs
from attrs import frozen

from positive_practice.derive.structure import Checked
from positive_practice.errors import Misuse
from positive_practice.model.problem import Problem
from positive_practice.model.record import AuditRecord, Submission
from positive_practice.model.terms import SEVERITIES, Mode
from positive_practice.privacy.finding import KINDS_IN_WORDS, Finding
from positive_practice.problems.table import problem, row
from positive_practice.rules.subject import Place
from positive_practice.scoring.settle import position_of
from positive_practice.text.plain import every_value, is_array, is_object

__all__ = ["FreeText", "TextFinder", "free_texts", "with_text_problems"]

D = TypeVar("D")
TextFinder: TypeAlias = Callable[[str], Iterable[Finding]]
Found: TypeAlias = Iterator[tuple[Place, str | None, bool]]

ADVICE = (
    "text_check takes a function from a text to findings within it, such as "
    "positive_practice.privacy.identifiers.find_identifiers"
)


@frozen
class FreeText:
    """A text that somebody wrote freely, its place, and whether a named role checked it."""

    text: str = attrs.field(repr=False)
    place: Place
    is_checked: bool = False


def with_text_problems(checked: Checked[D], mode: Mode, find: TextFinder | None) -> Checked[D]:
    """What came of a check, and what is found in the free texts of a record that has its structure.

    Args:
        checked: What came of the other checks.
        mode: How strictly quality is looked at.
        find: The check of one text; None: none is looked at.

    Returns:
        The same document, with further problems.

    Raises:
        Misuse: If ``find`` is no function, fails, or gives anything but findings in the text.

    Source:
        privacy.md, "Free text: identifier check"; record.md, "Problems".
    """
    if find is None:
        return checked
    if not callable(find):
        raise Misuse(ADVICE)
    record = checked.document if checked.document is not None else checked.refused
    if not isinstance(record, AuditRecord):
        return checked
    found = [
        _problem(free, finding, mode)
        for free in free_texts(record)
        for finding in _findings(find, free.text)
    ]
    found.sort(key=lambda one: SEVERITIES.index(one.severity))  # a limit leaves out the others
    return attrs.evolve(checked, problems=(*checked.problems, *found))


def _findings(find: TextFinder, text: str) -> list[Finding]:
    """What a check finds in a text; its own errors may hold the text."""
    try:
        # No text has more findings than characters: an endless answer ends here.
        found: list[Any] = list(itertools.islice(find(text), len(text) + 1))
    except Exception:  # noqa: BLE001  # a check may raise anything, with the text in it
        found = [None]
    if not all(_is_finding(one, len(text)) for one in found):
        raise Misuse(ADVICE)
    return found


def _is_finding(finding: Any, length: int) -> bool:
    """Whether a finding has a known kind and severity, and a place within the text."""
    match finding:
        case Finding(kind=str() as kind, severity="block" | "warn", start=int(), end=int()):
            return kind in KINDS_IN_WORDS and 0 <= finding.start < finding.end <= length
        case _:
            return False


def _problem(free: FreeText, finding: Finding, mode: Mode) -> Problem:
    is_method = finding.kind == "method_words"
    code = "method_words" if is_method else "possible_personal_data"
    is_lifted = free.is_checked or (finding.severity == "warn" and not is_method)
    is_error = row(code).severity[mode] == "error" and not is_lifted
    return problem(
        code,
        free.place.pointer,
        severity="error" if is_error else "warning",
        position=free.place.position,
        facts=(
            ("kind", KINDS_IN_WORDS[finding.kind]),
            ("first", f"{finding.start + 1:,}"),
            ("last", f"{finding.end:,}"),
        ),
    )


def free_texts(record: AuditRecord) -> Iterator[FreeText]:
    """Every free text of a record, counted or not, and the texts and numbers of its extensions.

    Args:
        record: The record.

    Returns:
        The texts; one is checked if a role is named that checked all texts, or that made these
        exact words anonymous.
    """
    is_read = record.text_check is not None
    for place, text, is_checked in _texts(record):
        if text is not None:
            yield FreeText(text, place, is_checked or is_read)


def _texts(record: AuditRecord) -> Found:
    yield Place("/audit/purpose"), record.audit.purpose, False
    for i, submission in enumerate(record.submissions):
        yield from _texts_of_submission(f"/submissions/{i}", submission)
    for i, review in enumerate(record.reviews):
        for j, decision in enumerate(review.decisions):
            place = Place(f"/reviews/{i}/decisions/{j}/rationale", position_of(decision).id)
            yield place, decision.rationale, False
    for i, reply in enumerate(record.own_view.answers if record.own_view is not None else ()):
        is_checked = reply.anonymised_by is not None
        yield Place(f"/own_view/answers/{i}/text"), reply.text, is_checked
    yield from _texts_of_events(record)
    yield from ((Place("/extensions"), text, False) for text in _texts_of_extensions(record))


def _texts_of_submission(at: str, submission: Submission) -> Found:
    yield Place(f"{at}/note"), submission.note, False
    for i, answer in enumerate(submission.answers):
        position = position_of(answer).id
        yield Place(f"{at}/answers/{i}/note", position), answer.note, False
        for j, evidence in enumerate(answer.evidence):
            place = Place(f"{at}/answers/{i}/evidence/{j}/text", position)
            yield place, evidence.text, evidence.anonymised_by is not None
    for i, feature in enumerate(submission.key_features):
        yield Place(f"{at}/key_features/{i}/text"), feature.text, False


def _texts_of_events(record: AuditRecord) -> Found:
    for i, event in enumerate(record.events):
        yield Place(f"/events/{i}/note"), event.note, False
    for i, action in enumerate(record.actions):
        yield Place(f"/actions/{i}/what"), action.what, False
    for i, outcome in enumerate(record.outcomes):
        yield Place(f"/outcomes/{i}/note"), outcome.note, False


def _texts_of_extensions(record: AuditRecord) -> Iterator[str]:
    """Every text, number and key at any depth below the names of the extensions."""
    for value in every_value(record.extensions.plain().values()):
        if is_object(value):
            yield from value
        elif value is not None and not is_array(value) and not isinstance(value, bool):
            yield str(value)
