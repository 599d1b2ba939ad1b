"""Run an answer in a program of its own, hold its processes, and see who of them does what, without looking at a clock.

`telling.py` is that program; `stuck.py` tells what waits forever.
"""

import json
import linecache
import os
import pickle
import re
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from stuck import MOST_WORK, Watch

HERE = Path(__file__).parent
ANSWER = next(path.name for path in HERE.glob("test_*.py")).removeprefix("test_")
TOO_EARLY = "finished its bootstrapping phase"
MOST_SIGNS = 500  # of one answer; the checks need fewer than 300
OFTEN = 0.1  # seconds from one look to the next

Early = tuple[str, int]  # who did not wait for what has to come, and the number of the line


class Sign(NamedTuple):
    """What a process tells: it `begins` or `ends` a call, the answer `returned` …; or all `rests`, or is `stuck`."""

    kind: str
    worker: int = 0  # 0: the main process
    what: Any = None
    line: socket.socket | None = None

    def let_go_on(self, said: bytes = b".") -> None:
        """Let the process go on; until then it waits. Who yields is told by `x` that no more is wanted."""
        if self.line:
            with suppress(OSError):  # it may have been ended meanwhile
                self.line.sendall(said)


class Run:
    """The answer at work: what its processes tell, and the end of all of them."""

    def __init__(self, place: Path, watched: str, function: str, calls: Sequence[Any], extra: str = "") -> None:
        self.watched, self.function, self.call = watched, function, ""
        self.errors = place / "errors.txt"
        self.server = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.server.settimeout(OFTEN)
        self.lines: list[socket.socket] = []
        told = json.dumps([Path(ANSWER).stem, watched, function, calls, extra, self.server.getsockname()[1]])
        with self.errors.open("w") as errors:
            self.main = subprocess.Popen(
                [sys.executable, str(HERE / "telling.py")],
                env={**os.environ, "ANSWER_TO_CHECK": told},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        self.watch, self.most_work = Watch(self.main.pid), 2 * MOST_WORK
        self.unfed: list[Early] = []  # where workers found a queue empty that is to be fed

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        for end in (signal.SIGTERM, signal.SIGKILL):  # a resource tracker outlives the first, to tidy up
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.main.pid, end)
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(1)
                break
        for line in (self.server, *self.lines):
            line.close()

    def signs(self) -> Iterator[Sign]:
        """What the processes tell, one after another; what goes wrong with the answer fails the test."""
        rested = False
        for _ in range(MOST_SIGNS):
            sign = self.next_sign(rested)
            rested = sign.kind == "rests"
            if sign.kind == "stuck":
                self.watch.has_moved()
            if self.is_for_the_test(sign):
                yield sign
        expect(False, f"{self.call} calls {self.watched}() again and again, and does not come back")

    def next_sign(self, rested: bool) -> Sign:
        """Wait for what a process tells, or until all of them rest (once) or are stuck."""
        while True:
            with suppress(TimeoutError):
                line, _ = self.server.accept()
                self.watch.has_moved()
                self.lines.append(line)
                line.settimeout(None)
                with suppress(EOFError, OSError), line.makefile("rb") as message:  # or it was ended meanwhile
                    if self.says_something(line):
                        kind, worker, what = pickle.load(message)
                        return Sign(kind, worker, what, line)
                continue
            self.is_alive()
            self.watch.look()
            if self.watch.is_stuck():
                return Sign("stuck")
            if not rested and self.rests():
                return Sign("rests")
            if self.watch.works_on(self.most_work):
                expect(False, f"{self.call} works on and on, and nothing comes of it{self.where()}")

    def says_something(self, line: socket.socket) -> bool:
        """Wait until a process that has called says something, however busy the computer is; False if it never will."""
        while not select.select([line], [], [], OFTEN)[0]:
            self.watch.look()
            if self.watch.is_stuck():
                return False
        return True

    def rests(self) -> bool:
        """Whether for now it does nothing, or does much in vain: time for the check to let more go on."""
        return self.watch.rests() or self.watch.works_on(self.most_work / 2)

    def has_ended(self, sign: Sign) -> bool:
        """Wait for the end of a process, or for what it does next; say whether that comes before all rests."""
        assert sign.line
        self.watch.has_moved()
        while not select.select([sign.line], [], [], OFTEN)[0]:
            self.watch.look()
            if self.rests():
                return False
        return True

    def is_for_the_test(self, sign: Sign) -> bool:
        """Whether a sign tells what the test asks about."""
        if sign.kind == "raised":
            error, stack, early = sign.what
            where = early_lines(early) or innermost(stack.splitlines()[::-1])
            expect(False, f"{self.call} fails{where}\n  with {error.strip()}")
        expect(sign.kind != "crowd", f"{self.call} has started more and more processes: {sign.what} are there at once")
        if sign.kind == "is ready":
            self.most_work = MOST_WORK
        if sign.kind == "is called":
            self.call = f"{self.function}({', '.join(map(repr, sign.what))})"
        if sign.kind == "unfed":
            self.unfed.append(sign.what)
        if sign.kind == "returned":
            sign.what["early"] += self.unfed
        if sign.kind in ("is ready", "is called", "unfed"):
            sign.let_go_on()
            return False
        return True

    def all_end(self, signs: Iterator[Sign], how: str = "returned") -> None:
        """When the answer has returned: fail unless its processes end by themselves."""
        left = 0
        for sign in signs:
            expect(sign.kind != "stuck", f"{self.call} {how}, and left {left} of its processes running")
            if sign.kind == "has ended":
                sign.let_go_on()
                return
            left = sign.what if sign.kind == "are left" else left
            sign.let_go_on()

    def is_alive(self) -> None:
        """Fail if the main process has ended, or if its processes never come to begin."""
        errors = self.errors.read_text()
        at_import = f"{ANSWER} starts a process when it is imported, and every new process imports it"
        expect(TOO_EARLY not in errors, f"{at_import}{innermost(errors.splitlines()[::-1])}")
        ended = f"{self.call} ended its program" if self.call else f"{ANSWER} cannot be imported"
        expect(self.main.poll() is None, f"{ended}{self.failure()}")

    def failure(self) -> str:
        """The last exception that a process wrote to stderr, and the line of the answer that raised it."""
        errors = self.errors.read_text()
        failed = [*re.finditer(r"^[\w.]+(?:Error|Exception)\b.*", errors, re.MULTILINE)][-1:]
        if not failed:
            return ""
        stack = errors[: failed[0].start()].rpartition("Traceback (most recent call last)")[2]
        return f"{innermost(stack.splitlines()[::-1])}\n  with {failed[0][0]}"

    def where(self) -> str:
        """The line of the answer at which the main process is, or that at which a worker did not wait."""
        if self.unfed:
            return early_lines(self.unfed)
        before, stack = self.errors.read_text(), ""
        with suppress(ProcessLookupError):
            self.main.send_signal(signal.SIGUSR1)
        for _ in range(50):
            stack = self.errors.read_text().removeprefix(before).rpartition("(most recent call first)")[2]
            if innermost(stack.splitlines()):
                break
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(OFTEN)
        return innermost(stack.splitlines())

    def hangs(self, why: str = "") -> None:
        """Fail, with the line of the answer at which the main process waits."""
        failure = self.failure()
        why = f": a process failed{failure}\n  and so it waits" if failure else why
        expect(False, f"{self.call} waits forever{why}{self.where()}")


def early_lines(early: list[Early]) -> str:
    """The first line of the answer where a time-out came before what it waited for, if there is one."""
    if not early:
        return ""
    who, line = early[0]
    code = linecache.getline(str(HERE / ANSWER), line).strip()
    return f": {who} goes on although what it waits for has not come yet\n  at line {line}: {code}"


def innermost(stack: list[str]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    found = re.search(rf'File "(.+/{ANSWER})", line (\d+)', "\n".join(stack))
    return f"\n  at line {found[2]}: {linecache.getline(found[1], int(found[2])).strip()}" if found else ""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)
