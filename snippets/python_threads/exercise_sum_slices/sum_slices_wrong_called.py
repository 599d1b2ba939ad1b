"""The function is called at once, by the main thread; the threads get what it returned.

The check says: added 24 times in the main thread
"""

import threading


def sum_slices(numbers, n):
    sums = []
    threads = [threading.Thread(target=sums.append(sum(numbers[k::n]))) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)
