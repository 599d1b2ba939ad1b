"""The parts overlap by one number, and a prime there is found twice.

The check says: returned a prime more than once
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(numbers):
    return [number for number in numbers if is_prime(number)]


def primes_below(n, workers):
    size = n // workers + 1
    parts = [range(first, min(n, first + size + 1)) for first in range(0, n, size)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [prime for part in pool.map(search, parts) for prime in part]
