"""The sums come through a queue."""

import queue
import threading


def sum_slices(numbers, n):
    sums = queue.Queue()
    threads = [threading.Thread(target=lambda k=k: sums.put(sum(numbers[k::n]))) for k in range(n)]
    for thread in threads:
        thread.start()
    total = sum(sums.get() for _ in threads)
    for thread in threads:
        thread.join()
    return total
