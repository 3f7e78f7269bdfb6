"""How long things take: rounds in turn on one core, and the median of the rounds."""

import json
import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import orjson

import positive_practice as pp
from alternatives import pydantic_models, straightforward

__all__ = ["medians", "on_one_core", "subjects"]

Act: TypeAlias = Callable[[], Any]


def on_one_core() -> None:
    """Keep this process and those that it starts to one core, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def each(act: Callable[[Any], Any], inputs: Sequence[Any]) -> Act:
    """Do something with each input."""

    def pass_over() -> None:
        for one in inputs:
            act(one)

    return pass_over


def subjects(data: Sequence[bytes]) -> dict[str, Act]:
    """What is measured, by the name that the table gives it; the floors come first."""
    plain, records = [json.loads(one) for one in data], [pp.loads(one) for one in data]
    objects = [straightforward.read(one) for one in data]
    return {
        "`orjson.loads`: parse, nothing else": each(orjson.loads, data),
        "`json.loads`: parse, nothing else": each(json.loads, data),
        "`jsonschema` alone, on parsed values": each(straightforward.schema_errors, plain),
        "`cattrs` alone, on parsed values": each(straightforward.structure, plain),
        "json + jsonschema + cattrs": each(straightforward.read, data),
        "pydantic, lax": each(pydantic_models.read_lax, data),
        "pydantic, strict": each(pydantic_models.read_strict, data),
        "**`pp.loads`**": each(pp.loads, data),
        "**`pp.check`**": each(pp.check, data),
        "json + jsonschema + cattrs, scored by hand": each(straightforward.score, data),
        "pydantic, strict, scored by hand": each(pydantic_models.score, data),
        "**`pp.score(pp.loads(...))`**": each(lambda one: pp.score(pp.loads(one)), data),
        "element scores by hand, of objects": each(
            lambda one: straightforward.element_scores([one]), objects
        ),
        "**`pp.score`**, of a record": each(pp.score, records),
        "**`pp.tally`**, a record of many": lambda: pp.tally(records),
    }


def medians(acts: Mapping[str, Act], rounds: int) -> dict[str, float]:
    """The median processor time of each, in seconds; a round does all of them in turn."""
    times: dict[str, list[float]] = {name: [] for name in acts}
    for act in acts.values():
        act()
    for _ in range(rounds):
        for name, act in acts.items():
            started = time.process_time()
            act()
            times[name].append(time.process_time() - started)
    return {name: statistics.median(measured) for name, measured in times.items()}
