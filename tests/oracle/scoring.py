"""Settling, tallying and scoring of plain documents, written from the scoring page alone.

Nothing here is fast or clever: each function says what one paragraph of the page says, over
plain dictionaries in the JSON form of the documents, in exact fractions. It imports nothing of
the library that it is held against.
"""

import hashlib
import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

Document = dict[str, Any]
Position = tuple[str, str | None]
Weighted = list[tuple[str, Fraction]]
Score = dict[str, Fraction | str | None]
Counts = dict[str, dict[str, int]]

METHODS = ("agreed", "lowest", "lower_median")
OVERALLS = ("pooled", "mean_of_elements")
LEVELS = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}

# The 15 states in the order of their codes, each with its range; None: outside every range.
RANGES: dict[str, tuple[int, int] | None] = {
    "rated_0": (0, 0),
    "rated_1": (1, 1),
    "rated_2": (2, 2),
    "rated_3": (3, 3),
    "spread_0_1": (0, 1),
    "spread_0_2": (0, 2),
    "spread_0_3": (0, 3),
    "spread_1_2": (1, 2),
    "spread_1_3": (1, 3),
    "spread_2_3": (2, 3),
    "contested": (0, 3),
    "unanswered": (0, 3),
    "not_known": (0, 3),
    "no_record": (0, 3),
    "not_applicable": None,
}
STATES = tuple(RANGES)
RATED = STATES[0:4]
SPREAD = STATES[4:10]
VERDICTS = ("consistent", "inconsistent", "undetermined", "not_applicable")
QUANTITIES = (
    "index",
    "coverage",
    "settled",
    "lower",
    "upper",
    "not_applicable_share",
    "index_if_not_applicable_lowest",
)


# The framework document


def _practices(framework: Document) -> list[Document]:
    """Return the practices of all elements in framework order."""
    return [practice for element in framework["elements"] for practice in element["practices"]]


def _stages_of(practice: Document, framework: Document) -> list[str | None]:
    """Return the stages at which a practice is rated, or none once for a practice without."""
    if practice["staged"]:
        return [stage["id"] for stage in framework["stages"]]
    return [None]


def _positions_of(practices: list[Document], framework: Document) -> list[Position]:
    """Return the positions of some practices."""
    return [
        (practice["id"], stage)
        for practice in practices
        for stage in _stages_of(practice, framework)
    ]


def positions(framework: Document) -> list[Position]:
    """Return every (practice, stage or None) in framework order."""
    return _positions_of(_practices(framework), framework)


def position_id(position: Position) -> str:
    """Return `GA1` or `MA1.assessment`."""
    practice, stage = position
    return practice if stage is None else f"{practice}.{stage}"


def weights(framework: Document) -> dict[str, Fraction]:
    """Return the weight of each practice."""
    return {practice["id"]: Fraction(practice["weight"]) for practice in _practices(framework)}


def fraction_text(value: Fraction) -> str:
    """Return a fraction in lowest terms, always with a denominator."""
    return f"{value.numerator}/{value.denominator}"


def scoring_hash(framework: Document) -> str:
    """Return the SHA-256 of exactly what changes a score, with no wording in it."""
    content = {
        "rules": 1,
        "levels": 4,
        "stages": [stage["id"] for stage in framework["stages"]],
        "elements": [
            {
                "id": element["id"],
                "kind": element["kind"],
                "practices": [
                    {
                        "id": practice["id"],
                        "staged": practice["staged"],
                        "may_not_apply": practice["may_not_apply"] is not None,
                        "weight": fraction_text(Fraction(practice["weight"])),
                    }
                    for practice in element["practices"]
                ],
            }
            for element in framework["elements"]
        ],
    }
    # All keys and ids are ASCII and all numbers small integers, so this is the RFC 8785 form.
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


# Section 2: settling


def current_submissions(record: Document) -> list[Document]:
    """Return of each submission id the highest revision that is no draft, if it is submitted."""
    left = [one for one in record.get("submissions", []) if one["status"] != "draft"]
    return [
        one
        for one in left
        if one["status"] == "submitted"
        and one["revision"] == max(x["revision"] for x in left if x["id"] == one["id"])
    ]


