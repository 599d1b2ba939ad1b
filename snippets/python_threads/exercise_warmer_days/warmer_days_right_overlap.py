"""Each piece is a slice with one day more in front, and a thread is an object that keeps what it found."""

import threading
from itertools import pairwise


class Counter(threading.Thread):
    def __init__(self, piece):
        super().__init__()
        self.piece = piece

    def run(self):
        self.found = len([1 for day, next_day in pairwise(self.piece) if next_day > day])


def warmer_days(temperatures, n):
    size = -(-len(temperatures) // n)
    counters = [Counter(temperatures[max(k * size - 1, 0) : (k + 1) * size]) for k in range(n)]
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    return sum(counter.found for counter in counters)
