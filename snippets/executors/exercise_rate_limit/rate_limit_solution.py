"""Note when each call was let through, forget those that count no more, see how many are left: all in one lock."""

import threading
from collections import deque
from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made: deque[float] = deque()  # when calls were let through that may still count
        self.lock = threading.Lock()

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self.lock:
            time = self.now()
            while self.made and time - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(time)
            return True
