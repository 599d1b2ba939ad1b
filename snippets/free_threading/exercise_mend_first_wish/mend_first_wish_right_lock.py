"""A lock around the look and the making."""

import threading


class Wishes:
    def __init__(self):
        self.listeners = {}
        self.lock = threading.Lock()

    def add(self, song, listener):
        with self.lock:
            if song not in self.listeners:
                self.listeners[song] = []
        self.listeners[song].append(listener)
