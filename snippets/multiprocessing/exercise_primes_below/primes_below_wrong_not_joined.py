"""Each process has put all that it found, but nobody waits for its end.

The check says: primes_below(60, 2) returned, and did not wait for the end of 2 of its processes
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, n, step, results):
    results.put([number for number in range(first, n, step) if is_prime(number)])


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    for first in range(workers):
        context.Process(target=search, args=(first, n, workers, results)).start()
    return sorted(number for _ in range(workers) for number in results.get())
