"""`pool.map` shares the numbers among the workers, and returns the answers in the order of the numbers."""

import math
import multiprocessing


def is_prime(number: int) -> bool:
    """Say whether `number` is a prime: divided by nothing but 1 and itself."""
    return number >= 2 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))


def primes_below(n: int, workers: int) -> list[int]:
    """The primes that are smaller than `n`, in ascending order."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers) as pool:
        answers = pool.map(is_prime, range(n))
    return [number for number, prime in enumerate(answers) if prime]


if __name__ == "__main__":
    print(primes_below(100, workers=2))
