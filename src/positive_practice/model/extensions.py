"""Extensions: what a case system adds to a record, kept untouched, frozen as canonical JSON."""

import contextlib
import json
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from positive_practice.errors import InvalidValue
from positive_practice.text.canonical import canonical
from positive_practice.text.strict_json import Json

__all__ = ["Extensions"]


@frozen(repr=False)
class Extensions(Mapping[str, Json]):
    """Values under reverse-domain names, equal if equal as JSON; every reading is a fresh copy.

    Args:
        canonical_json: The canonical form of the object; use ``Extensions.of`` to make one.

    >>> Extensions.of({"org.example": {"form_version": 3}})["org.example"]
    {'form_version': 3}
    """

    canonical_json: bytes = field(default=b"{}")

    @classmethod
    def of(cls, values: Mapping[str, Json]) -> "Extensions":
        """Freeze a mapping of plain JSON values.

        Raises:
            InvalidValue: If it holds anything else, or goes too deep.
        """
        with contextlib.suppress(TypeError, ValueError, RecursionError):
            return cls(canonical(dict(values)))
        raise InvalidValue("Extensions", "values", "wrong_type", "JSON values only")

    def plain(self) -> dict[str, Json]:
        """A fresh copy of all the values."""
        values: dict[str, Json] = json.loads(self.canonical_json)
        return values

    def __getitem__(self, name: str) -> Json:
        return self.plain()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain())

    def __len__(self) -> int:
        return len(self.plain())

    def __repr__(self) -> str:
        return f"<extensions of {len(self.canonical_json)} bytes>"
