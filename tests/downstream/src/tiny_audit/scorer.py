"""Settling, scoring and profiles over plain dictionaries, written from the specification alone."""

from fractions import Fraction

STAGES = ["assessment", "planning", "delivery", "transition"]
ELEMENTS = {
    "GA": (4, "feature"),
    "PE": (4, "feature"),
    "VY": (3, "feature"),
    "TI": (2, "thread"),
    "MA": (5, "thread"),
    "CF": (2, "thread"),
    "MO": (2, "thread"),
}
LEVELS = {"not_evident": 0, "partly": 1, "mostly": 2, "fully": 3}
OPEN = ["no_record", "not_known"]


def members(element):
    """The practices of an element, and whether they are rated by stage."""
    count, kind = ELEMENTS[element]
    return [(f"{element}{number}", kind == "thread") for number in range(1, count + 1)]


POSITIONS = [
    (practice, stage)
    for element in ELEMENTS
    for practice, staged in members(element)
    for stage in (STAGES if staged else [None])
]


def name(practice, stage):
    """The id of a position."""
    return practice if stage is None else practice + "." + stage


# Settling


def current(record):
    """The submissions that count."""
    newest = {}
    for form in record["submissions"]:
        if form["status"] == "draft":
            continue
        if form["id"] not in newest or form["revision"] > newest[form["id"]]["revision"]:
            newest[form["id"]] = form
    return [form for form in newest.values() if form["status"] == "submitted"]


def decisions(record):
    """What reviews decided, at each position."""
    decided = {}
    for review in sorted(record.get("reviews", []), key=lambda review: review["sequence"]):
        for one in review["decisions"]:
            decided[one["practice"], one.get("stage")] = one["rating"]
    return decided


