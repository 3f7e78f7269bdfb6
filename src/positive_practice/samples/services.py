"""Who could be around a young person: services, who answers there, and what they would know."""

from typing import TypeAlias

from attrs import frozen

from positive_practice.model.codes import AgeBand, Agency, Relation, Role, Stage

__all__ = [
    "EVERYTHING",
    "LEAD_OTHERWISE",
    "LEAVING_CARE",
    "OTHER_SERVICES",
    "OVERSEER",
    "SUPERVISOR",
    "Service",
]

Bands: TypeAlias = tuple[AgeBand, ...]
Stages: TypeAlias = tuple[Stage, ...]
Practices: TypeAlias = tuple[str, ...]

EVERY_AGE: Bands = ("16-17", "18-20", "21-25")
UNDER_18: Bands = ("16-17",)
UP_TO_20: Bands = ("16-17", "18-20")
ADULT: Bands = ("18-20", "21-25")

THROUGHOUT: Stages = ("assessment", "planning", "delivery", "transition")
AT_THE_START: Stages = ("assessment", "planning")
AFTERWARDS: Stages = ("planning", "delivery", "transition")
BEFORE_A_MOVE: Stages = ("assessment", "planning", "delivery")

TOGETHER: Practices = ("MA1", "MA2", "MA3", "MA4", "MA5")
PERSON: Practices = ("PE1", "PE2", "PE3", "PE4", "VY1", "VY2", "TI1", "TI2")
CREATIVE: Practices = ("CF1", "CF2")
OWN_SUPERVISION: Practices = ("MO1", "MO2")
START: Practices = ("GA1", "GA2", "GA3", "GA4")

EVERYTHING: Practices = (*START, *PERSON, "VY3", *TOGETHER, *CREATIVE, *OWN_SUPERVISION)
CLINICAL: Practices = (*START, *PERSON, *TOGETHER, *CREATIVE, *OWN_SUPERVISION)
ALONGSIDE: Practices = ("GA3", *PERSON, *TOGETHER, *CREATIVE)
FIRST_HOURS: Practices = ("GA1", "PE1", "VY1", "TI1", "MA1", "MA2", "MA5")
SPOKEN_FOR: Practices = ("PE1", "PE2", "PE4", "VY1", "VY2", "VY3", "TI1", "TI2", "CF1")
FROM_ABOVE: Practices = ("GA1", "GA2", "GA4", "PE3", *TOGETHER, *OWN_SUPERVISION)
READ_UP: Practices = (*START, "PE3", "VY2", *TOGETHER, *OWN_SUPERVISION)


@frozen(kw_only=True)
class Service:
    """A service that may take part in the support, or look at it.

    Args:
        agency: Its type.
        roles: Who may answer for it.
        sees: The practices that they would know of.
        stages: When it is usually there.
        bands: The age bands that it works with.
        relation: Its part in the work.
        often: How often it is there, beside the others.
        meets: Whether it meets the young person.
    """

    agency: Agency
    roles: tuple[Role, ...]
    sees: Practices
    stages: Stages = THROUGHOUT
    bands: Bands = EVERY_AGE
    relation: Relation = "partner_agency"
    often: int = 10
    meets: bool = True


LEAVING_CARE = Service(
    agency="leaving_care",
    roles=("personal_adviser", "personal_adviser", "social_worker"),
    sees=EVERYTHING,
    relation="own_practice",
)
"""The service that nearly always holds the support together."""

LEAD_OTHERWISE: tuple[Service, ...] = (
    Service(
        agency="childrens_social_care",
        roles=("social_worker",),
        sees=EVERYTHING,
        bands=UNDER_18,
        relation="own_practice",
    ),
    Service(
        agency="adult_social_care",
        roles=("social_worker",),
        sees=EVERYTHING,
        bands=ADULT,
        relation="own_practice",
    ),
)
"""Who holds the support together where leaving care is not there."""

SUPERVISOR = Service(
    agency="leaving_care",
    roles=("team_manager",),
    sees=FROM_ABOVE,
    relation="own_practice",
    meets=False,
)
"""A second voice of the leaving care service."""

OVERSEER = Service(
    agency="safeguarding_partnership",
    roles=("audit_lead",),
    sees=READ_UP,
    relation="independent",
    meets=False,
)
"""Someone who read the records and had no part in the work."""

