"""A worker ends when no number comes for a second: the main process may take longer to send one.

The check says: a worker goes on although what it waits for has not come yet
"""

import math
import multiprocessing as mp
import queue


def is_prime(number: int) -> bool:
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def _take(tasks, out):
    mine = []
    try:
        while True:
            number = tasks.get(timeout=1)
            if is_prime(number):
                mine.append(number)
    except queue.Empty:
        out.put(mine)


def primes_below(n: int, workers: int) -> list[int]:
    tasks, out = mp.Queue(), mp.Queue()
    ps = [mp.Process(target=_take, args=(tasks, out)) for _ in range(workers)]
    for number in range(n):
        tasks.put(number)
    for p in ps:
        p.start()
    found = []
    for _ in ps:
        found += out.get()
    for p in ps:
        p.join()
    return sorted(found)
