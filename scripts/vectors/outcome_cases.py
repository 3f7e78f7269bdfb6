"""What must hold in results, by hand: record.md, "The other documents"."""

from vectors.document_parts import MEAN, NO_UNITS, POOLED, PROFILE, VERDICTS, changes_of
from vectors.parts import GONE, Case, changed, joined

__all__ = ["CASES"]

RESULTS = joined(
    changes_of(
        "tally",
        "counts_contradict: Every record is counted once at each position, in each thread and among the selections.",
        (
            "selections-too-few",
            {"/selections/volunteered": GONE},
            [("counts_contradict", "/selections")],
        ),
        (
            "position-too-many",
            {"/positions/1/counts/rated_0": 1},
            [("counts_contradict", "/positions/1/counts")],
        ),
        (
            "thread-too-many",
            {"/consistency/0/counts/inconsistent": 1},
            [("counts_contradict", "/consistency/0/counts")],
        ),
        (
            "records-altered",
            {"/records": 2},
            [
                ("counts_contradict", "/consistency/0/counts"),
                ("counts_contradict", "/positions/0/counts"),
                ("counts_contradict", "/positions/1/counts"),
                ("counts_contradict", "/selections"),
            ],
        ),
        (
            "of-nothing",
            {"/records": 0, "/selections": {}, "/positions": [], "/consistency": []},
            [],
        ),
    ),
    changes_of(
        "profile",
        "A profile whose numbers contradict its own counts and weights is refused on load.",
        ("pooled", {"/overall": POOLED}, []),
        ("mean", {"/overall": MEAN}, []),
        (
            "index-altered",
            {"/elements/0/score/index": "1/7"},
            [("scores_contradict", "/elements/0")],
        ),
        (
            "practice-altered",
            {"/practices/1/score/coverage": "1/1"},
            [("scores_contradict", "/practices/1")],
        ),
        (
            "position-altered",
            {"/positions/1/score/upper": "2/3"},
            [("scores_contradict", "/positions/1")],
        ),
        (
            "stage-altered",
            {"/elements/1/stages/0/score/lower": "1/9"},
            [("scores_contradict", "/elements/1")],
        ),
        (
            "look-at-next-altered",
            {"/elements/0/look_at_next": []},
            [("scores_contradict", "/elements/0")],
        ),
        (
            "not-yet-known-altered",
            {"/elements/1/not_yet_known": []},
            [("scores_contradict", "/elements/1")],
        ),
        (
            "thread-without-consistency",
            {"/elements/1/consistency": None},
            [("scores_contradict", "/elements/1")],
        ),
        (
            "feature-with-consistency",
            {"/elements/0/consistency": {**VERDICTS, "consistent": 0}},
            [("scores_contradict", "/elements/0")],
        ),
        (
            "weight-altered-in-a-pooled-one",
            {"/overall": POOLED, "/practices/1/weight": "3/1"},
            [("scores_contradict", "/overall")],
        ),
        ("weight-altered-where-it-changes-nothing", {"/practices/1/weight": "3/1"}, []),
        (
            "weight-zero",
            {"/practices/0/weight": "0/1"},
            [
                ("scores_contradict", "/elements/0"),
                ("scores_contradict", "/positions/0"),
                ("scores_contradict", "/practices/0"),
            ],
        ),
        (
            "overall-altered",
            {"/overall": changed(MEAN, {"/score/upper": "1/1"})},
            [("scores_contradict", "/overall")],
        ),
        (
            "counts-altered",
            {"/positions/0/counts": {"rated_1": 1}},
            [
                ("scores_contradict", "/elements/0"),
                ("scores_contradict", "/positions/0"),
                ("scores_contradict", "/practices/0"),
            ],
        ),
        (
            "element-counts-altered",
            {"/elements/1/counts": {"no_record": 1}},
            [("scores_contradict", "/elements/1")],
        ),
        (
            "records-altered",
            {"/records": 2},
            [
                ("counts_contradict", "/elements/1/consistency"),
                ("counts_contradict", "/positions/0/counts"),
                ("counts_contradict", "/positions/1/counts"),
                ("counts_contradict", "/selections"),
            ],
        ),
        ("position-id-altered", {"/positions/1/position": "BB1"}, [("scores_contradict", "")]),
        ("position-twice", {"/positions/1": PROFILE["positions"][0]}, [("scores_contradict", "")]),
        (
            "position-of-no-practice",
            {"/positions/0/practice": "AA3", "/positions/0/position": "AA3"},
            [("scores_contradict", "")],
        ),
        ("practice-of-no-element", {"/elements/0/element": "CC"}, [("scores_contradict", "")]),
        (
            "zeros-are-as-absent",
            {
                "/positions/0/counts": {"rated_2": 1, "rated_3": 0},
                "/elements/0/counts": {"rated_2": 1, "no_record": 0},
            },
            [],
        ),
    ),
    changes_of(
        "agreement",
        "agreement_contradicts: In an agreement, alpha, its reason and the shares fit the units and pairs that they are worked out from.",
        ("selections-fewer", {"/selections": {}}, []),
        (
            "selections-more",
            {"/selections": {"all_cases": 3}},
            [("counts_contradict", "/selections")],
        ),
        (
            "units-too-many",
            {"/records": 0, "/selections": {}},
            [("agreement_contradicts", "/units")],
        ),
        ("pairs-too-few", {"/pairs": 3}, [("agreement_contradicts", "/pairs")]),
        ("pairs-too-many", {"/pairs": 4950 * 4 + 3}, [("agreement_contradicts", "/pairs")]),
        (
            "share-of-no-whole-pairs",
            {"/exact_share": "1/4"},
            [("agreement_contradicts", "/exact_share")],
        ),
        (
            "share-above-one",
            {"/within_one_share": "4/3"},
            [("agreement_contradicts", "/within_one_share")],
        ),
        (
            "share-missing",
            {"/within_one_share": None},
            [("agreement_contradicts", "/within_one_share")],
        ),
        (
            "shares-the-wrong-way-round",
            {"/exact_share": "2/3", "/within_one_share": "1/3"},
            [("agreement_contradicts", "/within_one_share")],
        ),
        ("alpha-missing", {"/alpha": None}, [("agreement_contradicts", "/alpha")]),
        (
            "alpha-with-reason",
            {"/alpha_reason": "too_few", "/minimum_units": 5},
            [("agreement_contradicts", "/alpha")],
        ),
        ("alpha-minus-one", {"/alpha": "-1/1"}, [("agreement_contradicts", "/alpha")]),
        (
            "alpha-one-without-full-agreement",
            {"/alpha": "1/1"},
            [("agreement_contradicts", "/alpha")],
        ),
        (
            "full-agreement",
            {"/alpha": "1/1", "/exact_share": "1/1", "/within_one_share": "1/1"},
            [],
        ),
        ("too-few", {"/alpha": None, "/alpha_reason": "too_few", "/minimum_units": 5}, []),
        (
            "too-few-without-need",
            {"/alpha": None, "/alpha_reason": "too_few"},
            [("agreement_contradicts", "/alpha_reason")],
        ),
        ("nothing-paired", NO_UNITS, []),
        (
            "nothing-paired-of-no-records",
            {**NO_UNITS, "/records": 0, "/selections": {}, "/minimum_units": 0},
            [],
        ),
        (
            "nothing-paired-called-too-few",
            {**NO_UNITS, "/alpha_reason": "too_few"},
            [("agreement_contradicts", "/alpha_reason")],
        ),
        (
            "no-variation",
            {
                "/alpha": None,
                "/alpha_reason": "no_variation",
                "/exact_share": "1/1",
                "/within_one_share": "1/1",
            },
            [],
        ),
        (
            "no-variation-that-varies",
            {"/alpha": None, "/alpha_reason": "no_variation"},
            [("agreement_contradicts", "/alpha_reason")],
        ),
        (
            "one-unit-that-agrees-called-too-few",
            {
                "/units": 1,
                "/pairs": 1,
                "/exact_share": "1/1",
                "/within_one_share": "1/1",
                "/alpha": None,
                "/alpha_reason": "too_few",
            },
            [("agreement_contradicts", "/alpha_reason")],
        ),
    ),
    changes_of(
        "comparison",
        "comparison_contradicts: Both sides have one scoring hash, each difference lies in its interval, directions and cautions follow.",
        (
            "selections-of-first",
            {"/first/selections": {"all_cases": 1}},
            [("counts_contradict", "/first/selections")],
        ),
        (
            "records-of-second",
            {"/second/records": 2},
            [("counts_contradict", "/second/selections")],
        ),
        (
            "hashes-differ",
            {"/second/framework/scoring_hash": "1" * 64},
            [("comparison_contradicts", "/second/framework/scoring_hash")],
        ),
        (
            "names-differ",
            {
                "/second/framework/id": "other",
                "/second/framework/tailoring": {"id": "county", "version": "1"},
            },
            [],
        ),
        (
            "element-twice",
            {"/elements/2/element": "AA"},
            [("comparison_contradicts", "/elements/2")],
        ),
        (
            "direction-altered",
            {"/elements/0/direction": "undetermined"},
            [("comparison_contradicts", "/elements/0")],
        ),
        (
            "direction-without-interval",
            {"/elements/2/direction": "same"},
            [("comparison_contradicts", "/elements/2")],
        ),
        (
            "difference-outside",
            {"/elements/0/difference": "2/3"},
            [("comparison_contradicts", "/elements/0")],
        ),
        (
            "difference-without-interval",
            {"/elements/2/difference": "0/1"},
            [("comparison_contradicts", "/elements/2")],
        ),
        (
            "interval-too-narrow-for-no-difference",
            {"/elements/1/interval": ["-1/2", "1/3"]},
            [("comparison_contradicts", "/elements/1")],
        ),
        (
            "interval-the-wrong-way-round",
            {"/elements/0/interval": ["1/2", "1/9"]},
            [("comparison_contradicts", "/elements/0")],
        ),
        (
            "interval-beyond-one",
            {"/elements/0/interval": ["1/9", "10/9"]},
            [("comparison_contradicts", "/elements/0")],
        ),
        (
            "same",
            {
                "/elements/0": {
                    "element": "AA",
                    "difference": "0/1",
                    "interval": ["0/1", "0/1"],
                    "direction": "same",
                }
            },
            [],
        ),
        (
            "lower",
            {
                "/elements/0": {
                    "element": "AA",
                    "difference": "-1/2",
                    "interval": ["-1/1", "-1/9"],
                    "direction": "lower",
                }
            },
            [],
        ),
        (
            "lower-end-at-zero",
            {"/elements/0/interval/0": "0/1"},
            [("comparison_contradicts", "/elements/0")],
        ),
        (
            "caution-missing",
            {"/first/selections": {"volunteered": 1, "all_cases": 1}},
            [("comparison_contradicts", "/cautions")],
        ),
        (
            "caution-without-need",
            {"/cautions": ["selection_not_representative"]},
            [("comparison_contradicts", "/cautions")],
        ),
        ("no-records-no-caution", {"/first/selections": {}, "/first/records": 0}, []),
    ),
)

CASES: list[Case] = [*RESULTS]
"""Each given a type and a document of it; by hand: its problems."""
