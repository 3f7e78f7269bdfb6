"""The laws S1 to S17, of `score(states, weights)`; each where section 3 defines a number.

Only S15 looks at what is undefined, so that a number in its place is blamed on that law alone.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from positive_practice.testing.laws.law import each, expect, law, same, shown
from positive_practice.testing.laws.subject import QUANTITIES, Subject, Weighted
from positive_practice.testing.strategies.derived import Strategy, weights
from positive_practice.testing.strategies.results import STATES

__all__ = ["SCORES"]

RATED = STATES[:4]
SPREADS = STATES[4:10]
TO_RESOLVE = STATES[10:14]
ANSWERED = (*RATED, *SPREADS)
APPLICABLE = STATES[:14]
NOT_APPLICABLE = STATES[14]
OPEN_TO = (*RATED, NOT_APPLICABLE)
RANGES = {state: (int(state.split("_")[1]), int(state[-1])) for state in ANSWERED}
HIGHEST = 3
MOST = 6
FEW = 3
FIVE = ("index", "coverage", "settled", "lower", "upper")


def _states(among: Sequence[str] = STATES, *, most: int = MOST) -> Strategy:
    """Lists of states, each with its weight."""
    return st.lists(st.tuples(st.sampled_from(among), weights()), max_size=most)


def _a_few(among: Sequence[str]) -> Strategy:
    return _states(among, most=FEW)


some = _states()
positive = weights(positive=True)


def _total(weighted: Weighted, states: Sequence[str] = STATES) -> Fraction:
    """W: the sum of the weights over some states."""
    return sum((weight for state, weight in weighted if state in states), Fraction(0))


def _defined(weighted: Weighted) -> set[str]:
    """The quantities that section 3 defines."""
    everything = _total(weighted)
    applicable, answered = _total(weighted, APPLICABLE), _total(weighted, ANSWERED)
    sizes = {
        "index": answered,
        **dict.fromkeys(("coverage", "settled", "lower", "upper"), applicable),
        "not_applicable_share": everything,
        "index_if_not_applicable_lowest": answered + everything - applicable,
    }
    return {name for name, size in sizes.items() if size}


def _numbers(subject: Subject, weighted: Weighted) -> dict[str, Fraction]:
    """The quantities that are defined, and that are numbers."""
    found = subject.scored(weighted)
    return {name: found[name] for name in _defined(weighted) if _is_number(found[name])}


def _is_number(value: Any) -> bool:
    return isinstance(value, Fraction)


def _unchanged(
    subject: Subject, before: Weighted, after: Weighted, names: Iterable[str] = QUANTITIES
) -> None:
    """Every quantity is the same for both."""
    first, second = _numbers(subject, before), _numbers(subject, after)
    for name in names:
        if name in first and name in second:
            same(name, second[name], first[name])


def _not_lowered(subject: Subject, before: Weighted, after: Weighted) -> None:
    """Neither the index nor a bound is lower after than before."""
    first, second = _numbers(subject, before), _numbers(subject, after)
    for name in ("index", "lower", "upper"):
        if name in first and name in second:
            moved = f"{name} went from {shown(first[name])} to {shown(second[name])}"
            expect(second[name] >= first[name], moved)


def _resolutions(state: str) -> Sequence[str]:
    """What a state can be resolved to: a settled one to itself."""
    if state in TO_RESOLVE:
        return OPEN_TO
    lo, hi = RANGES.get(state, (0, -1))
    return [f"rated_{level}" for level in range(lo, hi + 1)] or [state]


def _state_of(lo: int, hi: int) -> str:
    return f"rated_{lo}" if lo == hi else f"spread_{lo}_{hi}"


@law("S1", "0 <= lower <= index <= upper <= 1.", each(weighted=some))
def index_inside_bounds(subject: Subject, weighted: Weighted) -> None:
    """Those of the three that are defined are in order."""
    found = _numbers(subject, weighted)
    values = [found[name] for name in ("lower", "index", "upper") if name in found]
    ordered = [Fraction(0), *values, Fraction(1)]
    expect(
        ordered == sorted(ordered),
        f"lower, index and upper, where defined: {', '.join(map(shown, values))}",
    )


@law(
    "S2",
    "With no spread of positive weight, upper - lower = 1 - coverage and lower = coverage x index.",
    each(weighted=_states([state for state in STATES if state not in SPREADS])),
)
def bounds_without_spreads(subject: Subject, weighted: Weighted) -> None:
    """A spread without weight changes nothing of it."""
    found = _numbers(subject, [*weighted, ("spread_0_3", Fraction(0))])
    if {"lower", "upper", "coverage"} <= set(found):
        same(
            "upper - lower and 1 - coverage", found["upper"] - found["lower"], 1 - found["coverage"]
        )
    if {"lower", "coverage", "index"} <= set(found):
        same("lower and coverage x index", found["lower"], found["coverage"] * found["index"])


@law(
    "S3",
    "settled = 1 iff lower = upper; then both equal the index.",
    each(weighted=st.one_of(_states(RATED), _states([*RATED, NOT_APPLICABLE]), some)),
)
def settled_where_bounds_meet(subject: Subject, weighted: Weighted) -> None:
    """Where all is settled there is nothing between the bounds."""
    found = _numbers(subject, weighted)
    if not {"settled", "lower", "upper"} <= set(found):
        return
    settled, meet = found["settled"] == 1, found["lower"] == found["upper"]
    expect(
        settled == meet,
        f"settled is {shown(found['settled'])}, and the bounds {'meet' if meet else 'do not meet'}",
    )
    if settled and "index" in found:
        same("index and bound", found["index"], found["lower"])


def _shuffled(weighted: Any) -> Strategy:
    return st.fixed_dictionaries(
        {"weighted": st.just(weighted), "shuffled": st.permutations(weighted)}
    )


@law("S4", "Order of positions never matters.", lambda _: some.flatmap(_shuffled))
def order_of_positions(subject: Subject, weighted: Weighted, shuffled: Weighted) -> None:
    """Any order gives the same score."""
    _unchanged(subject, weighted, shuffled)


@law(
    "S5",
    "Multiplying all weights by one positive number changes nothing.",
    each(weighted=some, factor=positive),
)
def scaling_weights(subject: Subject, weighted: Weighted, factor: Fraction) -> None:
    """Only the proportions of weights count."""
    _unchanged(subject, weighted, [(state, weight * factor) for state, weight in weighted])


@law(
    "S6",
    "Adding a not-applicable or zero-weight position changes no index, coverage, settled, "
    "lower or upper.",
    each(weighted=some, state=st.sampled_from(STATES), weight=positive),
)
def adding_what_does_not_count(
    subject: Subject, weighted: Weighted, state: str, weight: Fraction
) -> None:
    """Neither what did not apply counts, nor what is only shown."""
    _unchanged(subject, weighted, [*weighted, (state, Fraction(0))], FIVE)
    _unchanged(subject, weighted, [*weighted, (NOT_APPLICABLE, weight)], FIVE)


RAISES = tuple(
    # Each range with one end a level higher, or with both where they are one.
    (_state_of(lo, hi), _state_of(*raised))
    for lo, hi in RANGES.values()
    for raised in dict.fromkeys([(lo + 1, max(lo + 1, hi)), (lo + (lo == hi), hi + 1)])
    if raised[1] <= HIGHEST
)


@law(
    "S7",
    "Raising one end of a spread or the level of a rated position never lowers index, lower or "
    "upper, and raises the index if its weight is positive.",
    each(weighted=some, raised=st.sampled_from(RAISES), weight=weights()),
)
def raising_an_answer(
    subject: Subject, weighted: Weighted, raised: tuple[str, str], weight: Fraction
) -> None:
    """More practice is never a lower number."""
    before, after = ([*weighted, (state, weight)] for state in raised)
    _not_lowered(subject, before, after)
    first, second = _numbers(subject, before), _numbers(subject, after)
    if weight and "index" in first and "index" in second:
        expect(second["index"] > first["index"], f"the index stays at {shown(first['index'])}")


@law(
    "S8",
    "Every completion of the open and contested positions (to any level or to not applicable) "
    "and spreads (to any level inside) has its index inside [lower, upper], and the two ends "
    "are reached.",
    each(weighted=_a_few(STATES)),
)
def completions_inside_bounds(subject: Subject, weighted: Weighted) -> None:
    """The bounds are the least and the greatest index that resolving leads to."""
    found = _numbers(subject, weighted)
    scores = [_numbers(subject, completed) for completed in _completions(weighted)]
    indexes = [score["index"] for score in scores if "index" in score]
    if indexes and {"lower", "upper"} <= set(found):
        same("lower and the least index", found["lower"], min(indexes))
        same("upper and the greatest index", found["upper"], max(indexes))


def _completions(weighted: Weighted) -> Iterator[Weighted]:
    """Every way in which a few states can be resolved."""
    weighed = [weight for _, weight in weighted]
    for states in itertools.product(*(_resolutions(state) for state, _ in weighted)):
        yield list(zip(states, weighed, strict=True))


RESOLVED = tuple(
    (state, resolved) for state in (*TO_RESOLVE, *SPREADS) for resolved in _resolutions(state)
)


@law(
    "S9",
    "Resolving a position nests the bounds.",
    each(weighted=some, resolved=st.sampled_from(RESOLVED), weight=weights()),
)
def resolving_nests_bounds(
    subject: Subject, weighted: Weighted, resolved: tuple[str, str], weight: Fraction
) -> None:
    """What becomes known narrows what could still be."""
    before, after = (_numbers(subject, [*weighted, (state, weight)]) for state in resolved)
    for name, direction in (("lower", 1), ("upper", -1)):
        if name in before and name in after:
            moved = f"{name} went from {shown(before[name])} to {shown(after[name])}"
            expect((after[name] - before[name]) * direction >= 0, moved)


@law(
    "S10",
    "All rated at level k gives exactly k/3.",
    each(level=st.integers(0, HIGHEST), weights=st.lists(positive, min_size=1, max_size=MOST)),
)
def all_at_one_level(subject: Subject, level: int, weights: list[Fraction]) -> None:
    """Whatever the weights are."""
    found = _numbers(subject, [(f"rated_{level}", weight) for weight in weights])
    if "index" in found:
        same("index and level / 3", found["index"], Fraction(level, HIGHEST))


@law(
    "S11",
    "A whole's index is the W(R)-weighted mean of its parts' indexes, its bounds and coverage "
    "the W(A)-weighted means of theirs.",
    each(parts=st.lists(some, min_size=1, max_size=FEW)),
)
def whole_is_mean_of_parts(subject: Subject, parts: list[Weighted]) -> None:
    """A part counts by the weight of what is answered, or applies, in it."""
    whole = _numbers(subject, [one for part in parts for one in part])
    scores = [_numbers(subject, part) for part in parts]
    for name, states in (
        ("index", ANSWERED),
        ("lower", APPLICABLE),
        ("upper", APPLICABLE),
        ("coverage", APPLICABLE),
    ):
        sizes = [_total(part, states) for part in parts]
        given = [(size, score.get(name)) for size, score in zip(sizes, scores, strict=True) if size]
        known = [(size, value) for size, value in given if value is not None]
        if name in whole and len(known) == len(given):
            mean = sum((size * value for size, value in known), Fraction(0)) / sum(sizes)
            same(f"{name} of the whole and the mean of its parts", whole[name], mean)


@law(
    "S12",
    "Reversal: replacing each level k by 3 - k gives index 1 - index, lower 1 - upper, upper "
    "1 - lower and the same coverage.",
    each(weighted=some),
)
def reversal(subject: Subject, weighted: Weighted) -> None:
    """The scale has no end that counts more."""
    found = _numbers(subject, weighted)
    mirrored = _numbers(subject, [(_reversed(state), weight) for state, weight in weighted])
    for name, other in (("index", "index"), ("lower", "upper"), ("upper", "lower")):
        if name in mirrored and other in found:
            same(f"{name} reversed and 1 - {other}", mirrored[name], 1 - found[other])
    if "coverage" in mirrored and "coverage" in found:
        same("coverage", mirrored["coverage"], found["coverage"])


def _reversed(state: str) -> str:
    if state not in RANGES:
        return state
    lo, hi = RANGES[state]
    return _state_of(HIGHEST - hi, HIGHEST - lo)


@law(
    "S13",
    "Splitting: a spread lo..hi of weight w counts in the index as two positions of weight w/2 "
    "rated lo and hi.",
    each(weighted=some, spread=st.sampled_from(SPREADS), weight=positive),
)
def splitting(subject: Subject, weighted: Weighted, spread: str, weight: Fraction) -> None:
    """A spread counts at the middle of its range."""
    halves = [(f"rated_{level}", weight / 2) for level in RANGES[spread]]
    _unchanged(subject, [*weighted, (spread, weight)], [*weighted, *halves], ["index"])


@law(
    "S14",
    "Resolving an open or contested position of weight w to a level raises coverage and settled "
    "by w / W(A); resolving a spread to a level raises settled alone by that.",
    each(
        weighted=some,
        resolved=st.sampled_from([pair for pair in RESOLVED if pair[1] != NOT_APPLICABLE]),
        weight=positive,
    ),
)
def resolving_raises_what_is_known(
    subject: Subject, weighted: Weighted, resolved: tuple[str, str], weight: Fraction
) -> None:
    """By as much as the position counts."""
    before, after = (_numbers(subject, [*weighted, (state, weight)]) for state in resolved)
    step = weight / (_total(weighted, APPLICABLE) + weight)
    steps = {"settled": step, "coverage": Fraction(0) if resolved[0] in SPREADS else step}
    for name, expected in steps.items():
        if name in before and name in after:
            same(f"how much {name} rose", after[name] - before[name], expected)


@law(
    "S15",
    "Undefined exactly where section 3 says, with its reason; a number never stands for it.",
    each(
        weighted=st.one_of(*map(_a_few, (STATES, [*TO_RESOLVE, NOT_APPLICABLE], [NOT_APPLICABLE])))
    ),
)
def undefined_with_its_reason(subject: Subject, weighted: Weighted) -> None:
    """What is undefined is None, and the index says why."""
    found, known = subject.scored(weighted), _defined(weighted)
    for name in QUANTITIES:
        if name in known:
            expect(_is_number(found[name]), f"{name} is {shown(found[name])}, where it is defined")
        else:
            expect(found[name] is None, f"{name} is {shown(found[name])}, where it is undefined")
    same("index_reason", found["index_reason"], _reason(weighted))


def _reason(weighted: Weighted) -> str | None:
    """Why the index is undefined, in the order of section 3."""
    if not _total(weighted):
        return "nothing_weighted"
    if not _total(weighted, APPLICABLE):
        return "nothing_applicable"
    return None if _total(weighted, ANSWERED) else "nothing_rated"


@law(
    "S16",
    "index_if_not_applicable_lowest is the index after every not-applicable position is rated 0 "
    "(and is at most the index); not_applicable_share + W(A) / W(all) = 1.",
    each(weighted=some),
)
def not_applicable_at_its_lowest(subject: Subject, weighted: Weighted) -> None:
    """How far the index could rest on what is said not to apply."""
    found = _numbers(subject, weighted)
    lowest = _numbers(
        subject,
        [("rated_0" if state == NOT_APPLICABLE else state, weight) for state, weight in weighted],
    )
    least = found.get("index_if_not_applicable_lowest")
    if least is not None and "index" in lowest:
        same("index_if_not_applicable_lowest and that index", least, lowest["index"])
    if least is not None and "index" in found:
        expect(least <= found["index"], f"{shown(least)} is above {shown(found['index'])}")
    if "not_applicable_share" in found:
        rest = _total(weighted, APPLICABLE) / _total(weighted)
        same("not_applicable_share + W(A) / W(all)", found["not_applicable_share"] + rest, 1)


@law(
    "S17",
    "n copies of everything change nothing.",
    each(weighted=some, copies=st.integers(2, 5)),
)
def copies(subject: Subject, weighted: Weighted, copies: int) -> None:
    """Only proportions count, not how much there is."""
    _unchanged(subject, weighted, list(weighted) * copies)


SCORES = (
    index_inside_bounds,
    bounds_without_spreads,
    settled_where_bounds_meet,
    order_of_positions,
    scaling_weights,
    adding_what_does_not_count,
    raising_an_answer,
    completions_inside_bounds,
    resolving_nests_bounds,
    all_at_one_level,
    whole_is_mean_of_parts,
    reversal,
    splitting,
    resolving_raises_what_is_known,
    undefined_with_its_reason,
    not_applicable_at_its_lowest,
    copies,
)
