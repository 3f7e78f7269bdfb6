"""The law suite: somebody's callables -> a test class with a test for each law that they allow."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from positive_practice.errors import Misuse
from positive_practice.model.framework import Framework
from positive_practice.model.terms import METHODS
from positive_practice.testing.laws.ground import Ground
from positive_practice.testing.laws.law import Law, shown
from positive_practice.testing.laws.scores import SCORES
from positive_practice.testing.laws.settling import SETTLING
from positive_practice.testing.laws.subject import Given, Subject, Unlike
from positive_practice.testing.laws.tallies import TALLIES
from positive_practice.testing.strategies.asked import (
    framework_or_raise,
    names_or_raise,
    whole_or_raise,
)

__all__ = ["LAWS", "BrokenLaw", "laws"]

LAWS: tuple[Law, ...] = (*SCORES, *SETTLING, *TALLIES)
"""The 38 laws, in the order of scoring.md."""

EXAMPLES = 60
INNERMOST = re.compile(r"\[[^\[\]{}]*\]")
"""A list of nothing but simple values, which a report shows on one line."""

EVERY_CHECK = (
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
)
"""How quick a project's functions are, and how large a record is, is no matter of a law."""


ANOTHER_FORM = (LookupError, TypeError, AttributeError, ValueError)
"""What a law meets where an answer has not the form that it reads, such as a position left out."""


class BrokenLaw(AssertionError):
    """A law that does not hold: its id and text, what came instead, and what shows it.

    Of `score` that is a minimal example; of `settle` and `profile` the records that your functions
    were given, each of them ready to be saved as a test.
    """


def laws(
    *,
    score: Callable[..., Any] | None = None,
    settle: Callable[..., Any] | None = None,
    profile: Callable[..., Any] | None = None,
    methods: Sequence[str] = METHODS,
    framework: Framework | None = None,
    examples: int = EXAMPLES,
    seed: int = 0,
) -> type:
    """Make a test class that tries the laws of scoring on a project's own functions.

    All data are plain values: states are text, weights are fractions, records are dictionaries
    in their JSON form. A number that comes back may be a fraction or text such as ``"7/9"``.

    Args:
        score: ``score(states, weights)``, which returns a dictionary of the quantities of
            scoring.md, section 3, with ``index_reason``.
        settle: ``settle(record, method)``, which returns the state of each position by its id.
        profile: ``profile(records)``, which returns a profile in its JSON form.
        methods: The methods of settling that ``settle`` knows.
        framework: The framework that records are made under; the built-in one unless told
            otherwise.
        examples: How many examples a law is tried on.
        seed: Which examples; the same seed gives the same ones.

    Returns:
        A class with a test for each law that the functions allow, named after it, such as
        ``test_S5_scaling_weights``. A broken law raises ``BrokenLaw``.

    Raises:
        Misuse: If there is no function, or an argument is not what it takes.
        UnknownName: If there is no such method.

    Source:
        scoring.md, section 8.

    >>> TestMine = laws(score=lambda states, weights: {}, seed=7)
    >>> [name for name in vars(TestMine) if name.startswith("test_")][4]
    'test_S5_scaling_weights'
    """
    ground = Ground(
        framework=framework_or_raise(framework=framework),
        methods=names_or_raise("methods", "method", methods, METHODS),
    )
    examples = whole_or_raise("examples", examples, least=1)
    seed = whole_or_raise("seed", seed, least=0)
    subject = Subject(ground=ground, functions=_there(score, settle, profile))
    chosen = [law for law in LAWS if _is_allowed(law, subject)]
    if not chosen:
        raise Misuse("laws takes score, settle or profile: laws(score=my_score)")
    tests = {f"test_{law.id}_{law.name}": _test(law, subject, examples, seed) for law in chosen}
    return type("Laws", (), {"__doc__": "The laws of scoring.md, tried on a project.", **tests})


def _there(*given: Callable[..., Any] | None) -> dict[str, Callable[..., Any]]:
    """The functions that are there, by name."""
    named = dict(zip(("score", "settle", "profile"), given, strict=True))
    for name, one in named.items():
        if one is not None and not callable(one):
            raise Misuse(f"{name} takes a function: laws({name}=my_{name})")
    return {name: one for name, one in named.items() if one is not None}


def _is_allowed(law: Law, subject: Subject) -> bool:
    """Whether the callable is there that a law needs, with the methods that it names."""
    return (
        law.needs in subject.functions
        and set(law.methods) <= set(subject.ground.methods)
        and law.fits(subject.ground)
    )


def _test(law: Law, subject: Subject, examples: int, seed: int) -> Callable[[Any], None]:
    def test(_self: Any) -> None:
        __tracebackhide__ = True
        broken = _broken(law, subject, examples, seed)
        if broken is not None:
            raise BrokenLaw(_report(law, broken)) from broken.unlike.__cause__

    test.__doc__ = f"{law.id}. {law.text}"
    return test


@frozen
class _Broken(Exception):
    """An example on which a law does not hold."""

    example: Mapping[str, Any]
    given: Given
    unlike: Unlike


def _broken(law: Law, subject: Subject, examples: int, seed: int) -> "_Broken | None":
    """The simplest example on which a law does not hold, if there is one among those tried."""

    @seeded(seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=EVERY_CHECK,
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(law.examples(subject.ground))
    def judge(example: Mapping[str, Any]) -> None:
        tried = subject.anew()
        try:
            law.holds(tried, **example)
        except Unlike as unlike:
            raise _Broken(example, tried.given, unlike) from None
        except ANOTHER_FORM as error:
            raise _Broken(example, tried.given, _of_another_form(error)) from None

    try:
        judge()
    except _Broken as broken:
        return broken
    return None


def _of_another_form(error: Exception) -> Unlike:
    """What is said of an answer in which a law does not find what it reads."""
    return Unlike(f"an answer has not the form that the law reads: {error!r}")


def _report(law: Law, broken: _Broken) -> str:
    """What is said of a broken law."""
    heading: str = "A minimal example"
    shows: Any = broken.example
    if law.needs != "score":
        heading, shows = "What your functions were given", _with_records(broken.given)
    minimal = json.dumps(shows, default=shown, indent=1)
    return (
        f"{law.id} does not hold: {law.text}\n"
        f"What came: {broken.unlike}\n"
        f"{heading}:\n{INNERMOST.sub(_on_one_line, minimal)}"
    )


def _with_records(given: Given) -> Given:
    """Each call that was given records, once."""
    calls = [call for call in given if call.keys() & {"record", "records"}]
    return [call for i, call in enumerate(calls) if call not in calls[:i]]


def _on_one_line(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]")
