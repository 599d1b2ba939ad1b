"""The function looks up `k` when it runs, and then the loop has gone on.

The check says: sum_slices(18 numbers, 2) returned 70; the sum is 34
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
