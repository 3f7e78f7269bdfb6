"""Canaries: records whose every value is a word that must never be heard again.

Each input holds canaries as texts, as wrong values and as unknown keys, and most inputs fail. What
an input leads to is turned into one string, in which no canary may stand.
"""

import contextlib
import io
import json
import logging
import traceback
import warnings
from collections.abc import Iterator
from random import Random
from typing import Any

import attrs
import cattrs

import positive_practice as pp
from positive_practice.derive.structure import configure_converter
from support.records import random_record

CANARY = "canaryq7x"
CONVERTER = configure_converter(cattrs.Converter())
CLASSES = (pp.Answer, pp.Submission, pp.Event, pp.Case, pp.Period)


def planted(random: Random) -> Any:
    """A record as plain values with canaries in it."""
    record = random_record(random, clean=random.random() < 0.5)
    _every_text(record)
    for _ in range(random.randrange(4)):
        _plant(random, record)
    return record


def text_of(random: Random, record: Any) -> bytes:
    """The record as JSON text, now and then with a fault in the text itself."""
    text = json.dumps(record)
    place = random.randrange(len(text))
    faults = [
        text,
        text[:place],
        text + CANARY,
        text.replace("{", f'{{"{CANARY}": 1, "{CANARY}": 2, ', 1),
        text.replace(CANARY, CANARY + "\\ud800", 1),
        text[:place] + CANARY + text[place:],
    ]
    return random.choice(faults).encode()


def heard(record: Any, text: bytes) -> Iterator[str]:
    """Everything that the library says of an input, one string for each way in."""
    for act in (
        lambda: pp.check(record, mode="publish"),
        lambda: pp.loads(text),
        lambda: pp.validate(record, mode="agreed"),
        lambda: CONVERTER.structure(record, pp.AuditRecord),
        lambda: pp.score(pp.loads(text)),
        lambda: pp.combine([pp.loads(text), pp.load("examples/parts/college.json")]),
        lambda: pp.framework().practice(CANARY),
        lambda: pp.check_answer(record, pp.load("examples/parts/college.json")),
        lambda: pp.explain(pp.loads(text), CANARY),
        *(
            lambda cls=cls: cls(**{field.name: CANARY for field in attrs.fields(cls)})
            for cls in CLASSES
        ),
    ):
        yield said_by(act)


def said_by(act: Any) -> str:
    """What an act prints, logs and warns, and its exception with all that hangs on it, or its repr."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    logging.getLogger().addHandler(handler)
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        try:
            value = act()
            shown = repr(value) if not isinstance(value, bytes) else ""
        except pp.PositivePracticeError as error:
            shown = _all_of(error)
    logging.getLogger().removeHandler(handler)
    return shown + out.getvalue() + "".join(str(one.message) for one in warned)


def _all_of(error: BaseException) -> str:
    parts = []
    seen: BaseException | None = error
    while seen is not None:
        notes = getattr(seen, "__notes__", [])
        parts += [str(seen), repr(seen), repr(seen.args), repr(vars(seen)), *notes]
        seen = seen.__cause__ or seen.__context__
    return "\n".join([*parts, *traceback.format_exception(error)])


def _every_text(value: Any) -> None:
    """Put a canary into every free text."""
    free = {"note", "text", "what", "purpose", "rationale"}
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in free and isinstance(inner, str):
                value[key] = f"{CANARY} {inner}"
            _every_text(inner)
    if isinstance(value, list):
        for inner in value:
            _every_text(inner)


def _plant(random: Random, record: Any) -> None:
    """Put a canary where it does not belong: in place of a value, or as a key."""
    holder = random.choice(list(_holders(record)))
    wrong = random.choice([CANARY, [CANARY], {CANARY: CANARY}, CANARY * 900])
    if isinstance(holder, list):
        holder[random.randrange(len(holder))] = wrong
    else:
        holder[random.choice([*sorted(holder), CANARY, f"org.{CANARY}"])] = wrong


def _holders(value: Any) -> Iterator[Any]:
    """Every object, and every list with something in it."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _holders(inner)
    if isinstance(value, list) and value:
        yield value
        for inner in value:
            yield from _holders(inner)
