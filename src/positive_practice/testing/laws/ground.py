"""What laws are tried on: a framework, and plain records that speak of a few of its positions."""

import functools
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias, get_args

from attrs import frozen
from hypothesis import strategies as st

from positive_practice.model.codes import Agency
from positive_practice.model.framework import Framework, Position
from positive_practice.model.plain import unstructure
from positive_practice.scoring.settle import LEVEL_OF, RATINGS
from positive_practice.testing.strategies.derived import Plain, Strategy

__all__ = [
    "AGENCIES",
    "LEVELS",
    "SILENCE",
    "VOICES",
    "Ground",
    "Place",
    "answer",
    "numbered",
    "plain_record",
    "review",
    "submission",
]

Place: TypeAlias = tuple[str, str | None]
"""A practice, and the stage where it is staged."""

LEVELS = tuple(LEVEL_OF)
SILENCE = ("not_known", "no_record")
AGENCIES: tuple[str, ...] = get_args(get_args(Agency)[0])
VOICES = (("leaving_care", None), ("leaving_care", "a"), ("police", None), ("housing", "a"))
KEYS = tuple((id_, revision) for id_ in ("s1", "s2", "s3") for revision in (1, 2, 3))
STATUSES = ("submitted", "submitted", "submitted", "draft", "withdrawn")
SELECTIONS = ("all_cases", "positive_examples", "random_sample")
A_FEW = 2
MOST_SUBMISSIONS = 4
MOST_REVIEWS = 2
HIGHEST_SEQUENCE = 20


