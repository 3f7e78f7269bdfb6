"""Small frameworks, and what records of them are scored as."""

from collections.abc import Mapping, Sequence
from typing import Any

from vectors.document_parts import UNKNOWN
from vectors.parts import Plain, element, form, framework, named, practice, record, voices

E1, E2, E3, E4 = "not_evident", "partly", "mostly", "fully"
NA = "not_applicable"
UNMET = "not_applicable/condition_not_met"

PAIR = framework(element("AA", "feature", practice("AA1"), practice("AA2", condition=True)))
WEIGHTED = framework(
    element(
        "AA",
        "feature",
        practice("AA1"),
        practice("AA2", weight="2/1"),
        practice("AA3", weight="1/2", condition=True),
    )
)
NOTHING = framework(element("AA", "feature", practice("AA1", weight="0/1"), practice("AA2")))
THREAD = framework(
    element("AA", "feature", practice("AA1")),
    element(
        "BB", "thread", practice("BB1", staged=True), practice("BB2", staged=True, weight="0/1")
    ),
    stages=("planning", "delivery"),
)
THREE = framework(
    element("AA", "feature", practice("AA1"), practice("AA2")),
    element("BB", "feature", practice("BB1", weight="3/1")),
    element("CC", "thread", practice("CC1", staged=True)),
    stages=("assessment",),
)
MIXED = framework(
    element("AA", "feature", practice("AA1", staged=True)),
    element("BB", "thread", practice("BB1"), practice("BB2", staged=True)),
    stages=("delivery", "assessment"),
)


def scored(
    one: Plain | None,
    *forms: Mapping[str, str] | Sequence[Mapping[str, str]],
    method: str = "agreed",
    overall: str | None = None,
    **more: Any,
) -> Plain:
    """Records of a framework: each what one voice says, or what several say."""
    name: Plain = {} if one is None else {"framework": named(one)}
    said = [[form(x)] if isinstance(x, Mapping) else voices(*x) for x in forms]
    records = [record(*x, **name, **more, number=i) for i, x in enumerate(said, 1)]
    return {"framework": one, "records": records, "method": method, "overall": overall}


def score(place: str, **quantities: str | None) -> Plain:
    """What is expected of a score, its fractions without the denominator 1."""
    return {f"/profile{place}/score/{name}": value for name, value in quantities.items()}


ALL_NONE = dict.fromkeys(name for name in UNKNOWN if name != "index_reason")
AA = "/elements/0"
BB = "/elements/1"

SPREAD_AND_OPEN = [{"AA1": E4, "AA2": E2}, {"AA2": E3}]
SPREAD_AND_NOT = [{"AA1": E4, "AA2": E2, "AA3": UNMET}, {"AA2": E3}]
