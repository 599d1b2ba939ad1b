"""Each worker gets `n // workers` numbers. What does not divide is left out.

The check says: primes_below(140, 3) leaves out 139
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, end):
    return [number for number in range(first, end) if is_prime(number)]


def primes_below(n, workers):
    size = n // workers
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        parts = pool.starmap(search, [(k * size, (k + 1) * size) for k in range(workers)])
    return [number for part in parts for number in part]
