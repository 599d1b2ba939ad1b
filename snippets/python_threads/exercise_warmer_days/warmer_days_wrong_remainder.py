"""Pieces of `days // n` days: what does not divide is left out.

The check says: nobody compared day
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = k * (days // n), (k + 1) * (days // n)
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
