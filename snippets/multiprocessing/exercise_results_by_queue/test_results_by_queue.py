"""The check of `results_by_queue`: plain `pytest` in this folder runs it.

It leaves nothing to luck: no process goes on before all photos are made, and then the last comes first.
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
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

NAMES = ["beach", "cat", "harbour"]
LARGE = {name: name.encode().ljust(1_000_000, b".") for name in NAMES}
FULL = ": a process that has put something large into a queue does not end until that is taken out"
GONE = ": the processes have ended, and what they did not send is lost"


def check_photos(call: str, photos: Any) -> None:
    """Fail unless `photos` has the large photo of each name."""
    expect(
        isinstance(photos, dict), f"{call} returned {photos if isinstance(photos, str) else 'a list'}, not a dictionary"
    )
    lost = ", ".join(repr(name) for name in NAMES if name not in photos)
    expect(not lost, f"{call} returned {len(photos)} of {len(NAMES)} photos: it lost {lost}")
    for name in NAMES:
        of = next((repr(other) for other in NAMES if LARGE[other] == photos[name]), "nobody")
        expect(photos[name] == LARGE[name], f"{call} returned the photo of {of} for {name!r}")
    expect(photos.keys() == LARGE.keys(), f"{call} also returned {[*photos.keys() - LARGE.keys()]}")


def test_all_photos_come_home(tmp_path: Path) -> None:
    ready: list[Sign] = []
    left = 0
    stuck = False
    with Run(tmp_path, "enlarge", "enlarge_all", NAMES) as run:
        for sign in run.signs():
            expect(sign.kind != "begins" or sign.worker > 0, f"{run.call} calls enlarge() in the main process")
            if sign.kind == "returned":
                photos, left = sign.what
                check_photos(run.call, photos)
                break
            if sign.kind == "quiet" and 0 < len(ready) < len(NAMES):
                expect(False, f"{run.call} waits for a photo, and has started {len(ready)} of {len(NAMES)} processes")
            if sign.kind == "quiet":
                run.hangs(FULL if stuck else GONE)
            if sign.kind == "ends":
                ready.append(sign)
            else:
                sign.let_go_on()
            if sign.kind == "ends" and len(ready) == len(NAMES):
                for one in sorted(ready, key=lambda one: str(one.what), reverse=True):
                    one.let_go_on()
                    stuck = stuck or not one.has_ended()
    expect(left == 0, f"{run.call} returned, and did not join {left} of its {len(NAMES)} processes")


# --- The same in every check of processes from here on: how an answer is run, and how its processes tell of themselves.

ANSWER = Path(__file__).name.removeprefix("test_")
TOO_EARLY = "finished its bootstrapping phase"
PROGRAM = '''"""Run an answer. Every process that the answer starts has this file, too, and so tells of its calls."""

import faulthandler, functools, importlib, json, multiprocessing, os, pickle, signal, socket, traceback

name, watched, function, arguments, port = json.loads(os.environ["ANSWER_TO_CHECK"])
answer = importlib.import_module(name)
real = getattr(answer, watched)


def tell(kind, what):
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(pickle.dumps((kind, os.getpid() if multiprocessing.parent_process() else 0, what)))
    line.recv(1)  # until the check lets it go on
    tell.line = line  # open until the next sign, or the end of the process


@functools.wraps(real)
def telling(*args, **kwargs):
    first = args[0] if args else kwargs[real.__code__.co_varnames[0]]
    tell("begins", first)
    result = real(*args, **kwargs)
    tell("ends", first)
    return result


setattr(answer, watched, telling)
if __name__ == "__main__":
    faulthandler.register(signal.SIGTERM, chain=True)  # told to end, it leaves its stack
    tell("is ready", None)
    try:
        value = getattr(answer, function)(*arguments)
        if not isinstance(value, (dict, list)):
            value = f"something of type {type(value).__name__}"
        left = len(multiprocessing.process._children)  # not joined yet
        tell("returned", (value, left))
    except Exception as error:
        stack = "".join(traceback.format_exception(error, chain=False)) + str(error.__cause__)  # of a worker
        tell("raised", (traceback.format_exception_only(error)[0], stack))
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
        """Wait a while for the end of the process, which closes the line; say whether it has come."""
        with suppress(TimeoutError):
            return self.line is not None and self.line.recv(1) == b""
        return False


class Run:
    """The answer at work in a program of its own: what its processes tell, and the end of all of them."""

    def __init__(self, place: Path, watched: str, function: str, *arguments: Any) -> None:
        self.call = f"{function}({', '.join(map(repr, arguments))})"
        self.errors, program = place / "errors.txt", place / "program.py"
        program.write_text(PROGRAM, encoding="utf-8")
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.settimeout(0.1)
        self.lines: list[socket.socket] = []
        self.began = time.monotonic()
        self.patience = 8.0  # seconds without a sign; fewer if this computer turns out to be fast today
        told = json.dumps([Path(ANSWER).stem, watched, function, arguments, self.server.getsockname()[1]])
        with self.errors.open("w") as errors:
            self.main = subprocess.Popen(
                [sys.executable, str(program)],
                env={**os.environ, "ANSWER_TO_CHECK": told, "PYTHONPATH": str(Path(__file__).parent)},
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.main.pid, signal.SIGTERM)  # which multiprocessing's resource tracker outlives, to tidy up
        self.main.wait()
        for line in (self.server, *self.lines):
            line.close()

    def signs(self) -> Iterator[Sign]:
        """What the processes tell, one after another; what goes wrong with the answer fails the test."""
        waited = 0.0
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
                    kind, worker, what = pickle.load(message)
            except (EOFError, OSError):  # it was ended meanwhile
                continue
            if kind == "raised":
                error, stack = what
                expect(False, f"{self.call} fails{innermost(stack.splitlines()[::-1])}\n  with {error.strip()}")
            sign = Sign(kind, worker, what, line)
            if kind == "is ready":
                self.patience = min(8.0, max(2.0, 30 * (time.monotonic() - self.began)))
                sign.let_go_on()
            else:
                yield sign

    def is_alive(self) -> None:
        """Fail if the main process has ended, or if its processes never come to begin."""
        errors = self.errors.read_text()
        at_import = f"{ANSWER} starts a process when it is imported, and every new process imports it"
        expect(TOO_EARLY not in errors, f"{at_import}{innermost(errors.splitlines()[::-1])}")
        expect(self.main.poll() is None, f"{self.call} ended its program{self.failure()}")

    def failure(self) -> str:
        """The last exception that a process wrote to stderr, and the line of the answer that raised it."""
        errors = self.errors.read_text()
        failed = re.findall(r"^[\w.]+(?:Error|Exception)\b.*", errors, re.MULTILINE)
        return f"{innermost(errors.splitlines()[::-1])}\n  with {failed[-1]}" if failed else ""

    def hangs(self, why: str = "") -> None:
        """Fail, with the line of the answer at which the main process waits."""
        failure, before = self.failure(), self.errors.read_text()
        self.main.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.main.wait(self.patience)
        stack = self.errors.read_text().removeprefix(before).rpartition("(most recent call first)")[2]
        why = f": a process failed{failure}\n  and so it waits" if failure else why
        expect(False, f"{self.call} waits forever{why}{innermost(stack.splitlines())}")


def innermost(stack: list[str]) -> str:
    """The first line of the answer in a stack that begins with the newest call."""
    found = re.search(rf'File "(.+/{ANSWER})", line (\d+)', "\n".join(stack))
    return f"\n  at line {found[2]}: {linecache.getline(found[1], int(found[2])).strip()}" if found else ""


def expect(right: bool, told: str) -> None:
    """Fail with `told`, and nothing else, unless it is right."""
    if not right:
        pytest.fail(re.sub(" at 0x[0-9a-f]+", "", told), pytrace=False)
