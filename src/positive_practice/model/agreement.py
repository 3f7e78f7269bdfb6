"""The agreement between agencies over records (scoring.md, section 6)."""

from attrs import frozen

from positive_practice.model.checked import checked
from positive_practice.model.constraints import Count, Exact, SchemaVersion, Share
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.model.terms import AlphaReason, SelectionCounts

__all__ = ["Agreement"]


@frozen(kw_only=True, field_transformer=checked)
class Agreement:
    """How far agencies agree: it describes the audit, never a worker.

    Args:
        framework: The framework that the records were read under, with its scoring hash.
        records: How many records were looked at.
        selections: How many of the records were selected in each way; a way that is absent is there
            0 times.
        alpha: Krippendorff's alpha for ordinal data: 1 is full agreement, 0 no more than chance,
            below 0 less; null where undefined.
        alpha_reason: Why alpha is null; null where there is an alpha.
        minimum_units: How many pairable units alpha takes.
        units: How many pairable units there are: positions of a record where two or more agencies
            gave a level.
        pairs: How many times two agencies gave a level for one unit.
        exact_share: In which share of these times they gave the same level; null if there were
            none.
        within_one_share: In which share of these times their levels were at most one apart; null
            if there were none.
        schema_version: The version of this document's schema.
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
