"""Explaining: an id and a record or tally -> the score, positions, states and answers behind it."""

from collections.abc import Mapping
from typing import TypeAlias

from positive_practice.model.explanation import Explained, Explanation, Statement
from positive_practice.model.fitting import numbers_that_fit
from positive_practice.model.framework import Framework, Position
from positive_practice.model.lookup import find
from positive_practice.model.record import AuditRecord
from positive_practice.model.tally import Tally
from positive_practice.scoring.plan import Plan, plan_of
from positive_practice.scoring.profile import Sums, score_of, sums_of
from positive_practice.scoring.statements import statements
from positive_practice.scoring.tally import make_tally

__all__ = ["explain_record", "explain_tally"]

_Said: TypeAlias = Mapping[Position, tuple[Statement, ...]]


def explain_record(
    record: AuditRecord, wanted: str, framework: Framework, method: str
) -> Explanation:
    """What stands behind a number of one record, with who said what."""
    said = statements(record)
    tally = make_tally([record], framework, method)
    return _explain(tally, wanted, framework, {p: said.get(p, ()) for p in framework.positions})


def explain_tally(tally: Tally, wanted: str, framework: Framework) -> Explanation:
    """What stands behind a number of many records: the counts at each position."""
    return _explain(tally, wanted, framework, dict.fromkeys(framework.positions, ()))


@numbers_that_fit()
def _explain(tally: Tally, wanted: str, framework: Framework, said: _Said) -> Explanation:
    plan = plan_of(framework)
    places = find("element, practice or position", _places(plan), wanted)
    sums = (sums_of(tally.positions[place].counts, plan.scaled[place]) for place in places)
    return Explanation(
        id=wanted,
        score=score_of(sum(sums, Sums())),
        positions=tuple(
            Explained(
                position=plan.positions[place].id,
                weight=framework.practice(plan.positions[place].practice).weight,
                counts=tally.positions[place].counts,
                said=said[plan.positions[place]],
            )
            for place in places
        ),
    )


def _places(plan: Plan) -> dict[str, tuple[int, ...]]:
    """Where the positions of each element, practice and position stand."""
    return {
        **{element.id: element.places for element in plan.elements},
        **{practice.id: practice.places for practice in plan.practices},
        **{position.id: (place,) for place, position in enumerate(plan.positions)},
    }
