"""Write the reference pages that follow from data: practices, codes, problems, fields, limits, API.

Run after a change of the data: ``python scripts/generate_docs.py``.
"""

import functools
import inspect
import json
import re
from pathlib import Path
from typing import Any

import attrs

import positive_practice as pp
from positive_practice import testing
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.limits import MAX_INTEGER, MAX_PROBLEMS, MAX_RATIO
from positive_practice.model.constraints import (
    Codes,
    Counted,
    Date,
    ExtensionObject,
    Pattern,
    Ratio,
    Text,
    Version,
    Whole,
)
from positive_practice.model.shape import Array, FieldShape, Leaf, Object, Shape, fields_of

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
LEVELS = ("not_evident", "partly", "mostly", "fully")
GROUPS = {
    "text": "Text: what is no JSON to us",
    "version": "Version: what this release does not read",
    "structure": "Structure: fields, types, sizes, codes",
    "integrity": "Integrity: without it a record has no one meaning",
    "quality": "Quality: what a careful audit lead would ask about",
    "document": "Other documents: frameworks, tallies, profiles",
    "batch": "Batches: many records in one input",
}
RECORD = "audit-record"
OF_PRIVACY = (
    "autofunction:: positive_practice.privacy.identifiers.find_identifiers",
    "autoclass:: positive_practice.privacy.finding.Finding",
    "autofunction:: positive_practice.privacy.pseudonyms.random_record_id",
    "autofunction:: positive_practice.privacy.pseudonyms.pseudonymous_record_id",
)
ARGUMENT = re.compile(r"^    (\w+): (.+(?:\n {8,}.+)*)", re.MULTILINE)
OVER = {
    "record_bytes": "`json_size`",
    "line_bytes": "`json_size`, of that line alone",
    "file_bytes": "`json_size`, of the file",
    "inflated_bytes": "`LimitExceeded`",
    "depth": "`json_depth`",
    "keys": "`json_size`",
    "items": "`json_size`",
    "problems": "the report counts the others in `more`",
}
FIXED = (
    ("A whole number", f"{MAX_INTEGER:,} either way", "`json_number`"),
    ("Characters of a fraction as text", f"{MAX_RATIO:,}", "`bad_format`"),
    ("What `problems` may be set to", f"{MAX_PROBLEMS}", "`Misuse`"),
)
OF_SCHEMAS = """\
# The documents, field by field

What each field holds. The JSON Schemas in `schemas/` say the same to programs, and [the
documents](specification/record.md) how they belong together.

A field that is not *required* may be absent; one that is, and holds something *or null*, is always
there. No other field is taken anywhere but inside `extensions`. No text holds control characters
other than tab and line feed, nor marks that turn the direction of writing. *Different* items: each
is there once."""
OF_LIMITS = """\
# Limits

What untrusted input may hold. Nothing that is over a limit is cut short: it is refused, with the
code or error in the last column.

## Limits that you can move

Pass them by name, such as `pp.read_records(path, limits=pp.Limits(depth=10))`; none can be taken
away. `pp.dumps` takes them too, and writes nothing that `pp.loads` would not read back. The
command uses the defaults."""
OF_TESTING = """\
## Tests

In `positive_practice.testing`, which needs the extra `testing`: strategies for Hypothesis, and
[the laws of scoring](../how-to/law-suite.md) as tests."""


def practices_page() -> str:
    """Every practice with its anchors."""
    labels = {code.code: code.label for code in pp.code_list("rating")}
    parts = [
        "# Practices\n\nEvery practice of the built-in framework, with what each level looks like."
    ]
    for element in pp.framework().elements:
        kind = "feature" if element.kind == "feature" else "golden thread"
        parts.append(f"## {element.id} {element.label} ({kind})\n\n{element.statement}")
        parts += [practice_section(practice, labels) for practice in element.practices]
    return "\n\n".join(parts) + "\n"


def practice_section(practice: pp.Practice, labels: dict[str, str]) -> str:
    """One practice."""
    signs = "\n".join(f"- {sign}" for sign in practice.looks_like)
    rows = "\n".join(f"| {labels[code]} | {getattr(practice.anchors, code)} |" for code in LEVELS)
    when = "Rated once at each stage." if practice.staged else "Rated once for the whole case."
    if practice.may_not_apply is not None:
        when += f" It applies when: {practice.may_not_apply.applies_when}"
    return (
        f"### {practice.id} {practice.label}\n\n{practice.statement}\n\n{signs}\n\n"
        f"| level | what it looks like |\n|---|---|\n{rows}\n\n{when}"
    )


