"""The command ``compare``: two files of records or profiles -> what differs, printed."""

from pathlib import Path

from attrs import frozen

from positive_practice import api, comparing
from positive_practice.batch.items import Input, items_of
from positive_practice.batch.reader import RecordReader
from positive_practice.cli.batches import opened, reader_over, refusals, tally_of
from positive_practice.cli.frameworks import shown_for
from positive_practice.cli.given import Given, must_be_named, note
from positive_practice.cli.naming import Turns
from positive_practice.cli.opening import show
from positive_practice.cli.output import is_unicode
from positive_practice.cli.progress import counting
from positive_practice.errors import Misuse
from positive_practice.limits import DEFAULT_LIMITS
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.profile import Profile
from positive_practice.model.terms import Method
from positive_practice.report.comparison import comparison_text
from positive_practice.text.plain import is_object
from positive_practice.text.strict_json import Json

__all__ = ["compare_files"]


@frozen
class _Side:
    """A profile, and the reader of its records if it was made from a file of records."""

    profile: Profile
    reader: RecordReader | None = None


def compare_files(
    first: Path,
    second: Path,
    *,
    method: Method,
    given: Given,
    notice: UrgentHelpNotice,
    as_json: bool,
) -> int:
    """Compare two files and print what differs.

    Args:
        first: A file of records, or of one profile.
        second: The file to compare with it.
        method: How the positions of records settle; a profile keeps its own method.
        given: The framework beside the built-in one; how many records name it is noted there.
        notice: The urgent-help notice that stands above the comparison.
        as_json: Whether to print the comparison as JSON.

    Returns:
        The exit code: 1 if a record was refused.

    Raises:
        Misuse: If one of the two has no record to compare.
        NotComparable: If the two were not made under one scoring and method.
    """
    with opened([first, second]) as inputs:
        sides = [_side_of(one, method, given) for one in inputs]
    _must_have_records(sides)
    must_be_named(given)
    before, after = (side.profile for side in sides)
    comparison = comparing.compare(before, after)
    shown = shown_for(before.framework, given.framework)
    show(
        comparison,
        lambda: comparison_text(comparison, before, after, shown, unicode=is_unicode()),
        as_json=as_json,
        notice=notice,
    )
    return max([0, *(refusals(side.reader) for side in sides if side.reader is not None)])


def _must_have_records(sides: list[_Side]) -> None:
    """A comparison with nothing would say nothing; what became of the items is said first."""
    without = [number for number, side in enumerate(sides, 1) if not side.profile.records]
    if not without:
        return
    for side in sides:
        if side.reader is not None:
            refusals(side.reader)
    where = "neither has one" if len(without) == len(sides) else f"file {without[0]} has none"
    raise Misuse(f"a comparison takes two files with at least one record each that counts; {where}")


def _side_of(source: Input, method: Method, given: Given) -> _Side:
    stored = _stored_profile(source)
    if stored is not None:
        profile = api.validate(stored, type=Profile)
        note(profile.framework, given, profile.records)
        return _Side(profile)
    with counting() as progress:
        reader = reader_over(Turns([source]), given.framework, progress)
        tally = tally_of(reader, given, method)
    return _Side(api.score(tally, framework=given.framework), reader)


def _stored_profile(source: Input) -> Json:
    """The plain profile in a file, or None if it does not hold one."""
    first = next(items_of(source, DEFAULT_LIMITS), None)
    return first.value if first is not None and _is_profile(first.value) else None


def _is_profile(plain: Json) -> bool:
    """Elements and positions together are in profiles alone, and in no record."""
    return is_object(plain) and {"elements", "positions"} <= plain.keys()
