"""Every law of scoring.md has a test of its own, which quotes it, in the file of its group."""

import ast
import re
from collections import Counter
from pathlib import Path

from support.laws import laws, pinned

HERE = Path(__file__).parent
IS_OF_A_LAW = re.compile(r"test_([a-z]\d+)_")
IS_PINNED = re.compile(r"test_pinned_")


def named(pattern):
    """What matches in the name of each test here, its file and its docstring."""
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and (found := pattern.match(node.name)):
                said = " ".join((ast.get_docstring(node) or "").split())
                yield found[found.lastindex or 0].upper(), path.name, said


def test_every_law_has_exactly_one_test():
    """Each law of the page has one test by its id, and no test is of a law that is none."""
    tested = Counter(id_ for id_, _, _ in named(IS_OF_A_LAW))

    assert tested == Counter(laws().keys())


def test_the_page_has_all_its_laws():
    """What is read from the page are its 17 + 14 + 7 + 8 laws, in the page's own words."""
    found = laws()

    assert Counter(id_[0] for id_ in found) == {
        "S": 17,
        "V": 14,
        "T": 7,
        "A": 2,
        "C": 2,
        **dict.fromkeys("RMHP", 1),
    }
    assert found["S10"] == "All rated at level k gives exactly k/3"
    assert found["V6"].endswith("equals deleting its submission")
    assert found["P1"].endswith("unless it is a single case's result")


def test_each_law_is_quoted_in_the_file_of_its_group():
    """The docstring of a law's test begins with the page's words for it."""
    for id_, file, said in named(IS_OF_A_LAW):
        assert file.startswith(f"test_{id_[0].lower()}_")
        assert said.casefold().startswith(f"{id_}. {laws()[id_]}.".casefold())


def test_each_pinned_counter_example_is_quoted():
    """What the page pins has a test each, in its order and words."""
    quoted = [said.casefold() for _, _, said in named(IS_PINNED)]

    assert len(quoted) == len(pinned()) > 0
    for said, words in zip(quoted, pinned(), strict=True):
        assert said.startswith(f"{words}.".casefold())
