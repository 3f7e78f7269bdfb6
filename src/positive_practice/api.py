"""The front door: each function here is a few lines over the rooms that do the work."""

import os
from collections.abc import Iterable
from typing import Any, BinaryIO, TypeVar, overload

from attrs import AttrsInstance

from positive_practice.derive.structure import Checked
from positive_practice.errors import LimitExceeded, Misuse
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.explanation import Agenda, Explanation
from positive_practice.model.framework import Framework
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.plain import is_document, unstructure
from positive_practice.model.problem import Problem, ValidationReport
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.model.tailoring import Tailoring
from positive_practice.model.tally import Tally
from positive_practice.model.terms import Method, Mode, OverallKind
from positive_practice.rules.answers import check_one_answer
from positive_practice.rules.check import (
    check_document,
    check_plain,
    check_text,
    mode_or_raise,
    report_of,
)
from positive_practice.rules.entrance import entrance
from positive_practice.rules.free_text import TextFinder, with_text_problems
from positive_practice.rules.policy import NO_POLICY, Policy
from positive_practice.rules.scorable import (
    document_or_raise,
    framework_of,
    framework_to_score,
    must_be_its_method,
    must_be_record,
    with_framework,
    with_integrity,
)
from positive_practice.scoring.agenda import make_agenda
from positive_practice.scoring.combine import combine_records
from positive_practice.scoring.explain import explain_record, explain_tally
from positive_practice.scoring.profile import make_profile
from positive_practice.scoring.tally import make_tally
from positive_practice.text.canonical import canonical
from positive_practice.text.files import read_bounded, write_atomically

__all__ = [
    "agenda",
    "check",
    "check_answer",
    "combine",
    "dump",
    "dumps",
    "explain",
    "load",
    "loads",
    "score",
    "tally",
    "validate",
]

D = TypeVar("D", bound=AttrsInstance)


@overload
def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> AuditRecord: ...
@overload
def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    type: type[D],
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> D: ...
@entrance
def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    type: type[Any] = AuditRecord,  # noqa: A002  # the name that readers of json and msgspec expect
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Any:
    """Read one document from a file.

    Args:
        source: A path, or a file open for reading bytes.
        type: The document class, such as ``Profile``; a record unless told otherwise.
        framework: A framework beside the built-in one, for a record made under it.
        limits: What the document may hold.

    Returns:
        The document, without a problem of text, version, structure or integrity.

    Raises:
        CannotRead: If the file cannot be read.
        InvalidDocument: With all its problems.
        UnsupportedVersion: If it has a schema version that this release does not read.
        UnknownFramework: If it names a framework that is not at hand.
        Misuse: If ``type`` is no document class.

    Source:
        record.md, "Problems".

    >>> load("examples/parts/college.json").case.population
    'care_leaver'
    """
    data = read_bounded(source, limits.record_bytes)
    return loads(data, type=type, framework=framework, limits=limits)


