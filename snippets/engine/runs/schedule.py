"""Run many programs at once: as many as keep the processors busy, and those that measure time by themselves."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from snippets.engine.process.run import Run

TICK = 0.1  # seconds between looks whether the user interrupts
ENDINGS = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}


@dataclass(frozen=True)
class Job:
    """One run to be made: its work, its name, the seconds it last took and the share of a processor it then used."""

    name: str
    work: Callable[[threading.Event], Run] = field(compare=False)
    alone: bool = False
    seconds: float = float("inf")
    load: float = 1.0


Report = Callable[[Job, Run], None]
Watch = Callable[[Sequence[str]], None]


def perform(jobs: Sequence[Job], report: Report, watch: Watch, cores: int | None = None) -> None:
    """Make every run and report each as it ends, in this thread; `watch` hears which ones are running.

    The longest start first; a run that mostly waits leaves room for others. When this thread is interrupted, every
    program that still runs is ended before the interruption goes on.
    """
    cores = cores or os.cpu_count() or 1
    stop = threading.Event()
    with _interruptions_held_back() as check, ThreadPoolExecutor(max_workers=8 * cores) as pool:

        def make(jobs: Sequence[Job]) -> None:
            _perform(jobs, lambda job: pool.submit(job.work, stop), check, report, watch, cores)

        try:
            make(sorted((job for job in jobs if not job.alone), key=lambda job: -job.seconds))
            for job in jobs:
                if job.alone:
                    make([job])
        except BaseException:
            stop.set()
            raise


@contextmanager
def _interruptions_held_back() -> Iterator[Callable[[], None]]:
    """Give a function that raises KeyboardInterrupt if the build is to end; nothing else does, until all has ended.

    Raised just anywhere it could leave a lock taken, or a thread for dead that lives, and so a program that runs on.
    A build that is told to terminate, or loses its terminal, then ends as it would have done at once.
    """
    asked: list[int] = []

    def check() -> None:
        if asked:
            raise KeyboardInterrupt

    held_back: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # else nobody is told how a program ended
        held_back = {number: default for number, default in ENDINGS.items() if signal.getsignal(number) is default}
    for number in held_back:
        signal.signal(number, lambda number, _: asked.append(number))
    try:
        yield check
    finally:
        for number, default in held_back.items():
            signal.signal(number, default)
        if asked and asked[0] != signal.SIGINT:
            signal.raise_signal(asked[0])
    check()


def _perform(
    jobs: Iterable[Job],
    start: Callable[[Job], Future[Run]],
    check: Callable[[], None],
    report: Report,
    watch: Watch,
    cores: int,
) -> None:
    waiting = list(jobs)
    running: dict[Future[Run], Job] = {}
    while waiting or running:
        busy = sum(job.load for job in running.values())
        while waiting and (not running or busy + waiting[0].load <= cores):
            job = waiting.pop(0)
            running[start(job)] = job
            busy += job.load
        watch([job.name for job in running.values()])
        done: set[Future[Run]] = set()
        while not done:
            check()
            done, _ = wait(running, TICK, FIRST_COMPLETED)
        for future in done:
            report(running.pop(future), future.result())
