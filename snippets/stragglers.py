"""Find and end the processes that a program leaves behind, in whichever session and with whatever environment."""

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator

import psutil

PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def adopt_orphans() -> None:
    """On Linux, have orphans of the programs come to this process, wherever they went, and not to init."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def put_mark(pid: int, mark: int) -> None:
    """Mark a process and all that it will start, by a limit that Linux hands on whatever else changes, and ignores."""
    if sys.platform == "linux":
        with contextlib.suppress(psutil.Error, OSError):
            psutil.Process(pid).rlimit(psutil.RLIMIT_LOCKS, (mark, mark))


def end_all(home: str, mark: int, group: int) -> None:
    """Kill every process of a run, known by its mark or its fresh folder `home`; take the exit statuses of orphans.

    `group` is the process group that the program itself was started in.
    """
    while left := list(_of_run(home, mark)):
        for straggler in left:
            with contextlib.suppress(psutil.Error):
                straggler.kill()
        psutil.wait_procs(left, timeout=1)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass


def _of_run(home: str, mark: int) -> Iterator[psutil.Process]:
    """The processes that carry the run's mark, or its own folder in their environment, or work in it.

    Of those that have ended, only such as wait for us to take their exit status.
    """
    here = os.getpid()
    for candidate in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if candidate.pid == here or (candidate.status() == psutil.STATUS_ZOMBIE and candidate.ppid() != here):
                continue
            if _has_mark(candidate, mark) or candidate.environ().get("HOME") == home or candidate.cwd() == home:
                yield candidate


def _has_mark(process: psutil.Process, mark: int) -> bool:
    return sys.platform == "linux" and process.rlimit(psutil.RLIMIT_LOCKS) == (mark, mark)
