"""The audit record: everything said in one audit of the support given to one young person.

Source of every class here: record.md, "The record".
"""

from typing import Annotated, TypeAlias

from positive_practice.model.checked import private_document
from positive_practice.model.codes import (
    ActionScope,
    ActionStatus,
    AgeBand,
    Agency,
    Basis,
    EventKind,
    EvidenceKind,
    OutcomeChange,
    OutcomeKind,
    OutcomeSource,
    OwnViewAnswer,
    OwnViewQuestion,
    Population,
    QuoteOrigin,
    Rating,
    Reason,
    Relation,
    Role,
    Selection,
    Stage,
    SubmissionStatus,
    YesNoNotKnown,
    YoungPersonPart,
    YoungPersonView,
)
from positive_practice.model.constraints import (
    Day,
    Extension,
    Items,
    Letter,
    PracticeId,
    RecordId,
    SchemaVersion,
    Text,
    Token,
    Whole,
)
from positive_practice.model.extensions import Extensions
from positive_practice.model.tailoring import Edition

__all__ = [
    "Accountable",
    "Action",
    "Answer",
    "AuditContext",
    "AuditRecord",
    "Case",
    "Decision",
    "Event",
    "Evidence",
    "FrameworkRef",
    "KeyFeature",
    "Outcome",
    "OwnView",
    "OwnViewReply",
    "Period",
    "Respondent",
    "Responsible",
    "Review",
    "Submission",
    "TextCheck",
]

Line: TypeAlias = Annotated[str, Text(300)]
Remark: TypeAlias = Annotated[str, Text(500)]
Note: TypeAlias = Annotated[str, Text(1000)]
Extract: TypeAlias = Annotated[str, Text(4000)]
Ordinal: TypeAlias = Annotated[int, Whole(1, 1000)]


@private_document
class FrameworkRef:
    """Which framework a record was made under."""

    id: Token
    version: Token
    tailoring: Edition | None = None


@private_document
class AuditContext:
    """The audit that a record is part of, and how its cases were selected."""

    id: Token
    selection: Selection
    purpose: Remark | None = None


@private_document
class Period:
    """The days that the audit looks at, counted from the index day (day 0)."""

    from_day: Day
    to_day: Day


@private_document
class Case:
    """What must be known of the case to read the answers, and no more.

    A stage missing from ``stages_reached``, where that is given, was not reached.
    """

    population: Population
    young_person_view: YoungPersonView
    age_band: AgeBand | None = None
    period: Period | None = None
    stages_reached: Annotated[tuple[Stage, ...], Items(0, 4, unique=True)] = ()
    concern_raised: YesNoNotKnown | None = None


@private_document
class Respondent:
    """Who answers: an agency, a role and their part in the work; never a name.

    One voice is (``agency``, ``agency_ref``).
    """

    agency: Agency
    role: Role
    relation: Relation
    agency_ref: Token | None = None
    basis: Basis | None = None


@private_document
class Evidence:
    """What an answer rests on, in short; for exact words (kind ``quote``) with their safeguards."""

    kind: EvidenceKind
    text: Extract
    day: Day | None = None
    origin: QuoteOrigin | None = None
    speaker_role: Role | None = None
    consent: bool | None = None
    anonymised_by: Role | None = None


@private_document
class Answer:
    """What one respondent says about one practice, at one stage where it is staged."""

    practice: PracticeId
    rating: Rating
    stage: Stage | None = None
    reason: Reason | None = None
    note: Note | None = None
    evidence: Annotated[tuple[Evidence, ...], Items(0, 20)] = ()


@private_document
class KeyFeature:
    """What a respondent thinks mattered most; without ``practice`` it is a new theme."""

    text: Remark
    practice: PracticeId | None = None
    worth_sharing: bool | None = None


@private_document
class Submission:
    """One completed audit form, in one revision."""

    id: Token
    revision: Ordinal
    status: SubmissionStatus
    respondent: Respondent
    answers: Annotated[tuple[Answer, ...], Items(0, 100)]
    key_features: Annotated[tuple[KeyFeature, ...], Items(0, 5)] = ()
    note: Note | None = None


