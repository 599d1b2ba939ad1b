"""What a program is given, and what is told of the machine."""

import json
import os

import pytest

from snippets.engine.process.environment import environment, machine
from snippets.engine.program.interpreters import building
from tests.conftest import Start


def test_the_machine_is_told_by_system_processor_and_cores() -> None:
    system, _, rest = machine().partition(" ")
    assert system == os.uname().sysname
    assert rest.startswith(f"{os.uname().machine}, {os.cpu_count()} core")


def test_nothing_of_the_builders_environment_reaches_a_program(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONUNBUFFERED", "PYTHONHASHSEED", "SECRET", "NO_COLOR", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "1")
    one = start("import json, os; print(json.dumps(dict(os.environ)))")
    given = json.loads(one.output)
    assert {"SECRET", "PYTHONUNBUFFERED", "PYTHONHASHSEED", "NO_COLOR", "VIRTUAL_ENV"}.isdisjoint(given)
    assert set(environment("~", building())) == {name for name in given if not name.startswith("__CF_")}
    assert given["TZ"] == "UTC"


def test_a_program_finds_its_own_python_first(start: Start) -> None:
    program = "import shutil, sys; print(shutil.which(sys.executable.split('/')[-1]) == sys.executable)"
    assert start(program).output == "True\n"
