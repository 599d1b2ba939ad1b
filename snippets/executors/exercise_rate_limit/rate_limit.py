"""Let through at most `calls` calls in any `seconds` seconds, whichever threads ask.

A weather service answers only so many questions in so many seconds, and locks out whoever asks more often. `allows()`
returns True if a call may be made now, and then it counts; else False, and then it does not. No stretch of `seconds`
seconds has more than `calls` calls in it, wherever it begins. And nobody is refused who could be let through: with
`seconds` 10, a call that is made at 3 counts before 13, and at 13 no longer.

`now()` tells the time in seconds; ask no other clock. It never goes back, and may begin anywhere, even below 0. Nobody
sleeps or waits for a better time. Any number of threads may ask at once. There may be several limits, each for itself.
"""

from collections.abc import Callable


class RateLimit:
    """At most `calls` calls in any `seconds` seconds."""

    def __init__(self, calls: int, seconds: float, now: Callable[[], float]) -> None:
        self.calls = calls
        self.seconds = seconds
        self.now = now

    def allows(self) -> bool:
        """Whether a call may be made now; if so, it counts."""
        # TODO: remember when calls were let through, and see which of them still count.
        return True