def codes_page() -> str:
    """Every code list."""
    parts = ["# Code lists\n\nThe closed lists of the record schema, version 1.0."]
    for name, codes in pp.code_lists().items():
        rows = "\n".join(f"| `{one.code}` | {one.label} | {one.meaning} |" for one in codes)
        parts.append(f"## {name}\n\n| code | label | meaning |\n|---|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"


def problems_page() -> str:
    """Every problem code."""
    parts = [
        "# Problem codes\n\nWhat `check` can find; `positive-practice rule CODE` shows an example."
    ]
    for group, title in GROUPS.items():
        inside = [row for row in pp.rows().values() if row.group == group]
        parts += [f"## {title}", *(problem_section(row) for row in inside)]
    return "\n\n".join(parts) + "\n"


def problem_section(row: pp.Row) -> str:
    """One problem code."""
    by_mode = row.severity.items()
    severity = ", ".join(f"{mode}: {level or 'not looked at'}" for mode, level in by_mode)
    if len(set(row.severity.values())) == 1:
        severity = f"{row.severity['draft']} in every mode"
    return (
        f"### {row.code}\n\n{row.meaning}\n\n- It says: {row.message}\n- What to do: {row.hint}\n"
        f"- Severity: {severity}\n\n{example_of(row)}"
    )


def example_of(row: pp.Row) -> str:
    """The failing example, as what differs from a good record."""
    failing = row.example["failing"]
    if "text" in failing:
        return f"Example:\n\n```text\n{failing['text'][:400]}\n```"
    plain = json.dumps(failing.get("patch", failing), indent=1, ensure_ascii=False)
    return f"Example, as what differs from a good record:\n\n```json\n{plain}\n```"


def schemas_page() -> str:
    """Every document, field by field."""
    parts = [OF_SCHEMAS]
    told: set[type] = set()
    for name in sorted(DOCUMENTS, key=lambda one: one != RECORD):
        cls = DOCUMENTS[name]
        schema = pp.schema(name)
        parts.append(f"## {name}\n\n{class_section(cls, schema)}")
        told.add(cls)
        for inner in inner_classes(cls):
            if inner not in told:
                told.add(inner)
                section = class_section(inner, schema["$defs"][inner.__name__])
                parts.append(f"### {title(inner)}\n\n{section}")
    return "\n\n".join(parts) + "\n"


def inner_classes(cls: type) -> list[type]:
    """The classes inside a document, each once, in the order in which a reader meets them."""
    found: dict[type, None] = {}
    for field in fields_of(cls):
        shape = field.shape.item if isinstance(field.shape, Array) else field.shape
        if isinstance(shape, Object):
            found |= dict.fromkeys([shape.cls, *inner_classes(shape.cls)])
    return list(found)


def title(cls: type) -> str:
    """The name of a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).capitalize()


def class_section(cls: type, schema: dict[str, Any]) -> str:
    """One class: what it is, and a row for each field."""
    rows = [field_row(field, schema["properties"][field.name]) for field in fields_of(cls)]
    head = "| field | holds | required | limits | meaning |\n|---|---|---|---|---|"
    return "\n".join([f"{schema['description']}\n", head, *rows])


def field_row(field: FieldShape, schema: dict[str, Any]) -> str:
    """One field."""
    holds = kind_of_shape(field.shape) + (" or null" if field.nullable else "")
    required = "yes" if field.required else "no"
    limits = limits_of_shape(field.shape)
    return f"| `{field.name}` | {holds} | {required} | {limits} | {schema['description']} |"


def kind_of_shape(shape: Shape) -> str:
    """What a field holds, in plain words."""
    if isinstance(shape, Array):
        return f"list of: {kind_of_shape(shape.item)}"
    if isinstance(shape, Object):
        return f"[{title(shape.cls)}](#{title(shape.cls).lower().replace(' ', '-')})"
    return kind_of(shape.constraint, shape)


@functools.singledispatch
def kind_of(_constraint: Any, _leaf: Leaf) -> str:
    """What a single value is: without a constraint, true or false."""
    return "true or false"


@kind_of.register(Text)
@kind_of.register(Pattern)
def _(_constraint: Any, _leaf: Leaf) -> str:
    return "text"


@kind_of.register
def _(_constraint: Date, _leaf: Leaf) -> str:
    return "date as text"


@kind_of.register
def _(constraint: Codes, _leaf: Leaf) -> str:
    if constraint.name in pp.code_lists():
        return f"code of [{constraint.name}](code-lists.md#{constraint.name})"
    return "code"


@kind_of.register
def _(_constraint: Version, leaf: Leaf) -> str:
    return f'the text `"{leaf.codes[0]}"`'


@kind_of.register
def _(_constraint: Whole, _leaf: Leaf) -> str:
    return "whole number"


@kind_of.register
def _(_constraint: Ratio, _leaf: Leaf) -> str:
    return "fraction as text `n/d`"


@kind_of.register
def _(_constraint: Counted, _leaf: Leaf) -> str:
    return "object of counts"


@kind_of.register
def _(_constraint: ExtensionObject, _leaf: Leaf) -> str:
    return "object of any JSON"


def limits_of_shape(shape: Shape) -> str:
    """How much or which a field may hold, in plain words."""
    if isinstance(shape, Object):
        return ""
    if isinstance(shape, Leaf):
        return limits_of(shape.constraint, shape)
    bounds, inner = shape.bounds, limits_of_shape(shape.item)
    different = " different" if bounds.unique else ""
    is_fixed = bounds.minimum == bounds.maximum
    number = f"{bounds.maximum:,}" if is_fixed else f"{bounds.minimum} to {bounds.maximum:,}"
    items = f"{number}{different} items"
    return f"{items}, each {inner}" if inner else items


@functools.singledispatch
def limits_of(_constraint: Any, _leaf: Leaf) -> str:
    """The limits of a single value: none where the kind says all."""
    return ""


@limits_of.register
def _(constraint: Text, _leaf: Leaf) -> str:
    return f"{constraint.minimum} to {constraint.maximum:,} characters"


@limits_of.register
def _(constraint: Pattern, _leaf: Leaf) -> str:
    return constraint.words


@limits_of.register
def _(_constraint: Date, _leaf: Leaf) -> str:
    return "`YYYY-MM-DD`, a day that exists"


@limits_of.register
def _(constraint: Codes, leaf: Leaf) -> str:
    is_listed = constraint.name in pp.code_lists()
    return "" if is_listed else "one of " + ", ".join(f"`{code}`" for code in leaf.codes)


@limits_of.register
def _(constraint: Whole, _leaf: Leaf) -> str:
    return f"{constraint.minimum:,} to {constraint.maximum:,}"


@limits_of.register
def _(constraint: Ratio, _leaf: Leaf) -> str:
    sign = "may be negative" if constraint.signed else "not negative"
    return f"lowest terms, {sign}, at most {constraint.maximum:,} characters"


@limits_of.register
def _(constraint: Counted, _leaf: Leaf) -> str:
    codes = ", ".join(f"`{code}`" for code in constraint.codes)
    return f"{'all' if constraint.every else 'any'} of {codes}"


@limits_of.register
def _(constraint: ExtensionObject, _leaf: Leaf) -> str:
    size = constraint.canonical_bytes // 1024
    return f"at most {constraint.names} reverse-domain names, {size} KiB in all"


def limits_page() -> str:
    """Every limit on untrusted input."""
    section = (inspect.getdoc(pp.Limits) or "").partition("Args:\n")[2].partition("\n\n")[0]
    words = {name: " ".join(text.split()) for name, text in ARGUMENT.findall(section)}
    fields = attrs.fields(pp.Limits)
    rows = [f"| `{f.name}` | {f.default:,} | {words[f.name]} | {OVER[f.name]} |" for f in fields]
    fixed = [f"| {what} | {most} | {why} |" for what, most, why in FIXED]
    parts = [
        OF_LIMITS,
        "\n".join(["| name | default | of what | over it |\n|---|---|---|---|", *rows]),
        "## Limits that stay",
        "\n".join(["| what | most | over it |\n|---|---|---|", *fixed]),
        "The lengths of texts and lists are part of the [documents](schemas.md).",
    ]
    return "\n\n".join(parts) + "\n"


def api_page() -> str:
    """Every public name."""
    parts = [
        "# API\n\nEvery public name of `positive_practice`; each is imported when it is first used."
    ]
    groups: dict[str, list[str]] = {"Functions": [], "Classes": [], "Errors": []}
    for name in sorted(pp.__all__):
        groups[group_of(getattr(pp, name))].append(name)
    for title, names in groups.items():
        parts.append(f"## {title}")
        parts += [directive(name) for name in names]
    parts.append(
        "## Personal data\n\nIn modules of their own: the first needs the extra `privacy`. "
        "See [the identifier check](../explanation/identifier-check.md)."
    )
    parts += [f"```{{eval-rst}}\n.. {entry}\n```" for entry in OF_PRIVACY]
    parts.append(OF_TESTING)
    parts += [testing_directive(name) for name in testing.__all__]
    return "\n\n".join(parts) + "\n"


def group_of(value: object) -> str:
    """Under which heading a public name stands."""
    if not isinstance(value, type):
        return "Functions"
    return "Errors" if issubclass(value, Exception) else "Classes"


def directive(name: str) -> str:
    """What Sphinx makes the entry of a name from."""
    kind = "autofunction" if group_of(getattr(pp, name)) == "Functions" else "autoclass"
    return f"```{{eval-rst}}\n.. {kind}:: positive_practice.{name}\n```"


def testing_directive(name: str) -> str:
    """The entry of a name for tests."""
    value = getattr(testing, name)
    kind = (
        "autoclass"
        if isinstance(value, type)
        else "autofunction"
        if callable(value)
        else "autodata"
    )
    value_is_long = "\n   :no-value:" if kind == "autodata" else ""
    return f"```{{eval-rst}}\n.. {kind}:: positive_practice.testing.{name}{value_is_long}\n```"


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "practices.md": practices_page(),
        "code-lists.md": codes_page(),
        "problem-codes.md": problems_page(),
        "schemas.md": schemas_page(),
        "limits.md": limits_page(),
        "api.md": api_page(),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, "utf-8", newline="\n")