def lower_median(values: Iterable[int]) -> int:
    """Return of n sorted values the one at index (n - 1) // 2."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2]


def _said_at(items: list[Document], position: Position) -> list[str]:
    """Return the ratings that answers or decisions give at a position."""
    return [item["rating"] for item in items if (item["practice"], item.get("stage")) == position]


def _decided(record: Document, position: Position) -> str | None:
    """Return the decision of the highest sequence among the reviews that decide a position."""
    decided = {
        review["sequence"]: _said_at(review.get("decisions", []), position)[0]
        for review in record.get("reviews", [])
        if _said_at(review.get("decisions", []), position)
    }
    return decided[max(decided)] if decided else None


def _state_of_range(lowest: int, highest: int) -> str:
    """Return the rated or spread state of a range of levels."""
    return f"rated_{lowest}" if lowest == highest else f"spread_{lowest}_{highest}"


def _state_of_rating(rating: str) -> str:
    """Return the state that a decision makes: a level is rated, any other code is itself."""
    return f"rated_{LEVELS[rating]}" if rating in LEVELS else rating


def _levels_by_voice(
    submissions: list[Document], position: Position
) -> dict[tuple[str, str | None], list[int]]:
    """Return the levels that each voice gives at a position, for voices that give any."""
    levels: dict[tuple[str, str | None], list[int]] = {}
    for submission in submissions:
        respondent = submission["respondent"]
        voice = (respondent["agency"], respondent.get("agency_ref"))
        for rating in _said_at(submission.get("answers", []), position):
            if rating in LEVELS:
                levels.setdefault(voice, []).append(LEVELS[rating])
    return levels


def _denied(record: Document, said: list[str], position: Position) -> bool:
    """Return whether anyone, or a stage that was not reached, says that it did not apply."""
    # An empty array is the same as an absent one, so it is not "given".
    reached = record["case"].get("stages_reached") or None
    stage = position[1]
    not_reached = stage is not None and reached is not None and stage not in reached
    return "not_applicable" in said or not_reached


def _silence(said: list[str]) -> str:
    """Return the open state where nobody gave a level or said that it did not apply."""
    if "no_record" in said:
        return "no_record"
    return "not_known" if "not_known" in said else "unanswered"


def _level_state(submissions: list[Document], position: Position, method: str) -> str:
    """Return the rated or spread state of a position where only levels were given."""
    by_voice = _levels_by_voice(submissions, position)
    levels = [level for given in by_voice.values() for level in given]
    if method == "lowest":
        return f"rated_{min(levels)}"
    if method == "lower_median":
        return f"rated_{lower_median(lower_median(given) for given in by_voice.values())}"
    return _state_of_range(min(levels), max(levels))


def _settle_one(record: Document, position: Position, method: str) -> str:
    """Return the state of one position of a record."""
    decided = _decided(record, position)
    if decided is not None:
        return _state_of_rating(decided)
    submissions = current_submissions(record)
    answers = [answer for one in submissions for answer in one.get("answers", [])]
    said = _said_at(answers, position)
    rated = any(rating in LEVELS for rating in said)
    denied = _denied(record, said, position)
    if rated and denied:
        return "contested"
    if rated:
        return _level_state(submissions, position, method)
    return "not_applicable" if denied else _silence(said)


def settle(record: Document, framework: Document, method: str) -> dict[str, str]:
    """Return the state of every position of a record, by position id."""
    if method not in METHODS:
        message = f"no such method: {method}"
        raise ValueError(message)
    return {
        position_id(position): _settle_one(record, position, method)
        for position in positions(framework)
    }


# Section 3: score of a set of positions


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    """Return part / whole, or None where there is no whole."""
    return None if whole == 0 else part / whole


def score(states_and_weights: Weighted) -> Score:
    """Return the seven quantities of a set of weighted states, and why the index is undefined."""
    weight_of_all = weight_of_applicable = weight_of_answered = weight_of_rated = Fraction(0)
    sum_of_middles = sum_of_lowest = sum_of_highest = Fraction(0)
    for state, weight in states_and_weights:
        weight_of_all += weight
        ends = RANGES[state]
        if ends is None:
            continue
        lowest, highest = ends
        weight_of_applicable += weight
        sum_of_lowest += weight * lowest
        sum_of_highest += weight * highest
        if state in RATED:
            weight_of_rated += weight
        if state in RATED or state in SPREAD:
            weight_of_answered += weight
            sum_of_middles += weight * (lowest + highest)
    weight_of_not_applicable = weight_of_all - weight_of_applicable

    reason = None
    if weight_of_all == 0:
        reason = "nothing_weighted"
    elif weight_of_applicable == 0:
        reason = "nothing_applicable"
    elif weight_of_answered == 0:
        reason = "nothing_rated"
    return {
        "index": _share(sum_of_middles, 6 * weight_of_answered),
        "index_reason": reason,
        "coverage": _share(weight_of_answered, weight_of_applicable),
        "settled": _share(weight_of_rated, weight_of_applicable),
        "lower": _share(sum_of_lowest, 3 * weight_of_applicable),
        "upper": _share(sum_of_highest, 3 * weight_of_applicable),
        "not_applicable_share": _share(weight_of_not_applicable, weight_of_all),
        "index_if_not_applicable_lowest": _share(
            sum_of_middles, 6 * (weight_of_answered + weight_of_not_applicable)
        ),
    }


# Section 4, consistency, and section 5, the tally


def consistency(states_and_weights: Weighted) -> str:
    """Return the verdict on one record's positions of a thread."""
    ranges = [
        ends
        for state, weight in states_and_weights
        if weight > 0 and (ends := RANGES[state]) is not None
    ]
    if not ranges:
        return "not_applicable"
    if any(highest < 2 for _, highest in ranges):
        return "inconsistent"
    if all(lowest >= 2 for lowest, _ in ranges):
        return "consistent"
    return "undetermined"


