"""The check of `primes_below`: plain `pytest` in this folder runs it.

It leaves nothing to luck: the processes that call `is_prime` are held until as many do as were asked for, and 2 comes
last. And it knows again what they found: in one test, `is_prime` says of some numbers what is not true.
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
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

EDGES = [[32, 3], [31, 2], [3, 2]]
FEW = [[2, 3], [0, 2], [4, 1]]
LIE = (25, 35, 49, 23, 37)  # the first three are no primes, the others are
CHANGED = f"changed = lambda number, prime: not prime if number in {LIE} else prime"


def serial(n: int) -> list[int]:
    """The primes below `n`, found in the slow way."""
    return [number for number in range(2, n) if all(number % divisor for divisor in range(2, number))]


def check_list(call: str, n: int, told: dict[str, Any]) -> None:
    """Fail unless the answer returned the list of the primes below `n`, and left nothing behind."""
    found, early = told["value"], early_lines(told["early"])
    expect(isinstance(found, list), f"{call} returned {'a dict' if isinstance(found, dict) else found}, not a list")
    missing = ", ".join(str(prime) for prime in serial(n) if prime not in found)
    expect(not missing, f"{call} leaves out {missing}{early}")
    others = ", ".join(str(number) for number in found if number not in serial(n))
    expect(not others, f"{call} has {others} in its list: not a prime below {n}")
    expect(found == sorted(found), f"{call} returned the primes in the order {found}")
    expect(found == serial(n), f"{call} returned a prime more than once: {found}")
    check_end(call, told)


def check_end(call: str, told: dict[str, Any]) -> None:
    """Fail if the answer had too many processes, or left some running."""
    workers = told["arguments"][1]
    expect(told["most"] <= max(workers, 1), f"{call} had {told['most']} processes at once, not {workers}")
    expect(not told["running"], f"{call} returned, and left {told['running']} of its processes running")


@pytest.mark.parametrize("workers", [2, 3])
def test_the_workers_work_at_once(workers: int, tmp_path: Path) -> None:
    n, callers, held, together, is_late = 60, set[int](), list[Sign](), False, workers == 2
    with Run(tmp_path, "is_prime", "primes_below", [[n, workers]]) as run:
        for sign in run.signs():
            if sign.kind == "returned":
                check_list(run.call, n, sign.what)
                break
            if sign.kind == "begins":
                expect(sign.worker > 0, f"{run.call} calls is_prime() in the main process")
                callers.add(sign.worker)
            if sign.kind == "quiet":
                if not held:
                    run.hangs()
                few = (
                    f"{run.call}: while is_prime({held[0].what}) is at work, {len(callers)} of {workers} processes work"
                )
                expect(together, f"{few}, and no other begins{run.where()}")
                is_late = False
            else:
                held.append(sign)
            together = together or len(callers) >= workers
            is_late = is_late and (sign.kind, sign.what) != ("ends", n - 1)  # with two workers, 2 comes last
            for one in list(held):
                if together and not (is_late and (one.kind, one.what) == ("begins", 2)):
                    held.remove(one)
                    one.let_go_on()
    expect(len(callers) > 0, f"{run.call} never calls is_prime()")


def test_the_list_is_made_of_what_the_workers_found(tmp_path: Path) -> None:
    n, said = 60, dict[int, bool]()
    with Run(tmp_path, "is_prime", "primes_below", [[n, 2]], f"{CHANGED}\n") as run:
        for sign in run.signs():
            if sign.kind == "returned":
                found = sign.what["value"]
                break
            if sign.kind == "quiet":
                run.hangs()
            if sign.kind == "begins":
                said[sign.what] = (sign.what in serial(n)) != (sign.what in LIE)
            sign.let_go_on()
    for number in range(n):
        there, right = number in found, number in serial(n)
        if number in said:
            has = "has it" if there else "does not have it"
            told = f"{run.call} does not use what the workers found: the check let is_prime({number}) return"
            expect(there == said[number], f"{told} {said[number]} there, and the list {has}")
        asked = f"{run.call} has {number} in its list, and no worker called is_prime({number})"
        expect(number in said or not there or (right and number < 4), asked)


@pytest.mark.parametrize("calls", [EDGES, FEW], ids=["edges", "few"])
def test_other_numbers(calls: list[list[int]], tmp_path: Path) -> None:
    with Run(tmp_path, "is_prime", "primes_below", calls) as run:
        signs = run.signs()
        for n, _ in calls:
            for sign in signs:
                if sign.kind == "quiet":
                    run.hangs()
                sign.let_go_on()
                if sign.kind == "returned":
                    check_list(run.call, n, sign.what)
                    break
                expect(sign.worker > 0, f"{run.call} calls is_prime() in the main process")


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
