"""The linter and the type checker are part of the tests."""

import subprocess
import sys

import pytest

from tests.support.pythons import needs
from tests.support.site import ROOT

COMMANDS = ["ruff check", "ruff format --check", pytest.param("mypy", marks=needs("mypy"))]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_code_is_clean(command: str) -> None:
    tool = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert tool.returncode == 0, tool.stdout + tool.stderr
