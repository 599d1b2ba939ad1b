"""Each worker has every `workers`th number: one part after the other, the primes are not in order.

The check says: primes_below(60, 3) returned the primes in the order [3, 7, 13
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(numbers):
    return [number for number in numbers if is_prime(number)]


def primes_below(n, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = pool.map(search, [range(first, n, workers) for first in range(workers)])
    return [prime for part in parts for prime in part]
