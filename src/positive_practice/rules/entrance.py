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
    is_ours = f"{framework.id} {framework.version}" in known_frameworks()
    if framework.tailoring is not None or not is_ours:
        return
    if framework.scoring_hash != shipped_framework(framework.version).scoring_hash:
        raise Misuse(
            "this framework scores otherwise than the built-in one of its id and version; "
            "give it an id of its own, or tailor the built-in one"
        )
