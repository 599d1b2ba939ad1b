"""An executor, but the one with threads: all of them are in the main process, and share its GIL.

The check says: primes_below(60, 2) calls is_prime() in the main process
"""

import math
from concurrent.futures import ThreadPoolExecutor


def is_prime(number):
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n, workers):
    with ThreadPoolExecutor(workers) as executor:
        answers = executor.map(is_prime, range(n))
    return [number for number, prime in enumerate(answers) if prime]
