"""Slices of `len // n` numbers: what does not divide is left out.

The check says: returned 49; the sum is 34
"""

import threading


def sum_slices(numbers, n):
    sums = [0] * n
    size = len(numbers) // n

    def add_up(k):
        sums[k] = sum(numbers[k * size : (k + 1) * size])

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
