"""The front door, second leaf: between agencies, between profiles, a profile and its records."""

from collections.abc import Iterable

from positive_practice.api import score, tally
from positive_practice.errors import Misuse
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.agreement import Agreement
from positive_practice.model.checks import leaf_fault, words_for
from positive_practice.model.coincidences import Coincidences
from positive_practice.model.comparison import Comparison
from positive_practice.model.constraints import ANY_COUNT
from positive_practice.model.framework import Framework
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.model.shape import Leaf
from positive_practice.model.verification import Verification
from positive_practice.rules.check import check_document
from positive_practice.rules.entrance import entrance
from positive_practice.rules.scorable import document_or_raise, with_framework
from positive_practice.scoring.agreement import MINIMUM_UNITS, make_agreement, make_coincidences
from positive_practice.scoring.comparison import make_comparison
from positive_practice.scoring.verification import verification_of

__all__ = ["agreement", "coincidences", "compare", "verify"]


@entrance
def coincidences(
    records: Iterable[AuditRecord], *, framework: Framework | None = None
) -> Coincidences:
    """Count which levels agencies gave to the same thing; agreement is a function of it.

    Args:
        records: Any number of records of one framework, read once.
        framework: The framework of the records if it is not the built-in one; also that of no
            records.

    Returns:
        The coincidences. They add as tallies do: those of two batches to those of both.

    Raises:
        Misuse: If it is given one record instead of several.
        InvalidDocument: If a record breaks an integrity rule.
        NotComparable: If the records were made under different frameworks, or under another than
            the one given.
        UnknownFramework: If the framework that they name is not at hand.

    Source:
        scoring.md, section 6.

    >>> from positive_practice.api import load
    >>> coincidences([load("examples/parts/college.json")]).pairs
    0
    """
    if not isinstance(records, Iterable) or isinstance(records, Framework | str | bytes):
        raise Misuse("this takes several records: pp.agreement([record]) for one")
    return make_coincidences(*with_framework(records, framework))


@entrance
def agreement(
    records: Iterable[AuditRecord] | Coincidences,
    *,
    framework: Framework | None = None,
    minimum_units: int = MINIMUM_UNITS,
) -> Agreement:
    """How far agencies see the same practice alike: it describes the audit, never a worker.

    Args:
        records: Any number of records of one framework, read once; or the coincidences of such.
        framework: The framework of the records if it is not the built-in one; coincidences keep
            their own.
        minimum_units: How many positions of a record, each with a level from two or more
            agencies, alpha takes; with fewer it is withheld.

    Returns:
        Krippendorff's alpha for ordinal data or why there is none, and the shares of pairs that
        gave the same level, or levels at most one apart.

    Raises:
        Misuse: If it is given one record, or a minimum that is no count: a whole number from 0
            to 2**53 - 1.
        InvalidDocument: If a record breaks an integrity rule.
        NotComparable: If the records were made under different frameworks, or under another than
            the one given.
        LimitExceeded: If a number is longer than a document can hold.
        UnknownFramework: If the framework that they name is not at hand.

    Source:
        scoring.md, section 6.

    >>> from positive_practice.api import combine, load
    >>> parts = [load(f"examples/parts/{name}.json") for name in ("college", "leaving-care")]
    >>> found = agreement([combine(parts)])
    >>> found.units, found.pairs, found.exact_share
    (20, 20, Fraction(3, 4))
    """
    if leaf_fault(Leaf(ANY_COUNT), minimum_units) is not None:
        raise Misuse(f"minimum_units is {words_for(ANY_COUNT)}")
    if not isinstance(records, Coincidences):
        records = coincidences(records, framework=framework)
    return make_agreement(records, minimum_units)


@entrance
def compare(first: Profile, second: Profile) -> Comparison:
    """What differs between two profiles, element by element, and whether it must.

    Args:
        first: The profile that the comparison starts from.
        second: The profile that is compared with it.

    Returns:
        For each element the second index less the first, the interval in which that could still
        come to lie, and which way the interval points; with what to be careful about.

    Raises:
        Misuse: If it is given anything but profiles.
        InvalidDocument: If a profile contradicts its own counts.
        LimitExceeded: If a fraction is longer than a document can hold.
        NotComparable: If their scoring hashes or methods differ; it names which.

    Source:
        scoring.md, section 7.

    >>> from positive_practice.api import load
    >>> parts = [load(f"examples/parts/{name}.json") for name in ("college", "leaving-care")]
    >>> first, second = map(score, parts)
    >>> compare(first, second).element("GA").direction
    'undetermined'
    """
    for profile in (first, second):
        if not isinstance(profile, Profile):
            raise Misuse("compare takes two profiles: make them with pp.score(pp.tally(records))")
        document_or_raise(check_document(profile), DEFAULT_LIMITS)
    return make_comparison(first, second)


@entrance
def verify(
    profile: Profile, records: Iterable[AuditRecord], *, framework: Framework | None = None
) -> Verification:
    """Recompute a profile from its records, and say element by element what differs.

    Args:
        profile: A stored profile; it carries its framework, scoring hash and method.
        records: The records that it is said to be of, in any order, read once.
        framework: A framework beside the built-in one, if the records were made under it.

    Returns:
        The verification: ``ok`` if every figure is the same, exactly; ``differs`` lists the others
        with what is stored and what the records give.

    Raises:
        Misuse: If it is given anything but a profile and several records.
        InvalidDocument: If a record breaks an integrity rule.
        NotComparable: If the records were made under different frameworks.
        UnknownFramework: If the framework that they name is not at hand.

    Source:
        scoring.md, sections 4 and 5.

    >>> from positive_practice.api import load
    >>> college = load("examples/parts/college.json")
    >>> verify(score(college), [college]).ok
    True
    """
    if not isinstance(profile, Profile) or isinstance(records, AuditRecord):
        raise Misuse("verify takes a profile and several records: pp.verify(profile, [record])")
    counted = tally(records, framework=framework, method=profile.method)
    overall = None if profile.overall is None else profile.overall.kind
    return verification_of(profile, score(counted, framework=framework, overall=overall))
