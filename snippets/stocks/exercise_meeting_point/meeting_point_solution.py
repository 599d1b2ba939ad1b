"""Each waits for the end of its own round, and not for a count, which the next round changes."""

import threading


class MeetingPoint:
    """A place where `size` threads meet, again and again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.here = 0
        self.round = 1
        self.changed = threading.Condition()

    def meet(self) -> int:
        """Wait until `size` threads are here; say which round that was."""
        with self.changed:
            mine = self.round
            self.here += 1
            if self.here == self.size:
                self.here = 0
                self.round += 1
                self.changed.notify_all()
            while self.round == mine:
                self.changed.wait()
            return mine
