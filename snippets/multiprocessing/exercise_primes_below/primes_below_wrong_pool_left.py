"""The pool is neither closed nor ended: its processes wait for more work.

The check says: primes_below(60, 2) returned, and did not wait for the end of 2 of its processes
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


pools = []


def primes_below(n, workers):
    pool = multiprocessing.get_context("spawn").Pool(workers)
    pools.append(pool)
    answers = pool.map(is_prime, range(n))
    return [number for number, prime in enumerate(answers) if prime]
