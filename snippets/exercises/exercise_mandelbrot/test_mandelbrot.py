"""The check of `mandelbrot`: plain `pytest` in this folder runs it.

It leaves nothing to luck: the workers are held until as many have begun as were asked for, and row 0 until the last row
is ready. The first point of each row that a worker made is changed, so that no two rows are equal.
"""

import json
import linecache
import os
import pickle
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

OTHERS = [[12, 11, 3], [12, 2, 3], [12, 1, 2], [12, 5, 1], [12, 0, 2]]
CHANGED = "changed = lambda y, made: [101 + y, *made[1:]]\n"


def serial_row(y: int, width: int, height: int) -> list[int]:
    """The row as it must be, with the first point that the check gives it."""
    points = [complex(3.2 * x / width - 2.3, 1.25 - 2.4 * y / height) for x in range(width)]
    return [101 + y, *map(escape, points[1:])]


def escape(c: complex) -> int:
    """The number of steps that it takes the point to escape, 100 at most."""
    z, steps = 0j, 0
    while abs(z) <= 2 and steps < 100:
        z, steps = z * z + c, steps + 1
    return steps


def check_rows(call: str, told: dict[str, Any]) -> None:
    """Fail unless the answer returned the rows that its workers made, from top to bottom, and left nothing behind."""
    rows, early, (width, height, workers) = told["value"], early_lines(told["early"]), told["arguments"]
    right = [serial_row(y, width, height) for y in range(height)]
    expect(isinstance(rows, list), f"{call} returned {'a dict' if isinstance(rows, dict) else rows}, not a list")
    missing = ", ".join(str(y) for y in range(height) if right[y] not in rows)
    expect(not missing, f"{call} lacks rows {missing}, as row() made them in a worker{early}")
    order = ", ".join(str(right.index(points)) if points in right else "?" for points in rows)
    expect(rows == right, f"{call} returned the rows in the order {order}")
    expect(told["most"] <= max(workers, 1), f"{call} had {told['most']} processes at once, not {workers}")
    expect(not told["running"], f"{call} returned, and left {told['running']} of its processes running")


@pytest.mark.parametrize("workers", [2, 3])
def test_the_picture(workers: int, tmp_path: Path) -> None:
    width, height = 12, 24
    calls, callers, held, together, last_is_ready = Counter[int](), set[int](), list[Sign](), False, False
    with Run(tmp_path, "row", "picture", [[width, height, workers]], CHANGED) as run:
        for sign in run.signs():
            if sign.kind == "returned":
                check_rows(run.call, sign.what)
                break
            expect(sign.worker > 0 or sign.kind != "begins", f"{run.call} calls row() in the main process")
            if sign.kind == "quiet":
                if not held:
                    run.hangs()
                few = f"{run.call}: while row({held[0].what}, …) is at work, {len(callers)} of {workers} processes work"
                expect(together, f"{few}, and no other begins{run.where()}")
                last_is_ready = True
            else:
                held.append(sign)
            if sign.kind == "begins":
                calls[sign.what] += 1
                callers.add(sign.worker)
            together = together or len(callers) >= workers
            last_is_ready = last_is_ready or (sign.kind, sign.what) == ("ends", height - 1)
            for one in list(held):
                if together and (last_is_ready or (one.kind, one.what) != ("begins", 0)):
                    held.remove(one)
                    one.let_go_on()
    again = [y for y in calls if calls[y] > 1]
    expect(not again, f"{run.call} calls row() more than once for rows {again}")


def test_rows_that_do_not_divide(tmp_path: Path) -> None:
    with Run(tmp_path, "row", "picture", OTHERS, CHANGED) as run:
        signs = run.signs()
        for _ in OTHERS:
            for sign in signs:
                if sign.kind == "quiet":
                    run.hangs()
                expect(sign.worker > 0 or sign.kind != "begins", f"{run.call} calls row() in the main process")
                sign.let_go_on()
                if sign.kind == "returned":
                    check_rows(run.call, sign.what)
                    break


# --- The same in every check of processes from here on: how an answer is run, and how its processes tell of themselves.

