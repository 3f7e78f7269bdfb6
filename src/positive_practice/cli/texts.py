"""What the smaller commands print: values of the library -> lines of at most 80 columns."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from positive_practice.batch.reader import Accounting
from positive_practice.catalogue.shipped import code_list
from positive_practice.model.counts import Counts, sum_of_counts
from positive_practice.model.explanation import Agenda, Explained, Explanation, Statement
from positive_practice.model.framework import Element, Framework, Practice
from positive_practice.model.problem import Problem
from positive_practice.model.profile import Profile, Score
from positive_practice.model.provenance import LocalDifference, Provenance
from positive_practice.model.terms import Severity
from positive_practice.privacy.finding import LIMITS
from positive_practice.problems.table import Row
from positive_practice.report.agenda import (
    NOTHING_TO_SETTLE,
    agenda_parts,
    practices_of,
    said_in_words,
)
from positive_practice.report.content import chosen, chosen_in_words
from positive_practice.report.frameworks import (
    LOCAL_STANDARDS,
    standards_in_words,
    title_in_words,
)
from positive_practice.report.lines import WIDTH, wrapped
from positive_practice.report.sentences import MIXED, NO_RECORDS, OVERALL
from positive_practice.report.words import (
    accounting_in_words,
    count_of,
    counts_in_words,
    in_a_row,
    index_in_words,
    rated_in_words,
)

__all__ = [
    "TEXT_CHECK_LIMITS",
    "agenda_text",
    "explanation_text",
    "framework_text",
    "part_text",
    "problem_text",
    "problems_in_short",
    "profile_text",
    "rule_text",
    "rules_text",
]

INDENT = "  "
BEHIND_IT = "Behind it:"
NO_COUNTS = Counts()
SEVERITY_NOUNS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "info": "remark"}
)
TEXT_CHECK_LIMITS = "\n".join(wrapped(f"Free texts were searched for personal data. {LIMITS}"))


def problem_text(place: str, problem: Problem) -> str:
    """A problem: where, how severe, what it is and what to do.

    Args:
        place: Where the record stands, such as ``line 3``.
        problem: The problem.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    where = problem.pointer or "(top)"
    if problem.offset is not None:
        where = f"byte {problem.offset}"
    about = f", {problem.position}" if problem.position is not None else ""
    head = [f"{place}: {problem.severity} {problem.code}{about}", f"  at {where}"]
    if len(" ".join(head)) < WIDTH:
        head = [f"{head[0]} {head[1].strip()}"]
    return "\n".join(
        [*head, *wrapped(problem.message, INDENT), *wrapped(f"-> {problem.hint}", INDENT, hang=3)]
    )


def problems_in_short(problems: Sequence[Problem], more: int) -> str:
    """How many problems there are of each severity, as a sentence; it always speaks of errors.

    Args:
        problems: The problems that are at hand.
        more: How many there are beyond the limit of a record.

    Returns:
        A sentence.

    >>> problems_in_short([], 0)
    'No problem found.'
    """
    if not problems:
        return "No problem found."
    found = Counter(problem.severity for problem in problems)
    counted = [
        _counted(found[severity], severity, noun) if found[severity] else "no errors"
        for severity, noun in SEVERITY_NOUNS.items()
        if found[severity] or severity == "error"
    ]
    beyond = f"; {more:,} more {_are(more)} beyond the limit of a record" if more else ""
    return f"There {_are(found['error'])} {in_a_row(counted)}{beyond}."


def _counted(n: int, severity: Severity, noun: str) -> str:
    """How many, and the word that stands with each problem where it is another."""
    return count_of(n, noun) + ("" if severity == noun else f" ({severity})")


def _are(n: int) -> str:
    return "is" if n == 1 else "are"


def rules_text(rows: Iterable[Row]) -> str:
    """Every problem code with its group and what it is.

    Args:
        rows: The rows of the table of problems, group by group.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    lines: list[str] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines += ["", f"{group.capitalize()}:"]
        lines.append(f"  {row.code:<28}{row.label}")
    return "\n".join([*lines[1:], "", "positive-practice rule CODE explains one of them."])


def rule_text(row: Row) -> str:
    """One problem code: what it means, how severe it is, what to do, and an example.

    Args:
        row: Its row of the table of problems.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    severity = ", ".join(f"{mode}: {level or '-'}" for mode, level in row.severity.items())
    return "\n".join(
        [
            f"{row.code}: {row.label}",
            "",
            *wrapped(row.meaning),
            "",
            *wrapped(f"It says: {_open_places(row.message)}"),
            *wrapped(f"What to do: {_open_places(row.hint)}"),
            *wrapped(f"Severity by mode: {severity}"),
            "",
            "Example that has it (what differs from a good record):",
            *_json_lines(row.example["failing"]),
            "The same without it:",
            *_json_lines(row.example["fixed"]),
        ]
    )


