"""Watch from outside, on Linux, which thread of which process of a program is on a processor.

Every few milliseconds it reads what the system's scheduler counts of each thread, below `/proc`: `schedstat` says for
how long it was on a processor, `stat` whether it sleeps. The program itself is not touched.
"""

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from snippets.engine.process.run import Lane
from snippets.engine.process.timeline import LONGEST_NAME, lanes
from snippets.engine.process.watched import GONE, Process

PROC = Path("/proc")
EVERY = 0.002  # seconds between looks
SHARE = 0.045  # of a processor that looking may cost: it looks less often rather than cost more
MOST = 64  # threads that are watched, so that the files which this takes are not missing elsewhere


class Sampler:
    """Watches a process, its children and theirs, in a thread of its own, for as long as its `with` block lasts.

    `interpreter` is the path of what it runs on, and `begun` when it began, by `time.monotonic()`. `cpu` is what
    watching has cost so far, in seconds.
    """

    def __init__(self, pid: int, interpreter: str, begun: float, proc: Path = PROC) -> None:
        self.cpu = 0.0
        self._pid = pid
        self._unnamed = os.path.basename(interpreter)[:LONGEST_NAME]  # what Linux calls threads that nobody named
        self._begun = begun
        self._proc = proc
        self._processes: dict[int, Process] = {}
        self._is_told = True
        self._is_over = False
        self._thread = threading.Thread(target=self._watch, name="sampler", daemon=True)

    def __enter__(self) -> "Sampler":
        with self._harmless():  # the first look at once: a process is to be seen until its exit status is taken
            self._processes[self._pid] = Process(self._pid, self._proc)
            self._look()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        self._thread.join()

    def lanes(self) -> tuple[Lane, ...]:
        """What was seen, after the block; nothing where the system does not tell it, or only in part."""
        if not self._is_told:
            return ()
        shown = [process for process in self._processes.values() if not process.is_server]
        return lanes([one for number, process in enumerate(shown) for one in process.seen(number, self._unnamed)])

    def _watch(self) -> None:
        with self._harmless():
            while self._is_told and not self._is_over:
                before, self.cpu = self.cpu, time.thread_time()
                time.sleep(max(EVERY, (self.cpu - before) / SHARE))  # an Event's wait costs as much as the look
                self._look()
        for process in self._processes.values():
            process.end(self._now())

    @contextlib.contextmanager
    def _harmless(self) -> Iterator[None]:
        """Let what goes wrong cost the timeline, never the run."""
        try:
            yield
        except (OSError, ValueError, IndexError):
            self._is_told = False

    def _look(self) -> None:
        waiting = list(self._processes.values())
        for process in waiting:
            for child in process.look(self._now, self._room):
                if child not in self._processes:
                    with contextlib.suppress(*GONE):
                        self._processes[child] = Process(child, self._proc, process)
                        waiting.append(self._processes[child])

    def _room(self) -> int:
        return MOST - sum(len(process.threads) for process in self._processes.values())

    def _now(self) -> float:
        return time.monotonic() - self._begun
