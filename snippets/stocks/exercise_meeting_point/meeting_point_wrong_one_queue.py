"""The last one puts a number for each into one queue: a fast one comes again, and takes that of a slow one.

The check says: says that it was in round 1
"""

import queue
import threading


class MeetingPoint:
    def __init__(self, size):
        self.size = size
        self.calls = 0
        self.lock = threading.Lock()
        self.numbers = queue.Queue()

    def meet(self):
        with self.lock:
            self.calls += 1
            number, rest = divmod(self.calls, self.size)
            if rest == 0:
                for _ in range(self.size):
                    self.numbers.put(number)
        return self.numbers.get()
