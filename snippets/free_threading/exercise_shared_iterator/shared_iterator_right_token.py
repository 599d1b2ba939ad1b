"""The iterator itself lies in a queue: whoever has it is alone with it, and puts it back."""

import queue


class OneAtATime:
    def __init__(self, iterable):
        self.turn = queue.Queue()
        self.turn.put(iter(iterable))

    def __iter__(self):
        return self

    def __next__(self):
        iterator = self.turn.get()
        try:
            return next(iterator)
        finally:
            self.turn.put(iterator)
