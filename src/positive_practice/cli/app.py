"""The commands: arguments -> one public function -> what it gives, printed, and an exit code."""

import os
import re
from pathlib import Path
from typing import Annotated, TypeAlias

from cyclopts import App, CycloptsError, Parameter

import positive_practice
from positive_practice import api, comparing
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.catalogue.documents import schema as schema_of
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.cli import texts
from positive_practice.cli.batches import (
    Which,
    check_files,
    combine_files,
    one_record,
    opened,
    reader_of_all,
    records_of,
    refusals,
    tally_of,
    under,
    write_records,
)
from positive_practice.cli.compare import compare_files
from positive_practice.cli.frameworks import (
    FrameworkFile,
    TailoringFile,
    files_of,
    given_by,
    shown_for,
)
from positive_practice.cli.given import must_be_named, tell_unnamed
from positive_practice.cli.kinds import expecting
from positive_practice.cli.naming import naming, said
from positive_practice.cli.opening import NoticeFile, notice_of, show
from positive_practice.cli.output import give, give_text, say, tell
from positive_practice.cli.progress import counting
from positive_practice.cli.report import write_report
from positive_practice.cli.verification import verification_as_plain, verification_text
from positive_practice.errors import CannotRead, CannotWrite, Misuse, PositivePracticeError
from positive_practice.model.counts import Counts
from positive_practice.model.framework import Element, Framework, Practice
from positive_practice.model.lookup import find
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.model.tally import Tally
from positive_practice.model.terms import Method, Mode, OverallKind
from positive_practice.problems.table import row, rows, table
from positive_practice.report.agenda import heading_of
from positive_practice.report.agreement import agreement_text
from positive_practice.rules.free_text import TextFinder
from positive_practice.rules.tailor import provenance, tailor
from positive_practice.samples import sample as sample_records
from positive_practice.scoring.agreement import MINIMUM_UNITS

__all__ = ["run"]

FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3

app = App(
    name="positive-practice",
    help=(
        "Audit practice against the framework of three features and four golden threads. "
        "It is about practice, never about a person; it is for learning, and no part of "
        "deciding who gets help."
    ),
    version=positive_practice.__version__,
    help_format="plaintext",
)

STANDARD_INPUT = "/dev/stdin"
ID = re.compile(r"[A-Z]{2}[1-9]?(\.[a-z]+)?")
"""What ids look like: of an element, a practice or a position."""

Files: TypeAlias = Annotated[
    list[Path],
    Parameter(
        help=(
            "Files of records: .json (one record or an array) or .jsonl; gzip is read too. "
            "- is standard input."
        ),
        negative="",
    ),
]
File: TypeAlias = Annotated[
    Path, Parameter(help="A file of records: .json or .jsonl, gzip too; - is standard input.")
]
AsJson: TypeAlias = Annotated[bool, Parameter(name="--json", negative="", help="Print JSON.")]
Settling: TypeAlias = Annotated[Method, Parameter(help="How differing answers settle.")]
InAll: TypeAlias = Annotated[OverallKind | None, Parameter(help="One number over everything.")]
Line: TypeAlias = Annotated[
    int | None, Parameter(help="The line of the record, if the file holds several.")
]
Number: TypeAlias = Annotated[
    int | None, Parameter(help="The number of the item in the file, from 1; blank ones count.")
]


def run(arguments: list[str]) -> int:
    """Run one command.

    Args:
        arguments: The arguments after the command's own name.

    Returns:
        The exit code: 0 fine; 1 a record refused or an error found; 2 wrong use; 3 not read or
        not written.
    """
    try:
        named = [_standard_input(argument) for argument in arguments]
        code = app(named, exit_on_error=False, result_action="return_value")
    except CycloptsError:
        return WRONG_USE
    except (CannotRead, CannotWrite) as error:
        return _say(error, NO_FILE)
    except PositivePracticeError as error:
        is_data = isinstance(error, ValueError)
        return _say(error, FOUND if is_data else WRONG_USE)
    return code if isinstance(code, int) else FINE


def _standard_input(argument: str) -> str:
    """The file behind ``-``, which cyclopts would take for an option."""
    return STANDARD_INPUT if argument == "-" else argument


def _say(error: PositivePracticeError, code: int) -> int:
    tell(f"positive-practice: {said(error)}")
    return code


