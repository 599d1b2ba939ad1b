"""`imap_unordered` hands over what is ready first: the list is in that order.

The check says: returned the primes in the order
"""

import math
import multiprocessing


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def look(number):
    return number, is_prime(number)


def primes_below(n, workers):
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [number for number, prime in pool.imap_unordered(look, range(n)) if prime]