def _threads(framework: Document) -> list[Document]:
    """Return the threads that have any practice, in framework order."""
    return [
        element
        for element in framework["elements"]
        if element["kind"] == "thread" and element["practices"]
    ]


def _identity(framework: Document) -> Document:
    """Return what a result says about its framework."""
    tailoring = framework.get("tailoring")
    return {
        "id": framework["id"],
        "version": framework["version"],
        "tailoring": None
        if tailoring is None
        else {"id": tailoring["id"], "version": tailoring["version"]},
        "scoring_hash": scoring_hash(framework),
    }


def tally(records: list[Document], framework: Document, method: str) -> Document:
    """Return the tally document of any number of records."""
    if method not in METHODS:
        message = f"no such method: {method}"
        raise ValueError(message)
    settled = [settle(record, framework, method) for record in records]
    selections = [record["audit"]["selection"] for record in records]
    ids = [position_id(position) for position in positions(framework)]
    return {
        "schema_version": "1.0",
        "framework": _identity(framework),
        "method": method,
        "records": len(records),
        "selections": {code: selections.count(code) for code in sorted(set(selections))},
        "positions": [
            {"position": key, "counts": _occurring([states[key] for states in settled])}
            for key in ids
        ],
        "consistency": [
            {"element": thread["id"], "counts": _verdicts(thread, framework, settled)}
            for thread in _threads(framework)
        ],
    }


def _verdicts(
    thread: Document, framework: Document, settled: list[dict[str, str]]
) -> dict[str, int]:
    """Return how many records have each consistency of a thread, all four always."""
    weight = weights(framework)
    inside = _positions_of(thread["practices"], framework)
    found = [
        consistency([(states[position_id(one)], weight[one[0]]) for one in inside])
        for states in settled
    ]
    return {verdict: found.count(verdict) for verdict in VERDICTS}


def _occurring(states: list[str]) -> dict[str, int]:
    """Return how often each state occurs, leaving out those that do not."""
    return {state: states.count(state) for state in STATES if state in states}


# Section 4: the profile


def _score_document(quantities: Score) -> Document:
    """Return a score with its fractions as text."""
    return {
        key: fraction_text(value) if isinstance(value, Fraction) else value
        for key, value in quantities.items()
    }


def _to_look_at_next(scores: dict[str, Score]) -> list[str]:
    """Return the names of the lowest defined index if it is below 1, all ties."""
    indexes = {
        name: index for name, one in scores.items() if isinstance(index := one["index"], Fraction)
    }
    lowest = min(indexes.values(), default=Fraction(1))
    return [name for name, index in indexes.items() if index == lowest and lowest < 1]


def _not_yet_known(scores: dict[str, Score]) -> list[str]:
    """Return the names whose index is undefined because nothing is rated."""
    return [name for name, one in scores.items() if one["index_reason"] == "nothing_rated"]


def _mean(values: list[Fraction]) -> Fraction | None:
    """Return the mean of some fractions, or None of none."""
    return sum(values, Fraction(0)) / len(values) if values else None


def _mean_of_elements(scores: list[Score]) -> Score:
    """Return the overall number that is the mean of the elements' indexes and bounds."""
    result: Score = dict.fromkeys(("index_reason", *QUANTITIES))
    for end in ("lower", "upper"):
        result[end] = _mean([x for one in scores if isinstance(x := one[end], Fraction)])
    undefined = [one["index_reason"] for one in scores if one["index"] is None]
    if undefined:
        result["index_reason"] = undefined[0]
    elif not scores:
        result["index_reason"] = "nothing_weighted"
    else:
        result["index"] = _mean([x for one in scores if isinstance(x := one["index"], Fraction)])
    return result