@app.command
def report(  # the command's options
    files: Files,
    *,
    output: Annotated[
        Path, Parameter(name=["--output", "-o"], help="The directory for the report.")
    ] = Path("positive-practice-report"),
    method: Settling = "agreed",
    overall: InAll = None,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """Check, settle and score an audit; print a summary and write report.html beside the data."""
    return write_report(
        files,
        output,
        method=method,
        overall=overall,
        given=given_by(framework, tailoring),
        notice=notice,
        as_json=as_json,
    )


@app.command
def check(
    files: Files,
    *,
    mode: Annotated[Mode, Parameter(help="How strictly quality is looked at.")] = "submitted",
    text_check: Annotated[
        bool,
        Parameter(
            negative="",
            help="Look for personal data in free texts too (extra privacy); always in publish.",
        ),
    ] = False,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    as_json: AsJson = False,
) -> int:
    """Look for every problem in records and say what to do about each."""
    found = check_files(
        files,
        mode=mode,
        text_check=_text_check() if text_check or mode == "publish" else None,
        given=given_by(framework, tailoring),
        as_json=as_json,
    )
    return FINE if found else FOUND


@app.command
def score(
    files: Files,
    *,
    method: Settling = "agreed",
    overall: InAll = None,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """Score records together, and print the scores."""
    given, urgent_help = given_by(framework, tailoring), notice_of(notice)
    local = given.framework
    with records_of(files, local) as reader:
        tally = tally_of(reader, given, method)
    must_be_named(given)
    profile = api.score(tally, framework=local, overall=overall)
    shown = shown_for(profile.framework, local)
    show(
        profile,
        lambda: texts.profile_text(profile, reader.accounting, shown),
        as_json=as_json,
        notice=urgent_help,
    )
    return refusals(reader)


@app.command
def agreement(
    files: Files,
    *,
    minimum_units: Annotated[
        int, Parameter(help="With fewer results to compare, alpha is withheld.")
    ] = MINIMUM_UNITS,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """How far agencies see the same practice alike; it describes the audit, never a worker."""
    given, urgent_help = given_by(framework, tailoring), notice_of(notice)
    local = given.framework
    with records_of(files, local) as reader:
        records, chosen = under(reader, given, local)
        found = comparing.agreement(records, framework=chosen, minimum_units=minimum_units)
    must_be_named(given)
    show(
        found,
        lambda: agreement_text(found, reader.accounting),
        as_json=as_json,
        notice=urgent_help,
    )
    return refusals(reader)


@app.command
def verify(
    profile: Annotated[Path, Parameter(help="The file of a profile, such as profile.json.")],
    files: Files,
    *,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """Recompute a profile from its records, and say element by element what differs."""
    given, urgent_help = given_by(framework, tailoring), notice_of(notice)
    local = given.framework
    with (
        naming("the profile"),
        expecting("profile", profile, "the first file has to be the profile"),
    ):
        stored = api.load(profile, type=Profile)
    made_under = shown_for(stored.framework, local)
    with records_of(files, local) as reader:
        records, chosen = under(reader, given, made_under)
        found = comparing.verify(stored, records, framework=chosen)
    tell_unnamed(given)
    show(
        found,
        lambda: verification_text(found, stored),
        as_json=as_json,
        notice=urgent_help,
        plain=verification_as_plain,
    )
    return refusals(reader) or (FINE if found.ok else FOUND)


@app.command
def combine(
    files: Files,
    *,
    output: Annotated[
        Path | None,
        Parameter(
            name=["--output", "-o"],
            help="The file for the records; without it they are printed.",
        ),
    ] = None,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
) -> int:
    """Join the parts that several agencies hold of a record: one record a line."""
    records = combine_files(files, given_by(framework, tailoring))
    if output is None:
        for record in records:
            give_text(api.dumps(record).decode())
    else:
        write_records(output, records)
    return FINE


@app.command
def compare(
    first: Annotated[Path, Parameter(help="A file of records, or a profile.json of a report.")],
    second: Annotated[Path, Parameter(help="The file to compare with it.")],
    *,
    method: Settling = "agreed",
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """What differs between two sets of records, and whether it must; never a ranking."""
    return compare_files(
        first,
        second,
        method=method,
        given=given_by(framework, tailoring),
        notice=notice_of(notice),
        as_json=as_json,
    )


@app.command
def agenda(
    file: File,
    *,
    line: Line = None,
    item: Number = None,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """What a review meeting of one record should talk about."""
    given, urgent_help = given_by(framework, tailoring), notice_of(notice)
    local, which = given.framework, Which(line, item)
    with opened([file]) as (only,):
        record = one_record(only, which, given, reader_of_all(only, which, local))
    must_be_named(given)
    found = api.agenda(record, framework=local)
    show(
        found,
        lambda: texts.agenda_text(found, shown_for(record.framework, local)),
        as_json=as_json,
        notice=urgent_help,
    )
    return FINE


@app.command
def explain(  # the command's options
    id: Annotated[str, Parameter(help="An element, practice or position, such as MA.")],  # noqa: A002  # the documents' own word
    file: File,
    *,
    line: Line = None,
    item: Number = None,
    method: Settling = "agreed",
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    notice: NoticeFile = None,
    as_json: AsJson = False,
) -> int:
    """What stands behind a number: positions, states, and for one record who said what."""
    _must_come_first(id, file)
    given, urgent_help = given_by(framework, tailoring), notice_of(notice)
    local, which = given.framework, Which(line, item)
    with counting() as progress, opened([file]) as (only,):
        reader = reader_of_all(only, which, local, progress)
        several = reader if reader is not None and reader.accounting.accepted > 1 else None
        scored: AuditRecord | Tally = (
            one_record(only, which, given, reader)
            if several is None
            else tally_of(several, given, method)
        )
    must_be_named(given)
    found = api.explain(scored, _as_id(id), framework=local, method=method)
    shown = shown_for(scored.framework, local)
    chosen = scored.selections if isinstance(scored, Tally) else Counts()
    show(
        found,
        lambda: texts.explanation_text(found, shown, chosen),
        as_json=as_json,
        notice=urgent_help,
    )
    return FINE if several is None else refusals(several)


@app.command
def rule(
    code: Annotated[str | None, Parameter(help="A problem code, such as undecided.")] = None,
    *,
    as_json: AsJson = False,
) -> int:
    """What a problem code means and what to do about it; without a code, all of them."""
    if as_json:
        plain = {one["code"]: one for one in table()["problems"]}
        give([*plain.values()] if code is None else find("problem code", plain, code))
        return FINE
    say(texts.rules_text(rows().values()) if code is None else texts.rule_text(row(code)))
    return FINE


@app.command
def schema(
    name: Annotated[str | None, Parameter(help="A document, such as audit-record.")] = None,
) -> int:
    """The JSON Schema of a document; without a name, the documents that there are."""
    if name is None:
        say("\n".join(DOCUMENTS))
    else:
        give(schema_of(name))
    return FINE


@app.command
def framework(
    id: Annotated[  # noqa: A002  # the documents' own word
        str | None, Parameter(help="An element, practice or position, such as MA or MA1.")
    ] = None,
    *,
    framework: FrameworkFile = None,
    tailoring: TailoringFile = None,
    as_json: AsJson = False,
) -> int:
    """Browse the framework: all at a glance, an element or practice, what a tailoring changes."""
    given, local = files_of(framework, tailoring)
    published = given or shipped_framework()
    with naming("--tailoring"):
        chosen = published if local is None else tailor(published, local)
    if id is None:
        changes = None if local is None else provenance(published, local)
        show(chosen, lambda: texts.framework_text(chosen, changes), as_json=as_json)
    else:
        found, title = _part_of(chosen, _as_id(id))
        show(found, lambda: texts.part_text(found, title), as_json=as_json)
    return FINE


def _part_of(
    framework: Framework,
    id: str,  # noqa: A002  # the documents' own word
) -> tuple[Element | Practice, str | None]:
    """An element or practice; or the practice of a position, with the title of the position."""
    if "." in id:
        position = framework.position(id)
        return framework.practice(position.practice), heading_of(position.id, framework)
    parts: list[Element | Practice] = [*framework.elements, *framework.practices]
    return find("element or practice", {part.id: part for part in parts}, id), None


@app.command
def sample(
    *,
    n: Annotated[int, Parameter(name=["-n", "--number"], help="How many records.")] = 12,
    seed: Annotated[int, Parameter(help="The same seed gives the same records.")] = 0,
) -> int:
    """Print synthetic records of believable shape, one a line; nobody real is in them."""
    for record in sample_records(n, seed=seed):
        give_text(api.dumps(record).decode())
    return FINE


def _must_come_first(id: str, file: Path) -> None:  # noqa: A002  # the documents' own word
    """An id and a file in the wrong order are told as that, not as a file that is missing."""
    exists = os.path.exists  # says no, where Path raises for a name of any length
    if not ID.fullmatch(_as_id(id)) and exists(id) and not exists(file):
        meant = _as_id(str(file))
        raise Misuse(f"the id comes first: explain {meant if ID.fullmatch(meant) else 'ID'} FILE")


def _as_id(text: str) -> str:
    """An id as the framework writes it: letters large, a stage small.

    >>> _as_id("ma1.Planning")
    'MA1.planning'
    """
    practice, dot, stage = text.partition(".")
    return practice.upper() + dot + stage.lower()


def _text_check() -> TextFinder:
    """The identifier check, or the error that says which extra brings it."""
    from positive_practice.privacy.identifiers import find_identifiers

    return find_identifiers
