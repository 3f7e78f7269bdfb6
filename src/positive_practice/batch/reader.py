"""Reading many records: files -> the records that can be taken, and an account of all the others.

Every item is accounted for: read = accepted + refused + blank + duplicate. A record that occurs
again with the same content is counted once. Where one id has different contents, nobody can say
which is right, so none of them is taken. To know that before the first record is given out, the
input is read twice, and a third time only where one id occurs with several texts; what cannot be
read twice is spooled to a temporary file.
"""

import contextlib
import functools
import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from types import TracebackType
from typing import NoReturn, TypeAlias

from attrs import define, field, frozen

from positive_practice.batch.items import Input, Item, Source, items_of, open_input
from positive_practice.derive.structure import Checked
from positive_practice.errors import CannotRead, Misuse, front_door
from positive_practice.limits import DEFAULT_LIMITS, Limits
from positive_practice.model.framework import Framework
from positive_practice.model.problem import Problem
from positive_practice.model.record import AuditRecord
from positive_practice.model.terms import Mode
from positive_practice.problems.table import problem
from positive_practice.rules.check import check_document, check_plain, text_problem, within
from positive_practice.rules.entrance import entrance
from positive_practice.scoring.combine import value_of
from positive_practice.text.canonical import digest

__all__ = [
    "Accounting",
    "Progress",
    "RecordReader",
    "RefusedRecord",
    "checked_item",
    "read_records",
    "reader_of",
]

Progress: TypeAlias = Callable[[int], object]


@frozen(kw_only=True)
class Accounting:
    """What became of every item: ``read`` is the sum of the others.

    Args:
        read: Items read, blank ones too.
        accepted: Records taken.
        refused: Items that cannot be taken.
        blank: Items with nothing in them.
        duplicate: Records whose content had come before.
    """

    read: int = 0
    accepted: int = 0
    refused: int = 0
    blank: int = 0
    duplicate: int = 0


@frozen(kw_only=True)
class RefusedRecord:
    """An item that cannot be taken: where it stands and why; nothing of its content.

    Args:
        source: Which input it stands in, from 0.
        item: Which item of its input it is, from 1, blank ones counted too.
        line: The line on which it starts, from 1.
        problems: What is wrong with it, up to the limit.
        more: How many further problems the limit left out.
    """

    source: int
    item: int
    line: int
    problems: tuple[Problem, ...]
    more: int = 0


@frozen(eq=False)
class RecordReader:
    """The records of an input, read one by one; made by ``read_records``.

    Args:
        accounting: What became of every item, complete from the start.
        refused: The items that are not taken, complete from the start.
        records: The records.
    """

    accounting: Accounting
    refused: tuple[RefusedRecord, ...]
    _records: Iterator[AuditRecord] = field(alias="records", repr=False)

    def __iter__(self) -> Iterator[AuditRecord]:
        """The records that have not been read yet."""
        return iter(functools.partial(front_door(next), self._records, None), None)


@frozen
class _Place:
    """Where a record stands: its input, its number among the items there, and its line."""

    source: int
    number: int
    line: int


@define
class _Account:
    """What the first pass has seen: the place of each content of each record id.

    ``most`` says how many problems of a refused item are kept. The same problems of many items
    are kept once: a file of nothing but faults should not take a hundred times its size.
    """

    most: int
    read: int = 0
    blank: int = 0
    duplicate: int = 0
    refused: list[RefusedRecord] = field(factory=list[RefusedRecord])
    contents: dict[str, dict[str, _Place]] = field(factory=dict[str, dict[str, _Place]])
    kept: dict[tuple[Problem, ...], tuple[Problem, ...]] = field(
        factory=dict[tuple[Problem, ...], tuple[Problem, ...]]
    )

    def refuse(self, place: _Place, checked: Checked[AuditRecord]) -> None:
        """Note an item that is not taken, with as many of its problems as are kept."""
        kept = within(checked, self.most)
        self.refused.append(
            RefusedRecord(
                source=place.source,
                item=place.number + 1,
                line=place.line,
                problems=self.kept.setdefault(kept.problems, kept.problems),
                more=kept.more,
            )
        )


@define(eq=False)
class _RecordFiles:
    """Files of records, which ``with`` opens and closes; made by ``read_records``."""

    _opened: contextlib.AbstractContextManager[RecordReader] = field(alias="opened", repr=False)
    _is_used: bool = field(default=False, init=False)

    def __enter__(self) -> RecordReader:
        if self._is_used:
            raise Misuse("files are opened once: call pp.read_records(path) again to read again")
        self._is_used = True
        return self._opened.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool | None:
        return self._opened.__exit__(kind, error, traceback)

    def __iter__(self) -> NoReturn:
        raise Misuse("read_records opens files: with pp.read_records(path) as reader: list(reader)")


