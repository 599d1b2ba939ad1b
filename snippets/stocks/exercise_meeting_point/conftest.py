"""Run threads in every order of their steps that can make a difference; tests take the fixture `in_every_order`.

A step is a read or a write of data that threads may share, a lock that is taken or given back, or a wait. The answer
is imported with a halt before each, and so are functions of its check of which the docstring says "step by step". One
thread runs at a time, from its step to before its next one, and the order says which; threads that the answer starts
are led, too. Orders that differ only in steps that cannot feel each other are tried once: another one is tried where
two steps met that feel each other (C. Flanagan and P. Godefroid, "Dynamic partial-order reduction", 2005), unless one
that is the same was (the "sleep sets" of Godefroid's thesis).
"""

import _thread
import ast
import faulthandler
import functools
import gc
import importlib
import linecache
import os
import queue
import random
import re
import select as selecting
import selectors
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import thread as executors
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import BuiltinMethodType, FrameType, GeneratorType, ModuleType
from typing import Any

import pytest

HERE = str(Path(__file__).resolve().parent)
CHECK = next(path.name for path in Path(__file__).resolve().parent.glob("test_*.py"))
ANSWER = CHECK.removeprefix("test_")
MOST_ORDERS = 500
MOST_SECONDS, OF_ALL = 1.5, 4.5  # on processors, of the orders of a test, and of those of all tests
MOST_CHOICES = 150  # of an order; after them, it goes on as a fair scheduler would
MOST_STEPS, MOST_OF_EACH = 1_000, 100  # of an order: in all, or of each thread where there are many
MOST_TURNS, OF_A_START = 20_000, 40  # of the loops of a thread in an order; as how many a thread counts that it starts
MOST_LOOKS = 20  # of a loop in which nothing has changed
FIXED = ("a lock each", "a step each")  # orders that are tried where there are too many
BY_CHANCE = tuple(f"by chance {number}" for number in range(6))  # the same ones each time
HELD = tuple(f"step {at} on data is held back, {who} first" for at in range(20) for who in ("the last", "the first"))
MOST_MORE = 2_000  # steps of these orders together
CALM = (0.98, 0.8)  # how likely a thread goes on that is about to take a lock, or to give it back
STORY = 8  # lines of steps that a learner is told
MOST_WAITING = 5.0  # seconds, as they would be on an idle machine; no other order is begun after them
MOST_ALONE = 6.0  # seconds on processors of an order, or of the import: a call of C lets no other thread go on
ASLEEP, BUSY, TICK = 30, 2.0, 0.1  # looks at a thread that reaches no step, its seconds on processors, and its pause
TIME, CONTENTS, LOCK, START, END = "the time", "the contents", "the lock", "its start", "its end"
CONTAINERS = (list, dict, set, deque, bytearray)
VIEWS = ("items", "keys", "values")
SEEN = [getattr(made(), name)() for made in (dict, OrderedDict) for name in VIEWS]
LAZY = {enumerate, filter, GeneratorType, *map(type, SEEN), *(type(iter(one())) for one in CONTAINERS)}
LAZY |= {type(iter(one)) for one in SEEN}  # all that goes through something later on
CHANGES = {"add", "append", "appendleft", "clear", "discard", "extend", "extendleft", "insert", "pop", "popitem"}
CHANGES |= {"popleft", "remove", "reverse", "rotate", "setdefault", "sort", "update", "subtract", "move_to_end"}
LOOKS = {"copy", "count", "elements", "get", "index", "items", "keys", "most_common", "total", "values"}
CHANGING_CALLS = {"heapify", "heappop", "heappush", "heappushpop", "heapreplace", "insort", "shuffle"}
COPYING_CALLS = {"copy", "deepcopy"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
DYNAMIC = {"setattr", "delattr", "vars", "__dict__"}  # with these, whatever attribute may change
try:
    PROCESSES: Any = importlib.import_module("_multiprocessing")
except ImportError:  # a Python without processes
    PROCESSES = ModuleType("no processes")
REAL_SEM_LOCK: Any = getattr(PROCESSES, "SemLock", None)
RECURSIVE = 0  # the kind of a lock that a thread may take again
REAL_LOCK, REAL_RLOCK, real_sleep, real_exit = threading.Lock, threading.RLock, time.sleep, os._exit
real_select = selectors.DefaultSelector.select
real_fork: Any = getattr(os, "fork", None)
REAL_POLL: Any = getattr(selecting, "poll", None)
IS_FREE = "free-threading" in sys.version
real_submit: Any = executors.ThreadPoolExecutor.submit
real_start, real_join, real_is_alive = threading.Thread.start, threading.Thread.join, threading.Thread.is_alive


class OverError(BaseException):
    """Ends a thread whose order is over; no `except Exception` of an answer catches it."""


class EndlessError(BaseException):
    """Raised in a thread whose loops turn far more often than any answer needs."""


@dataclass(frozen=True)
class Step:
    """What a thread does next: to which data or lock, at which line, and for what it waits.

    `kept` is the data, so that no other gets its place in memory; `timed` is a wait that ends by itself, and `frees`
    what ends the waits of others.
    """

    what: tuple[object, str]
    writes: bool
    place: tuple[str, int] = ("", 0)
    ready: Callable[[], bool] | None = None
    timed: bool = False
    idle: bool = False
    frees: bool = False
    kept: object = None

    def disturbs(self, other: "Step") -> bool:
        """Whether it matters which of the two comes first."""
        return self.what == other.what and (self.writes or other.writes)

    def may_meet(self, other: "Step") -> bool:
        """Whether there may be a moment in which either could come next."""
        return not any(one.frees and two.ready and not two.timed for one, two in ((self, other), (other, self)))

    def is_on_data(self) -> bool:
        """Whether it reads or writes what threads may share."""
        return self.what[1] not in (LOCK, START, END, TIME)

    def can_be_taken(self) -> bool:
        """Whether it waits for nothing any more."""
        return self.ready is None or self.ready()


class Lock:
    """In the place of `threading.Lock`: a thread that is led comes to a halt before it takes it or gives it back."""

    def __init__(self) -> None:
        self.real: Any = REAL_LOCK()
        self.known_to = led()  # who has made it, as long as nobody else can have it
        self.taken_by: Led | None = None

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, as the real one."""
        me = led()
        if not me:
            if self.taken_by and threading.current_thread() is threading.main_thread():
                raise OverError  # in what Python calls when it collects garbage: its holder would never go on
            return bool(self.real.acquire(blocking, timeout))
        if timeout != -1:
            REAL_LOCK().acquire(blocking, timeout)  # raises what the real one raises if they do not fit
        is_mine, self.known_to = self.known_to is me, None
        if is_mine and self.real.acquire(False):
            self.taken_by = me
            return True
        waits = bool(blocking)
        me.reach(Step((id(self), LOCK), True, whereabouts(), self.is_free if waits else None, timeout >= 0, kept=self))
        taken = bool(self.real.acquire(False))
        self.taken_by = me if taken else self.taken_by
        if not taken and timeout > 0:
            me.skipped += timeout
        return taken

    def release(self) -> None:
        """Give it back, as the real one."""
        me = led()
        try:
            if me and not me.over:
                me.reach(Step((id(self), LOCK), True, whereabouts(), frees=True, kept=self))
        finally:  # also where the order is over: a lock of the module is there in the next one
            self.taken_by = None
            self.real.release()

    def locked(self) -> bool:
        """Whether it is taken."""
        me = led()
        if me:
            me.reach(Step((id(self), LOCK), False, whereabouts(), kept=self))
        return not self.is_free()

    def is_free(self) -> bool:
        """Whether somebody who waits for it could take it now."""
        free = bool(self.real.acquire(False))
        if free:
            self.real.release()
        return free

    def _at_fork_reinit(self) -> None:
        self.real, self.taken_by = REAL_LOCK(), None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()


class RLock(Lock):
    """In the place of `threading.RLock`; a condition asks it for what has an underscore."""

    def __init__(self) -> None:
        super().__init__()
        self.real = REAL_RLOCK()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it, as the real one: once more, if it is taken by the same thread."""
        if self._is_owned():
            return bool(self.real.acquire())
        return super().acquire(blocking, timeout)

    def locked(self) -> bool:
        """Whether it is taken, by whomever."""
        return self._is_owned() or super().locked()

    def _at_fork_reinit(self) -> None:
        self.real, self.taken_by = REAL_RLOCK(), None

    def _is_owned(self) -> bool:
        return bool(self.real._is_owned())

    def _recursion_count(self) -> int:
        return int(self.real._recursion_count())

    def _release_save(self) -> Any:
        me = led()
        try:
            if me and not me.over:
                me.reach(Step((id(self), LOCK), True, whereabouts(), frees=True, kept=self))
        finally:
            self.taken_by = None
            state = self.real._release_save()
        return state

    def _acquire_restore(self, state: Any) -> None:
        self.acquire()
        self.real.release()
        self.real._acquire_restore(state)


class SemLock:
    """In the place of that of which locks, semaphores and conditions for processes are made: threads may share them."""

    SEM_VALUE_MAX = getattr(REAL_SEM_LOCK, "SEM_VALUE_MAX", 0)
    _rebuild = getattr(REAL_SEM_LOCK, "_rebuild", None)

    def __init__(self, *given: Any) -> None:
        self.real: Any = REAL_SEM_LOCK(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it, as the real one."""
        me = led()
        if not me or (self.real.kind == RECURSIVE and self.real._is_mine()):
            return bool(self.real.acquire(block, timeout))
        waits, timed = self.is_free if block else None, timeout is not None
        me.reach(Step((id(self), LOCK), True, whereabouts(), waits, timed, kept=self))
        taken = bool(self.real.acquire(False))
        me.skipped += 0 if taken else timeout or 0
        return taken

    def release(self) -> None:
        """Give it back, as the real one."""
        me = led()
        try:
            if me and not me.over:
                me.reach(Step((id(self), LOCK), True, whereabouts(), frees=True, kept=self))
        finally:
            self.real.release()

    def is_free(self) -> bool:
        """Whether somebody who waits for it could take it now."""
        return not self.real._is_zero()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()


class Signal:
    """What a thread sleeps for until another one gives it."""

    def __init__(self) -> None:
        self._lock = REAL_LOCK()
        self._lock.acquire()

    def give(self) -> None:
        """Let the other one go on."""
        self._lock.release()

    def wait(self, seconds: float | None = None) -> bool:
        """Sleep until it is given, or for so long; say whether it was."""
        return bool(self._lock.acquire(timeout=-1 if seconds is None else seconds))

    def close(self) -> None:
        """Nobody needs it any more."""


class Pipe(Signal):
    """The same for a Python without the GIL.

    There, whoever finds a lock taken lets all others have its processor, forty times, before it sleeps; each time,
    another program keeps it for milliseconds.
    """

    def __init__(self) -> None:
        self._reads, self._writes = os.pipe()
        self._poll = REAL_POLL()
        self._poll.register(self._reads, selecting.POLLIN)

    def give(self) -> None:
        """Write a byte."""
        os.write(self._writes, b".")

    def wait(self, seconds: float | None = None) -> bool:
        """Read it, once it is there."""
        return bool((seconds is None or self._poll.poll(1000 * seconds)) and os.read(self._reads, 1))

    def close(self) -> None:
        """Give the files back, of which a process may not have many."""
        os.close(self._reads)
        os.close(self._writes)


class Begun(threading.Event):
    """By which a thread says that it has begun. Nobody needs to wait for it: its first halt comes after it."""

    def wait(self, timeout: float | None = None) -> bool:
        """Go on."""
        del timeout
        return True


class Led:
    """A thread that takes a step whenever it is told to. It stands before the one called `step`, until it has ended."""

    def __init__(self, order: "Order", name: str) -> None:
        self.order, self.name = order, name
        self.ident = self.native = 0
        self.step: Step | None = None  # None when it has come to its end
        self.error: BaseException | None = None
        self.over = False
        self.gave_up = 0  # how often its wait was ended by a time-out
        self.looked = 0  # how often a loop of it has turned in a row though nothing had changed
        self.news = 0  # how much has changed in this order that it may not have seen
        self.skipped = 0.0  # seconds that it slept, or waited in vain
        self.view: object = None  # that of a dictionary before which it has just halted
        self._seen: dict[object, int] = {}  # the news at the last turn of each loop, or at the last sleep
        self.turns = self._overs = 0
        self._go, self._halted, self._is_over = (Pipe() if IS_FREE and REAL_POLL else Signal() for _ in range(3))
        self._is_lost = False  # whether nobody waits any more for its next halt

    def begin(self, work: Callable[[], object]) -> "Led":
        """Run `work` in a thread of its own."""
        thread = threading.Thread(target=self.live, args=(work,), daemon=True)
        vars(thread).update(_started=Begun())
        real_start(thread)
        self.wait_for_a_halt()
        return self

    def live(self, work: Callable[[], object]) -> None:
        """Called by the thread itself: work, step by step."""
        self.ident, self.native = threading.get_ident(), threading.get_native_id()
        LED[self.ident] = self
        try:
            self.reach(Step((id(self), START), False))
            work()
            self.reach(Step((id(self), END), True, frees=True))
        except (OverError, SystemExit):
            pass
        except BaseException as error:
            self.error = error
        finally:
            LED.pop(self.ident, None)
            self.step = None
            self._halted.give()
            self._is_over.wait()  # as long as it is there, no other thread gets its number, and with it its locks
            self._is_over.close()

    def take_step(self) -> None:
        """Let it go on to before its next step, or to its end."""
        self._go.give()
        self.wait_for_a_halt()

    def wait_for_a_halt(self) -> None:
        """Wait until it stands before a step, or has ended; the order is stuck if neither comes."""
        asleep = 0
        while not self._halted.wait(TICK):
            asleep += sleeps(self.native)
            if asleep > ASLEEP or seconds_of(self.ident) > BUSY:
                self.over, self.step, self._is_lost = True, None, True
                self.order.stuck = self
                return

    def reach(self, step: Step) -> None:
        """Called by the thread itself: come to a halt before a step."""
        if self.over:
            self._stop()
        self.step, self.view = step, None
        self._halted.give()
        self._go.wait()
        if self.over:
            self.step = None
            self._stop()

    def _stop(self) -> None:
        self._overs += 1
        if self._overs > MOST_LOOKS:  # it catches whatever ends it
            LED.pop(self.ident, None)
            self._halted.give()
            while True:
                self._is_over.wait()
        raise OverError

    def end(self) -> None:
        """Let it end without another step."""
        was_there, self.over = self.step, True
        if was_there:
            self.take_step()
        if not self._is_lost:  # or it may use them yet
            self._go.close()
            self._halted.close()
        self._is_over.give()

    def turn(self, loop: object, is_while: bool) -> None:
        """Called by the thread itself with each turn of a loop."""
        self.turns += 1
        if self.over:
            self._stop()
        if self.turns > MOST_TURNS:
            raise EndlessError
        if is_while and self.is_idle(loop):
            self.looked += 1
            if self.looked > 2:
                self.reach(Step((id(self), TIME), False, whereabouts(), idle=True))
        elif is_while:
            self.looked = 0

    def is_idle(self, where: object) -> bool:
        """Called by the thread itself: whether nothing has changed since it was here."""
        is_same = where in self._seen and self._seen[where] == self.news  # without the GIL, get() would be slow here
        self._seen[where] = self.news
        return is_same


def sleeps(native: int) -> bool:
    """Whether a thread waits for something other than a processor; where there is no `/proc`, all do."""
    try:
        said = Path(f"/proc/self/task/{native}/stat").read_text(encoding="utf-8")
    except OSError:
        return True
    return said.rpartition(")")[2].split()[0] == "S"


def seconds_of(ident: int) -> float:
    """The seconds that a thread has been on processors; 0 where nobody knows."""
    clock = getattr(time, "pthread_getcpuclockid", None)
    return time.clock_gettime(clock(ident)) if clock and ident else 0.0


LED: dict[int, Led] = {}  # by the number of the thread


def led() -> Led | None:
    """The one who asks, if it is led."""
    return LED.get(threading.get_ident())


def sleep(seconds: float) -> None:
    """In the place of `time.sleep`: in an order, time is nothing but the steps of the others."""
    me = led()
    if me:
        me.reach(Step((id(me), TIME), False, whereabouts(), idle=me.is_idle(TIME)))
        me.skipped += seconds
    elif threading.get_ident() not in IMPORTING:
        real_sleep(seconds)


def skipping(real: Callable[[], float]) -> Callable[[], float]:
    """A clock on which the seconds that a thread slept have passed, though nobody waited for them."""

    def clock() -> float:
        me = led()
        return real() + (me.skipped if me else 0)

    return clock


def start(thread: threading.Thread) -> None:
    """In the place of `Thread.start`: what a led thread starts is led, too."""
    me, begun = led(), vars(thread).get("_started")
    if not me or not begun:  # where `__init__` of `Thread` was not called, this raises an exception
        real_start(thread)
        return
    if hasattr(thread, "_led_") or begun.is_set():
        raise RuntimeError("threads can only be started once")
    me.turns += OF_A_START
    vars(begun).update(_flag=True)  # so that a copy of the thread knows it, too
    one = Led(me.order, me.order.named(thread.name))
    run: Callable[[], None] = thread.run
    vars(thread).update(run=lambda: one.live(run), _led_=one, _daemonic=True, _started=Begun())
    del LED[me.ident]
    try:
        real_start(thread)
    finally:
        LED[me.ident] = me
    one.wait_for_a_halt()
    me.order.threads.append(one)


def join(thread: threading.Thread, timeout: float | None = None) -> None:
    """In the place of `Thread.join`: a led thread comes to a halt until the other has ended."""
    me, other = led(), getattr(thread, "_led_", None)
    if not me or not other or me is other:
        real_join(thread, timeout)
    else:
        me.reach(Step((id(other), END), True, whereabouts(), lambda: other.step is None, timeout is not None))


def is_alive(thread: threading.Thread) -> bool:
    """In the place of `Thread.is_alive`."""
    other = getattr(thread, "_led_", None)
    return other.step is not None if other else real_is_alive(thread)


def submit(pool: Any, *given: Any, **options: Any) -> Any:
    """In the place of that of a pool of threads: those of a pool of the module have ended with the order before."""
    if any(hasattr(thread, "_led_") and thread._led_.over for thread in pool._threads):
        anew = {"_threads": set(), "_idle_semaphore": threading.Semaphore(0), "_work_queue": queue.SimpleQueue()}
        vars(pool).update(anew)
    return real_submit(pool, *given, **options)


def select(selector: Any, timeout: float | None = None) -> Any:
    """In the place of that with which a loop of `asyncio` waits: a led one comes to a halt until it is woken."""
    me = led()
    if me and (timeout is None or timeout > 0):
        ready, timed = partial(real_select, selector, 0), timeout is not None
        me.reach(Step((id(selector), LOCK), True, whereabouts(), lambda: bool(ready()), timed, kept=selector))
        me.skipped += 0 if ready() else timeout or 0
    return real_select(selector, 0 if me else timeout)


def lead_loops() -> None:
    """Let threads that wake a loop of `asyncio` come to a halt before it, if the answer has any.

    That the end of an order leaves loops open, and tasks pending, is no fault of the answer: nothing is said of it.
    """
    events = sys.modules.get("asyncio.selector_events")
    if not events:
        return
    real_wake = events.BaseSelectorEventLoop._write_to_self

    def wake(loop: Any) -> None:
        me = led()
        if me and not me.over:
            me.reach(Step((id(loop._selector), LOCK), True, whereabouts(), frees=True, kept=loop._selector))
        real_wake(loop)

    for name, stand_in in ((real_wake.__name__, wake), ("__del__", lambda _: None)):
        setattr(events.BaseSelectorEventLoop, name, stand_in)
    vars(sys.modules["asyncio.log"])["logger"].disabled = True


def allocate_lock() -> Any:
    """In the place of `_thread.allocate_lock`, which Python itself calls, too."""
    return Lock() if is_ours(sys._getframe(1).f_code.co_filename) else REAL_LOCK()


def leave(status: int) -> None:
    """In the place of `os._exit`: an answer must not end its check."""
    if led():
        raise RuntimeError(f"os._exit({status}) ends everything, and nobody sees what came of it")
    real_exit(status)


def fork() -> int:
    """In the place of `os.fork`: nobody leads what goes on in the new process.

    The locks that Python itself makes anew there are no steps, and may be taken at any moment.
    """
    ours = {name: vars(threading)[name] for name in ("Lock", "RLock", "_allocate_lock")}
    vars(threading).update(Lock=REAL_LOCK, RLock=REAL_RLOCK, _allocate_lock=REAL_LOCK)
    try:
        number = int(real_fork())
    finally:
        vars(threading).update(ours)
    if not number:
        LED.clear()
    return number


vars(_thread).update(allocate_lock=allocate_lock)
vars(os).update({"_exit": leave, "fork": fork} if real_fork else {"_exit": leave})
vars(threading).update(Lock=Lock, RLock=RLock, _allocate_lock=Lock, _time=skipping(time.monotonic))
for its_name, its_stand_in in (("start", start), ("join", join), ("is_alive", is_alive), ("select", select)):
    setattr(selectors.DefaultSelector if its_name == "select" else threading.Thread, its_name, its_stand_in)
vars(time).update({name: skipping(getattr(time, name)) for name in ("monotonic", "perf_counter", "time")}, sleep=sleep)
vars(queue).update(SimpleQueue=vars(queue)["_PySimpleQueue"], time=time.monotonic)
vars(executors).update(_global_shutdown_lock=Lock())
vars(functools).update(RLock=RLock)  # which a `cached_property` has on Python 3.11
setattr(executors.ThreadPoolExecutor, real_submit.__name__, submit)
vars(PROCESSES).update(SemLock=SemLock)


def is_ours(file: str) -> bool:
    """Whether a file is the answer or its check."""
    return file.startswith(HERE) and file != __file__


def whereabouts(frame: FrameType | None = None) -> tuple[str, int]:
    """The line of the answer, or of its check, that runs in this thread."""
    frame = frame or sys._getframe()
    first = ("", 0)
    while frame:
        file = frame.f_code.co_filename
        if is_ours(file):
            return file, frame.f_lineno
        frame = frame.f_back
    return first


# --- Which places of the code are steps ---


def halt(thing: Any, name: str, writes: bool, key: object = None) -> Any:
    """Come to a halt, if the thread is led, before an attribute of `thing` is read or written."""
    me = led()
    if me and name in changing():
        me.reach(Step((id(thing), name), writes, whereabouts(), kept=thing))
        NOTED[me.ident, key] = thing, name
    return thing


def look(thing: Any, writes: bool = False, key: object = None) -> Any:
    """Come to a halt, if the thread is led, before a look into a list or the like, or a change of it."""
    return look_in_the_check(thing, writes, key) if CONTENTS in changing() else thing


def look_in_the_check(thing: Any, writes: bool = False, key: object = None) -> Any:
    """The same for the check, which changes what the answer cannot change."""
    me = led()
    there = behind(thing) if me else None
    if me and isinstance(there, CONTAINERS) and (there is thing or me.view is not thing):
        me.reach(Step((id(there), CONTENTS), writes, whereabouts(), kept=there))
        NOTED[me.ident, key] = there, CONTENTS
    return thing


def behind(thing: Any) -> Any:
    """The list or the like that a view, an iterator or a generator expression goes through; all else as it is."""
    if type(thing) not in LAZY or getattr(thing, "__name__", "<genexpr>") != "<genexpr>":
        return thing
    found = map(behind, gc.get_referents(thing))
    return next((one for one in found if isinstance(one, CONTAINERS)), thing)


def write(result: Any, key: object) -> Any:
    """Come to a halt before the write of an assignment such as `+=`, of which the read has noted to what."""
    me = led()
    if me and (me.ident, key) in NOTED:
        thing, name = NOTED.pop((me.ident, key))
        me.reach(Step((id(thing), name), True, whereabouts(), kept=thing))
    return result


def shared_name(result: Any, name: str, writes: bool) -> Any:
    """Come to a halt before a name is read or written that a function declares global or nonlocal."""
    me = led()
    if me:
        me.reach(Step(("name", name), writes, whereabouts()))
    return result


def bound(method: Any, name: str, looks: Callable[[Any, bool], Any] = look) -> Any:
    """A method of a list or the like that comes to a halt when it is called; all else as it is."""
    if not (isinstance(method, BuiltinMethodType) and isinstance(method.__self__, CONTAINERS)):
        return method

    me = led()

    def halting(*given: Any, **options: Any) -> Any:
        looks(method.__self__, name in CHANGES)
        result = method(*given, **options)
        if me and name in VIEWS:
            me.view = result
        return result

    return halting if me else method


def bound_in_the_check(method: Any, name: str) -> Any:
    """The same for the check."""
    return bound(method, name, look_in_the_check)


NOTED: dict[tuple[int, object], tuple[Any, str]] = {}
IMPORTING: set[int] = set()  # the number of the thread that imports the answer
turns_at_import = 0


def turn(loop: object, is_while: bool) -> None:
    """Count a turn of a loop."""
    global turns_at_import
    me = led()
    if me:
        me.turn(loop, is_while)
    elif threading.get_ident() in IMPORTING:
        turns_at_import += 1
        if turns_at_import > 1_000_000:
            raise EndlessError


class Everything:
    """Has whatever one asks for."""

    def __contains__(self, name: object) -> bool:
        return not str(name).startswith("__")


@cache
def changing() -> Any:
    """All that some function of the answer writes, other than while an object is made."""
    found, tree = set[str](), ast.parse(Path(HERE, ANSWER).read_text(encoding="utf-8"))
    if DYNAMIC & {getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(tree)}:
        return Everything()
    for function in ast.walk(tree):
        if isinstance(function, FUNCTIONS) and getattr(function, "name", "") != "__init__":
            found |= {name for node in ast.walk(function) for name in written(node)}
    return found


def written(node: ast.AST) -> Iterable[str]:
    """What a piece of a function writes that other threads may see."""
    if isinstance(node, ast.Attribute):
        stores = isinstance(node.ctx, ast.Store | ast.Del)
        return [node.attr] if stores else [CONTENTS] * (node.attr in CHANGES | CHANGING_CALLS)
    if isinstance(node, ast.Subscript):
        return [CONTENTS] * isinstance(node.ctx, ast.Store | ast.Del)
    if isinstance(node, ast.Name):
        return [CONTENTS] * (node.id in CHANGING_CALLS)
    return node.names if isinstance(node, ast.Global | ast.Nonlocal) else []


class WithHalts(ast.NodeTransformer):
    """Puts a call of `halt` or `look` right before each read and write of what may be shared, of `turn` into loops."""

    def __init__(self, tree: ast.AST) -> None:
        declared = (node.names for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal))
        self._names = {name for names in declared for name in names}

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Halt between what has the attribute and the attribute."""
        self.generic_visit(node)
        reads = isinstance(node.ctx, ast.Load)
        node.value = called("_halt_", node.value, node.attr, not reads)
        return called("_bound_", node, node.attr) if reads and node.attr in CHANGES | LOOKS else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Halt before a look into a list or a dictionary, when its index is known."""
        self.generic_visit(node)
        node.value = called("_look_", node.value, not isinstance(node.ctx, ast.Load))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Halt before a function looks into a list or a dictionary, or at an attribute that it is given."""
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in ("getattr", "setattr", "delattr") and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
            node.args[0] = called("_halt_", node.args[0], str(node.args[1].value), name != "getattr")
        elif not isinstance(node.func, ast.Attribute) or name in CHANGING_CALLS | COPYING_CALLS:
            looked = (ast.Starred, ast.Constant, ast.Lambda, ast.GeneratorExp, ast.JoinedStr)
            for at, given in enumerate(node.args):
                if not isinstance(given, looked):
                    node.args[at] = called("_look_", given, name in CHANGING_CALLS)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.AST:
        """Halt before a list is unpacked."""
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = called("_look_", node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        """Halt before a dictionary is unpacked."""
        self.generic_visit(node)
        node.values = [one if key else called("_look_", one) for key, one in zip(node.keys, node.values, strict=True)]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Halt before a list is compared, or something is looked for in it."""
        self.generic_visit(node)
        node.left = called("_look_", node.left)
        node.comparators = [called("_look_", one) for one in node.comparators]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """Halt before it is asked whether a list is empty."""
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            node.operand = called("_look_", node.operand)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Halt before it is asked whether a list is empty."""
        self.generic_visit(node)
        node.values = [called("_look_", one) for one in node.values]
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        """Halt before it is asked whether a list is empty."""
        self.generic_visit(node)
        node.test = called("_look_", node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """Halt before it is asked whether a list is empty."""
        self.generic_visit(node)
        node.test = called("_look_", node.test)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        """Halt before something is gone through."""
        self.generic_visit(node)
        node.iter = called("_look_", node.iter)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Halt before the read of a name that a function declares global or nonlocal."""
        if node.id not in self._names or not isinstance(node.ctx, ast.Load):
            return node
        nothing = called("_name_", ast.Constant(None), node.id, False)
        return ast.copy_location(ast.BoolOp(ast.Or(), [nothing, node]), node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Halt before the write of such a name."""
        self.generic_visit(node)
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id in self._names:
                node.value = called("_name_", node.value, target.id, True)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        """Halt before the read of `+=` and, once its right side is known, before its write."""
        target, key = node.target, f"{node.lineno}:{node.col_offset}"
        self.generic_visit(node)
        if isinstance(target, ast.Name):
            if target.id not in self._names:
                return node
            node.value = called("_name_", node.value, target.id, True)
            return [ast.Expr(called("_name_", ast.Constant(None), target.id, False)), node]
        node.value = called("_write_", node.value, key)
        if isinstance(target.value, ast.Call):
            halting = target.value
            halting.args[-1] = ast.Constant(False)
            halting.args.append(ast.Constant(key))
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        """Halt before a loop goes through something, and count its turns."""
        self.generic_visit(node)
        node.iter = called("_look_", node.iter)
        return counted(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        """Halt before it is asked whether a list is empty, and count the turns of the loop."""
        self.generic_visit(node)
        node.test = called("_look_", node.test)
        return counted(node)


def called(function: str, result: ast.expr, *options: str | bool) -> ast.expr:
    """A call of one of ours with an expression, which it gives back."""
    given = [ast.Constant(one) for one in options]
    return ast.copy_location(ast.Call(ast.Name(function, ast.Load()), [result, *given], []), result)


def counted(loop: ast.For | ast.While) -> ast.AST:
    """A loop that counts its turns."""
    options = [ast.Constant(f"{loop.lineno}:{loop.col_offset}"), ast.Constant(isinstance(loop, ast.While))]
    count = ast.Expr(ast.Call(ast.Name("_turn_", ast.Load()), [*options], []))
    ast.copy_location(count, loop)
    loop.body.insert(0, count)
    return loop


def is_stepped(function: ast.FunctionDef) -> bool:
    """Whether a function of the check takes steps."""
    return "step by step" in (ast.get_docstring(function) or "")


class WithHaltsLoader(Loader):
    """Imports a module with halts. Nothing of its code is kept, which others would import."""

    def __init__(self, file: str) -> None:
        self._file = file

    def exec_module(self, module: ModuleType) -> None:
        """Run the module; its halts call our functions."""
        vars(module).update(_halt_=halt, _look_=look, _write_=write, _name_=shared_name, _bound_=bound, _turn_=turn)
        try:
            tree = ast.parse(Path(self._file).read_bytes(), self._file)
            if Path(self._file).name == ANSWER:
                WithHalts(tree).visit(tree)
            else:
                vars(module).update(_look_=look_in_the_check, _bound_=bound_in_the_check)
                stepped = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and is_stepped(one)]
                for function in stepped:
                    WithHalts(function).visit(function)
            code = compile(ast.fix_missing_locations(tree), self._file, "exec")
            if Path(self._file).name == ANSWER:
                import_to_its_end(partial(exec, code, vars(module)))
            else:
                exec(code, vars(module))
        except pytest.Collector.CollectError:
            raise
        except SyntaxError as error:
            line = f"line {error.lineno}: {(error.text or '').strip()}"
            raise pytest.Collector.CollectError(f"{ANSWER} is no Python yet: {error.msg}\n  {line}") from None
        except (Exception, EndlessError) as error:
            raise pytest.Collector.CollectError(at_import(error)) from None


def import_to_its_end(work: Callable[[], None]) -> None:
    """Let a thread of its own import the answer, as no order is there yet in which it could be seen to wait forever."""
    errors: list[BaseException] = []
    is_over, may_end, asleep = REAL_LOCK(), REAL_LOCK(), 0
    is_over.acquire()
    may_end.acquire()

    def live() -> None:
        IMPORTING.add(threading.get_ident())
        try:
            work()
        except BaseException as error:
            errors.append(error)
        IMPORTING.clear()
        is_over.release()
        may_end.acquire()  # as long as it is there, it can be asked for its seconds

    thread = threading.Thread(target=live, daemon=True)
    watch_out(MOST_ALONE)
    thread.start()
    while not is_over.acquire(timeout=TICK):
        asleep += sleeps(thread.native_id or 0)
        if asleep > ASLEEP or seconds_of(thread.ident or 0) > BUSY:
            where = quoted(*whereabouts(sys._current_frames()[thread.ident or 0]))
            raise pytest.Collector.CollectError(f"{ANSWER} cannot be imported: it waits, or works, forever\n  {where}")
    may_end.release()
    watch_out(0)
    if errors:
        raise errors[0]
    lead_loops()


def at_import(error: BaseException) -> str:
    """Why the answer cannot be imported, in words."""
    where = place_in_the_answer(error)
    if isinstance(error, ImportError) and not where[1]:
        return f"{ANSWER} has not all that its check needs: {str(error).partition(' (')[0]}"
    what = "a loop does not come to its end" if isinstance(error, EndlessError) else f"{type(error).__name__}: {error}"
    return f"{ANSWER} cannot be imported: {what}\n  {quoted(*where)}"


class Finder(MetaPathFinder):
    """Finds the answer and its check before anybody else does."""

    def find_spec(self, name: str, _path: Any, _target: Any = None) -> ModuleSpec | None:
        """A module that is to be imported with halts; None for all others."""
        file = str(Path(HERE, f"{name}.py"))
        if f"{name}.py" not in (ANSWER, CHECK):
            return None
        spec = ModuleSpec(name, WithHaltsLoader(file), origin=file)
        spec.has_location = True
        return spec


sys.meta_path.insert(0, Finder())


# --- All orders ---


@dataclass
class Choice:
    """A moment of an order: who could go on, with which step, who went, whom to try as well, and whom to let sleep."""

    steps: dict[int, Step]  # by the number of the thread
    went: int
    asleep: set[int]
    others: set[int] = field(default_factory=set)

    def next(self) -> bool:
        """Choose another who could have gone, if there is one that makes a difference."""
        self.asleep.add(self.went)
        awake = sorted(self.others - self.asleep)
        self.went = awake[0] if awake else self.went
        return bool(awake)

    def try_before(self, number: int, led_to: set[int]) -> None:
        """Let this thread go, too, or whoever must go first."""
        if number in self.steps:
            self.others.add(number)
        else:
            self.others |= {*sorted(led_to & self.steps.keys())[:1]} or self.steps.keys()

    def asleep_after(self) -> set[int]:
        """Who sleeps on: those whose step does not feel the one that was taken."""
        return {one for one in self.asleep if not self.steps[one].disturbs(self.steps[self.went])}


@dataclass(eq=False)
class Order:
    """One order: its choices, of which the first are given, and what came of it.

    With `must_sleep`, who waits may do nothing else: neither look again and again, nor wait for a time.
    """

    choices: list[Choice]
    must_sleep: bool
    threads: list[Led] = field(default_factory=list)
    taken: list[tuple[Led, Step, bool]] = field(default_factory=list)  # the last: whether a wait ended in vain
    stuck: Led | None = None
    first: int = 0  # how many steps were taken before the choices
    chosen: int = 0
    held: int | None = None  # who goes when nobody else can
    is_tried: bool = False  # whether all that may follow was tried
    named_so_far: int = 0  # threads that the answer has started
    streak: int = 0
    went: dict[int, int] = field(default_factory=dict)  # at which step each thread went last

    def add(self, name: str, work: Callable[[], object]) -> Led:
        """One more thread."""
        one = Led(self, name)
        self.threads.append(one)
        return one.begin(work)

    def named(self, name: str) -> str:
        """The name of one more thread that the answer starts: in each order, Python's numbers begin anew."""
        self.named_so_far += 1
        return re.sub(r"^(Thread|ThreadPoolExecutor)-\d+(_\d+)?", rf"\1-{self.named_so_far}", name)

    def run(self, those: list[Led], how: str = "all") -> str:
        """Take steps until `those` have ended, or nothing can go on; say what is wrong, if no end comes.

        `how` is "all" for the choices of this order, "they" to let those go on whenever they can, or the name of one of
        `FIXED`, `HELD` or `BY_CHANCE`.
        """
        while any(one.step for one in those):
            steps = self._open()
            if not steps:
                return ""
            number = self._choose(steps) if how == "all" else self._favour(steps, those, how)
            if number is None:
                return ""
            self._take(number, steps[number])
            if told := self._gone_wrong(self.threads[number]):
                return told
        return ""

    def waiting(self) -> dict[str, str]:
        """Where those wait who have not come to their end."""
        return {one.name: quoted(*one.step.place) for one in self.threads if one.step}

    def _take(self, number: int, step: Step) -> None:
        one = self.threads[number]
        in_vain = not step.can_be_taken()
        one.gave_up += in_vain
        self.streak = self.streak + 1 if self.taken and self.taken[-1][0] is one else 0
        self.taken.append((one, step, in_vain))
        self.went[number] = len(self.taken)
        if step.writes:
            for other in self.threads:
                other.news += other is not one or LOCK not in step.what
        one.take_step()

    def _gone_wrong(self, one: Led) -> str:
        if self.stuck:
            frame = sys._current_frames().get(self.stuck.ident)
            return f"{self.stuck.name} does not come to an end: it is still at {quoted(*whereabouts(frame))}"
        if isinstance(one.error, EndlessError):
            return f"{one.name} does not come to an end: a loop goes on and on\n  {quoted(*place_of(one.error))}"
        if self.must_sleep and one.looked > MOST_LOOKS and one.step:
            place = quoted(*one.step.place)
            told = f"{one.name} looks again and again, though nothing has changed; it must sleep until it is woken"
            return f"{told}\n  {place}"
        if len(self.taken) > max(MOST_STEPS, MOST_OF_EACH * len(self.threads)):
            places = [f"{name} is at {place}" for name, place in self.waiting().items()]
            return "\n  ".join([f"{ANSWER} does not come to an end: it waits, or tries again, forever.", *places])
        return ""

    def _choose(self, steps: dict[int, Step]) -> int | None:
        """Who goes now, of those who can; None if all that may follow was tried."""
        if self.chosen >= MOST_CHOICES:
            return self._fair(steps)
        if self.chosen < len(self.choices) and self.choices[self.chosen].went not in steps:
            del self.choices[self.chosen :]  # the answer goes by chance, or by places in memory
        if self.chosen == len(self.choices):
            asleep = self.choices[-1].asleep_after() & steps.keys() if self.choices else set[int]()
            awake = [one for one in steps if one not in asleep]
            if not awake:
                self.is_tried = True
                return None
            self.choices.append(Choice(steps, awake[0], asleep))
        self.chosen += 1
        return self.choices[self.chosen - 1].went

    def find_races(self) -> None:
        """Note where another order of two steps that felt each other is to be tried: before the first, the second."""
        numbers = {id(one): number for number, one in enumerate(self.threads)}
        steps = [(numbers[id(one)], step) for one, step, _ in self.taken[self.first :]]
        clocks: list[dict[int, int]] = []  # for each step: the last steps of all threads that came before it for sure
        last: dict[int, dict[int, int]] = {}  # of each thread
        numbered: dict[tuple[object, str], list[int]] = {}  # the steps on each lock and each piece of data
        ahead = [(number, one.step) for number, one in enumerate(self.threads) if one.step]
        for number in (number for number, step in ahead if step.what[1] == START):  # nobody knows what it would do
            for choice in [choice for choice in self.choices if number in choice.steps][:1]:
                choice.others.add(number)
        for at, (number, step) in enumerate([*steps, *ahead]):
            before = last.get(number, {})
            clock, is_known = dict(before), False
            for earlier in reversed(numbered.get(step.what, [])):
                other, its_step = steps[earlier]
                feels = other != number and step.disturbs(its_step)
                if feels and before.get(other, -1) < earlier < len(self.choices) and step.may_meet(its_step):
                    led_to = {one for one, its_last in before.items() if its_last > earlier}
                    self.choices[earlier].try_before(number, led_to)
                if feels and not is_known:
                    for one, its_last in clocks[earlier].items():
                        clock[one] = max(clock.get(one, -1), its_last)
                is_known = is_known or its_step.writes  # the clock of a write knows of all before it
            if at < len(steps):
                clocks.append({**clock, number: at})
                last[number] = clocks[at]
                numbered.setdefault(step.what, []).append(at)

    def _favour(self, steps: dict[int, Step], those: list[Led], how: str) -> int:
        if how == "they":
            return next((number for number in steps if self.threads[number] in those), self._fair(steps))
        if len(self.taken) > MOST_CHOICES:
            return self._fair(steps)
        last = self.threads.index(self.taken[-1][0])
        if how in HELD:
            return self._hold(steps, HELD.index(how) // 2, last, min if HELD.index(how) % 2 else max)
        if how in BY_CHANCE:
            chance = random.Random(f"{how}, after {len(self.taken)}")
            calm = CALM[BY_CHANCE.index(how) % len(CALM)] if last in steps and LOCK in steps[last].what else 0.5
            goes_on = last in steps and chance.random() < calm
            return last if goes_on else chance.choice([*steps])
        if how == "a lock each" and last in steps and not self._has_taken_a_lock():
            return last
        after = [number for number in steps if number > last]
        return min(after or steps)

    def _hold(self, steps: dict[int, Step], at: int, last: int, next_one: Callable[[Iterable[int]], int]) -> int:
        """Whoever went last goes on; but who is about to take this step on data goes when nobody else can."""
        others = [number for number in steps if number != self.held]
        number = last if last in others else next_one(others or steps)
        if self.held is None and steps[number].is_on_data() and self.on_data() == at:
            self.held = number
            return self._hold(steps, at, last, next_one)
        return number

    def on_data(self) -> int:
        """How many steps on data were taken."""
        return sum(step.is_on_data() for _, step, _ in self.taken[self.first :])

    def _has_taken_a_lock(self) -> bool:
        """Whether the last step took one."""
        step = self.taken[-1][1]
        return LOCK in step.what and step.ready is not None

    def _fair(self, steps: dict[int, Step]) -> int:
        """Whoever went last goes on for a while, then the one whose last step is longest ago."""
        last = max(self.went, key=lambda number: self.went[number], default=-1)
        if last in steps and self.streak < 40:
            return last
        return min(steps, key=lambda number: self.went.get(number, 0))

    def _open(self) -> dict[int, Step]:
        """The next steps of all that can go on.

        A wait with a time-out may end in vain at any time, but once only if others can go on. Who looks again though
        nothing has changed leaves the others their turn.
        """
        steps = {number: one.step for number, one in enumerate(self.threads) if one.step}
        able = {number: step for number, step in steps.items() if step.can_be_taken()}
        busy = {number: step for number, step in able.items() if not step.idle}
        timed = {number: step for number, step in steps.items() if step.timed and number not in able}
        early = {number: step for number, step in timed.items() if not self.threads[number].gave_up}
        if busy:
            return dict(sorted({**busy, **early}.items()))
        return able or ({} if self.must_sleep else timed)


def watch_out(seconds: float) -> None:
    """Have this process end, if it is on processors for so long; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def had_and_lacked() -> tuple[int, int]:
    """Nanoseconds that this thread was on a processor, and waited for one that others had; 0 where nobody knows."""
    try:
        had, lacked, _ = Path("/proc/thread-self/schedstat").read_text(encoding="utf-8").split()
    except OSError:
        return 0, 0
    return int(had), int(lacked)


def watch() -> Callable[[], float]:
    """Gives what tells the seconds since then: on a busy machine, those that it would have taken on an idle one."""
    begin, (had, lacked) = time.monotonic(), had_and_lacked()

    def waited() -> float:
        seconds, (has, lacks) = time.monotonic() - begin, had_and_lacked()
        wanted = has - had + lacks - lacked
        return seconds * (has - had) / wanted if wanted else seconds

    return waited


SPENT: list[float] = []  # seconds on processors, of each test


def try_all(
    start: Callable[[], Any],
    threads: dict[str, Callable[[Any], object]],
    check: Callable[..., object],
    may_wait: bool = False,
    must_sleep: bool = False,
) -> int:
    """Run `threads` on what `start` makes, in every order of steps that can matter; `check` what each order leaves.

    With `may_wait`, threads may be left waiting; `check` then gets, beside what was made, the lines where they wait by
    their names. Gives the number of orders that came to their end, if none of them leaves something wrong.
    """
    choices: list[Choice] = []
    begin, waited = time.process_time(), watch()
    limit = begin + max(0.1, min(MOST_SECONDS, OF_ALL - sum(SPENT)))

    def try_one(how: str) -> Order:
        """An order that has come to its end, in which nothing goes wrong."""
        order = Order(choices if how == "all" else [], must_sleep)
        watch_out(MOST_ALONE)
        try:
            told = one_order(order, start, threads, check, may_wait, how)
        finally:
            for one in order.threads:
                one.end()
            NOTED.clear()
            watch_out(0)
        if told:
            pytest.fail(told, pytrace=False)
        return order

    complete, tried = len([try_one(how) for how in FIXED]) if len(threads) > 3 else 0, 0
    while not tried or (choices and tried < MOST_ORDERS and time.process_time() < limit and waited() < MOST_WAITING):
        order = try_one("all")
        complete += not order.is_tried
        tried += 1
        while choices and not choices[-1].next():
            choices.pop()
    SPENT.append(time.process_time() - begin)
    # Orders that there was no time for differ from the first one early on, and nobody knows what C code shares.
    more = [*FIXED, *HELD[: 2 * order.on_data()], *BY_CHANCE] if tried > 1 or len(threads) > 1 else []
    for how in more[: max(len(FIXED), MOST_MORE // len(order.taken))]:
        try_one(how)
    return complete


def on_made(work: Any, made: list[Any]) -> None:
    """Let a thread work on what was made for this order."""
    work(made[0])


def one_order(order: Order, start: Any, threads: dict[str, Any], check: Any, may_wait: bool, how: str) -> str:
    """Run one order, and say what is wrong with it, if anything is."""
    made: list[Any] = []
    maker = order.add("the check", lambda: made.append(start()))
    if told := order.run([maker], "they") or failed(order) or standstill(order, [maker]):
        return told
    own = [order.add(name, partial(on_made, work, made)) for name, work in threads.items()]
    order.first = len(order.taken)
    told = order.run(own, how)
    if how == "all":
        order.find_races()
    if told := told or failed(order):
        return told
    if order.is_tried:
        order.run(own, "they")  # to its end, or a semaphore of the module is left half taken to the next order
        return ""
    waiting = {one.name: where for one in own if (where := order.waiting().get(one.name))}
    if told := waits_for_a_time(order, own) if may_wait else standstill(order, own):
        return told
    looks = (lambda: check(made[0], waiting)) if may_wait else (lambda: check(made[0]))
    checker = order.add("a later call", looks)
    return order.run([checker], "they") or wrong(order, checker) or failed(order) or standstill(order, [checker])


# --- What the learner is told ---


def standstill(order: Order, those: list[Led]) -> str:
    """Where threads wait that nobody wakes."""
    waits = [one for one in those if one.step]
    if not waits:
        return ""
    told = [f"{one.name} waits at {quoted(*one.step.place)}" for one in waits if one.step]
    head = f"{ANSWER} comes to a standstill: it waits for a lock or a signal that never comes."
    return "\n  ".join([head, *told, *story(order, locks=True)][: STORY + 3])


def waits_for_a_time(order: Order, those: list[Led]) -> str:
    """Who waits until a time-out ends it, where it must sleep."""
    for one in those:
        if one.step and order.must_sleep and (one.step.timed or one.step.idle):
            told = f"{one.name} does not sleep until it is woken: after some time it looks again"
            return f"{told}\n  {quoted(*one.step.place)}"
    return ""


def failed(order: Order) -> str:
    """The exception that a thread ended with, and where the answer raised it."""
    for one in order.threads:
        if isinstance(one.error, AssertionError) and not place_in_the_answer(one.error)[1]:
            return wrong(order, one)
        if one.error:
            text = str(one.error).partition("\n")[0]
            what = f"{one.name} raises {type(one.error).__name__}" + (f": {text}" if text else "")
            where = place_in_the_answer(one.error)
            return "\n  ".join([what, *[quoted(*where)] * bool(where[1]), *story(order)])
    return ""


def wrong(order: Order, checker: Led) -> str:
    """What the check says of an order that came to its end, and the steps that matter for it."""
    if not isinstance(checker.error, AssertionError):
        return ""
    first = str(checker.error).splitlines()
    told = story(order)
    return "\n  ".join([*first, *told])


def story(order: Order, locks: bool = False) -> list[str]:
    """The steps that led there, and what stands above them."""
    lines = [*told_steps(order.taken, locks)] or [*told_steps(order.taken, True)]
    if len(lines) > STORY:
        lines = [*lines[: STORY // 2], "…", *lines[len(lines) - STORY // 2 + 1 :]]
    is_alone = len({one.name for one, _, _ in order.taken} - {"the check", "a later call"}) == 1
    when = f"after these steps in {ANSWER}:" if is_alone else f"when the threads take these steps in {ANSWER}:"
    return [when, *lines] if lines else []


def told_steps(taken: Iterable[tuple[Led, Step, bool]], locks: bool) -> Iterator[str]:
    """The steps on data, in words: what one thread reads and writes in a row on one line, it "reads and writes"."""
    told: list[tuple[str, str, Step]] = []
    for one, step, in_vain in taken:
        verb = verb_of(step, in_vain, locks)
        if not verb or one.name in ("the check", "a later call"):
            continue
        if told and told[-1][0] == one.name and told[-1][2].place == step.place and told[-1][2].what == step.what:
            before = told.pop()[1]
            verb = "reads and writes" if {before, verb} == {"reads", "writes"} else verb
        told.append((one.name, verb, step))
    before = ""
    for name, verb, step in told:
        what = f" {step.what[1]}" if verb[0] in "rw" else ""
        is_answer = Path(step.place[0]).name == ANSWER
        line = f"{name} {verb}{what}" + (f" at {quoted(*step.place)}" if is_answer else "")
        if line != before:
            yield line
        before = line


def verb_of(step: Step, in_vain: bool, locks: bool) -> str:
    """What a step does, if it is told."""
    file, line = step.place
    name = step.what[1]
    if not line or (Path(file).name != ANSWER and name in (CONTENTS, LOCK)) or name in (TIME, END):
        return ""
    if name == LOCK:
        taken = "takes a lock" if locks and step.ready else ""
        return "has waited long enough and goes on" if in_vain else taken
    return "writes" if step.writes else "reads"


def place_of(error: BaseException) -> tuple[str, int]:
    """The innermost line of ours where it was raised."""
    frames = reversed(list(traceback.walk_tb(error.__traceback__)))
    return next(((f.f_code.co_filename, line) for f, line in frames if is_ours(f.f_code.co_filename)), ("", 0))


def place_in_the_answer(error: BaseException) -> tuple[str, int]:
    """The innermost line of the answer where it was raised."""
    frames = reversed(list(traceback.walk_tb(error.__traceback__)))
    mine = ((frame.f_code.co_filename, line) for frame, line in frames)
    return next((place for place in mine if Path(place[0]).name == ANSWER), ("", 0))


def quoted(file: str, line: int) -> str:
    """A line of the answer, word for word."""
    is_answer = Path(file).name == ANSWER
    return f"line {line}: {linecache.getline(file, line).strip()}" if is_answer else "what the check asks"


@pytest.fixture
def in_every_order() -> Callable[..., int]:
    """Try all orders: call it with what makes a state, the threads by name, and the check of what they leave."""
    return try_all


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let another process go on, and say nothing of a callback that the end of an order ends: nobody could catch it."""
    sys.stdout.flush()
    if stack := live_on():
        tell_of_silence(session.config.get_terminal_writer(), stack)
        sys.stdout.flush()
        os._exit(1)
    told: Any = sys.unraisablehook
    sys.unraisablehook = lambda what: None if isinstance(what.exc_value, OverError) else told(what)


NOTES: list[int] = []  # the file that the process which waits will read


def pytest_runtest_logstart(nodeid: str) -> None:
    """Note which test begins: no stack tells it that has only the thread which holds up all others."""
    for file in NOTES:
        os.write(file, f"{nodeid}\n".encode())


def live_on() -> str:
    """Go on in another process, if the system can fork; wait for its end here, and end likewise.

    Comes back there, with nothing; and here only after a call of C that held up all its threads, with the names of
    the tests that began, and their stack.
    """
    register = getattr(faulthandler, "register", None)
    if not real_fork or not register:
        return ""
    stack, path = tempfile.mkstemp()
    os.unlink(path)
    number = fork()
    if not number:
        register(signal.SIGPROF, stack, chain=True)
        NOTES.append(stack)
        return ""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who goes on is interrupted, too, and tells of it
    status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    if status != -signal.SIGPROF:
        os._exit(status if status >= 0 else 128 - status)
    with open(stack, encoding="utf-8", errors="replace") as written:
        written.seek(0)
        return written.read() or "nothing"


def tell_of_silence(writer: Any, stack: str) -> None:
    """Tell of a call that does not come back as pytest tells of a test that fails."""
    threads = re.split(r"\n(?=Thread |Current thread )", stack)
    at = re.compile(rf'File ".*[/\\]({ANSWER})", line (\d+) in (\S+)')
    inside = [one for one in threads if at.search(one.partition("\n")[2].partition("\n")[0])]  # of the answer itself
    found = next((place for one in (*inside, *threads) if (place := at.search(one))), None)
    what = f"{found[3]}()" if found and found[3].isidentifier() else ANSWER
    begun = [line for line in stack.splitlines() if f"{CHECK}::" in line]
    writer.line()
    writer.sep("=", "FAILURES")
    writer.sep("_", begun[-1].rpartition("::")[2] if begun else ANSWER)
    writer.line(f"{what} does not come to its end: a call goes on and on, and lets no other thread go on")
    if found:
        writer.line(f"  {quoted(str(Path(HERE, ANSWER)), int(found[2]))}")
    writer.sep("=", "short test summary info")
    writer.line(f"FAILED {begun[-1] if begun else CHECK} - {what} does not come to its end")
    writer.sep("=", "1 failed")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End, whatever threads of an answer are still there."""
    if threading.active_count() > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(getattr(config, "_status_", 1)))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep the status for the end."""
    vars(session.config)["_status_"] = exitstatus
