"""How processes of an answer at work tell its check what they do, and wait for its leave, which `play.py` gives."""

import faulthandler
import json
import multiprocessing
import os
import re
import signal
import socket
from collections.abc import Callable
from typing import Any

CORES = 7  # that the answer is told of: who does not ask for a number of workers has as many


def begin() -> None:
    """Prepare a process of the program: what it is told of cores, and how it is asked where it is."""
    vars(os).update(cpu_count=lambda: CORES, process_cpu_count=lambda: CORES)
    if not multiprocessing.parent_process():
        faulthandler.register(signal.SIGUSR1, all_threads=False)


def tell(kind: str, what: object = None) -> None:
    """Tell the check something, and wait until it lets this process go on."""
    number = os.getpid() if multiprocessing.parent_process() else 0
    with socket.create_connection(("127.0.0.1", int(os.environ["STAGE"]))) as line:
        line.sendall(json.dumps([kind, what, number]).encode() + b"\n")
        line.recv(1)


def perform(function: Callable[..., object], *given: Any) -> None:
    """Call a function of the answer. Tell the type of what it returns, that, and how many processes it has left.

    If there are some, tell their number once more when the check lets it.
    """
    value = function(*given)
    try:
        shown = json.loads(json.dumps(value))
    except (TypeError, ValueError):
        shown = re.sub(" at 0x[0-9a-f]+", "", repr(value))
    left = len(multiprocessing.active_children())
    tell("returned", [type(value).__name__, shown, left])
    if left:
        tell("left", len(multiprocessing.active_children()))
