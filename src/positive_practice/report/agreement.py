"""Agreement in words: an agreement -> lines that say what it means, or why there is no number."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from positive_practice.batch.reader import Accounting
from positive_practice.model.agreement import Agreement
from positive_practice.report.content import chosen, chosen_in_words
from positive_practice.report.lines import wrapped
from positive_practice.report.words import accounting_in_words, count_of, per_cent
from positive_practice.scoring.rounding import percent

__all__ = [
    "AGENDA_HELPS",
    "NOT_A_WORKER",
    "TITLE",
    "WHAT_ALPHA_IS",
    "agreement_text",
    "alpha_in_words",
    "based_on",
    "in_one_sentence",
    "shares",
    "why_withheld",
]

INDENT = "  "
TITLE = "How far agencies see the same practice alike"
NOT_A_WORKER = (
    "It describes how the audit was done, never a worker. Agencies may see different things "
    "because they see different parts of the support"
)
AGENDA_HELPS = "'positive-practice agenda' says where a conversation helps."
WHAT_ALPHA_IS = (
    "1: all gave the same level. 0: no closer than if the levels had been handed out by chance. "
    "Below 0: further apart than that. A level that nearly everybody gives makes it low even "
    "where most pairs agree, so read it beside the shares above."
)
WITHHELD: Mapping[str, str] = MappingProxyType(
    {
        "nothing_paired": "No number: nowhere did two agencies give a level for the same practice "
        "in the same record.",
        "no_variation": "No number: all who can be compared gave one and the same level "
        "throughout, so nothing tells agreement from chance.",
    }
)

ONE_PAIR: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (True, True): "the same level",
        (False, True): "levels next to each other",
        (False, False): "levels further apart",
    }
)
"""How near two levels are: whether they are the same, and whether they are at most one apart."""


def agreement_text(agreement: Agreement, accounting: Accounting) -> str:
    """How far agencies agree, in plain words.

    Args:
        agreement: The agreement.
        accounting: What became of everything that was read.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    return "\n".join(_lines(agreement, accounting))


def _lines(agreement: Agreement, accounting: Accounting) -> Iterator[str]:
    yield from wrapped(accounting_in_words(accounting))
    for said in chosen_in_words(chosen(agreement.selections)):
        yield from wrapped(said)
    yield ""
    yield TITLE
    yield from wrapped(based_on(agreement), INDENT)
    yield from _shares(agreement)
    yield ""
    yield from _alpha(agreement)
    yield ""
    yield from wrapped(f"{NOT_A_WORKER}; {AGENDA_HELPS}")


def based_on(agreement: Agreement) -> str:
    """What was compared, counts first.

    Args:
        agreement: The agreement.
    """
    if not agreement.units:
        return "No result has a level from two or more agencies."
    results, pairs = count_of(agreement.units, "result"), count_of(agreement.pairs, "pair")
    have = "has" if agreement.units == 1 else "have"
    return f"{results} {have} a level from two or more agencies: {pairs} to compare."


def shares(agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Which share of the pairs is how close, each in words; none if there are no pairs.

    Args:
        agreement: The agreement.
    """
    rows = {
        "the same level": agreement.exact_share,
        "the same level or the next": agreement.within_one_share,
    }
    return tuple((name, per_cent(share)) for name, share in rows.items() if share is not None)


def in_one_sentence(agreement: Agreement) -> str:
    """How often two agencies rated the same result, and how near they were; empty if never.

    Args:
        agreement: The agreement.
    """
    if agreement.exact_share is None or agreement.within_one_share is None:
        return ""
    if agreement.pairs == 1:
        how_near = bool(agreement.exact_share), bool(agreement.within_one_share)
        return f"Once two agencies rated one result: they gave {ONE_PAIR[how_near]}."
    same, near = per_cent(agreement.exact_share), per_cent(agreement.within_one_share)
    return (
        f"{agreement.pairs:,} times two agencies rated one result: "
        f"{same} alike, {near} within one level."
    )


def _shares(agreement: Agreement) -> Iterator[str]:
    for label, share in shares(agreement):
        yield from wrapped(f"{label + ':':<28}{share:>5} of the pairs", INDENT)


def _alpha(agreement: Agreement) -> Iterator[str]:
    yield "Beyond chance (Krippendorff's alpha for ordered levels)"
    if agreement.alpha is None:
        yield from wrapped(why_withheld(agreement), INDENT)
    else:
        yield from wrapped(alpha_in_words(agreement.alpha), INDENT)
        yield from wrapped(WHAT_ALPHA_IS, INDENT)


def why_withheld(agreement: Agreement) -> str:
    """Why there is no alpha.

    Args:
        agreement: An agreement without one.
    """
    if agreement.alpha_reason != "too_few":
        return WITHHELD[str(agreement.alpha_reason)]
    return (
        f"No number: it takes {count_of(agreement.minimum_units, 'result')} to compare, and there "
        f"{'is' if agreement.units == 1 else 'are'} {agreement.units:,}. From so few it would say "
        "more about these few than about how agencies see practice."
    )


def alpha_in_words(alpha: Fraction) -> str:
    """Alpha to two places, by the one way in which numbers are rounded for people.

    Args:
        alpha: Krippendorff's alpha.

    >>> alpha_in_words(Fraction(-1, 16))
    '-0.06'
    """
    size = percent(abs(alpha))
    sign = "-" if alpha < 0 and size else ""
    return f"{sign}{size // 100}.{size % 100:02d}"
