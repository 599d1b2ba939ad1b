"""Run an answer. Every process that it starts imports this file, too, and so tells the check of its calls."""

import faulthandler
import functools
import importlib
import json
import multiprocessing
import os
import pickle
import queue
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import connection, pool, process, queues

name, watched, function, calls, extra, port = json.loads(os.environ["ANSWER_TO_CHECK"])
os.cpu_count = os.process_cpu_count = lambda: 7  # whoever does not ask for so many workers has others
seen = []  # what `connection.wait` has found ready


def noting(real):
    """`connection.wait`, which keeps what it finds: an answer may wait so for the end of its processes."""

    @functools.wraps(real)
    def wait(*given, **named):
        ready = real(*given, **named)
        seen.extend(ready)
        return ready

    return wait


connection.wait = noting(connection.wait)  # before the answer is imported, which may import it by name
answer = importlib.import_module(name)
real_call = getattr(answer, watched)
MOST_PROCESSES = 12  # at once; the checks ask for 3
unfed = set()  # workers that have found a queue empty
counts = {"most": 0, "early": [], "timed": [], "asked": 0}


def changed(first, result):
    """What a check makes of a result, to know it again: `extra` may say something else."""
    del first
    return result


def tell(kind, what):
    """Tell the check something, and wait until it lets this process go on; what it says is returned."""
    tell.line = None  # closes that of the last sign
    line = socket.create_connection(("127.0.0.1", port))
    line.sendall(pickle.dumps((kind, os.getpid() if multiprocessing.parent_process() else 0, what)))
    said = line.recv(1)
    tell.line = line  # open until the next sign, or the end of the process
    return said


@functools.wraps(real_call)
def telling(*args, **kwargs):
    """The function that the check watches."""
    first = args[0] if args else kwargs[real_call.__code__.co_varnames[0]]
    tell("begins", first)
    result = changed(first, real_call(*args, **kwargs))
    tell("ends", first)
    return result


def started(start):
    """`Process.start`, which counts how many there are at once; that of a manager does not count."""

    def counting(child):
        start(child)
        there = [one for one in multiprocessing.active_children() if not one.name.startswith("SyncManager")]
        if not multiprocessing.parent_process():
            counts["most"] = max(counts["most"], len(there))
            if len(there) > MOST_PROCESSES:
                tell("crowd", len(there))

    return counting


def hurried(owner, method, is_there, outcome, place=0):
    """A time-out may come before what is waited for: where the answer sets one, it does, five times.

    To a worker it does so once, at a queue: what was put there is fed into it by a thread, which may not have come yet.
    """
    real = getattr(owner, method)

    @functools.wraps(real)
    def call(*args, **kwargs):
        caller = sys._getframe(1)
        limit = kwargs.get("timeout", args[place] if 0 < place < len(args) else None)
        asks = place == 0 or limit is not None or False in args[1:2] or kwargs.get("block") is False
        mine = caller.f_code.co_filename == answer.__file__
        if asks and mine and multiprocessing.parent_process() and owner is queues.Queue and os.getpid() not in unfed:
            unfed.add(os.getpid())
            tell("unfed", ("a worker", caller.f_lineno))
            return outcome()
        is_late = len(counts["early"]) >= 5 or multiprocessing.parent_process()
        if not asks or not mine or is_late or is_there(args[0]):
            return real(*args, **kwargs)
        counts["early"].append(("it", caller.f_lineno))
        counts["timed"] += [caller.f_lineno] if limit is not None else []
        return outcome()

    setattr(owner, method, call)


def lingering(real):
    """`Process.is_alive`: a process may end just before it is asked whether it has; it is waited for, ten times."""

    def call(child):
        if sys._getframe(1).f_code.co_filename == answer.__file__ and counts["asked"] < 10:
            counts["asked"] += 1
            real_join(child, 0.5)
        return real(child)

    return call


def empty():
    """What a queue does that has nothing for now."""
    raise queue.Empty


def late():
    """What a future does whose result is not there yet."""
    raise TimeoutError


def late_pool():
    """What a pool does whose result is not there yet."""
    raise multiprocessing.TimeoutError


def shown(found):
    """What an iterator yields, told one by one; if the check wants no more, it is closed."""
    for one in found:
        yield one
        if tell("yields", one) == b"x":
            found.close()
            return


def is_awaited(child):
    """Whether the answer has seen the end of a process; that it is near does not count. A manager is none of its."""
    return child._popen.returncode is not None or child.sentinel in seen or child.name.startswith("SyncManager")


def call_all():
    """Call the answer, and tell what comes of it."""
    for arguments in calls:
        counts.update(most=0, early=[], timed=[], asked=0)
        seen.clear()
        tell("is called", arguments)
        value = getattr(answer, function)(*arguments)
        kind = type(value).__name__
        if isinstance(value, Iterator):
            value = [*shown(value)]
        if not isinstance(value, dict | list):
            value = f"something of type {kind}"
        left = [*process._children]  # those that are not joined yet
        running = [child for child in left if not is_awaited(child)]
        told = dict(counts, value=value, kind=kind, arguments=arguments)
        tell("returned", dict(told, left=len(left), running=len(running)))
        while there := multiprocessing.active_children():
            tell("are left", len(there))
            there[0].join()
        tell("has ended", None)


setattr(answer, watched, telling)
process.BaseProcess.start = started(process.BaseProcess.start)
real_join = process.BaseProcess.join
process.BaseProcess.is_alive = lingering(process.BaseProcess.is_alive)
hurried(process.BaseProcess, "join", lambda one: not one.is_alive(), lambda: None, 1)
hurried(queues.Queue, "get", lambda one: one._poll(), empty, 2)
hurried(queues.Queue, "get_nowait", lambda one: one._poll(), empty)
hurried(queues.Queue, "empty", lambda one: one._poll(), lambda: True)
hurried(queues.SimpleQueue, "empty", lambda one: one._poll(), lambda: True)
hurried(connection._ConnectionBase, "poll", lambda one: one._poll(0), lambda: False)
hurried(pool.AsyncResult, "get", lambda one: one.ready(), late_pool, 1)
hurried(pool.AsyncResult, "wait", lambda one: one.ready(), lambda: None, 1)
hurried(ProcessPoolExecutor, "map", lambda _: False, late, sys.maxsize)
hurried(pool.IMapIterator, "next", lambda one: one._items, late_pool, 1)
hurried(Future, "result", lambda one: one.done(), late, 1)
exec(extra)
if __name__ == "__main__":
    faulthandler.register(signal.SIGTERM, chain=True)  # told to end, it leaves its stack
    faulthandler.register(signal.SIGUSR1)  # asked where it is, too
    tell("is ready", None)
    try:
        call_all()
    except Exception as error:
        stack = "".join(traceback.format_exception(error, chain=False)) + str(error.__cause__)  # of a worker
        tell("raised", (traceback.format_exception_only(error)[0], stack, counts["early"]))
