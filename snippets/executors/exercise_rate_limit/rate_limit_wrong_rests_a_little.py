"""A short sleep, "so that not everybody asks at once": who asks wants to know now.

The check says: allows() sleeps
"""

import threading
import time
from collections import deque
from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.made: deque[float] = deque()
        self.lock = threading.Lock()

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self.lock:
            time.sleep(0.01)
            moment = self.now()
            while self.made and moment - self.made[0] >= self.seconds:
                self.made.popleft()
            if len(self.made) == self.calls:
                return False
            self.made.append(moment)
            return True
