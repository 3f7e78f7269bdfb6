"""What is true in an invented case, before anybody is asked: seed and number -> a story.

Everybody's answers, the timeline and the review are told from one story, so they fit together.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from positive_practice.model.codes import AgeBand, Agency, Population, Rating, Stage
from positive_practice.model.codes import YoungPersonView as View
from positive_practice.model.framework import Framework
from positive_practice.model.record import FrameworkRef
from positive_practice.samples.choices import Draws, chance, draws, pick, weighted
from positive_practice.samples.voices import Voice, voices_of

__all__ = ["Outline", "Place", "Story", "on_scale", "outline_of", "stream", "tell"]

Place: TypeAlias = tuple[str, Stage | None]
"""A practice, and the stage where it is staged."""

HIGHEST = 3
EDITION = "positive-practice sample 1"

POPULATIONS: tuple[tuple[Population, int], ...] = (("care_leaver", 88), ("child_in_care", 12))
AGES: tuple[tuple[AgeBand, int], ...] = (("16-17", 14), ("18-20", 55), ("21-25", 31))
PERIODS = (180, 240, 300, 365)
VIEWS: tuple[tuple[View, int], ...] = (
    ("first_hand", 36),
    ("through_advocate", 14),
    ("recorded_words", 16),
    ("reported", 14),
    ("offered_declined", 7),
    ("offered_no_answer", 5),
    ("not_asked_wellbeing", 3),
    ("not_sought", 3),
    ("not_known", 2),
)
REACHED: tuple[tuple[tuple[Stage, ...], int], ...] = (
    (("assessment", "planning", "delivery", "transition"), 50),
    (("assessment", "planning", "delivery"), 34),
    (("assessment", "planning"), 5),
    (("assessment", "delivery"), 4),
    (("assessment",), 3),
    (("planning", "delivery", "transition"), 4),
)
CAME_UP = (("PE4", 60), ("MA4", 40), ("MA5", 35), ("CF2", 60))
"""In how many of a hundred cases the condition of a practice arises."""

USUAL_LEVELS = (0, 6, 36, 58)
LEVELS: Mapping[str, tuple[int, int, int, int]] = MappingProxyType(
    {
        "GA1": (0, 4, 26, 70),
        "GA2": (1, 18, 46, 35),
        "PE1": (0, 3, 29, 68),
        "PE4": (0, 4, 28, 68),
        "VY2": (1, 10, 44, 45),
        "VY3": (6, 22, 40, 32),
        "MA3": (1, 9, 45, 45),
        "MA4": (4, 26, 43, 27),
        "CF2": (1, 9, 45, 45),
        "MO1": (4, 28, 42, 26),
        "MO2": (4, 26, 44, 26),
    }
)
"""How likely each level is; a good example goes well at most points, and some things less well."""

DRIFTS = ((0, 80), (-1, 9), (1, 11))
"""How far one stage is from the case as a whole."""

SHIFTS = ((0, 64), (1, 25), (-1, 11))
"""How far one case is from the others; it shows in some practices."""


@frozen(kw_only=True)
class Outline:
    """What an invented record must know of its framework.

    Args:
        reference: Which framework it is.
        ratings: The rating of each level, from the lowest.
        stages: Its stages.
        places: Its practices in order, each with the stages at which it is rated.
        conditional: The practices that may not apply.
    """

    reference: FrameworkRef
    ratings: tuple[Rating, ...]
    stages: tuple[Stage, ...]
    places: Mapping[str, tuple[Stage | None, ...]]
    conditional: tuple[str, ...]


@frozen(kw_only=True)
class Story:
    """What is true in one case.

    Args:
        key: The seed and the number of the record.
        outline: The framework.
        population: Which group the young person belongs to.
        age_band: Their age band.
        view: How their view was obtained.
        last_day: The last day of the period.
        reached: The stages that were reached, whatever stages the framework has.
        came_up: Whether the condition of a practice arose.
        levels: To what extent each practice happened at each place.
        voices: Who is asked; the first holds the support together.
    """

    key: tuple[int, int]
    outline: Outline
    population: Population
    age_band: AgeBand
    view: View
    last_day: int
    reached: tuple[Stage, ...]
    came_up: Mapping[str, bool]
    levels: Mapping[Place, int]
    voices: tuple[Voice, ...]

    def applies(self, practice: str) -> bool:
        """Whether a practice applied in this case."""
        return practice not in self.outline.conditional or self.came_up.get(practice, True)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The types of service that are asked, each once."""
        return tuple(dict.fromkeys(voice.agency for voice in self.voices))

    @property
    def workers(self) -> tuple[Voice, ...]:
        """Those who meet the young person; the first is always among them."""
        return tuple(voice for voice in self.voices if voice.service.meets)


def outline_of(framework: Framework) -> Outline:
    """What an invented record must know of a framework."""
    ranked: list[tuple[int, Rating]] = sorted(
        (one.level, one.code) for one in framework.scale if one.level is not None
    )
    stages: tuple[Stage, ...] = tuple(stage.id for stage in framework.stages)
    places: dict[str, tuple[Stage | None, ...]] = {
        one.id: stages if one.staged else (None,) for one in framework.practices
    }
    return Outline(
        reference=FrameworkRef(
            id=framework.id, version=framework.version, tailoring=framework.tailoring
        ),
        ratings=tuple(code for _, code in ranked),
        stages=stages,
        places=MappingProxyType(places),
        conditional=tuple(one.id for one in framework.practices if one.may_not_apply),
    )


def stream(key: tuple[int, int], *topic: str) -> Draws:
    """The choices about one topic of one record: no other topic changes them."""
    return draws(EDITION, *key, *topic)


def tell(key: tuple[int, int], outline: Outline) -> Story:
    """The story of a record.

    Args:
        key: The seed and the number of the record.
        outline: The framework.

    Returns:
        What is true in the case.
    """
    drawn = stream(key, "case")
    population = weighted(drawn, POPULATIONS)
    age_band = weighted(drawn, AGES) if population == "care_leaver" else "16-17"
    reached = weighted(drawn, REACHED)
    return Story(
        key=key,
        outline=outline,
        population=population,
        age_band=age_band,
        view=weighted(drawn, VIEWS),
        last_day=pick(drawn, PERIODS),
        reached=reached,
        came_up=MappingProxyType(
            {practice: chance(drawn, per_cent) for practice, per_cent in CAME_UP}
            | ({"MA4": True} if "transition" in reached else {})
        ),
        levels=MappingProxyType(_levels(key, outline)),
        voices=voices_of(stream(key, "voices"), age_band, reached),
    )


def on_scale(level: int) -> int:
    """The nearest level that the scale has.

    >>> on_scale(4)
    3
    """
    return min(max(level, 0), HIGHEST)


def _levels(key: tuple[int, int], outline: Outline) -> dict[Place, int]:
    shift = weighted(stream(key, "shift"), SHIFTS)
    found: dict[Place, int] = {}
    for practice, stages in outline.places.items():
        drawn = stream(key, "level", practice)
        usual = weighted(drawn, tuple(enumerate(LEVELS.get(practice, USUAL_LEVELS))))
        here = usual + (shift if chance(drawn, 40) else 0)
        for stage in stages:
            found[practice, stage] = on_scale(here + weighted(drawn, DRIFTS))
    return found
