"""Commands over files of records: checking every item, combining parts, finding one record."""

import contextlib
import itertools
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from positive_practice import api
from positive_practice.batch.items import Input, Item, items_of, open_input
from positive_practice.batch.reader import (
    Accounting,
    Progress,
    RecordReader,
    checked_item,
    reader_of,
)
from positive_practice.cli import texts
from positive_practice.cli.given import Given, note, noted, tell_unnamed
from positive_practice.cli.kinds import RECORD, tell_other_kind, tell_other_kinds
from positive_practice.cli.naming import Turns, naming_turns
from positive_practice.cli.output import give, say, tell
from positive_practice.cli.progress import counting
from positive_practice.derive.structure import Checked
from positive_practice.errors import InvalidDocument, Misuse
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.problem import ValidationReport
from positive_practice.model.record import AuditRecord
from positive_practice.model.tally import Tally
from positive_practice.model.terms import SEVERITIES, Method, Mode
from positive_practice.problems.table import row
from positive_practice.report.sentences import NBSP
from positive_practice.report.words import accounting_in_words, count_of
from positive_practice.rules.check import frameworks_for, mode_or_raise, report_of
from positive_practice.rules.free_text import TextFinder, with_text_problems
from positive_practice.text.files import write_atomically

__all__ = [
    "Which",
    "advise",
    "check_files",
    "combine_files",
    "one_record",
    "opened",
    "reader_of_all",
    "reader_over",
    "records_of",
    "refusals",
    "tally_of",
    "under",
    "write_records",
]

PRINTED_PROBLEMS = 50


