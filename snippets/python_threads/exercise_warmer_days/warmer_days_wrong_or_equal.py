"""A day as warm as the day before counts as warmer.

The check says: there are 9 warmer days
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] >= temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
