"""What a report shows: counts over records, made in one pass, and no word of a record."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from positive_practice.catalogue.shipped import framework, notice
from positive_practice.model.record import AuditRecord, KeyFeature, Outcome
from positive_practice.report.content import Gatherer
from support.frameworks import without

AUDIT = Path(__file__).parents[2] / "examples" / "audit.jsonl"
FREE_TEXT = {"text", "note", "what", "rationale", "purpose"}


@pytest.fixture(scope="module")
def plain():
    """The example records as plain values, so that counting them needs nothing of the library."""
    return [json.loads(line) for line in AUDIT.read_text("utf-8").splitlines() if line.strip()]


def newest(record):
    """The submissions that count, read off the plain record."""
    sent = [one for one in record["submissions"] if one["status"] != "draft"]
    last = {one["id"]: one for one in sorted(sent, key=lambda one: one["revision"])}
    return [one for one in last.values() if one["status"] == "submitted"]


def named_in(record):
    """The key features that count in a plain record."""
    return [feature for one in newest(record) for feature in one.get("key_features", [])]


def texts_in(value):
    """Every free text anywhere in a plain record."""
    if isinstance(value, list):
        return [text for item in value for text in texts_in(item)]
    if not isinstance(value, dict):
        return []
    own = [item for key, item in value.items() if key in FREE_TEXT and isinstance(item, str)]
    return own + [text for item in value.values() for text in texts_in(item)]


def test_key_features_are_counted_over_records(cohort, plain):
    """A practice counts once for each record in which somebody named it."""
    expected = Counter(
        practice
        for record in plain
        for practice in {one["practice"] for one in named_in(record) if "practice" in one}
    )

    assert dict(cohort.key_features) == expected


def test_new_themes_and_what_is_worth_sharing_are_counted_without_their_words(cohort, plain):
    """New themes and marks are numbers of records."""
    themes = [any("practice" not in one for one in named_in(record)) for record in plain]
    shared = [any(one.get("worth_sharing") for one in named_in(record)) for record in plain]

    assert (cohort.new_themes, cohort.worth_sharing) == (sum(themes), sum(shared))
    assert cohort.new_themes > 0


def test_how_views_were_obtained_is_counted_by_way(cohort, plain):
    """Each record has one way in which the young person's view was obtained."""
    expected = Counter(record["case"]["young_person_view"] for record in plain)

    assert dict(cohort.young_person_views) == expected


def test_own_views_are_counted_by_question_and_answer(cohort, plain):
    """The young people's own answers stand by question, all five of them."""
    expected = Counter(
        (reply["question"], reply["view"])
        for record in plain
        for reply in record.get("own_view", {"answers": []})["answers"]
    )

    counted = {(row.code, view): n for row in cohort.own_view for view, n in row.counts.items()}

    assert counted == expected
    assert len(cohort.own_view) == 5


def test_outcomes_are_counted_by_kind_and_change(cohort, plain):
    """An outcome counts once for each record that notes that change of that kind."""
    expected = Counter(
        pair
        for record in plain
        for pair in {(one["kind"], one["change"]) for one in record.get("outcomes", [])}
    )

    counted = {(row.code, change): n for row in cohort.outcomes for change, n in row.counts.items()}

    assert counted == expected
    assert all(row.counts for row in cohort.outcomes)


def test_reviewed_records_are_counted(cohort, plain):
    """A record counts as reviewed if a meeting looked at it."""
    assert cohort.reviewed == sum(bool(record.get("reviews")) for record in plain)


def test_what_a_record_says_twice_counts_once(records, content_of):
    """Two agencies that name one practice, or two sources of one outcome, are one record."""
    feature = KeyFeature(text="They stayed.", practice="PE1", worth_sharing=True)
    submissions = tuple(
        attrs.evolve(one, key_features=(feature, feature)) for one in records[0].submissions
    )
    outcomes = tuple(
        Outcome(kind="trust", change="more", source=source) for source in ("worker", "record")
    )
    record = attrs.evolve(records[0], submissions=submissions, outcomes=outcomes)

    content = content_of([record])

    assert dict(content.key_features) == {"PE1": 1}
    assert (content.new_themes, content.worth_sharing) == (0, 1)
    assert dict(content.outcomes[0].counts) == {"more": 1}


