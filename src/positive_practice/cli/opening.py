"""How the commands begin that print figures: with an urgent-help notice, shipped or your own."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

from cyclopts import Parameter

from positive_practice import api
from positive_practice.catalogue.shipped import notice as shipped_notice
from positive_practice.cli.kinds import expecting
from positive_practice.cli.naming import naming
from positive_practice.cli.output import give, say
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.plain import unstructure
from positive_practice.report.opening import local_date, opening

__all__ = ["NoticeFile", "notice_of", "show"]

R = TypeVar("R")

NoticeFile: TypeAlias = Annotated[
    Path | None,
    Parameter(name="--notice", help="Your own urgent-help notice, checked and dated."),
]


def notice_of(file: Path | None) -> UrgentHelpNotice:
    """The urgent-help notice of the option.

    Args:
        file: The file of a notice, or None for the shipped one.
    """
    if file is None:
        return shipped_notice()
    with naming("--notice"), expecting("urgent-help-notice", file):
        return api.load(file, type=UrgentHelpNotice)


def show(
    document: R,
    text: Callable[[], str],
    *,
    as_json: bool,
    notice: UrgentHelpNotice | None = None,
    plain: Callable[[R], Any] = unstructure,
) -> None:
    """Print a result: as JSON alone, or as words for people.

    Args:
        document: The result.
        text: Makes the words for people.
        as_json: Whether to print JSON.
        notice: The urgent-help notice that the words begin with, with what figures are not for;
            None if there are no figures.
        plain: Makes plain values of the result.
    """
    if as_json:
        give(plain(document))
    else:
        begin = [] if notice is None else opening(notice, local_date())
        say("\n".join([*begin, text()]))
