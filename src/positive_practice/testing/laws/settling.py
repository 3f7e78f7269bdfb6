"""The laws V1 to V14, of `settle(record, method)`, under every method unless one is named."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.record import ANY_ORDINAL
from positive_practice.scoring.settle import RATINGS
from positive_practice.testing.laws.ground import (
    AGENCIES,
    LEVELS,
    SILENCE,
    VOICES,
    Ground,
    Place,
    answer,
    review,
    submission,
)
from positive_practice.testing.laws.law import expect, law, same
from positive_practice.testing.laws.subject import Subject
from positive_practice.testing.strategies.derived import Plain, Strategy

__all__ = ["SETTLING"]

OPEN = ("unanswered", "not_known", "no_record")
"""The open states, from the weakest to the strongest."""

RANGES = {
    **{f"rated_{level}": (level, level) for level in range(4)},
    **{f"spread_{lo}_{hi}": (lo, hi) for lo in range(4) for hi in range(lo + 1, 4)},
}
WHERE = "Where no review decides and the stage was reached: "
FEW = 4
HIGHEST = 3
HIGHEST_SEQUENCE = ANY_ORDINAL.maximum

votes = st.tuples(st.sampled_from(VOICES), st.sampled_from(RATINGS))
"""What one voice says at a position."""

levels = st.tuples(st.sampled_from(VOICES), st.sampled_from(LEVELS))
voices = st.sampled_from(VOICES)
decisions = st.tuples(st.integers(1, HIGHEST_SEQUENCE - 1), st.sampled_from(RATINGS))
"""What one review decides, with its sequence."""


def _tried(ground: Ground, **strategies: Strategy) -> Strategy:
    """Examples with a method and these parts."""
    return st.fixed_dictionaries({"method": ground.method(), **strategies})


def _told(ground: Ground, said: Strategy) -> Strategy:
    """Records in which voices say something at one position, with that position and what is said.

    Each of them says it in a submission of its own, all in the same revision.
    """
    pairs = st.tuples(st.sampled_from(ground.places), said)
    return pairs.map(
        lambda pair: {
            "place": pair[0],
            "said": pair[1],
            "record": ground.record(_forms(*pair)),
        }
    )


def _forms(place: Place, said: Sequence[tuple[Any, str]]) -> list[Plain]:
    """A submission of each voice, with what it says at a position."""
    return [
        submission([answer(place, rating)], key=(f"s{number}", 1), voice=voice)
        for number, (voice, rating) in enumerate(said, 1)
    ]


def _joined(record: Plain, place: Place, vote: tuple[Any, str], number: int = 0) -> Plain:
    """A record with one more voice at a position."""
    voice, rating = vote
    form = submission([answer(place, rating)], key=(f"more{number}", 1), voice=voice)
    return record | {"submissions": [*record["submissions"], form]}


def _id(place: Place) -> str:
    """The id of a position."""
    return ".".join(part for part in place if part)


def _state(subject: Subject, record: Plain, method: str, place: Place) -> Any:
    """The state of one position."""
    found = subject.states(record, method)
    expect(_id(place) in found, f"settle gave no state for {_id(place)}")
    return found[_id(place)]


def _says(rating: str) -> str:
    """The state that one rating alone makes."""
    return f"rated_{LEVELS.index(rating)}" if rating in LEVELS else rating


def _unchanged(subject: Subject, method: str, before: Plain, after: Plain) -> None:
    """Every position settles to the same state in both records."""
    first, second = subject.states(before, method), subject.states(after, method)
    for position in first:
        same(position, second.get(position), first[position])


def _reordered(record: Plain) -> Strategy:
    """The same record, with everything in another order."""
    forms = [_with_any_order(form, "answers") for form in record["submissions"]]
    reviews = [_with_any_order(one, "decisions") for one in record.get("reviews", [])]
    parts = st.tuples(
        st.tuples(*forms).flatmap(st.permutations), st.tuples(*reviews).flatmap(st.permutations)
    )
    return parts.map(lambda pair: record | _parts(*pair))


def _with_any_order(part: Plain, name: str) -> Strategy:
    return st.permutations(part[name]).map(lambda said: part | {name: said})


def _parts(forms: list[Plain], reviews: list[Plain]) -> Plain:
    return {"submissions": forms} | ({"reviews": reviews} if reviews else {})


def _meeting(ground: Ground) -> Strategy:
    """Records in which everybody speaks of one position, and so does every review."""
    told = _told(ground, st.lists(votes, max_size=FEW))
    none: Strategy = st.just([])
    several = st.one_of(none, st.lists(decisions, max_size=FEW, unique_by=_sequence))
    return st.tuples(told, several).map(lambda pair: _reviewed(*pair))


def _reviewed(told: Plain, several: list[tuple[int, str]]) -> Plain:
    reviews = [review(number, [answer(told["place"], rating)]) for number, rating in several]
    record: Plain = told["record"]
    return record | ({"reviews": reviews} if reviews else {})


def _two_orders(ground: Ground) -> Strategy:
    return st.one_of(_meeting(ground), ground.records()).flatmap(
        lambda record: _tried(ground, record=st.just(record), reordered=_reordered(record))
    )


@law("V1", "Order of submissions, answers, reviews, decisions never matters.", _two_orders)
def order_of_parts(subject: Subject, method: str, record: Plain, reordered: Plain) -> None:
    """Any order settles to the same states."""
    _unchanged(subject, method, record, reordered)


def _renamings(ground: Ground) -> Strategy:
    return _tried(ground, record=ground.records(), names=st.permutations(AGENCIES))


@law(
    "V2",
    "One-to-one renaming of agencies, references and submissions changes nothing.",
    _renamings,
)
def renaming(subject: Subject, method: str, record: Plain, names: list[str]) -> None:
    """Who a voice is does not matter, only that it is another one."""
    renamed = [_renamed(form, names) for form in record["submissions"]]
    _unchanged(subject, method, record, record | {"submissions": renamed})


def _renamed(form: Plain, names: list[str]) -> Plain:
    """A submission under other names."""
    respondent = form["respondent"]
    other: Plain = {"agency": names[AGENCIES.index(respondent["agency"])]}
    if "agency_ref" in respondent:
        other["agency_ref"] = f"z-{respondent['agency_ref']}"
    return form | {"id": f"{9 - int(form['id'][1:])}-z", "respondent": respondent | other}


def _repeats(ground: Ground) -> Strategy:
    methods = [one for one in ground.methods if one != "lower_median"]
    told = _told(ground, st.lists(votes, min_size=1, max_size=FEW))
    return st.fixed_dictionaries(
        {"method": st.sampled_from(methods), "told": told, "voice": voices}
    )


@law(
    "V3",
    "Repeating an answer from the same or another agency changes nothing under `agreed` and "
    "`lowest`.",
    _repeats,
    methods=("agreed", "lowest"),
)
def repeating_an_answer(subject: Subject, method: str, told: Plain, voice: Any) -> None:
    """How often something is said does not matter."""
    rating = told["said"][0][1]
    again = _joined(told["record"], told["place"], (voice, rating))
    _unchanged(subject, method, told["record"], again)


def _alone(ground: Ground) -> Strategy:
    """Records that speak of a few positions, or of two that are easily mixed up."""
    neighbours = ground.places[-2:]
    records = st.one_of(ground.records(), ground.records(places=neighbours))
    places = st.one_of(st.sampled_from(ground.places), st.sampled_from(neighbours))
    return _tried(ground, record=records, place=places)


@law(
    "V4",
    "The state depends on nothing but what is said at its position (and `stages_reached`).",
    _alone,
)
def only_its_own_position(subject: Subject, method: str, record: Plain, place: Place) -> None:
    """With everything else taken out, the position settles as before."""
    alone = record | {
        "audit": {"id": "another", "selection": "concern_led"},
        "case": record["case"] | {"population": "student", "young_person_view": "not_sought"},
        "submissions": [_only(form, "answers", place) for form in record["submissions"]],
        "reviews": [_only(one, "decisions", place) for one in record.get("reviews", [])],
    }
    whole = _state(subject, record, method, place)
    same(_id(place), _state(subject, alone, method, place), whole)


def _only(part: Plain, name: str, place: Place) -> Plain:
    """A submission or review with what it says at one position."""
    said = [one for one in part[name] if (one["practice"], one.get("stage")) == place]
    return part | {name: said}


def _sequence(decision: tuple[int, str]) -> int:
    return decision[0]


def _decided(ground: Ground) -> Strategy:
    return _tried(
        ground,
        record=ground.records(reviews=False),
        place=st.sampled_from(ground.places),
        decided=st.lists(decisions, min_size=1, max_size=FEW, unique_by=_sequence),
    )


@law(
    "V5",
    "The decision of the highest sequence is the state, whatever else is said; adding a review "
    "of lower sequence changes nothing.",
    _decided,
)
def highest_sequence_decides(
    subject: Subject, method: str, record: Plain, place: Place, decided: list[tuple[int, str]]
) -> None:
    """Neither the order of reviews counts, nor how many there are."""
    reviews = [review(number, [answer(place, rating)]) for number, rating in decided]
    empty = review(HIGHEST_SEQUENCE, [])
    last = max(decided)
    expected = _says(last[1])
    alone = record | {"reviews": [review(last[0], [answer(place, last[1])])]}
    same(_id(place), _state(subject, alone, method, place), expected)
    whole = record | {"reviews": [*reviews, empty]}
    same(_id(place), _state(subject, whole, method, place), expected)


def _withdrawn(ground: Ground) -> Strategy:
    said = st.lists(votes, min_size=1, max_size=2)
    return _tried(ground, told=_told(ground, said), vote=votes)


@law(
    "V6",
    "A draft changes nothing; nor does a revision older than a non-draft one; withdrawing the "
    "highest revision equals deleting its submission.",
    _withdrawn,
)
def only_current_submissions(
    subject: Subject, method: str, told: Plain, vote: tuple[Any, str]
) -> None:
    """What is not current is as if it were not there."""
    record, place = told["record"], told["place"]
    first, *others = record["submissions"]
    voice, rating = vote

    def form(revision: int, status: str) -> Plain:
        said = [answer(place, rating)]
        return submission(said, key=(first["id"], revision), status=status, voice=voice)

    def expect_same(forms: list[Plain], than: list[Plain]) -> None:
        before = record | {"submissions": than}
        _unchanged(subject, method, before, record | {"submissions": forms})

    newer = first | {"revision": 2}
    expect_same([first, *others, form(2, "draft")], than=[first, *others])
    expect_same([form(1, "submitted"), newer, *others], than=[newer, *others])
    expect_same([newer, form(1, "submitted"), *others], than=[newer, *others])
    expect_same([first, *others, form(2, "withdrawn")], than=others)


def _unanimous(ground: Ground) -> Strategy:
    said = st.tuples(st.sampled_from(RATINGS), st.lists(voices, min_size=1, max_size=FEW)).map(
        lambda pair: [(voice, pair[0]) for voice in pair[1]]
    )
    return _tried(ground, told=_told(ground, said), is_said=st.booleans())


@law("V7", WHERE + "a single answer settles to what it said, unanimity too;", _unanimous)
def unanimity(subject: Subject, method: str, told: Plain, *, is_said: bool) -> None:
    """What everybody says is the state, also where the record says which stages were reached."""
    record = told["record"]
    if is_said:
        reached = _reaching(subject.ground, told["place"])
        record = record | {"case": record["case"] | {"stages_reached": reached}}
    found = _state(subject, record, method, told["place"])
    same(_id(told["place"]), found, _says(told["said"][0][1]))


def _reaching(ground: Ground, place: Place) -> list[str]:
    """The stages of a case that reached a position: its own, or any where it has none."""
    return list(ground.stages[:1]) if place[1] is None else [place[1]]


def _silences(ground: Ground) -> Strategy:
    told = _told(ground, st.lists(votes, max_size=FEW))
    return _tried(ground, told=told, voice=voices, silence=st.sampled_from(SILENCE))


@law(
    "V8",
    WHERE + "adding a `not_known` or `no_record` answer changes no rated, spread, contested or "
    "not-applicable state; among open states `no_record` wins over `not_known`, that over "
    "`unanswered`;",
    _silences,
)
def silence_is_no_vote(
    subject: Subject, method: str, told: Plain, voice: Any, silence: str
) -> None:
    """Who cannot say takes nothing from what others say."""
    before = _state(subject, told["record"], method, told["place"])
    more = _joined(told["record"], told["place"], (voice, silence))
    after = _state(subject, more, method, told["place"])
    expected = max(before, silence, key=OPEN.index) if before in OPEN else before
    same(f"{_id(told['place'])} with {silence}", after, expected)


def _rated(ground: Ground) -> Strategy:
    said = st.lists(levels, min_size=1, max_size=FEW)
    return st.fixed_dictionaries({"told": _told(ground, said)})


@law(
    "V9",
    WHERE
    + "a rated or spread range under `agreed` is exactly from the lowest to the highest level "
    "given;",
    _rated,
    methods=("agreed",),
)
def range_of_levels(subject: Subject, told: Plain) -> None:
    """No level is left out, and none is made up."""
    given = [LEVELS.index(rating) for _, rating in told["said"]]
    found = _state(subject, told["record"], "agreed", told["place"])
    same(f"the range of {found}", RANGES.get(found), (min(given), max(given)))


def _differing(ground: Ground) -> Strategy:
    told = _told(ground, st.lists(levels, min_size=1, max_size=2))
    return _tried(ground, told=told, voice=voices)


@law("V10", WHERE + "levels and `not_applicable` together are contested;", _differing)
def contested(subject: Subject, method: str, told: Plain, voice: Any) -> None:
    """Neither wins over the other."""
    both = _joined(told["record"], told["place"], (voice, "not_applicable"))
    same(_id(told["place"]), _state(subject, both, method, told["place"]), "contested")


def _any_votes(ground: Ground) -> Strategy:
    said = st.lists(st.one_of(levels, votes), max_size=FEW)
    return st.fixed_dictionaries({"told": _told(ground, said)})


@law(
    "V11",
    WHERE + "`lowest` is the lower end of `agreed`;",
    _any_votes,
    methods=("agreed", "lowest"),
)
def lowest_is_the_lower_end(subject: Subject, told: Plain) -> None:
    """What has no range is the same under both."""
    agreed = _state(subject, told["record"], "agreed", told["place"])
    lowest = _state(subject, told["record"], "lowest", told["place"])
    expected = f"rated_{RANGES[agreed][0]}" if agreed in RANGES else agreed
    same(_id(told["place"]), lowest, expected)


def _each_once(ground: Ground) -> Strategy:
    said = st.lists(levels, min_size=1, max_size=6)
    return st.fixed_dictionaries({"told": _told(ground, said)})


@law(
    "V12",
    WHERE
    + "under `lower_median` at least half of the voices' values are at or below the level and more "
    "than half at or above it.",
    _each_once,
    methods=("lower_median",),
)
def lower_median(subject: Subject, told: Plain) -> None:
    """So of the levels of each voice, and then of the voices' values."""
    by_voice: dict[Any, list[int]] = {}
    for voice, rating in told["said"]:
        by_voice.setdefault(voice, []).append(LEVELS.index(rating))
    expected = _middle([_middle(given) for given in by_voice.values()])
    found = _state(subject, told["record"], "lower_median", told["place"])
    same(_id(told["place"]), found, f"rated_{expected}")


