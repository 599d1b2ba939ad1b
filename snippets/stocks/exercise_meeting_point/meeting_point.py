"""Build a barrier: a place where threads meet, and which nobody leaves before all have come.

`meet()` waits until `size` threads are there. Then all of them go on, and the next ones make a new round. Those who
have met may meet again at once, and others may come. `meet()` returns the number of the round in which the caller met
the others, from 1 on. So each number is returned `size` times, whoever is fast and whoever is slow.

`threading.Barrier` is such a place; build yours of other things. Nobody looks again and again: whoever has to wait
sleeps until it is woken for a reason, and the clock is none. There may be several such places, each for itself.
"""

import threading


class MeetingPoint:
    """A place where `size` threads meet, again and again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.changed = threading.Condition()

    def meet(self) -> int:
        """Wait until `size` threads are here; say which round that was."""
        # TODO: count who is here, and wait for the others.
        return 1
