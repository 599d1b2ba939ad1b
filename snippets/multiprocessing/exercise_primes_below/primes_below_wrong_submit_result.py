"""`result()` right after `submit` waits for each number before the next is handed over.

The check says: primes_below(60, 2): while is_prime(0) is at work, 1 of 2 processes work, and no other begins
"""

import math
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return [number for number in range(n) if executor.submit(is_prime, number).result()]
