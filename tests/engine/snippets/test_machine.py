"""What is told of the machine, and of what programs have less of than it has."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from snippets.engine.process import machine as told
from snippets.engine.process.machine import UNLIMITED, limits, machine
from tests.support.site import ROOT


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine of four processors, all of which a build may use, without limits; tests take some of it away."""
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(told, "cores", lambda: 4)
    monkeypatch.setattr(os, "getpriority", lambda *_: 0)
    monkeypatch.setattr(told, "limits", dict)
    return monkeypatch


def test_the_machine_is_told_by_system_processor_and_cores(whole: pytest.MonkeyPatch) -> None:
    assert machine() == f"{os.uname().sysname} {os.uname().machine}, 4 cores"
    whole.setattr(os, "cpu_count", lambda: 1)
    whole.setattr(told, "cores", lambda: 1)
    assert machine().endswith(", 1 core")


def test_fewer_processors_niceness_and_limits_are_told(whole: pytest.MonkeyPatch) -> None:
    whole.setattr(told, "cores", lambda: 1)
    assert machine().endswith(", 1 of 4 cores")
    whole.setattr(os, "getpriority", lambda *_: 5)
    assert machine().endswith(", 1 of 4 cores, nice 5")
    given = {"RLIMIT_AS": (2**29, UNLIMITED), "RLIMIT_NOFILE": (64, 64), "RLIMIT_STACK": (2**23, UNLIMITED)}
    whole.setattr(told, "limits", lambda: given)
    assert machine().endswith(", nice 5, at most 536,870,912 bytes of memory, at most 64 open files")


def test_limits_are_those_that_programs_inherit() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert limits()["RLIMIT_NOFILE"] == (soft, hard)
    assert set(limits()) == {name for name in dir(resource) if name.startswith("RLIMIT_")}


PROGRAM = """
import os, resource
print(len(os.sched_getaffinity(0)), resource.getrlimit(resource.RLIMIT_NOFILE)[0], os.nice(0))
"""
BUILDS = """
import os, resource, sys
from pathlib import Path
from snippets.engine.runs.library import Library
from snippets.engine.runs.cache import Cache

def build():
    run = Library(Path.cwd() / "snippets", Cache(Path("runs"))).record("lesson/p.py").runs[0]
    print(run.output.strip(), "-", run.machine)

build()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
build()
resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200))
build()
os.nice(1)
build()
build()
"""


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="This system gives its processors to all alike.")
@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="Of one processor there is no part.")
def test_a_build_with_fewer_processors_or_lower_limits_has_runs_of_its_own_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "snippets" / "lesson").mkdir(parents=True)
    (tmp_path / "snippets" / "lesson" / "p.py").write_text(PROGRAM, encoding="utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BUILDS]
    built = subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, text=True, check=True, timeout=60)
    whole, bound, limited, nice, again = (line.split(" - ") for line in built.stdout.splitlines())
    files, niceness = resource.getrlimit(resource.RLIMIT_NOFILE)[0], os.nice(0)
    assert whole == [f"{len(os.sched_getaffinity(0))} {files} {niceness}", machine()]
    assert (bound[0], limited[0], nice[0]) == (f"1 {files} {niceness}", f"1 200 {niceness}", f"1 200 {niceness + 1}")
    assert f", 1 of {os.cpu_count()} cores" in bound[1]
    assert limited[1] == f"{bound[1]}, at most 200 open files"
    assert f"nice {niceness + 1}" in nice[1]
    assert again == nice
    assert len(list((tmp_path / "runs").glob("*.json"))) == 4 + 1  # and the times