@frozen
class Which:
    """Which record of a file is asked for: that on a line, or that of a number, from 1."""

    line: int | None = None
    item: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether no record is asked for."""
        return self.line is None and self.item is None

    def is_it(self, number: int, item: Item) -> bool:
        """Whether an item is the one asked for, as far as is said."""
        return self.line in {None, item.line} and self.item in {None, number}


def check_files(
    files: list[Path],
    *,
    mode: Mode,
    text_check: TextFinder | None,
    given: Given,
    as_json: bool,
) -> bool:
    """Check every record of files and print what is found.

    Args:
        files: The files.
        mode: How strictly quality is looked at.
        text_check: What looks for personal data in free texts; None: nothing does.
        given: The framework beside the built-in one; how many records name it is noted there.
        as_json: Whether to print JSON: a list of ``{"line", "report"}``, of several files
            with ``"file"``.

    Returns:
        Whether nothing was an error.
    """
    mode_or_raise(mode)
    with counting() as progress, opened(files) as inputs:
        reader = reader_over(inputs, given.framework, progress)
        accepted = _Accepted(given, frozenset((one.source, one.item) for one in reader.refused))
        found = [*_reports(inputs, mode, text_check, accepted), *_conflicts(reader, mode)]
    advise(reader)
    tell_unnamed(given)
    if text_check is not None:
        tell(f"{texts.TEXT_CHECK_LIMITS}\n")
    if as_json:
        tell(accounting_in_words(reader.accounting))
        give([one.as_plain(len(files) > 1) for one in found])
    else:
        _print_reports(sorted(found, key=lambda one: (one.source, one.item)), len(files), reader)
    return all(one.report.ok for one in found)


@contextlib.contextmanager
def records_of(files: list[Path], framework: Framework | None) -> Generator[RecordReader]:
    """The reader of files of records, with progress shown while they are read.

    Args:
        files: The files.
        framework: A framework beside the built-in one.

    Yields:
        The reader, to be iterated while the files are open.
    """
    with counting() as progress, opened(files) as inputs:
        yield reader_over(inputs, framework, progress)


def reader_over(
    inputs: Turns, framework: Framework | None, progress: Progress | None = None
) -> RecordReader:
    """The reader of files of records; of one that looks like something else it is said.

    Args:
        inputs: The files, open.
        framework: A framework beside the built-in one.
        progress: Called with the number of items read so far.

    Returns:
        The reader, after its first pass.
    """
    reader = reader_of(inputs, framework=framework, progress=progress)
    if reader.refused:
        tell_other_kinds(inputs, len(inputs.inputs))
    return reader


@contextlib.contextmanager
def opened(files: list[Path]) -> Generator[Turns]:
    """Files opened once, however often they are read: a pipe gives its content only once.

    An error that comes from one of several says from which.
    """
    turns = Turns()
    named = naming_turns(turns) if len(files) > 1 else contextlib.nullcontext()
    with named, contextlib.ExitStack() as stack:
        for turns.current, file in enumerate(files, 1):
            turns.inputs.append(stack.enter_context(open_input(file)))
        turns.current = None
        yield turns


@define
class _Accepted:
    """The records that count, each noted once: what is refused names nothing, nor does a repeat."""

    given: Given
    refused: frozenset[tuple[int, int]]
    _ids: set[str] = field(factory=set[str], init=False, repr=False)

    def note(self, source: int, number: int, record: AuditRecord | None) -> None:
        """Note the record of an item, if it counts."""
        if record is None or (source, number) in self.refused or record.record_id in self._ids:
            return
        self._ids.add(record.record_id)
        note(record.framework, self.given)


@frozen
class _Reported:
    """The report of an item, and where the item stands: its file, from 0, its number and line."""

    source: int
    item: int
    line: int
    report: ValidationReport

    def as_plain(self, with_file: bool) -> dict[str, Any]:  # noqa: FBT001  # one fact, by position
        """The item as JSON; of several files also which."""
        which = {"file": self.source + 1} if with_file else {}
        return {**which, "line": self.line, "report": unstructure(self.report)}


def _reports(
    inputs: Iterable[Input], mode: Mode, text_check: TextFinder | None, accepted: _Accepted
) -> Iterator[_Reported]:
    for source, opened_input in enumerate(inputs):
        for number, item in enumerate(items_of(opened_input, DEFAULT_LIMITS), 1):
            if not item.blank:
                checked = checked_item(item, accepted.given.framework, mode)
                accepted.note(source, number, checked.document)
                checked = with_text_problems(checked, mode, text_check)
                report = report_of(checked, mode, DEFAULT_LIMITS)
                yield _Reported(source, number, item.line, report)


def _conflicts(reader: RecordReader, mode: Mode) -> Iterator[_Reported]:
    """The reports of records that stand there with different contents."""
    for one in reader.refused:
        if one.problems[0].code == "record_conflict":
            checked: Checked[AuditRecord] = Checked(document=None, problems=one.problems)
            report = report_of(checked, mode, DEFAULT_LIMITS)
            yield _Reported(one.source, one.item, one.line, report)


def _print_reports(found: list[_Reported], files: int, reader: RecordReader) -> None:
    every = [(_place_of(files, one), p) for one in found for p in one.report.problems]
    every.sort(key=lambda one: SEVERITIES.index(one[1].severity))
    for place, problem in every[:PRINTED_PROBLEMS]:
        say(texts.problem_text(place, problem) + "\n")
    unprinted = max(len(every) - PRINTED_PROBLEMS, 0) + sum(one.report.more for one in found)
    if unprinted:
        say(f"... and {unprinted} more; --json has up to 100 of each record\n")
    say(
        texts.problems_in_short(
            [problem for _, problem in every], sum(one.report.more for one in found)
        )
    )
    say(accounting_in_words(reader.accounting))


def _place_of(files: int, one: _Reported) -> str:
    """Where an item stands: its line, and its number where lines do not tell items apart."""
    file = f"file {one.source + 1}, " if files > 1 else ""
    item = f"item {one.item}, " if one.item != one.line else ""
    return f"{file}{item}line {one.line}"


def combine_files(files: list[Path], given: Given) -> Iterator[AuditRecord]:
    """The records that the parts in files make, in the order of their first parts.

    Args:
        files: The files.
        given: The framework beside the built-in one; how many parts name it is noted there.

    Raises:
        InvalidDocument: If a part is not valid.
        Conflict: If two parts hold the same thing differently.
    """
    parts: dict[str, list[AuditRecord]] = {}
    read = accepted = 0
    with opened(files) as inputs:
        for place, item in _every_item(inputs):
            read += 1
            if not item.blank:
                record = _record_or_raise(place, item, given.framework)
                parts.setdefault(record.record_id, []).append(record)
                note(record.framework, given)
                accepted += 1
    if not parts:
        raise Misuse("there is no part of a record in these files")
    account = Accounting(read=read, accepted=accepted, blank=read - accepted)
    tell(accounting_in_words(account))
    tell_unnamed(given)
    return (api.combine(one) for one in parts.values())


def write_records(path: Path, records: Iterable[AuditRecord]) -> None:
    """Write records to a file, private where the system has such permissions: all, or none.

    Args:
        path: The file.
        records: The records, one a line.

    Raises:
        CannotWrite: If it cannot be written.
    """
    lines = [api.dumps(record) + b"\n" for record in records]
    write_atomically(path, b"".join(lines), private=True)
    written = count_of(len(lines), "record").replace(NBSP, " ")
    say(f"{written}: {path}")


def _every_item(inputs: Iterable[Input]) -> Iterator[tuple[str, Item]]:
    """Every item of several files, blank ones too, each with its place in words."""
    for file, one in enumerate(inputs, 1):
        for number, item in enumerate(items_of(one, DEFAULT_LIMITS), 1):
            yield f"file {file}, item {number}, line {item.line}", item


def _record_or_raise(place: str, item: Item, framework: Framework | None) -> AuditRecord:
    """The record of an item; where it cannot be taken, its place is said before why."""
    checked = checked_item(item, framework)
    if checked.document is None:
        tell(f"{place}: this record cannot be taken")
        tell_other_kind(item, RECORD)
        raise InvalidDocument(checked.problems, checked.more)
    return checked.document


def reader_of_all(
    only: Input, which: Which, framework: Framework | None, progress: Progress | None = None
) -> RecordReader | None:
    """The reader of a file of which no one record is asked for.

    Args:
        only: The file.
        which: The record that is asked for.
        framework: A framework beside the built-in one.
        progress: Called with the number of items read so far.

    Returns:
        The reader; None if one record is asked for.
    """
    return reader_of([only], framework=framework, progress=progress) if which.is_open else None


def one_record(only: Input, which: Which, given: Given, reader: RecordReader | None) -> AuditRecord:
    """The record of a file that is asked for, or its only record.

    Args:
        only: The file.
        which: The record that is asked for.
        given: The framework beside the built-in one; whether the record names it is noted there.
        reader: The reader of the file if no record is asked for.

    Raises:
        Misuse: If there are several and none is asked for, or none there.
        InvalidDocument: If the record is not valid.
    """
    record = _one_record(only, which, given.framework, reader)
    note(record.framework, given)
    return record


def _one_record(
    only: Input, which: Which, framework: Framework | None, reader: RecordReader | None
) -> AuditRecord:
    if reader is not None and reader.accounting.accepted == 1:
        return next(iter(reader))
    items = list(items_of(only, DEFAULT_LIMITS))
    numbered = ((n, item) for n, item in enumerate(items, 1) if not item.blank)
    asked = [(n, item) for n, item in numbered if which.is_it(n, item)]
    if len(asked) != 1:
        raise Misuse(_which_in_words(which, len(asked), items))
    number, item = asked[0]
    return _record_or_raise(f"item {number}, line {item.line}", item, framework)


def _which_in_words(which: Which, asked: int, items: list[Item]) -> str:
    """Why there is not one record: none is where one was asked for, or several are."""
    records = sum(not item.blank for item in items)
    if not records:
        return "there is no record in the file"
    if asked:
        where = "in the file" if which.line is None else f"that begin on line {which.line}"
        return (
            f"there are {asked:,} records {where}; name one with --line, the line on which it "
            "starts, or with --item, its number in the file"
        )
    if which.item is not None:
        return _no_such_item(which.item, which.line, items)
    are = "is" if records == 1 else "are"
    return f"no record begins on line {which.line}; there {are} {records:,}"


def _no_such_item(number: int, line: int | None, items: list[Item]) -> str:
    """Blank items are counted too, so that a number is the one that every message names."""
    if not 1 <= number <= len(items):
        numbered = "the only item is 1" if len(items) == 1 else f"they go from 1 to {len(items):,}"
        return f"no item has the number {number}; {numbered}"
    if items[number - 1].blank:
        return f"item {number} is blank"
    return f"item {number} does not begin on line {line}"


def tally_of(records: Iterable[AuditRecord], given: Given, method: Method) -> Tally:
    """The tally of records, under the framework that they name; of none, under that given.

    Args:
        records: The records.
        given: The framework beside the built-in one; how many records name it is noted there.
        method: How their positions settle.
    """
    read, chosen = under(records, given, given.framework)
    return api.tally(read, framework=chosen, method=method)


def under(
    records: Iterable[AuditRecord], given: Given, of_none: Framework | None
) -> tuple[Iterator[AuditRecord], Framework | None]:
    """The records, noted as they are read, and the local framework if the first of them names it.

    Args:
        records: The records.
        given: The framework beside the built-in one, and where to note how many name it.
        of_none: The framework where there is no record to name one.

    Returns:
        The records from the first on, and the framework to read them under; None: the built-in one.
    """
    local = given.framework
    remaining = iter(noted(records, given))
    first = next(remaining, None)
    if first is None:
        return remaining, of_none
    is_local = frameworks_for(first.framework, local)[1] is local
    return itertools.chain([first], remaining), local if is_local else None


def advise(reader: RecordReader) -> None:
    """Say on standard error what to do where a file holds no record, or is no such file at all.

    Args:
        reader: The reader of the files.
    """
    first = next((row(one.problems[0].code).group for one in reader.refused), "")
    if reader.accounting.read == reader.accounting.blank:
        tell("There is no record here. Name a file of records, .json or .jsonl;")
        tell("'positive-practice sample > sample.jsonl' makes some to try out.")
    elif first == "text" and not reader.accounting.accepted:
        tell("This does not look like a file of records (JSON or JSON Lines):")
        tell("check that it is the file that you meant.")


def refusals(reader: RecordReader) -> int:
    """Say on standard error what became of items that were not taken.

    Args:
        reader: The reader of the files.

    Returns:
        The exit code: 1 if an item was refused.
    """
    advise(reader)
    if reader.accounting.accepted < reader.accounting.read:
        tell(accounting_in_words(reader.accounting))
    if not reader.refused:
        return 0
    tell("Run 'positive-practice check' on the file to see why items were refused.")
    return 1
