"""Whether there is room for one more program beside those that run.

A gauge tells how many processors these want right now, by what Linux counts of each of their threads.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from snippets.engine.process.watched import GONE
from snippets.engine.runs.record import Work

MOST = 16  # programs for each processor: should all that waited begin to compute, none takes much longer than that
NEWCOMER = 0.5  # of a processor: what one that has just come is taken to want, until the gauge has seen it
PROC = "/proc"
WINDOW = 0.01  # seconds from look to look at the least: the system counts a running thread at its ticks
UNTOLD = float("inf")

Wants = Mapping[str, float]  # seconds so far, by thread


def wants(beside: frozenset[int] = frozenset()) -> Wants | None:
    """How long each thread of all that this process started, however deep, was on a processor or waited for one.

    So a program that computes wants a processor also where other work keeps it from having it. Those of the children
    `beside`, which are no programs, do not count. None where the system does not tell.
    """
    own = f"{PROC}/self/task/{os.getpid()}"
    if not all(os.path.exists(f"{own}/{name}") for name in ("children", "schedstat")):
        return None
    return {thread: _seconds(thread) for thread in _threads_below(os.getpid(), beside)}


def children(pid: int) -> Iterator[int]:
    """The processes that a process started; none where the system does not tell."""
    for thread in _threads(pid):
        yield from map(int, _read(f"{thread}/children").split())


def _threads_below(pid: int, but: frozenset[int]) -> Iterator[str]:
    for child in frozenset(children(pid)) - but:
        yield from _threads(child)
        yield from _threads_below(child, but)


def _threads(pid: int) -> list[str]:
    try:
        return [f"{PROC}/{pid}/task/{thread}" for thread in os.listdir(f"{PROC}/{pid}/task")]
    except GONE:
        return []


def _seconds(thread: str) -> float:
    on_processor, ready, _ = _read(f"{thread}/schedstat").split() or (0, 0, 0)
    return (int(on_processor) + int(ready)) / 1e9


def _read(path: str) -> bytes:
    """What a file says; nothing if what it tells of has ended."""
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except GONE:
        return b""


class Gauge:
    """Tells how many processors were `wanted` between the last two looks; `UNTOLD` before, and where nothing tells."""

    def __init__(
        self, wants: Callable[[], Wants | None] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.wanted = UNTOLD
        self._wants = wants or _of_those_to_come()
        self._clock = clock
        self._last = clock(), self._wants()

    def look(self) -> bool:
        """Measure anew, unless the last look was just now; says whether it did."""
        (then, before), now = self._last, self._clock()
        if now - then < WINDOW:
            return False
        after = self._wants()
        self._last = now, after
        if before is not None and after is not None:
            grown = (max(0.0, seconds - before.get(thread, 0.0)) for thread, seconds in after.items())
            self.wanted = sum(grown) / (now - then)
        return True


def _of_those_to_come() -> Callable[[], Wants | None]:
    return partial(wants, frozenset(children(os.getpid())))


class Room:
    """The processors that programs are to keep busy, and who has been let in to do so.

    A program takes the room that it last took, a new one a whole processor. Where the gauge tells what all together
    want, more come in while that is less than there is: but only so many in one look as all can begin, since to start
    a Python takes a processor for a moment, however long the program then waits.
    """

    def __init__(self, cores: int, gauge: Gauge) -> None:
        self._cores = cores
        self._gauge = gauge
        self._inside: list[Work] = []
        self._just_come = 0  # since the last look of the gauge, which knows nothing of them

    def has_for(self, work: Work) -> bool:
        """Whether one more program may start."""
        if not self._inside:
            return True
        if len(self._inside) >= MOST * self._cores:
            return False
        if self._gauge.wanted == UNTOLD:
            return sum(one.load or 1.0 for one in [*self._inside, work]) <= self._cores
        return self._gauge.wanted + NEWCOMER * (self._just_come + 1) <= self._cores

    def enter(self, work: Work) -> None:
        """Say that a program starts."""
        self._inside.append(work)
        self._just_come += 1

    def leave(self, work: Work) -> None:
        """Say that a program has ended."""
        self._inside.remove(work)

    def look(self) -> None:
        """Let the gauge look."""
        if self._gauge.look():
            self._just_come = 0
