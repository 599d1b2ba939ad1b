"""Run a program as a real process and keep what it printed, as a terminal would have shown it."""

import contextlib
import ctypes
import os
import platform
import secrets
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from snippets.interpreters import Interpreter
from snippets.sampler import Sampler
from snippets.tape import Tape, line_count, with_short_paths
from snippets.timeline import Lane

CHILD = Path(__file__).resolve().parent / "_child"
LINGER = 2.0  # seconds that children may go on printing after the program itself has ended
TICK = 0.05  # seconds between looks at a program that is silent
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h


@dataclass(frozen=True)
class Run:
    """One real run: its output (stdout and stderr as one), how it ended, and where.

    `seconds` are those on the clock, `cpu` those on processors, of the program and the children that it waited for.
    `times` are the seconds from the start to the end of each line of `output`. Raises ValueError if there are not as
    many as lines.
    `timeline` has a lane for each thread of a run that was watched, and none where the system does not tell.
    """

    output: str
    ended: str
    seconds: float
    cpu: float
    python: str
    machine: str
    times: tuple[float, ...]
    timeline: tuple[Lane, ...] = ()

    def __post_init__(self) -> None:
        if len(self.times) != line_count(self.output):
            raise ValueError(f"{line_count(self.output)} lines, and times of {len(self.times)}")


class StoppedError(Exception):
    """Raised in place of a run that was broken off because the whole build stops."""


