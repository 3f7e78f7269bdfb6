"""The command ``report``: files -> summary, report.html, profile.json, refused.jsonl."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from positive_practice import api
from positive_practice.batch.reader import RecordReader, RefusedRecord
from positive_practice.cli.batches import advise, records_of, tally_of
from positive_practice.cli.frameworks import shown_for
from positive_practice.cli.given import Given, must_be_named
from positive_practice.cli.opening import notice_of
from positive_practice.cli.output import give, is_unicode, say
from positive_practice.errors import CannotWrite
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord
from positive_practice.model.terms import Method, OverallKind
from positive_practice.report.content import Content, Gatherer
from positive_practice.report.html import render
from positive_practice.report.terminal import summary
from positive_practice.text.files import ordinary_target, write_atomically

__all__ = ["write_report"]


def write_report(  # the command's options
    files: list[Path],
    output: Path,
    *,
    method: Method,
    overall: OverallKind | None,
    given: Given,
    notice: Path | None,
    as_json: bool,
) -> int:
    """Check, settle and score files, print the summary and write the report.

    Args:
        files: The files of records.
        output: The directory to write into; it is made if it is missing.
        method: How positions settle.
        overall: Which number over everything, or None.
        given: The framework beside the built-in one; how many records name it is noted there.
        notice: The file of an urgent-help notice, or None for the shipped one.
        as_json: Whether to print JSON instead of the summary.

    Returns:
        The exit code: 1 if an item was refused.
    """
    urgent_help = notice_of(notice)
    gatherer, framework = Gatherer(), given.framework
    with records_of(files, framework) as reader:
        tally = tally_of(_seen_by(gatherer, reader), given, method)
    must_be_named(given)
    profile = api.score(tally, framework=framework, overall=overall)
    content = gatherer.content(
        profile=profile,
        accounting=reader.accounting,
        notice=urgent_help,
        framework=shown_for(profile.framework, framework),
    )
    _write_files(output, content, reader)
    advise(reader)
    if as_json:
        give({"accounting": attrs.asdict(reader.accounting), "profile": unstructure(profile)})
    else:
        say(_as_text(content, output, reader))
    return 1 if reader.refused else 0


def _seen_by(gatherer: Gatherer, records: Iterable[AuditRecord]) -> Iterator[AuditRecord]:
    for record in records:
        gatherer.add(record)
        yield record


def _write_files(output: Path, content: Content, reader: RecordReader) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"the directory cannot be made: {error.strerror}") from None
    files = {
        "report.html": render(content),
        "profile.json": api.dumps(content.profile),
        "refused.jsonl": "".join(_refused_line(one) for one in reader.refused).encode(),
    }
    for name in files:  # all or none: a target that cannot be written is found first
        ordinary_target(output / name)
    for name, data in files.items():
        write_atomically(output / name, data, private=True)


def _refused_line(one: RefusedRecord) -> str:
    problems = [{"code": p.code, "pointer": p.pointer} for p in one.problems]
    where = {"file": one.source + 1, "item": one.item, "line": one.line}
    return json.dumps({**where, "problems": problems}) + "\n"


def _as_text(content: Content, output: Path, reader: RecordReader) -> str:
    lines = [summary(content, unicode=is_unicode()), ""]
    if reader.refused:
        lines += [f"Which were refused: {output / 'refused.jsonl'}"]
    lines += [f"To read and print: {output / 'report.html'}"]
    return "\n".join(lines)
