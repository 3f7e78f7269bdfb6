"""What the command ``verify`` prints: a verification -> lines, or plain values."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from positive_practice.model.profile import Profile
from positive_practice.model.verification import Difference, Figure, Verification
from positive_practice.report.lines import wrapped
from positive_practice.report.sentences import NBSP
from positive_practice.report.words import count_of
from positive_practice.text.fraction import format_fraction

__all__ = ["verification_as_plain", "verification_text"]

PRINTED = 50


def verification_text(verification: Verification, profile: Profile) -> str:
    """Whether the profile is what the records give, or what differs, element by element.

    Args:
        verification: The verification.
        profile: The profile that was verified, for its number of records.

    Returns:
        Lines of at most 80 columns, the last without its end.
    """
    if verification.ok:
        records = count_of(profile.records, "record").replace(NBSP, " ")
        return f"The profile is exactly what these records give ({records})."
    figures = count_of(len(verification.differs), "figure").replace(NBSP, " ")
    lines = [f"The profile is not what these records give: it differs in {figures}."]
    return "\n".join([*lines, *_by_element(verification.differs[:PRINTED]), *_rest(verification)])


def _rest(verification: Verification) -> list[str]:
    more = len(verification.differs) - PRINTED
    return ["", f"... and {more:,} more; --json has them all"] if more > 0 else []


def _by_element(differs: tuple[Difference, ...]) -> Iterator[str]:
    heading = ""
    for one in differs:
        title = one.element or {"overall": "Overall"}.get(one.part, "Whole profile")
        if title != heading:
            heading = title
            yield from ("", title)
        named = f"{one.part} {one.id} " if one.id is not None else ""
        told = f"{named}{one.field}: stored {_words(one.stored)}, here {_words(one.recomputed)}"
        yield from wrapped(told, "  ", hang=4)


def _words(figure: Figure) -> str:
    if isinstance(figure, tuple):
        return ", ".join(figure) or "none"
    return "none" if figure is None else str(_plain(figure))


def verification_as_plain(verification: Verification) -> dict[str, Any]:
    """A verification as plain JSON values, with fractions as ``n/d``.

    Args:
        verification: The verification.

    Returns:
        Whether it is ``ok``, and each figure that ``differs``, all of them.
    """
    differs = [
        {
            "element": one.element,
            "part": one.part,
            "id": one.id,
            "field": one.field,
            "stored": _plain(one.stored),
            "recomputed": _plain(one.recomputed),
        }
        for one in verification.differs
    ]
    return {"ok": verification.ok, "differs": differs}


def _plain(figure: Figure) -> Any:
    if isinstance(figure, Fraction):
        return format_fraction(figure)
    return list(figure) if isinstance(figure, tuple) else figure
