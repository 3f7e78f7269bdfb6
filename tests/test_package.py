"""The package as others see it: its public names, a light import, and floors that hold."""

import ast
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import positive_practice as pp
from positive_practice import api
from support.scripts import script

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "positive_practice"
NAMES = (ROOT / "tests" / "public_names.txt").read_text("utf-8").split()


def test_public_names_are_those_of_the_committed_list():
    """A name becomes public, or goes, by intention only: the list is changed with it."""
    assert sorted(pp.__all__) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_exists_and_is_documented(name):
    """Each name leads somewhere, and says what it is."""
    assert getattr(pp, name).__doc__
    assert name in dir(pp)


def test_a_name_that_is_not_there_is_an_attribute_error():
    """A misspelt name says so, as of any module."""
    with pytest.raises(AttributeError, match="frameworks"):
        _ = pp.frameworks


def test_the_root_is_generated_from_the_list_of_its_names():
    """Run ``python scripts/generate_root.py`` after a change of the public names."""
    module = script("generate_root")

    assert (SOURCE / "__init__.py").read_text("utf-8") == module.root(pp.__version__)


def test_one_command_runs_every_generator():
    """What is generated is written by one command, but for vectors, which never change."""
    there = {path.stem for path in (ROOT / "scripts").glob("generate_*.py")}

    assert there - {*script("generate").IN_ORDER} == {"generate_conformance"}


def test_versions_agree():
    """The package and its metadata have one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert pp.__version__ == project["version"]


def test_the_front_door_is_public():
    """Every function of the front door is a public name."""
    assert set(api.__all__) <= set(NAMES)


def test_importing_the_root_imports_nothing_heavier_than_attrs():
    """A lazy root: what a program does not use, it does not load."""
    code = "import positive_practice, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"cattrs", "jsonschema", "referencing", "rfc8785", "rich", "hypothesis"}
    ours = {name for name in done.stdout.split() if name.startswith("positive_practice")}
    assert ours == {"positive_practice"}


def floors() -> dict[str, int]:
    """The floor of each room, from the contract that the style gate reads."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = settings["contracts"][0]["layers"]
    top = len(layers)
    return {room.strip(): top - i for i, layer in enumerate(layers) for room in layer.split("|")}


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports, apart from what only type checkers see."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    modules = [
        node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node not in hidden
    ]
    return {name.split(".")[1] for name in modules if name.startswith("positive_practice.")}


def home_of(path: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {home_of(path): ast.parse(path.read_text("utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def listed(tree: ast.Module) -> set[str]:
    """The names that a module lists in its ``__all__``."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


HOMES = {home: listed(tree) for home, tree in TREES.items()}


def taken(tree: ast.Module) -> set[tuple[str, str]]:
    """What a module takes from others of ours: the home and the name of each."""
    return {
        (node.module, one.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in TREES
        for one in node.names
        if f"{node.module}.{one.name}" not in TREES
    }


@pytest.mark.parametrize("module", TREES)
def test_what_a_module_takes_from_another_is_listed_there(module):
    """A name that others rely on stands in the ``__all__`` of its home."""
    unlisted = {(home, name) for home, name in taken(TREES[module]) if name not in HOMES[home]}

    assert not unlisted


DOORS = {"positive_practice", "positive_practice.samples", "positive_practice.testing"}


@pytest.mark.parametrize("module", sorted({*TREES} - DOORS))
def test_a_module_lists_nothing_that_it_only_takes(module):
    """Every name has one home; only what is imported by users gathers names of others."""
    assert not HOMES[module] & {name for _, name in taken(TREES[module])}


def test_schemas_can_be_referred_to():
    """A schema of one's own refers to a published one by its id, and nothing is fetched."""
    ours = {"type": "array", "items": {"$ref": "urn:positive-practice:schema:audit-record:1.0"}}
    validator = Draft202012Validator(ours, registry=pp.schema_registry())
    record = json.loads((ROOT / "examples" / "parts" / "college.json").read_text("utf-8"))

    assert validator.is_valid([record])
    assert not validator.is_valid([{}])
    assert pp.schema_validator("audit-record").is_valid(record)
    with pytest.raises(pp.UnknownName, match="audit-record"):
        pp.schema_validator("nonsense")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.name)
def test_imports_point_downward(path):
    """The house has floors, and no room imports from above or from beside it."""
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    here = floors()
    above = {other for other in imported_rooms(path) - {room} if here[other] >= here[room]}

    assert not above


def test_no_module_has_more_than_one_job_by_length():
    """No file is above about 700 lines."""
    lengths = {
        path.name: len(path.read_text("utf-8").splitlines()) for path in SOURCE.rglob("*.py")
    }

    assert max(lengths.values()) <= 700
