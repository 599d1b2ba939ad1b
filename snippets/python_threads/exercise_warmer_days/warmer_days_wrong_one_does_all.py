"""There are n threads, and the first has all the days.

The check says: compared nothing
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * (k > 0), days
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
