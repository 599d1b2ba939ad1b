"""Let a build be interrupted only where nothing is left half done."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

ENDINGS = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}


@contextmanager
def interruptions_held_back() -> Iterator[Callable[[], None]]:
    """Give a function that raises KeyboardInterrupt if the build is to end; nothing else does, until all has ended.

    Raised just anywhere it could leave a lock taken, or a thread for dead that lives, and so a program that runs on.
    A build that is told to terminate, or loses its terminal, then ends as it would have done at once.
    """
    asked: list[int] = []

    def check() -> None:
        if asked:
            raise KeyboardInterrupt

    held_back = _held_back(asked)
    try:
        yield check
    finally:
        for number, default in held_back.items():
            signal.signal(number, default)
        if asked and asked[0] != signal.SIGINT:
            signal.raise_signal(asked[0])
    check()


def _held_back(asked: list[int]) -> dict[signal.Signals, Any]:
    """Note the signals that come from now on in `asked`; gives how each was handled. Only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    if signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # else nobody is told how a program ended
    held_back = {number: default for number, default in ENDINGS.items() if signal.getsignal(number) is default}
    for number in held_back:
        signal.signal(number, lambda number, _: asked.append(number))
    return held_back
