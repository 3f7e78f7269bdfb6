"""What must hold in frameworks and tailorings, by hand: record.md, "The other documents"."""

from vectors.document_parts import SMALL, STANDARD, changes_of
from vectors.parts import GONE, OTHER_RATINGS, STAGES, UNSTAGED, Case, Plain, joined

__all__ = ["CASES"]

FRAMEWORKS = joined(
    changes_of(
        "framework",
        "duplicate_id: Every stage, element and practice has an id of its own.",
        ("stage-twice", {"/stages/1/id": "planning"}, [("duplicate_id", "/stages/1")]),
        (
            "element-twice",
            {"/elements/1/id": "AA"},
            [
                ("duplicate_id", "/elements/1"),
                ("practice_outside_element", "/elements/1/practices/0/id"),
            ],
        ),
        (
            "practice-twice",
            {"/elements/0/practices/1/id": "AA1"},
            [("duplicate_id", "/elements/0/practices/1")],
        ),
        (
            "practice-twice-apart",
            {"/elements/1/practices/0/id": "AA2"},
            [
                ("duplicate_id", "/elements/1/practices/0"),
                ("practice_outside_element", "/elements/1/practices/0/id"),
            ],
        ),
    ),
    changes_of(
        "framework",
        "practice_outside_element: Ids say their element.",
        (
            "practice-of-another",
            {"/elements/0/practices/1/id": "BB7"},
            [("practice_outside_element", "/elements/0/practices/1/id")],
        ),
    ),
    changes_of(
        "framework",
        "scale_altered: The scale has the seven ratings, each with its level.",
        ("level-altered", {"/scale/0/level": 1}, [("scale_altered", "/scale")]),
        ("level-null", {"/scale/3/level": None}, [("scale_altered", "/scale")]),
        ("level-where-there-is-none", {"/scale/4/level": 0}, [("scale_altered", "/scale")]),
        ("code-twice", {"/scale/5/code": OTHER_RATINGS[0]}, [("scale_altered", "/scale")]),
        ("scale-in-another-order", {"/scale": SMALL["scale"][::-1]}, []),
    ),
    changes_of(
        "framework",
        "staged_without_stages: Where a practice is staged, there are stages.",
        ("without-stages", {"/stages": []}, [("staged_without_stages", "/stages")]),
        ("without-stages-and-staged-practices", {"/stages": [], "/elements/1": GONE}, []),
    ),
)


def _standards(*practices: str) -> list[Plain]:
    return [
        {**STANDARD, "practice": one, "text": f"Within {i} days."}
        for i, one in enumerate(practices)
    ]


def _weights(*practices: str) -> list[Plain]:
    return [{"practice": one, "weight": "2/1"} for one in practices]


def _labels(*ids: str) -> list[Plain]:
    return [{"id": one, "text": "Local words"} for one in ids]


ALL_GONE = {"practices": list(UNSTAGED), "stages": list(STAGES)}

