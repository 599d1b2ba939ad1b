"""Nobody waits: the total is added up while the threads still add.

The check says: sum_slices(24 numbers, 1) returned, and did not wait for 1 of its 1 threads
"""

import threading


def sum_slices(numbers, n):
    sums = [0] * n

    def add_up(k):
        sums[k] = sum(numbers[k::n])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    return sum(sums)
