"""All pieces are rounded up, and where that does not come out even, nothing is left for the last thread.

The check says: has 7 threads, and 1 of them compared nothing
"""

import threading


def warmer_days(temperatures, n):
    days = max(len(temperatures) - 1, 0)
    size = -(-days // n)
    found = [0] * n

    def count(k):
        for d in range(1 + k * size, min(1 + (k + 1) * size, days + 1)):
            found[k] += temperatures[d] > temperatures[d - 1]

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sum(found)
