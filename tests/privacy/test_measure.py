"""Measuring the check: exact counts of a known corpus, in a table that fits a terminal."""

import json
from pathlib import Path

import pytest

from positive_practice.errors import CannotRead
from positive_practice.privacy.finding import LIMITS, SEVERITIES, Finding
from positive_practice.privacy.measure import (
    Line,
    Measure,
    main,
    measure,
    measures_table,
    read_lines,
)

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
HALVES = ["from_kinds.jsonl", "from_patterns.jsonl"]


def phone(start, end):
    """A known phone number."""
    return Finding("phone", "block", start, end)


def test_a_finding_counts_where_kind_and_place_meet():
    """One right, one missed, one found where nothing is, one of another kind."""
    lines = [
        Line("Ring 07700 900123.", (phone(9, 10),)),
        Line("Ring somebody.", (phone(0, 4),)),
        Line("Ring 07700 900123.", ()),
        Line("jay@example.org", (phone(0, 3),)),
    ]

    assert measure(lines) == {
        "email": Measure(expected=0, met=0, found=1, right=0),
        "phone": Measure(expected=3, met=1, found=2, right=1),
    }


def test_the_table_fits_a_terminal_and_names_the_limits():
    """Lines of at most 80 characters; shares in whole per cent, half up; what is missed said."""
    measures = {
        "phone": Measure(expected=1000, met=125, found=8, right=1),
        "rare_event": Measure(expected=0, met=0, found=0, right=0),
    }

    lines = measures_table(measures).splitlines()

    assert max(map(len, lines)) <= 80
    assert " ".join(lines[1].split()) == "phone block 1 of 8 13 % 125 of 1000 13 %"
    assert " ".join(lines[2].split()) == "rare_event warn 0 of 0 - 0 of 0 -"
    assert " ".join(lines[3].split()) == "all block 1 of 8 13 % 125 of 1000 13 %"
    assert " ".join(lines[6:]) == LIMITS
    assert "never complete" in LIMITS
    assert "minorities" in LIMITS


def test_the_command_measures_files(capsys):
    """``python -m positive_practice.privacy.measure FILE.jsonl...``."""
    assert main([str(CORPUS / half) for half in HALVES]) == 0

    assert "never complete" in " ".join(capsys.readouterr().out.split())


def test_the_command_reads_the_arguments_of_the_process(monkeypatch, capsys):
    """Without arguments it says how it is used."""
    monkeypatch.setattr("sys.argv", ["measure"])

    assert main() == 2
    assert "usage" in capsys.readouterr().err


OTHER_KIND = '{"text": "a", "findings": [{"kind": "x", "severity": "warn", "start": 0, "end": 1}]}'


@pytest.mark.parametrize(
    "content",
    [
        *("{", "[]", "{}", '{"text": "a", "findings": [{"a": 1}]}'),
        *('{"text": 1, "findings": []}', OTHER_KIND),
    ],
)
def test_a_file_of_something_else_cannot_be_read(content, tmp_path, capsys):
    """It says which file, and nothing of what is in it."""
    path = tmp_path / "other.jsonl"
    path.write_text(content, "utf-8")

    with pytest.raises(CannotRead, match="other.jsonl"):
        list(read_lines(path))
    assert main([str(path)]) == 3
    assert "other.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("half", HALVES)
def test_the_corpus_is_well_formed(half):
    """Findings are parts of their text, in order, apart, of known kind and severity."""
    for line in (CORPUS / half).read_text("utf-8").splitlines():
        plain = json.loads(line)
        end = 0
        for finding in plain["findings"]:
            assert end <= finding["start"] < finding["end"] <= len(plain["text"])
            assert SEVERITIES[finding["kind"]] == finding["severity"]
            end = finding["end"]


@pytest.mark.parametrize("half", HALVES)
def test_the_check_stays_as_good_as_it_was(half):
    """Over each half of the corpus: what blocks is found and right in at least 97 of 100 cases."""
    measures = measure(read_lines(CORPUS / half))
    block = [one for kind, one in measures.items() if SEVERITIES[kind] == "block"]

    assert sum(one.met for one in block) * 100 >= 97 * sum(one.expected for one in block)
    assert sum(one.right for one in block) * 100 >= 97 * sum(one.found for one in block)


@pytest.mark.parametrize("half", HALVES)
def test_the_documentation_has_the_figures_of_today(half):
    """Run the command and copy its table after a change of the patterns or of the corpus."""
    page = (ROOT / "docs" / "explanation" / "identifier-check.md").read_text("utf-8")

    figures = measures_table(measure(read_lines(CORPUS / half))).split("\n\n", maxsplit=1)[0]

    assert figures in page


def test_half_of_the_patterns_corpus_has_nothing_to_find():
    """Near-misses count as much as hits."""
    lines = list(read_lines(CORPUS / "from_patterns.jsonl"))
    clean = [line for line in lines if not line.findings]

    assert len(lines) >= 750
    assert 0.4 <= len(clean) / len(lines) <= 0.6
