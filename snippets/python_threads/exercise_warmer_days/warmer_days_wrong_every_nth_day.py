"""Each thread takes every n-th day: all are counted, but these are no pieces.

The check says: which do not follow each other
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        mine = range(k or n, days, n)
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in mine)

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
