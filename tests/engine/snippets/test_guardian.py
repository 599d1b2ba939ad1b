"""What a run leaves behind is cleared up even if its builder is killed."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.conftest import Start
from tests.support.site import ROOT

BEGUN = """
import os, signal, subprocess, sys, time
from snippets.engine.process.remains import Guardian
guardian = Guardian()
for home in sys.argv[1:]:
    os.makedirs(home)
    guardian.begins(home)
"""
AS_A_PROGRAM = """
subprocess.Popen(["sleep", "600"], cwd=home, env={"HOME": home}, start_new_session=True)
"""


def builder(text: str, *homes: Path) -> subprocess.CompletedProcess[str]:
    """A builder that begins runs in some folders; it has ended, and its guardian, which holds its streams, too."""
    command = [sys.executable, "-c", BEGUN + text, *map(str, homes)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


KILLED = "os.kill(os.getpid(), signal.SIGKILL)\n"


def test_the_folders_of_a_killed_builder_are_removed_and_its_programs_end(tmp_path: Path) -> None:
    ended = builder(AS_A_PROGRAM + KILLED, tmp_path / "run-a", tmp_path / "run-b")
    assert ended.stderr == ""
    assert list(tmp_path.iterdir()) == []
    assert [process for process in psutil.process_iter() if works_in(process, tmp_path)] == []


def works_in(process: psutil.Process, folder: Path) -> bool:
    """Whether a process works in a folder below another."""
    try:
        return process.cwd().startswith(str(folder))
    except psutil.Error:
        return False


def test_a_run_that_was_over_is_none_of_its_business(tmp_path: Path) -> None:
    ended = builder("guardian.is_over(home)\n" + KILLED, tmp_path / "run-a", tmp_path / "run-b")
    assert ended.stderr == ""
    assert [path.name for path in tmp_path.iterdir()] == ["run-b"]


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    ended = builder(KILLED, tmp_path / "of any \n\udce9 kind" / "run-abcdefgh")
    assert ended.stderr == ""
    assert [list(folder.iterdir()) for folder in tmp_path.iterdir()] == [[]]


def test_a_guardian_that_was_killed_is_replaced_by_one_that_knows_all(tmp_path: Path) -> None:
    replaced = """
guardian._process.kill()
guardian._process.wait()
os.mkdir(home + "c")
guardian.begins(home + "c")
"""
    ended = builder(replaced + KILLED, tmp_path / "run-a", tmp_path / "run-b")
    assert ended.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_a_builder_that_ends_by_itself_leaves_no_guardian(tmp_path: Path) -> None:
    leaves = "guardian.is_over(home)\nguardian.leave()\nguardian.leave()\nprint(os.waitstatus_to_exitcode(0))\n"
    childless = "try: os.wait()\nexcept ChildProcessError: print('no child')\n"
    assert builder(leaves + childless, tmp_path / "run-a").stdout == "0\nno child\n"


def test_a_program_holds_nothing_of_the_guardian(start: Start) -> None:
    assert start("import os; print(len(os.listdir('/dev/fd')))").output == "4\n"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="This system does not tell.")
def test_there_is_one_for_all_runs_in_a_session_of_its_own(start: Start) -> None:
    start("pass")
    start("pass")
    living = [one for one in psutil.Process().children() if one.status() != psutil.STATUS_ZOMBIE]
    guardians = [one for one in living if "afterwards.py" in " ".join(one.cmdline())]
    assert len(guardians) == 1
    assert os.getsid(guardians[0].pid) == guardians[0].pid
