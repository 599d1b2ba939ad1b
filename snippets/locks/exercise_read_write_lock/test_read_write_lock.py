"""The check of `read_write_lock`: plain `pytest` in this folder runs it."""

import linecache
import threading
from collections.abc import Callable
from typing import Any

import pytest
import read_write_lock
from read_write_lock import ReadWriteLock

InEveryOrder = Callable[..., int]  # the fixture of conftest.py


class Hall:
    """A lock, who is inside, and what went wrong."""

    def __init__(self) -> None:
        self.lock: Any = ReadWriteLock()
        self.readers: list[str] = []
        self.writers: list[str] = []
        self.calls = 0
        self.mistake = ""
        self.meet = threading.Event()
        self.met: list[str] = []
        self.is_written, self.all_come = threading.Event(), threading.Event()
        self.come: list[str] = []

    def note(self, told: str, method: str) -> None:
        """Remember what went wrong first, with the line of the answer where that method begins."""
        self.mistake = self.mistake or f"{told}\n{head(method)}"

    def look(self, name: str) -> None:
        """Look at the board, step by step."""
        self.readers.append(name)
        self.compare(name, self.writers)
        self.readers.remove(name)

    def change(self, name: str) -> None:
        """Change the board, step by step."""
        self.writers.append(name)
        self.compare(name, self.readers)
        self.compare(name, self.writers)
        self.writers.remove(name)

    def compare(self, name: str, others: list[str]) -> None:
        """See, step by step, that none of these is inside."""
        found = [one for one in others if one != name]
        if found:
            self.note(f"{name} and {found[0]} are inside at the same time", "write")

    def read(self, name: str) -> None:
        """Read once, and see that all is as it should be."""
        self.call("read", self.lock.read, lambda: self.look(name))

    def write(self, name: str) -> None:
        """Write once, and see that all is as it should be."""
        self.call("write", self.lock.write, lambda: self.change(name))

    def call(self, method: str, lock: Callable[[Callable[[], object]], object], work: Callable[[], object]) -> None:
        """Call a method of the lock, and see what it calls and returns."""
        inside: list[int] = []
        self.calls += 1
        result = [] if self.calls % 2 else [method]  # the first counts as false

        def inner() -> object:
            inside.append(threading.get_ident())
            work()
            return result

        returned = lock(inner)
        name = "look" if method == "read" else "change"
        if len(inside) != 1:
            self.note(f"{method}({name}) has come back and called {name}() {len(inside)} times, not once", method)
        elif inside[0] != threading.get_ident():
            self.note(f"{method}({name}) called {name}() in another thread than its own", method)
        elif returned is not result:
            self.note(f"{method}({name}) must return what {name}() returned, not {returned!r}", method)

    def fail(self, method: str, kind: type[BaseException] = LookupError) -> None:
        """Call a method of the lock with work that raises."""
        error, name = kind("no such train"), "look" if method == "read" else "change"

        def work() -> None:
            raise error

        try:
            getattr(self.lock, method)(work)
        except kind as raised:
            if raised is not error:
                self.note(f"{method}({name}) must raise what {name}() raised, not another {raised!r}", method)
        else:
            self.note(f"{name}() raised {error!r}, and {method}({name}) does not", method)

    def stay(self, name: str, count: int) -> None:
        """Read, and stay inside until so many are there."""

        def look() -> None:
            self.met.append(name)
            if len(self.met) == count:
                self.meet.set()
            self.meet.wait()

        self.lock.read(look)

    def stay_forever(self, method: str) -> None:
        """Come in, step by step, and stay."""
        inside = self.readers if method == "read" else self.writers

        def work() -> None:
            inside.append("who stays")
            self.meet.wait()

        getattr(self.lock, method)(work)

    def is_right_so_far(self, waiting: dict[str, str]) -> None:
        """See that nothing is wrong, whoever is waiting."""
        del waiting
        assert not self.mistake, self.mistake

    def went_well(self, waiting: dict[str, str] | None = None) -> None:
        """See that nothing is wrong, and that everybody may come in again."""
        assert not self.mistake, self.mistake
        told = [f"{name} waits forever at {where}" for name, where in (waiting or {}).items()]
        assert not told, "\n".join(told)
        self.write("a last writer")
        self.read("a last reader")
        self.write("a last writer")
        assert not self.mistake, self.mistake

    def all_met(self, waiting: dict[str, str]) -> None:
        """See that all readers were inside at the same time."""
        outside = {name: where for name, where in waiting.items() if name.startswith("reader") and name not in self.met}
        for name, where in outside.items():
            if self.met:
                told = f"{' and '.join(self.met[:2])} may read together with {name}, who has to wait at {where}"
                raise AssertionError(told)
        self.went_well(waiting)


def head(method: str) -> str:
    """The line of the answer where a method begins."""
    line = getattr(ReadWriteLock, method).__code__.co_firstlineno
    return f"line {line}: {linecache.getline(str(read_write_lock.__file__), line).strip()}"


