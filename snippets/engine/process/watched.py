"""A process that is watched from outside, and its threads, by the files of each below `/proc`, which are kept open."""

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from snippets.engine.process.timeline import Sample, Seen

GONE = (FileNotFoundError, ProcessLookupError)  # what is raised of a thread or process that has ended
LATE = 0.01  # seconds at most by which the system's count of a running thread is behind
MADE_UP = re.compile(r"Thread-\d|ThreadPoolExecu")  # names that Python tells the system from 3.14 on, of its own making
SERVERS = (b"from multiprocessing.resource_tracker import", b"from multiprocessing.forkserver import")


class Process:
    """A process that is watched, and its threads by their ids."""

    def __init__(self, pid: int, proc: Path, parent: "Process | None" = None) -> None:
        self.threads: dict[str, Thread] = {}
        self._tasks = f"{proc}/{pid}/task"
        self._files = Files(f"{proc}/{pid}", "cmdline")
        self._command = b""
        self._looks = 0
        self._parent = parent
        self._counted = 0
        self._looked: float = parent._looked if parent else 0.0

    @property
    def is_server(self) -> bool:
        """Whether multiprocessing started it to serve itself. What a forkserver forks has the same command."""
        serves = any(server in self._command for server in SERVERS)
        return serves and not (self._parent and self._parent.is_server)

    def look(self, clock: Callable[[], float], room: Callable[[], int]) -> list[int]:
        """Look at each of its threads, and at new ones as far as there is `room`; gives the ids of its children."""
        since, self._looked = self._looked, clock()
        if self._counted != (counted := self._count()):  # less dear than listing them
            self._counted = counted
            for tid in self._new()[: room()]:
                with contextlib.suppress(*GONE):
                    self.threads[tid] = Thread(f"{self._tasks}/{tid}", since)
        self._looks += 1
        if self._looks & (self._looks - 1) == 0:  # seldom, but soon again if it has just become another program
            with contextlib.suppress(*GONE):
                self._command = self._files.read(0) or self._command
        return [child for thread in self.threads.values() for child in thread.look(clock())]

    def end(self, now: float) -> None:
        """Watch it no longer."""
        for thread in self.threads.values():
            thread.end(now)
        self._files.close()

    def seen(self, number: int, unnamed: str) -> Iterator[Seen]:
        """All looks at each of its threads; a thread that is called `unnamed` has no name of its own."""
        for thread in self.threads.values():
            is_named = thread.name != unnamed and not MADE_UP.match(thread.name)
            yield Seen(number, thread.name * is_named, thread.samples)

    def _count(self) -> int:
        """A number that changes with its threads: Linux counts those there are, and we those that have ended."""
        try:
            return os.stat(self._tasks).st_nlink + sum(thread.has_ended for thread in self.threads.values())
        except GONE:
            return 0

    def _new(self) -> list[str]:
        try:
            return sorted(set(os.listdir(self._tasks)) - self.threads.keys(), key=int)
        except GONE:
            return []


class Thread:
    """A thread that is watched: its name, and what the looks at it gave, the first and the last asleep."""

    def __init__(self, folder: str, since: float) -> None:
        self.name = ""
        self.samples = [Sample(since, 0.0, False)]
        self._known = since
        self.has_ended = False
        self._counted = b""
        self._files = Files(folder, "schedstat", "stat", "children")

    def look(self, now: float) -> Iterable[int]:
        """Take a sample, unless it has ended; gives the ids of the processes that it started."""
        if self.has_ended:
            return ()
        try:
            return self._look(now)
        except GONE:
            self.end(now)
            return ()

    def _look(self, now: float) -> Iterable[int]:
        *_, last = self.samples
        counted = self._files.read(0)
        if counted == self._counted and not last.awake:  # it has slept all the time: save the dearer looks
            self._take(Sample(now, last.used, False))
            return ()
        told = self._files.read(1)
        start, end = told.index(b"(") + 1, told.rindex(b")")
        self.name, state, self._counted = told[start:end].decode(errors="replace"), told[end + 2 : end + 3], counted
        self._take(Sample(now, int(counted.split()[0]) / 1e9, state == b"R"))
        children = self._files.read(2)
        if state in b"ZX":
            self._close()
        return map(int, children.split(b" ")[:-1])

    def end(self, now: float) -> None:
        """Say that by now it has ended, or is watched no longer; what it used since the last look is not known."""
        if self.has_ended:
            return
        self._close()
        last = self.samples[-1]
        if last.awake:
            end = (last.time + now) / 2
            self._take(Sample(end, last.used + min(end - self._known, LATE), False))

    def _close(self) -> None:
        self.has_ended = True
        self._files.close()

    def _take(self, sample: Sample) -> None:
        """Keep a sample; of many in which it sleeps on and on, only the first and the last."""
        used, samples = sample.used, self.samples
        if used > samples[-1].used or not sample.awake:
            self._known = sample.time
        if len(samples) > 1 and not any(one.awake or one.used != used for one in (*samples[-2:], sample)):
            samples.pop()
        samples.append(sample)


class Files:
    """Files of one folder.

    Raises FileNotFoundError if the folder is gone, and another OSError if it is there without one of them.
    """

    def __init__(self, folder: str, *names: str) -> None:
        with contextlib.ExitStack() as opened:
            self._files = []
            for name in names:
                try:
                    self._files.append(os.open(f"{folder}/{name}", os.O_RDONLY))
                except FileNotFoundError:
                    if os.path.isdir(folder):
                        raise OSError(f"No {name} in {folder}.") from None
                    raise
                opened.callback(os.close, self._files[-1])
            self._opened = opened.pop_all()

    def read(self, number: int) -> bytes:
        """What one of them says now. Raises ProcessLookupError if what it tells of has ended."""
        return os.pread(self._files[number], 512, 0)

    def close(self) -> None:
        """Read them no more."""
        self._opened.close()
