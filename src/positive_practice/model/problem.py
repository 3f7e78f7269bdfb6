"""Problems, and the validation report that lists them (record.md, "Problems")."""

from typing import Annotated, TypeAlias

from attrs import frozen

from positive_practice.errors import InvalidDocument
from positive_practice.limits import MAX_PROBLEMS
from positive_practice.model.checked import checked
from positive_practice.model.constraints import Count, Items, SchemaVersion, Text, Token
from positive_practice.model.terms import Mode, Severity

__all__ = ["Problem", "ValidationReport"]

Sentence: TypeAlias = Annotated[str, Text(1000)]


@frozen(kw_only=True, field_transformer=checked)
class Problem:
    """One thing that is wrong or worth a look, and what to do about it; never with a value.

    Args:
        code: The stable code; ``positive-practice rule CODE`` explains it.
        severity: How serious it is: an error must be put right; a warning or info is worth a look.
        pointer: Where it is in the document, as a JSON Pointer (RFC 6901); empty for the whole
            document.
        position: The position concerned, such as ``MA1.assessment``; null if none.
        line: For a fault in the text, its line, counted from 1; null otherwise.
        offset: For a fault in the text, its place in bytes from the start, counted from 0; null
            otherwise.
        message: What is wrong or worth a look, in plain words.
        hint: What to do about it.
    """

    code: Token
    severity: Severity
    pointer: Annotated[str, Text(1000, minimum=0)]
    position: Annotated[str, Text(100)] | None
    line: Count | None
    offset: Count | None
    message: Sentence
    hint: Sentence


@frozen(kw_only=True, field_transformer=checked)
class ValidationReport:
    """All that was found in one document.

    Args:
        mode: How strictly quality was looked at.
        ok: Whether no problem is an error.
        problems: What was found, up to the limit; empty if nothing.
        more: How many further problems the limit left out.
        schema_version: The version of this document's schema.
    """

    mode: Mode
    ok: bool
    problems: Annotated[tuple[Problem, ...], Items(0, MAX_PROBLEMS)]
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
