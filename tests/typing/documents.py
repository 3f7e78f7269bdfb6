"""How users build, read and change documents; every document is an ``attrs`` class to them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_type

import attrs
import cattrs

import positive_practice as pp


def a_record() -> pp.AuditRecord:
    """Every part of a record, built by hand."""
    respondent = pp.Respondent(
        agency="leaving_care", role="personal_adviser", relation="own_practice", basis="both"
    )
    evidence = pp.Evidence(kind="record_extract", text="Assessed the same day.", day=0)
    answer = pp.Answer(practice="GA1", rating="fully", evidence=(evidence,))
    submission = pp.Submission(
        id="s1",
        revision=1,
        status="submitted",
        respondent=respondent,
        answers=(answer,),
        key_features=(pp.KeyFeature(text="One worker stayed.", worth_sharing=True),),
    )
    decision = pp.Decision(practice="GA1", rating="mostly", rationale="Agreed together.")
    review = pp.Review(sequence=1, agencies=("leaving_care",), decisions=(decision,))
    action = pp.Action(
        id="act-1",
        scope="support_plan",
        what="Agree who to ring at night.",
        responsible=pp.Responsible(role="personal_adviser"),
        accountable=pp.Accountable(role="team_manager", agency="leaving_care"),
        status="done",
        practices=("GA4",),
    )
    return pp.AuditRecord(
        record_id="7d0e4f5e-1f0b-4c55-9a53-3c6d6d0d3f11",
        framework=pp.FrameworkRef(id="positive-practice", version="1.0"),
        audit=pp.AuditContext(id="audit-2026", selection="positive_examples"),
        case=pp.Case(
            population="care_leaver",
            young_person_view="first_hand",
            period=pp.Period(from_day=-30, to_day=365),
        ),
        submissions=(submission,),
        reviews=(review,),
        own_view=pp.OwnView(answers=(pp.OwnViewReply(question="heard", view="yes"),)),
        events=(pp.Event(kind="disclosure", day=0),),
        actions=(action,),
        outcomes=(pp.Outcome(kind="asks_for_help", change="more", source="young_person"),),
        text_check=pp.TextCheck(checked_by="team_manager"),
        extensions=pp.Extensions.of({"org.example.case-system": {"form_version": 3}}),
    )


def reading_a_record(record: pp.AuditRecord) -> None:
    """What its fields are."""
    assert_type(record.record_id, str)
    assert_type(record.framework, pp.FrameworkRef)
    assert_type(record.audit, pp.AuditContext)
    assert_type(record.case, pp.Case)
    assert_type(record.case.period, pp.Period | None)
    assert_type(record.submissions, tuple[pp.Submission, ...])
    assert_type(record.submissions[0].respondent, pp.Respondent)
    assert_type(record.submissions[0].answers, tuple[pp.Answer, ...])
    assert_type(record.submissions[0].answers[0].evidence, tuple[pp.Evidence, ...])
    assert_type(record.submissions[0].key_features, tuple[pp.KeyFeature, ...])
    assert_type(record.reviews[0].decisions, tuple[pp.Decision, ...])
    assert_type(record.own_view, pp.OwnView | None)
    assert_type(record.events, tuple[pp.Event, ...])
    assert_type(record.actions[0].responsible, pp.Responsible)
    assert_type(record.actions[0].accountable, pp.Accountable | None)
    assert_type(record.outcomes, tuple[pp.Outcome, ...])
    assert_type(record.text_check, pp.TextCheck | None)
    assert_type(record.extensions, pp.Extensions)
    assert_type(record.submissions[0].answers[0].rating == "fully", bool)


def changing_a_record(record: pp.AuditRecord) -> None:
    """A change is a new value of the same class."""
    answer = record.submissions[0].answers[0]
    assert_type(attrs.evolve(answer, rating="mostly"), pp.Answer)
    submission = attrs.evolve(record.submissions[0], answers=(answer,))
    assert_type(submission, pp.Submission)
    assert_type(attrs.evolve(record, submissions=(submission,)), pp.AuditRecord)
    assert_type(attrs.evolve(record.case, age_band="18-20"), pp.Case)


def an_own_converter() -> None:
    """Any cattrs converter learns the documents and keeps its class."""
    converter = pp.configure_converter(cattrs.Converter())
    assert_type(converter, cattrs.Converter)
    assert_type(converter.structure({}, pp.AuditRecord), pp.AuditRecord)


def a_framework(framework: pp.Framework) -> None:
    """The framework is data."""
    assert_type(framework.source, pp.Source)
    assert_type(framework.stages, tuple[pp.StageOfSupport, ...])
    assert_type(framework.scale, tuple[pp.ScaleCode, ...])
    assert_type(framework.elements, tuple[pp.Element, ...])
    assert_type(framework.practices, tuple[pp.Practice, ...])
    assert_type(framework.positions, tuple[pp.Position, ...])
    assert_type(framework.position("MA1.assessment").stage, str | None)
    practice = framework.practice("MA4")
    assert_type(practice, pp.Practice)
    assert_type(practice.anchors, pp.Anchors)
    assert_type(practice.may_not_apply, pp.MayNotApply | None)
    assert_type(practice.standards, tuple[pp.PracticeStandard, ...])
    assert_type(practice.source, pp.Locator)
    assert_type(practice.weight, Fraction)
    assert_type(framework.scoring_hash, str)


def a_tailoring(framework: pp.Framework) -> None:
    """Local choices are a document of their own, and so is where they come from."""
    tailoring = pp.Tailoring(
        id="acme",
        version="1",
        framework=pp.Edition(id=framework.id, version=framework.version),
        remove=pp.Removal(practices=("CF2",), stages=()),
        weights=(pp.PracticeWeight(practice="GA1", weight=Fraction(2)),),
        standards=(
            pp.Standard(
                practice="MO1", text="Every fortnight.", set_by="Acme", set_on="2026-01-31"
            ),
        ),
        labels=(pp.DisplayLabel(id="GA1", text="Assessed soon"),),
    )
    assert_type(pp.tailor(framework, tailoring), pp.Framework)
    provenance = pp.provenance(framework, tailoring)
    assert_type(provenance, pp.Provenance)
    assert_type(provenance.differences, tuple[pp.LocalDifference, ...])
    assert_type(provenance.tailored, pp.FrameworkIdentity)


def a_notice(notice: pp.UrgentHelpNotice) -> pp.UrgentHelpNotice:
    """Where to turn for help, with the day on which somebody checked it."""
    assert_type(notice.channels, tuple[pp.Channel, ...])
    assert_type(notice.checked_on, str | None)
    assert_type(notice.channels[0].contact, str | None)
    return attrs.evolve(notice, checked_on="2026-11-01", valid_until="2027-05-01")


def settled_states(state: pp.State, counts: pp.Counts) -> None:
    """The states of positions, and how many there are of each."""
    assert_type(state is pp.State.NOT_KNOWN, bool)
    assert_type(counts["rated_3"], int)
    assert_type(counts + counts, pp.Counts)
    assert_type(pp.Counts.of({"rated_3": 1}), pp.Counts)
    plain: Mapping[str, int] = counts
    assert_type(dict(plain), dict[str, int])
