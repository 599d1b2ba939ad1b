"""functools.cache remembers the desk, but whoever asks before the first one is done makes another.

The check says: one desk is enough, and make() was called 2 times
"""

from functools import cache


class Studio:
    def __init__(self, make):
        self.make = cache(make)

    def desk(self):
        return self.make()
