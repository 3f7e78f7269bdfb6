"""Commands over files of records: checking every item, combining parts, finding one record."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from positive_practice import api
from positive_practice.batch.items import items_of, open_input
from positive_practice.batch.reader import RecordReader, checked_item, read_records
from positive_practice.cli import texts
from positive_practice.cli.progress import counting
from positive_practice.errors import InvalidDocument, Misuse
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.problem import Problem, ValidationReport
from positive_practice.model.record import AuditRecord
from positive_practice.model.terms import SEVERITIES
from positive_practice.problems.table import row
from positive_practice.report.words import accounting_in_words
from positive_practice.rules.check import mode_or_raise, report_of

__all__ = ["advise", "check_files", "combine_files", "one_record", "place_of", "refusals"]

PRINTED_PROBLEMS = 50


def check_files(
    files: list[Path], *, mode: str, framework: Framework | None, as_json: bool
) -> bool:
    """Check every record of files and print what is found.

    Args:
        files: The files.
        mode: How strictly quality is looked at.
        framework: A framework beside the built-in one.
        as_json: Whether to print JSON: a list of ``{"line", "report"}``, of several files
            with ``"file"``.

    Returns:
        Whether nothing was an error.
    """
    mode_or_raise(mode)
    with (
        counting() as progress,
        read_records(*files, framework=framework, progress=progress) as reader,
    ):
        conflicts = [one for one in reader.refused if one.problems[0].code == "record_conflict"]
    found = [*_reports(files, mode, framework)]
    found += [
        (one.source, one.line, report_of(one.problems, mode, DEFAULT_LIMITS)) for one in conflicts
    ]
    advise(reader)
    if as_json:
        plain = [_as_plain(files, *one) for one in found]
        sys.stdout.write(json.dumps(plain, indent=2, ensure_ascii=False) + "\n")
    else:
        _print_reports(files, sorted(found, key=lambda one: one[:2]), reader)
    return all(report.ok for _, _, report in found)


def _as_plain(
    files: list[Path], source: int, line: int, report: ValidationReport
) -> dict[str, Any]:
    """An item with its report; of several files also which."""
    which = {"file": source + 1} if len(files) > 1 else {}
    return {**which, "line": line, "report": unstructure(report)}


def _reports(
    files: list[Path], mode: str, framework: Framework | None
) -> Iterator[tuple[int, int, ValidationReport]]:
    for source, file in enumerate(files):
        with open_input(file) as opened:
            for item in items_of(opened, DEFAULT_LIMITS):
                if not item.blank:
                    problems = checked_item(item, framework, mode).problems
                    yield source, item.line, report_of(problems, mode, DEFAULT_LIMITS)


def _print_reports(
    files: list[Path], found: Iterable[tuple[int, int, ValidationReport]], reader: RecordReader
) -> None:
    every = [
        (place_of(files, source, line), problem)
        for source, line, report in found
        for problem in report.problems
    ]
    every.sort(key=lambda one: SEVERITIES.index(one[1].severity))
    for place, problem in every[:PRINTED_PROBLEMS]:
        sys.stdout.write(texts.problem_text(place, problem) + "\n\n")
    if len(every) > PRINTED_PROBLEMS:
        sys.stdout.write(f"... and {len(every) - PRINTED_PROBLEMS} more; --json has them all\n\n")
    sys.stdout.write(f"{_in_short([problem for _, problem in every])}\n")
    sys.stdout.write(f"{accounting_in_words(reader.accounting)}\n")


def _in_short(problems: list[Problem]) -> str:
    counts = dict.fromkeys(SEVERITIES, 0)
    for problem in problems:
        counts[problem.severity] += 1
    if not problems:
        return "No problem found."
    return f"{counts['error']} error(s), {counts['warning']} warning(s), {counts['info']} info"


def place_of(files: list[Path], source: int, line: int) -> str:
    """The line of an item, with the number of its file if there are several."""
    return f"file {source + 1}, line {line}" if len(files) > 1 else f"line {line}"


def combine_files(files: list[Path]) -> Iterator[AuditRecord]:
    """The records that the parts in files make, in the order of their first parts.

    Raises:
        InvalidDocument: If a part is not valid.
        Conflict: If two parts hold the same thing differently.
    """
    parts: dict[str, list[AuditRecord]] = {}
    for file in files:
        for record in _every_record(file):
            parts.setdefault(record.record_id, []).append(record)
    if not parts:
        raise Misuse("there is no part of a record in these files")
    return (api.combine(one) for one in parts.values())


def _every_record(file: Path) -> Iterator[AuditRecord]:
    with open_input(file) as opened:
        for item in items_of(opened, DEFAULT_LIMITS):
            if item.blank:
                continue
            checked = checked_item(item)
            if checked.document is None:
                raise InvalidDocument(checked.problems)
            yield checked.document


def one_record(file: Path, line: int | None, framework: Framework | None) -> AuditRecord:
    """The record on a line of a file, or its only record.

    Raises:
        Misuse: If there are several and no line is named, or none there.
        InvalidDocument: If the record is not valid.
    """
    with open_input(file) as opened:
        items = [item for item in items_of(opened, DEFAULT_LIMITS) if not item.blank]
    if line is not None:
        items = [item for item in items if item.line == line]
    if len(items) != 1:
        where = "on that line" if line is not None else "in the file"
        raise Misuse(
            f"records {where}: {len(items)}; name the line of one with --line, and if several "
            "stand on one line, give the file as JSON Lines, one record a line"
        )
    checked = checked_item(items[0], framework)
    if checked.document is None:
        raise InvalidDocument(checked.problems)
    return checked.document


def advise(reader: RecordReader) -> None:
    """Say on standard error what to do where a file holds no record, or is no such file at all."""
    first = next((row(one.problems[0].code).group for one in reader.refused), "")
    if reader.accounting.read == reader.accounting.blank:
        sys.stderr.write("There is no record here. Name a file of records, .json or .jsonl;\n")
        sys.stderr.write("'positive-practice sample > sample.jsonl' makes some to try out.\n")
    elif first == "text" and not reader.accounting.accepted:
        sys.stderr.write("This does not look like a file of records (JSON or JSON Lines):\n")
        sys.stderr.write("check that it is the file that you meant.\n")


def refusals(reader: RecordReader) -> int:
    """Say on standard error if items were refused; the exit code."""
    advise(reader)
    if not reader.refused:
        return 0
    sys.stderr.write(f"{accounting_in_words(reader.accounting)}\n")
    sys.stderr.write("Run 'positive-practice check' on the file to see why items were refused.\n")
    return 1
