"""What comes back makes its list when somebody asks for it: it can be gone through once, and has no length.

The check says: primes_below(60, 2) returned something of type generator, not a list
"""

import math
import multiprocessing
from collections.abc import Iterator


def is_prime(number: int) -> bool:
    """Say whether `number` is a prime: divided by nothing but 1 and itself."""
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n: int, workers: int) -> Iterator[int]:
    """The primes that are smaller than `n`, in ascending order."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        answers = pool.map(is_prime, range(n))
    return (number for number, prime in enumerate(answers) if prime)


if __name__ == "__main__":
    print(*primes_below(100, workers=2))
