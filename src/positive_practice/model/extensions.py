"""Extensions: what a case system adds to a record, kept untouched, frozen as canonical JSON."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from positive_practice.errors import InvalidValue, front_door
from positive_practice.text.canonical import canonical
from positive_practice.text.plain import is_object
from positive_practice.text.strict_json import Json

__all__ = ["NO_EXTENSIONS", "Extensions"]


@front_door
def _canonical_object(_extensions: Any, _field: Any, value: Any) -> None:
    """Only the canonical form of an object will do: equal values then have equal bytes."""
    with contextlib.suppress(TypeError, ValueError):
        plain = json.loads(value)
        if type(value) is bytes and is_object(plain) and canonical(plain) == value:
            return
    raise InvalidValue(
        "Extensions", "canonical_json", "wrong_type", "canonical JSON; make it with Extensions.of"
    )


@frozen(repr=False)
class Extensions(Mapping[str, Json]):
    """Values under reverse-domain names, equal if equal as JSON; every reading is a fresh copy.

    Args:
        canonical_json: The canonical form of the object; use ``Extensions.of`` to make one.

    >>> Extensions.of({"org.example": {"form_version": 3}})["org.example"]
    {'form_version': 3}
    """

    canonical_json: bytes = field(default=b"{}", validator=_canonical_object)

    @classmethod
    @front_door
    def of(cls, values: Mapping[str, Json]) -> "Extensions":
        """Freeze a mapping of plain JSON values.

        Args:
            values: JSON values under reverse-domain names.

        Returns:
            The same values, frozen; what is changed in ``values`` later changes nothing here.

        Raises:
            InvalidValue: If it holds anything else.
            LimitExceeded: If it goes deeper than the call stack allows.

        >>> Extensions.of({"org.example": [1, 2]})
        <extensions of 21 bytes>
        """
        with contextlib.suppress(TypeError, ValueError):
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


NO_EXTENSIONS = Extensions()
"""Those of a record to which no case system adds anything."""