TAILORINGS = joined(
    changes_of(
        "tailoring",
        "not_in_framework: A tailoring speaks of the practices, elements and stages that there are.",
        (
            "practice-not-there",
            {"/remove/practices": ["GA1", "GA5"]},
            [("not_in_framework", "/remove/practices/1")],
        ),
        (
            "weight-not-there",
            {"/weights": _weights("ZZ1")},
            [("not_in_framework", "/weights/0/practice")],
        ),
        (
            "standard-not-there",
            {"/standards": _standards("GA1", "GA7")},
            [("not_in_framework", "/standards/1/practice")],
        ),
        ("label-not-there", {"/labels": _labels("XX")}, [("not_in_framework", "/labels/0/id")]),
        ("labels-of-every-kind", {"/labels": _labels("GA", "GA1", "planning")}, []),
        (
            "label-of-a-position",
            {"/labels": _labels("GA1.planning")},
            [("not_in_framework", "/labels/0/id")],
        ),
    ),
    changes_of(
        "tailoring",
        "removed_as_well: What is left out has no weight, standard or display words of its own.",
        (
            "weight-of-what-is-gone",
            {"/remove/practices": ["GA1"], "/weights": _weights("GA2", "GA1")},
            [("removed_as_well", "/weights/1/practice")],
        ),
        (
            "standard-of-what-is-gone",
            {"/remove/practices": ["GA1"], "/standards": _standards("GA1")},
            [("removed_as_well", "/standards/0/practice")],
        ),
        (
            "label-of-a-stage-that-is-gone",
            {"/remove/stages": ["planning"], "/labels": _labels("planning")},
            [("removed_as_well", "/labels/0/id")],
        ),
    ),
    changes_of(
        "tailoring",
        "An element or stage that loses all its practices vanishes from results.",
        (
            "label-of-an-element-without-practices",
            {"/remove/practices": ["TI1", "TI2"], "/labels": _labels("TI")},
            [("removed_as_well", "/labels/0/id")],
        ),
        (
            "weight-of-a-staged-practice-without-stages",
            {"/remove/stages": list(STAGES), "/weights": _weights("GA1", "MA1")},
            [("removed_as_well", "/weights/1/practice")],
        ),
        (
            "label-of-a-stage-without-practices",
            {
                "/remove/practices": [
                    "TI1",
                    "TI2",
                    "MA1",
                    "MA2",
                    "MA3",
                    "MA4",
                    "MA5",
                    "CF1",
                    "CF2",
                    "MO1",
                    "MO2",
                ],
                "/labels": _labels("delivery", "PE"),
            },
            [("removed_as_well", "/labels/0/id")],
        ),
    ),
    changes_of(
        "tailoring",
        "nothing_left: Something is left to look at.",
        ("nothing-left", {"/remove": ALL_GONE}, [("nothing_left", "/remove")]),
        ("one-practice-left", {"/remove": {**ALL_GONE, "practices": list(UNSTAGED[1:])}}, []),
        (
            "one-stage-left",
            {"/remove": {**ALL_GONE, "stages": list(STAGES[1:])}},
            [],
        ),
    ),
    changes_of(
        "tailoring",
        "set_twice: A practice has one weight, an id one display text, and no standard stands twice.",
        (
            "weight-twice",
            {"/weights": _weights("GA1", "GA2", "GA1")},
            [("set_twice", "/weights/2")],
        ),
        (
            "label-twice",
            {"/labels": [*_labels("GA"), {"id": "GA", "text": "Others"}]},
            [("set_twice", "/labels/1")],
        ),
        ("standard-twice", {"/standards": [STANDARD, STANDARD]}, [("set_twice", "/standards/1")]),
        (
            "standard-alike-of-another-day",
            {"/standards": [STANDARD, {**STANDARD, "set_on": "2026-02-01"}]},
            [],
        ),
    ),
    changes_of(
        "tailoring",
        "too_many_standards: A practice has at most 20 standards.",
        ("standards-most", {"/standards": _standards(*["GA1"] * 20, "GA2")}, []),
        (
            "standards-too-many",
            {"/standards": _standards("GA2", *["GA1"] * 22)},
            [("too_many_standards", "/standards/21"), ("too_many_standards", "/standards/22")],
        ),
    ),
    changes_of(
        "tailoring",
        "A standard is set on a day of the calendar, a weight is a fraction in lowest terms from 0 on.",
        (
            "standard-on-no-day",
            {"/standards": [{**STANDARD, "set_on": "2026-06-31"}]},
            [("no_such_date", "/standards/0/set_on")],
        ),
        ("weight-zero", {"/weights": [{"practice": "GA1", "weight": "0/1"}]}, []),
        (
            "weight-not-reduced",
            {"/weights": [{"practice": "GA9", "weight": "2/2"}]},
            [("fraction_not_reduced", "/weights/0/weight")],
        ),
        (
            "weight-below-zero",
            {"/weights": [{"practice": "GA1", "weight": "-1/2"}]},
            [("bad_format", "/weights/0/weight")],
        ),
        (
            "weight-a-number",
            {"/weights": [{"practice": "GA1", "weight": 2}]},
            [("wrong_type", "/weights/0/weight")],
        ),
    ),
)

CASES: list[Case] = [*FRAMEWORKS, *TAILORINGS]
"""Each given a type and a document of it; by hand: its problems."""
