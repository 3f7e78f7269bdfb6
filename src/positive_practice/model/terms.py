"""The closed words of results and calls: modes, methods, states, consistency and reasons."""

from typing import Annotated, Literal, TypeAlias, get_args

from positive_practice.model.codes import Selection
from positive_practice.model.constraints import Codes, Counted
from positive_practice.model.counts import Counts

__all__ = [
    "METHODS",
    "MODES",
    "OVERALL_KINDS",
    "SEVERITIES",
    "AlphaReason",
    "Caution",
    "ChannelKind",
    "ConsistencyCounts",
    "Direction",
    "ElementKind",
    "IndexReason",
    "Method",
    "Mode",
    "OverallKind",
    "SelectionCounts",
    "Severity",
    "StateCode",
    "StateCounts",
]

Mode: TypeAlias = Annotated[Literal["draft", "submitted", "agreed", "publish"], Codes("mode")]
Method: TypeAlias = Annotated[Literal["agreed", "lowest", "lower_median"], Codes("method")]
Severity: TypeAlias = Annotated[Literal["error", "warning", "info"], Codes("severity")]
ElementKind: TypeAlias = Annotated[Literal["feature", "thread"], Codes("element_kind")]
OverallKind: TypeAlias = Annotated[Literal["pooled", "mean_of_elements"], Codes("overall_kind")]
IndexReason: TypeAlias = Annotated[
    Literal["nothing_weighted", "nothing_applicable", "nothing_rated"], Codes("index_reason")
]
AlphaReason: TypeAlias = Annotated[
    Literal["nothing_paired", "no_variation", "too_few"], Codes("alpha_reason")
]
Direction: TypeAlias = Annotated[
    Literal["higher", "lower", "same", "undetermined"], Codes("direction")
]
Caution: TypeAlias = Annotated[Literal["selection_not_representative"], Codes("caution")]
ChannelKind: TypeAlias = Annotated[Literal["phone", "text", "web", "person"], Codes("channel_kind")]
StateName: TypeAlias = Literal[
    "rated_0",
    "rated_1",
    "rated_2",
    "rated_3",
    "spread_0_1",
    "spread_0_2",
    "spread_0_3",
    "spread_1_2",
    "spread_1_3",
    "spread_2_3",
    "contested",
    "unanswered",
    "not_known",
    "no_record",
    "not_applicable",
]
Consistency: TypeAlias = Literal["consistent", "inconsistent", "undetermined", "not_applicable"]

MODES: tuple[str, ...] = get_args(get_args(Mode)[0])
METHODS: tuple[str, ...] = get_args(get_args(Method)[0])
OVERALL_KINDS: tuple[str, ...] = get_args(get_args(OverallKind)[0])
SEVERITIES: tuple[str, ...] = get_args(get_args(Severity)[0])
"""The same words as values, for those who check what they are called with."""

StateCode: TypeAlias = Annotated[StateName, Codes("state")]
StateCounts: TypeAlias = Annotated[Counts, Counted(get_args(StateName))]
ConsistencyCounts: TypeAlias = Annotated[Counts, Counted(get_args(Consistency), every=True)]
SelectionCounts: TypeAlias = Annotated[Counts, Counted(get_args(get_args(Selection)[0]))]
