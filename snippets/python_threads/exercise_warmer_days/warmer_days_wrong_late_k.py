"""The function looks up `k` when it runs, and then the loop has gone on.

The check says: nobody compared day
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = [0] * n

    def count(k):
        begin, end = days * k // n, days * (k + 1) // n
        found[k] = sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = []
    for k in range(n):
        threads.append(threading.Thread(target=lambda: count(k)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(found)
