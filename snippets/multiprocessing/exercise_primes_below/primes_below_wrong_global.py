"""The workers put what they find into a global list. Each process has one of its own, and the parent's stays empty.

The check says: primes_below(60, 2) leaves out 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31
"""

import math
import multiprocessing

found = []


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, n, step):
    found.extend(number for number in range(first, n, step) if is_prime(number))


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=search, args=(first, n, workers)) for first in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return sorted(found)
