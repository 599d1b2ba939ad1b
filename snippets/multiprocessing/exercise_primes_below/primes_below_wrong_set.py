"""The primes are put into a set as they come. Small numbers come out of a set in ascending order, larger ones do not.

The check says: primes_below(140, 3) returned the primes in the order
"""

import math
import multiprocessing


def is_prime(number: int) -> bool:
    """Say whether `number` is a prime: divided by nothing but 1 and itself."""
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def prime_or_none(number: int) -> int | None:
    """The number, if it is a prime."""
    return number if is_prime(number) else None


def primes_below(n: int, workers: int) -> list[int]:
    """The primes that are smaller than `n`, in ascending order."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        found = {*pool.imap_unordered(prime_or_none, range(n))}
        pool.close()
        pool.join()
    return [number for number in found - {None} if number]


if __name__ == "__main__":
    print(primes_below(100, workers=2))
