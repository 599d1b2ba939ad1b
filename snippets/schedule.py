"""Run many programs at once: as many as keep the processors busy, and those that measure time by themselves."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from snippets.runner import Run


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
    pool = ThreadPoolExecutor(max_workers=8 * cores)
    try:
        try:
            together = sorted((job for job in jobs if not job.alone), key=lambda job: -job.seconds)
            _perform(together, pool, stop, report, watch, cores)
            for job in jobs:
                if job.alone:
                    _perform([job], pool, stop, report, watch, cores)
        finally:
            stop.set()
    finally:  # also where a second interruption came before the event was set
        _end(pool, stop)


def _end(pool: ThreadPoolExecutor, stop: threading.Event) -> None:
    """Wait until all that still runs has been ended, even if the user interrupts again meanwhile."""
    interruption = None
    while True:
        try:
            stop.set()
            pool.shutdown(cancel_futures=True)
            break
        except KeyboardInterrupt as again:
            interruption = again
    if interruption:
        raise interruption


def _perform(
    waiting: list[Job], pool: ThreadPoolExecutor, stop: threading.Event, report: Report, watch: Watch, cores: int
) -> None:
    waiting = list(waiting)
    running: dict[Future[Run], Job] = {}
    while waiting or running:
        busy = sum(job.load for job in running.values())
        while waiting and (not running or busy + waiting[0].load <= cores):
            job = waiting.pop(0)
            running[pool.submit(job.work, stop)] = job
            busy += job.load
        watch([job.name for job in running.values()])
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            report(running.pop(future), future.result())