def read_records(
    *sources: Source,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> contextlib.AbstractContextManager[RecordReader]:
    """Read the records of one or more files.

    Args:
        sources: Paths, or files open for reading bytes: ``.json`` holds one record or an array,
            ``.jsonl`` one record a line; anything else is an array if it begins with ``[``, and
            lines otherwise. Gzip is read too.
        framework: A framework beside the built-in one.
        limits: What a file, a line and a record may hold.
        progress: Called with the number of items read so far, in the first of the two passes.

    Returns:
        What ``with`` makes a ``RecordReader`` of: iterate that for the records; its ``accounting``
        says what became of every item, its ``refused`` which were not taken and why.

    Raises:
        CannotRead: If a file cannot be read; when ``with`` opens it, as the next.
        LimitExceeded: If a compressed file inflates beyond the limit.
        Misuse: If it is iterated without ``with``, or used in a second one.

    Source:
        record.md, "Decisions on edges"; law: read = accepted + refused + blank + duplicate.

    >>> with read_records("examples/faulty.jsonl") as reader:
    ...     print(reader.accounting.read, sum(1 for record in reader))
    44 3
    """
    return _RecordFiles(_opened(sources, framework, limits, progress))


@contextlib.contextmanager
def _opened(
    sources: Iterable[Source],
    framework: Framework | None,
    limits: Limits,
    progress: Progress | None,
) -> Generator[RecordReader]:
    with contextlib.ExitStack() as stack:
        inputs = [stack.enter_context(front_door(open_input)(source)) for source in sources]
        yield reader_of(inputs, framework=framework, limits=limits, progress=progress)


@entrance
def reader_of(
    inputs: Iterable[Input],
    *,
    framework: Framework | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> RecordReader:
    """The reader of inputs that are open, after its first pass; as ``read_records``.

    The inputs are gone through once in each pass, one after another, so they must last.
    """
    account = _Account(limits.problems)
    for number, source in enumerate(inputs):
        for place, item in enumerate(items_of(source, limits)):
            where = _Place(number, place, item.line)
            _take_account(account, where, item, framework, limits)
            if progress is not None:
                progress(account.read)
    _compare_values(account, inputs, framework, limits)
    chosen = _without_conflicts(account)
    return RecordReader(
        accounting=_accounting(account, len(chosen)),
        refused=tuple(sorted(account.refused, key=lambda one: (one.source, one.item))),
        records=(record for _, record in _read_again(inputs, chosen, framework, limits)),
    )


def _take_account(
    account: _Account, place: _Place, item: Item, framework: Framework | None, limits: Limits
) -> None:
    """Put one item into the account."""
    account.read += 1
    if item.blank:
        account.blank += 1
        return
    checked = checked_item(item, framework, limits=limits)
    if checked.document is None:
        account.refuse(place, checked)
        return
    # Equal texts are equal values: most records need no more to be told apart.
    text = item.text
    key = hashlib.sha256(text).hexdigest() if text else digest(value_of(checked.document))
    _note_content(account, checked.document.record_id, key, place)


def _note_content(account: _Account, record_id: str, key: str, place: _Place) -> None:
    """Put a content of a record into the account; one that had come before is a duplicate."""
    contents = account.contents.setdefault(record_id, {})
    if key in contents:
        account.duplicate += 1
    else:
        contents[key] = place


def _compare_values(
    account: _Account, inputs: Iterable[Input], framework: Framework | None, limits: Limits
) -> None:
    """Read again what occurs under one id with several texts: they may be equal as values."""
    several = {
        (place.source, place.number): record_id
        for record_id, contents in account.contents.items()
        if len(contents) > 1
        for place in contents.values()
    }
    if not several:
        return
    account.contents |= {record_id: {} for record_id in several.values()}
    for place, record in _read_again(inputs, several, framework, limits):
        _note_content(account, record.record_id, digest(value_of(record)), place)


def _without_conflicts(account: _Account) -> dict[tuple[int, int], str]:
    """The places to take, with the record id there; every version of a conflict is refused."""
    chosen: dict[tuple[int, int], str] = {}
    for record_id, contents in account.contents.items():
        for place in contents.values():
            if len(contents) == 1:
                chosen[place.source, place.number] = record_id
            else:
                conflict = problem("record_conflict", "/record_id")
                account.refuse(place, Checked(document=None, problems=(conflict,)))
    return chosen


def _accounting(account: _Account, accepted: int) -> Accounting:
    return Accounting(
        read=account.read,
        accepted=accepted,
        refused=len(account.refused),
        blank=account.blank,
        duplicate=account.duplicate,
    )


def _read_again(
    inputs: Iterable[Input],
    chosen: dict[tuple[int, int], str],
    framework: Framework | None,
    limits: Limits,
) -> Iterator[tuple[_Place, AuditRecord]]:
    """The chosen records, read again, each with its place."""
    for source, one in enumerate(inputs):
        for number, item in enumerate(items_of(one, limits)):
            record_id = chosen.get((source, number))
            if record_id is None:
                continue
            record = checked_item(item, framework, limits=limits).document
            if record is None or record.record_id != record_id:
                raise CannotRead("the file was changed while it was read; read it again")
            yield _Place(source, number, item.line), record


def checked_item(
    item: Item,
    framework: Framework | None = None,
    mode: Mode | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Checked[AuditRecord]:
    """Check an item that is not blank.

    Args:
        item: The item.
        framework: A framework beside the built-in one.
        mode: How strictly quality is looked at; None: not at all.
        limits: How many problems are kept.

    Returns:
        Its record, unless it is refused, and its problems.
    """
    if item.fault is not None:
        return Checked(document=None, problems=(text_problem(item.fault),))
    if item.record is not None:
        return check_document(item.record, mode=mode, framework=framework)
    return check_plain(item.value, AuditRecord, mode=mode, framework=framework, limits=limits)
