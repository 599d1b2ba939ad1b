"""An exception in place of a look: two may get it.

The check says: and the wish of
"""


class Wishes:
    def __init__(self):
        self.listeners = {}

    def add(self, song, listener):
        try:
            self.listeners[song].append(listener)
        except KeyError:
            self.listeners[song] = [listener]
