"""A lock round the whole piece: all threads are started, and one after the other works.

The check says: lets no thread compare until another one is done with its piece
"""

import threading


def warmer_days(temperatures, n):
    total = 0
    lock = threading.Lock()

    def count(begin, end):
        nonlocal total
        with lock:
            for i in range(begin, end):
                if temperatures[i] > temperatures[i - 1]:
                    total += 1

    days = max(1, len(temperatures))
    edges = [1 + (days - 1) * i // n for i in range(n + 1)]
    ts = [threading.Thread(target=count, args=e) for e in zip(edges, edges[1:])]
    for t in ts: t.start()
    for t in ts: t.join()
    return total
