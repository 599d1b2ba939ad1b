"""Whether there is room for one more program beside those that run.

A gauge tells how many processors these want right now, by what Linux counts of each of their threads.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping

from snippets.engine.process.run import Run
from snippets.engine.process.watched import GONE
from snippets.engine.runs.record import Work, load

MOST = 8  # programs for each processor: should all that waited begin to compute, none takes much longer than that
NEWCOMER = 0.5  # of a processor: where less than that is idle, only those come in that will want less
PROC = "/proc"
WINDOW = 0.02  # seconds from look to look at the least: the system counts a running thread at its ticks
UNTOLD = float("inf")

Wants = Mapping[str, float]  # seconds so far, by thread


def wants() -> Wants | None:
    """How long each thread of all that this process started, however deep, was on a processor or waited for one.

    So a program that computes wants a processor also where other work keeps it from having it. None where the system
    does not tell.
    """
    own = f"{PROC}/self/task/{os.getpid()}"
    if not all(os.path.exists(f"{own}/{name}") for name in ("children", "schedstat")):
        return None
    return {thread: _seconds(thread) for thread in _threads_below(os.getpid())}


def _threads_below(pid: int) -> Iterator[str]:
    for thread in _threads(pid):
        for child in map(int, _read(f"{thread}/children").split()):
            yield from _threads(child)
            yield from _threads_below(child)


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

    def __init__(self, wants: Callable[[], Wants | None] = wants, clock: Callable[[], float] = time.monotonic) -> None:
        self.wanted = UNTOLD
        self._wants = wants
        self._clock = clock
        self._last = clock(), wants()

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


class Room:
    """The processors that programs are to keep busy, and who has been let in to do so.

    A program takes the room that it last took, a new one a whole processor. While all together want less than that by
    the gauge, more come in: such a newcomer counts as it did last time, or as those did on average which this build has
    seen to their end, but never more than `NEWCOMER` until the gauge has seen it.
    """

    def __init__(self, cores: int, gauge: Gauge) -> None:
        self._cores = cores
        self._gauge = gauge
        self._inside: list[Work] = []
        self._just_come: list[Work] = []  # since the last look of the gauge, which knows nothing of them
        self._loads: list[float] = []

    def has_for(self, work: Work) -> bool:
        """Whether one more program may start."""
        if not self._inside:
            return True
        if len(self._inside) >= MOST * self._cores:
            return False
        expected = sum(one.load or 1.0 for one in [*self._inside, work])
        seen = self._gauge.wanted + sum(map(self._guess, [*self._just_come, work]))
        return min(expected, seen) <= self._cores

    def enter(self, work: Work) -> None:
        """Say that a program starts."""
        self._inside.append(work)
        self._just_come.append(work)

    def leave(self, work: Work, run: Run) -> None:
        """Say that a program has ended, and how that was."""
        self._inside.remove(work)
        self._loads.append(load(run.seconds, run.cpu))

    def look(self) -> None:
        """Let the gauge look."""
        if self._gauge.look():
            self._just_come.clear()

    def _guess(self, work: Work) -> float:
        mean = sum(self._loads) / len(self._loads) if self._loads else NEWCOMER
        return min(work.load or mean, NEWCOMER)
