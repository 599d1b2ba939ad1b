"""Nobody shuts the executor down: its processes end when it is forgotten, and nobody waits for that.

The check says: primes_below(60, 2) returned, and did not wait for the end of 2 of its processes
"""

import math
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    executor = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    return [number for number, prime in enumerate(executor.map(is_prime, range(n))) if prime]
