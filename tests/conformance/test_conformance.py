"""The conformance vectors: the library passes them all, and they are what their page says."""

import hashlib
import itertools
import json
import re
import tomllib
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.rules.check import check_text
from support.scripts import ROOT, script

FOLDER = ROOT / "schemas" / "conformance"
INDEX = json.loads((FOLDER / "index.json").read_text("utf-8"))
FILES = {
    row["file"]: json.loads((FOLDER / row["file"]).read_text("utf-8")) for row in INDEX["files"]
}
CASES = [case for file in FILES.values() for case in file["cases"]]
SPECIFICATION = ROOT / "docs" / "reference" / "specification"
HERE = Path(__file__).parent

GIVEN = {
    "problems": {"type", "document"},
    "states": {"record"},
    "results": {"framework", "records", "method", "overall"},
    "agreement": {"records", "minimum_units"},
    "comparison": {"first", "second"},
}
EXPECTED = {
    "problems": {"problems"},
    "states": {"states"},
    "results": {"tally", "profile"},
    "agreement": {"agreement"},
    "comparison": {"comparison"},
}
BY_HAND = [
    "problems/structure.json",
    "problems/integrity.json",
    "problems/documents.json",
    "states/by-hand.json",
    "results/by-hand.json",
    "agreement/by-hand.json",
    "comparison/by-hand.json",
]


def sentences():
    """The pieces of the pages, which stand beside this file."""
    spec = {}
    exec((HERE / "sentences.py").read_text("utf-8"), spec)  # noqa: S102  # data of our own
    return spec


def in_one_line(text):
    """A text with its white space evened out."""
    return " ".join(text.split())


# The library


def plain(document):
    """A document as plain values."""
    return json.loads(pp.dumps(document))


def loaded(documents, cls=pp.AuditRecord, **more):
    """Plain documents as values of the library."""
    return [pp.loads(json.dumps(one), type=cls, **more) for one in documents]


def problems(case):
    """What checking a document finds, apart from quality."""
    found = check_text(json.dumps(case["document"]), DOCUMENTS[case["type"]]).problems
    pairs = sorted((one.pointer, one.code) for one in found)
    return {"problems": [{"code": code, "pointer": pointer} for pointer, code in pairs]}


def states(case):
    """What a record settles to under each method."""
    record = loaded([case["record"]])
    tallies = {name: pp.tally(record, method=name) for name in case["states"]}
    return {
        "states": {
            name: {one.position: "+".join(one.counts) for one in tally.positions}
            for name, tally in tallies.items()
        }
    }


def results(case):
    """The tally and the profile of some records."""
    given = [] if case["framework"] is None else [case["framework"]]
    framework = next(iter(loaded(given, pp.Framework)), None)
    records = loaded(case["records"], framework=framework)
    tally = pp.tally(records, framework=framework, method=case["method"])
    profile = pp.score(tally, framework=framework, overall=case["overall"])
    return {"tally": plain(tally), "profile": plain(profile)}


def agreement(case):
    """How far the voices of some records agree."""
    records = loaded(case["records"])
    return {"agreement": plain(pp.agreement(records, minimum_units=case["minimum_units"]))}


def comparison(case):
    """What differs between two profiles, or what keeps them apart."""
    try:
        found = pp.compare(*loaded([case["first"], case["second"]], pp.Profile))
    except pp.NotComparable as error:
        return {"comparison": None, "not_comparable": list(error.differs)}
    return {"comparison": plain(found)}


LIBRARY = {one.__name__: one for one in (problems, states, results, agreement, comparison)}


@pytest.mark.parametrize("name", FILES)
def test_the_library_passes_every_vector(name):
    """What a case expects is what the library says."""
    file = FILES[name]
    answer = LIBRARY[file["kind"]]

    for case in file["cases"]:
        expected = {key: case[key] for key in case.keys() - GIVEN[file["kind"]] - {"id", "says"}}
        assert answer(case) == expected, case["id"]


# What was worked out by hand


@pytest.mark.parametrize("name", BY_HAND)
def test_the_files_hold_what_was_worked_out_by_hand(name):
    """Each case written by hand is in its file, and its answer there is the one by hand."""
    files = script("generate_conformance").files
    in_file = {one["id"]: one for one in FILES[name]["cases"]}

    assert [case.id for case in files.BY_HAND[name]] == list(in_file)
    for case in files.BY_HAND[name]:
        assert files.unlike_by_hand(case, in_file[case.id]) == {}, case.id
        assert in_file[case.id]["says"] == case.says


def test_every_sentence_of_the_scoring_page_has_a_case():
    """What sections 1 to 7 say is seen in a case, piece by piece."""
    said = {case["says"] for case in CASES}

    assert [
        one for pieces in sentences()["SEEN"].values() for one in pieces if one not in said
    ] == []