@private_document
class Decision:
    """What a review meeting decided about one position, with any dissent."""

    practice: PracticeId
    rating: Rating
    stage: Stage | None = None
    reason: Reason | None = None
    rationale: Note | None = None
    dissent: Annotated[tuple[Agency, ...], Items(0, 24, unique=True)] = ()


@private_document
class Review:
    """A multi-agency meeting that looked at the submissions; it overlays, never overwrites."""

    sequence: Ordinal
    agencies: Annotated[tuple[Agency, ...], Items(1, 24, unique=True)]
    decisions: Annotated[tuple[Decision, ...], Items(0, 100)]
    day: Day | None = None
    young_person: YoungPersonPart | None = None


@private_document
class OwnViewReply:
    """The young person's reply to one of the five plain questions."""

    question: OwnViewQuestion
    view: OwnViewAnswer
    text: Remark | None = None
    consent: bool | None = None
    anonymised_by: Role | None = None


@private_document
class OwnView:
    """The young person's own view: optional, unscored, shown beside the ratings."""

    answers: Annotated[tuple[OwnViewReply, ...], Items(1, 5)]
    offered_by: Role | None = None
    day: Day | None = None


@private_document
class Event:
    """Something that happened on a day, counted from the index day."""

    kind: EventKind
    day: Day
    stage: Stage | None = None
    agencies: Annotated[tuple[Agency, ...], Items(0, 10, unique=True)] = ()
    workers: Annotated[tuple[Letter, ...], Items(0, 10, unique=True)] = ()
    note: Line | None = None


@private_document
class Responsible:
    """Who does an action."""

    role: Role
    agency: Agency | None = None


@private_document
class Accountable:
    """Who answers for an action."""

    role: Role
    agency: Agency


@private_document
class Action:
    """An action of the young person's support plan, or learning from the audit."""

    id: Token
    scope: ActionScope
    what: Remark
    responsible: Responsible
    status: ActionStatus
    accountable: Accountable | None = None
    due_day: Day | None = None
    practices: Annotated[tuple[PracticeId, ...], Items(0, 22, unique=True)] = ()


@private_document
class Outcome:
    """A difference that was seen: recorded, never scored."""

    kind: OutcomeKind
    change: OutcomeChange
    source: OutcomeSource
    day: Day | None = None
    note: Line | None = None


@private_document
class TextCheck:
    """The role that read every free text of the record for personal data."""

    checked_by: Role


@private_document
class AuditRecord:
    """The audit of the support given to one young person.

    Args:
        record_id: A random UUID in lower case.
        framework: The framework, and the tailoring if any, that it was made under.
        audit: The audit it is part of.
        case: What must be known of the case.
        submissions: The completed forms of the agencies.
        reviews: The multi-agency meetings that looked at them.
        own_view: The young person's own view.
        events: The timeline, in days from the index day.
        actions: What is to be done, by whom, and who answers for it.
        outcomes: Differences that were seen.
        text_check: Who read the free texts for personal data.
        extensions: What a case system adds.

    Raises:
        InvalidValue: If a field breaks its constraint.

    Source:
        record.md, "The record".

    >>> respondent = Respondent(agency="leaving_care", role="personal_adviser", relation="own_practice")
    >>> Answer(practice="GA1", rating="fully", note="Assessed the same day.")
    Answer(practice='GA1', rating='fully', stage=None, reason=None, note=<text of 22 characters>, evidence=())
    """

    record_id: RecordId
    framework: FrameworkRef
    audit: AuditContext
    case: Case
    submissions: Annotated[tuple[Submission, ...], Items(0, 100)]
    reviews: Annotated[tuple[Review, ...], Items(0, 50)] = ()
    own_view: OwnView | None = None
    events: Annotated[tuple[Event, ...], Items(0, 500)] = ()
    actions: Annotated[tuple[Action, ...], Items(0, 200)] = ()
    outcomes: Annotated[tuple[Outcome, ...], Items(0, 50)] = ()
    text_check: TextCheck | None = None
    extensions: Extension = Extensions()
    schema_version: SchemaVersion = "1.0"