OTHER_SERVICES: tuple[Service, ...] = (
    Service(
        agency="childrens_social_care",
        roles=("social_worker", "support_worker", "reviewing_officer"),
        sees=CLINICAL,
        stages=BEFORE_A_MOVE,
        bands=UP_TO_20,
    ),
    Service(
        agency="adult_social_care",
        roles=("social_worker", "safeguarding_lead"),
        sees=ALONGSIDE,
        stages=AFTERWARDS,
        bands=ADULT,
        often=8,
    ),
    Service(
        agency="childrens_mental_health",
        roles=("psychologist_or_therapist", "care_coordinator", "nurse"),
        sees=CLINICAL,
        stages=BEFORE_A_MOVE,
        bands=UP_TO_20,
        often=22,
    ),
    Service(
        agency="adult_mental_health",
        roles=("care_coordinator", "mental_health_practitioner", "psychologist_or_therapist"),
        sees=CLINICAL,
        bands=ADULT,
        often=30,
    ),
    Service(
        agency="crisis_mental_health",
        roles=("mental_health_practitioner", "nurse"),
        sees=(*START, "PE1", "VY1", "VY2", "TI1", *TOGETHER, *OWN_SUPERVISION),
        stages=AT_THE_START,
        often=16,
    ),
    Service(
        agency="general_practice",
        roles=("doctor", "nurse"),
        sees=("GA2", "PE1", "VY1", "TI1", "MA1", "MA2", "MA4"),
        often=14,
    ),
    Service(
        agency="community_health",
        roles=("nurse",),
        sees=("GA2", *PERSON, "MA1", "MA2", "MA4"),
        stages=AFTERWARDS,
    ),
    Service(
        agency="hospital",
        roles=("nurse", "doctor", "safeguarding_lead"),
        sees=(*FIRST_HOURS, "GA2", "GA3", "MA4"),
        stages=AT_THE_START,
        often=12,
    ),
    Service(
        agency="ambulance",
        roles=("safeguarding_lead",),
        sees=FIRST_HOURS,
        stages=("assessment",),
        often=4,
        meets=False,
    ),
    Service(
        agency="substance_use",
        roles=("support_worker", "care_coordinator"),
        sees=("GA2", *ALONGSIDE),
        stages=AFTERWARDS,
        often=8,
    ),
    Service(
        agency="school_or_college",
        roles=("student_support", "teacher_or_tutor", "safeguarding_lead"),
        sees=ALONGSIDE,
        bands=UP_TO_20,
        often=22,
    ),
    Service(
        agency="university",
        roles=("student_support", "teacher_or_tutor"),
        sees=ALONGSIDE,
        bands=ADULT,
        often=14,
    ),
    Service(
        agency="education_support",
        roles=("teacher_or_tutor", "safeguarding_lead", "psychologist_or_therapist"),
        sees=("PE1", "VY1", *TOGETHER),
        stages=AFTERWARDS,
        bands=UP_TO_20,
        often=5,
    ),
    Service(
        agency="police",
        roles=("police_officer", "safeguarding_lead"),
        sees=FIRST_HOURS,
        stages=AT_THE_START,
        often=10,
    ),
    Service(
        agency="youth_justice",
        roles=("justice_worker",),
        sees=ALONGSIDE,
        bands=UNDER_18,
        often=6,
    ),
    Service(
        agency="probation",
        roles=("justice_worker",),
        sees=ALONGSIDE,
        stages=AFTERWARDS,
        bands=ADULT,
        often=5,
    ),
    Service(
        agency="housing",
        roles=("housing_worker", "support_worker"),
        sees=("PE3", "PE4", "VY1", "TI1", "TI2", *TOGETHER, "CF1"),
        stages=AFTERWARDS,
        often=18,
    ),
    Service(
        agency="care_provider",
        roles=("carer", "support_worker"),
        sees=("GA1", "VY3", *ALONGSIDE),
        bands=UP_TO_20,
        often=16,
    ),
    Service(
        agency="voluntary_sector",
        roles=("support_worker", "psychologist_or_therapist"),
        sees=(*PERSON, "MA1", "MA2", *CREATIVE, *OWN_SUPERVISION),
        stages=AFTERWARDS,
        often=16,
    ),
    Service(
        agency="advocacy",
        roles=("advocate",),
        sees=SPOKEN_FOR,
        stages=AFTERWARDS,
        relation="independent",
        often=8,
    ),
)
