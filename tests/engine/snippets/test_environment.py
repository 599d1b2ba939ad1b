"""What surrounds a program: its environment, and a folder that is empty but for the files that it declares."""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from snippets.engine.process import machine
from snippets.engine.process.machine import environment
from snippets.engine.process.remains import fresh_folder
from snippets.engine.program.declaration import Given
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
    monkeypatch.setattr(machine, "CHILD", Path("/a:b/course/snippets/engine/process/child"))
    with pytest.raises(ProblemError) as caught:
        environment("~", building())
    told = "The course lies in /a:b/course, and ':' parts folders in PYTHONPATH. Move it to a folder without one."
    assert str(caught.value) == f"snippets:1: {told}"


def test_a_builder_without_a_home_or_a_name_runs_programs(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    assert start("print('~ and hello')").output == "~ and hello\n"


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file that only its owner may read, and another in a folder of its own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "lesson" / "Shelf 1").mkdir(parents=True)
    (tmp_path / "lesson" / "stock.csv").write_text("apples\n", encoding="utf-8")
    (tmp_path / "lesson" / "stock.csv").chmod(0o600)
    (tmp_path / "lesson" / "Shelf 1" / "a.txt").write_text("a\n", encoding="utf-8")
    return tmp_path / "lesson"


def test_it_is_empty_and_gone_afterwards(lesson: Path) -> None:
    with fresh_folder(lesson) as home:
        assert os.listdir(home) == []
    assert not Path(home).exists()


def test_files_stand_in_it_by_their_paths_in_the_lesson_and_may_be_changed_there_alone(lesson: Path) -> None:
    with fresh_folder(lesson, ("stock.csv", "Shelf 1/a.txt")) as home:
        assert sorted(os.listdir(home)) == ["Shelf 1", "stock.csv"]
        assert (Path(home) / "Shelf 1" / "a.txt").read_text(encoding="utf-8") == "a\n"
        (Path(home) / "stock.csv").write_text("eaten\n", encoding="utf-8")
    assert (lesson / "stock.csv").read_text(encoding="utf-8") == "apples\n"
    assert not Path(home).exists()


def test_a_file_has_the_mode_that_every_clone_gives_it(lesson: Path) -> None:
    (lesson / "child.py").touch(0o700)
    with fresh_folder(lesson, ("stock.csv", "child.py")) as home:
        modes = [(Path(home) / name).stat().st_mode & 0o777 for name in ("stock.csv", "child.py")]
    assert modes == [0o644, 0o755]


def test_a_file_that_cannot_be_copied_leaves_no_folder(lesson: Path) -> None:
    with pytest.raises(FileNotFoundError), fresh_folder(lesson, ("gone.csv",)):
        pass
    assert list((lesson.parent / "temporary").iterdir()) == []


def test_a_program_opens_its_files_and_starts_its_siblings_by_their_names(start: Start, tmp_path: Path) -> None:
    (tmp_path / "lesson" / "stock.csv").write_text("apples\n", encoding="utf-8")
    (tmp_path / "lesson" / "child.py").write_text("print('child:', open('stock.csv').read())\n", encoding="utf-8")
    program = """
        import os, subprocess, sys
        print(sorted(os.listdir()), open("stock.csv").read().strip())
        subprocess.run([sys.executable, "child.py"], check=True)
        """
    one = start(program, given=Given(files=("stock.csv", "./child.py", "../elsewhere/_x.csv")))
    assert one.output == "['child.py', 'stock.csv'] apples\nchild: apples\n\n"


SERVER = """
import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    print(server.getsockname()[1], flush=True)
    connection, _ = server.accept()
    with connection:
        connection.sendall(b"hello from the server")
"""
CLIENT = """
import socket, subprocess, sys

with subprocess.Popen([sys.executable, "server.py"], stdout=subprocess.PIPE, text=True) as server:
    with socket.create_connection(("127.0.0.1", int(server.stdout.readline()))) as connection:
        print(connection.makefile().read())
print("the server ended with", server.returncode)
"""


def test_a_server_and_its_client_are_one_program_and_several_of_them_have_a_port_each(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "lesson" / "server.py").write_text(SERVER, encoding="utf-8")
    with ThreadPoolExecutor(3) as executor:
        runs = list(executor.map(lambda name: start(CLIENT, name=name, given=Given(files=("server.py",))), "abc"))
    assert {run.output for run in runs} == {"hello from the server\nthe server ended with 0\n"}
