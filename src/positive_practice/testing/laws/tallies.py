"""The laws T1 to T7, of `profile(records)`, read off profiles in their JSON form.

A profile holds its tally: the counts at its positions. So what the laws say of tallies is looked
for there, and a profile must be a function of them.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from positive_practice.model.framework import Element
from positive_practice.scoring.settle import RATINGS
from positive_practice.testing.laws.ground import (
    LEVELS,
    VOICES,
    Ground,
    Place,
    answer,
    numbered,
    submission,
)
from positive_practice.testing.laws.law import expect, law, same, shown
from positive_practice.testing.laws.reading import (
    Part,
    Read,
    library_score,
    library_states,
    read,
)
from positive_practice.testing.laws.subject import QUANTITIES, Subject, quantities
from positive_practice.testing.strategies.derived import Plain, Strategy

__all__ = ["TALLIES", "common_verdict"]

VERDICTS = ("consistent", "inconsistent", "undetermined", "not_applicable")
AT_MOST_POINTS = 2
HIGHEST = 3
A_FEW = 3
SECOND = 11
NOTHING = ""
CONTESTED = "contested"
WELL = ("fully", "mostly")
OTHERS = (*RATINGS[:2], *RATINGS[4:], CONTESTED, NOTHING)
PALETTES = (WELL, ("not_applicable",), *((*WELL, other) for other in OTHERS), (*WELL, *OTHERS))
"""Ratings to choose from; with each rating as likely, a thread would hardly ever run through."""


def _told(ground: Ground, said: Sequence[tuple[Place, str]]) -> Plain:
    """A record in which one voice says something at some positions, and another contests some."""
    contested = [place for place, rating in said if rating == CONTESTED]
    rated = [(place, LEVELS[-1] if rating == CONTESTED else rating) for place, rating in said]
    answers = [answer(place, rating) for place, rating in rated if rating != NOTHING]
    denials = [answer(place, "not_applicable") for place in contested]
    forms = [submission(answers), submission(denials, key=("s2", 1), voice=VOICES[-1])]
    return ground.record(forms if contested else forms[:1])


def _simple(ground: Ground) -> Strategy:
    """What one voice says at each of the few positions; the simplest is nothing."""
    rating = st.sampled_from((NOTHING, *RATINGS, CONTESTED))
    return st.tuples(*(st.tuples(st.just(place), rating) for place in ground.places))


def _added(ground: Ground) -> Strategy:
    def exchanged(drawn: tuple[Any, Any, int]) -> Plain:
        first, second, many = drawn
        swapped = (*second[:many], *first[many:]), (*first[:many], *second[many:])
        return {
            "pair": numbered([_told(ground, said) for said in (first, second)]),
            "exchanged": numbered([_told(ground, said) for said in swapped]),
        }

    many = st.integers(0, len(ground.places))
    pairs = st.tuples(_simple(ground), _simple(ground), many).map(exchanged)
    cohorts = {"first": ground.cohorts(), "second": ground.cohorts(start=SECOND)}
    return st.tuples(st.fixed_dictionaries(cohorts), pairs).map(lambda both: both[0] | both[1])


@law(
    "T1",
    "Tallies form a commutative monoid; profile(tally(a) + tally(b)) = profile(tally(a and b)).",
    _added,
)
def tallies_add(
    subject: Subject,
    first: list[Plain],
    second: list[Plain],
    pair: list[Plain],
    exchanged: list[Plain],
) -> None:
    """Counts add; scores follow from counts, so who said what in which record does not matter."""
    found = [read(subject.profiled(*some)) for some in (first, second, [*first, *second], [])]
    _expect_sum(*found)
    twice = read(subject.profiled(*first, *first))
    _expect_sum(found[0], found[0], twice, found[-1])
    before, after = read(subject.profiled(*pair)), read(subject.profiled(*exchanged))
    for part in before.parts:
        _same_score(part, after.part(part.name).score)


def _expect_sum(first: Read, second: Read, both: Read, zero: Read) -> None:
    """The counts of both are those of the first and of the second, and of none there are none."""
    same("records of none", zero.records, 0)
    same("records of both", both.records, first.records + second.records)
    same("selections of both", both.selections, _sum(first.selections, second.selections))
    for part in both.parts:
        summed = _sum(first.part(part.name).counts, second.part(part.name).counts)
        same(f"counts of both, {part.name}", part.counts, summed)
        same(f"counts of none, {part.name}", zero.part(part.name).counts, {})


def _sum(first: Plain, second: Plain) -> Plain:
    return {code: first.get(code, 0) + second.get(code, 0) for code in {*first, *second}}


def _same_score(part: Part, score: Plain) -> None:
    for name in (*QUANTITIES, "index_reason"):
        same(f"{name}, {part.name}", part.score[name], score[name])


def _two_orders(ground: Ground) -> Strategy:
    return ground.cohorts(A_FEW).flatmap(
        lambda records: st.fixed_dictionaries(
            {"records": st.just(records), "reordered": st.permutations(records)}
        )
    )


@law("T2", "Order of records never matters.", _two_orders)
def order_of_records(subject: Subject, records: list[Plain], reordered: list[Plain]) -> None:
    """Any order gives the same profile, word for word."""
    first, second = subject.profiled(*records), subject.profiled(*reordered)
    for name in first:
        expect(second.get(name) == first[name], f"{name} differs")


@law(
    "T3",
    "A record's profile is the score of its settled states.",
    lambda ground: st.fixed_dictionaries({"record": ground.records()}),
)
def profile_is_score_of_states(subject: Subject, record: Plain) -> None:
    """By the project's own `settle` and `score` where it has them, else by the library's."""
    ground = subject.ground
    found = read(subject.profiled(record))
    states = _states(subject, record, found.method)
    for position, state in states.items():
        same(f"counts at {position}", found.positions.get(position), {state: 1})
    for part in found.parts:
        inside = [one for one in ground.positions if part.holds(one.practice, one.stage)]
        weighted = [(states[one.id], ground.weights[one.practice]) for one in inside]
        _same_score(part, _score(subject, weighted))


def _states(subject: Subject, record: Plain, method: str) -> Plain:
    if "settle" not in subject.functions:
        return library_states(record, subject.ground.framework, method)
    return subject.states(record, method)


def _score(subject: Subject, weighted: list[tuple[str, Fraction]]) -> Plain:
    if "score" not in subject.functions:
        return quantities(library_score(*map(list, zip(*weighted, strict=True))))
    return subject.scored(weighted)


def _threads(ground: Ground) -> list[str]:
    return [one.id for one in ground.framework.elements if one.kind == "thread"]


def _thread_records(ground: Ground) -> Strategy:
    """Records that speak of every position of one thread, more or less well."""
    places = [
        [(one.practice, one.stage) for one in ground.positions if one.practice[:2] == thread]
        for thread in _threads(ground)
    ]

    def of_palette(drawn: tuple[list[Place], Sequence[str]]) -> Strategy:
        said = [st.tuples(st.just(place), st.sampled_from(drawn[1])) for place in drawn[0]]
        return st.tuples(*said)

    choices = st.tuples(st.sampled_from(places), st.sampled_from(PALETTES))
    return st.fixed_dictionaries(
        {
            "record": choices.flatmap(of_palette).map(lambda said: _told(ground, said)),
        }
    )


@law(
    "T4",
    "A thread's consistency is the verdict common to all completions that leave something "
    "applicable, `undetermined` where they differ.",
    _thread_records,
    fits=lambda ground: bool(_threads(ground)),
)
def consistency_of_completions(subject: Subject, record: Plain) -> None:
    """Where nothing can apply it is `not_applicable`; what has no weight is not looked at."""
    ground = subject.ground
    found = read(subject.profiled(record))
    weights = ground.weights
    for thread in _threads(ground):
        states = [
            state
            for one in ground.positions
            if one.practice[:2] == thread and weights[one.practice]
            for state in found.positions[one.id]
        ]
        counts = {name: n for name, n in found.elements[thread]["consistency"].items() if n}
        same(f"consistency of {thread}", counts, {common_verdict(states): 1})


def common_verdict(states: Sequence[str]) -> str:
    """The verdict that every completion comes to: each position is completed on its own."""
    options = [_options(state) for state in states]
    possible = [levels for levels in options if levels - {None}]
    if not possible:
        return "not_applicable"
    can_be_well = all(None in levels or _has_well(levels) for levels in options)
    can_be_well = can_be_well and any(_has_well(levels) for levels in options)
    can_be_less = any(level < AT_MOST_POINTS for levels in options for level in levels - {None})
    if can_be_well and can_be_less:
        return "undetermined"
    return "consistent" if can_be_well else "inconsistent"


def _has_well(levels: set[Any]) -> bool:
    return any(level >= AT_MOST_POINTS for level in levels - {None})


def _options(state: str) -> set[Any]:
    """The levels that a state can be resolved to; None stands for not applicable."""
    if state == "not_applicable":
        return {None}
    if state.startswith(("rated", "spread")):
        return set(range(int(state.split("_")[1]), int(state[-1]) + 1))
    return {None, *range(HIGHEST + 1)}


def _raised(ground: Ground) -> Strategy:
    """Records of levels, before and after one of them was raised."""
    said = st.lists(
        st.tuples(st.sampled_from(ground.places), st.sampled_from(VOICES), st.integers(0, HIGHEST)),
        min_size=1,
        max_size=6,
        unique_by=lambda one: one[:2],
    )

    def pair(drawn: tuple[list[tuple[Place, Any, int]], int]) -> Plain:
        said, by = drawn
        place, voice, level = said[0]
        raised = [(place, voice, min(level + by, HIGHEST)), *said[1:]]
        return {"before": _voiced(ground, said), "after": _voiced(ground, raised)}

    return st.tuples(said, st.integers(1, HIGHEST)).map(pair)


def _voiced(ground: Ground, said: Sequence[tuple[Place, Any, int]]) -> Plain:
    """A record in which voices give levels, a submission each."""
    return ground.record(
        [
            submission([answer(place, LEVELS[level])], key=(f"s{number}", 1), voice=voice)
            for number, (place, voice, level) in enumerate(said, 1)
        ]
    )


@law("T5", "Raising the level of one answer never lowers any index or bound.", _raised)
def raising_an_answer(subject: Subject, before: Plain, after: Plain) -> None:
    """In no part of the profile."""
    first, second = read(subject.profiled(before)), read(subject.profiled(after))
    for part in first.parts:
        score = second.part(part.name).score
        for name in ("index", "lower", "upper"):
            old, new = part.score[name], score[name]
            if isinstance(old, Fraction) and isinstance(new, Fraction):
                moved = f"{name} went from {shown(old)} to {shown(new)}, {part.name}"
                expect(new >= old, moved)


@law(
    "T6",
    "Counts per state add up to records x positions at every level of the profile; consistency "
    "counts and selections add up to records.",
    lambda ground: st.fixed_dictionaries({"records": ground.cohorts(A_FEW)}),
)
def counts_add_up(subject: Subject, records: list[Plain]) -> None:
    """Everything is counted once, also what has no weight."""
    ground = subject.ground
    found = read(subject.profiled(*records))
    is_whole = [part.name for part in found.parts] == _names(ground)
    expect(is_whole, "the profile has not each part once, in framework order")
    same("records", found.records, len(records))
    same("selections in all", sum(found.selections.values()), len(records))
    for part in found.parts:
        size = sum(part.holds(one.practice, one.stage) for one in ground.positions)
        same(f"counts in all, {part.name}", sum(part.counts.values()), size * len(records))
    for thread in _threads(ground):
        counted = sum(found.elements[thread]["consistency"].values())
        same(f"consistency in all, {thread}", counted, len(records))


def _names(ground: Ground) -> list[str]:
    """The names of every part that a profile has: elements with their stages, then the others."""
    framework = ground.framework
    return [
        *(name for element in framework.elements for name in _element_names(ground, element)),
        *(practice.id for practice in framework.practices),
        *(f"position {position.id}" for position in framework.positions),
    ]


def _element_names(ground: Ground, element: Element) -> list[str]:
    is_staged = any(practice.staged for practice in element.practices)
    return [element.id, *(f"{element.id} at {stage}" for stage in ground.stages if is_staged)]


def _well_rated(ground: Ground) -> Strategy:
    """Records that leave less unsaid, so that there are ties, and elements at every point."""
    rating = st.sampled_from((NOTHING, "fully", "mostly", "partly", "not_known", "not_applicable"))
    said = st.tuples(*(st.tuples(st.just(place), rating) for place in ground.places))
    record = said.map(lambda one: _told(ground, one))
    return st.fixed_dictionaries({"records": st.lists(record, max_size=A_FEW).map(numbered)})


@law(
    "T7",
    "Practices and stages to look at next are all and only those of lowest defined index below "
    "1; not yet known, those with `nothing_rated`.",
    _well_rated,
)
def what_to_look_at_next(subject: Subject, records: list[Plain]) -> None:
    """By the profile's own indexes and reasons, in framework order."""
    ground = subject.ground
    found = read(subject.profiled(*records))
    for element, one in found.elements.items():
        practices = {name: found.part(name).score for name in ground.members(element)}
        stages = {
            inner["stage"]: found.part(f"{element} at {inner['stage']}").score
            for inner in one["stages"]
        }
        for prefix, scores in (("", practices), ("stages_", stages)):
            expected = {"look_at_next": _lowest(scores), "not_yet_known": _not_rated(scores)}
            for name, ids in expected.items():
                same(f"{prefix}{name} of {element}", list(one[prefix + name]), ids)


def _lowest(scores: dict[str, Plain]) -> list[str]:
    """Those than which none is lower, and which are below 1."""
    indexes = {name: one["index"] for name, one in scores.items() if one["index"] is not None}
    return [
        name
        for name, index in indexes.items()
        if index < 1 and all(index <= other for other in indexes.values())
    ]


def _not_rated(scores: dict[str, Plain]) -> list[str]:
    return [name for name, one in scores.items() if one["index_reason"] == "nothing_rated"]


TALLIES = (
    tallies_add,
    order_of_records,
    profile_is_score_of_states,
    consistency_of_completions,
    raising_an_answer,
    counts_add_up,
    what_to_look_at_next,
)
