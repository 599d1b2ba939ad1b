"""A list of a manager, which is ended as well. Who waits for the sentinels of processes waits for their ends."""

import math
import multiprocessing
from multiprocessing.connection import wait


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, n, step, primes):
    primes.extend([number for number in range(first, n, step) if is_prime(number)])


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        primes = manager.list()
        processes = [context.Process(target=search, args=(first, n, workers, primes)) for first in range(workers)]
        for process in processes:
            process.start()
        left = {process.sentinel for process in processes}
        while left:
            left -= set(wait(left))
        return sorted(primes)
