"""The closed code lists as types; ``code_list`` has the meaning of each code.

Made by ``scripts/generate_codes.py`` from ``codes.json``: do not edit.
"""

from typing import Annotated, Literal, TypeAlias

from positive_practice.model.constraints import Codes

__all__ = [
    "ActionScope",
    "ActionStatus",
    "AgeBand",
    "Agency",
    "Basis",
    "EventKind",
    "EvidenceKind",
    "ForbiddenExtensionKey",
    "OutcomeChange",
    "OutcomeKind",
    "OutcomeSource",
    "OwnViewAnswer",
    "OwnViewQuestion",
    "Population",
    "QuoteOrigin",
    "Rating",
    "Reason",
    "Relation",
    "Role",
    "Selection",
    "Stage",
    "SubmissionStatus",
    "YesNoNotKnown",
    "YoungPersonPart",
    "YoungPersonView",
]

Rating: TypeAlias = Annotated[
    Literal[
        "not_evident",
        "partly",
        "mostly",
        "fully",
        "not_applicable",
        "not_known",
        "no_record",
    ],
    Codes("rating"),
]

Stage: TypeAlias = Annotated[
    Literal[
        "assessment",
        "planning",
        "delivery",
        "transition",
    ],
    Codes("stage"),
]

Agency: TypeAlias = Annotated[
    Literal[
        "childrens_social_care",
        "leaving_care",
        "adult_social_care",
        "childrens_mental_health",
        "adult_mental_health",
        "crisis_mental_health",
        "general_practice",
        "community_health",
        "hospital",
        "ambulance",
        "substance_use",
        "school_or_college",
        "university",
        "education_support",
        "police",
        "youth_justice",
        "probation",
        "housing",
        "care_provider",
        "voluntary_sector",
        "advocacy",
        "commissioning_public_health",
        "safeguarding_partnership",
        "other",
    ],
    Codes("agency"),
]

Role: TypeAlias = Annotated[
    Literal[
        "young_person",
        "family_or_trusted_person",
        "carer",
        "personal_adviser",
        "social_worker",
        "support_worker",
        "care_coordinator",
        "mental_health_practitioner",
        "psychologist_or_therapist",
        "doctor",
        "nurse",
        "teacher_or_tutor",
        "student_support",
        "police_officer",
        "justice_worker",
        "housing_worker",
        "advocate",
        "reviewing_officer",
        "team_manager",
        "clinical_supervisor",
        "senior_manager",
        "safeguarding_lead",
        "audit_lead",
        "other",
    ],
    Codes("role"),
]

Relation: TypeAlias = Annotated[
    Literal[
        "own_practice",
        "partner_agency",
        "independent",
    ],
    Codes("relation"),
]

Basis: TypeAlias = Annotated[
    Literal[
        "own_knowledge",
        "record_review",
        "both",
        "interview",
    ],
    Codes("basis"),
]

SubmissionStatus: TypeAlias = Annotated[
    Literal[
        "draft",
        "submitted",
        "withdrawn",
    ],
    Codes("submission_status"),
]

Reason: TypeAlias = Annotated[
    Literal[
        "condition_not_met",
        "stage_not_reached",
        "outside_role",
        "before_involvement",
        "after_involvement",
        "outside_period",
        "no_access",
        "withheld",
        "cannot_judge",
        "other",
    ],
    Codes("reason"),
]

EvidenceKind: TypeAlias = Annotated[
    Literal[
        "record_extract",
        "assessment_document",
        "plan_document",
        "meeting_note",
        "correspondence",
        "supervision_record",
        "worker_account",
        "young_person_account",
        "family_account",
        "observation",
        "quote",
        "document",
        "other",
    ],
    Codes("evidence_kind"),
]

QuoteOrigin: TypeAlias = Annotated[
    Literal[
        "written_submission",
        "meeting",
    ],
    Codes("quote_origin"),
]

