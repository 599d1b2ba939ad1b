"""Who is there already is left out, and with that a wish.

The check says: Ada has wished twice for one song
"""

import threading


class Wishes:
    def __init__(self):
        self.listeners, self.l = {}, threading.Lock()

    def add(self, song, listener):
        with self.l:
            self.listeners.setdefault(song, [])
            if listener not in self.listeners[song]:
                self.listeners[song].append(listener)