def _score_at(inside: list[Position], counts: Counts, framework: Document) -> Score:
    """Return the score of some positions, each state weighted by its count as well."""
    weight = weights(framework)
    return score(
        [
            (state, weight[position[0]] * count)
            for position in inside
            for state, count in counts[position_id(position)].items()
        ]
    )


def _counts_at(inside: list[Position], counts: Counts) -> dict[str, int]:
    """Return the counts per state over some positions, leaving out those that do not occur."""
    totals = {
        state: sum(counts[position_id(position)].get(state, 0) for position in inside)
        for state in STATES
    }
    return {state: total for state, total in totals.items() if total > 0}


def _scored(inside: list[Position], counts: Counts, framework: Document) -> Document:
    """Return the score and the counts of some positions, as every part of a profile has them."""
    return {
        "score": _score_document(_score_at(inside, counts, framework)),
        "counts": _counts_at(inside, counts),
    }


def _stage_positions(element: Document, framework: Document) -> dict[str, list[Position]]:
    """Return the positions of a thread at each of its stages; a feature has no stages."""
    if element["kind"] != "thread":
        return {}
    inside = _positions_of(element["practices"], framework)
    at_stage = {
        stage["id"]: [position for position in inside if position[1] == stage["id"]]
        for stage in framework["stages"]
    }
    return {stage: here for stage, here in at_stage.items() if here}


def _element(
    element: Document, counts: Counts, framework: Document, verdicts: dict[str, int] | None
) -> Document:
    """Return one element of a profile."""
    at_stage = _stage_positions(element, framework)
    stages = {stage: _score_at(here, counts, framework) for stage, here in at_stage.items()}
    practices = {
        practice["id"]: _score_at(_positions_of([practice], framework), counts, framework)
        for practice in element["practices"]
    }
    return {
        "element": element["id"],
        "kind": element["kind"],
        **_scored(_positions_of(element["practices"], framework), counts, framework),
        "look_at_next": _to_look_at_next(practices),
        "not_yet_known": _not_yet_known(practices),
        "stages": [
            {"stage": stage, **_scored(here, counts, framework)} for stage, here in at_stage.items()
        ],
        "stages_look_at_next": _to_look_at_next(stages),
        "stages_not_yet_known": _not_yet_known(stages),
        "consistency": verdicts,
    }


def _overall(
    elements: list[Document], counts: Counts, framework: Document, kind: str | None
) -> Document | None:
    """Return the overall number asked for by name, or None if none was."""
    if kind is None:
        return None
    if kind == "pooled":
        pooled = _score_at(positions(framework), counts, framework)
        return {"kind": kind, "score": _score_document(pooled)}
    scores = [
        _score_at(_positions_of(element["practices"], framework), counts, framework)
        for element in elements
    ]
    return {"kind": kind, "score": _score_document(_mean_of_elements(scores))}


def profile(tally: Document, framework: Document, overall: str | None = None) -> Document:
    """Return the profile document of a tally that was made with this framework."""
    if tally["framework"] != _identity(framework):
        message = "the tally was made with another framework"
        raise ValueError(message)
    if overall is not None and overall not in OVERALLS:
        message = f"no such overall: {overall}"
        raise ValueError(message)
    counts: Counts = {item["position"]: item["counts"] for item in tally["positions"]}
    verdicts = {item["element"]: item["counts"] for item in tally["consistency"]}
    elements = [element for element in framework["elements"] if element["practices"]]
    return {
        "schema_version": "1.0",
        "framework": tally["framework"],
        "method": tally["method"],
        "records": tally["records"],
        "selections": tally["selections"],
        "elements": [
            _element(element, counts, framework, verdicts.get(element["id"]))
            for element in elements
        ],
        "practices": [
            {
                "practice": practice["id"],
                "weight": fraction_text(Fraction(practice["weight"])),
                **_scored(_positions_of([practice], framework), counts, framework),
            }
            for practice in _practices(framework)
        ],
        "positions": [
            {
                "position": position_id(position),
                "practice": position[0],
                "stage": position[1],
                **_scored([position], counts, framework),
            }
            for position in positions(framework)
        ],
        "overall": _overall(elements, counts, framework, overall),
    }
