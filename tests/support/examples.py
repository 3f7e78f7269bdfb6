"""The examples of the problem table, made into what `check` takes.

An example is one of ``{"patch"}``, an RFC 7396 merge patch on the table's base record; ``{"text"}``;
``{"hex"}``, bytes; ``{"document", "set"}``, the base document of that name with values set at JSON
Pointers; or ``{"records"}``, patches that make the records of a batch.
"""

from typing import Any

from attrs import frozen

from positive_practice import api, comparing
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.catalogue.shipped import notice
from positive_practice.limits import Limits
from positive_practice.model.framework import Framework
from positive_practice.model.plain import unstructure
from positive_practice.model.problem import ValidationReport
from positive_practice.model.record import AuditRecord
from positive_practice.privacy.identifiers import find_identifiers
from positive_practice.problems.table import Row, table
from support.frameworks import tailored_by
from support.records import as_record
from support.samples import TAILORING, changed

Plain = dict[str, Any]


@frozen
class Example:
    """A document to check, and all that the row says about how."""

    content: Any
    cls: type
    mode: str
    limits: Limits
    framework: Framework | None
    text_check: Any = None


def example(row: Row, which: str) -> Example:
    """The ``failing`` or ``fixed`` example of a row."""
    form = row.example[which]
    tailoring = row.example.get("tailoring")
    return Example(
        content=content_of(form),
        cls=DOCUMENTS[form["document"]] if "document" in form else AuditRecord,
        mode=row.example["mode"],
        limits=Limits(**row.example.get("limits", {})),
        framework=None if tailoring is None else tailored_by(tailoring),
        text_check=find_identifiers if row.example.get("text_check") else None,
    )


def report_of(one: Example) -> ValidationReport:
    """What checking an example says."""
    return api.check(
        one.content,
        mode=one.mode,
        type=one.cls,
        limits=one.limits,
        framework=one.framework,
        text_check=one.text_check,
    )


def content_of(form: Plain) -> Any:
    """The text, bytes or plain values of one form of example; a batch is a list of records."""
    if "text" in form:
        return form["text"]
    if "hex" in form:
        return bytes.fromhex(form["hex"])
    if "records" in form:
        return [merged(table()["base"], patch) for patch in form["records"]]
    if "document" in form:
        return with_values(base_document(form["document"]), form["set"])
    return merged(table()["base"], form["patch"])


def base_document(name: str) -> Plain:
    """The document of a name that examples start from."""
    if name == "framework":
        return unstructure(shipped_framework())
    if name == "urgent-help-notice":
        return unstructure(notice())
    if name == "tailoring":
        return TAILORING
    records = [as_record(table()["base"])]
    if name == "agreement":
        return unstructure(comparing.agreement(records))
    tally = api.tally(records)
    profile = api.score(tally)
    if name == "comparison":
        return unstructure(comparing.compare(profile, profile))
    return unstructure(tally if name == "tally" else profile)


def merged(target: Any, patch: Any) -> Any:
    """What a merge patch makes of a value (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def with_values(document: Plain, values: Plain) -> Plain:
    """A copy of a document with a value set at each of some JSON Pointers."""
    for pointer, value in values.items():
        document = changed(document, pointer, value)
    return document
