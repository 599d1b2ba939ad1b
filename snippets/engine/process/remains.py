"""What remains of a run, and is ended and removed with it: its folder, and each process that its program left behind.

Whichever session such a process is in, and whatever its environment, it is found. If this process itself is killed,
another one, which outlives it, clears up.
"""

import atexit
import contextlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil

from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.sources import ENGINE

AFTERWARDS = Path(__file__).with_name("afterwards.py")  # what clears up if this process is killed
Sign = Callable[[int, str], bool]  # of a process, by its number, of the run whose folder is given
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


class Guardian:
    """Starts what clears up when a first run begins, at the end of a pipe of which this process alone holds the other.

    A program that is being started holds it, too, until it works in its folder: by then it can be found.
    """

    def __init__(self) -> None:
        self._homes: set[str] = set()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe = -1

    def begins(self, home: str) -> None:
        """Say, before a program is started, that a run begins which has this folder."""
        with self._lock:
            self._homes.add(home)
            if self._process is None:
                self._start()
            else:
                self._tell("+", home)

    def is_over(self, home: str) -> None:
        """Say that a run is over: its processes have ended, and its folder is gone."""
        with self._lock:
            self._homes.discard(home)
            if self._process is not None:
                self._tell("-", home)

    def leave(self) -> None:
        """Let it end, and wait for that."""
        with self._lock:
            if self._process is not None:
                os.close(self._pipe)
                self._process.wait()
                self._process = None

    def _tell(self, change: str, home: str) -> None:
        try:
            os.write(self._pipe, os.fsencode(f"{change}{home}\0"))
        except BrokenPipeError:  # somebody ended it
            if self._process is not None:
                self._process.wait()
                os.close(self._pipe)
            self._start()

    def _start(self) -> None:
        """Start it in a session of its own, where nothing reaches it that is sent to the builder and its group."""
        paths = [str(ENGINE.parents[1]), *filter(None, sys.path)]
        command = [sys.executable, "-I", "-S", str(AFTERWARDS), *paths]
        reading, self._pipe = os.pipe()
        try:
            self._process = subprocess.Popen(
                command, stdin=reading, stdout=subprocess.DEVNULL, cwd="/", start_new_session=True
            )
        finally:
            os.close(reading)
        for home in self._homes:
            self._tell("+", home)


guardian = Guardian()
atexit.register(guardian.leave)


def beside(home: str) -> str:
    """The file into which the processes of a run tell what they open, by the folder of the run."""
    return f"{home}.opened"


@contextlib.contextmanager
def fresh_folder(lesson: Path, names: Sequence[str] = ()) -> Iterator[str]:
    """A folder for one run, with copies of files of a lesson's folder, by their paths there.

    It is removed afterwards, by the guardian if need be. Raises OSError for a file that cannot be copied.
    """
    folder = tempfile.TemporaryDirectory(prefix="run-", ignore_cleanup_errors=True)
    home = os.path.realpath(folder.name)
    try:
        guardian.begins(home)
        Path(beside(home)).touch()
        for name in names:
            (Path(home) / name).parent.mkdir(parents=True, exist_ok=True)
            _copy(lesson / name, Path(home) / name)
        yield home
    finally:
        folder.cleanup()
        Path(beside(home)).unlink(missing_ok=True)
        guardian.is_over(home)


def _copy(file: Path, target: Path) -> None:
    """Copy a file as git keeps it: of what its mode allows, only whether it can be run; the rest differs by clone."""
    shutil.copyfile(file, target)
    target.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)


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
