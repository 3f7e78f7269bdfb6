"""A framework in words: which parts it has, as they are left, and what a local body adds to it."""

import re
from collections import Counter
from collections.abc import Iterable

from positive_practice.model.framework import Framework, Practice
from positive_practice.model.terms import ElementKind
from positive_practice.report.words import count_of

__all__ = [
    "LOCAL_STANDARDS",
    "kinds_in_words",
    "parts_in_words",
    "standards_in_words",
    "title_in_words",
    "weights_in_words",
]

LOCAL_STANDARDS = "Local standards are added locally and not scored."

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NAMES: tuple[tuple[ElementKind, str], ...] = (("feature", "feature"), ("thread", "golden thread"))
"""The kinds of elements in their order, each with its name."""

NUMBER = rf"(?:{'|'.join(NUMBERS)}|[0-9]+)"
COUNTED = re.compile(rf"\b{NUMBER} features? and {NUMBER} golden threads?\b", re.IGNORECASE)


def parts_in_words(framework: Framework) -> str:
    """How many features and golden threads a framework has; a kind of none is left out.

    Args:
        framework: The framework, published or tailored.

    Returns:
        A phrase in small letters.

    >>> from positive_practice.catalogue.shipped import framework
    >>> parts_in_words(framework())
    'three features and four golden threads'
    """
    counts = Counter(element.kind for element in framework.elements)
    return " and ".join(_counted(counts[kind], name) for kind, name in NAMES if counts[kind])


def kinds_in_words(framework: Framework) -> str:
    """What the parts of a framework are, whichever of the two kinds it has.

    Args:
        framework: The framework, published or tailored.

    >>> from positive_practice.catalogue.shipped import framework
    >>> kinds_in_words(framework())
    'feature and golden thread'
    """
    kinds = {element.kind for element in framework.elements}
    return " and ".join(name for kind, name in NAMES if kind in kinds)


def _counted(n: int, noun: str) -> str:
    number, name = count_of(n, noun).split(" ", 1)
    return f"{NUMBERS[n] if n < len(NUMBERS) else number} {name}"


def title_in_words(framework: Framework) -> str:
    """The title of a framework; where it counts features and threads, it counts those there are.

    Args:
        framework: The framework; a tailored one keeps the title that was published.

    >>> from positive_practice.catalogue.shipped import framework
    >>> import attrs
    >>> small = attrs.evolve(framework(), elements=framework().elements[2:4])
    >>> title_in_words(small).split(": ")[1]
    'one feature and one golden thread'
    """
    parts = parts_in_words(framework)

    def counted(found: re.Match[str]) -> str:
        return parts.capitalize() if found[0][0].isupper() else parts

    return COUNTED.sub(counted, framework.title)


def weights_in_words(practices: Iterable[Practice]) -> str:
    """How a local body weighs practices, where they do not all count alike.

    Args:
        practices: Practices of a framework, published or tailored.

    Returns:
        A phrase; empty where each counts once.

    Source:
        scoring.md, section 3.

    >>> from positive_practice.api import load
    >>> from positive_practice.catalogue.shipped import framework
    >>> from positive_practice.model.tailoring import Tailoring
    >>> from positive_practice.rules.tailor import tailor
    >>> county = load("examples/tailorings/county.json", type=Tailoring)
    >>> weights_in_words(tailor(framework(), county).practices)
    'local weights in the index: VY2 counts 3/2 times, VY3 does not count, MA4 counts 2 times'
    """
    weighted = [one for one in practices if one.weight != 1]
    said = (
        f"{one.id} counts {one.weight} times" if one.weight else f"{one.id} does not count"
        for one in weighted
    )
    return f"local weights in the index: {', '.join(said)}" if weighted else ""


def standards_in_words(practices: Iterable[Practice]) -> tuple[tuple[str, str], ...]:
    """What a local body adds to practices.

    Args:
        practices: Practices of a framework, published or tailored.

    Returns:
        For each local standard the practice, by id and label, and what the standard asks for,
        with who set it and when.

    Source:
        record.md, "The other documents".

    >>> from positive_practice.api import load
    >>> from positive_practice.catalogue.shipped import framework
    >>> from positive_practice.model.tailoring import Tailoring
    >>> from positive_practice.rules.tailor import tailor
    >>> county = load("examples/tailorings/county.json", type=Tailoring)
    >>> standards_in_words([tailor(framework(), county).practice("GA1")])[0][1]
    'Timely here means within 2 working days. (County safeguarding partnership, 2026-01-14)'
    """
    return tuple(
        (f"{practice.id} {practice.label}", f"{one.text} ({one.set_by}, {one.set_on})")
        for practice in practices
        for one in practice.standards
    )
