"""The new list is made with the lock, and whoever finds one adds to it without.

The check says: and the wish of Ada is lost: {'Yesterday': ['Dora', 'Ben']}
"""

import threading


class Wishes:
    def __init__(self):
        self.listeners = {}
        self.lock = threading.Lock()

    def add(self, song, listener):
        with self.lock:
            if song not in self.listeners:
                self.listeners[song] = [listener]
                return
        self.listeners[song] = self.listeners[song] + [listener]
