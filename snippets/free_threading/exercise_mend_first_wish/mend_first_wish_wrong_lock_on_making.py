"""Who waits for the lock has found that the song is new, and makes the list again.

The check says: and the wish of
"""

import threading


class Wishes:
    def __init__(self):
        self.listeners = {}
        self.lock = threading.Lock()

    def add(self, song, listener):
        if song not in self.listeners:
            with self.lock:
                self.listeners[song] = []
        self.listeners[song].append(listener)
