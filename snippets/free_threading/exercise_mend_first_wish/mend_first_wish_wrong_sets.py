"""Sets in place of lists: who wishes twice is there once.

The check says: listeners has no list for Yesterday, but {
"""


class Wishes:
    def __init__(self):
        self.listeners = {}

    def add(self, song, listener):
        self.listeners.setdefault(song, set()).add(listener)
