"""Agreement: records -> coincidences, which add -> Krippendorff's alpha (scoring.md, section 6)."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TypeAlias

from positive_practice.model.agreement import Agreement
from positive_practice.model.coincidences import Coincidences, Matrix
from positive_practice.model.counts import Counts
from positive_practice.model.fitting import numbers_that_fit
from positive_practice.model.framework import Framework, Position
from positive_practice.model.record import AuditRecord
from positive_practice.model.terms import AlphaReason
from positive_practice.scoring.plan import identity_of
from positive_practice.scoring.settle import (
    LEVEL_OF,
    answers_by_position,
    current_submissions,
    levels_by_voice,
)

__all__ = [
    "MINIMUM_UNITS",
    "Paired",
    "alpha_of",
    "coincidence_matrix",
    "coincidences_of",
    "make_agreement",
    "make_coincidences",
    "paired_levels",
]

Pattern: TypeAlias = tuple[int, ...]
"""How many voices gave each level at one position of one record, the lowest level first."""

Paired: TypeAlias = tuple[Position, Pattern]
"""A position of one record, and the levels that two or more voices gave there."""

MINIMUM_UNITS = 20
FEWEST_VOICES = 2


def make_coincidences(records: Iterable[AuditRecord], framework: Framework) -> Coincidences:
    """Count which levels meet at the same position of the same record.

    Args:
        records: Any number of records that obey the integrity rules; read once.
        framework: The framework that they were made under.

    Returns:
        The coincidences; of no records, the zero of the framework.

    Source:
        scoring.md, section 6.
    """
    paired, selections = Counter[Paired](), Counter[str]()
    for record in records:
        paired.update(paired_levels(record))
        selections[record.audit.selection] += 1
    return coincidences_of(paired, Counts.of(selections), framework)


def coincidences_of(
    paired: Mapping[Paired, int], selections: Counts, framework: Framework
) -> Coincidences:
    """The coincidences of levels that were counted record by record.

    Args:
        paired: In how many records each pattern of levels stands at each position.
        selections: How many of the records were selected in each way.
        framework: The framework that they were made under; it says which positions count.

    Returns:
        The coincidences, the same whatever order the records came in.

    Source:
        scoring.md, section 6.
    """
    patterns = _of_framework(paired, framework)
    return Coincidences(
        framework=identity_of(framework),
        records=sum(selections.values()),
        selections=selections,
        units=patterns.total(),
        pairs=sum(n * math.comb(sum(given), 2) for given, n in patterns.items()),
        exact_pairs=sum(n * _alike(given) for given, n in patterns.items()),
        within_one_pairs=sum(
            n * (_alike(given) + _next_to_each_other(given)) for given, n in patterns.items()
        ),
        matrix=coincidence_matrix(patterns, len(LEVEL_OF)),
    )


def paired_levels(record: AuditRecord) -> Iterator[Paired]:
    """Each position at which two or more voices gave a level, with the pattern of their levels.

    "Reviews, weights and answers without a level play no part": nor does whether a stage was
    reached.

    Args:
        record: A record that obeys the integrity rules.

    Yields:
        Each such position, at most once.
    """
    for position, said in answers_by_position(current_submissions(record)).items():
        levels = levels_by_voice(said).values()
        if len(levels) >= FEWEST_VOICES:
            counter = Counter(levels)
            yield position, tuple(counter[level] for level in LEVEL_OF.values())


def _of_framework(paired: Mapping[Paired, int], framework: Framework) -> Counter[Pattern]:
    """How many units have each pattern; what is no position of the framework plays no part."""
    positions = frozenset(framework.positions)
    patterns = Counter[Pattern]()
    for (position, pattern), n in paired.items():
        if position in positions:
            patterns[pattern] += n
    return patterns


def _alike(given: Pattern) -> int:
    """How many unordered pairs of voices gave the same level."""
    return sum(math.comb(n, 2) for n in given)


def _next_to_each_other(given: Pattern) -> int:
    """How many unordered pairs of voices gave levels that are one apart."""
    return sum(low * high for low, high in pairwise(given))


def coincidence_matrix(patterns: Counter[Pattern], levels: int) -> Matrix:
    """Krippendorff's coincidence matrix.

    Args:
        patterns: How many units have each pattern, of two voices or more.
        levels: How many levels there are.

    Returns:
        For each two levels how often they were paired: a unit of m voices has m (m - 1) ordered
        pairs, each of which counts 1 / (m - 1).

    >>> coincidence_matrix(Counter({(1, 2): 1}), 2)[0]
    (Fraction(0, 1), Fraction(1, 1))
    """
    return tuple(
        tuple(_coincidence(patterns, one, other) for other in range(levels))
        for one in range(levels)
    )


def _coincidence(patterns: Counter[Pattern], one: int, other: int) -> Fraction:
    same = one == other
    return sum(
        (
            Fraction(n * given[one] * (given[other] - same), sum(given) - 1)
            for given, n in patterns.items()
        ),
        Fraction(0),
    )


@numbers_that_fit()
def make_agreement(found: Coincidences, minimum_units: int = MINIMUM_UNITS) -> Agreement:
    """How far voices agree.

    Args:
        found: The coincidences of the records.
        minimum_units: How many units alpha takes; with fewer it is withheld.

    Returns:
        The agreement: alpha or why there is none, and the shares of pairs that agree.

    Raises:
        LimitExceeded: If a number is longer than a document can hold.

    Source:
        scoring.md, section 6.
    """
    reason = _why_no_alpha(found, minimum_units)
    return Agreement(
        framework=found.framework,
        records=found.records,
        selections=found.selections,
        alpha=alpha_of(found.matrix) if reason is None else None,
        alpha_reason=reason,
        minimum_units=minimum_units,
        units=found.units,
        pairs=found.pairs,
        exact_share=_share(found.exact_pairs, found.pairs),
        within_one_share=_share(found.within_one_pairs, found.pairs),
    )


def _why_no_alpha(found: Coincidences, minimum_units: int) -> AlphaReason | None:
    if not found.units:
        return "nothing_paired"
    if sum(1 for row in found.matrix if any(row)) <= 1:
        return "no_variation"
    return "too_few" if found.units < minimum_units else None


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def alpha_of(matrix: Matrix) -> Fraction:
    """Krippendorff's alpha for ordinal data: 1 less observed over expected disagreement.

    Args:
        matrix: A coincidence matrix in which at least two levels occur.

    Returns:
        Alpha, above -1 and at most 1.

    Source:
        scoring.md, section 6.

    >>> alpha_of(coincidence_matrix(Counter({(2, 0): 1, (0, 2): 1}), 2))
    Fraction(1, 1)
    """
    given = [sum(row, Fraction(0)) for row in matrix]
    observed = expected = Fraction(0)
    for low, high in combinations(range(len(given)), 2):
        distance = _ordinal_distance(given, low, high)
        observed += matrix[low][high] * distance
        expected += given[low] * given[high] * distance
    return 1 - Fraction((sum(given) - 1) * observed, expected)


def _ordinal_distance(given: list[Fraction], low: int, high: int) -> Fraction:
    """The square of twice the number of ranks between two levels; alpha has no use for the 4."""
    ranks = 2 * sum(given[low : high + 1], Fraction(0)) - given[low] - given[high]
    return ranks * ranks
