"""What is told of the machine, and of what programs have less of than it has."""

import ast
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from snippets.engine.process import machine as told
from snippets.engine.process.machine import UNLIMITED, limits, machine, permitted
from tests.conftest import Start
from tests.support.site import ROOT


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine of four processors, all of which a build may use, without limits; tests take some of it away."""
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(told, "permitted", lambda: (4, 0))
    monkeypatch.setattr(told, "limits", dict)
    return monkeypatch


def test_the_machine_is_told_by_system_processor_and_cores(whole: pytest.MonkeyPatch) -> None:
    assert machine() == f"{os.uname().sysname} {os.uname().machine}, 4 cores"
    whole.setattr(os, "cpu_count", lambda: 1)
    whole.setattr(told, "permitted", lambda: (1, 0))
    assert machine().endswith(", 1 core")


def test_fewer_processors_niceness_and_limits_are_told(whole: pytest.MonkeyPatch) -> None:
    whole.setattr(told, "permitted", lambda: (1, 0))
    assert machine().endswith(", 1 of 4 cores")
    whole.setattr(told, "permitted", lambda: (1, 5))
    assert machine().endswith(", 1 of 4 cores, nice 5")
    given = {"RLIMIT_AS": (2**29, UNLIMITED), "RLIMIT_NOFILE": (64, 64), "RLIMIT_STACK": (2**23, UNLIMITED)}
    whole.setattr(told, "limits", lambda: given)
    assert machine().endswith(", nice 5, at most 536,870,912 bytes of memory, at most 64 open files")


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere nobody tries to take them.")
def test_processors_that_may_not_be_taken_are_told_as_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {-3})  # which nobody has asked for before
    monkeypatch.setattr(os, "sched_setaffinity", refuse)
    assert permitted()[0] == 1
    assert ", 1 of 4 cores" in machine()


def test_limits_are_those_that_a_program_has(start: Start) -> None:
    asks = "import resource; print({name: resource.getrlimit(getattr(resource, name)) for name in %r})"
    told = ast.literal_eval(start(asks % list(limits())).output)
    assert {name: tuple(map(told_of, pair)) for name, pair in told.items()} == limits()
    assert set(limits()) == {name for name in dir(resource) if name.startswith("RLIMIT_")}


def told_of(limit: int) -> float:
    """A limit as we tell it."""
    return UNLIMITED if limit == resource.RLIM_INFINITY else limit


PROGRAM = """
import ctypes, os, resource

def stack_of_threads():
    attributes, size = ctypes.create_string_buffer(128), ctypes.c_size_t()
    ctypes.CDLL(None).pthread_getattr_default_np(attributes)
    ctypes.CDLL(None).pthread_attr_getstacksize(attributes, ctypes.byref(size))
    return size.value

names = ("CORE", "CPU", "DATA", "FSIZE", "NOFILE", "STACK")
soft = [resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0] for name in names]
print(len(os.sched_getaffinity(0)), *soft, stack_of_threads(), os.getpriority(os.PRIO_PROCESS, 0))
"""
BUILDS = """
import os, resource, sys
from pathlib import Path
from snippets.engine.runs.library import Library
from snippets.engine.runs.cache import Cache

def build():
    run = Library(Path.cwd() / "snippets", Cache(Path("runs"))).record("lesson/p.py").runs[0]
    print(run.output.strip(), "-", run.machine)

def limit(name, soft, most=None):
    number = getattr(resource, f"RLIMIT_{name}")
    hard = resource.getrlimit(number)[1] if most is None else most
    resource.setrlimit(number, (soft, hard))

build()
"""
TAKEN = {
    "processors": "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})",
    "limits": "for name in ('CPU', 'DATA', 'FSIZE'): limit(name, 2**40)\nlimit('NOFILE', 200)\nlimit('CORE', 1)",
    "more files": "limit('NOFILE', resource.getrlimit(resource.RLIMIT_NOFILE)[1])",
    "stack": "limit('STACK', 2**20)",
}
WITHOUT_PRIVILEGE = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_SYS_NICE = 24, 23
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_SYS_NICE, 0, 0, 0)  # what root has then, once it calls exec
os.nice(1)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere it is told, and part of the key.")


def built(folder: Path, text: str, *before: str) -> list[list[str]]:
    """What is printed, and told of the machine, in builds by one process of this text, which begins otherwise."""
    (folder / "snippets" / "lesson").mkdir(parents=True)
    (folder / "snippets" / "lesson" / "p.py").write_text(PROGRAM, encoding="utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *before, "-c", BUILDS + text]
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=True, timeout=60)
    return [line.split(" - ") for line in done.stdout.splitlines()]


def kept(folder: Path) -> int:
    """How many runs these builds kept."""
    return len(list((folder / "runs").glob("*.json"))) - 1  # the times


@linux
@pytest.mark.parametrize("taken", TAKEN.values(), ids=TAKEN)
def test_whatever_a_builder_has_less_or_more_of_a_program_has_what_is_usual(tmp_path: Path, taken: str) -> None:
    before, after = built(tmp_path, f"{taken}\nPath('runs').rename('before')\nbuild()")
    assert before == after
    output, told = before
    assert output.split()[1:-1] == ["0", "-1", "-1", "-1", "1024", str(8 * 2**20), str(8 * 2**20)]
    assert (output.split()[0], output.split()[-1], told) == (*map(str, permitted()), machine())


@linux
def test_runs_of_a_builder_with_less_are_those_of_one_with_all(tmp_path: Path) -> None:
    taken = "\n".join(TAKEN.values())
    before, after = built(tmp_path, f"{taken}\nbuild()")
    assert before == after
    assert kept(tmp_path) == 1


@linux
def test_a_niceness_that_cannot_be_taken_back_is_told_and_has_runs_of_its_own(tmp_path: Path) -> None:
    niceness = os.getpriority(os.PRIO_PROCESS, 0) + 1
    first, second = built(tmp_path, "os.nice(1)\nbuild()", "-c", WITHOUT_PRIVILEGE)
    assert f", nice {niceness}" in first[1]
    assert f", nice {niceness + 1}" in second[1]
    assert [first[0].split()[-1], second[0].split()[-1]] == [str(niceness), str(niceness + 1)]
    assert kept(tmp_path) == 2


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="Only root may take it back.")
def test_a_niceness_that_can_be_taken_back_is(tmp_path: Path) -> None:
    first, second = built(tmp_path, "os.nice(1)\nbuild()")
    assert first == second
    assert first[0].split()[-1] == "0"
    assert kept(tmp_path) == 1


@linux
def test_a_limit_that_cannot_be_taken_back_is_told_and_has_runs_of_its_own(tmp_path: Path) -> None:
    first, second = built(tmp_path, "limit('NOFILE', 200, 200)\nbuild()")
    assert second[1] == f"{first[1]}, at most 200 open files"
    assert (first[0].split()[5], second[0].split()[5]) == ("1024", "200")
    assert kept(tmp_path) == 2
