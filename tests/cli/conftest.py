"""The command in this process."""

import pytest

from positive_practice.cli import app as commands


@pytest.fixture
def run(capsys):
    """Run a command in this process: its exit code, standard output and standard error."""

    def run_command(*arguments) -> tuple[int, str, str]:
        code = commands.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command
