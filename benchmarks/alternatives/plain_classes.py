"""The record as plain attrs classes: types, and no constraint; a schema has to hold those."""

from typing import Any

from attrs import frozen

from positive_practice.model import codes


@frozen
class Edition:
    """An id and a version."""

    id: str
    version: str


@frozen
class FrameworkRef:
    """The framework of a record."""

    id: str
    version: str
    tailoring: Edition | None = None


@frozen
class AuditContext:
    """The audit."""

    id: str
    selection: codes.Selection
    purpose: str | None = None


@frozen
class Period:
    """The days looked at."""

    from_day: int
    to_day: int


@frozen
class Case:
    """The case."""

    population: codes.Population
    young_person_view: codes.YoungPersonView
    age_band: codes.AgeBand | None = None
    period: Period | None = None
    stages_reached: tuple[codes.Stage, ...] = ()
    concern_raised: codes.YesNoNotKnown | None = None


@frozen
class Respondent:
    """Who answers."""

    agency: codes.Agency
    role: codes.Role
    relation: codes.Relation
    agency_ref: str | None = None
    basis: codes.Basis | None = None


@frozen
class Evidence:
    """What an answer rests on."""

    kind: codes.EvidenceKind
    text: str
    day: int | None = None
    origin: codes.QuoteOrigin | None = None
    speaker_role: codes.Role | None = None
    consent: bool | None = None
    anonymised_by: codes.Role | None = None


@frozen
class Answer:
    """An answer."""

    practice: str
    rating: codes.Rating
    stage: codes.Stage | None = None
    reason: codes.Reason | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@frozen
class KeyFeature:
    """What mattered most."""

    text: str
    practice: str | None = None
    worth_sharing: bool | None = None


@frozen
class Submission:
    """An audit form."""

    id: str
    revision: int
    status: codes.SubmissionStatus
    respondent: Respondent
    answers: tuple[Answer, ...]
    key_features: tuple[KeyFeature, ...] = ()
    note: str | None = None


@frozen
class Decision:
    """A decision."""

    practice: str
    rating: codes.Rating
    stage: codes.Stage | None = None
    reason: codes.Reason | None = None
    rationale: str | None = None
    dissent: tuple[codes.Agency, ...] = ()


@frozen
class Review:
    """A meeting."""

    sequence: int
    agencies: tuple[codes.Agency, ...]
    decisions: tuple[Decision, ...]
    day: int | None = None
    young_person: codes.YoungPersonPart | None = None


@frozen
class OwnViewReply:
    """A reply of the young person."""

    question: codes.OwnViewQuestion
    view: codes.OwnViewAnswer
    text: str | None = None
    consent: bool | None = None
    anonymised_by: codes.Role | None = None


@frozen
class OwnView:
    """The young person's own view."""

    answers: tuple[OwnViewReply, ...]
    offered_by: codes.Role | None = None
    day: int | None = None


@frozen
class Event:
    """An event."""

    kind: codes.EventKind
    day: int
    stage: codes.Stage | None = None
    agencies: tuple[codes.Agency, ...] = ()
    workers: tuple[str, ...] = ()
    note: str | None = None


@frozen
class Responsible:
    """Who does an action."""

    role: codes.Role
    agency: codes.Agency | None = None


@frozen
class Accountable:
    """Who answers for an action."""

    role: codes.Role
    agency: codes.Agency


@frozen
class Action:
    """An action."""

    id: str
    scope: codes.ActionScope
    what: str
    responsible: Responsible
    status: codes.ActionStatus
    practices: tuple[str, ...]
    accountable: Accountable | None = None
    due_day: int | None = None


@frozen
class Outcome:
    """A difference."""

    kind: codes.OutcomeKind
    change: codes.OutcomeChange
    source: codes.OutcomeSource
    day: int | None = None
    note: str | None = None


@frozen
class TextCheck:
    """Who read the texts."""

    checked_by: codes.Role


@frozen
class Record:
    """A record."""

    record_id: str
    framework: FrameworkRef
    audit: AuditContext
    case: Case
    submissions: tuple[Submission, ...]
    schema_version: str
    reviews: tuple[Review, ...] = ()
    own_view: OwnView | None = None
    events: tuple[Event, ...] = ()
    actions: tuple[Action, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    text_check: TextCheck | None = None
    extensions: dict[str, Any] | None = None