def _open_places(words: str) -> str:
    """The words with an open place where each fact goes.

    >>> _open_places("It has at most {maximum}.")
    'It has at most <maximum>.'
    """
    return re.sub(r"[{](\w+)[}]", r"<\1>", words)


def framework_text(framework: Framework, changes: Provenance | None = None) -> str:
    """The framework at a glance: elements and practices with their ids; what is local in it.

    Args:
        framework: The framework, tailored or not.
        changes: What a tailoring changes in it, if one was given.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    lines = wrapped(title_in_words(framework))
    for element in framework.elements:
        lines += ["", *_named(element)]
        for practice in element.practices:
            lines += wrapped(f"{practice.id:<5}{practice.label}", "     ", hang=5)
            lines += [] if changes is not None else _standards(practice, "          ")
    lines += [*_changes(changes), *_on_standards(framework.practices)]
    hint = "positive-practice framework ID shows an element or practice, with its anchors."
    return "\n".join([*lines, "", *wrapped(hint)])


def _standards(practice: Practice, indent: str = "") -> Iterator[str]:
    """The local standards of a practice."""
    for _, standard in standards_in_words([practice]):
        yield from wrapped(f"Local standard: {standard}", indent, hang=2)


def _on_standards(practices: Iterable[Practice]) -> list[str]:
    """What local standards are, where practices have some."""
    return ["", LOCAL_STANDARDS] if standards_in_words(practices) else []


def _changes(changes: Provenance | None) -> Iterator[str]:
    """What a tailoring changes, and whether scores still compare."""
    if changes is None:
        return
    named = f"{changes.framework.id} {changes.framework.version}"
    yield from ("", f"What the tailoring changes in {named}:")
    if not changes.differences:
        yield "  nothing"
    for one in changes.differences:
        yield from wrapped(f"{one.id:<5} {_difference(one)}", INDENT, hang=6)
    scores_alike = changes.framework.scoring_hash == changes.tailored.scoring_hash
    yield from ("", *wrapped(SCORES_ALIKE if scores_alike else SCORES_APART))


SCORES_ALIKE = "Scores under it compare with scores under the published framework."
SCORES_APART = (
    "It selects or weights otherwise: scores under it compare only with one another, and not with "
    "scores under the published framework."
)


def _difference(one: LocalDifference) -> str:
    if one.kind == "standard":
        return f"local standard: {one.after} ({one.set_by}, {one.set_on})"
    if one.kind == "weight":
        return f"weight {one.after}, published as {one.before}"
    if one.kind == "label":
        return f'shown as "{one.after}", published as "{one.before}"'
    return f"left out: {one.before}"


def part_text(part: Element | Practice, title: str | None = None) -> str:
    """An element or a practice.

    Args:
        part: The element or practice.
        title: What to call a practice instead, if it is shown for one of its positions.

    Returns:
        Lines of at most 80 columns, the last without its end.

    >>> from positive_practice.catalogue.shipped import framework
    >>> part_text(framework().practice("GA1")).splitlines()[0]
    'GA1  Timely assessment'
    """
    return _element_text(part) if isinstance(part, Element) else _practice_text(part, title)


def _element_text(element: Element) -> str:
    """An element and its practices.

    Args:
        element: The element.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    lines = [*_named(element), "", *wrapped(element.statement)]
    for practice in element.practices:
        lines += ["", *_with_id(practice.id, practice.label), *wrapped(practice.statement, INDENT)]
        lines += _standards(practice, INDENT)
    lines += _on_standards(element.practices)
    return "\n".join(lines)


def _named(element: Element) -> list[str]:
    """An element by its id, what it is, and its label."""
    kind = "Feature" if element.kind == "feature" else "Golden thread"
    return _with_id(element.id, f"{kind}: {element.label}")


def _with_id(id: str, label: str, indent: str = "") -> list[str]:  # noqa: A002  # the documents' own word
    """An id and a label, which may be as long as a tailoring made it."""
    return wrapped(f"{id}  {label}", indent, hang=len(id) + 2)


