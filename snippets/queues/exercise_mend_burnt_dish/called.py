"""Call an answer in a thread of its own, and see whether it comes back, without looking at a clock.

`stuck.py` tells what waits forever.
"""

import concurrent.futures.process
import concurrent.futures.thread
import importlib
import linecache
import multiprocessing
import os
import sys
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


def imported(*names: str) -> ModuleType:
    """The answer, which has to have these names; why it cannot be imported is told in three lines."""
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
        watch = Watch(os.getpid(), [threading.get_native_id()])
        self.thread.start()
        while True:
            self.thread.join(OFTEN)
            if not self.thread.is_alive():
                return
            watch.look()
            if watch.is_stuck() or watch.works_on():
                watch.has_moved()
                yield "stuck"
            else:
                yield "rests" if watch.rests() else "goes on"

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
    """Let Python end although threads of the answer never do; what they started ends, too."""
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
