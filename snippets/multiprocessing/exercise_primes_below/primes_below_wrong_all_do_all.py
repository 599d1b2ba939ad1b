"""Each process looks at all numbers, and a set makes one list of it: many do what one could do.

The check says: primes_below(60, 2) calls is_prime(0) 2 times: the workers do not share the numbers
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(n):
    return [number for number in range(n) if is_prime(number)]


def primes_below(n, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = pool.map(search, [n] * workers, chunksize=1)
    return sorted({prime for part in parts for prime in part})
