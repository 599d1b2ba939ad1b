"""A program as a process in a session of its own, with a keyboard, from its start until nothing is left of it.

Ctrl-C is pressed from outside: at a moment, or when the program has printed a line.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import threading
import time
from collections.abc import Iterator

from snippets.engine.process.machine import UMASK
from snippets.engine.process.remains import end_all, enough
from snippets.engine.process.run import Tape
from snippets.engine.program.declaration import NOTHING, Given

LINGER = 2.0  # seconds that children may go on printing after the program itself has ended
TICK = 0.05  # seconds between looks at a program that is silent
REACTION = 0.3  # seconds from the line to the key: nobody is faster, and the program is where it waits by then


class StoppedError(Exception):
    """Raised in place of a run that was broken off because the whole build stops."""


class CtrlC:
    """Listens to a program, and sends what a terminal sends to all of its process group.

    `when` is a line, or seconds from the start, or empty: never. `moment` is when it was pressed, in seconds from the
    start, and 0 before.
    """

    def __init__(self, when: str | float) -> None:
        self.moment = 0.0
        self._line = when.encode() if isinstance(when, str) else b""
        self._due = float("inf") if isinstance(when, str) else when
        self._open = b""  # as much of a line that has not ended as tells it from the one that is waited for

    def hear(self, data: bytes, moment: float) -> None:
        """Take what was printed next."""
        if self._line and self._due == float("inf"):
            *ended, last = (self._open + data).split(b"\n")
            self._open = last[: len(self._line) + 1]
            if self._line in ended:
                self._due = moment + REACTION

    def is_due(self, now: float) -> bool:
        """Whether it is time to press it."""
        return now >= self._due and not self.moment

    def press(self, group: int, now: float) -> None:
        """Press it; `group` is that of a program that has not been waited for."""
        with contextlib.suppress(ProcessLookupError, PermissionError):  # on macOS, of a group of zombies
            os.killpg(group, signal.SIGINT)
            self.moment = now


class Session:
    """Starts a program, with one pipe for all that it and its children print."""

    def __init__(self, command: list[str], home: str, environment: dict[str, str], given: Given = NOTHING) -> None:
        self.tape = Tape()
        self.begun = time.monotonic()
        self.status = 0
        self.cpu = 0.0
        self._home = home
        self._key = CtrlC(given.interrupt)
        self._pipe, writing = os.pipe()
        try:
            with standard_input(given.stdin) as reading:
                self._process = subprocess.Popen(
                    command,
                    stdin=reading,
                    stdout=writing,
                    stderr=subprocess.STDOUT,
                    cwd=home,
                    env=environment,
                    umask=UMASK,
                    start_new_session=True,
                )
        except BaseException:
            os.close(self._pipe)
            raise
        finally:
            os.close(writing)
        self.pid = self._process.pid

    @property
    def interrupted(self) -> float:
        """When Ctrl-C was pressed, in seconds from the start; 0 if it was not."""
        return self._key.moment

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
                elif self._key.is_due(now):
                    if is_open and selector.select(0):  # what was printed before stands above the mark
                        is_open = self._record()
                    self._key.press(self.pid, self.seconds())
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
        moment = self.seconds()
        self._key.hear(data, moment)
        if self.interrupted:  # what is read after it came after it, at whichever millisecond
            moment = max(moment, round(self.interrupted + 0.001, 3))
        self.tape.write(data, moment)
        return bool(data)

    def _has_ended(self, wait: bool = False) -> bool:
        """Whether the program itself has ended; takes its exit status and its seconds of CPU, which Popen does not."""
        if self._process.returncode is None:
            pid, status, usage = os.wait4(self._process.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.status = self._process.returncode = os.waitstatus_to_exitcode(status)
                self.cpu = usage.ru_utime + usage.ru_stime
        return self._process.returncode is not None


@contextlib.contextmanager
def standard_input(text: str) -> Iterator[int]:
    """A descriptor from which a text is read, and then the end; without a text, the end at once.

    It is a pipe that holds all of the text, as a shell's is, so the text must not be longer than what a pipe holds.
    """
    reading = _pipe_of(text.encode()) if text else os.open(os.devnull, os.O_RDONLY)
    try:
        yield reading
    finally:
        os.close(reading)


def _pipe_of(data: bytes) -> int:
    reading, writing = os.pipe()
    try:
        os.write(writing, data)
    except BaseException:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    return reading
