"""What must hold in an agreement: its numbers follow from one another."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from positive_practice.model.agreement import Agreement
from positive_practice.rules.subject import Place

__all__ = ["agreement_contradicts", "agreement_counts_contradict"]

MOST_POSITIONS = 500
MOST_PAIRS = 4_950
"""A framework has at most 500 positions; a record has at most 100 voices, so 4,950 pairs a unit."""


def agreement_counts_contradict(agreement: Agreement) -> Iterator[Place]:
    """A record was selected in one way, so there are no more selections than records."""
    if sum(agreement.selections.values()) > agreement.records:
        yield Place("/selections")


def agreement_contradicts(agreement: Agreement) -> Iterator[Place]:
    """Every number fits the units and pairs that it is worked out from."""
    for pointer, fits in _CHECKS.items():
        if not fits(agreement):
            yield Place(pointer)


def _units_fit(agreement: Agreement) -> bool:
    return agreement.units <= agreement.records * MOST_POSITIONS


def _pairs_fit(agreement: Agreement) -> bool:
    return agreement.units <= agreement.pairs <= agreement.units * MOST_PAIRS


def _exact_share_fits(agreement: Agreement) -> bool:
    return _is_share_of(agreement.pairs, agreement.exact_share)


def _within_one_share_fits(agreement: Agreement) -> bool:
    exact, within_one = agreement.exact_share, agreement.within_one_share
    holds_the_exact = exact is None or within_one is None or exact <= within_one
    return holds_the_exact and _is_share_of(agreement.pairs, within_one)


def _is_share_of(pairs: int, share: Fraction | None) -> bool:
    """Whether a share is that of a whole number of pairs, and undefined where there is none."""
    if share is None or not pairs:
        return share is None and not pairs
    return share <= 1 and pairs % share.denominator == 0


def _reason_fits(agreement: Agreement) -> bool:
    """The reasons in their order; that levels vary shows where a pair, or the only unit, does."""
    if not agreement.units:
        return agreement.alpha_reason == "nothing_paired"
    all_alike = agreement.exact_share == 1
    if agreement.alpha_reason == "no_variation" or (all_alike and agreement.units == 1):
        return agreement.alpha_reason == "no_variation" and all_alike
    is_withheld = agreement.units < agreement.minimum_units
    return agreement.alpha_reason == ("too_few" if is_withheld else None)


def _alpha_fits(agreement: Agreement) -> bool:
    """Alpha is above -1, and 1 exactly where all pairs agree; without one there is a reason."""
    alpha = agreement.alpha
    if alpha is None or agreement.alpha_reason is not None:
        return alpha is None and agreement.alpha_reason is not None
    return -1 < alpha <= 1 and (alpha == 1) == (agreement.exact_share == 1)


_CHECKS: Mapping[str, Callable[[Agreement], bool]] = MappingProxyType(
    {
        "/units": _units_fit,
        "/pairs": _pairs_fit,
        "/exact_share": _exact_share_fits,
        "/within_one_share": _within_one_share_fits,
        "/alpha_reason": _reason_fits,
        "/alpha": _alpha_fits,
    }
)