def _middle(values: list[int]) -> int:
    """The value with half of all at or below it, and more than half at or above it."""
    return next(
        value
        for value in values
        if 2 * sum(other <= value for other in values) >= len(values)
        and 2 * sum(other >= value for other in values) > len(values)
    )


def _raised(ground: Ground) -> Strategy:
    return _tried(
        ground,
        told=_told(ground, st.lists(st.one_of(levels, votes), max_size=FEW)),
        voice=voices,
        raised=st.tuples(st.integers(0, HIGHEST), st.integers(0, HIGHEST)).map(sorted),
    )


@law("V13", "Raising the level of one answer never lowers either end of the range.", _raised)
def raising_an_answer(
    subject: Subject, method: str, told: Plain, voice: Any, raised: list[int]
) -> None:
    """Where it settles to a range at all."""
    place = told["place"]
    before, after = (
        _state(subject, _joined(told["record"], place, (voice, LEVELS[level])), method, place)
        for level in raised
    )
    if before in RANGES and after in RANGES:
        ends = zip(RANGES[before], RANGES[after], strict=True)
        expect(all(old <= new for old, new in ends), f"{before} became {after}")


def _unreached(ground: Ground) -> Strategy:
    said = st.lists(st.one_of(levels, st.tuples(voices, st.sampled_from(SILENCE))), max_size=2)
    staged = [place for place in ground.places if place[1] is not None]

    def told(pair: tuple[Place, list[tuple[Any, str]]]) -> Plain:
        place, votes = pair
        reached = [stage for stage in ground.stages if stage != place[1]]
        record = ground.record(_forms(place, votes), reached=reached)
        return {"place": place, "said": votes, "record": record}

    return _tried(ground, told=st.tuples(st.sampled_from(staged), said).map(told))


@law(
    "V14",
    "In a stage not reached, silence settles to `not_applicable` and a level to `contested`.",
    _unreached,
    fits=lambda ground: len(ground.stages) > 1,
)
def stage_not_reached(subject: Subject, method: str, told: Plain) -> None:
    """Whether nobody answers, or somebody cannot say, or somebody gives a level."""
    given = any(rating in LEVELS for _, rating in told["said"])
    found = _state(subject, told["record"], method, told["place"])
    same(_id(told["place"]), found, "contested" if given else "not_applicable")


SETTLING = (
    order_of_parts,
    renaming,
    repeating_an_answer,
    only_its_own_position,
    highest_sequence_decides,
    only_current_submissions,
    unanimity,
    silence_is_no_vote,
    range_of_levels,
    contested,
    lowest_is_the_lower_end,
    lower_median,
    raising_an_answer,
    stage_not_reached,
)
