"""Find and end the processes that a program leaves behind, in whichever session and with whatever environment."""

import contextlib
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence

import psutil

from snippets.engine.program.problem import Problem, ProblemError

Sign = Callable[[int, str], bool]  # of a process, by its number, of the run whose folder is given
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


def adopt_orphans() -> None:
    """On Linux, have orphans of the programs come to this process, wherever they went, and not to init.

    A Python that was built without ctypes cannot; then init takes their exit status, once they were found and ended.
    Raises ProblemError where nothing tells which processes there are.
    """
    if sys.platform == "linux" and not os.path.isdir(f"{psutil.PROCFS_PATH}/self"):
        what = f"There is no {psutil.PROCFS_PATH}, which tells what a program leaves behind."
        raise ProblemError(Problem("snippets", 1, what, f"Mount it: mount -t proc proc {psutil.PROCFS_PATH}"))
    try:
        import ctypes
    except ImportError:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_all(home: str, signs: Sequence[Sign]) -> None:
    """Kill every process of a run, known by its fresh folder `home` from one of some `signs`; no zombie of it stays."""
    while left := list(_of_run(home, signs)):
        for straggler in left:
            with contextlib.suppress(psutil.Error):
                straggler.kill()
        psutil.wait_procs(left, timeout=1)


def _of_run(home: str, signs: Sequence[Sign]) -> Iterator[psutil.Process]:
    """The processes that have a sign of a run. Of those that have ended, only such as wait for us to take their exit
    status."""
    here = os.getpid()

    def is_of_run(process: int) -> bool:
        return process != here and any(_holds(sign, process, home) for sign in signs)

    for number in filter(is_of_run, psutil.pids()):
        with contextlib.suppress(psutil.Error):
            found = psutil.Process(number)
            if is_of_run(number) and (found.status() != psutil.STATUS_ZOMBIE or found.ppid() == here):
                yield found  # and no other one, which has its number by now


def _holds(sign: Sign, process: int, home: str) -> bool:
    """Whether a process has a sign; one that the system does not tell is none, and says nothing of the others."""
    with contextlib.suppress(psutil.Error, OSError):
        return sign(process, home)
    return False


def _has_mark(process: int, home: str) -> bool:
    """Whether a process carries the mark that `child/sitecustomize.py` makes of the name of a run's folder."""
    mark = int.from_bytes(home[-7:].encode(), "big")  # seven characters: a limit holds no more
    return sys.platform == "linux" and resource.prlimit(process, psutil.RLIMIT_LOCKS) == (mark, mark)


def _has_home(process: int, home: str) -> bool:
    return bool(psutil.Process(process).environ().get("HOME") == home)


def _works_there(process: int, home: str) -> bool:
    return bool(psutil.Process(process).cwd() == home)


SIGNS: tuple[Sign, ...] = (_has_mark, _has_home, _works_there)


def enough() -> tuple[Sign, ...]:
    """The signs that show all of a run whose program got as far as its first line, as cheaply as can be.

    The mark does, where it can be made: nothing takes it away, and to look at it takes a twentieth of the time.
    """
    unlimited = (psutil.RLIM_INFINITY, psutil.RLIM_INFINITY) if sys.platform == "linux" else None
    is_free = unlimited is not None and psutil.Process().rlimit(psutil.RLIMIT_LOCKS) == unlimited
    return (_has_mark,) if is_free else SIGNS
