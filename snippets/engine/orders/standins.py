"""What stands in place of locks, threads and time while an order is run: the real ones, which know whose turn it is.

Conditions, events, semaphores, barriers and queues are made of locks, in Python, and so need none.
"""

import queue
import sys
import threading
import time
import types
from collections.abc import Callable
from typing import Any

from .actor import DONE, Actor, Wanted, new_lock
from .state import lock_of
from .turn import current

NOON = 43_200.0  # seconds: what clocks say when a program begins
OF_LOCKS = ("acquire", "__enter__")  # who calls these waits for a lock, and for nothing else


class Lock:
    """In place of `threading.Lock`: a real one; who waits for it does so by turns."""

    def __init__(self) -> None:
        self._lock = new_lock()
        self.holder = ""
        if turn := current():
            turn.locks.append(self)

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As that of `threading.Lock`."""
        turn = current()
        me = turn.here() if turn else None
        if turn is None or me is None:
            return self._lock.acquire(blocking, timeout)
        while not self._lock.acquire(False):
            limit = None if timeout < 0 else timeout
            wanted = Wanted(lambda: not self._lock.locked(), *_waited_for(self), limit)
            if not blocking or not turn.wait(me, wanted):
                return False
        self.holder = me.name
        return True

    __enter__ = acquire

    def release(self) -> None:
        """As that of `threading.Lock`."""
        self._lock.release()
        self.holder = ""

    def __exit__(self, *raised: object) -> None:
        self.release()

    def locked(self) -> bool:
        """As that of `threading.Lock`."""
        return self._lock.locked()

    def _at_fork_reinit(self) -> None:
        self._lock = new_lock()


def _waited_for(lock: Lock) -> tuple[Any, str]:
    """For what a thread waits that waits for a lock: which object of `threading` or `queue` it called, and by what."""
    found: Any = lock
    call = ""
    frame: types.FrameType | None = sys._getframe(2)
    while frame and frame.f_globals.get("__name__") in ("threading", "queue", __name__):
        if frame.f_globals["__name__"] != __name__ and "self" in frame.f_locals:
            found, call = frame.f_locals["self"], frame.f_code.co_name
        frame = frame.f_back
    return (lock_of(found), "") if call in OF_LOCKS else (found, call)


def install() -> None:
    """Put the stand-ins into `threading`, `queue` and `time`, for the rest of this process."""
    threads: Any = threading
    threads.Lock = threads._allocate_lock = Lock
    threads._CRLock = None  # then RLock is the one that is written in Python, and made of Lock
    queues: Any = queue
    queues.SimpleQueue = queues._PySimpleQueue
    clocks: Any = time
    clocks.monotonic = clocks.perf_counter = clocks.time = threads._time = queues.time = _clock
    clocks.sleep = _sleep
    if executors := sys.modules.get("concurrent.futures.thread"):  # it made a lock when it was imported
        vars(executors)["_global_shutdown_lock"] = Lock()
    for name, ours in (("start", _start), ("join", _join), ("is_alive", _is_alive), ("_bootstrap_inner", _bootstrap)):
        replace(threading.Thread, name, ours)


def replace(owner: type, name: str, ours: Callable[..., Any]) -> None:
    """Put a function in the place of a method, which it is given as its first argument."""
    real = getattr(owner, name)
    setattr(owner, name, lambda self, *given, **named: ours(real, self, *given, **named))


def _clock() -> float:
    turn = current()
    return NOON + (turn.clock if turn else 0.0)


def _sleep(seconds: float) -> None:
    """In a stepped function it takes no time, since the order of steps is chosen; elsewhere all others go on first."""
    turn = current()
    me = turn.here() if turn else None
    if turn and me and not turn.stepped_frame():
        turn.wait(me, Wanted(lambda: False, None, "sleep", seconds))


def _start(real: Callable[..., None], thread: threading.Thread) -> None:
    turn = current()
    if turn and not turn.of(thread):
        turn.actors.append(Actor(thread.name, thread))
    real(thread)


def _bootstrap(real: Callable[..., None], thread: threading.Thread) -> None:
    turn = current()
    me = turn.of(thread) if turn else None
    if turn and me:
        turn.enter(me)
    try:
        real(thread)
    finally:
        if turn and me:
            turn.done(me)


def _join(real: Callable[..., None], thread: threading.Thread, timeout: float | None = None) -> None:
    turn = current()
    me, other = (turn.here(), turn.of(thread)) if turn else (None, None)
    if turn and me and other and me is not other:
        wanted = Wanted(lambda: other.state == DONE, thread, "join", None if timeout is None else max(timeout, 0.0))
        if not wanted.is_there() and not turn.wait(me, wanted):
            return
    real(thread)


def _is_alive(real: Callable[..., bool], thread: threading.Thread) -> bool:
    turn = current()
    actor = turn.of(thread) if turn else None
    return actor.state != DONE if actor else real(thread)
