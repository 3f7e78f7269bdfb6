"""The record as pydantic models that hold the constraints of the schema; fractions by hand."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from alternatives.scoring import element_scores
from positive_practice.model import codes

CLEAN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"


def _each_once(items: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(items)) < len(items):
        raise ValueError("each item once")
    return items


def _name(name: str) -> str:
    if len(name) > 253 or "." not in name:
        raise ValueError("a reverse-domain name")
    return name


Each: TypeAlias = AfterValidator(_each_once)
Token: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
UUID_SHAPE = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
PracticeId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[1-9][0-9]?$")]
Letter: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
Line: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=CLEAN)]
Remark: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=CLEAN)]
Note: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=CLEAN)]
Extract: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=CLEAN)]
Day: TypeAlias = Annotated[int, Field(ge=-730, le=730)]
Ordinal: TypeAlias = Annotated[int, Field(ge=1, le=1000)]
ExtensionName: TypeAlias = Annotated[str, AfterValidator(_name)]


class Model(BaseModel):
    """What all of them have: no unknown field, and nothing that changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Edition(Model):
    """An id and a version."""

    id: Token
    version: Token


class FrameworkRef(Model):
    """The framework of a record."""

    id: Token
    version: Token
    tailoring: Edition | None = None


class AuditContext(Model):
    """The audit."""

    id: Token
    selection: codes.Selection
    purpose: Remark | None = None


class Period(Model):
    """The days looked at."""

    from_day: Day
    to_day: Day


class Case(Model):
    """The case."""

    population: codes.Population
    young_person_view: codes.YoungPersonView
    age_band: codes.AgeBand | None = None
    period: Period | None = None
    stages_reached: Annotated[tuple[codes.Stage, ...], Field(max_length=4), Each] = ()
    concern_raised: codes.YesNoNotKnown | None = None


class Respondent(Model):
    """Who answers."""

    agency: codes.Agency
    role: codes.Role
    relation: codes.Relation
    agency_ref: Token | None = None
    basis: codes.Basis | None = None


class Evidence(Model):
    """What an answer rests on."""

    kind: codes.EvidenceKind
    text: Extract
    day: Day | None = None
    origin: codes.QuoteOrigin | None = None
    speaker_role: codes.Role | None = None
    consent: bool | None = None
    anonymised_by: codes.Role | None = None


class Answer(Model):
    """An answer."""

    practice: PracticeId
    rating: codes.Rating
    stage: codes.Stage | None = None
    reason: codes.Reason | None = None
    note: Note | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=20)] = ()


class KeyFeature(Model):
    """What mattered most."""

    text: Remark
    practice: PracticeId | None = None
    worth_sharing: bool | None = None


class Submission(Model):
    """An audit form."""

    id: Token
    revision: Ordinal
    status: codes.SubmissionStatus
    respondent: Respondent
    answers: Annotated[tuple[Answer, ...], Field(max_length=100)]
    key_features: Annotated[tuple[KeyFeature, ...], Field(max_length=5)] = ()
    note: Note | None = None


class Decision(Model):
    """A decision."""

    practice: PracticeId
    rating: codes.Rating
    stage: codes.Stage | None = None
    reason: codes.Reason | None = None
    rationale: Note | None = None
    dissent: Annotated[tuple[codes.Agency, ...], Field(max_length=24), Each] = ()


class Review(Model):
    """A meeting."""

    sequence: Ordinal
    agencies: Annotated[tuple[codes.Agency, ...], Field(min_length=1, max_length=24), Each]
    decisions: Annotated[tuple[Decision, ...], Field(max_length=100)]
    day: Day | None = None
    young_person: codes.YoungPersonPart | None = None


class OwnViewReply(Model):
    """A reply of the young person."""

    question: codes.OwnViewQuestion
    view: codes.OwnViewAnswer
    text: Remark | None = None
    consent: bool | None = None
    anonymised_by: codes.Role | None = None


class OwnView(Model):
    """The young person's own view."""

    answers: Annotated[tuple[OwnViewReply, ...], Field(min_length=1, max_length=5)]
    offered_by: codes.Role | None = None
    day: Day | None = None


class Event(Model):
    """An event."""

    kind: codes.EventKind
    day: Day
    stage: codes.Stage | None = None
    agencies: Annotated[tuple[codes.Agency, ...], Field(max_length=10), Each] = ()
    workers: Annotated[tuple[Letter, ...], Field(max_length=10), Each] = ()
    note: Line | None = None


class Responsible(Model):
    """Who does an action."""

    role: codes.Role
    agency: codes.Agency | None = None


class Accountable(Model):
    """Who answers for an action."""

    role: codes.Role
    agency: codes.Agency


class Action(Model):
    """An action."""

    id: Token
    scope: codes.ActionScope
    what: Remark
    responsible: Responsible
    status: codes.ActionStatus
    practices: Annotated[tuple[PracticeId, ...], Field(max_length=22), Each]
    accountable: Accountable | None = None
    due_day: Day | None = None


class Outcome(Model):
    """A difference."""

    kind: codes.OutcomeKind
    change: codes.OutcomeChange
    source: codes.OutcomeSource
    day: Day | None = None
    note: Line | None = None


class TextCheck(Model):
    """Who read the texts."""

    checked_by: codes.Role


class Record(Model):
    """A record."""

    schema_version: Literal["1.0"]
    record_id: Annotated[str, StringConstraints(pattern=UUID_SHAPE)]
    framework: FrameworkRef
    audit: AuditContext
    case: Case
    submissions: Annotated[tuple[Submission, ...], Field(max_length=100)]
    reviews: Annotated[tuple[Review, ...], Field(max_length=50)] = ()
    own_view: OwnView | None = None
    events: Annotated[tuple[Event, ...], Field(max_length=500)] = ()
    actions: Annotated[tuple[Action, ...], Field(max_length=200)] = ()
    outcomes: Annotated[tuple[Outcome, ...], Field(max_length=50)] = ()
    text_check: TextCheck | None = None
    extensions: Annotated[dict[ExtensionName, Any], Field(max_length=20)] = {}


def read_lax(data: bytes) -> Record:
    """Parse and validate, with pydantic's conversions."""
    return Record.model_validate_json(data)


def read_strict(data: bytes) -> Record:
    """Parse and validate, without them."""
    return Record.model_validate_json(data, strict=True)


def score(data: bytes) -> dict[str, Any]:
    """Read and score one record."""
    return element_scores([read_strict(data)])
