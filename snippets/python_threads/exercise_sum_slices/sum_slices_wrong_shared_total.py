"""All threads add to one total: who read it before the long sum overwrites what the others added meanwhile.

The check says: returned 60; the sum is 120
"""

import threading


def sum_slices(numbers, n):
    total = 0

    def add_up(k):
        nonlocal total
        total += sum(numbers[k::n])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total
