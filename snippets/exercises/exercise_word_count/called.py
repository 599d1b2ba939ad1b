"""Call an answer in a thread of its own, and see whether it comes back, without looking at a clock.

`stuck.py` tells what waits forever. A call of C that never lets another thread go on holds up pytest, too: so another
process goes on from here, and this one waits for its end.
"""

import concurrent.futures.process
import concurrent.futures.thread
import faulthandler
import importlib
import linecache
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from stuck import Watch

ANSWER = next(path.name for path in Path(__file__).parent.glob("test_*.py")).removeprefix("test_")
OFTEN = 0.1  # seconds from one look to the next
MOST_ALONE = 6.0  # seconds on processors between two looks: a call of C lets no other thread go on
MOST_LAST = 1.5  # the same, to see where the answer is that is stuck: on some Pythons all threads have to stop for that


def live_on() -> str:
    """Go on in another process, if the system can fork; wait for its end here, and end likewise.

    Comes back there, with nothing; and here only after a call of C that held up all its threads, with their stack.
    """
    fork, register = getattr(os, "fork", None), getattr(faulthandler, "register", None)
    if not fork or not register:
        return ""
    sys.stdout.flush()
    stack, path = tempfile.mkstemp()
    os.unlink(path)
    number = fork()
    if not number:
        register(signal.SIGPROF, stack, chain=True)
        return ""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who goes on is interrupted, too, and tells of it
    status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    if status != -signal.SIGPROF:
        os._exit(status if status >= 0 else 128 - status)
    with open(stack, encoding="utf-8", errors="replace") as written:
        written.seek(0)
        return written.read() or "nothing"


def watch_out(seconds: float) -> None:
    """Have this process end, if it is on processors for so long; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def silent(stack: str) -> str:
    """What held up all threads, in words."""
    threads = re.split(r"\n(?=Thread |Current thread )", stack)
    at = re.compile(rf'File "(.*[/\\]{ANSWER})", line (\d+) in (\S+)')
    inside = [one for one in threads if at.search(one.partition("\n")[2].partition("\n")[0])]  # of the answer itself
    found = next((place for one in (*inside, *threads) if (place := at.search(one))), None)
    what = f"{found[3]}()" if found and found[3].isidentifier() else ANSWER
    line = f"\n  at line {found[2]}: {linecache.getline(found[1], int(found[2])).strip()}" if found else ""
    return f"{what} does not come to its end: a call goes on and on, and lets no other thread go on{line}"


class Lost(ModuleType):
    """In the place of an answer with which nothing else could go on; whoever asks for something of it is told."""

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("__"):
            expect(False, SILENT)
        raise AttributeError(name)


SILENT = silent(STACK) if (STACK := live_on()) else ""


def imported(*names: str) -> ModuleType:
    """The answer, which has to have these names; why it cannot be imported is told in three lines."""
    if SILENT:
        return Lost(ANSWER)
    importing = Call(lambda: importlib.import_module(ANSWER.removesuffix(".py")))
    comes_to_its_end(f"the import of {ANSWER}", importing)
    error, module = importing.error, importing.value
    if isinstance(error, SyntaxError):
        line = f"\n  at line {error.lineno}: {(error.text or '').strip()}"
        expect(False, f"{ANSWER} cannot be read{line}\n  with {error.msg}")
    expect(not error, f"{ANSWER} cannot be imported{importing.raised_at}\n  with {importing.raised}")
    for name in names:
        expect(hasattr(module, name), f"{ANSWER} has no {name} any more")
    assert isinstance(module, ModuleType)
    return module


def outcome(told: str, function: Callable[[], Any]) -> Any:
    """What a call of the answer, of which is `told` in words, returns or raises; it has to come to its end."""
    call = Call(function)
    comes_to_its_end(told, call)
    if call.error:
        raise call.error
    return call.value


class Call:
    """A call of the answer; `value` is what it returned, `raised` what it raised, at the line `raised_at`."""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function, self.value, self.raised, self.raised_at = function, None, "", ""
        self.error: BaseException | None = None
        self.thread = threading.Thread(target=self._run, name="the answer", daemon=True)

    def _run(self) -> None:
        try:
            self.value = self.function()
        except BaseException as error:
            self.error, self.raised = error, repr(error)
            self.raised_at = line_of(traceback.walk_tb(error.__traceback__))

    def looks(self) -> Iterator[str]:
        """Let it run, and say about every 0.1 s what it does: it `goes on`, `rests` or `works` for now, or is `stuck`.

        It is stuck, too, when it has worked for long without coming back. Everything in this process is looked at, but
        for the thread that looks.
        """
        expect(not SILENT, SILENT)
        watch = Watch(os.getpid(), [threading.get_native_id()])
        watch_out(MOST_ALONE)
        self.thread.start()
        try:
            while not self._is_over():
                watch.look()
                watch_out(MOST_ALONE)
                if watch.is_stuck() or watch.works_on():
                    watch.has_moved()
                    watch_out(MOST_LAST)
                    yield "stuck"
                else:
                    yield "rests" if watch.rests() else "goes on"
        finally:
            watch_out(0)

    def _is_over(self) -> bool:
        self.thread.join(OFTEN)
        return not self.thread.is_alive()

    def where(self) -> str:
        """The newest line of the answer that the call is at."""
        return where(self.thread)


def comes_to_its_end(told: str, call: Call) -> None:
    """Let a call run, and fail unless it comes back."""
    for does in call.looks():
        if does == "stuck":
            expect(False, f"{told} does not come to its end{call.where()}")


def where(thread: threading.Thread) -> str:
    """The newest line of the answer that a thread is at; it may be that it never ends."""
    frame = sys._current_frames().get(thread.ident or 0)
    abandon()
    return line_of(traceback.walk_stack(frame)) if frame else ""


def line_of(stack: Any) -> str:
    """The newest line of the answer in a stack."""
    files = [(frame.f_code.co_filename, line) for frame, line in stack]
    mine = [(file, line) for file, line in files if Path(file).name == ANSWER]
    return f"\n  at line {mine[0][1]}: {linecache.getline(*mine[0]).strip()}" if mine else ""


def abandon() -> None:
    """Let Python end although threads of the answer never do; what they started ends, too, and they start no more."""
    vars(multiprocessing.process)["BaseProcess"].start = lambda _: threading.Event().wait()  # a pool would, at once
    for child in multiprocessing.active_children():
        child.kill()
    getattr(concurrent.futures.thread, "_threads_queues", {}).clear()
    getattr(concurrent.futures.process, "_threads_wakeups", {}).clear()

    def end() -> None:
        threading.main_thread().join()  # pytest has ended, and Python waits for those threads
        sys.stdout.flush()
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right; then threads of the answer may be left that never end."""
    if not right:
        abandon()
        pytest.fail(told, pytrace=False)
