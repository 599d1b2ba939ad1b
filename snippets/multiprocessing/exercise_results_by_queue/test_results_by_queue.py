"""The check of `results_by_queue`: plain `pytest` in this folder runs it.

It leaves nothing to luck: no process goes on before all photos are made, and then the last comes first. A wait with a
time-out ends before there is something.
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

CALLS = [["beach", "cat", "harbour"], ["cat", "beach", "cat"], [], ["pier"]]
FULL = ": a process does not end before all that it put into a queue is taken out, nor while it still works"
GONE = ": all its processes have put what they had, and nothing more comes"
WATCH_QUEUES = """
from multiprocessing import managers


def told(put, identity):
    @functools.wraps(put)
    def call(one, *args, **kwargs):
        near, far = sys._getframe(1).f_code.co_filename, sys._getframe(2).f_code.co_filename  # put_nowait() calls put()
        if multiprocessing.parent_process() and answer.__file__ in (near, far):
            tell("puts", identity(one))
        return put(one, *args, **kwargs)
    return call


pipe = lambda one: os.fstat(one._writer.fileno()).st_ino
queues.Queue.put = told(queues.Queue.put, pipe)
queues.SimpleQueue.put = told(queues.SimpleQueue.put, pipe)
queues.JoinableQueue.put = told(queues.JoinableQueue.put, pipe)
proxied = managers.BaseProxy._callmethod


def callmethod(one, method, *args, **kwargs):
    if multiprocessing.parent_process() and method in ("put", "put_nowait"):
        tell("puts", str(one._token))
    return proxied(one, method, *args, **kwargs)


managers.BaseProxy._callmethod = callmethod
"""


def photo(name: str) -> bytes:
    """The large photo of that name."""
    return name.encode().ljust(1_000_000, b".")


def check_photos(call: str, names: list[str], told: dict[str, Any]) -> None:
    """Fail unless the answer returned the large photo of each name."""
    photos, early = told["value"], early_lines(told["early"])
    expect(
        isinstance(photos, dict), f"{call} returned {photos if isinstance(photos, str) else 'a list'}, not a dictionary"
    )
    wanted = [*dict.fromkeys(names)]
    lost = ", ".join(repr(name) for name in wanted if name not in photos)
    expect(not lost, f"{call} returned no photo of {lost}{early}")
    for name in wanted:
        of = next((repr(other) for other in wanted if photo(other) == photos[name]), "nobody")
        expect(photos[name] == photo(name), f"{call} returned the photo of {of} for {name!r}")
    expect(len(photos) == len(wanted), f"{call} also returned {[*photos.keys() - {*wanted}]}")
    expect(told["arguments"][0] == names, f"{call} changed its argument to {told['arguments'][0]}")
    left = f"{call} returned, and did not join {told['left']} of its {len(names)} processes{early}"
    expect(told["left"] == 0, left)


class Photographers:
    """The processes of one call: held until all photos are made, and again before each puts something into a queue."""

    def __init__(self, run: "Run", names: list[str]) -> None:
        self.run, self.number = run, len(names)
        self.least, self.most = len({*names}), len(names)  # an equal name needs no second process
        self.made: dict[int, str] = {}  # by process
        self.queues: dict[int, Any] = {}
        self.held: list[Sign] = []
        self.stuck = False

    def takes(self, sign: "Sign") -> None:
        """Hear what a process does."""
        if sign.kind == "quiet":
            self.all_is_quiet()
            return
        expect(sign.worker > 0, f"{self.run.call} calls enlarge() in the main process")
        if sign.kind == "ends":
            twice = f"{self.run.call} lets one process enlarge {self.made.get(sign.worker)!r} and {sign.what!r}"
            expect(sign.worker not in self.made, twice)
            self.made[sign.worker] = sign.what
        if sign.kind == "puts":
            self.queues[sign.worker] = sign.what
        if sign.kind == "begins" or (sign.kind == "puts" and len(self.made) < self.number):
            sign.let_go_on()
        else:
            self.held.append(sign)
        if self.number <= len(self.made) == len(self.held):
            self.lets_all_go()

    def lets_all_go(self) -> None:
        """The last goes first, and the next when it has ended or has put something."""
        held, self.held = self.held, []
        for one in sorted(held, key=lambda one: self.made[one.worker], reverse=True):
            one.let_go_on()
            if one.kind == "puts" and not self.stuck:
                self.stuck = not one.has_ended()

    def all_is_quiet(self) -> None:
        """Nobody does anything: say why."""
        if self.least <= len(self.made):
            self.number = len(self.made)
        few = f"{self.run.call} waits for a photo, and has started {len(self.made)} of {self.number} processes"
        expect(not 0 < len(self.made) < self.number, f"{few}{self.run.where()}")
        if self.held:
            self.lets_all_go()
            return
        self.uses_one_queue()
        why = (FULL if "join" in self.run.where() else "") if self.stuck else GONE
        self.run.hangs(why if self.queues else "")

    def uses_one_queue(self) -> None:
        """Fail if there are several."""
        number = len({*self.queues.values()})
        expect(number <= 1, f"{self.run.call} puts photos into {number} queues, and one for all is asked for")

    def are_as_asked(self) -> None:
        """Fail unless each name had a process, and all used one queue."""
        call, made = self.run.call, len(self.made)
        expect(self.least <= made <= self.most, f"{call} called enlarge() {made} times, for {self.most} names")
        without = ", ".join(repr(self.made[one]) for one in self.made if one not in self.queues)
        expect(not without, f"{call} brings the photo of {without} home, and its process puts nothing into a queue")
        self.uses_one_queue()


def test_all_photos_come_home(tmp_path: Path) -> None:
    with Run(tmp_path, "enlarge", "enlarge_all", [[names] for names in CALLS], WATCH_QUEUES) as run:
        signs = run.signs()
        for names in CALLS:
            photographers = Photographers(run, names)
            for sign in signs:
                if sign.kind == "returned":
                    check_photos(run.call, names, sign.what)
                    photographers.are_as_asked()
                    sign.let_go_on()
                    break
                photographers.takes(sign)


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
