"""What must hold in results, at the very edge of what is right, by hand: record.md."""

from vectors.document_parts import changes_of
from vectors.parts import Case, joined

__all__ = ["CASES"]

CASES: list[Case] = joined(
    changes_of(
        "agreement",
        "agreement_contradicts: In an agreement, alpha, its reason and the shares fit the units and pairs that they are worked out from.",
        ("units-at-the-minimum", {"/minimum_units": 4}, []),
        ("units-as-many-as-can-be", {"/units": 1000, "/pairs": 1500}, []),
        (
            "units-one-too-many",
            {"/units": 1001, "/pairs": 1500},
            [("agreement_contradicts", "/units")],
        ),
        (
            "exact-share-missing",
            {"/exact_share": None},
            [("agreement_contradicts", "/exact_share")],
        ),
        ("alpha-above-one", {"/alpha": "3/2"}, [("agreement_contradicts", "/alpha")]),
    ),
    changes_of(
        "comparison",
        "comparison_contradicts: Both sides have one scoring hash, each difference lies in its interval, directions and cautions follow.",
        (
            "interval-just-wide-enough-for-no-difference",
            {"/elements/1/interval": ["-1/2", "1/2"]},
            [],
        ),
        ("a-selection-of-no-record", {"/first/selections": {"volunteered": 0, "all_cases": 2}}, []),
    ),
)
"""Each given a type and a document of it; by hand: its problems."""
