"""Only the number of all calls is kept: a round is complete when enough have come in all."""

import threading


class MeetingPoint:
    """A place where `size` threads meet, again and again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.come = 0
        self.door = threading.Condition(threading.Lock())

    def meet(self) -> int:
        """Wait until `size` threads are here; say which round that was."""
        with self.door:
            mine = self.come // self.size + 1
            self.come += 1
            self.door.notify_all()
            self.door.wait_for(lambda: self.come >= mine * self.size)
        return mine
