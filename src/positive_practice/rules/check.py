"""The way of a document through all checks: bytes -> a document and its problems."""

import functools
from typing import Any, TypeAlias, TypeVar

import attrs

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import known_frameworks
from positive_practice.derive.plainly import read_plainly
from positive_practice.derive.structure import Checked, is_of_another_version, structure
from positive_practice.errors import UnknownFramework, UnknownName
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.framework import Framework
from positive_practice.model.problem import Problem, ValidationReport
from positive_practice.model.record import AuditRecord, FrameworkRef
from positive_practice.model.tailoring import Edition, Tailoring
from positive_practice.model.terms import MODES, SEVERITIES, Mode
from positive_practice.problems.table import problem, rows
from positive_practice.rules.broken import as_problem, broken_integrity, broken_quality
from positive_practice.rules.policy import NO_POLICY, Policy
from positive_practice.rules.results import rules_of
from positive_practice.rules.subject import Saying, Subject, sayings
from positive_practice.rules.tailorings import tailoring_problems
from positive_practice.text.plain import is_object
from positive_practice.text.strict_json import JsonFault, parse

__all__ = [
    "check_document",
    "check_plain",
    "check_text",
    "frameworks_for",
    "mode_or_raise",
    "report_of",
    "text_problem",
    "within",
]

D = TypeVar("D")
Names: TypeAlias = tuple[str, str, tuple[str, str] | None]
"""The id and version of a framework, and those of its tailoring if it has one."""

FILES = (".json", ".jsonl", ".gz")
"""How the names of files end, and no JSON text does."""

NAMING = (AuditRecord, Tailoring)
"""The documents that name a framework which they are held against."""


