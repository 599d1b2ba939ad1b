"""One order of a program's steps, in a process of its own."""

import json
import os
import resource
import sys
import threading
import traceback
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from . import standins, tasks
from .actor import ENDLESS, IMPOSSIBLE, Order
from .stepped import Stepped, UnexplorableError
from .turn import LONGEST, Turn, begin
from .watch import watch

OURS = str(Path(__file__).parent)
MOST = 10  # seconds on processors that one run may take
BROKEN = 70  # status of a process whose report is that we failed


def run(stepped: Stepped, prefix: Sequence[int] = ()) -> Order:
    """Run a program with its steps in this order; as the lowest numbers would go on, where it ends before.

    Raises UnexplorableError where that cannot be.
    """
    pid, pipe = start(stepped, prefix)
    with open(pipe, "rb") as reading:
        return ended(prefix, reading.read(), os.waitpid(pid, 0)[1])


def start(stepped: Stepped, prefix: Sequence[int]) -> tuple[int, int]:
    """Begin such a run: gives its process, and the pipe on which it reports. `ended` is for what comes there."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        _be(stepped, prefix, writing)
    os.close(writing)
    return pid, reading


def ended(prefix: Sequence[int], report: bytes, status: int) -> Order:
    """The order that a process reported before it ended with a status. Raises UnexplorableError for no report."""
    if not report:
        shown = "".join(map(str, prefix)) or "nothing"
        what = f"The run that begins with the order {shown} ended with {os.waitstatus_to_exitcode(status)} too early."
        raise UnexplorableError(what, "Let it end by itself, with all steps in threads.")
    told = json.loads(report)
    if isinstance(told, str):
        raise RuntimeError(told)
    picks, able, states, end, output = told
    if end == IMPOSSIBLE:
        what = f"After the order {''.join(map(str, picks[:-1])) or 'of no step'}, {picks[-1]} cannot take a step."
        raise UnexplorableError(what, f"Choose {' or '.join(map(str, able[-1]))}.")
    if end == ENDLESS:
        advice = "Take out loops that wait by looking again and again."
        raise UnexplorableError(f"An order has more than {LONGEST} steps.", advice)
    return Order(tuple(picks), tuple(map(tuple, able)), tuple(states), end, output)


def _be(stepped: Stepped, prefix: Sequence[int], pipe: int) -> NoReturn:
    """Be the process of a run, which was just forked."""

    def report(order: Order) -> None:
        _write(pipe, [order.picks, order.able, order.states, order.end, order.output])
        os._exit(0)

    try:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST, MOST))
        standins.install()
        tasks.install()
        turn = Turn(stepped, prefix, report)
        _run(turn)
        turn.main_is_done()
    except BaseException:  # of ours: what the program raises is a part of its output
        _write(pipe, traceback.format_exc())
    finally:
        os._exit(BROKEN)


def _write(pipe: int, told: Any) -> None:
    with open(pipe, "wb") as writing:
        writing.write(json.dumps(told).encode())


def _run(turn: Turn) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    module = types.ModuleType("__main__")
    module.__file__ = turn.stepped.path
    turn.names = module.__dict__
    sys.modules["__main__"] = module
    sys.stdout = sys.stderr = turn.output
    threading.excepthook = _of_a_thread
    begin(turn)
    watch(turn.stepped)
    try:
        exec(turn.stepped.code, module.__dict__)
        for at_exit in reversed(vars(threading)["_threading_atexits"]):
            at_exit()
    except SystemExit:
        pass
    except BaseException as raised:
        _print(raised)


def _of_a_thread(told: Any) -> None:
    if told.exc_type is not SystemExit:
        print(f"Exception in thread {told.thread.name}:", file=sys.stderr)
        _print(told.exc_value)


def _print(raised: BaseException) -> None:
    """Print a traceback as Python does, without the lines of this package."""
    whole = traceback.TracebackException.from_exception(raised)
    told: traceback.TracebackException | None = whole
    while told:
        told.stack[:] = [line for line in told.stack if not line.filename.startswith(OURS)]
        told = told.__cause__ or told.__context__
    print("".join(whole.format()), end="", file=sys.stderr)
