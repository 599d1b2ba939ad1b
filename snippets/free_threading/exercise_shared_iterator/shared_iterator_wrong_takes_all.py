"""All items are taken at once, and a list is safe.

The check says: items, and nobody asked yet
"""


class OneAtATime:
    def __init__(self, iterable):
        self.iterator = iter(list(iterable))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.iterator)