ANSWER = Path(__file__).name.removeprefix("test_")
TOO_EARLY = "finished its bootstrapping phase"
MOST_SIGNS = 1000  # of one answer; the checks need fewer than 300
PROGRAM = '''"""Run an answer. Every process that the answer starts has this file, too, and so tells of its calls."""

import faulthandler, functools, importlib, json, multiprocessing, os, pickle, queue, signal, socket
import sys, time, traceback
from concurrent.futures import Future
from multiprocessing import connection, pool, process, queues

name, watched, function, calls, port = json.loads(os.environ["ANSWER_TO_CHECK"])
os.cpu_count = os.process_cpu_count = lambda: 7  # whoever does not ask for so many workers has others
answer = importlib.import_module(name)
real = getattr(answer, watched)
changed = lambda first, result: result  # what a check makes of a result, to know it again


def tell(kind, what):
    tell.line = None  # closes that of the last sign
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(pickle.dumps((kind, os.getpid() if multiprocessing.parent_process() else 0, what)))
    line.recv(1)  # until the check lets it go on
    tell.line = line  # open until the next sign, or the end of the process


@functools.wraps(real)
def telling(*args, **kwargs):
    first = args[0] if args else kwargs[real.__code__.co_varnames[0]]
    tell("begins", first)
    result = changed(first, real(*args, **kwargs))
    tell("ends", first)
    return result


def started(start):  # how many processes there are at once; one of a manager does not count
    def counting(child):
        start(child)
        there = [one for one in multiprocessing.active_children() if not one.name.startswith("SyncManager")]
        if not multiprocessing.parent_process():
            counts["most"] = max(counts["most"], len(there))
            if len(there) > 12:
                tell("crowd", len(there))
    return counting


def hurried(owner, name, is_there, outcome, place=0):
    """A time-out may come before what is waited for: where the answer sets one, it does, five times."""
    real = getattr(owner, name)

    @functools.wraps(real)
    def call(*args, **kwargs):
        caller = sys._getframe(1)
        limit = kwargs.get("timeout", args[place] if 0 < place < len(args) else None)
        asks = place == 0 or limit is not None or False in args[1:2] or kwargs.get("block") is False
        mine = caller.f_code.co_filename == answer.__file__ and not multiprocessing.parent_process()
        if not asks or not mine or len(counts["early"]) >= 5 or is_there(args[0]):
            return real(*args, **kwargs)
        counts["early"].append(caller.f_lineno)
        return outcome()
    setattr(owner, name, call)


def empty():
    raise queue.Empty


def late():
    raise TimeoutError if sys.version_info >= (3, 11) else multiprocessing.TimeoutError


def late_pool():
    raise multiprocessing.TimeoutError


counts = {"most": 0, "early": []}
setattr(answer, watched, telling)
process.BaseProcess.start = started(process.BaseProcess.start)
hurried(process.BaseProcess, "join", lambda one: not one.is_alive(), lambda: None, 1)
hurried(queues.Queue, "get", lambda one: one._poll(), empty, 2)
hurried(queues.Queue, "get_nowait", lambda one: one._poll(), empty)
hurried(queues.Queue, "empty", lambda one: one._poll(), lambda: True)
hurried(queues.SimpleQueue, "empty", lambda one: one._poll(), lambda: True)
hurried(connection._ConnectionBase, "poll", lambda one: one._poll(0), lambda: False)
hurried(pool.AsyncResult, "get", lambda one: one.ready(), late_pool, 1)
hurried(pool.AsyncResult, "wait", lambda one: one.ready(), lambda: None, 1)
hurried(Future, "result", lambda one: one.done(), late, 1)
#EXTRA
if __name__ == "__main__":
    faulthandler.register(signal.SIGTERM, chain=True)  # told to end, it leaves its stack
    faulthandler.register(signal.SIGUSR1)  # asked where it is, too
    tell("is ready", None)
    try:
        for arguments in calls:
            counts.update(most=0, early=[])
            tell("is called", arguments)
            value = getattr(answer, function)(*arguments)
            if not isinstance(value, (dict, list)):
                value = f"something of type {type(value).__name__}"
            left = len(multiprocessing.process._children)  # not joined yet
            patience = time.monotonic() + 1  # less than the check has
            for child in multiprocessing.active_children():
                child.join(max(0, patience - time.monotonic()))
            running = len(multiprocessing.active_children())
            tell("returned", dict(counts, value=value, left=left, running=running, arguments=arguments))
    except Exception as error:
        stack = "".join(traceback.format_exception(error, chain=False)) + str(error.__cause__)  # of a worker
        tell("raised", (traceback.format_exception_only(error)[0], stack, counts["early"]))
'''


class Sign(NamedTuple):
    """What a process tells: it `begins` or `ends` a call, the answer `returned`, or for a while all is `quiet`."""

    kind: str
    worker: int  # 0: the main process
    what: Any
    line: socket.socket | None = None

    def let_go_on(self) -> None:
        """Let the process go on; until then it waits."""
        if self.line:
            with suppress(OSError):  # it may have been ended meanwhile
                self.line.sendall(b".")

    def has_ended(self) -> bool:
        """Wait a while for the end of the process, or for what it does next; say whether that has come."""
        with suppress(TimeoutError, ConnectionError):
            return self.line is not None and self.line.recv(1) == b""
        return False