def check_text(
    data: bytes | str,
    cls: type[D],
    *,
    mode: Mode | None = None,
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Checked[D]:
    """Check the text of a document.

    Args:
        data: The JSON text.
        cls: The document class.
        mode: How strictly the quality of a record is looked at; None: not at all.
        policy: What a project adds to the rules of quality, switches off or grades otherwise.
        framework: A framework beside the built-in one.
        limits: What the text may hold.

    Returns:
        The document, unless its text, version, structure or integrity is at fault; all problems.
    """
    try:
        document = read_plainly(data, cls, limits)
        plain = parse(data, limits=limits) if document is None else None
    except JsonFault as fault:
        return Checked(document=None, problems=(_or_a_path(text_problem(fault), data),))
    if document is not None:
        return check_document(document, mode=mode, policy=policy, framework=framework)
    return check_plain(plain, cls, mode=mode, policy=policy, framework=framework, limits=limits)


def _or_a_path(found: Problem, data: bytes | str) -> Problem:
    """The problem of a text, and what to do if it is the name of a file."""
    if not (isinstance(data, str) and data.endswith(FILES)):
        return found
    return attrs.evolve(found, hint=f"{found.hint} If this is the path of a file: pp.load(path).")


def text_problem(fault: JsonFault) -> Problem:
    """The problem of a text that is no JSON to us."""
    facts = (("limit", fault.limit),) if fault.limit is not None else ()
    return problem(fault.code, "", line=fault.line, offset=fault.offset, facts=facts)


def check_plain(
    plain: Any,
    cls: type[D],
    *,
    mode: Mode | None = None,
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Checked[D]:
    """Check plain values, as ``check_text`` does after parsing.

    Source:
        record.md, "Problems".
    """
    alone = _version_problem(plain) or _framework_problem(plain, cls, framework)
    if alone is not None:
        return Checked(document=None, problems=(alone,))
    checked = structure(plain, cls, limits.problems)
    if checked.document is None:
        return checked
    return check_document(checked.document, mode=mode, policy=policy, framework=framework)


def check_document(
    document: D,
    *,
    mode: Mode | None = None,
    policy: Policy = NO_POLICY,
    framework: Framework | None = None,
) -> Checked[D]:
    """Check a document that exists: its integrity and, in a mode, its quality."""
    if isinstance(document, NAMING) and _base(_names(document.framework), framework) is None:
        alone = problem("unknown_framework", "/framework")
        return Checked(document=None, problems=(alone,))
    problems = _problems(document, mode, policy, framework)
    is_refused = any(_refuses(one.code) for one in problems)
    if is_refused:
        return Checked(document=None, problems=problems, refused=document)
    return Checked(document=document, problems=problems)


def _problems(
    document: Any, mode: Mode | None, policy: Policy, framework: Framework | None
) -> tuple[Problem, ...]:
    """The problems of a document, the framework that it names being at hand."""
    if isinstance(document, AuditRecord):
        return _record_problems(document, mode, policy, framework)
    if isinstance(document, Tailoring):
        base = _base_or_raise(_names(document.framework), framework)
        return tuple(tailoring_problems(document, base))
    return tuple(
        problem(code, place.pointer)
        for code, rule in rules_of(document).items()
        for place in rule(document)
    )


def _refuses(code: str) -> bool:
    """Whether a document with such a problem is not taken: never for quality, ours or local."""
    return code in rows() and rows()[code].group != "quality"


def report_of(checked: Checked[Any], mode: Mode, limits: Limits) -> ValidationReport:
    """The report of a check, up to the limit."""
    kept = within(checked, limits.problems)
    return ValidationReport(
        mode=mode,
        ok=all(one.severity != "error" for one in checked.problems),
        problems=kept.problems,
        more=kept.more,
    )


def within(checked: Checked[D], most: int) -> Checked[D]:
    """A check with as many problems as are kept, and how many more there are.

    They stay in their order; what must be put right is kept before what is told.
    """
    problems = checked.problems
    if len(problems) <= most:
        return checked
    places = sorted(range(len(problems)), key=lambda i: SEVERITIES.index(problems[i].severity))
    kept = tuple(problems[i] for i in sorted(places[:most]))
    return attrs.evolve(checked, problems=kept, more=checked.more + len(problems) - most)


def mode_or_raise(mode: Mode) -> Mode:
    """The mode, if there is such a mode."""
    if mode not in MODES:
        raise UnknownName("mode", MODES)
    return mode


def frameworks_for(
    named: FrameworkRef, framework: Framework | None = None
) -> tuple[Framework, Framework | None]:
    """The frameworks of a record.

    Args:
        named: The framework that the record names.
        framework: A framework at hand beside the built-in one.

    Returns:
        The base framework, and the one to score under: None if a tailoring is not at hand.

    Raises:
        UnknownFramework: If the base framework is not at hand.

    Source:
        record.md, "Decisions on edges".
    """
    names = _names(named)
    base = _base_or_raise(names, framework)
    at_hand = (base,) if framework is None else (base, framework)
    return base, next((one for one in at_hand if _names(one) == names), None)


def _base_or_raise(names: Names, framework: Framework | None) -> Framework:
    base = _base(names, framework)
    if base is None:
        raise UnknownFramework(known_frameworks())
    return base


def _base(names: Names, framework: Framework | None) -> Framework | None:
    """The framework that a document names, built in or at hand, without its tailoring.

    Where only the tailored framework is at hand, it stands in for its base: for what names that
    very tailoring, and nothing else.
    """
    id_, version, tailoring = names
    if f"{id_} {version}" in known_frameworks():
        return shipped_framework(version)
    at_hand = None if framework is None else _names(framework)
    return framework if at_hand in {(id_, version, None), (id_, version, tailoring)} else None


def _names(one: Framework | FrameworkRef | Edition) -> Names:
    """What a framework is, or what a document names."""
    tailoring = None if isinstance(one, Edition) else one.tailoring
    return one.id, one.version, None if tailoring is None else (tailoring.id, tailoring.version)


def _record_problems(
    record: AuditRecord, mode: Mode | None, policy: Policy, framework: Framework | None
) -> tuple[Problem, ...]:
    base, tailored = frameworks_for(record.framework, framework)
    sound = _sound_sayings(base)
    subject = Subject(record, base, tailored or base, mode or "", sound=sound)
    integrity = broken_integrity(subject)
    if integrity:
        return tuple(map(as_problem, integrity))
    sound.update(sayings(one.what for one in subject.everything))
    if mode is None:
        return ()
    return (*map(as_problem, broken_quality(subject, policy)), *policy.problems(record))


@functools.lru_cache(maxsize=32)
def _sound_sayings(_base: Framework) -> set[Saying]:
    """What sound records of a framework were seen to say; at most each rating of each position."""
    return set()


def _version_problem(plain: Any) -> Problem | None:
    """A schema version that is text but not ours stands alone; nothing else is looked at."""
    is_other = is_of_another_version(plain)
    return problem("unsupported_version", "/schema_version") if is_other else None


def _framework_problem(plain: Any, cls: type, framework: Framework | None) -> Problem | None:
    """So too a framework that is named as text but is not at hand."""
    named = plain.get("framework") if is_object(plain) and cls in NAMING else None
    edition = _edition(named)
    if not is_object(named) or edition is None:
        return None
    is_at_hand = _base((*edition, _edition(named.get("tailoring"))), framework) is not None
    return None if is_at_hand else problem("unknown_framework", "/framework")


def _edition(plain: Any) -> tuple[str, str] | None:
    """An id and a version, where both are named as text."""
    id_, version = (plain.get("id"), plain.get("version")) if is_object(plain) else (None, None)
    return (id_, version) if isinstance(id_, str) and isinstance(version, str) else None
