"""Start, wait, start, wait: many processes, but never two at once.

The check says: primes_below(60, 2): while is_prime(
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def search(first, n, step, results):
    results.put([number for number in range(first, n, step) if is_prime(number)])


def primes_below(n, workers):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    primes = []
    for first in range(workers):
        process = context.Process(target=search, args=(first, n, workers, results))
        process.start()
        primes += results.get()
        process.join()
    return sorted(primes)
