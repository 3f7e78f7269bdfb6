"""Who is asked in an invented case: 3 to 5 services that fit together, and who answers there."""

from attrs import frozen

from positive_practice.model.codes import AgeBand, Agency, Basis, Role, Stage
from positive_practice.samples.choices import Draws, between, chance, pick, weighted
from positive_practice.samples.services import (
    LEAD_OTHERWISE,
    LEAVING_CARE,
    OTHER_SERVICES,
    OVERSEER,
    SUPERVISOR,
    Service,
)

__all__ = ["Voice", "voices_of"]

LETTERS = "abcdef"
BASES: tuple[tuple[Basis, int], ...] = (
    ("both", 50),
    ("own_knowledge", 25),
    ("record_review", 15),
    ("interview", 10),
)


@frozen(kw_only=True)
class Voice:
    """Somebody who answers for a service.

    Args:
        service: The service.
        agency_ref: Which of several voices of its type it is, or None if there is one.
        role: Who answers.
        basis: How they know.
        letter: What stands for them on the timeline.
        thorough: Whether they also fill in what they cannot say.
        marks_unreached: Whether they also fill in stages that were not reached.
    """

    service: Service
    agency_ref: str | None
    role: Role
    basis: Basis
    letter: str
    thorough: bool
    marks_unreached: bool

    @property
    def agency(self) -> Agency:
        """The type of the service."""
        return self.service.agency


def voices_of(drawn: Draws, age_band: AgeBand, reached: tuple[Stage, ...]) -> tuple[Voice, ...]:
    """The voices of a case; the first is that of the service that holds the support together."""
    services = _services(drawn, age_band, reached)
    supervised = services[0] is LEAVING_CARE and chance(drawn, 22)
    named = [(service, None) for service in services[1:]]
    lead = [(services[0], "a"), (SUPERVISOR, "b")] if supervised else [(services[0], None)]
    return tuple(
        Voice(
            service=service,
            agency_ref=reference,
            role=pick(drawn, service.roles),
            basis=weighted(drawn, BASES),
            letter=letter,
            thorough=chance(drawn, 55),
            marks_unreached=chance(drawn, 25),
        )
        for letter, (service, reference) in zip(LETTERS, [*lead, *named], strict=False)
    )


def _services(drawn: Draws, age_band: AgeBand, reached: tuple[Stage, ...]) -> list[Service]:
    lead = LEAVING_CARE if chance(drawn, 97) else _first_for(age_band)
    overseers = [OVERSEER] if chance(drawn, 15) else []
    others = _others(drawn, _possible(lead, age_band, reached), between(drawn, 2, 4))
    return [lead, *others[len(overseers) :], *overseers]


def _first_for(age_band: AgeBand) -> Service:
    return next(service for service in LEAD_OTHERWISE if age_band in service.bands)


def _possible(lead: Service, age_band: AgeBand, reached: tuple[Stage, ...]) -> list[Service]:
    """The services of this age that were there at a stage that was reached."""
    return [
        service
        for service in OTHER_SERVICES
        if service.agency != lead.agency
        and age_band in service.bands
        and any(stage in reached for stage in service.stages)
    ]


def _others(drawn: Draws, possible: list[Service], number: int) -> list[Service]:
    left = list(possible)
    chosen: list[Service] = []
    for _ in range(number):
        service = weighted(drawn, [(one, one.often) for one in left])
        left.remove(service)
        chosen.append(service)
    return chosen
