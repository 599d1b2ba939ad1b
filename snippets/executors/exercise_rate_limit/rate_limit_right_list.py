"""A new list of those that count is made in each call."""

import threading
from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.limit, self.window, self.clock = calls, seconds, now
        self.times: list[float] = []
        self.door = threading.Condition()

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self.door:
            time = self.clock()
            self.times = [one for one in self.times if one > time - self.window]
            is_free = len(self.times) < self.limit
            if is_free:
                self.times.append(time)
            return is_free
