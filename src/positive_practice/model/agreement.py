"""The agreement between agencies over records (scoring.md, section 6)."""

from positive_practice.model.checked import document
from positive_practice.model.constraints import Count, Exact, SchemaVersion, Share
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.model.terms import AlphaReason, SelectionCounts

__all__ = ["Agreement"]


@document
class Agreement:
    """How far agencies agree: it describes the audit, never a worker.

    Args:
        framework: The framework's identity and scoring hash.
        records: How many records were looked at.
        selections: How many of them were selected in each way.
        alpha: Krippendorff's alpha for ordinal data, or None.
        alpha_reason: Why it is None.
        minimum_units: How many pairable units it takes.
        units: How many pairable units there are.
        pairs: How many pairs of raters there are within units.
        exact_share: The share of pairs that agree exactly.
        within_one_share: The share of pairs that agree within one level.
    """

    framework: FrameworkIdentity
    records: Count
    selections: SelectionCounts
    alpha: Exact | None
    alpha_reason: AlphaReason | None
    minimum_units: Count
    units: Count
    pairs: Count
    exact_share: Share | None
    within_one_share: Share | None
    schema_version: SchemaVersion = "1.0"
