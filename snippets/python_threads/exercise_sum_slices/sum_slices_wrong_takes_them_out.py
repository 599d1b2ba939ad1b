"""The slices are cut out of the list of the caller, who has none afterwards.

The check says: changed the numbers that it was given
"""

import threading


def sum_slices(numbers, n):
    sums = []
    size = -(-len(numbers) // n)
    slices = [[numbers.pop() for _ in range(min(size, len(numbers)))] for _ in range(n)]

    def add_up(k):
        sums.append(sum(slices[k]))

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
