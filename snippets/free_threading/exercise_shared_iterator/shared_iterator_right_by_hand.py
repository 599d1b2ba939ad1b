"""A semaphore with one place, taken and given back by hand; `iter` is called when somebody first asks."""

import threading


class OneAtATime:
    def __init__(self, iterable):
        self.iterable = iterable
        self.iterator = None
        self.places = threading.Semaphore(1)

    def __iter__(self):
        return self

    def __next__(self):
        self.places.acquire()
        try:
            if self.iterator is None:
                self.iterator = iter(self.iterable)
            return next(self.iterator)
        finally:
            self.places.release()
