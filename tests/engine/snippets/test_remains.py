"""No process that a program started outlives its run."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from snippets.engine.process import remains, session
from snippets.engine.process.session import StoppedError
from snippets.engine.program.problem import ProblemError
from tests.conftest import Start
from tests.support.site import ROOT
from tests.support.tiny import processes

FORK = """
import os, time
reading, writing = os.pipe()
if os.fork() == 0:
    {before}
    os.write(writing, b"!")
    time.sleep(600)
os.read(reading, 1)
{after}
"""

SPAWN = """
import os, subprocess, sys
GO_ON = "import time; print('up', flush=True); time.sleep(600)"
child = subprocess.Popen([sys.executable, "-c", GO_ON, __file__], stdout=subprocess.PIPE, {options})
child.stdout.readline()
{after}
"""

LEAVE = {
    "in its group": FORK.format(before="pass", after=""),
    "in a group of its own": FORK.format(before="os.setpgid(0, 0)", after=""),
    "in a session of its own": FORK.format(before="os.setsid()", after=""),
    "in another folder": FORK.format(before="os.setsid(); os.chdir('/')", after=""),
    "with other streams": FORK.format(before="os.setsid(); os.closerange(0, 3)", after=""),
    "as a grandchild": FORK.format(before="os.setsid(); os.fork() and os._exit(0)", after=""),
    "of a program that is killed": FORK.format(before="os.setsid()", after="os.kill(os.getpid(), 9)"),
    "of a program that ends in time-out": FORK.format(before="os.setsid()", after="time.sleep(600)"),
    "with an emptied environment": SPAWN.format(options="start_new_session=True, env={}", after=""),
}
if sys.platform == "linux":  # elsewhere nothing tells such a child from a stranger
    everything = "start_new_session=True, env={}, cwd='/', stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL"
    LEAVE["with nothing of its parent"] = SPAWN.format(options=everything, after="")


@pytest.mark.parametrize("how", LEAVE)
def test_no_child_outlives_the_run(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(session, "LINGER", 0.1)
    start("pass")  # and with it the guardian, which stays
    before = psutil.Process().children()
    one = start(LEAVE[how], timeout=2.0 if "time-out" in how else 60.0)
    assert one.ended == {"of a program that is killed": "signal SIGKILL"}.get(how, one.ended)
    assert "Traceback" not in one.output
    assert processes(str(tmp_path / "lesson")) == []
    assert psutil.Process().children() == before  # no zombie either


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere no limit marks a program.")
def test_a_program_is_marked_before_its_first_line_by_what_its_children_cannot_lose(start: Start) -> None:
    one = start("""
        import os, subprocess
        shown = ["grep", "file locks", "/proc/self/limits"]
        for given in (os.environ, {}):
            print(subprocess.run(shown, env=given, cwd="/", start_new_session=True, capture_output=True).stdout.split())
        print(os.environ["HOME"][-7:])
        """)
    own, bare, name = one.output.splitlines()
    mark = str(int.from_bytes(name.encode(), "big")).encode()
    assert own == bare == str([b"Max", b"file", b"locks", mark, mark, b"locks"])


def test_orphans_that_ended_by_themselves_leave_no_zombies(start: Start) -> None:
    start("pass")
    before = psutil.Process().children()
    start("""
        import os
        reading, writing = os.pipe()
        for _ in range(3):
            if os.fork() == 0:
                os.setsid()
                os.close(writing)
                os.read(reading, 1)
                print("the parent is gone")
                os._exit(0)
        """)
    assert psutil.Process().children() == before


def test_orphans_come_to_the_builder_where_the_system_can_do_that(start: Start) -> None:
    one = start("""
        import os
        parent = os.getpid()
        if os.fork() == 0:
            os.setsid()
            while os.getppid() == parent:
                pass
            print(os.getppid())
        """)
    assert int(one.output) == (os.getpid() if sys.platform == "linux" else 1)


def test_the_end_of_one_run_leaves_the_children_of_another_alone(
    start: Start, fifo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "LINGER", 0.1)
    waits = f"""
        import os, subprocess, sys
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, env={{}}, cwd="/")
        open({str(fifo)!r}, "w").close()
        open({str(fifo)!r}).close()
        child.communicate(b"go on")
        print("the child ended with", child.returncode)
        """
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(start, waits, name="waits.py")
        fifo.open().close()
        assert start(SPAWN.format(options="start_new_session=True", after="")).ended == "ok"
        fifo.open("w").close()
        assert waiting.result().output == "the child ended with 0\n"


def test_a_run_that_is_stopped_ends_with_all_its_children(start: Start, tmp_path: Path, fifo: Path) -> None:
    stop = threading.Event()
    announcing = FORK.format(before="os.setsid()", after=f"open({str(fifo)!r}, 'w').close(); time.sleep(600)")
    with ThreadPoolExecutor() as pool:
        running = pool.submit(start, announcing, stop=stop)
        fifo.open().close()
        assert len(processes(str(tmp_path / "lesson"))) == 2
        stop.set()
        with pytest.raises(StoppedError):
            running.result()
    assert processes(str(tmp_path / "lesson")) == []
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_sign_that_the_system_does_not_tell_leaves_the_others() -> None:
    def denied(process: int, _home: str) -> bool:
        raise psutil.AccessDenied(process)

    signs = (denied, lambda process, _: process == os.getppid())
    assert [process.pid for process in remains._of_run("/nowhere", signs)] == [os.getppid()]


def test_where_no_mark_can_be_made_a_run_is_known_by_its_folder(tmp_path: Path) -> None:
    limited = f"""
import resource, sys
from pathlib import Path
resource.setrlimit(10, (2**50, 2**50))
from snippets.engine.process import runner, session
from snippets.engine.program.interpreters import building
session.LINGER = 0.1
print(runner.run(Path({str(tmp_path / "lesson" / "p.py")!r}), building(), 60).ended)
"""
    (tmp_path / "lesson").mkdir()
    (tmp_path / "lesson" / "p.py").write_text(
        SPAWN.format(options="start_new_session=True", after=""), encoding="utf-8"
    )
    done = subprocess.run([sys.executable, "-c", limited], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "ok\n"
    assert processes(str(tmp_path / "lesson")) == []


def test_a_python_without_ctypes_ends_them_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "lesson").mkdir()
    (tmp_path / "lesson" / "p.py").write_text(LEAVE["in a session of its own"], encoding="utf-8")
    program = f"""
import sys
sys.modules["ctypes"] = None
from pathlib import Path
from snippets.engine.process.runner import run
from snippets.engine.program.interpreters import building
print(run(Path({str(tmp_path / "lesson" / "p.py")!r}), building(), 60.0).ended)
"""
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("ok\n", "")
    assert processes(str(tmp_path / "lesson" / "p.py")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="Other systems have no /proc, and tell it otherwise.")
def test_where_nothing_tells_of_processes_no_program_is_run_and_one_line_says_so(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(psutil, "PROCFS_PATH", "/nowhere")
    with pytest.raises(ProblemError) as caught:
        start("print('hello')")
    told = "There is no /nowhere, which tells what a program leaves behind. Mount it: mount -t proc proc /nowhere"
    assert str(caught.value) == f"snippets:1: {told}"
