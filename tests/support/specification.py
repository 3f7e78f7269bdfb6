"""What the specification's page on documents has in tables, so that no test types it out again."""

from support.scripts import ROOT

__all__ = ["quality_severities"]

PAGE = ROOT / "docs" / "reference" / "specification" / "record.md"
HEAD = "| code | when | draft | submitted | agreed | publish |\n|---|---|---|---|---|---|\n"


def quality_severities() -> dict[str, list[str]]:
    """The severity of each quality code in the four modes, as record.md has it; "-" is none.

    A row that names several codes, as that of the text check does, is a row for each of them.
    """
    _, _, below = PAGE.read_text("utf-8").partition(HEAD)
    rows = [line.strip("| ").split(" | ") for line in below.partition("\n\n")[0].splitlines()]
    return {
        code: severities
        for codes, _, *severities in rows
        for code in codes.replace("`", "").split(", ")
    }