@frozen(kw_only=True)
class Ground:
    """A framework, the methods of settling to try, and the few positions that records speak of.

    Args:
        framework: The framework.
        methods: The methods.
    """

    framework: Framework
    methods: tuple[str, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """A few positions of each sort: staged or not, always applicable or not."""
        return _places(self.framework)

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages of the framework."""
        return tuple(stage.id for stage in self.framework.stages)

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every position of the framework."""
        return self.framework.positions

    @property
    def weights(self) -> dict[str, Fraction]:
        """The weight of each practice."""
        return {practice.id: practice.weight for practice in self.framework.practices}

    def members(self, element: str) -> list[str]:
        """The practices of an element, in framework order."""
        return [one.id for one in self.framework.practices if one.id.startswith(element)]

    def record(self, submissions: list[Plain], **more: Any) -> Plain:
        """The smallest record of this framework around some submissions."""
        named: Plain = {"id": self.framework.id, "version": self.framework.version}
        tailoring = self.framework.tailoring
        tailored = {} if tailoring is None else {"tailoring": unstructure(tailoring)}
        return plain_record(submissions, framework=named | tailored, **more)

    def records(
        self,
        *,
        ratings: Sequence[str] = RATINGS,
        reviews: bool = True,
        places: Sequence[Place] | None = None,
    ) -> Strategy:
        """Records with differing answers, drafts, older and withdrawn revisions, and reviews."""
        spoken = self.places if places is None else tuple(places)
        parts = {
            "submissions": _submissions(spoken, tuple(ratings)),
            "reviews": _reviews(spoken) if reviews else st.just([]),
            "reached": st.lists(st.sampled_from(self.stages), unique=True)
            if self.stages
            else st.just([]),
            "selection": st.sampled_from(SELECTIONS),
        }
        return st.builds(self.record, **parts)

    def cohorts(self, most: int = A_FEW, *, start: int = 1) -> Strategy:
        """Lists of a few records, with ids that count up from a number."""
        several = st.lists(self.records(), max_size=most)
        return several.map(lambda records: numbered(records, start))

    def method(self) -> st.SearchStrategy[str]:
        """One of the methods."""
        return st.sampled_from(self.methods)


def numbered(records: list[Plain], start: int = 1) -> list[Plain]:
    """Records with ids that count up from a number.

    >>> [record["record_id"][-2:] for record in numbered([{}, {}], start=9)]
    ['09', '10']
    """
    head = "3b241101-e2bb-4255-8caf-"
    return [one | {"record_id": f"{head}{start + i:012}"} for i, one in enumerate(records)]


@functools.lru_cache(maxsize=64)
def _places(framework: Framework) -> tuple[Place, ...]:
    """Two positions without a stage, one that may not apply, and four of one thread."""
    positions = [(one.practice, one.stage) for one in framework.positions]
    conditional = {one.id for one in framework.practices if one.may_not_apply}
    unstaged = [place for place in positions if place[1] is None]
    unsure = [place for place in unstaged if place[0] in conditional]
    return tuple(dict.fromkeys([*unstaged[:2], *unsure[:1], *_corner(framework, positions)]))


def _corner(framework: Framework, positions: list[Place]) -> list[Place]:
    """The first two stages of the first two practices of the first element that has stages."""
    staged = [place for place in positions if place[1] is not None]
    if not staged:
        return []
    element, stages = staged[0][0][:2], [one.id for one in framework.stages[:A_FEW]]
    practices = list(dict.fromkeys(p for p, _ in staged if p[:2] == element))[:A_FEW]
    return [place for place in staged if place[0] in practices and place[1] in stages]


def answer(place: Place, rating: str) -> Plain:
    """An answer or a decision at a position.

    >>> answer(("MA1", "planning"), "fully")
    {'practice': 'MA1', 'rating': 'fully', 'stage': 'planning'}
    """
    practice, stage = place
    said: Plain = {"practice": practice, "rating": rating}
    return said if stage is None else {**said, "stage": stage}


def submission(
    answers: list[Plain],
    *,
    key: tuple[str, int] = ("s1", 1),
    status: str = "submitted",
    voice: tuple[str, str | None] = VOICES[0],
) -> Plain:
    """A submission that says these answers."""
    respondent: Plain = {"agency": voice[0], "role": "team_manager", "relation": "independent"}
    if voice[1] is not None:
        respondent["agency_ref"] = voice[1]
    form = {"id": key[0], "revision": key[1], "status": status}
    return {**form, "respondent": respondent, "answers": answers}


def review(sequence: int, decisions: list[Plain]) -> Plain:
    """A review that makes these decisions."""
    return {"sequence": sequence, "agencies": ["leaving_care"], "decisions": decisions}


def plain_record(
    submissions: list[Plain],
    *,
    framework: Plain,
    reviews: list[Plain] | None = None,
    reached: list[str] | None = None,
    selection: str = "all_cases",
) -> Plain:
    """The smallest record around these submissions; what is empty is left out."""
    case: Plain = {"population": "care_leaver", "young_person_view": "first_hand"}
    record: Plain = {
        "schema_version": "1.0",
        "record_id": "3b241101-e2bb-4255-8caf-4136c566a962",
        "framework": framework,
        "audit": {"id": "audit-1", "selection": selection},
        "case": case | ({"stages_reached": reached} if reached else {}),
        "submissions": submissions,
    }
    return record | ({"reviews": reviews} if reviews else {})


@functools.lru_cache(maxsize=64)
def _submissions(places: tuple[Place, ...], ratings: tuple[str, ...]) -> Strategy:
    """Submissions of a few voices: some drafts, some withdrawn, some in several revisions."""
    fields: dict[str, Strategy] = {
        "answers": _answers(places, ratings),
        "status": st.sampled_from(STATUSES),
        "voice": st.sampled_from(VOICES),
    }
    form: Strategy = st.fixed_dictionaries(fields)
    keyed = st.lists(
        st.tuples(st.sampled_from(KEYS), form),
        max_size=MOST_SUBMISSIONS,
        unique_by=lambda pair: pair[0],
    )
    return keyed.map(lambda pairs: [submission(key=key, **one) for key, one in pairs])


@functools.lru_cache(maxsize=64)
def _answers(places: tuple[Place, ...], ratings: tuple[str, ...]) -> Strategy:
    """Answers at some of the places, each once."""
    said = st.lists(
        st.tuples(st.sampled_from(places), st.sampled_from(ratings)), unique_by=lambda one: one[0]
    )
    return said.map(lambda pairs: [answer(*one) for one in pairs])


@functools.lru_cache(maxsize=64)
def _reviews(places: tuple[Place, ...]) -> Strategy:
    """Reviews with a sequence each, not in their order."""
    one = st.tuples(st.integers(1, HIGHEST_SEQUENCE), _answers(places, RATINGS))
    several = st.lists(one, max_size=MOST_REVIEWS, unique_by=lambda pair: pair[0])
    return several.map(lambda pairs: [review(*pair) for pair in pairs])
