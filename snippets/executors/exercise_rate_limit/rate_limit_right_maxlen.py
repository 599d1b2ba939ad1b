"""A row that holds no more than the last calls: if it is full, its first one is what matters."""

import threading
from collections import deque
from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self._seconds = seconds
        self._now = now
        self._last: deque[float] = deque(maxlen=calls)
        self._lock = threading.Semaphore(1)

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self._lock:
            time = self._now()
            if len(self._last) == self._last.maxlen and time - self._last[0] < self._seconds:
                return False
            self._last.append(time)
            return True
