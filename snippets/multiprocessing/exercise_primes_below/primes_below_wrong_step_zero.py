"""With fewer numbers than workers, the step is 0.

The check says: primes_below(2, 3) fails
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(numbers):
    return [number for number in numbers if is_prime(number)]


def primes_below(n, workers):
    step = n // workers
    parts = [range(first, min(n, first + step)) for first in range(0, n, step)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [prime for part in pool.map(search, parts) for prime in part]