class Run:
    """The answer at work in a program of its own: what its processes tell, and the end of all of them."""

    def __init__(self, place: Path, watched: str, function: str, calls: Sequence[Any], extra: str = "") -> None:
        self.watched, self.function, self.call = watched, function, ""
        self.errors, program = place / "errors.txt", place / "program.py"
        program.write_text(PROGRAM.replace("#EXTRA", extra), encoding="utf-8")
        self.server = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.server.settimeout(0.1)
        self.lines: list[socket.socket] = []
        self.began = time.monotonic()
        self.patience = 8.0  # seconds without a sign; fewer if this computer turns out to be fast today
        told = json.dumps([Path(ANSWER).stem, watched, function, calls, self.server.getsockname()[1]])
        with self.errors.open("w") as errors:
            self.main = subprocess.Popen(
                [sys.executable, str(program)],
                env={**os.environ, "ANSWER_TO_CHECK": told, "PYTHONPATH": str(Path(__file__).parent)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        for end in (
            signal.SIGTERM,
            signal.SIGKILL,
        ):  # multiprocessing's resource tracker outlives the first, to tidy up
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.main.pid, end)
            with suppress(subprocess.TimeoutExpired):
                self.main.wait(1)
                break
        for line in (self.server, *self.lines):
            line.close()

    def signs(self) -> Iterator[Sign]:
        """What the processes tell, one after another; what goes wrong with the answer fails the test."""
        waited, number = 0.0, 0
        while True:
            line = None
            with suppress(TimeoutError):
                line, _ = self.server.accept()
            if not line:
                waited += 0.1
                self.is_alive()
                if waited >= self.patience:
                    waited = 0.0
                    yield Sign("quiet", 0, None)
                continue
            waited = 0.0
            self.lines.append(line)
            line.settimeout(self.patience / 2)
            try:
                with line.makefile("rb") as message:
                    told: tuple[str, int, Any] = pickle.load(message)
                    sign = Sign(*told, line)
            except (EOFError, OSError):  # it was ended meanwhile
                continue
            number += 1
            expect(number < MOST_SIGNS, f"{self.call} calls {self.watched}() again and again, and does not come back")
            if self.is_for_the_test(sign):
                yield sign

    def is_for_the_test(self, sign: Sign) -> bool:
        """Whether a sign tells what the test asks about."""
        if sign.kind == "raised":
            error, stack, early = sign.what
            where = early_lines(early) or innermost(stack.splitlines()[::-1])
            expect(False, f"{self.call} fails{where}\n  with {error.strip()}")
        expect(sign.kind != "crowd", f"{self.call} has started more and more processes: {sign.what} are there at once")
        if sign.kind == "is ready":
            self.patience = min(8.0, max(2.0, 20 * (time.monotonic() - self.began)))
            sign.let_go_on()
        if sign.kind == "is called":
            self.call = f"{self.function}({', '.join(map(repr, sign.what))})"
            sign.let_go_on()
        return sign.kind not in ("is ready", "is called")

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
        failed = re.findall(r"^[\w.]+(?:Error|Exception)\b.*", errors, re.MULTILINE)
        return f"{innermost(errors.splitlines()[::-1])}\n  with {failed[-1]}" if failed else ""

    def where(self) -> str:
        """The line of the answer at which the main process is."""
        before = self.errors.read_text()
        with suppress(ProcessLookupError):
            self.main.send_signal(signal.SIGUSR1)
        until, stack = time.monotonic() + self.patience, ""
        while time.monotonic() < until and not innermost(stack.splitlines()):
            stack = self.errors.read_text().removeprefix(before).rpartition("(most recent call first)")[2]
            self.main.poll()
        return innermost(stack.splitlines())

    def hangs(self, why: str = "") -> None:
        """Fail, with the line of the answer at which the main process waits."""
        failure = self.failure()
        why = f": a process failed{failure}\n  and so it waits" if failure else why
        expect(False, f"{self.call} waits forever{why}{self.where()}")


def early_lines(early: list[int]) -> str:
    """The first line of the answer where a time-out came before what it waited for, if there is one."""
    if not early:
        return ""
    line = linecache.getline(str(Path(__file__).with_name(ANSWER)), early[0]).strip()
    return f": it goes on although what it waits for has not come yet\n  at line {early[0]}: {line}"


def innermost(stack: list[str]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    found = re.search(rf'File "(.+/{ANSWER})", line (\d+)', "\n".join(stack))
    return f"\n  at line {found[2]}: {linecache.getline(found[1], int(found[2])).strip()}" if found else ""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)