@pytest.mark.parametrize("section", range(1, 8))
def test_the_pieces_of_a_section_are_the_whole_of_it(section):
    """No sentence of the scoring page is left out of the pieces."""
    page = (SPECIFICATION / "scoring.md").read_text("utf-8")
    body = re.search(rf"^## {section}\. [^\n]*\n(.*?)^## ", page, re.DOTALL | re.MULTILINE)
    left = in_one_line(body.group(1))

    for piece in [*sentences()["SEEN"][section], *sentences()["NOT_SEEN"].get(section, [])]:
        assert piece in left
        left = left.replace(piece, "", 1)
    assert left.strip() == ""


def test_every_sentence_on_structure_and_integrity_has_a_case():
    """What the documents' page says of them is quoted as it stands, and is seen in a case."""
    page = in_one_line((SPECIFICATION / "record.md").read_text("utf-8"))
    said = {case["says"] for case in CASES}

    assert [one for one in sentences()["OF_DOCUMENTS"] if one not in page or one not in said] == []


@pytest.mark.parametrize("group", ["version", "structure", "integrity", "document"])
def test_every_code_occurs_in_a_failing_case(group):
    """No code of these groups goes untested."""
    codes = {row.code for row in pp.rows().values() if row.group == group}
    found = {one["code"] for case in CASES for one in case.get("problems", ())}

    assert codes - found == set()


def test_no_other_code_occurs():
    """Faults of texts, quality and files of records are no matter of the vectors."""
    groups = {pp.row(one["code"]).group for case in CASES for one in case.get("problems", ())}

    assert groups == {"version", "structure", "integrity", "document"}


def test_every_type_has_a_sound_and_an_unsound_document():
    """Each document type occurs with problems and without."""
    seen = {(case["type"], bool(case["problems"])) for case in CASES if "problems" in case}

    assert seen == set(itertools.product(DOCUMENTS, [False, True]))


# The files


def test_the_index_is_right():
    """Every file is listed with its kind, the number of its cases and its hash."""
    there = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.json"))

    assert [row["file"] for row in INDEX["files"]] == there
    for row in INDEX["files"]:
        content = (FOLDER / row["file"]).read_bytes()
        assert row["sha256"] == hashlib.sha256(content).hexdigest()
        assert row["kind"] == FILES[row["file"]]["kind"] == row["file"].split("/")[0]
        assert row["cases"] == len(FILES[row["file"]]["cases"])


def test_there_are_cases_enough_and_not_too_many():
    """At least 300 cases, in a folder that nobody minds to carry along."""
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())

    assert len(CASES) >= 300
    assert size <= 3_100_000


def test_ids_are_unique_and_plain():
    """A case is named once, in lower case with lines between the words."""
    ids = [case["id"] for case in CASES]

    assert len(ids) == len(set(ids))
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []


@pytest.mark.parametrize("name", FILES)
def test_cases_have_the_fields_of_their_kind(name):
    """A case holds an id, what it says, what is given and what is expected; nothing else."""
    file = FILES[name]
    assert set(file) == {"kind", "cases"}

    for case in file["cases"]:
        optional = {"not_comparable"} if case.get("comparison", True) is None else set()
        wanted = {"id", "says"} | GIVEN[file["kind"]] | EXPECTED[file["kind"]] | optional
        assert set(case) == wanted, case["id"]


def test_problems_are_sorted():
    """Problems stand by pointer, then by code."""
    for case in CASES:
        pairs = [(one["pointer"], one["code"]) for one in case.get("problems", ())]
        assert pairs == sorted(pairs), case["id"]


def test_a_case_stands_on_one_line_of_plain_signs():
    """Differences between versions of a file show case by case, whatever reads it."""
    for name, file in FILES.items():
        lines = (FOLDER / name).read_bytes().decode("ascii").split("\n")
        assert [json.loads(one.rstrip(",")) for one in lines[1:-2]] == file["cases"]


def test_nothing_frozen_changes():
    """A published file never changes; new cases come in new files."""
    lines = (HERE / "SHA256SUMS").read_text("utf-8").splitlines()
    frozen = dict(reversed(line.split("  ")) for line in lines)

    assert {row["file"]: row["sha256"] for row in INDEX["files"]} == frozen


def test_what_is_frozen_is_not_made_again(capsys):
    """The script refuses to write a file that is there."""
    assert script("generate_conformance").main(["states/seeded.json"]) == 1
    assert "frozen" in capsys.readouterr().err


def test_every_file_is_named_where_it_is_made():
    """No file of cases is left without a source."""
    assert set(script("generate_conformance").files.BUILT) == set(FILES)


def test_a_file_is_made_from_its_seed_as_it_was():
    """Seeds give the same cases whenever they are used."""
    made = script("generate_conformance").files.content("agreement/seeded.json")

    assert made == (FOLDER / "agreement" / "seeded.json").read_bytes()


def test_the_page_knows_the_hash_of_the_built_in_framework():
    """The page for implementers gives a hash that they can try themselves on."""
    assert pp.framework().scoring_hash in (FOLDER / "README.md").read_text("utf-8")


def test_the_source_distribution_alone_carries_the_vectors():
    """Who installs the package gets no vectors; who takes its source does."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]

    assert "schemas" in build["targets"]["sdist"]["include"]
    assert build["targets"]["wheel"]["packages"] == ["src/positive_practice"]
