"""Make many runs at once: as many as keep the processors busy, and those that measure time by themselves.

They can be interrupted, but only where nothing is left half done.
"""

import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from typing import Any

from snippets.engine.process.machine import cores as available
from snippets.engine.process.run import Run
from snippets.engine.process.runner import run
from snippets.engine.process.trying import first_that_shows
from snippets.engine.program.problem import Problem, ProblemError
from snippets.engine.runs.progress import Progress
from snippets.engine.runs.record import Work
from snippets.engine.runs.room import MOST, Gauge, Room

TICK = 0.01  # seconds between looks whether the user interrupts, and whether there is room for one more
ENDINGS = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}

Make = Callable[[Work, threading.Event], Run]
Take = Callable[[Work, Run], None]


def make(work: Work, stop: threading.Event) -> Run:
    """Make one run, until `stop` is set, or several of a program that has to show something.

    Raises ProblemError where it cannot be run at all, as on a full disk.
    """
    program, declaration = work.program, work.program.declaration
    timeout, timeline = declaration.timeout, declaration.timeline
    once = partial(run, program.path, work.interpreter, timeout, stop, timeline=timeline, given=declaration)
    try:
        return first_that_shows(declaration.shows, once) if declaration.shows else once()
    except OSError as error:
        advice = f"It needs {work.interpreter.path} and room in {tempfile.gettempdir()}; TMPDIR names another folder."
        raise ProblemError(Problem(f"snippets/{program.name}", 1, f"It cannot be run: {error}.", advice)) from error


def perform(
    works: Sequence[Work],
    take: Take,
    progress: Progress | None = None,
    cores: int | None = None,
    make: Make = make,
    gauge: Callable[[], Gauge] = Gauge,
    beside: Callable[[], object] | None = None,
) -> None:
    """Make as many runs of each work as it declares, and hand each to `take` as it ends, in this thread.

    The longest start first, and those that run alone at last, once `beside` has waited for all that goes on beside
    programs. Whose time is over beside others, though it declares none of that, runs again by itself: they may have
    held it up. When this thread is interrupted, every program that still runs is ended before the
    interruption goes on. Raises what `make` raises.
    """
    cores = cores or available()
    jobs = [work for work in works for _ in range(work.program.declaration.runs)]
    stop = threading.Event()
    with interruptions_held_back() as check, ThreadPoolExecutor(MOST * cores) as pool:
        floor = _Floor(lambda work: pool.submit(make, work, stop), Room(cores, gauge()), check)
        report = _Report(take, progress, len(jobs))
        try:
            late = floor.perform(sorted((job for job in jobs if not job.alone), key=lambda job: -job.seconds), report)
            if beside:
                beside()
            for job in [*late, *(job for job in jobs if job.alone)]:
                floor.perform([job], report)
        except BaseException:
            stop.set()
            raise


class _Report:
    """Tells of the runs that are done, and of those that go on."""

    def __init__(self, take: Take, progress: Progress | None, total: int) -> None:
        self._take = take
        self._progress = progress
        self._total = total
        self._done = 0

    def running(self, works: Iterable[Work]) -> None:
        if self._progress:
            self._progress(self._done, self._total, [work.name for work in works])

    def done(self, work: Work, one: Run) -> None:
        self._done += 1
        self._take(work, one)


class _Floor:
    """Where programs run beside each other, as many as there is room for."""

    def __init__(self, start: Callable[[Work], Future[Run]], room: Room, check: Callable[[], None]) -> None:
        self._start = start
        self._room = room
        self._check = check
        self._running: dict[Future[Run], Work] = {}

    def perform(self, jobs: Sequence[Work], report: _Report) -> list[Work]:
        """Make these runs, in this order; gives those that others may have held up, of which nothing is reported."""
        waiting, late = deque(jobs), []
        while waiting or self._running:
            while waiting and self._room.has_for(waiting[0]):
                self._begin(waiting.popleft())
            report.running(self._running.values())
            for future in self._ended(waiting):
                work, one = self._running.pop(future), future.result()
                self._room.leave(work)
                if len(jobs) > 1 and one.ended == "timeout" != work.program.declaration.ends_on(one.python):
                    late.append(work)
                else:
                    report.done(work, one)
        return late

    def _begin(self, work: Work) -> None:
        self._room.enter(work)
        self._running[self._start(work)] = work

    def _ended(self, waiting: Sequence[Work]) -> set[Future[Run]]:
        """Wait until a run ends, or there is room for one of those that wait."""
        while True:
            self._check()
            ended, _ = wait(self._running, TICK, FIRST_COMPLETED)
            if waiting:
                self._room.look()
            if ended or (waiting and self._room.has_for(waiting[0])):
                return ended


@contextmanager
def interruptions_held_back() -> Iterator[Callable[[], None]]:
    """Give a function that raises KeyboardInterrupt if the build is to end; nothing else does, until all has ended.

    Raised just anywhere it could leave a lock taken, or a thread for dead that lives, and so a program that runs on.
    A build that is told to terminate, or loses its terminal, then ends as it would have done at once.
    """
    asked: list[int] = []

    def check() -> None:
        if asked:
            raise KeyboardInterrupt

    held_back = _held_back(asked)
    try:
        yield check
    finally:
        for number, default in held_back.items():
            signal.signal(number, default)
        if asked and asked[0] != signal.SIGINT:
            signal.raise_signal(asked[0])
    check()


def _held_back(asked: list[int]) -> dict[signal.Signals, Any]:
    """Note the signals that come from now on in `asked`; gives how each was handled. Only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # else nobody is told how a program ended
    held_back = {number: default for number, default in ENDINGS.items() if signal.getsignal(number) is default}
    for number in held_back:
        signal.signal(number, lambda number, _: asked.append(number))
    return held_back