EventKind: TypeAlias = Annotated[
    Literal[
        "disclosure",
        "crisis",
        "hospital_attendance",
        "assessment",
        "plan_agreed",
        "safety_plan",
        "plan_review",
        "contact",
        "contact_declined",
        "contact_not_made",
        "joint_visit",
        "multi_agency_meeting",
        "strategy_discussion",
        "referral",
        "escalation",
        "service_transition",
        "joint_handover",
        "life_change",
        "worker_change",
        "approach_change",
        "supervision",
        "management_direction",
        "support_ended",
        "other",
    ],
    Codes("event_kind"),
]

ActionScope: TypeAlias = Annotated[
    Literal[
        "support_plan",
        "audit_learning",
    ],
    Codes("action_scope"),
]

ActionStatus: TypeAlias = Annotated[
    Literal[
        "planned",
        "in_progress",
        "done",
        "partly_done",
        "not_done",
        "replaced",
        "no_longer_needed",
        "young_person_chose_otherwise",
        "not_known",
    ],
    Codes("action_status"),
]

OutcomeKind: TypeAlias = Annotated[
    Literal[
        "asks_for_help",
        "communicates_needs",
        "resilience",
        "coping_strategies",
        "keeps_self_safe",
        "distress_at_change",
        "engagement",
        "trust",
        "feels_heard",
        "own_goals",
        "understands_experiences",
        "other",
    ],
    Codes("outcome_kind"),
]

OutcomeChange: TypeAlias = Annotated[
    Literal[
        "more",
        "same",
        "less",
        "mixed",
        "not_known",
    ],
    Codes("outcome_change"),
]

OutcomeSource: TypeAlias = Annotated[
    Literal[
        "young_person",
        "family_or_trusted_person",
        "worker",
        "record",
        "review",
        "other",
    ],
    Codes("outcome_source"),
]

Selection: TypeAlias = Annotated[
    Literal[
        "positive_examples",
        "all_cases",
        "random_sample",
        "criteria_sample",
        "volunteered",
        "concern_led",
        "other",
        "not_known",
    ],
    Codes("selection"),
]

Population: TypeAlias = Annotated[
    Literal[
        "care_leaver",
        "child_in_care",
        "child_in_need",
        "student",
        "other",
    ],
    Codes("population"),
]

AgeBand: TypeAlias = Annotated[
    Literal[
        "16-17",
        "18-20",
        "21-25",
    ],
    Codes("age_band"),
]

YoungPersonView: TypeAlias = Annotated[
    Literal[
        "first_hand",
        "through_advocate",
        "recorded_words",
        "reported",
        "offered_declined",
        "offered_no_answer",
        "not_asked_wellbeing",
        "not_sought",
        "not_known",
    ],
    Codes("young_person_view"),
]

OwnViewQuestion: TypeAlias = Annotated[
    Literal[
        "heard",
        "led_plan",
        "told_story_once",
        "people_kept_trying",
        "knew_who_was_who",
    ],
    Codes("own_view_question"),
]

OwnViewAnswer: TypeAlias = Annotated[
    Literal[
        "yes",
        "partly",
        "no",
        "rather_not_say",
    ],
    Codes("own_view_answer"),
]

YoungPersonPart: TypeAlias = Annotated[
    Literal[
        "took_part",
        "represented",
        "not_present",
        "not_known",
    ],
    Codes("young_person_part"),
]

YesNoNotKnown: TypeAlias = Annotated[
    Literal[
        "yes",
        "no",
        "not_known",
    ],
    Codes("yes_no_not_known"),
]

ForbiddenExtensionKey: TypeAlias = Annotated[
    Literal[
        "name",
        "first_name",
        "last_name",
        "full_name",
        "forename",
        "given_name",
        "surname",
        "family_name",
        "initials",
        "date_of_birth",
        "dob",
        "birth_date",
        "address",
        "postcode",
        "nhs_number",
        "ni_number",
        "national_insurance_number",
        "upn",
        "phone",
        "telephone",
        "mobile",
        "email",
        "risk",
        "risk_score",
        "risk_level",
        "risk_rating",
        "risk_band",
        "risk_category",
        "suicide_risk",
        "prediction",
        "predicted_risk",
        "rank",
        "ranking",
        "rag",
        "rag_rating",
    ],
    Codes("forbidden_extension_key"),
]
