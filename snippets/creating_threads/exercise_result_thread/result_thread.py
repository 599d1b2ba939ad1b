"""A thread whose `join` waits for its end, and hands over what the target returned, or raises what it raised.

`join` may be called more than once, and does the same each time. If the time is up before the target has ended, it
raises `TimeoutError`. What comes out is the very object that the target returned or raised, whatever it is: an
exception may be returned, and `SystemExit` may be raised; its traceback still leads to where it was raised. `join`
alone raises it: the thread prints nothing, and `sys.stderr`, which all threads share, stays what it is. Two threads
have nothing to do with each other, even if they have the same name, and several threads may wait for one.
"""

import threading
from collections.abc import Callable
from typing import Any


class ResultThread(threading.Thread):
    """Run `target(*args)` in a thread; `join` gives its result."""

    def __init__(self, target: Callable[..., Any], *args: Any) -> None:
        super().__init__()
        self.call = target
        self.call_args = args

    def run(self) -> None:
        """Run the target, in this thread."""
        self.call(*self.call_args)  # TODO: keep the outcome: a result, or an exception.

    def join(self, timeout: float | None = None) -> Any:
        """Wait until the target has ended; return what it returned or raise what it raised."""
        # TODO: hand over what `run` kept.
        super().join(timeout)
