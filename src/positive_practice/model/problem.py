"""Problems, and the validation report that lists them (record.md, "Problems")."""

from typing import Annotated, TypeAlias

from positive_practice.errors import InvalidDocument
from positive_practice.model.checked import document
from positive_practice.model.constraints import Count, Items, SchemaVersion, Text, Token
from positive_practice.model.terms import Mode, Severity

__all__ = ["Problem", "ValidationReport"]

Sentence: TypeAlias = Annotated[str, Text(1000)]


@document
class Problem:
    """One thing that is wrong or worth a look, and what to do about it; never with a value.

    Args:
        code: The stable code; ``positive-practice rule CODE`` explains it.
        severity: ``error``, ``warning`` or ``info``.
        pointer: Where, as a JSON Pointer (RFC 6901).
        position: The position concerned, such as ``MA1.assessment``, or None.
        line: For a fault in the text: the line, from 1.
        offset: For a fault in the text: the byte, from 0.
        message: What is wrong.
        hint: What to do.
    """

    code: Token
    severity: Severity
    pointer: Annotated[str, Text(1000, minimum=0)]
    position: Annotated[str, Text(100)] | None
    line: Count | None
    offset: Count | None
    message: Sentence
    hint: Sentence


@document
class ValidationReport:
    """All that was found in one document.

    Args:
        mode: How strictly quality was looked at.
        ok: Whether no problem is an error.
        problems: What was found, up to the limit.
        more: How many further problems the limit left out.
    """

    mode: Mode
    ok: bool
    problems: Annotated[tuple[Problem, ...], Items(0, 100_000)]
    more: Count
    schema_version: SchemaVersion = "1.0"

    def raise_for_problems(self) -> None:
        """Raise if the document has an error.

        Raises:
            InvalidDocument: With all the problems.

        >>> ValidationReport(mode="agreed", ok=True, problems=(), more=0).raise_for_problems()
        """
        if not self.ok:
            raise InvalidDocument(self.problems, self.more)
