"""Every order of a program's steps, each in a process of its own, several at a time."""

import contextlib
import os
import resource
import selectors
import signal
from collections import deque
from typing import Any

from .actor import Order
from .run import ended, run, start
from .stepped import Stepped, UnexplorableError

MOST = 2000  # orders
CPU = 20.0  # seconds on processors: ten on two
SILENCE = 60.0  # seconds in which no run tells anything, however busy the machine is

Steps = tuple[int, ...]


def explore(stepped: Stepped, jobs: int = 2, most: int = MOST, cpu: float = CPU) -> list[Order]:
    """Run a program under every order of its steps, `jobs` at a time; gives them sorted.

    Raises UnexplorableError for more than `most` orders, or more than `cpu` seconds, and where the order of steps does
    not decide everything.
    """
    limit = time_used() + cpu
    orders: list[Order] = []
    known: dict[Steps, Any] = {}
    todo: deque[Steps] = deque([()])  # the shortest first: then it is soon seen where there are too many
    with contextlib.closing(_Runs(stepped, jobs)) as runs:
        while todo or runs:
            while todo and runs.have_room:
                runs.begin(todo.popleft())
            prefix, order = runs.one_that_ended()
            orders.append(order)
            _compare(order, known)
            todo += _others(order, len(prefix))
            if len(orders) + len(todo) > most or time_used() > limit:
                raise _too_many(len(orders), len(todo), f"{most} orders and {cpu:.0f} s of CPU time")
    _compare(run(stepped, orders[-1].picks), known)
    return sorted(orders, key=lambda order: order.picks)


def time_used() -> float:
    """Seconds that all runs so far used on processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _too_many(done: int, left: int, allowed: str) -> UnexplorableError:
    what = f"Its steps have more than {done + left} orders, of which {done} were run; allowed are {allowed}."
    return UnexplorableError(what, "Step fewer functions, put fewer lines into them, or start fewer threads.")


def _others(order: Order, begin: int) -> list[Steps]:
    """The orders that leave this one after `begin` steps or more, each up to the step that differs."""
    places = range(begin, len(order.picks))
    return [(*order.picks[:n], other) for n in places for other in order.able[n] if other != order.picks[n]]


def _compare(order: Order, known: dict[Steps, Any]) -> None:
    """See that the same steps led to the same state as they did before."""
    for count, state in enumerate(order.states):
        steps = order.picks[:count]
        if known.setdefault(steps, state) != state:
            what = f"After the order {''.join(map(str, steps)) or 'of no step'}, it was not the same in each run."
            advice = "Only the order of steps may decide: nothing random, and no waiting but by threading and queue."
            raise UnexplorableError(what, advice)


class _Runs:
    """The processes that run at this moment."""

    def __init__(self, stepped: Stepped, jobs: int) -> None:
        self._stepped = stepped
        self._jobs = jobs
        self._selector = selectors.DefaultSelector()
        self._reports: dict[int, bytearray] = {}

    def __len__(self) -> int:
        return len(self._reports)

    @property
    def have_room(self) -> bool:
        return len(self) < self._jobs

    def begin(self, prefix: Steps) -> None:
        pid, pipe = start(self._stepped, prefix)
        self._selector.register(pipe, selectors.EVENT_READ, (pid, prefix))
        self._reports[pipe] = bytearray()

    def one_that_ended(self) -> tuple[Steps, Order]:
        while ready := self._selector.select(SILENCE):
            for key, _ in ready:
                if data := os.read(key.fd, 1 << 16):
                    self._reports[key.fd] += data
                else:
                    return self._end(key)
        raise UnexplorableError("A run waits for what nobody can hold.", "Let it wait by threading and queue alone.")

    def _end(self, key: selectors.SelectorKey) -> tuple[Steps, Order]:
        pid, prefix = key.data
        self._selector.unregister(key.fd)
        os.close(key.fd)
        return prefix, ended(prefix, bytes(self._reports.pop(key.fd)), os.waitpid(pid, 0)[1])

    def close(self) -> None:
        for key in list(self._selector.get_map().values()):
            os.kill(key.data[0], signal.SIGKILL)
            os.waitpid(key.data[0], 0)
            os.close(key.fd)
        self._selector.close()
