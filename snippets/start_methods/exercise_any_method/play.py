"""An answer at work in a program of its own, whose processes tell the check what they do, and wait for its leave.

Whoever tells something by `stage.py` is held until the check lets it go on: so the check decides who is first, and luck
does not. Nor do seconds: `stuck.py` sees when nobody can go on any more, however busy the computer is.
"""

import json
import linecache
import os
import re
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from stuck import Watch

LOOK = 0.1  # seconds between two looks at the processes
RESTS, LOOKS = 2, 50  # looks: until nobody goes on, and at the most for the main process to say where it is
POLLERS = 4  # threads of the main process that may look again and again: whatever takes time tells so, and is held
MOST_SIGNS = 500  # of one play; no right answer needs half of them
MOST_ENDS = 24  # of processes in one call: a pool makes a new one for each that dies as it begins, for ever


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(told, pytrace=False)


class Sign(NamedTuple):
    """What a process told; it is held until it may go on. `process` is its number, 0 for the main process.

    The stage itself tells that nobody goes on for now, "rests", that nobody can any more, "stuck", that they work, or
    tell things, without end, "busy", and that the main process has ended, "over".
    """

    kind: str
    what: Any = None
    process: int = 0
    line: socket.socket | None = None

    def go_on(self) -> None:
        """Let the process go on, if it is still there."""
        if self.line:
            with suppress(OSError), self.line as line:
                line.sendall(b".")

    def is_gone(self) -> bool:
        """Whether the process has ended while it was held."""
        try:
            return self.line is None or self.line.recv(1, socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True


class Play:
    """The program at work, which gets `given` as JSON in its first argument."""

    def __init__(self, answer: str, place: Path, program: str, *given: Any, **environment: str) -> None:
        self.answer = Path(__file__).with_name(answer)
        self.errors = place / "errors.txt"
        (place / "program.py").write_text(program, encoding="utf-8")
        self.server = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.server.settimeout(LOOK)
        self.lines: list[socket.socket] = []
        self.ending: list[Sign] = []  # held until nobody else goes on
        ours = {"STAGE": str(self.server.getsockname()[1]), "PYTHONPATH": str(self.answer.parent)}
        with self.errors.open("w") as errors:
            self.main = subprocess.Popen(
                [sys.executable, str(place / "program.py"), json.dumps(given)],
                env={**os.environ, **ours, **environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        self.watch = Watch(self.main.pid, pollers=POLLERS)

    def __enter__(self) -> "Play":
        return self

    def __exit__(self, *_: object) -> None:
        for end in (signal.SIGTERM, signal.SIGKILL):  # the first leaves multiprocessing's tracker, which tidies up
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.main.pid, end)
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(2)
                break
        for line in (self.server, *self.lines):
            line.close()

    def signs(self) -> Iterator[Sign]:
        """What the processes tell, one after the other, and how it stands with them; the last is "busy" or "over"."""
        told, kind, was = 0, "", ""
        while told < MOST_SIGNS and kind != "busy":
            was, kind = kind, ""
            if sign := self._told():
                told += 1
                yield sign
                self.watch.has_moved()
                continue
            if self.main.poll() is not None:
                yield Sign("over")
                return
            kind = self._judged()
            if kind and kind != was:
                held = self._held()
                yield Sign(kind)
                if self._held() < held:  # some go on, and nobody may be blamed for what was before
                    self.watch.has_moved()
        yield Sign("busy")

    def _held(self) -> int:
        """How many told something, and have not been let go."""
        return sum(line.fileno() >= 0 for line in self.lines)

    def outcome(
        self,
        call: str,
        see: Callable[[Sign], object],
        why_stuck: Callable[[], str] = str,
        must_wait: bool = True,
    ) -> tuple[str, Any]:
        """The type of what a call of the answer returns, and that.

        `see` gets what happens until then, and `why_stuck` gives a better reason for it than "waits forever". If it
        `must_wait`, its processes have ended when it returns; else they may end a little later.
        Where the program may `hold_ends`, each process ends when nobody else goes on: sleeping is not waiting for it.
        """
        returned, ends = Sign(""), 0
        for sign in self.signs():
            told = (why_stuck() if sign.kind == "stuck" else "") or self.trouble(call, sign)
            expect(not told, told)
            if sign.kind == "returned":
                returned, running = sign, sign.what[3]
                not_awaited = f"{call} returned, and did not wait for the end of {running} of its processes"
                expect(not running or not must_wait, not_awaited)
            elif sign.kind == "ends":
                self.ending.append(sign)
                ends += 1
                endless = f"{call} does not come to an end: {ends} of its processes have ended, and new ones begin"
                expect(ends <= MOST_ENDS, f"{endless}{self._where()}{self._raised()}")
            elif sign.kind == "rests" and self.has_let_end():
                continue
            elif returned.line and sign.kind == "rests":
                returned.go_on()
            else:
                see(sign)
            left = sign.what if sign.kind == "left" else returned.what[2] if returned.what else -1
            if left == 0:
                sign.go_on()
                break
            expect(sign.kind != "left", f"{call} returned, and left {left} of its processes running")
        return returned.what[0], returned.what[1]

    def has_let_end(self) -> bool:
        """Let the processes end that are about to, and tell whether there were any; some may have been ended."""
        about_to = [sign for sign in self.ending if not sign.is_gone()]
        self.ending.clear()
        for sign in about_to:
            sign.go_on()
            self.watch.has_moved()
        return bool(about_to)

    def trouble(self, call: str, sign: Sign) -> str:
        """What is wrong with a call of the answer that such a sign ends; nothing for what a process told."""
        if sign.kind == "over":
            return f"{call} fails{self._failure()}"
        ends = {"stuck": "waits forever", "busy": "does not come to an end"}
        return f"{call} {ends[sign.kind]}{self._where()}{self._raised()}" if sign.kind in ends else ""

    def _told(self) -> Sign | None:
        with suppress(TimeoutError):
            line, _ = self.server.accept()
            self.lines.append(line)
            line.settimeout(None)
            if self._says_something(line) and (said := line.makefile("rb").readline()):
                kind, what, process = json.loads(said)
                return Sign(kind, what, process, line)
        return None

    def _says_something(self, line: socket.socket) -> bool:
        """Wait until a process that has called says something, however busy the computer is; False if it never will."""
        while not select.select([line], [], [], LOOK)[0]:
            self.watch.look()
            if self.watch.is_stuck():
                return False
        return True

    def _judged(self) -> str:
        self.watch.look()
        if self.watch.works_on():
            return "busy"
        if self.watch.is_stuck():
            return "stuck"
        return "rests" if self.watch.is_stuck(RESTS) else ""

    def _failure(self) -> str:
        """The line of the answer that was called last, and the exception."""
        errors = self.errors.read_text(encoding="utf-8", errors="replace")
        return self._quoted(errors) + (self._raised() or f"\n  and ends with status {self.main.returncode}")

    def _raised(self) -> str:
        """The last exception that some process ended with."""
        errors = self.errors.read_text(encoding="utf-8", errors="replace")
        failed = re.findall(r"^[\w.]+(?:Error|Exception|Exit|Interrupt|Pool|Empty|Full)\b.*", errors, re.MULTILINE)
        return f"\n  with {failed[-1]}" if failed else ""

    def _where(self) -> str:
        """The line of the answer at which the main process is."""
        before = self.errors.stat().st_size
        with suppress(ProcessLookupError):
            self.main.send_signal(signal.SIGUSR1)
        told = b""
        for _ in range(LOOKS):
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(LOOK)
            was, told = told, self.errors.read_bytes()[before:]
            if (told and told == was) or self.main.returncode is not None:
                break
        return self._quoted(told.decode(errors="replace"), 0)

    def _quoted(self, stack: str, which: int = -1) -> str:
        """A line of the answer that a stack names, the last or the first."""
        file = str(self.answer)
        numbers = re.findall(rf'File "{re.escape(file)}", line (\d+)', stack)
        if not numbers:
            return ""
        return f"\n  at line {numbers[which]}: {linecache.getline(file, int(numbers[which])).strip()}"