@overload
def loads(
    data: bytes | str, *, framework: Framework | None = None, limits: Limits = DEFAULT_LIMITS
) -> AuditRecord: ...
@overload
def loads(
    data: bytes | str,
    *,
    type: type[D],
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> D: ...
@entrance
def loads(
    data: bytes | str,
    *,
    type: type[Any] = AuditRecord,  # noqa: A002  # as in `load`
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Any:
    """Read one document from text or bytes.

    Args:
        data: The JSON text, UTF-8 if bytes.
        type: As in ``load``.
        framework: As in ``load``.
        limits: As in ``load``.

    Returns:
        The document, without a problem of text, version, structure or integrity.

    Raises:
        InvalidDocument: With all its problems.
        UnsupportedVersion: If it has a schema version that this release does not read.
        UnknownFramework: If it names a framework that is not at hand.
        Misuse: If ``type`` is no document class.

    Source:
        record.md, "Problems".

    >>> profile = score(load("examples/parts/college.json"))
    >>> loads(dumps(profile), type=Profile) == profile
    True
    """
    _must_be_document_class(type)
    if not isinstance(data, str | bytes):
        raise Misuse("loads takes JSON text or bytes; for a file pp.load, for values pp.validate")
    checked = check_text(data, type, framework=framework, limits=limits)
    return document_or_raise(checked, limits)


def _must_be_document_class(cls: Any) -> None:
    if not is_document(cls):
        raise Misuse("type takes the class of a document, such as pp.Profile")


@entrance
def dumps(document: Any, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Write a document as canonical JSON (RFC 8785).

    Args:
        document: A value of any document class.
        limits: How many bytes it may have; of what else ``loads`` limits no document has more.

    Returns:
        UTF-8 bytes; ``loads`` reads them back to an equal value.

    Raises:
        LimitExceeded: If it is larger than ``loads`` would take.
        Misuse: If it is no document.

    Source:
        record.md, "What a serialiser promises".

    >>> dumps(load("examples/parts/college.json"))[:30]
    b'{"actions":[{"accountable":{"a'
    """
    if not is_document(document.__class__):
        raise Misuse("dumps writes one document; for records, write one a line with format jsonl")
    data = canonical(unstructure(document))
    if len(data) > limits.record_bytes:
        raise LimitExceeded("record_bytes", limits.record_bytes)
    return data


@entrance
def dump(document: Any, path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> None:
    """Write a document to a file, which afterwards is the old one or the new one, never torn.

    Args:
        document: A value of any document class.
        path: Where. On Linux and macOS only its owner and administrators may read the file, unless
            it is a framework, a tailoring or an urgent-help notice, which hold nothing about
            anybody; on Windows the permissions of the folder count.
        limits: How many bytes it may have.

    Raises:
        CannotWrite: If it cannot be written.
        LimitExceeded: If it is larger than ``load`` would take.
        Misuse: If it is no document, or ``path`` is no path.

    Source:
        record.md, "What a serialiser promises"; hostile-input.md.

    >>> import tempfile
    >>> profile = score(load("examples/parts/college.json"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dump(profile, f"{folder}/profile.json")
    ...     load(f"{folder}/profile.json", type=Profile) == profile
    True
    """
    is_for_all = isinstance(document, Framework | Tailoring | UrgentHelpNotice)
    write_atomically(path, dumps(document, limits=limits), private=not is_for_all)


@entrance
def check(  # each is a choice of its own, with a default
    document: Any,
    *,
    mode: Mode = "submitted",
    policy: Policy = NO_POLICY,
    type: type[Any] | None = None,  # noqa: A002  # as in `load`
    framework: Framework | None = None,
    text_check: TextFinder | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ValidationReport:
    """Look for every problem of a document; bad data is reported, never raised.

    Args:
        document: Text, bytes, plain values or a document.
        mode: ``draft``, ``submitted``, ``agreed`` or ``publish``: how strictly quality is
            looked at.
        policy: Rules of your own, and quality rules that you switch off or grade otherwise.
        type: The document class; that of a document is its own, that of text and plain values
            is a record unless told otherwise.
        framework: A framework beside the built-in one.
        text_check: Look for personal data in the free texts of a record too, with this function:
            ``positive_practice.privacy.identifiers.find_identifiers`` (extra ``privacy``), or one
            of your own. Never complete: a text without a finding has to be read as well.
        limits: What a text may hold, and how many problems are kept.

    Returns:
        The report: ``ok`` says that there is no error, ``problems`` lists what was found.

    Raises:
        UnknownName: If there is no such mode.
        Misuse: If ``type`` is no document class, or not that of the document, or the text check is
            no such function or fails.

    Source:
        record.md, "Problems".

    >>> [problem.code for problem in check("{").problems]
    ['json_syntax']
    """
    checked = _check(document, type, mode, policy, framework, limits, text_check)
    return report_of(checked, mode, limits)


@overload
def validate(
    document: bytes | bytearray | str | dict[str, Any],
    *,
    mode: Mode = "submitted",
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
    text_check: TextFinder | None = None,
) -> AuditRecord: ...
@overload
def validate(
    document: Any,
    *,
    mode: Mode = "submitted",
    policy: Policy = NO_POLICY,
    type: type[D],
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
    text_check: TextFinder | None = None,
) -> D: ...
@overload
def validate(
    document: D,
    *,
    mode: Mode = "submitted",
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
    text_check: TextFinder | None = None,
) -> D: ...
@entrance
def validate(  # as in `check`
    document: Any,
    *,
    mode: Mode = "submitted",
    policy: Policy = NO_POLICY,
    type: type[Any] | None = None,  # noqa: A002  # as in `load`
    framework: Framework | None = None,
    text_check: TextFinder | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Any:
    """Return a document that has no error, or raise; the raising form of ``check``.

    Args:
        document: Text, bytes, plain values or a document.
        mode: As in ``check``.
        policy: As in ``check``.
        type: As in ``check``.
        framework: As in ``check``.
        text_check: As in ``check``.
        limits: As in ``check``.

    Returns:
        The document.

    Raises:
        InvalidDocument: With all the problems, if any is an error.
        UnsupportedVersion: If it has a schema version that this release does not read.
        UnknownFramework: If it names a framework that is not at hand.
        UnknownName: If there is no such mode.
        Misuse: If ``type`` is no document class, or the text check is no such function or fails.

    Source:
        record.md, "Problems".

    >>> validate(load("examples/parts/college.json"), mode="draft").case.age_band
    '18-20'
    """
    checked = _check(document, type, mode, policy, framework, limits, text_check)
    found = document_or_raise(checked, limits)
    report_of(checked, mode, limits).raise_for_problems()
    return found


@entrance
def check_answer(
    answer: Any,
    record: AuditRecord,
    *,
    mode: Mode = "draft",
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
) -> tuple[Problem, ...]:
    """Look for the problems of one answer, while somebody is writing it into a form.

    Args:
        answer: The answer, as plain values or as an ``Answer``.
        record: The record that it is to be part of, with what is known so far.
        mode: As in ``check``.
        policy: Quality rules that you switch off or grade otherwise.
        framework: A framework beside the built-in one.

    Returns:
        Every problem that the answer itself decides, with pointers that begin at the answer; what
        depends on other answers, such as a position seen differently, is for ``check``.

    Raises:
        Misuse: If ``record`` is no record.
        UnknownName: If there is no such mode.
        UnknownFramework: If the framework that the record names is not at hand.

    Source:
        record.md, "Problems".

    >>> record = load("examples/parts/college.json")
    >>> answer = {"practice": "GA1", "rating": "fully", "reason": "withheld"}
    >>> [(problem.code, problem.pointer) for problem in check_answer(answer, record)]
    [('reason_not_allowed', '/reason')]
    """
    must_be_record(record)
    return check_one_answer(answer, record, mode_or_raise(mode), policy, framework)


def _check(
    document: object,
    cls: type[Any] | None,
    mode: Mode,
    policy: Policy,
    framework: Framework | None,
    limits: Limits,
    text_check: TextFinder | None,
) -> Checked[Any]:
    mode_or_raise(mode)
    checked = _check_form(document, cls, mode, policy, framework, limits)
    return with_text_problems(checked, mode, text_check)


def _check_form(
    document: object,
    cls: type[Any] | None,
    mode: Mode,
    policy: Policy,
    framework: Framework | None,
    limits: Limits,
) -> Checked[Any]:
    """Check text, a document or plain values, each from where it stands on the way."""
    own = type(document)
    is_value = is_document(own)
    wanted = cls or (own if is_value else AuditRecord)
    _must_be_document_class(wanted)
    if isinstance(document, bytes | bytearray | str):
        data = document if isinstance(document, str) else bytes(document)
        return check_text(
            data, wanted, mode=mode, policy=policy, framework=framework, limits=limits
        )
    if is_value:
        if not isinstance(document, wanted):
            raise Misuse("type is not the class of this document; leave it out")
        return check_document(document, mode=mode, policy=policy, framework=framework)
    return check_plain(
        document, wanted, mode=mode, policy=policy, framework=framework, limits=limits
    )


@entrance
def tally(
    records: Iterable[AuditRecord], *, framework: Framework | None = None, method: Method = "agreed"
) -> Tally:
    """Count the states of records at each position; all scores are functions of it.

    Args:
        records: Any number of records of one framework, read once.
        framework: The framework of the records if it is not the built-in one; also that of no
            records.
        method: ``agreed``, ``lowest`` or ``lower_median``: how positions are settled.

    Returns:
        The tally. Tallies add: ``tally(a) + tally(b)`` is the tally of both.

    Raises:
        Misuse: If it is given one record instead of several.
        InvalidDocument: If a record breaks an integrity rule.
        NotComparable: If the records were made under different frameworks, or under another than
            the one given.
        UnknownFramework: If the framework that they name is not at hand.
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 5.

    >>> tally([load("examples/parts/college.json")]).records
    1
    """
    if not isinstance(records, Iterable) or isinstance(records, Framework | Tally | str | bytes):
        raise Misuse("tally takes several records: pp.tally([record]), or pp.score(record) for one")
    return make_tally(*with_framework(records, framework), method)


@entrance
def score(
    scored: AuditRecord | Tally,
    *,
    framework: Framework | None = None,
    method: Method = "agreed",
    overall: OverallKind | None = None,
) -> Profile:
    """Score one record, or the tally of many: exact, and about practice, never about a person.

    Args:
        scored: A record, or a tally, which keeps its own framework and method.
        framework: A framework beside the built-in one, if the record was made under it.
        method: ``agreed``, ``lowest`` or ``lower_median``: how the positions of a record settle;
            a tally is counted by a method already, and keeps it under ``agreed``, the usual one.
        overall: ``pooled`` or ``mean_of_elements`` for one number over everything; none otherwise.

    Returns:
        The profile: counts first, then scores with their bounds and coverage.

    Raises:
        Misuse: If it is given several records instead of a tally.
        InvalidDocument: If the record breaks an integrity rule, or the tally contradicts itself.
        NotComparable: If the tally was made under another framework than the one given, was
            counted by another method than ``lowest`` or ``lower_median`` where one of these is
            given, or does not have its positions in order.
        UnknownFramework: If the framework is not at hand.
        UnknownName: If there is no such method or overall number.

    Source:
        scoring.md, sections 3 and 4.

    >>> score(load("examples/parts/college.json")).element("GA").score.coverage
    Fraction(1, 4)
    """
    if isinstance(scored, AuditRecord):
        chosen = framework_to_score(scored.framework, framework)
        own = make_tally([with_integrity(scored, framework)], chosen, method)
        return make_profile(own, chosen, overall)
    if not isinstance(scored, Tally):
        raise Misuse("score takes one record or a tally: pp.score(pp.tally(records)) for several")
    must_be_its_method(scored, method)
    return make_profile(scored, framework_of(scored, framework), overall)


@entrance
def combine(records: Iterable[AuditRecord]) -> AuditRecord:
    """Join the parts that several agencies hold of one record.

    Args:
        records: Parts with the same ``record_id``, in any order, a part any number of times.

    Returns:
        One record, with every array in one fixed order.

    Raises:
        Conflict: If two parts hold the same thing differently; it names the places.
        InvalidDocument: If the parts together hold more than a record may.
        Misuse: If there is no part.

    Source:
        record.md, "The record"; law M1.

    >>> parts = [load(f"examples/parts/{name}.json") for name in ("college", "leaving-care")]
    >>> len(combine(parts).submissions)
    2
    """
    if not isinstance(records, Iterable):
        raise Misuse("combine takes several parts of a record: pp.combine([first, second])")
    parts = tuple(records)
    for part in parts:
        must_be_record(part)
    return combine_records(parts)


@entrance
def agenda(record: AuditRecord, *, framework: Framework | None = None) -> Agenda:
    """What a review meeting should talk about: where agencies differ, and what nobody could say.

    Args:
        record: A record.
        framework: A framework beside the built-in one, if the record was made under it.

    Returns:
        The contested positions, the spreads and the open positions, each with who said what.

    Raises:
        Misuse: If it is given anything but a record.
        InvalidDocument: If the record breaks an integrity rule.
        UnknownFramework: If the framework is not at hand.

    Source:
        scoring.md, sections 1 and 2.

    >>> agenda(load("examples/parts/college.json")).items[0].state
    'not_known'
    """
    must_be_record(record)
    chosen = framework_to_score(record.framework, framework)
    return make_agenda(with_integrity(record, framework), chosen)


@entrance
def explain(
    scored: AuditRecord | Tally,
    id: str,  # noqa: A002  # the documents' own word
    *,
    framework: Framework | None = None,
    method: Method = "agreed",
) -> Explanation:
    """Where a number comes from: the positions, states and answers behind it.

    Args:
        scored: A record, or a tally (then without answers).
        id: An element, practice or position, such as ``MA``, ``MA1`` or ``MA1.assessment``.
        framework: A framework beside the built-in one, if the record was made under it.
        method: As in ``score``.

    Returns:
        The score, and each position behind it with its weight, counts and what was said there.

    Raises:
        Misuse: If it is given neither a record nor a tally.
        InvalidDocument: If the record breaks an integrity rule, or the tally contradicts itself.
        NotComparable: If the tally was made under another framework than the one given, or
            counted by another method than ``lowest`` or ``lower_median`` where one is given.
        UnknownFramework: If the framework is not at hand.
        UnknownName: If there is no such id or method; the error lists those that exist.

    Source:
        scoring.md, sections 2 to 4.

    >>> explain(load("examples/parts/college.json"), "GA1").positions[0].position
    'GA1'
    """
    if isinstance(scored, Tally):
        must_be_its_method(scored, method)
        return explain_tally(scored, id, framework_of(scored, framework))
    must_be_record(scored)
    chosen = framework_to_score(scored.framework, framework)
    return explain_record(with_integrity(scored, framework), id, chosen, method)
