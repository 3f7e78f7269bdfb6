"""Accounting: what became of everything that was read, from whoever read it."""

from typing import Protocol

from attrs import frozen

__all__ = ["Accounted", "Accounting", "as_it_stands"]


class Accounting(Protocol):
    """Whatever says what became of everything that was read, such as a reader's accounting."""

    @property
    def read(self) -> int:
        """Items read, blank ones too."""
        ...

    @property
    def accepted(self) -> int:
        """Records taken."""
        ...

    @property
    def refused(self) -> int:
        """Items that cannot be taken."""
        ...

    @property
    def blank(self) -> int:
        """Items with nothing in them."""
        ...

    @property
    def duplicate(self) -> int:
        """Records whose content had come before."""
        ...


@frozen(kw_only=True)
class Accounted:
    """What became of everything that was read, as it stood when the report was made."""

    read: int
    accepted: int
    refused: int
    blank: int
    duplicate: int


def as_it_stands(accounting: Accounting) -> Accounted:
    """The five numbers as they stand now, which no later reading changes."""
    return Accounted(
        read=accounting.read,
        accepted=accounting.accepted,
        refused=accounting.refused,
        blank=accounting.blank,
        duplicate=accounting.duplicate,
    )
