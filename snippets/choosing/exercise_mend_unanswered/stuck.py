"""Tell processes that wait forever from those that a busy computer keeps waiting, by what Linux says of their threads.

A thread that waits is asleep, and Linux counts how often each thread was woken: `/proc` has both. One that merely gets
no processor is not asleep. So no process is blamed for being slow: it is stuck if, look after look, all its threads and
those of all its descendants sleep and none was woken, or if one thread of the process itself alone wakes and falls
asleep again, to look for what does not come; or if all are found asleep for very long, whoever wakes now and then.
Where there is no `/proc`, a long time decides.
"""

import os
import time
from collections.abc import Collection
from typing import NamedTuple

PROC = "/proc"
STUCK, RESTS = 30, 5  # looks, a tenth of a second apart
POLLS = 5  # wakings of a thread that alone does something
IDLE, ASLEEP = 600, 0.95  # looks, and in how many of them all are asleep
LONG, SHORT = 60.0, 2.0  # seconds, where there is no /proc
MOST_WORK = min(max(5.0, 10 * time.process_time()), 20.0)  # seconds on processors: ten times what it took to begin
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Thread(NamedTuple):
    """A thread, and what Linux says of it."""

    process: int
    number: int
    state: str = "S"
    slept: int = 0  # how often it fell asleep
    pushed: int = 0  # how often another got its processor

    @property
    def switches(self) -> int:
        """How often something else ran in its place; it was woken if there are more."""
        return self.slept + self.pushed


class Watch:
    """Watches a process and its descendants, but not the threads `without`; let it `look` about every 0.1 s.

    So many threads of the process may be `pollers`: more than one, where nothing but what is watched takes time.
    """

    def __init__(self, process: int, without: Collection[int] = (), pollers: int = 1) -> None:
        self.process, self.without, self.pollers = process, {*without}, pollers
        self.has_moved()

    def has_moved(self) -> None:
        """Begin anew: something happened."""
        self.quiet = self.alone = self.asleep = 0  # looks
        self.looks = self.idle = 0
        self.last: dict[int, Thread] = {}
        self.began: dict[int, Thread] = {}
        self.since, self.used = time.monotonic(), worked(family(self.process))

    def look(self) -> None:
        """See what the threads did since the last look."""
        now = {one.number: one for one in threads(family(self.process)) if one.number not in self.without}
        self.quiet = self.quiet + 1 if _all_sleep(now.values()) and not _moved(self.last, now) else 0
        self.looks += 1
        self.idle += _all_sleep(now.values())
        self.began = self.began or now
        movers = _moved(self.began, now)
        others = [one for one in now.values() if one.number not in movers]
        if len(movers) <= self.pollers and _all_sleep(others) and _are_of(self.process, movers, now):
            self.alone += 1
            self.asleep += _all_sleep(now.values())
        else:
            self.began, self.alone, self.asleep = now, 0, 0
        self.last = now

    def is_stuck(self, looks: int = STUCK, seconds: float = LONG) -> bool:
        """Whether nothing can go on any more: in so many looks, or in so many seconds where there is no `/proc`."""
        if not os.path.isdir(f"{PROC}/self/task"):
            return time.monotonic() > self.since + seconds
        slept = sum(self.last[number].slept - self.began[number].slept for number in self.last.keys() & self.began)
        polls = self.alone >= looks and 2 * self.asleep >= self.alone and slept >= POLLS
        return self.quiet >= looks or polls or (self.looks >= IDLE and self.idle >= ASLEEP * self.looks)

    def rests(self) -> bool:
        """Whether nothing goes on for now: good enough to go on with something else, too little to blame anybody."""
        return self.is_stuck(RESTS, SHORT)

    def works_on(self, most: float = MOST_WORK) -> bool:
        """Whether it used more seconds than that on processors since `has_moved`, with nothing to show for them."""
        return worked(family(self.process)) - self.used > most


def family(process: int) -> dict[int, list[str]]:
    """What Linux says of a process, its descendants, and where it leads a session of all that is left in it.

    Empty where there is no `/proc`.
    """
    there = {int(name): said for name in _names(PROC) if name.isdigit() and (said := _stat(f"{PROC}/{name}"))}
    found = [one for one, said in there.items() if one == process or int(said[3]) == process]
    for parent in found:  # which grows
        found += [one for one, said in there.items() if int(said[1]) == parent and one not in found]
    return {one: there[one] for one in found}


def threads(processes: Collection[int]) -> list[Thread]:
    """The threads of these processes that have not ended."""
    found = []
    for process in processes:
        for number in _names(f"{PROC}/{process}/task"):
            lines = _text(f"{PROC}/{process}/task/{number}/status").splitlines()
            said = dict(line.split(":", 1) for line in lines if ":" in line)
            state = said.get("State", "Z").split()[0]
            if state not in "XZ":
                slept, pushed = (int(said[f"{kind}voluntary_ctxt_switches"]) for kind in ("", "non"))
                found.append(Thread(process, int(number), state, slept, pushed))
    return found


def worked(processes: dict[int, list[str]]) -> float:
    """The seconds on processors of these processes, and of their children that have ended."""
    return sum(sum(map(int, said[11:15])) for said in processes.values()) / TICKS


def _all_sleep(those: Collection[Thread]) -> bool:
    return all(one.state == "S" for one in those)


def _moved(before: dict[int, Thread], now: dict[int, Thread]) -> set[int]:
    """The threads that began, ended, or did something."""
    moved = before.keys() ^ now.keys()
    return moved | {number for number in before.keys() & now.keys() if before[number].switches != now[number].switches}


def _are_of(process: int, those: set[int], now: dict[int, Thread]) -> bool:
    """Whether all of these are threads of the process itself."""
    return all(number in now and now[number].process == process for number in those)


def _stat(folder: str) -> list[str]:
    """The fields of a process after its name, from its state on."""
    return _text(f"{folder}/stat").rpartition(")")[2].split()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:  # it has ended meanwhile, or this is no Linux
        return []


def _text(file: str) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:  # it has ended meanwhile
        return ""
