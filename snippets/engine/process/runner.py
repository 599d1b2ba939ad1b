"""Run a program as a real process and keep what it printed, as a terminal would have shown it."""

import contextlib
import os
import selectors
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from snippets.engine.process.environment import CHILD, UMASK, environment
from snippets.engine.process.guardian import guardian
from snippets.engine.process.machine import machine
from snippets.engine.process.run import Run
from snippets.engine.process.sampler import Sampler
from snippets.engine.process.stragglers import adopt_orphans, end_all, enough
from snippets.engine.process.tape import Tape, with_short_paths
from snippets.engine.program.interpreters import Interpreter

LINGER = 2.0  # seconds that children may go on printing after the program itself has ended
TICK = 0.05  # seconds between looks at a program that is silent


class StoppedError(Exception):
    """Raised in place of a run that was broken off because the whole build stops."""


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
    adopt_orphans()
    with _fresh_folder() as home:
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


@contextlib.contextmanager
def _fresh_folder() -> Iterator[str]:
    """A folder for one run, which is removed afterwards, by the guardian if need be."""
    folder = tempfile.TemporaryDirectory(prefix="run-", ignore_cleanup_errors=True)
    home = os.path.realpath(folder.name)
    try:
        guardian.begins(home)
        yield home
    finally:
        folder.cleanup()
        guardian.is_over(home)


class _Child:
    """A program in a session of its own, with one pipe for all that it and its children print."""

    def __init__(self, command: list[str], home: str, given: dict[str, str]) -> None:
        self.tape = Tape()
        self.begun = time.monotonic()
        self.status = 0
        self.cpu = 0.0
        self._home = home
        self._pipe, writing = os.pipe()
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=subprocess.STDOUT,
                cwd=home,
                env=given,
                umask=UMASK,
                start_new_session=True,
            )
        except BaseException:
            os.close(self._pipe)
            raise
        finally:
            os.close(writing)
        self.pid = self._process.pid

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
        end_all(self._home, enough())
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-self._process.pid, os.WNOHANG)[0]:  # orphans in its group that ended by themselves
                pass
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
