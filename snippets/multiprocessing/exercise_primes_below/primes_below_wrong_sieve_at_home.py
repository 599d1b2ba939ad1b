"""The pool does what it was told, and nobody looks: the list comes from a sieve in the main process.

The check says: primes_below(60, 2) does not use what the workers found: the check let is_prime(23) return False
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        pool.map(is_prime, range(n))
    primes = []
    for number in range(2, n):
        if all(number % prime for prime in primes):
            primes.append(number)
    return primes
