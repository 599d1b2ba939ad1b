"""Programs are explored on every Python that is looked at."""

from pathlib import Path

import pytest

from snippets.engine.program.interpreters import Interpreter
from tests.support.orders import Explorer
from tests.support.pythons import looked_at


@pytest.fixture(params=looked_at(), ids=lambda interpreter: interpreter.label)
def interpreter(request: pytest.FixtureRequest) -> Interpreter:
    """A Python that the program runs on."""
    found: Interpreter = request.param
    return found


@pytest.fixture
def explore(tmp_path: Path, interpreter: Interpreter) -> Explorer:
    """Explores a program of a test's own."""
    return Explorer(tmp_path, interpreter)
