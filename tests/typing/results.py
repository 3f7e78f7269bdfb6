"""What users read in results: exact numbers, or ``None`` with a reason."""

from fractions import Fraction
from typing import assert_type

import attrs

import positive_practice as pp


def a_profile(profile: pp.Profile) -> None:
    """Scores of elements, practices, stages and positions."""
    element = profile.element("GA")
    assert_type(element, pp.ElementScore)
    assert_type(element.score, pp.Score)
    assert_type(element.counts, pp.Counts)
    assert_type(element.look_at_next, tuple[str, ...])
    assert_type(element.stages, tuple[pp.StageScore, ...])
    assert_type(element.consistency, pp.Counts | None)
    assert_type(profile.practice("GA1"), pp.PracticeScore)
    assert_type(profile.position("MA1.assessment"), pp.PositionScore)
    assert_type(profile.overall, pp.Overall | None)
    assert_type(profile.framework, pp.FrameworkIdentity)
    assert_type(profile.records, int)
    assert_type(attrs.evolve(profile, overall=None), pp.Profile)


def a_score(score: pp.Score) -> None:
    """No float is anywhere; a number that is not defined is ``None``."""
    assert_type(score.index, Fraction | None)
    assert_type(score.lower, Fraction | None)
    assert_type(score.upper, Fraction | None)
    assert_type(score.coverage, Fraction | None)
    assert_type(score.settled, Fraction | None)
    assert_type(score.not_applicable_share, Fraction | None)
    assert_type(score.index_reason is None, bool)
    if score.index is not None:
        assert_type(pp.percent(score.index), int)


def a_tally(tally: pp.Tally) -> None:
    """Counts, from which everything else follows."""
    assert_type(tally.positions, tuple[pp.PositionTally, ...])
    assert_type(tally.positions[0].counts, pp.Counts)
    assert_type(tally.consistency, tuple[pp.ConsistencyTally, ...])
    assert_type(tally.selections, pp.Counts)


def a_comparison(comparison: pp.Comparison) -> None:
    """What differs, and whether it must."""
    assert_type(comparison.first, pp.Compared)
    difference = comparison.element("GA")
    assert_type(difference, pp.ElementDifference)
    assert_type(difference.difference, Fraction | None)
    assert_type(difference.interval, tuple[Fraction, ...] | None)
    assert_type(difference.direction == "higher", bool)


def an_agreement(agreement: pp.Agreement, coincidences: pp.Coincidences) -> None:
    """How far agencies see the same practice alike."""
    assert_type(agreement.alpha, Fraction | None)
    assert_type(agreement.exact_share, Fraction | None)
    assert_type(coincidences.pairs, int)


def a_verification(verification: pp.Verification) -> None:
    """What a stored profile says otherwise than its records."""
    assert_type(verification.ok, bool)
    assert_type(verification.differs, tuple[pp.Difference, ...])
    assert_type(verification.differs[0].field, str)


def an_explanation(explanation: pp.Explanation, agenda: pp.Agenda) -> None:
    """Where a number comes from, and what a meeting should talk about."""
    assert_type(explanation.positions, tuple[pp.Explained, ...])
    assert_type(explanation.positions[0].said, tuple[pp.Statement, ...])
    assert_type(agenda.items, tuple[pp.AgendaItem, ...])
    assert_type(agenda.items[0].position, str)
