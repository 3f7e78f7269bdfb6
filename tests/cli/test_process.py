"""The command as a process: entry point, missing extra, closed pipe, progress on a terminal."""

import builtins
import contextlib
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from positive_practice import __main__ as entry
from positive_practice.cli import app, output, progress

PARTS = Path(__file__).parent.parent.parent / "examples" / "parts"
AUDIT = str(Path(__file__).parent.parent.parent / "examples" / "audit.jsonl")


def test_python_m_runs_the_command():
    """`python -m positive_practice` works too."""
    command = [sys.executable, "-m", "positive_practice", "schema"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    assert "audit-record" in done.stdout


def test_a_hyphen_is_standard_input():
    """A pipe is read where `-` stands for a file."""
    command = [sys.executable, "-m", "positive_practice", "check", "-"]
    text = Path(AUDIT).read_text(encoding="utf-8")
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.endswith("read 12 = 12 accepted + 0 refused + 0 blank + 0 duplicate\n")


def test_a_missing_extra_is_named(monkeypatch, capsys):
    """Without its packages the command says what to install."""
    real = builtins.__import__

    def without_cyclopts(name, *rest):
        if name == "positive_practice.cli.app":
            raise ModuleNotFoundError("No module named 'cyclopts'", name="cyclopts")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_cyclopts)
    assert entry.main() == 2
    assert "pip install '.[cli]'" in capsys.readouterr().err


def test_a_broken_installation_is_not_called_a_missing_extra(monkeypatch):
    """Only packages of others are an extra; our own missing module is a bug."""
    real = builtins.__import__

    def without_us(name, *rest):
        if name == "positive_practice.cli.app":
            raise ModuleNotFoundError("no module", name="positive_practice.cli")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_us)
    with pytest.raises(ModuleNotFoundError):
        entry.main()


def test_main_runs_the_arguments_of_the_process(monkeypatch, capsys):
    """The entry point passes the arguments on."""
    monkeypatch.setattr(sys, "argv", ["positive-practice", "schema"])

    assert entry.main() == 0
    assert "tally" in capsys.readouterr().out


def test_a_closed_pipe_is_no_error():
    """`positive-practice sample | head` ends quietly."""
    command = f"{sys.executable} -m positive_practice sample -n 400 | head -c 10"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stderr == ""


@contextlib.contextmanager
def own_output(path):
    """A standard output that may be given away: that of pytest is needed again."""
    with (path / "output").open("w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        yield


def test_a_pipe_that_closes_early_is_quiet(monkeypatch, tmp_path, capsys):
    """What the reader no longer wants is dropped, and the exit code is fine."""

    def closed(arguments):
        raise BrokenPipeError

    monkeypatch.setattr("positive_practice.cli.app.run", closed)
    with own_output(tmp_path):
        assert entry.main() == 0
    assert capsys.readouterr().err == ""


def test_progress_is_shown_on_a_terminal_after_a_second(monkeypatch, capsys):
    """Long work shows how far it is, on standard error; short work and pipes show nothing."""
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress.counting() as count:
        for number in range(1, 101):
            count(number)
    shown = capsys.readouterr().err

    monkeypatch.setattr(progress, "PATIENCE", 60.0)
    with progress.counting() as count:
        count(20)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    with progress.counting() as count:
        count(20)
    assert "records read" in shown
    assert capsys.readouterr().err == ""


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the way of this system")


@LINUX
@pytest.mark.parametrize("target", ["> /dev/full", ">&-"])
def test_output_that_cannot_be_written_is_said(target):
    """A full disk or a closed output is exit code 3 and a sentence, never a traceback."""
    command = f"{sys.executable} -m positive_practice framework GA1 {target}"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 3
    assert "standard output could not be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_json_is_read_back_whatever_the_encoding_of_the_output(tmp_path, encoding):
    """Letters of any language come through, also where the system writes another encoding."""
    plain = json.loads((PARTS / "college.json").read_text("utf-8"))
    plain["audit"]["purpose"] = "Caf\u00e9, \u0141\u00f3d\u017a \U0001f600"
    part = tmp_path / "part.json"
    part.write_text(json.dumps(plain), "utf-8")
    command = [sys.executable, "-m", "positive_practice", "combine", str(part)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, env=environment)

    assert json.loads(done.stdout.decode("utf-8"))["audit"]["purpose"] == plain["audit"]["purpose"]


def test_words_beyond_the_encoding_are_shown_as_escapes():
    """No letter of a framework or a name stops the command."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "positive_practice", "report", AUDIT, "-o", os.devnull + "/x"]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment)

    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_without_standard_output_the_command_says_so(monkeypatch, capsys):
    """Whoever closed it is told, with the exit code of what cannot be written."""
    monkeypatch.setattr(sys, "stdout", None)

    assert entry.main() == 3
    assert "it is closed" in capsys.readouterr().err


def test_without_standard_error_the_command_runs(monkeypatch, tmp_path):
    """What nobody wants to be told goes nowhere, and changes no exit code."""
    monkeypatch.setattr(sys, "argv", ["positive-practice", "check", str(tmp_path / "missing.json")])
    monkeypatch.setattr(sys, "stderr", None)

    assert entry.main() == 3
    sys.stderr.close()


def test_a_full_disk_is_told_in_words(monkeypatch, tmp_path, capsys):
    """What the system says is passed on, and what is left to flush is dropped."""

    def full(arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(app, "run", full)
    with own_output(tmp_path):
        assert entry.main() == 3
    assert "No space left on device" in capsys.readouterr().err


def test_json_for_an_output_without_the_letters_has_escapes(monkeypatch):
    """It stays the same JSON, whatever the encoding."""
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    output.give_text('{"a": "\u00e9\U0001f600"}')
    narrow.flush()

    assert json.loads(narrow.buffer.getvalue()) == {"a": "\u00e9\U0001f600"}
