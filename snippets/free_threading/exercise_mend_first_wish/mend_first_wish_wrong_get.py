"""One line, and still a look and a making.

The check says: and the wish of
"""


class Wishes:
    def __init__(self):
        self.listeners = {}

    def add(self, song, listener):
        self.listeners[song] = self.listeners.get(song, []) + [listener]
