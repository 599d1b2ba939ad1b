"""All threads add to one number: who read it before counting overwrites what the others added meanwhile.

The check says: compared all days, and returned 5; there are 9 warmer days
"""

import threading


def warmer_days(temperatures, n):
    days = len(temperatures)
    found = 0

    def count(k):
        nonlocal found
        begin, end = days * k // n, days * (k + 1) // n
        found += sum(temperatures[day] > temperatures[day - 1] for day in range(max(begin, 1), end))

    threads = [threading.Thread(target=count, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
