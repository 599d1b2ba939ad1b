"""A generator remembers when calls were let through, and says for each question whether there is room."""

import threading
from collections import deque
from collections.abc import Callable, Iterator


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.calls = calls
        self.seconds = seconds
        self.now = now
        self.lock = threading.Lock()
        self.answers = self.answered()

    def answered(self) -> Iterator[bool]:
        """One answer after another."""
        made: deque[float] = deque(maxlen=self.calls)
        while True:
            moment = self.now()
            has_room = len(made) < self.calls or moment - made[0] >= self.seconds
            if has_room:
                made.append(moment)
            yield has_room

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        with self.lock:
            return next(self.answers)