def _practice_text(practice: Practice, title: str | None = None) -> str:
    """A practice: what it is, what it looks like, and the anchor of each level.

    Args:
        practice: The practice.
        title: What to call it instead, if it is shown for one of its positions.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    labels = {code.code: code.label for code in code_list("rating")}
    heading = _with_id(practice.id, practice.label) if title is None else wrapped(title)
    lines = [*heading, "", *wrapped(practice.statement), ""]
    lines += ["What it looks like:"]
    for sign in practice.looks_like:
        lines += wrapped(f"- {sign}", INDENT, hang=2)
    lines += ["", "Which level:"]
    for code in ("not_evident", "partly", "mostly", "fully"):
        lines += [
            *wrapped(f"{labels[code]} ({code})", INDENT, hang=2),
            *wrapped(getattr(practice.anchors, code), "    "),
        ]
    lines += ["", _when_rated(practice)]
    if practice.may_not_apply is not None:
        lines += wrapped(f"When it applies: {practice.may_not_apply.applies_when}")
    if practice.weight != 1:
        counted = "" if practice.weight else ": shown, not counted"
        lines += [f"Weight {practice.weight}{counted}."]
    lines += [*_standards(practice), *_on_standards([practice])]
    return "\n".join(lines)


def _when_rated(practice: Practice) -> str:
    return "Rated once at each stage." if practice.staged else "Rated once for the whole case."


def profile_text(profile: Profile, accounting: Accounting, framework: Framework) -> str:
    """What was read and how it was chosen; then of each element the counts, then its index.

    Args:
        profile: The profile of the records.
        accounting: What became of everything that was read.
        framework: The framework, for its labels.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    lines = [accounting_in_words(accounting)]
    for said in chosen_in_words(chosen(profile.selections)):
        lines += wrapped(said)
    if not profile.records:
        return "\n".join([*lines, "", *wrapped(NO_RECORDS)])
    for score in profile.elements:
        label = framework.element(score.element).label
        lines += ["", *_with_id(score.element, label)]
        lines += wrapped(counts_in_words(score.counts, framework), INDENT)
        lines += wrapped(_score_words(score.score), INDENT)
    if profile.overall is not None:
        lines += [
            "",
            f"{OVERALL[profile.overall.kind]}:",
            *wrapped(_score_words(profile.overall.score), INDENT),
        ]
    return "\n".join(lines)


def _score_words(score: Score) -> str:
    """An index with its bounds and coverage, in words."""
    return ", ".join(filter(None, (index_in_words(score), rated_in_words(score))))


def agenda_text(agenda: Agenda, framework: Framework) -> str:
    """What a review meeting should talk about, in three parts.

    Args:
        agenda: The agenda of one record.
        framework: The framework, for its labels.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    if not agenda.items:
        return NOTHING_TO_SETTLE
    lines: list[str] = []
    for part in agenda_parts(agenda):
        lines += ["", part.title]
        for item in part.points:
            practice = framework.practice(item.position.split(".")[0])
            lines += _with_id(item.position, practice.label, INDENT)
            lines += [*_standards(practice, INDENT * 3), *_said(item.said)]
    return "\n".join([*lines[1:], *_on_standards(practices_of(agenda, framework))])


def explanation_text(
    explanation: Explanation, framework: Framework, selections: Counts = NO_COUNTS
) -> str:
    """What stands behind a number; of many records also what to be careful about.

    Args:
        explanation: The explanation of an element, practice or position.
        framework: The framework, for its labels.
        selections: How many records were chosen in which way; none of one record.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    counts = sum_of_counts(one.counts for one in explanation.positions)
    lines = [
        *(wrapped(MIXED) if len(selections) > 1 else []),
        *_with_id(explanation.id, _label_of(explanation.id, framework)),
        *wrapped(counts_in_words(counts, framework), INDENT),
        *wrapped(_score_words(explanation.score), INDENT),
    ]
    return "\n".join([*lines, *_behind(explanation.positions, framework)])


def _label_of(id: str, framework: Framework) -> str:  # noqa: A002  # the documents' own word
    """The label of an element, of a practice, or of the practice of a position."""
    parts: list[Element | Practice] = [*framework.elements, *framework.practices]
    return next(part.label for part in parts if part.id == id.partition(".")[0])


def _behind(positions: Sequence[Explained], framework: Framework) -> Iterator[str]:
    """The positions behind a number; nothing where there is one that has no more to tell."""
    if len(positions) == 1 and not positions[0].said and positions[0].weight == 1:
        return
    yield from ("", BEHIND_IT)
    for one in positions:
        yield from _explained(one, framework)


def _explained(one: Explained, framework: Framework) -> list[str]:
    weight = f", weight {one.weight}" if one.weight != 1 else ""
    counts = counts_in_words(one.counts, framework)
    return [*wrapped(f"{one.position}{weight}: {counts}", INDENT, hang=4), *_said(one.said)]


def _said(said: Iterable[Statement]) -> Iterator[str]:
    for one in said:
        yield from wrapped(said_in_words(one), "      ", hang=2)


def _json_lines(example: Any) -> list[str]:
    text = example.get("text")
    plain = example.get("patch", example)
    shown = text if text is not None else json.dumps(plain, indent=2, ensure_ascii=False)
    return [f"  {line}" for line in shown.splitlines()] or ["  (nothing)"]
