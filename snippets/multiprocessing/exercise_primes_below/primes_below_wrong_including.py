"""`n` itself is looked at, too.

The check says: primes_below(31, 2) has 31 in its list: not a prime below 31
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        answers = pool.map(is_prime, range(n + 1))
    return [number for number, prime in enumerate(answers) if prime]
