"""One total, and a lock around what reads and writes it."""

import threading


def sum_slices(numbers, n):
    total = 0
    lock = threading.Lock()

    def add_up(k):
        nonlocal total
        for number in numbers[k::n]:
            with lock:
                total += number

    threads = [threading.Thread(target=add_up, args=(k,)) for k in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total
