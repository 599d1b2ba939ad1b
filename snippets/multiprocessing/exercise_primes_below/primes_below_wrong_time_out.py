"""`join` with a time-out, and then it goes on with what is there by then.

The check says: it goes on although what it waits for has not come yet
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, n, step, found):
    found.extend(number for number in range(first, n, step) if is_prime(number))


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        found = manager.list()
        processes = [context.Process(target=search, args=(first, n, workers, found)) for first in range(workers)]
        for process in processes:
            process.start()
        for process in processes:
            process.join(timeout=10)
        return sorted(found)
