"""What a release is made of: exact versions with hashes, fragments of the changelog, true bounds."""

import os
import re
import shutil
import subprocess
import tomllib

import pytest

from support.scripts import ROOT, script

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)", re.MULTILINE)
NEEDS_SHELL = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("git")), reason="releases are made with both"
)
LISTS = ["constraints.txt", "build-constraints.txt"]


def text_of(name):
    """One of the lists with hashes."""
    return (ROOT / ".ci" / name).read_text("utf-8")


def numbers(version):
    """A version as numbers that can be compared."""
    return tuple(map(int, version.split(".")))


@pytest.mark.parametrize("name", LISTS)
def test_every_version_of_a_list_has_hashes_and_no_host(name):
    """The lists hold wherever packages come from, and nothing without a hash gets in."""
    text = text_of(name)
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]

    assert entries
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry) for entry in entries)
    assert len(entries) == len(PIN.findall(text))
    assert "://" not in text


@pytest.mark.parametrize("extra", ["core", "cli", "report", "privacy"])
def test_the_list_covers_what_the_library_needs_within_its_bounds(extra):
    """A dependency that was added, or a bound that was raised, asks for a new list."""
    pins = dict(PIN.findall(text_of("constraints.txt")))
    needed = PROJECT["dependencies"] if extra == "core" else PROJECT["optional-dependencies"][extra]
    lowest = (script("lowest").pin(one).lower().split("==") for one in needed)

    assert not [name for name, bound in lowest if numbers(pins[name]) < numbers(bound)]


def test_a_requirement_without_a_lowest_version_is_told():
    """A bound that cannot be tried is no bound."""
    lowest = script("lowest")

    assert lowest.pin("sybil>=9") == "sybil==9"
    with pytest.raises(ValueError, match="NAME>=VERSION"):
        lowest.pin("sybil")


def dependencies():
    """Each package that the project names, with what needs it; the project itself left out."""
    system = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]
    needed = {"core": PROJECT["dependencies"], "`build`": system["requires"]}
    needed |= {f"`{extra}`": some for extra, some in PROJECT["optional-dependencies"].items()}
    return [
        (re.match(r"[\w.-]+", one)[0], where)
        for where, some in needed.items()
        for one in some
        if not one.startswith("positive-practice[")
    ]


@pytest.mark.parametrize(("package", "where"), dependencies())
def test_every_dependency_has_a_reason(package, where):
    """The page of dependencies has a row for it, with what needs it and a sentence."""
    page = (ROOT / "docs" / "explanation" / "dependencies.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    reasons = [why for names, places, why in rows
               if package in names.split(", ") and where in places.split(", ")]  # fmt: skip

    assert len(reasons) == 1
    assert reasons[0].endswith(".")


def test_every_fragment_of_the_changelog_has_a_name_that_is_read():
    """A file by another name would be passed over in silence."""
    fragments = script("fragments")

    assert fragments.misnamed() == []
    assert "removed" in fragments.kinds()


def test_a_fragment_is_known_by_its_name(monkeypatch, tmp_path):
    """A kind that does not exist, an issue number and a missing sign are told."""
    fragments = script("fragments")
    folder = tmp_path / "changelog.d"
    folder.mkdir()
    for name in ("README.md", "+words.added.md", "+words.nice.md", "17.added.md", "words.added.md"):
        (folder / name).touch()
    kinds = fragments.kinds()
    monkeypatch.setattr(fragments, "ROOT", tmp_path)
    monkeypatch.setattr(fragments, "kinds", lambda: kinds)

    assert fragments.misnamed() == ["+words.nice.md", "17.added.md", "words.added.md"]


def test_the_changelog_says_where_new_versions_begin():
    """Without the mark a release would put its changes above the title."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]

    assert f"\n\n{settings['start_string']}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_what_a_release_is_made_of_names_no_pages_of_others():
    """The list keeps names, versions and licences, at any depth, and drops what changes without us."""
    bill = {
        "components": [{"name": "attrs", "externalReferences": [{"url": "https://example.org"}]}]
    }

    assert script("sbom").without_references(bill) == {"components": [{"name": "attrs"}]}


def test_security_has_an_address_or_says_that_it_is_still_to_be_filled_in():
    """No address is made up: the owner of the project fills in what only they know."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")

    is_open = "To be filled in by whoever publishes the project" in text
    assert is_open != bool(re.search("@|://", text))


RELEASE = (ROOT / ".ci" / "release").read_text("utf-8")
SECURITY, CHANGES, FRAGMENT = "SECURITY.md", "CHANGELOG.md", "changelog.d/+words.added.md"
READY = {SECURITY: "Write to us.\n", CHANGES: "## 0.1.0, 2030-01-31\n"}
LEFT_OPEN = {
    SECURITY: {SECURITY: "> **To be filled in by whoever publishes the project**\n"},
    CHANGES: {CHANGES: "## Unreleased: 0.1.0\n"},
    "changelog.d": {FRAGMENT: "A name more.\n"},
}


def commit(copy, files):
    """A commit that holds the script and some files."""
    for name, text in {".ci/release": RELEASE, **files}.items():
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(text, "utf-8")
    git = ["git", "-c", "user.name=a", "-c", "user.email=b", "-c", "commit.gpgsign=false"]
    for step in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *step], cwd=copy, check=True)


def without_a_builder(copy):
    """An environment in which nothing can be built."""
    python = copy / "bin" / "python3"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    python.chmod(0o755)
    return os.environ | {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}


def release(copy, files, *arguments):
    """What the script says of a commit that holds some files, and whether it went on to build."""
    commit(copy, files)
    command = ["bash", ".ci/release", *arguments, str(copy / "made")]
    done = subprocess.run(
        command, cwd=copy, env=without_a_builder(copy), check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    return done.stdout, (copy / "made").exists()


@NEEDS_SHELL
@pytest.mark.parametrize("name", LEFT_OPEN)
def test_no_release_leaves_while_something_is_open(tmp_path, name):
    """It is refused before anything is made, and says where to look."""
    said, begun = release(tmp_path, READY | LEFT_OPEN[name])

    assert said.startswith(name)
    assert "--rehearse" in said
    assert not begun


@NEEDS_SHELL
@pytest.mark.parametrize("files", [READY | LEFT_OPEN[SECURITY], READY])
def test_a_rehearsal_goes_on_whatever_is_open(tmp_path, files):
    """What it makes is thrown away; here it stops for want of a builder."""
    said, begun = release(tmp_path, files, "--rehearse")

    assert said.startswith(SECURITY) == (files != READY)
    assert begun


@NEEDS_SHELL
def test_a_release_of_which_nothing_is_open_goes_on(tmp_path):
    """Nothing is said but what is being made; here it stops for want of a builder."""
    said, begun = release(tmp_path, READY)

    assert said.startswith("-- tools")
    assert begun
