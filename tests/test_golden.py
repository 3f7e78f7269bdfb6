"""Golden files: documents of every released schema version are read for ever, with one meaning."""

import json
import shutil
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.catalogue.documents import DOCUMENTS
from support.scripts import script

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
VERSIONS = sorted(path.name for path in GOLDEN.iterdir())
FILES = sorted(GOLDEN.glob("*/*.json"))


def freeze():
    """The script that froze them."""
    return script("freeze")


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_frozen_changes(version):
    """A released schema or golden file never changes; a change is a new version.

    Only a schema is gone when a newer version of it is published, which is frozen too.
    """
    lines = (GOLDEN / version / "SHA256SUMS").read_text("utf-8").splitlines()
    frozen = dict(reversed(line.split("  ")) for line in lines)

    now = freeze().sums(version)

    assert now.items() <= frozen.items()
    newer = {freeze().version_of(ROOT / "schemas" / name) for name in frozen.keys() - now.keys()}
    assert newer <= {*VERSIONS} - {version}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_document_has_a_golden_file(version):
    """Each document type is kept for each released version."""
    assert {path.stem for path in (GOLDEN / version).glob("*.json")} == set(DOCUMENTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_file_is_read_and_written_back(path):
    """What was written under an older version means the same under every newer one."""
    document = pp.load(path, type=DOCUMENTS[path.stem])

    assert json.loads(pp.dumps(document)) == json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_golden_record_keeps_its_score(version):
    """The golden tally and profile are those of the golden record."""
    record = pp.load(GOLDEN / version / "audit-record.json")
    tally = pp.tally([record])

    assert tally == pp.load(GOLDEN / version / "tally.json", type=pp.Tally)
    profile = pp.load(GOLDEN / version / "profile.json", type=pp.Profile)
    assert pp.score(tally, overall="pooled") == profile


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_newer_version_is_refused_and_untouched(name, tmp_path):
    """A document of a newer schema is its own error, and the file stays as it was."""
    newer = json.loads((GOLDEN / "1.0" / f"{name}.json").read_text("utf-8"))
    path = tmp_path / "newer.json"
    path.write_text(json.dumps({**newer, "schema_version": "1.1", "news": True}))
    before = path.read_bytes()

    with pytest.raises(pp.UnsupportedVersion) as caught:
        pp.load(path, type=DOCUMENTS[name])
    assert caught.value.supported == ("1.0",)
    assert path.read_bytes() == before


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """The script at work on copies of what is frozen and published."""
    shutil.copytree(GOLDEN, tmp_path / "tests" / "golden")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    module = freeze()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def renewed(path, version):
    """Let a schema be that of another version, which says something else."""
    schema = json.loads(path.read_text("utf-8"))
    id_ = schema["$id"].replace(":1.0", f":{version}")
    path.write_text(json.dumps({**schema, "$id": id_, "minProperties": 2}), "utf-8")


def test_a_new_version_of_a_schema_leaves_the_old_sums_alone(elsewhere):
    """Each version is frozen from what is of that version, and nothing else."""
    before = elsewhere.sums("1.0")
    golden = elsewhere.ROOT / "tests" / "golden"
    (golden / "1.1").mkdir()
    shutil.copy(golden / "1.0" / "tally.json", golden / "1.1")
    renewed(elsewhere.ROOT / "schemas" / "tally.schema.json", "1.1")

    assert elsewhere.main("1.1") == 0
    lines = (golden / "1.1" / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line.split()[1] for line in lines] == ["tally.json", "tally.schema.json"]
    assert elsewhere.sums("1.0").items() <= before.items()
    assert before.keys() - elsewhere.sums("1.0").keys() == {"tally.schema.json"}
    assert elsewhere.sums("1.1")["tally.schema.json"] != before["tally.schema.json"]


@pytest.mark.parametrize(("made", "said"), [([], "no golden files"), (["1.1"], "no schema")])
def test_a_version_that_is_not_ready_is_not_frozen(elsewhere, capsys, made, said):
    """Without golden files or without a schema there is nothing to freeze."""
    for version in made:
        (elsewhere.ROOT / "tests" / "golden" / version).mkdir()

    assert elsewhere.main("1.1") == 1
    assert said in capsys.readouterr().err


def test_freezing_again_is_refused(capsys):
    """The script does not overwrite what is frozen."""
    assert freeze().main("1.0") == 1
    assert "frozen" in capsys.readouterr().err
