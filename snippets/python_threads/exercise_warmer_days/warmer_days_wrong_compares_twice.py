"""One day too many in each piece: the day at the border counts for both.

The check says: let 2 threads compare day
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), min(end + 1, days)))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