def test_a_draft_has_no_say_in_key_features(records, content_of):
    """V6: a draft changes nothing."""
    feature = KeyFeature(text="They stayed.", practice="PE1")
    sent = attrs.evolve(records[0].submissions[0], status="draft", key_features=(feature,))
    record = attrs.evolve(records[0], submissions=(sent,))

    assert not content_of([record]).key_features


def test_content_holds_no_free_text_of_a_record(cohort, plain):
    """P1: a result holds no free text."""
    shown = str(attrs.asdict(cohort))
    texts = [text for record in plain for text in texts_in(record)]

    assert len(texts) > 100
    assert [text for text in texts if text in shown] == []


def test_content_holds_no_identifier_of_a_record(cohort, plain):
    """P1: a result holds nothing about a single case."""
    shown = str(attrs.asdict(cohort))

    assert [record["record_id"] for record in plain if record["record_id"] in shown] == []


def test_how_records_were_chosen_comes_with_what_follows(cohort):
    """Good examples travel with the sentence that they support no rate, rank or effect."""
    (chosen,) = cohort.chosen

    assert (chosen.label, chosen.records) == ("Chosen as good examples", 12)
    assert "no rate, no rank and no claim of effect" in chosen.follows


@pytest.mark.parametrize(
    "selection",
    ["all_cases", "random_sample", "criteria_sample", "volunteered", "concern_led", "other"],
)
def test_every_way_of_choosing_has_its_own_sentence(records, content_of, selection):
    """Whatever the selection, the report says what follows from it."""
    audit = attrs.evolve(records[0].audit, selection=selection)

    both = content_of([records[0], attrs.evolve(records[1], audit=audit)])

    assert len({one.follows for one in both.chosen}) == 2
    assert sum(one.records for one in both.chosen) == 2


def test_a_content_stays_as_it_is_while_gathering_goes_on(records, cohort):
    """Later records change nothing in a content that was made before."""
    gatherer = Gatherer()
    gatherer.add(records[0])
    content = gatherer.content(
        cohort.profile, cohort.accounting, notice(), framework(), dt.date.min
    )
    before = attrs.asdict(content)

    gatherer.add(records[1])

    assert attrs.asdict(content) == before


def test_without_a_date_the_systems_date_is_taken(cohort):
    """`today=` is an argument where a date matters, the system's date by default."""
    earliest = dt.datetime.now().astimezone().date()

    content = Gatherer().content(cohort.profile, cohort.accounting, notice(), framework())

    assert earliest <= content.today <= dt.datetime.now().astimezone().date()


def test_nothing_gathered_is_nothing_shown(content_of):
    """Without records there is no row, and no question that nobody was asked."""
    content = content_of([])

    assert (content.chosen, content.own_view, content.outcomes) == ((), (), ())


@pytest.mark.parametrize("n", [0, 1, 12])
def test_agreement_is_that_of_the_same_records(records, content_of, n):
    """One pass gives what pp.agreement gives: coincidences are additive."""
    assert content_of(records[:n]).agreement == pp.agreement(records[:n])


def test_agreement_is_under_the_framework_that_is_shown(records, content_of):
    """What a tailored framework leaves out plays no part in agreement."""
    tailored = without(framework(), ("GA1", "MA2"))

    shown, whole = content_of(records, framework=tailored), content_of(records)

    assert shown.agreement.framework == shown.profile.framework
    assert 0 < shown.agreement.units < whole.agreement.units


def test_the_agenda_of_the_only_record_is_that_of_the_front_door(records, content_of):
    """Of exactly one record there is the agenda of its review."""
    found = [content_of([record]).agenda for record in records]

    assert found == [pp.agenda(record) for record in records]
    assert content_of(records[:2]).agenda is None
    assert content_of([]).agenda is None


def test_no_record_is_kept_beside_another(records):
    """However many records are added, none is held: what is held does not grow with them."""
    gatherer = Gatherer()
    for record in records:
        gatherer.add(record)

    kept = [getattr(gatherer, one.name) for one in attrs.fields(Gatherer)]

    assert not [one for one in kept if isinstance(one, AuditRecord)]
    assert not [one for one in kept if isinstance(one, list | tuple)]
