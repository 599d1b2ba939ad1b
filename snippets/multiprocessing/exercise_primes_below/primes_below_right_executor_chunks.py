"""An executor, one chunk for each worker: `ceil` and `min` see to the last one."""

import math
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(numbers):
    return [number for number in numbers if is_prime(number)]


def primes_below(n, workers):
    size = max(1, math.ceil(n / workers))
    chunks = [range(first, min(n, first + size)) for first in range(0, n, size)]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as executor:
        return [prime for part in executor.map(search, chunks) for prime in part]
