"""The entrance: what every function of the front door takes, and that only our errors leave it."""

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import known_frameworks
from positive_practice.errors import Misuse, front_door
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.framework import Framework
from positive_practice.rules.check import check_document
from positive_practice.rules.policy import Policy
from positive_practice.rules.scorable import document_or_raise

__all__ = ["entrance"]

P = ParamSpec("P")
R = TypeVar("R")

TAKEN: Mapping[str, tuple[Any, str]] = MappingProxyType(
    {
        "framework": (
            Framework | None,
            "framework takes pp.load(path, type=pp.Framework), or nothing",
        ),
        "limits": (Limits, "limits takes limits: pp.Limits(depth=10)"),
        "progress": (Callable | None, "progress takes a function of the number of items read"),
        "policy": (Policy, 'policy takes a policy: pp.Policy(off={"own_practice_only"})'),
    }
)
"""What some arguments take, and what to say to anybody who gives something else."""


def entrance(function: Callable[P, R]) -> Callable[P, R]:
    """Make a function of the front door: it says what it takes, and raises our errors."""

    @functools.wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        for name, (kind, advice) in TAKEN.items():
            if name in kwargs and not isinstance(kwargs[name], kind):
                raise Misuse(advice)
        framework = kwargs.get("framework")
        if isinstance(framework, Framework):
            _must_be_sound(framework)
        return function(*args, **kwargs)

    return front_door(guarded)


@functools.lru_cache(maxsize=32)
def _must_be_sound(framework: Framework) -> None:
    """A framework at hand obeys its own rules, and is no other content under a name of ours."""
    document_or_raise(check_document(framework), DEFAULT_LIMITS)
    if f"{framework.id} {framework.version}" not in known_frameworks():
        return
    ours = shipped_framework(framework.version)
    is_tailored = framework.tailoring is not None and _selects_and_weighs(framework, ours)
    if not is_tailored and framework.scoring_hash != ours.scoring_hash:
        raise Misuse(
            "this framework scores otherwise than the built-in one of its id and version; "
            "give it an id of its own, or tailor the built-in one"
        )


def _selects_and_weighs(framework: Framework, base: Framework) -> bool:
    """Whether a framework changes nothing of another but what a tailoring may."""
    chosen = set(framework.positions)
    conditions = {one.id: one.may_not_apply for one in base.practices}
    kinds = {one.id: one.kind for one in base.elements}
    return (
        framework.positions == tuple(one for one in base.positions if one in chosen)
        and all(one.may_not_apply == conditions[one.id] for one in framework.practices)
        and all(kinds.get(one.id) == one.kind for one in framework.elements)
    )
