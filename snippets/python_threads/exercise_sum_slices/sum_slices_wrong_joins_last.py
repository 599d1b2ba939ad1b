"""Started last, done last? Only the last thread is waited for.

The check says: returned, and did not wait for 2 of its 3 threads
"""

import threading


def sum_slices(numbers, n):
    sums = [0] * n

    def add_up(k):
        sums[k] = sum(numbers[k::n])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    threads[-1].join()
    return sum(sums)
