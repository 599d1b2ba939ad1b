"""Find and end the processes that a program leaves behind, in whichever session and with whatever environment."""

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable, Iterator

import psutil

Sign = Callable[[psutil.Process, str], bool]  # of a process of the run whose folder is given
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def adopt_orphans() -> None:
    """On Linux, have orphans of the programs come to this process, wherever they went, and not to init."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_all(home: str, group: int) -> None:
    """Kill every process of a run, known by its fresh folder `home`; take the exit statuses of orphans.

    `group` is the process group that the program itself was started in.
    """
    while left := list(_of_run(home)):
        for straggler in left:
            with contextlib.suppress(psutil.Error):
                straggler.kill()
        psutil.wait_procs(left, timeout=1)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass


def _of_run(home: str) -> Iterator[psutil.Process]:
    """The processes that carry the run's mark, or its own folder in their environment, or work in it.

    Of those that have ended, only such as wait for us to take their exit status.
    """
    here = os.getpid()
    for candidate in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if candidate.pid == here or (candidate.status() == psutil.STATUS_ZOMBIE and candidate.ppid() != here):
                continue
            if any(_holds(sign, candidate, home) for sign in SIGNS):
                yield candidate


def _holds(sign: Sign, process: psutil.Process, home: str) -> bool:
    """Whether a process has a sign; one that the system does not tell is none, and says nothing of the others."""
    with contextlib.suppress(psutil.Error, OSError):
        return sign(process, home)
    return False


def _has_mark(process: psutil.Process, home: str) -> bool:
    """Whether a process carries the mark that `_child/sitecustomize.py` makes of the name of a run's folder."""
    mark = int.from_bytes(home[-7:].encode(), "big")  # seven characters: a limit holds no more
    return sys.platform == "linux" and process.rlimit(psutil.RLIMIT_LOCKS) == (mark, mark)


def _has_home(process: psutil.Process, home: str) -> bool:
    return bool(process.environ().get("HOME") == home)


def _works_there(process: psutil.Process, home: str) -> bool:
    return bool(process.cwd() == home)


SIGNS: tuple[Sign, ...] = (_has_mark, _has_home, _works_there)
