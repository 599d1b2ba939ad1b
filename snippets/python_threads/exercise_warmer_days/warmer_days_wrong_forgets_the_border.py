"""Each thread compares within its piece, and nobody compares the first day of a piece with the day before.

The check says: returned, and nobody compared day 12 with day 11
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(begin + 1, end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