def environment(home: str, interpreter: Interpreter) -> dict[str, str]:
    """All of a program's environment; nothing else of the builder's reaches it. `home` is its fresh folder."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH") if name in os.environ}
    return {
        **kept,
        "PATH": f"{os.path.dirname(interpreter.path)}:/usr/local/bin:/usr/bin:/bin",
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "COLUMNS": "80",
        "PYTHONPATH": str(CHILD),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def machine() -> str:
    """This machine in a few words: system, processor architecture, cores."""
    cores = os.cpu_count() or 1
    return f"{platform.system()} {platform.machine()}, {cores} core{'s' * (cores != 1)}"


def run(
    path: Path,
    interpreter: Interpreter,
    timeout: float = 10.0,
    stop: threading.Event | None = None,
    hash_seed: int | None = None,
    timeline: bool = False,
) -> Run:
    """Run the program at `path` to its end, or to its time-out after `timeout` seconds, with all that it started.

    Every process that it leaves behind is ended too. `stop`, when set, ends it at once and raises StoppedError.
    With `timeline` it is watched which of its threads is on a processor when.
    """
    _become_subreaper()
    with tempfile.TemporaryDirectory(prefix="run-", ignore_cleanup_errors=True) as folder:
        home = os.path.realpath(folder)
        given = environment(home, interpreter)
        if hash_seed is not None:
            given["PYTHONHASHSEED"] = str(hash_seed)
        child = _Child([interpreter.path, str(path)], home, given)
        try:
            with Sampler(child.pid, interpreter.path, child.begun) if timeline else contextlib.nullcontext() as sampler:
                in_time = child.follow(timeout, stop or threading.Event())
            seconds = child.seconds()
        finally:
            child.end()
    lanes = sampler.lanes() if sampler else ()
    ended = _ending(child.status) if in_time else "timeout"
    output = with_short_paths(child.tape.text(), _short_names(path, interpreter, home))
    times = tuple(min(moment, seconds) for moment in child.tape.times())  # the rest stood in the pipe by then
    return Run(output, ended, seconds, round(child.cpu, 3), interpreter.label, machine(), times, lanes)


class _Child:
    """A program in a session of its own, with one pipe for all that it and its children print."""

    def __init__(self, command: list[str], home: str, given: dict[str, str]) -> None:
        self.tape = Tape()
        self.begun = time.monotonic()
        self.status = 0
        self.cpu = 0.0
        self._home = home
        self._mark = secrets.randbits(60)
        self._pipe, writing = os.pipe()
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=subprocess.STDOUT,
                cwd=home,
                env=given,
                start_new_session=True,
            )
        except BaseException:
            os.close(self._pipe)
            raise
        finally:
            os.close(writing)
        self.pid = self._process.pid
        _put_mark(self.pid, self._mark)

    def seconds(self) -> float:
        """Seconds on the clock since the start, to the millisecond."""
        return round(time.monotonic() - self.begun, 3)

    def follow(self, timeout: float, stop: threading.Event) -> bool:
        """Record until the program ends and the pipe is closed; False when `timeout` seconds were over before."""
        last_words = float("inf")
        is_open = True
        with selectors.DefaultSelector() as selector:
            selector.register(self._pipe, selectors.EVENT_READ)
            while is_open or not self._has_ended():
                if stop.is_set():
                    raise StoppedError
                now = time.monotonic() - self.begun
                if self._has_ended():
                    last_words = min(last_words, now + LINGER)
                elif now >= timeout:
                    return False
                if now >= last_words:
                    break
                if not is_open:  # it closed its output and goes on
                    time.sleep(TICK)
                elif selector.select(TICK):
                    is_open = self._record()
        return True

    def end(self) -> None:
        """Kill the program and all that it started, in whichever session, and record what still stands in the pipe."""
        if not self._has_ended():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._has_ended(wait=True)
        while left := list(_of_this_run(self._home, self._mark)):
            for straggler in left:
                with contextlib.suppress(psutil.Error):
                    straggler.kill()
            psutil.wait_procs(left, timeout=1)
        _reap(self._process.pid)
        os.set_blocking(self._pipe, False)
        with contextlib.suppress(BlockingIOError):
            while self._record():
                pass
        os.close(self._pipe)

    def _record(self) -> bool:
        data = os.read(self._pipe, 65536)
        self.tape.write(data, self.seconds())
        return bool(data)

    def _has_ended(self, wait: bool = False) -> bool:
        """Whether the program itself has ended; takes its exit status and its seconds of CPU, which Popen does not."""
        if self._process.returncode is None:
            pid, status, usage = os.wait4(self._process.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.status = self._process.returncode = os.waitstatus_to_exitcode(status)
                self.cpu = usage.ru_utime + usage.ru_stime
        return self._process.returncode is not None


def _ending(status: int) -> str:
    if status < 0:
        names = {known.value: known.name for known in signal.Signals}
        return f"signal {names.get(-status, -status)}"
    return f"exit {status}" if status else "ok"


def _put_mark(pid: int, mark: int) -> None:
    """Mark a process and all that it will start, by a limit that Linux hands on whatever else changes, and ignores."""
    if sys.platform == "linux":
        with contextlib.suppress(psutil.Error, OSError):
            psutil.Process(pid).rlimit(psutil.RLIMIT_LOCKS, (mark, mark))


def _has_mark(process: psutil.Process, mark: int) -> bool:
    return sys.platform == "linux" and process.rlimit(psutil.RLIMIT_LOCKS) == (mark, mark)


def _of_this_run(home: str, mark: int) -> Iterator[psutil.Process]:
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


def _reap(group: int) -> None:
    """Take the exit statuses of the run's orphans, which came to us, the subreaper."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass


def _become_subreaper() -> None:
    """On Linux, have orphans of the programs come to this process, wherever they went, and not to init."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _short_names(path: Path, interpreter: Interpreter, home: str) -> list[tuple[str, str]]:
    lesson = path.parent
    names = {
        str(lesson): lesson.name,
        os.path.realpath(lesson): lesson.name,
        interpreter.path: "python",
        interpreter.library: f"lib/{os.path.basename(interpreter.library)}",
        interpreter.packages: "site-packages",
        str(CHILD): CHILD.name,
        home: "~",
        str(Path.home()): "~",
    }
    return [(name, short) for name, short in names.items() if name != "/"]
