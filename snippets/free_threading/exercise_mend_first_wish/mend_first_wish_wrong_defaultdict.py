"""A `defaultdict` makes the list by itself; nobody has promised that this is one step.

The check says: listeners is a defaultdict
"""

from collections import defaultdict


class Wishes:
    def __init__(self):
        self.listeners = defaultdict(list)

    def add(self, song, listener):
        self.listeners[song].append(listener)
