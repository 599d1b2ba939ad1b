"""How processes of an answer at work tell its check what they do, and wait for its leave, which `play.py` gives."""

import faulthandler
import json
import multiprocessing
import os
import re
import signal
import socket
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing import connection, pool, process, queues, util
from typing import Any

SOON = 0.05  # seconds
WAITS = (  # that can have a time-out, and the place of this among the arguments
    (Future, "result", 1),
    (Future, "exception", 1),
    (pool.AsyncResult, "get", 1),
    (pool.AsyncResult, "wait", 1),
    (process.BaseProcess, "join", 1),
    (connection.Connection, "poll", 1),
    (queues.Queue, "get", 2),
)
PAUSES = (  # in which a process can end that nobody waits for
    (time, "sleep", 0),
    (connection, "wait", 1),
    (process.BaseProcess, "join", 1),
)
kept: list[object] = []  # pools, which would end their processes when they are forgotten: nobody may rely on that
ended: list[object] = []  # what `connection.wait` has found ready, as the sentinel of a process is at its end
CORES = 7  # that the answer is told of: who does not ask for a number of workers has as many


def begin() -> None:
    """Prepare a process of the program: what it is told of cores, and how it is asked where it is."""
    vars(os).update(cpu_count=lambda: CORES, process_cpu_count=lambda: CORES)
    if not multiprocessing.parent_process():
        faulthandler.register(signal.SIGUSR1, all_threads=False)


def hurry(answer: str) -> None:
    """Let each time-out that this module sets end soon: what it waits for may take longer than any."""
    for owner, name, place in WAITS:
        setattr(owner, name, _hurried(getattr(owner, name), place, answer))


def hold_ends(answer: str) -> None:
    """Hold each process that is about to end, and let none of the pauses that this module makes last until it has.

    To be called before the answer is imported, which may import `sleep` by name.
    """
    whole = vars(util)["_exit_function"]  # which the main process calls by another name

    def end() -> None:
        whole()  # with what it has not sent off yet
        tell("ends")

    def keep(one: pool.Pool, *given: Any, **options: Any) -> None:
        kept.append(one)
        begin_pool(one, *given, **options)

    begin_pool = pool.Pool.__init__
    type.__setattr__(pool.Pool, "__init__", keep)
    vars(util)["_exit_function"] = end
    for owner, name, place in PAUSES:
        setattr(owner, name, _hurried(getattr(owner, name), place, answer))


def _hurried(wait: Callable[..., object], place: int, answer: str) -> Callable[..., object]:
    def waiting(*given: Any, **options: Any) -> object:
        if sys._getframe(1).f_globals.get("__name__") == answer:
            given = tuple(_soon(one) if at == place else one for at, one in enumerate(given))
            options = {key: _soon(value) if key == "timeout" else value for key, value in options.items()}
        return wait(*given, **options)

    return waiting


def _soon(timeout: Any) -> Any:
    return timeout if timeout is None else min(timeout, SOON)


def tell(kind: str, what: object = None) -> None:
    """Tell the check something, and wait until it lets this process go on."""
    number = os.getpid() if multiprocessing.parent_process() else 0
    with socket.create_connection(("127.0.0.1", int(os.environ["STAGE"]))) as line:
        line.sendall(json.dumps([kind, what, number]).encode() + b"\n")
        line.recv(1)


def _noting(real: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """`connection.wait`, which keeps what it finds: an answer may wait so for the end of its processes."""

    def wait(*given: Any, **options: Any) -> list[Any]:
        ready = real(*given, **options)
        ended.extend(ready)
        return ready

    return wait


vars(connection)["wait"] = _noting(connection.wait)  # before the answer is imported, which may import it by name


def _is_awaited(child: Any) -> bool:
    """Whether the end of a process was seen; that it is near does not count. A manager is none that works."""
    return child._popen.returncode is not None or child.sentinel in ended or child.name.startswith("SyncManager")


def perform(function: Callable[..., object], *given: Any) -> None:
    """Call a function of the answer. Tell the type of what it returns, that, and how many processes it has left.

    These are told twice: of how many it has not waited for the end, and how many are there. If there are some, tell
    their number once more when the check lets it.
    """
    ended.clear()
    value = function(*given)
    running = [child for child in [*vars(process)["_children"]] if not _is_awaited(child)]
    try:
        shown = json.loads(json.dumps(value))
    except (TypeError, ValueError):
        shown = re.sub(" at 0x[0-9a-f]+", "", repr(value))
    left = len(multiprocessing.active_children())
    tell("returned", [type(value).__name__, shown, left, len(running)])
    if left:
        tell("left", len(multiprocessing.active_children()))
