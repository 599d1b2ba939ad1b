"""A set keeps one of two equal sums.

The check says: returned 60; the sum is 120
"""

import threading


def sum_slices(numbers, n):
    sums = set()

    def add_up(k):
        sums.add(sum(numbers[k::n]))

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
