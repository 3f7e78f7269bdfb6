"""The entrance: what every function of the front door takes, and that only our errors leave it."""

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from positive_practice.errors import Misuse, front_door
from positive_practice.limits import Limits
from positive_practice.model.framework import Framework
from positive_practice.rules.policy import Policy

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
        return function(*args, **kwargs)

    return front_door(guarded)
