"""What must hold in a tailoring, by itself and with the framework that it tailors."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from positive_practice.catalogue.tailoring import kept_by
from positive_practice.model.framework import MOST_STANDARDS, Framework
from positive_practice.model.problem import Problem
from positive_practice.model.tailoring import Tailoring
from positive_practice.problems.table import problem
from positive_practice.rules.subject import Place, repeats

__all__ = ["TAILORING_RULES", "TailoringRule", "tailoring_problems"]

TailoringRule: TypeAlias = Callable[[Tailoring, Framework], Iterator[Place]]


def not_in_framework(tailoring: Tailoring, framework: Framework) -> Iterator[Place]:
    """A tailoring adds no practice, element or stage: it speaks of those that there are."""
    practices = {practice.id for practice in framework.practices}
    stages = {stage.id for stage in framework.stages}
    for i, stage in enumerate(tailoring.remove.stages):
        if stage not in stages:
            yield Place(f"/remove/stages/{i}")
    for i, practice in enumerate(tailoring.remove.practices):
        if practice not in practices:
            yield Place(f"/remove/practices/{i}")
    for pointer, id_ in _settings(tailoring):
        known = _ids(framework) if pointer.startswith("/labels") else practices
        if id_ not in known:
            yield Place(pointer)


def removed_as_well(tailoring: Tailoring, framework: Framework) -> Iterator[Place]:
    """What is left out has no weight, standard or display words of its own."""
    gone = _ids(framework) - kept_by(framework, tailoring).ids
    for pointer, id_ in _settings(tailoring):
        if id_ in gone:
            yield Place(pointer)


def nothing_left(tailoring: Tailoring, framework: Framework) -> Iterator[Place]:
    """Something is left to look at."""
    if not kept_by(framework, tailoring).practices:
        yield Place("/remove")


def set_twice(tailoring: Tailoring, _framework: Framework) -> Iterator[Place]:
    """A practice has one weight, an id one display text, and no standard stands twice."""
    yield from repeats("/weights", [one.practice for one in tailoring.weights])
    yield from repeats("/standards", tailoring.standards)
    yield from repeats("/labels", [one.id for one in tailoring.labels])


def too_many_standards(tailoring: Tailoring, framework: Framework) -> Iterator[Place]:
    """A practice has as many standards as a framework document can hold, and no more."""
    counts = Counter({one.id: len(one.standards) for one in framework.practices})
    for i, standard in enumerate(tailoring.standards):
        counts[standard.practice] += 1
        if counts[standard.practice] > MOST_STANDARDS:
            yield Place(f"/standards/{i}")


def _ids(framework: Framework) -> set[str]:
    """The id of every practice, stage and element."""
    return {
        *(practice.id for practice in framework.practices),
        *(stage.id for stage in framework.stages),
        *(element.id for element in framework.elements),
    }


def _settings(tailoring: Tailoring) -> Iterator[tuple[str, str]]:
    """Where a weight, standard or label names what it is for, and what that is."""
    for i, weight in enumerate(tailoring.weights):
        yield f"/weights/{i}/practice", weight.practice
    for i, standard in enumerate(tailoring.standards):
        yield f"/standards/{i}/practice", standard.practice
    for i, label in enumerate(tailoring.labels):
        yield f"/labels/{i}/id", label.id


TAILORING_RULES: Mapping[str, TailoringRule] = MappingProxyType(
    {
        "not_in_framework": not_in_framework,
        "removed_as_well": removed_as_well,
        "nothing_left": nothing_left,
        "set_twice": set_twice,
        "too_many_standards": too_many_standards,
    }
)
"""The rules of tailorings, by the code of what they find."""


def tailoring_problems(tailoring: Tailoring, framework: Framework) -> tuple[Problem, ...]:
    """Every problem of a tailoring under the framework that it tailors."""
    return tuple(
        problem(code, place.pointer)
        for code, rule in TAILORING_RULES.items()
        for place in rule(tailoring, framework)
    )
