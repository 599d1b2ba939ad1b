"""Each thread locks a lock of its own, so nobody ever waits.

The check says: returned 10; the sum is 20
"""

import threading


def sum_slices(numbers, n):
    total = 0

    def add_up(k):
        nonlocal total
        found = sum(numbers[k::n])
        with threading.Lock():
            total += found

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total
