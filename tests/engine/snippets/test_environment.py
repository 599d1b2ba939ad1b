"""What a program is given."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from snippets.engine.process import environment as module
from snippets.engine.process.environment import environment
from snippets.engine.program.interpreters import building
from snippets.engine.program.problem import ProblemError
from tests.conftest import Start
from tests.support.site import ROOT


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


UNUSUAL = """
import os, signal, sys
from pathlib import Path
from snippets.engine.process.runner import run
from snippets.engine.program.interpreters import building
for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGUSR1):
    signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
os.umask(0o077)
print(run(Path(sys.argv[1]), building(), 60).output, end="")
"""
ASK = """
import os, signal, subprocess, sys
print([name for name in ("SIGHUP", "SIGTERM", "SIGUSR1") if signal.getsignal(getattr(signal, name)) != signal.SIG_DFL])
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
print(oct(os.umask(0)))
child = "import signal; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
signal.signal(signal.SIGINT, signal.SIG_IGN)
subprocess.run([sys.executable, "-c", child], start_new_session=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere a child in a session of its own is taken for a program.")
def test_signals_and_umask_are_as_usual_whatever_the_builder_ignores_and_a_programs_own_wish_counts(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.py"
    path.write_text(ASK, encoding="utf-8")
    command = [sys.executable, "-c", UNUSUAL, str(path)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout == "[]\nTrue set()\n0o22\nTrue\n"
    assert told.stderr == ""


def test_a_course_in_a_folder_with_a_colon_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHILD", Path("/a:b/course/snippets/engine/process/child"))
    with pytest.raises(ProblemError) as caught:
        environment("~", building())
    told = "The course lies in /a:b/course, and ':' parts folders in PYTHONPATH. Move it to a folder without one."
    assert str(caught.value) == f"snippets:1: {told}"


def test_a_builder_without_a_home_or_a_name_runs_programs(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert start("print('~ and hello')").output == "~ and hello\n"
