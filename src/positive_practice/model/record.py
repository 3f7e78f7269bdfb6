"""The audit record: everything said in one audit of the support given to one young person.

Source of every class here: record.md, "The record".
"""

from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.model.checked import checked_and_silent
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
from positive_practice.model.extensions import NO_EXTENSIONS
from positive_practice.model.tailoring import Edition

__all__ = [
    "ANY_ORDINAL",
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
ANY_ORDINAL = Whole(1, 1000)
"""What the number of a revision or of a review can be."""

Ordinal: TypeAlias = Annotated[int, ANY_ORDINAL]


@frozen(kw_only=True, field_transformer=checked_and_silent)
class FrameworkRef:
    """Which framework a record was made under.

    Args:
        id: The framework's id, such as ``positive-practice``.
        version: The framework's version, such as ``1.0``.
        tailoring: The local tailoring that was used; absent: the framework as published.
    """

    id: Token
    version: Token
    tailoring: Edition | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class AuditContext:
    """The audit that a record is part of, and how its cases were selected.

    Args:
        id: A short id of the audit, the same in each of its records; it names no person or place.
        selection: How young people's cases were selected for the audit; it travels with every
            result.
        purpose: What the audit is for; absent: not given.
    """

    id: Token
    selection: Selection
    purpose: Remark | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Period:
    """The days that the audit looks at, counted from the index day (day 0).

    Args:
        from_day: The first day of the period, in days from the index day; negative if before it.
        to_day: The last day of the period, in days from the index day; not before the first.
    """

    from_day: Day
    to_day: Day


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Case:
    """What must be known of the case to read the answers, and no more.

    A stage missing from ``stages_reached``, where that is given, was not reached.

    Args:
        population: The group that the young person belongs to, such as care leavers.
        young_person_view: How the young person's view was obtained, or why there is none.
        age_band: The young person's age on the index day, as a band; absent: not given.
        period: The days that the audit looks at; absent: not given.
        stages_reached: The stages of support that were reached in the period; absent or empty: not
            given, so no stage counts as not reached.
        concern_raised: Whether a concern met in the audit was raised through safeguarding
            procedures, with no detail; absent: not given.
    """

    population: Population
    young_person_view: YoungPersonView
    age_band: AgeBand | None = None
    period: Period | None = None
    stages_reached: Annotated[tuple[Stage, ...], Items(0, 4, unique=True)] = ()
    concern_raised: YesNoNotKnown | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Respondent:
    """Who answers: an agency, a role and their part in the work; never a name.

    One voice is (``agency``, ``agency_ref``).

    Args:
        agency: The type of the respondent's agency.
        role: The respondent's role in the agency.
        relation: Whether the work was the respondent's own, a partner's, or neither.
        agency_ref: A token, local to the record, that tells apart agencies of one type; absent:
            none is needed, and answers of that type without one count as one voice.
        basis: How the respondent knows what they say; absent: not given.
    """

    agency: Agency
    role: Role
    relation: Relation
    agency_ref: Token | None = None
    basis: Basis | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Evidence:
    """What an answer rests on, in short; for exact words (kind ``quote``) with their safeguards.

    Args:
        kind: What sort of evidence it is; ``quote`` is a person's exact words.
        text: What it shows, in short and without personal data; for a quote, the words themselves.
        day: The day it is about, in days from the index day; absent: not given.
        origin: Only for a quote: where the words come from; absent: not given.
        speaker_role: Only for a quote: the role of the person who said or wrote the words; absent:
            not given.
        consent: Only for a quote: whether that person agreed to the use of their words; absent: not
            recorded.
        anonymised_by: Only for a quote: the role that checked that the words point to nobody;
            absent: not checked.
    """

    kind: EvidenceKind
    text: Extract
    day: Day | None = None
    origin: QuoteOrigin | None = None
    speaker_role: Role | None = None
    consent: bool | None = None
    anonymised_by: Role | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Answer:
    """What one respondent says about one practice, at one stage where it is staged.

    Args:
        practice: The practice that the answer is about.
        rating: To what extent the practice happened wherever it applied, or why there is no level.
        stage: The stage that the answer is about; absent: the practice is not rated by stage.
        reason: Why it did not apply, or why the respondent cannot say; absent for every other
            rating.
        note: What else the respondent wants to say about it, without personal data; absent:
            nothing.
        evidence: What the answer rests on; absent or empty: none given.
    """

    practice: PracticeId
    rating: Rating
    stage: Stage | None = None
    reason: Reason | None = None
    note: Note | None = None
    evidence: Annotated[tuple[Evidence, ...], Items(0, 20)] = ()


@frozen(kw_only=True, field_transformer=checked_and_silent)
class KeyFeature:
    """What a respondent thinks mattered most; without ``practice`` it is a new theme.

    Args:
        text: What mattered, in the respondent's words and without personal data.
        practice: The practice that it belongs to; absent: a new theme.
        worth_sharing: Whether the respondent thinks others could learn from it; absent: not said.
    """

    text: Remark
    practice: PracticeId | None = None
    worth_sharing: bool | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Submission:
    """One completed audit form, in one revision.

    Args:
        id: The submission's id, unique in the record and kept through its revisions.
        revision: The number of this revision, from 1; the highest that is not a draft replaces
            those before.
        status: Whether this revision is a draft, submitted or withdrawn; only a submitted one
            counts.
        respondent: Who answers.
        answers: What the respondent says, at most once for each practice, or each stage of a staged
            one.
        key_features: The up to five things that mattered most to the respondent; absent or empty:
            none given.
        note: What else the respondent wants to say on the whole, without personal data; absent:
            nothing.
    """

    id: Token
    revision: Ordinal
    status: SubmissionStatus
    respondent: Respondent
    answers: Annotated[tuple[Answer, ...], Items(0, 100)]
    key_features: Annotated[tuple[KeyFeature, ...], Items(0, 5)] = ()
    note: Note | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Decision:
    """What a review meeting decided about one position, with any dissent.

    Args:
        practice: The practice that was decided.
        rating: To what extent the meeting found that the practice happened, or why there is no
            level.
        stage: The stage that was decided; absent: the practice is not rated by stage.
        reason: Why it did not apply, or why the meeting cannot say; absent for every other rating.
        rationale: Why the meeting decided so, without personal data; absent: not given.
        dissent: The types of the agencies that saw it otherwise; absent or empty: none.
    """

    practice: PracticeId
    rating: Rating
    stage: Stage | None = None
    reason: Reason | None = None
    rationale: Note | None = None
    dissent: Annotated[tuple[Agency, ...], Items(0, 24, unique=True)] = ()


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Review:
    """A multi-agency meeting that looked at the submissions; it overlays, never overwrites.

    Args:
        sequence: The number of the review in the record, from 1; of two decisions on one position,
            the one of the higher number stands.
        agencies: The types of the agencies that were present.
        decisions: What the meeting decided, at most once for each position; a position that it
            leaves out rests on the submissions.
        day: The day of the meeting, in days from the index day; absent: not given.
        young_person: The part that the young person had in the meeting; absent: not given.
    """

    sequence: Ordinal
    agencies: Annotated[tuple[Agency, ...], Items(1, 24, unique=True)]
    decisions: Annotated[tuple[Decision, ...], Items(0, 100)]
    day: Day | None = None
    young_person: YoungPersonPart | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class OwnViewReply:
    """The young person's reply to one of the five plain questions.

    Args:
        question: Which of the five questions it replies to, each at most once.
        view: The young person's reply; they may always choose not to answer.
        text: What the young person adds, in their own words; absent: nothing.
        consent: Whether the young person agreed to the use of their words; absent: not recorded.
        anonymised_by: The role that checked that the words point to nobody; absent: not checked.
    """

    question: OwnViewQuestion
    view: OwnViewAnswer
    text: Remark | None = None
    consent: bool | None = None
    anonymised_by: Role | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class OwnView:
    """The young person's own view: optional, unscored, shown beside the ratings.

    Args:
        answers: The young person's replies, to as many of the five questions as they wished.
        offered_by: The role of the person, someone they trust, who offered the questions; absent:
            not given.
        day: The day on which they gave their view, in days from the index day; absent: not given.
    """

    answers: Annotated[tuple[OwnViewReply, ...], Items(1, 5)]
    offered_by: Role | None = None
    day: Day | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Event:
    """Something that happened on a day, counted from the index day.

    Args:
        kind: What happened; never how, and no method.
        day: The day on which it happened, in days from the index day; negative if before it.
        stage: The stage of support that it belongs to; absent: not given.
        agencies: The types of the agencies that took part; absent or empty: not given.
        workers: The workers who took part, each by a letter that is local to the record and stays
            theirs throughout it; absent or empty: not given.
        note: What else must be known of it, without personal data; absent: nothing.
    """

    kind: EventKind
    day: Day
    stage: Stage | None = None
    agencies: Annotated[tuple[Agency, ...], Items(0, 10, unique=True)] = ()
    workers: Annotated[tuple[Letter, ...], Items(0, 10, unique=True)] = ()
    note: Line | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Responsible:
    """Who does an action.

    Args:
        role: The role of the person who does it, which may be the young person.
        agency: The type of that person's agency; absent: not given, or the person is of no agency.
    """

    role: Role
    agency: Agency | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Accountable:
    """Who answers for an action.

    Args:
        role: The role of the person who answers for it; never the young person or their family.
        agency: The type of the agency that answers for it.
    """

    role: Role
    agency: Agency


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Action:
    """An action of the young person's support plan, or learning from the audit.

    Args:
        id: The action's id, unique in the record.
        scope: Whether it is part of the young person's support plan or learning from the audit.
        what: What is to be done, without personal data.
        responsible: Who does it.
        status: How far it has come.
        practices: The practices that it serves; may be empty.
        accountable: Who answers for it; absent: not agreed, or not given.
        due_day: The day by which it is to be done, in days from the index day; absent: not given.
    """

    id: Token
    scope: ActionScope
    what: Remark
    responsible: Responsible
    status: ActionStatus
    practices: Annotated[tuple[PracticeId, ...], Items(0, 22, unique=True)]
    accountable: Accountable | None = None
    due_day: Day | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class Outcome:
    """A difference that was seen: recorded, never scored.

    Args:
        kind: What the difference is in, such as being able to ask for help.
        change: How it changed since the index day: more, less, the same or both ways.
        source: Who saw the difference, or where it was found.
        day: The day on which it was seen, in days from the index day; absent: not given.
        note: What else must be known of it, without personal data; absent: nothing.
    """

    kind: OutcomeKind
    change: OutcomeChange
    source: OutcomeSource
    day: Day | None = None
    note: Line | None = None


@frozen(kw_only=True, field_transformer=checked_and_silent)
class TextCheck:
    """The role that read every free text of the record for personal data.

    Args:
        checked_by: The role of the person who read them all.
    """

    checked_by: Role


@frozen(kw_only=True, field_transformer=checked_and_silent)
class AuditRecord:
    """The audit of the support given to one young person; about practice, never about a person.

    Args:
        record_id: A random UUID in lower case; no number of a person or of a case file.
        framework: The framework, and the tailoring if any, that the record was made under.
        audit: The audit that the record is part of.
        case: What must be known of the case to read the answers.
        submissions: The audit forms of the agencies, with all their revisions; may be empty.
        reviews: The multi-agency meetings that looked at the submissions; absent or empty: none.
        own_view: The young person's own view; absent: not given.
        events: The timeline, in days from the index day; absent or empty: not given.
        actions: What is to be done, who does it and who answers for it; absent or empty: none.
        outcomes: Differences that were seen, never scored; absent or empty: none recorded.
        text_check: Who read every free text for personal data; absent: not recorded that anybody
            did.
        extensions: What a case system adds, under reverse-domain names such as ``org.example``;
            kept untouched, never scored, at most 16 KiB in all; absent or empty: nothing.
        schema_version: The version of this document's schema.

    Raises:
        InvalidValue: If a field breaks its constraint.

    Source:
        record.md, "The record".

    >>> Answer(practice="GA1", rating="fully", note="Assessed the same day.").note
    'Assessed the same day.'
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
    extensions: Extension = NO_EXTENSIONS
    schema_version: SchemaVersion = "1.0"
