"""Old names: they go on working, and the warning points at the line that uses them."""

import linecache
import subprocess
import sys
import textwrap
import warnings

import pytest

import positive_practice as pp
from positive_practice.api import score
from positive_practice.deprecation import renamed_argument, warn_of_old_name
from support.scripts import script

RECORD = next(pp.sample(1))


@pytest.fixture
def settle_was_renamed(monkeypatch):
    """The root as it would be if a function of it had been called ``settle`` before."""
    monkeypatch.setattr(pp, "_RENAMED", {"settle": ("score", "0.2.0")})


def pointed_at(heard):
    """The lines of this file that warnings point at, as they are written."""
    assert {one.filename for one in heard} == {__file__}
    return {linecache.getline(one.filename, one.lineno).strip() for one in heard}


@pytest.mark.usefixtures("settle_was_renamed")
def test_an_old_name_of_the_root_leads_to_what_it_is_called_now(monkeypatch):
    """Whoever upgrades finds the old name at work, whether the new one was used before or not."""
    for used_before in (True, False):
        if not used_before:
            monkeypatch.delattr(pp, "score", raising=False)
        with pytest.warns(DeprecationWarning, match=r"'settle' is called 'score' since .* 0\.2\.0"):
            assert pp.settle is score


@pytest.mark.usefixtures("settle_was_renamed")
def test_the_warning_about_an_old_name_points_at_the_line_that_uses_it():
    """The file and line in the warning are those that have to be changed."""
    with pytest.warns(DeprecationWarning, match="is called") as heard:
        _ = pp.settle

    assert pointed_at(heard) == {"_ = pp.settle"}


@pytest.mark.usefixtures("settle_was_renamed")
def test_so_does_the_warning_about_an_import():
    """``from positive_practice import ...`` is a use like any other, through Python's machinery."""
    with pytest.warns(DeprecationWarning, match="is called") as heard:
        from positive_practice import settle

    assert settle is score
    assert pointed_at(heard) == {"from positive_practice import settle"}


@pytest.mark.usefixtures("settle_was_renamed")
def test_an_old_name_is_told_of_at_every_place_that_uses_it():
    """One module that still uses it does not hide it from the others."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        for _ in range(2):
            _ = pp.settle

    assert len(heard) == 2


@pytest.mark.usefixtures("settle_was_renamed")
def test_an_old_name_is_no_public_name():
    """It is not listed, so that nobody begins to use it."""
    assert "settle" not in pp.__all__
    assert "settle" not in dir(pp)


def test_no_name_of_the_root_warns():
    """What is public today is called so today."""
    code = "import positive_practice as pp; [getattr(pp, name) for name in pp.__all__]"

    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_the_generated_root_holds_old_names_for_python_and_for_type_checkers(monkeypatch):
    """A type checker takes the old name for the new one; Python warns."""
    generator = script("generate_root")
    monkeypatch.setattr(generator, "RENAMED", {"settle": ("score", "0.2.0")})

    text = generator.root("0.2.0")

    assert "    settle = score\nelse:\n" in text
    listed = """\
        _RENAMED = {
            "settle": ("score", "0.2.0"),
        }
    """
    assert textwrap.indent(textwrap.dedent(listed), "    ") in text
    compile(text, "root", "exec")


@renamed_argument("by", new="method", since="0.2.0")
def settled(record, *, method="agreed"):
    """A function whose argument had another name."""
    return pp.score(record, method=method).method


def test_an_old_argument_is_taken_with_a_warning_that_points_at_the_caller():
    """The call works as before, and says which line to change."""
    with pytest.warns(DeprecationWarning, match="'by' is called 'method'") as heard:
        method = settled(RECORD, by="lowest")

    assert method == "lowest"
    assert pointed_at(heard) == {'method = settled(RECORD, by="lowest")'}


def test_so_does_the_warning_of_a_function_of_the_front_door():
    """The guards around the functions of the front door stay below, and count for nothing."""
    renamed = renamed_argument("by", new="method", since="0.2.0")(pp.score)
    with pytest.warns(DeprecationWarning, match="is called") as heard:
        profile = renamed(RECORD, by="lowest")

    assert profile == pp.score(RECORD, method="lowest")
    assert pointed_at(heard) == {'profile = renamed(RECORD, by="lowest")'}


def test_the_new_argument_is_taken_without_a_word():
    """Who has changed is left in peace; a warning would be an error here."""
    assert settled(RECORD, method="lowest") == "lowest"
    assert settled(RECORD) == "agreed"


def test_both_names_of_an_argument_together_are_misuse():
    """Nobody can say which of the two was meant."""
    with pytest.raises(pp.Misuse, match="'by' is the old name of 'method'"):
        settled(RECORD, method="agreed", by="lowest")


def test_an_old_argument_keeps_the_name_and_words_of_the_function():
    """Help and documentation show the function."""
    assert settled.__name__ == "settled"
    assert settled.__doc__ == "A function whose argument had another name."


def test_a_function_that_warns_by_itself_points_one_level_up():
    """One level: the caller of the function that has an old name."""

    def old():
        warn_of_old_name("old", "new", "0.2.0")

    with pytest.warns(DeprecationWarning, match="is called") as heard:
        old()

    assert pointed_at(heard) == {"old()"}
