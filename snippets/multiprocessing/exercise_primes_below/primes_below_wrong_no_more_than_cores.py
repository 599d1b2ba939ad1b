"""No more workers than cores, whatever was asked for.

The check says: primes_below(60, 3): while is_prime(0) is at work, 1 of 3 processes work
"""

import math
import multiprocessing
import os


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    pool = multiprocessing.Pool(min(workers, os.cpu_count() or 1))
    flags = pool.map(is_prime, range(n))
    pool.close()
    pool.join()
    return [number for number, flag in enumerate(flags) if flag]
