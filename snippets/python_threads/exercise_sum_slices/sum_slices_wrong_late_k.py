"""The function looks up `k` when it runs, and then the loop has gone on.

The check says: sum_slices(numbers, 2) made
"""

import threading


def sum_slices(numbers, n):
    sums = []
    threads = []
    for k in range(n):
        threads.append(threading.Thread(target=lambda: sums.append(sum(numbers[k::n]))))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
