"""A lock around all of `join`: who waits with a time-out waits for the other one first.

The check says: join(timeout=1) returned 'letter'
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
        self.result: Any = None
        self.error: BaseException | None = None
        self.lock = threading.Lock()

    def run(self) -> None:
        """Run the target, in this thread."""
        try:
            self.result = self.call(*self.call_args)
        except BaseException as error:
            self.error = error

    def join(self, timeout: float | None = None) -> Any:
        """Wait until the target has ended; return what it returned or raise what it raised."""
        with self.lock:
            super().join(timeout)
            if self.is_alive():
                raise TimeoutError(f"{self.name} is still running after {timeout} s")
            if self.error is not None:
                raise self.error
            return self.result
