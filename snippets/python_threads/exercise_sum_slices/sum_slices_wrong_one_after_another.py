"""Start, wait, start, wait: right, but never two threads at once.

The check says: waited for a thread when 1 of 2 were started
"""

import threading


def sum_slices(numbers, n):
    sums = [0] * n

    def add_up(k):
        sums[k] = sum(numbers[k::n])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
        thread.join()
    return sum(sums)
