"""Policies: what a downstream project adds to the rules, switches off, or grades otherwise."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeGuard

import attrs
from attrs import frozen

from positive_practice.errors import Misuse
from positive_practice.model.fixed_map import FixedMap
from positive_practice.model.problem import Problem
from positive_practice.model.record import AuditRecord
from positive_practice.model.terms import SEVERITIES, Severity
from positive_practice.problems.table import row, rows
from positive_practice.rules.subject import Place

__all__ = ["NO_POLICY", "LocalRule", "Policy"]

Finder: TypeAlias = Callable[[AuditRecord], Iterable[Place]]

POINTER = re.compile("(/([^~/]|~[01])*)*")
OF_THE_TEXT_CHECK = frozenset({"possible_personal_data", "method_words"})


def _a_new_code(_rule: object, _field: object, code: Any) -> None:
    if isinstance(code, str) and code in rows():
        raise Misuse("a rule of your own needs a code of its own; this one is taken")


def _a_function(_rule: object, _field: object, find: Any) -> None:
    if not callable(find):
        raise Misuse("find is a function from a record to the places where the rule is broken")


def _must_be_severity(severity: Any) -> None:
    if not isinstance(severity, str) or severity not in SEVERITIES:
        raise Misuse(f"a severity is one of {', '.join(SEVERITIES)}")


def _can_be_told(rule: "LocalRule", _field: object, _hint: str) -> None:
    """Whether a problem can be made of the rule's code, severity and words: its last check."""
    _must_be_severity(rule.severity)
    _problem(rule, Place(""))


@frozen(kw_only=True)
class LocalRule:
    """A rule of a downstream project.

    Args:
        code: Its own code, such as ``acme_two_agencies``; none of the library's.
        find: A function from a record to the places where the rule is broken. What it raises
            leaves ``check`` as it is: it is an error of your own.
        severity: ``error``, ``warning`` or ``info``, in every mode.
        message: One sentence that says what is wrong, without a value of the record.
        hint: One sentence that says what to do.

    Raises:
        Misuse: If the code is taken or the severity is none.
        InvalidValue: If code, message or hint is nothing that a problem can hold.

    >>> LocalRule(code="acme_reviewed", find=lambda record: [] if record.reviews else [Place("")],
    ...           severity="info", message="There was no review.", hint="Hold one.").code
    'acme_reviewed'
    """

    code: str = attrs.field(validator=_a_new_code)
    find: Finder = attrs.field(validator=_a_function)
    severity: Severity
    message: str
    hint: str = attrs.field(validator=_can_be_told)


def _quality_codes(codes: Iterable[str]) -> None:
    for code in codes:
        group = row(code).group
        if code in OF_THE_TEXT_CHECK:
            raise Misuse(
                "what the text check finds is no matter of policy: leave text_check out, or name "
                "the role that checked the texts"
            )
        if group != "quality":
            raise Misuse(
                "only rules of quality can be switched off or graded otherwise: without the "
                "others a record has no one meaning"
            )


def _off(codes: Iterable[str]) -> frozenset[str]:
    switched_off = _several(codes, "off takes codes of quality rules: {'undecided'}")
    _quality_codes(switched_off)
    return frozenset(switched_off)


def _several(values: Any, advice: str) -> tuple[Any, ...]:
    if not _is_several(values):
        raise Misuse(advice)
    return tuple(values)


def _is_several(values: Any) -> TypeGuard[Iterable[Any]]:
    return isinstance(values, Iterable) and not isinstance(values, str)


def _rules(rules: Iterable[LocalRule]) -> tuple[LocalRule, ...]:
    advice = "rules takes rules of your own: (pp.LocalRule(...),)"
    several = _several(rules, advice)
    if not all(isinstance(rule, LocalRule) for rule in several):
        raise Misuse(advice)
    return several


def _graded(severity: Mapping[str, Severity]) -> FixedMap[Severity]:
    if not isinstance(severity, Mapping):
        raise Misuse("severity takes severities by code: {'undecided': 'error'}")
    _quality_codes(severity)
    for one in severity.values():
        _must_be_severity(one)
    return FixedMap.of(severity)


def _each_its_code(_policy: object, _field: object, rules: tuple[LocalRule, ...]) -> None:
    if len({rule.code for rule in rules}) < len(rules):
        raise Misuse("two rules of your own have the same code; give each its own")


@frozen(kw_only=True)
class Policy:
    """How a downstream project checks records: immutable, and only ever about quality.

    Args:
        rules: Rules of its own, beside the library's.
        off: Codes of quality rules that it does not look at.
        severity: Codes of quality rules with the severity that it gives them, in every mode that
            looks at them.

    Raises:
        Misuse: If a code is not one of quality, or one of the text check; a severity is none; or
            two rules have one code.
        UnknownName: If there is no such code.

    >>> Policy(off={"own_practice_only"}, severity={"undecided": "error"}).severity["undecided"]
    'error'
    """

    rules: tuple[LocalRule, ...] = attrs.field(
        default=(), converter=_rules, validator=_each_its_code
    )
    off: frozenset[str] = attrs.field(default=frozenset(), converter=_off)
    severity: Mapping[str, Severity] = attrs.field(default=FixedMap(), converter=_graded)

    def problems(self, record: AuditRecord) -> tuple[Problem, ...]:
        """What the policy's own rules find in a record."""
        return tuple(_problem(rule, place) for rule in self.rules for place in _found(rule, record))


NO_POLICY = Policy()


def _found(rule: LocalRule, record: AuditRecord) -> tuple[Place, ...]:
    """The places that a rule gives; what its function raises is the project's own, and leaves."""
    advice = "the find of a rule of your own gives places: [pp.Place('/reviews')]"
    places = _several(rule.find(record), advice)
    if not all(isinstance(place, Place) for place in places):
        raise Misuse(advice)
    if not all(_is_pointer(place.pointer) for place in places):
        raise Misuse("a place is a JSON Pointer: pp.Place('/reviews/0'), or '' for all the record")
    return places


def _is_pointer(pointer: Any) -> bool:
    return isinstance(pointer, str) and POINTER.fullmatch(pointer) is not None


def _problem(rule: LocalRule, place: Place) -> Problem:
    return Problem(
        code=rule.code,
        severity=rule.severity,
        pointer=place.pointer,
        position=place.position,
        line=None,
        offset=None,
        message=rule.message,
        hint=rule.hint,
    )
