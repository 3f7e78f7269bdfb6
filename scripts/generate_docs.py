"""Write the reference pages that follow from data: practices, code lists, problem codes, API.

Run after a change of the data: ``python scripts/generate_docs.py``.
"""

import json
from pathlib import Path

import positive_practice as pp

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
OF_PRIVACY = (
    "autofunction:: positive_practice.privacy.identifiers.find_identifiers",
    "autoclass:: positive_practice.privacy.finding.Finding",
    "autofunction:: positive_practice.privacy.pseudonyms.random_record_id",
    "autofunction:: positive_practice.privacy.pseudonyms.pseudonymous_record_id",
)


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


def pages() -> dict[str, str]:
    """Every generated page by its file name."""
    return {
        "practices.md": practices_page(),
        "code-lists.md": codes_page(),
        "problem-codes.md": problems_page(),
        "api.md": api_page(),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, "utf-8", newline="\n")
