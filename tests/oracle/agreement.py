"""Agreement of plain records, written from the scoring page and Krippendorff's definition alone.

Alpha is 1 less the mean disagreement of pairs within units over that of pairs of all paired
values, whoever gave them: every pair is looked at, and there is no coincidence matrix. It imports
nothing of the library that it is held against.
"""

from fractions import Fraction
from itertools import combinations, permutations
from typing import Any

from oracle.scoring import (
    LEVELS,
    current_submissions,
    fraction_text,
    lower_median,
    position_id,
    positions,
)

Document = dict[str, Any]
Units = list[list[int]]


def units_of(records: list[Document], framework: Document) -> Units:
    """Return the values that the voices gave at each position of each record where any did."""
    known = {position_id(one) for one in positions(framework)}
    units = []
    for record in records:
        given: dict[str, dict[tuple[str, str], list[int]]] = {}
        for submission in current_submissions(record):
            respondent = submission["respondent"]
            voice = (respondent["agency"], respondent.get("agency_ref", ""))
            for answer in submission.get("answers", []):
                place = position_id((answer["practice"], answer.get("stage")))
                if answer["rating"] in LEVELS and place in known:
                    level = LEVELS[answer["rating"]]
                    given.setdefault(place, {}).setdefault(voice, []).append(level)
        units += [[lower_median(said) for said in voices.values()] for voices in given.values()]
    return units


def pairable(units: Units) -> Units:
    """Return the units that two raters or more rated."""
    return [unit for unit in units if len(unit) > 1]


def alpha(units: Units) -> Fraction:
    """Return Krippendorff's alpha, ordinal, of units whose paired values are not all equal."""
    paired = pairable(units)
    values = [value for unit in paired for value in unit]
    square = {pair: _difference(values, *pair) for pair in permutations(set(values), 2)}
    within = Fraction(0)
    for unit in paired:
        differences = sum(square.get(pair, Fraction(0)) for pair in permutations(unit, 2))
        within += Fraction(differences) / (len(unit) - 1)
    anywhere = sum(square.get(pair, Fraction(0)) for pair in permutations(values, 2))
    observed = within / len(values)
    expected = Fraction(anywhere) / (len(values) * (len(values) - 1))
    return 1 - observed / expected


def _difference(values: list[int], one: int, other: int) -> Fraction:
    """Return the squared ordinal difference: the values between two, their own counting half."""
    low, high = min(one, other), max(one, other)
    inside = sum(1 for value in values if low < value < high)
    ends = sum(1 for value in values if value in {low, high})
    return (inside + Fraction(ends, 2)) ** 2


def reason(units: Units, minimum_units: int) -> str | None:
    """Return why there is no alpha, or None."""
    paired = pairable(units)
    if not paired:
        return "nothing_paired"
    if len({value for unit in paired for value in unit}) == 1:
        return "no_variation"
    return "too_few" if len(paired) < minimum_units else None


def agreement(records: list[Document], framework: Document, minimum_units: int = 20) -> Document:
    """Return what an agreement document says of some records, its identity left out."""
    units = units_of(records, framework)
    pairs = [pair for unit in units for pair in combinations(unit, 2)]
    why = reason(units, minimum_units)
    selections = [record["audit"]["selection"] for record in records]
    return {
        "schema_version": "1.0",
        "records": len(records),
        "selections": {code: selections.count(code) for code in set(selections)},
        "alpha": None if why else fraction_text(alpha(units)),
        "alpha_reason": why,
        "minimum_units": minimum_units,
        "units": len(pairable(units)),
        "pairs": len(pairs),
        "exact_share": _share([one == other for one, other in pairs]),
        "within_one_share": _share([abs(one - other) <= 1 for one, other in pairs]),
    }


def _share(holds: list[bool]) -> str | None:
    """Return how many of some things hold, as a share of all."""
    return fraction_text(Fraction(sum(holds), len(holds))) if holds else None