def test_one_thread_alone(in_every_order: InEveryOrder) -> None:
    def use(hall: Hall) -> None:
        for method in (hall.read, hall.read, hall.write, hall.write, hall.read):
            method("one thread")

    in_every_order(Hall, {"one thread": use}, Hall.went_well, must_sleep=True)


def test_two_locks(in_every_order: InEveryOrder) -> None:
    def inside_the_other(halls: list[Hall]) -> None:
        halls[0].call("read", halls[0].lock.read, lambda: halls[1].write("a writer"))
        halls[0].call("write", halls[0].lock.write, lambda: halls[1].write("a writer"))

    def both_went_well(halls: list[Hall]) -> None:
        for hall in halls:
            hall.went_well()

    in_every_order(lambda: [Hall(), Hall()], {"one thread": inside_the_other}, both_went_well, must_sleep=True)


@pytest.mark.parametrize("kind", [LookupError, KeyboardInterrupt])
@pytest.mark.parametrize("method", ["read", "write"])
def test_what_is_called_raises(method: str, kind: type[BaseException], in_every_order: InEveryOrder) -> None:
    threads = {f"{method} that raises {kind.__name__}": lambda hall: hall.fail(method, kind)}
    in_every_order(Hall, threads, Hall.went_well, must_sleep=True)


def threads(*names: str) -> dict[str, Callable[[Hall], None]]:
    """A thread for each reader and writer."""

    def thread(name: str) -> Callable[[Hall], None]:
        return lambda hall: (hall.write if name.endswith("writer") else hall.read)(name)

    return {name: thread(name) for name in names}


def test_readers_who_waited_for_a_writer_come_in_together(in_every_order: InEveryOrder) -> None:
    def write(hall: Hall) -> None:
        def change() -> None:
            hall.is_written.set()
            hall.all_come.wait()

        hall.lock.write(change)

    def reader(name: str) -> Callable[[Hall], None]:
        def read(hall: Hall) -> None:
            hall.is_written.wait()
            hall.come.append(name)
            if len(hall.come) == 2:
                hall.all_come.set()
            hall.stay(name, 2)

        return read

    three = {**{name: reader(name) for name in ("reader 1", "reader 2")}, "a writer": write}
    in_every_order(Hall, three, Hall.all_met, may_wait=True, must_sleep=True)


@pytest.mark.parametrize(("stays", "comes"), [("read", "a writer"), ("write", "a reader"), ("write", "a writer")])
def test_whoever_has_to_wait_sleeps(stays: str, comes: str, in_every_order: InEveryOrder) -> None:
    both = {"who stays": lambda hall: hall.stay_forever(stays), **threads(comes)}
    in_every_order(Hall, both, Hall.is_right_so_far, may_wait=True, must_sleep=True)


CASES = {
    "a reader and a writer": threads("a reader", "a writer"),
    "two writers": threads("a first writer", "a second writer"),
    "two readers": threads("a first reader", "a second reader"),
    "two readers and a writer": threads("a first reader", "a second reader", "a writer"),
    "a reader and two writers": threads("a reader", "a first writer", "a second writer"),
}


@pytest.mark.parametrize("case", CASES)
def test_at_once(case: str, in_every_order: InEveryOrder) -> None:
    in_every_order(Hall, CASES[case], Hall.went_well, must_sleep=True)


@pytest.mark.parametrize("count", [2, 3, 40])
def test_readers_are_inside_together(count: int, in_every_order: InEveryOrder) -> None:
    def reader(name: str) -> Callable[[Hall], None]:
        return lambda hall: hall.stay(name, count)

    readers = {name: reader(name) for name in (f"reader {number}" for number in range(1, count + 1))}
    in_every_order(Hall, readers, Hall.all_met, may_wait=True, must_sleep=True)


@pytest.mark.parametrize("method", ["read", "write"])
def test_one_who_raises_and_one_who_writes(method: str, in_every_order: InEveryOrder) -> None:
    both = {f"{method} that raises": lambda hall: hall.fail(method), **threads("a writer")}
    in_every_order(Hall, both, Hall.went_well, must_sleep=True)


@pytest.mark.parametrize("method", ["read", "write"])
def test_nobody_waits_for_those_in_another_lock(method: str, in_every_order: InEveryOrder) -> None:
    def stay(halls: list[Hall]) -> None:
        getattr(halls[0].lock, method)(halls[0].meet.wait)

    def come(halls: list[Hall]) -> None:
        halls[1].write("a writer")
        halls[1].read("a reader")
        halls[0].meet.set()

    def came(halls: list[Hall], waiting: dict[str, str]) -> None:
        where = waiting.get("who comes to another lock")
        assert not where, f"somebody is in {method}() of a lock, and who comes to another lock has to wait at {where}"
        for hall in halls:
            hall.went_well(waiting)

    both = {"who stays": stay, "who comes to another lock": come}
    in_every_order(lambda: [Hall(), Hall()], both, came, may_wait=True, must_sleep=True)
