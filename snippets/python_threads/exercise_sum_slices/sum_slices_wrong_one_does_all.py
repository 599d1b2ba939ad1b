"""There are n threads, and the last one does all the work.

The check says: 1 of 2 threads added nothing
"""

import threading


def sum_slices(numbers, n):
    sums = []

    def add_up(k):
        if k == n - 1:
            sums.append(sum(numbers))

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
