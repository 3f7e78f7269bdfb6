"""The frameworks of a command: options -> the framework at hand, and the one to show words of."""

from pathlib import Path
from typing import Annotated, TypeAlias

from cyclopts import Parameter

from positive_practice import api
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import known_frameworks
from positive_practice.cli.given import Given, is_named
from positive_practice.cli.kinds import expecting
from positive_practice.cli.naming import naming
from positive_practice.model.framework import Framework
from positive_practice.model.record import FrameworkRef
from positive_practice.model.tailoring import Tailoring
from positive_practice.model.tally import FrameworkIdentity
from positive_practice.rules.tailor import tailor

__all__ = ["FrameworkFile", "TailoringFile", "files_of", "given_by", "shown_for"]

FrameworkFile: TypeAlias = Annotated[
    Path | None,
    Parameter(name="--framework", help="A framework document to use beside the built-in one."),
]
TailoringFile: TypeAlias = Annotated[
    Path | None,
    Parameter(name="--tailoring", help="Your local tailoring of the framework."),
]


def given_by(framework: Path | None, tailoring: Path | None) -> Given:
    """The framework of the options beside the built-in one.

    Args:
        framework: The file of a framework, or None for the built-in one.
        tailoring: The file of a tailoring of it, or None.

    Returns:
        The framework, tailored if a tailoring is given, with the options that gave it.
    """
    given, local = files_of(framework, tailoring)
    if local is not None:
        with naming("--tailoring"):
            given = tailor(given or shipped_framework(), local)
    files = {"--framework": framework, "--tailoring": tailoring}
    return Given(given, tuple(option for option, file in files.items() if file is not None))


def files_of(
    framework: Path | None, tailoring: Path | None
) -> tuple[Framework | None, Tailoring | None]:
    """What the files of the options hold, each read once."""
    given = None if framework is None else _framework_of(framework)
    if tailoring is None:
        return given, None
    with naming("--tailoring"), expecting("tailoring", tailoring):
        return given, api.load(tailoring, type=Tailoring, framework=given)


def _framework_of(file: Path) -> Framework:
    with naming("--framework"), expecting("framework", file):
        return api.load(file, type=Framework)


def shown_for(named: FrameworkRef | FrameworkIdentity, local: Framework | None) -> Framework:
    """The framework whose words go with a result: that which is named, or else the built-in one."""
    if local is not None and is_named(local, named):
        return local
    is_ours = f"{named.id} {named.version}" in known_frameworks()
    return shipped_framework(named.version) if is_ours else shipped_framework()
