"""One number for all threads, with a lock around the line that reads and writes it; the first pieces are longer."""

import threading


def warmer_days(temperatures, n):
    found = 0
    lock = threading.Lock()

    def count(days):
        nonlocal found
        for day in days:
            if temperatures[day - 1] < temperatures[day]:
                with lock:
                    found += 1

    threads, begin = [], 1
    pairs = max(len(temperatures) - 1, 0)
    for k in range(n):
        end = begin + pairs // n + (k < pairs % n)
        threads.append(threading.Thread(target=count, args=(range(begin, end),)))
        begin = end
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found
