"""Content: all that a report shows, gathered in one pass that keeps no record beside another.

Law P1: a result holds no free text and nothing about a single case unless it is a single case's
result. So what is gathered here is counts of codes alone.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import define, field, frozen

from positive_practice.batch.reader import Accounting
from positive_practice.catalogue.shipped import code_list
from positive_practice.model.agreement import Agreement
from positive_practice.model.counts import Counts
from positive_practice.model.explanation import Agenda
from positive_practice.model.framework import Framework
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.report.opening import local_date
from positive_practice.report.sentences import MIXED, WHAT_FOLLOWS
from positive_practice.report.words import count_of, lower_first
from positive_practice.scoring.agenda import make_agenda
from positive_practice.scoring.agreement import (
    Paired,
    coincidences_of,
    make_agreement,
    paired_levels,
)
from positive_practice.scoring.settle import current_submissions

__all__ = ["Breakdown", "Chosen", "Content", "Gatherer", "chosen", "chosen_in_words"]


IN_A_SENTENCE: Mapping[str, str] = MappingProxyType(
    {"other": "Chosen in another way", "not_known": "Chosen in a way that is not known"}
)
"""Ways of choosing whose label says too little where it stands alone."""


@frozen(kw_only=True)
class Chosen:
    """One way in which records were chosen, how many of them, and what follows, in words."""

    label: str
    records: int
    follows: str


@frozen(kw_only=True)
class Breakdown:
    """One question or kind of outcome, and in how many records each answer or change was given."""

    code: str
    label: str
    counts: Counts


@frozen(kw_only=True)
class Content:
    """All that a report shows: counts, scores and shipped words, no word of a record.

    Args:
        profile: The profile of the records.
        framework: The framework, for its labels.
        notice: The urgent-help notice.
        today: The day on which the report is made.
        accounting: What became of everything that was read.
        chosen: How the records were chosen, and what follows.
        agreement: How far agencies see the same practice alike, over the same records.
        key_features: By practice, in how many records somebody named it among what mattered most.
        new_themes: In how many records somebody named something that is no practice.
        worth_sharing: In how many records somebody marked something as worth sharing.
        young_person_views: By code, how the young person's view was obtained.
        own_view: By question, what young people answered; empty if none was given.
        outcomes: By kind, in how many records each change was seen; kinds that nobody saw left out.
        reviewed: In how many records a meeting looked at the submissions.
        agenda: What a review meeting should talk about, if there is exactly one record.

    Source:
        framework.md, "What else the report implies".
    """

    profile: Profile
    framework: Framework
    notice: UrgentHelpNotice
    today: dt.date
    accounting: Accounting
    chosen: tuple[Chosen, ...]
    agreement: Agreement
    key_features: Counts
    new_themes: int
    worth_sharing: int
    young_person_views: Counts
    own_view: tuple[Breakdown, ...]
    outcomes: tuple[Breakdown, ...]
    reviewed: int
    agenda: Agenda | None


@define
class Gatherer:
    """Counts what a report shows beside the scores, record by record, and lets go of each.

    Everything is counted over records: what one record says twice counts once. A record is kept
    only as long as it is the only one, for the agenda of its review.

    >>> from positive_practice.api import load
    >>> gatherer = Gatherer()
    >>> gatherer.add(load("examples/parts/college.json"))
    """

    _key_features: Counter[str] = field(factory=Counter[str], init=False)
    _views: Counter[str] = field(factory=Counter[str], init=False)
    _own_view: Counter[tuple[str, str]] = field(factory=Counter[tuple[str, str]], init=False)
    _outcomes: Counter[tuple[str, str]] = field(factory=Counter[tuple[str, str]], init=False)
    _new_themes: int = field(default=0, init=False)
    _worth_sharing: int = field(default=0, init=False)
    _reviewed: int = field(default=0, init=False)
    _paired: Counter[Paired] = field(factory=Counter[Paired], init=False)
    _only: AuditRecord | None = field(default=None, init=False)

    def add(self, record: AuditRecord) -> None:
        """Count one record, and let go of the one before.

        Args:
            record: A record that obeys the integrity rules.
        """
        self._only = None if self._views else record
        self._paired.update(paired_levels(record))
        self._views[record.case.young_person_view] += 1
        self._reviewed += bool(record.reviews)
        self._outcomes.update({(outcome.kind, outcome.change) for outcome in record.outcomes})
        replies = record.own_view.answers if record.own_view is not None else ()
        self._own_view.update((reply.question, reply.view) for reply in replies)
        self._add_key_features(record)

    def _add_key_features(self, record: AuditRecord) -> None:
        """Count what the current submissions name: drafts and older revisions have no say."""
        named = [one for sent in current_submissions(record) for one in sent.key_features]
        practices = {one.practice for one in named}
        self._key_features.update(practice for practice in practices if practice is not None)
        self._new_themes += None in practices
        self._worth_sharing += any(one.worth_sharing for one in named)

    def content(
        self,
        profile: Profile,
        accounting: Accounting,
        notice: UrgentHelpNotice,
        framework: Framework,
        today: dt.date | None = None,
    ) -> Content:
        """What a report shows of the records added so far.

        Args:
            profile: The profile of the same records.
            accounting: What became of everything that was read.
            notice: The urgent-help notice, first in every report.
            framework: The framework of the profile.
            today: The day by which the notice may have become stale; the system's date by default.

        Returns:
            The content, which later records do not change.
        """
        return Content(
            profile=profile,
            framework=framework,
            notice=notice,
            today=today if today is not None else local_date(),
            accounting=accounting,
            chosen=chosen(profile.selections),
            agreement=make_agreement(coincidences_of(self._paired, profile.selections, framework)),
            key_features=Counts.of(self._key_features),
            new_themes=self._new_themes,
            worth_sharing=self._worth_sharing,
            young_person_views=Counts.of(self._views),
            own_view=_breakdowns("own_view_question", self._own_view, every=True),
            outcomes=_breakdowns("outcome_kind", self._outcomes),
            reviewed=self._reviewed,
            agenda=None if self._only is None else make_agenda(self._only, framework),
        )


def chosen(selections: Counts) -> tuple[Chosen, ...]:
    """How records were chosen, and what follows from it, for each way that occurs."""
    return tuple(
        Chosen(
            label=IN_A_SENTENCE.get(one.code, one.label),
            records=selections[one.code],
            follows=WHAT_FOLLOWS[one.code],
        )
        for one in code_list("selection")
        if one.code in selections
    )


def chosen_in_words(ways: tuple[Chosen, ...]) -> Iterator[str]:
    """How records were chosen, in sentences.

    Args:
        ways: Each way in which some were chosen.

    Yields:
        A sentence or two for each way; of several ways also that together they speak for nobody.

    >>> next(chosen_in_words(chosen(Counts.of({"other": 2})))).split(".")[0]
    '2 records: chosen in another way'
    """
    for one in ways:
        yield f"{count_of(one.records, 'record')}: {lower_first(one.label)}. {one.follows}"
    if len(ways) > 1:
        yield MIXED


def _breakdowns(
    name: str, counted: Counter[tuple[str, str]], *, every: bool = False
) -> tuple[Breakdown, ...]:
    """A row for each code of a list that occurs, or for ``every`` one if any does."""
    if not counted:
        return ()
    rows = (
        Breakdown(code=one.code, label=one.label, counts=_of_code(counted, one.code))
        for one in code_list(name)
    )
    return tuple(row for row in rows if every or row.counts)


def _of_code(counted: Counter[tuple[str, str]], code: str) -> Counts:
    return Counts.of({answer: n for (owner, answer), n in counted.items() if owner == code})
