"""As many places as calls, filled in a circle: only the oldest of them matters."""

import threading
from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.seconds = seconds
        self.now = now
        self.ring: list[float | None] = [None] * calls
        self.oldest = 0
        self.lock = threading.RLock()

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self.lock:
            time, before = self.now(), self.ring[self.oldest]
            if before is not None and time < before + self.seconds:
                return False
            self.ring[self.oldest] = time
            self.oldest = (self.oldest + 1) % len(self.ring)
            return True
