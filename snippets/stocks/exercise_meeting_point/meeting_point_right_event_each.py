"""An event for each round: the last to come sets it, and leaves a new one for those who come next."""

import threading


class MeetingPoint:
    """A place where `size` threads meet, again and again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lock = threading.Lock()
        self.calls = 0
        self.complete = threading.Event()

    def meet(self) -> int:
        """Wait until `size` threads are here; say which round that was."""
        with self.lock:
            number, place = divmod(self.calls, self.size)
            self.calls += 1
            complete = self.complete
            if place == self.size - 1:
                self.complete = threading.Event()
                complete.set()
        complete.wait()
        return number + 1
