"""How the commands begin that print figures: with an urgent-help notice, shipped or your own."""

import datetime as dt
from pathlib import Path
from typing import Annotated, TypeAlias

from cyclopts import Parameter

from positive_practice import api
from positive_practice.catalogue.shipped import notice as shipped_notice
from positive_practice.cli.kinds import expecting
from positive_practice.cli.naming import naming
from positive_practice.cli.output import say
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.report.opening import opening

__all__ = ["NoticeFile", "notice_of", "say_after_opening"]

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


def say_after_opening(text: str, notice: UrgentHelpNotice) -> None:
    """Print words for people after where to turn, and what the figures are not for.

    Args:
        text: The words.
        notice: The urgent-help notice.
    """
    today = dt.datetime.now().astimezone().date()
    say("\n".join([*opening(notice, today), text]))
