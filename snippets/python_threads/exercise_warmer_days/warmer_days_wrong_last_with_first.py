"""Day 0 has no day before. `temperatures[-1]` is the last day.

The check says: compared day 0 with day
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(begin, end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
