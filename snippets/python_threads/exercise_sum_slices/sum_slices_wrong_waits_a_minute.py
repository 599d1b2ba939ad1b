"""A minute is enough for any sum? Whoever needs longer is left behind.

The check says: returned, and did not wait for 3 of its 3 threads
"""

import threading


def sum_slices(numbers, n):
    sums = []

    def add_up(k):
        sums.append(sum(numbers[k::n]))

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sum(sums)