def lower_median(values):
    """The lower one of the two in the middle."""
    return sorted(values)[(len(values) - 1) // 2]


def spread(low, high):
    """The state of a range."""
    return f"rated_{low}" if low == high else f"spread_{low}_{high}"


def state_of(said, reached, method):
    """The state of a position at which these voices said these ratings."""
    by_voice = {}
    for voice, rating in said:
        if rating in LEVELS:
            by_voice.setdefault(voice, []).append(LEVELS[rating])
    levels = [level for given in by_voice.values() for level in given]
    ratings = [rating for _, rating in said]
    denied = "not_applicable" in ratings or not reached
    if levels and denied:
        return "contested"
    if levels and method == "lowest":
        return spread(min(levels), min(levels))
    if levels and method == "lower_median":
        middle = lower_median([lower_median(given) for given in by_voice.values()])
        return spread(middle, middle)
    if levels:
        return spread(min(levels), max(levels))
    if denied:
        return "not_applicable"
    return next((rating for rating in OPEN if rating in ratings), "unanswered")


def settle(record, method="agreed"):
    """The state of every position."""
    said = {}
    for form in current(record):
        voice = (form["respondent"]["agency"], form["respondent"].get("agency_ref"))
        for one in form["answers"]:
            said.setdefault((one["practice"], one.get("stage")), []).append((voice, one["rating"]))
    decided = decisions(record)
    given = record["case"].get("stages_reached")
    states = {}
    for place in POSITIONS:
        if place in decided:
            rating = decided[place]
            states[name(*place)] = f"rated_{LEVELS[rating]}" if rating in LEVELS else rating
            continue
        reached = place[1] is None or not given or place[1] in given
        states[name(*place)] = state_of(said.get(place, []), reached, method)
    return states


# Scoring


def span(state):
    """The lowest and the highest level of a state, if it applies or may apply."""
    if state == "not_applicable":
        return None
    if state.startswith(("rated", "spread")):
        return int(state.split("_")[1]), int(state[-1])
    return 0, 3


def ratio(part, whole):
    """A part of a whole, if there is a whole."""
    return None if whole == 0 else Fraction(part) / whole


def score(states, weights):
    """The seven quantities, and why there is no index."""
    everything = applicable = answered = settled = 0
    levels = lows = highs = 0
    for state, weight in zip(states, weights, strict=True):
        everything += weight
        ends = span(state)
        if ends is None:
            continue
        low, high = ends
        applicable += weight
        lows += weight * low
        highs += weight * high
        if state.startswith("rated"):
            settled += weight
        if state.startswith(("rated", "spread")):
            answered += weight
            levels += weight * (low + high)
    left_out = everything - applicable
    return {
        "index": ratio(levels, 6 * answered),
        "index_reason": reason(everything, applicable, answered),
        "coverage": ratio(answered, applicable),
        "settled": ratio(settled, applicable),
        "lower": ratio(lows, 3 * applicable),
        "upper": ratio(highs, 3 * applicable),
        "not_applicable_share": ratio(left_out, everything),
        "index_if_not_applicable_lowest": ratio(levels, 6 * (answered + left_out)),
    }


def reason(everything, applicable, answered):
    """Why there is no index."""
    if everything == 0:
        return "nothing_weighted"
    if applicable == 0:
        return "nothing_applicable"
    return "nothing_rated" if answered == 0 else None


# Profiles


def consistency(states):
    """Whether a thread runs through everything that applies."""
    spans = [span(state) for state in states if span(state) is not None]
    if not spans:
        return "not_applicable"
    if any(high < 2 for _, high in spans):
        return "inconsistent"
    return "consistent" if all(low >= 2 for low, _ in spans) else "undetermined"


def count(items):
    """How often each item occurs."""
    return {item: items.count(item) for item in sorted(set(items))}


def pool(settled, places):
    """The states of all records at some positions."""
    return [states[name(*place)] for states in settled for place in places]


def part(settled, places):
    """The counts and the score of some positions."""
    states = pool(settled, places)
    return {"counts": count(states), "score": score(states, [1] * len(states))}


def lowest(scores):
    """Those of lowest index, if it is below 1."""
    indexes = {key: one["index"] for key, one in scores.items() if one["index"] is not None}
    least = min(indexes.values(), default=Fraction(1))
    return [key for key, index in indexes.items() if index == least and least < 1]


def unknown(scores):
    """Those without an index because nothing is rated."""
    return [key for key, one in scores.items() if one["index_reason"] == "nothing_rated"]


def of_element(settled, element):
    """What a profile says of an element."""
    kind = ELEMENTS[element][1]
    inside = [place for place in POSITIONS if place[0].startswith(element)]
    by_practice = {
        practice: part(settled, [place for place in inside if place[0] == practice])["score"]
        for practice, _ in members(element)
    }
    stages = [
        {"stage": stage, **part(settled, [place for place in inside if place[1] == stage])}
        for stage in (STAGES if kind == "thread" else [])
    ]
    by_stage = {one["stage"]: one["score"] for one in stages}
    verdicts = [consistency(pool([states], inside)) for states in settled]
    all_four = dict.fromkeys(["consistent", "inconsistent", "undetermined", "not_applicable"], 0)
    return {
        "element": element,
        "kind": kind,
        **part(settled, inside),
        "look_at_next": lowest(by_practice),
        "not_yet_known": unknown(by_practice),
        "stages": stages,
        "stages_look_at_next": lowest(by_stage),
        "stages_not_yet_known": unknown(by_stage),
        "consistency": {**all_four, **count(verdicts)} if kind == "thread" else None,
    }


def profile(records, method="agreed"):
    """The profile of any number of records."""
    settled = [settle(record, method) for record in records]
    return {
        "method": method,
        "records": len(records),
        "selections": count([record["audit"]["selection"] for record in records]),
        "elements": [of_element(settled, element) for element in ELEMENTS],
        "practices": [
            {"practice": practice, **part(settled, [p for p in POSITIONS if p[0] == practice])}
            for element in ELEMENTS
            for practice, _ in members(element)
        ],
        "positions": [
            {
                "position": name(*place),
                "practice": place[0],
                "stage": place[1],
                **part(settled, [place]),
            }
            for place in POSITIONS
        ],
    }
